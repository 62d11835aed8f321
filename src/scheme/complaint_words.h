/* complaint_words.h — complaints about documents, their elements and attributes, and expressions; as in
 * complaint_list.h. */
#ifndef SCHEME_COMPLAINT_WORDS_H
#define SCHEME_COMPLAINT_WORDS_H

/* clang-format off */
#define COMPLAINT_WORDS(C) \
	C(COMPLAINT_NONE, "", \
	    "", \
	    "") \
	/* types, as words in other messages */ \
	C(WORD_BOOLEAN, "sant eller usant", \
	    "sant eller usant", \
	    "true or false") \
	C(WORD_NUMBER, "et tall", \
	    "eit tal", \
	    "a number") \
	C(WORD_TEXT, "en tekst", \
	    "ein tekst", \
	    "a text") \
	C(WORD_DATE, "en dato", \
	    "ein dato", \
	    "a date") \
	/* what attributes want */ \
	C(WANTED_ID, "små bokstaver a-z, tall og bindestrek, bokstav først, høyst 40 tegn", \
	    "små bokstavar a-z, tal og bindestrek, bokstav først, høgst 40 teikn", \
	    "small letters a-z, digits and hyphens, a letter first, at most 40 characters") \
	C(WANTED_SCHEME_ID, "3 til 64 tegn: små bokstaver a-z, tall og bindestrek", \
	    "3 til 64 teikn: små bokstavar a-z, tal og bindestrek", \
	    "3 to 64 characters: small letters a-z, digits and hyphens") \
	C(WANTED_CODE, "bokstaver a-z, tall, bindestrek og understrek, høyst 40 tegn", \
	    "bokstavar a-z, tal, bindestrek og understrek, høgst 40 teikn", \
	    "letters a-z, digits, hyphens and underscores, at most 40 characters") \
	C(WANTED_ONE_OF, "ett av ordene: {0}", \
	    "eitt av ordene: {0}", \
	    "one of the words: {0}") \
	C(WANTED_SOME_OF, "ett eller flere av ordene, hvert én gang: {0}", \
	    "eitt eller fleire av ordene, kvart éin gong: {0}", \
	    "one or more of the words, each once: {0}") \
	C(WANTED_INTEGER, "et helt tall fra {0} til {1}", \
	    "eit heilt tal frå {0} til {1}", \
	    "a whole number from {0} to {1}") \
	C(WANTED_NOK, "hele kroner bare med sifre, som 25000", \
	    "heile kroner berre med siffer, som 25000", \
	    "whole kroner in digits only, like 25000") \
	C(WANTED_PERCENT, "prosent fra 0 til 100, som 75 eller 33.33", \
	    "prosent frå 0 til 100, som 75 eller 33.33", \
	    "percent from 0 to 100, like 75 or 33.33") \
	C(WANTED_SCALE, "laveste og høyeste karakter, som 0-5", \
	    "lågaste og høgaste karakter, som 0-5", \
	    "lowest and highest mark, like 0-5") \
	C(WANTED_USES, "criterion:ID eller ord av: {0}", \
	    "criterion:ID eller ord av: {0}", \
	    "criterion:ID or words of: {0}") \
	C(WANTED_DATE, "en dag som 2026-01-31", \
	    "ein dag som 2026-01-31", \
	    "a day like 2026-01-31") \
	C(WANTED_MOMENT, "en dag som 2026-01-31, eller dag og klokkeslett som 2026-01-31 12:00", \
	    "ein dag som 2026-01-31, eller dag og klokkeslett som 2026-01-31 12:00", \
	    "a day like 2026-01-31, or a day and a time like 2026-01-31 12:00") \
	C(WANTED_MONTH_DAY, "måned og dag som 02-01, en dag som finnes hvert år", \
	    "månad og dag som 02-01, ein dag som finst kvart år", \
	    "month and day like 02-01, a day that every year has") \
	C(WANTED_REFERENCES, "id-er med mellomrom mellom, hver én gang", \
	    "id-ar med mellomrom mellom, kvar éin gong", \
	    "ids with spaces between, each once") \
	C(WANTED_FORMS, "registerets koder for organisasjonsform, hver én gang: FLI SA AS", \
	    "registeret sine koder for organisasjonsform, kvar éin gong: FLI SA AS", \
	    "the register's codes of organisation forms, each once: FLI SA AS") \
	C(WANTED_WORDS, "noe annet enn tomt, høyst 2000 tegn", \
	    "noko anna enn tomt, høgst 2000 teikn", \
	    "something that isn't blank, at most 2000 characters") \
	C(SUGGESTION, "; mente du «{0}»?", \
	    "; meinte du «{0}»?", \
	    "; did you mean “{0}”?") \
	/* the document as a whole */ \
	C(COMPLAINT_XML, "<{0}> er ikke skrevet slik XML må være; skriv attributter som navn=\"verdi\" med mellomrom mellom, og avslutt med >", \
	    "<{0}> er ikkje skrive slik XML må vere; skriv attributt som namn=\"verdi\" med mellomrom mellom, og avslutt med >", \
	    "<{0}> is not written as XML must be; write attributes as name=\"value\" with spaces between, and end it with >") \
	C(COMPLAINT_XML_EMPTY, "dokumentet er tomt; skriv det", \
	    "dokumentet er tomt; skriv det", \
	    "the document is empty; write it") \
	C(COMPLAINT_XML_ENCODING, "dokumentet er ikke i UTF-8; lagre det som UTF-8 og oppgi ingen annen koding", \
	    "dokumentet er ikkje i UTF-8; lagre det som UTF-8 og oppgi inga anna koding", \
	    "the document is not in UTF-8; save it as UTF-8 and declare no other encoding") \
	C(COMPLAINT_XML_DOCTYPE, "DOCTYPE er ikke tillatt; ta den bort, og skriv det entiteter står for, som vanlige tegn", \
	    "DOCTYPE er ikkje tillate; ta den bort, og skriv det entitetar står for, som vanlege teikn", \
	    "a DOCTYPE is not allowed; remove it and write any entities as characters") \
	C(COMPLAINT_XML_ENTITY, "entiteten &{0}; er ikke tillatt; skriv selve tegnet", \
	    "entiteten &{0}; er ikkje tillaten; skriv sjølve teiknet", \
	    "the entity &{0}; is not allowed; write the character itself") \
	C(COMPLAINT_XML_DEPTH, "elementene ligger mer enn {0} nivåer inni hverandre; forenkle dokumentet", \
	    "elementa ligg meir enn {0} nivå inni kvarandre; forenkle dokumentet", \
	    "elements lie more than {0} levels deep; flatten the document") \
	C(COMPLAINT_XML_ATTRIBUTES, "<{0}> har flere enn {1} attributter; ta bort noen", \
	    "<{0}> har fleire enn {1} attributt; ta bort nokre", \
	    "<{0}> has more than {1} attributes; remove some") \
	C(COMPLAINT_XML_PREFIX, "«{0}» har et prefiks; skriv navnet uten", \
	    "«{0}» har eit prefiks; skriv namnet utan", \
	    "“{0}” has a prefix; write the name without one") \
	C(COMPLAINT_XML_NAMESPACE, "<{0}> er ikke i dokumentets navnerom; skriv xmlns=\"{1}\" på det ytterste elementet og ingen andre steder", \
	    "<{0}> er ikkje i dokumentet sitt namnerom; skriv xmlns=\"{1}\" på det ytste elementet og ingen andre stader", \
	    "<{0}> is not in the document's namespace; write xmlns=\"{1}\" on the outermost element and nowhere else") \
	C(COMPLAINT_XML_MISMATCH, "her står </{1}>, men <{0}> fra linje {2} er ikke avsluttet; skriv </{0}> først, eller rett navnet", \
	    "her står </{1}>, men <{0}> frå linje {2} er ikkje avslutta; skriv </{0}> først, eller rett namnet", \
	    "</{1}> stands here, but <{0}> from line {2} is not closed; write </{0}> first, or correct the name") \
	C(COMPLAINT_XML_UNCLOSED, "<{0}> blir aldri avsluttet; skriv </{0}> der det slutter", \
	    "<{0}> blir aldri avslutta; skriv </{0}> der det sluttar", \
	    "<{0}> is never closed; write </{0}> where it ends") \
	C(COMPLAINT_XML_AFTER_ROOT, "det står noe etter </{0}>, som skal være sist; ta det bort eller flytt det inn", \
	    "det står noko etter </{0}>, som skal vere sist; ta det bort eller flytt det inn", \
	    "something stands after </{0}>, which is to be last; take it away or move it inside") \
	C(COMPLAINT_XML_NO_ROOT, "dokumentet begynner ikke med et element; ta bort det som står foran <, eller skriv det ytterste elementet først", \
	    "dokumentet begynner ikkje med eit element; ta bort det som står framfor <, eller skriv det ytste elementet først", \
	    "the document does not begin with an element; take away what stands before <, or write the outermost element first") \
	C(COMPLAINT_XML_TWICE, "{0} står to ganger i samme tagg; behold den ene", \
	    "{0} står to gonger i same tagg; behald den eine", \
	    "{0} stands twice in the same tag; keep one of them") \
	C(COMPLAINT_XML_UNQUOTED, "{0} står i en tagg uten verdi i anførselstegn; skriv {0}=\"…\", eller sett inn > der taggen slutter", \
	    "{0} står i ein tagg utan verdi i hermeteikn; skriv {0}=\"…\", eller set inn > der taggen sluttar", \
	    "{0} stands in a tag without a value in quotes; write {0}=\"…\", or put > where the tag ends") \
	C(COMPLAINT_XML_VALUE_OPEN, "verdien av {0} inneholder < eller mangler det siste anførselstegnet; skriv &lt; for <, eller avslutt verdien", \
	    "verdien av {0} inneheld < eller manglar det siste hermeteiknet; skriv &lt; for <, eller avslutt verdien", \
	    "the value of {0} holds < or lacks its last quote; write &lt; for <, or close the value") \
	C(COMPLAINT_XML_LESS, "her står < uten at noe element begynner; skriv &lt; for tegnet <", \
	    "her står < utan at noko element begynner; skriv &lt; for teiknet <", \
	    "< stands here where no element begins; write &lt; for the character <") \
	C(COMPLAINT_XML_AMPERSAND, "her står & alene; skriv &amp; for tegnet &", \
	    "her står & åleine; skriv &amp; for teiknet &", \
	    "& stands here alone; write &amp; for the character &") \
	C(COMPLAINT_XML_REFERENCE, "&#…; med dette tallet er ikke noe tegn; skriv selve tegnet", \
	    "&#…; med dette talet er ikkje noko teikn; skriv sjølve teiknet", \
	    "&#…; with that number is no character; write the character itself") \
	C(COMPLAINT_XML_CHARACTER, "her er et usynlig tegn ({0}) som XML ikke kan ha; ta det bort", \
	    "her er eit usynleg teikn ({0}) som XML ikkje kan ha; ta det bort", \
	    "here is an invisible character ({0}) that XML cannot hold; take it away") \
	C(COMPLAINT_XML_COMMENT, "en kommentar er ikke avsluttet eller har -- inni; avslutt den med -->, og ta bort -- inni", \
	    "ein kommentar er ikkje avslutta eller har -- inni; avslutt han med -->, og ta bort -- inni", \
	    "a comment is not closed or has -- inside; close it with -->, and take -- inside away") \
	C(COMPLAINT_XML_CDATA, "<![CDATA[ og ]]> hører sammen; avslutt med ]]>, og skriv ]]&gt; der det bare er tekst", \
	    "<![CDATA[ og ]]> høyrer saman; avslutt med ]]>, og skriv ]]&gt; der det berre er tekst", \
	    "<![CDATA[ and ]]> belong together; close with ]]>, and write ]]&gt; where it is only text") \
	C(COMPLAINT_XML_INSTRUCTION, "<?…?> er ikke skrevet riktig eller står feil; skriv <?xml version=\"1.0\" encoding=\"UTF-8\"?> helt først, eller ta det bort", \
	    "<?…?> er ikkje skrive rett eller står feil; skriv <?xml version=\"1.0\" encoding=\"UTF-8\"?> heilt først, eller ta det bort", \
	    "<?…?> is not written right or stands in the wrong place; write <?xml version=\"1.0\" encoding=\"UTF-8\"?> at the very start, or take it away") \
	C(COMPLAINT_TOO_LARGE, "dokumentet er større enn {0} kB; del det opp eller ta bort tekst", \
	    "dokumentet er større enn {0} kB; del det opp eller ta bort tekst", \
	    "the document is larger than {0} kB; split it or take text away") \
	C(COMPLAINT_ROOT, "ytterste element er <{0}>; det må være <{1}>", \
	    "ytterste element er <{0}>; det må vere <{1}>", \
	    "the outermost element is <{0}>; it must be <{1}>") \
	C(COMPLAINT_RNG, "skjemaet {1} godtar ikke dokumentet ({0}); rett det", \
	    "skjemaet {1} godtar ikkje dokumentet ({0}); rett det", \
	    "{1} doesn't accept the document ({0}); correct it") \
	C(COMPLAINT_EXTENDS, "det delte dokumentet «{0}» finnes ikke; legg det i shared/{0}.xml ved siden av ordningen, eller rett extends", \
	    "det delte dokumentet «{0}» finst ikkje; legg det i shared/{0}.xml ved sidan av ordninga, eller rett extends", \
	    "there is no shared document “{0}”; put it in shared/{0}.xml beside the scheme, or correct extends") \
	C(COMPLAINT_EXTENDS_ID, "extends=\"{0}\" går ikke; skriv {1}", \
	    "extends=\"{0}\" går ikkje; skriv {1}", \
	    "extends=\"{0}\" won't do; write {1}") \
	C(COMPLAINT_EXTENDS_DEEP, "delte dokumenter som bygger på hverandre, kan være høyst {0}; ta bort extends her, og se etter om de går i ring", \
	    "delte dokument som byggjer på kvarandre, kan vere høgst {0}; ta bort extends her, og se etter om dei går i ring", \
	    "at most {0} shared documents may extend one another; take extends away here, and see whether they go round in a ring") \
	C(COMPLAINT_SHARED_ROOT, "det delte dokumentet må begynne med <shared id=\"{0}\">; rett det", \
	    "det delte dokumentet må begynne med <shared id=\"{0}\">; rett det", \
	    "the shared document must begin with <shared id=\"{0}\">; correct it") \
	C(COMPLAINT_SHARED_TESTS, "prøvene hører til hver ordning; flytt <tests> dit", \
	    "prøvene høyrer til kvar ordning; flytt <tests> dit", \
	    "tests belong to each scheme; move <tests> there") \
	C(COMPLAINT_WITHOUT, "<without id=\"{0}\"> tar ikke bort noe: ingenting delt har den id-en; rett den eller ta den bort", \
	    "<without id=\"{0}\"> tar ikkje bort noko: ingenting delt har den id-en; rett den eller ta den bort", \
	    "<without id=\"{0}\"> takes nothing away: nothing shared has that id; correct it or take it away") \
	C(COMPLAINT_TAKE, "<take id=\"{0}\"> får ikke noe: ingenting delt har den id-en; rett den eller ta den bort", \
	    "<take id=\"{0}\"> får ikkje noko: ingenting delt har den id-en; rett den eller ta den bort", \
	    "<take id=\"{0}\"> gets nothing: nothing shared has that id; correct it or take it away") \
	/* names and how many */ \
	C(COMPLAINT_ATTRIBUTE_UNKNOWN, "«{0}» er ikke noe attributt på <{1}>; ta det bort eller rett navnet{2}", \
	    "«{0}» er ikkje noko attributt på <{1}>; ta det bort eller rett namnet{2}", \
	    "“{0}” is no attribute of <{1}>; take it away or correct the name{2}") \
	C(COMPLAINT_ATTRIBUTE_MISSING, "<{0}> mangler {1}=\"…\"; skriv {2}", \
	    "<{0}> manglar {1}=\"…\"; skriv {2}", \
	    "<{0}> lacks {1}=\"…\"; write {2}") \
	C(COMPLAINT_ATTRIBUTE_VALUE, "{0}=\"{2}\" på <{1}> går ikke; skriv {3}", \
	    "{0}=\"{2}\" på <{1}> går ikkje; skriv {3}", \
	    "{0}=\"{2}\" on <{1}> won't do; write {3}") \
	C(COMPLAINT_ELEMENT_UNKNOWN, "<{0}> kan ikke stå i <{1}>; der kan stå: {2}", \
	    "<{0}> kan ikkje stå i <{1}>; der kan stå: {2}", \
	    "<{0}> can't stand in <{1}>; what can: {2}") \
	C(COMPLAINT_ELEMENT_MISSPELT, "<{0}> kan ikke stå i <{1}>; rett navnet{2}", \
	    "<{0}> kan ikkje stå i <{1}>; rett namnet{2}", \
	    "<{0}> can't stand in <{1}>; correct the name{2}") \
	C(COMPLAINT_ELEMENT_IN_EMPTY, "<{0}> kan ikke stå i <{1}>, som skal være tomt; ta det bort", \
	    "<{0}> kan ikkje stå i <{1}>, som skal vere tomt; ta det bort", \
	    "<{0}> can't stand in <{1}>, which must be empty; take it away") \
	C(COMPLAINT_ELEMENT_TWICE, "<{0}> står mer enn én gang i <{1}>; behold ett", \
	    "<{0}> står meir enn éin gong i <{1}>; behald eitt", \
	    "<{0}> stands more than once in <{1}>; keep one") \
	C(COMPLAINT_ELEMENT_MISSING, "<{0}> mangler <{1}>; legg det til", \
	    "<{0}> manglar <{1}>; legg det til", \
	    "<{0}> lacks <{1}>; add it") \
	C(COMPLAINT_GROUP_MISSING, "<{0}> har ingen felt; legg til minst ett", \
	    "<{0}> har ingen felt; legg til minst eitt", \
	    "<{0}> has no fields; add at least one") \
	C(COMPLAINT_TEXT_MISSING, "<{0}> mangler teksten på {1}; skriv <{1}>…</{1}>", \
	    "<{0}> manglar teksten på {1}; skriv <{1}>…</{1}>", \
	    "<{0}> lacks its text in {1}; write <{1}>…</{1}>") \
	C(COMPLAINT_TEXT_LOOSE, "teksten «{1}» står løst i <{0}>; sett den i <nb> og <nn>", \
	    "teksten «{1}» står laust i <{0}>; sett den i <nb> og <nn>", \
	    "the text “{1}” stands loose in <{0}>; put it in <nb> and <nn>") \
	C(COMPLAINT_TEXT_MARKED_UP, "<{0}> inneholder <{1}>; skriv bare ren tekst", \
	    "<{0}> inneheld <{1}>; skriv berre rein tekst", \
	    "<{0}> holds <{1}>; write plain text only") \
	C(COMPLAINT_TEXT_EMPTY, "<{0}> er tomt; skriv teksten eller ta bort elementet rundt", \
	    "<{0}> er tomt; skriv teksten eller ta bort elementet rundt", \
	    "<{0}> is empty; write the text or take away the element around it") \
	C(COMPLAINT_TEXT_LONG, "teksten i <{0}> er lengre enn 5000 tegn; kort den ned", \
	    "teksten i <{0}> er lengre enn 5000 teikn; kort den ned", \
	    "the text in <{0}> is longer than 5000 characters; shorten it") \
	C(COMPLAINT_MANY, "<{0}> har flere enn 500 <{1}>; ta bort noen", \
	    "<{0}> har fleire enn 500 <{1}>; ta bort nokre", \
	    "<{0}> has more than 500 <{1}>; take some away") \
	/* expressions */ \
	C(COMPLAINT_EXPR_EMPTY, "uttrykket er tomt; skriv det eller ta bort attributtet", \
	    "uttrykket er tomt; skriv det eller ta bort attributtet", \
	    "the expression is empty; write it or take the attribute away") \
	C(COMPLAINT_EXPR_LENGTH, "uttrykket er lengre enn 2000 tegn; del regelen opp", \
	    "uttrykket er lengre enn 2000 teikn; del regelen opp", \
	    "the expression is longer than 2000 characters; split the rule") \
	C(COMPLAINT_EXPR_NODES, "uttrykket har for mange ledd; del regelen opp", \
	    "uttrykket har for mange ledd; del regelen opp", \
	    "the expression has too many parts; split the rule") \
	C(COMPLAINT_EXPR_DEPTH, "uttrykket har for mange nivåer av parenteser; forenkle det", \
	    "uttrykket har for mange nivå av parenteser; forenkle det", \
	    "the expression is nested too deeply; simplify it") \
	C(COMPLAINT_EXPR_NUMBER, "tallet er for stort; skriv et mindre", \
	    "talet er for stort; skriv eit mindre", \
	    "the number is too large; write a smaller one") \
	C(COMPLAINT_EXPR_NUMBER_NAME, "et tall går rett over i et ord; sett mellomrom eller rett det", \
	    "eit tal går rett over i eit ord; sett mellomrom eller rett det", \
	    "a number runs into a word; put a space between or correct it") \
	C(COMPLAINT_EXPR_QUOTE, "teksten slutter ikke; sett et anførselstegn til", \
	    "teksten sluttar ikkje; sett eit hermeteikn til", \
	    "the text doesn't end; add a closing quote") \
	C(COMPLAINT_EXPR_PARENTHESIS, "det mangler en sluttparentes; sett inn «)»", \
	    "det manglar ein sluttparentes; sett inn «)»", \
	    "a closing parenthesis is missing; put in “)”") \
	C(COMPLAINT_EXPR_PARENTHESIS_OPEN, "det er en sluttparentes for mye; ta den bort", \
	    "det er ein sluttparentes for mykje; ta den bort", \
	    "there is a closing parenthesis too many; take it away") \
	C(COMPLAINT_EXPR_OPERATOR, "det mangler noe mellom to ledd; sett inn for eksempel «and» eller «=»", \
	    "det manglar noko mellom to ledd; sett inn til dømes «and» eller «=»", \
	    "something is missing between two parts; put in for example “and” or “=”") \
	C(COMPLAINT_EXPR_CHAIN, "to sammenlikninger står etter hverandre; skriv «a < b and b < c»", \
	    "to samanlikningar står etter kvarandre; skriv «a < b and b < c»", \
	    "two comparisons follow each other; write “a < b and b < c”") \
	C(COMPLAINT_EXPR_END, "uttrykket slutter for tidlig; skriv resten", \
	    "uttrykket sluttar for tidleg; skriv resten", \
	    "the expression ends too early; write the rest") \
	C(COMPLAINT_EXPR_PATH, "stier som ../ og @ finnes ikke her; skriv bare navnet på feltet", \
	    "stiar som ../ og @ finst ikkje her; skriv berre namnet på feltet", \
	    "paths like ../ and @ don't exist here; write the field's name only") \
	C(COMPLAINT_EXPR_SIGN, "«{0}» kan ikke stå her; ta det bort", \
	    "«{0}» kan ikkje stå her; ta det bort", \
	    "“{0}” can't stand here; take it away") \
	C(COMPLAINT_EXPR_PREFIX, "«{0}» er ikke et funksjonskall; skriv «{0}(…)»", \
	    "«{0}» er ikkje eit funksjonskall; skriv «{0}(…)»", \
	    "“{0}” is no call; write “{0}(…)”") \
	C(COMPLAINT_EXPR_SELF, "«.» finnes bare i constraint på felt med ett svar; skriv navnet på feltet", \
	    "«.» finst berre i constraint på felt med eitt svar; skriv namnet på feltet", \
	    "“.” exists only in the constraint of a field with one answer; write the field's name") \
	C(COMPLAINT_EXPR_FUNCTION, "funksjonen «{0}» finnes ikke; rett navnet", \
	    "funksjonen «{0}» finst ikkje; rett namnet", \
	    "there is no function “{0}”; correct the name") \
	C(COMPLAINT_EXPR_ARGUMENTS, "{0}() skal ha {1} argumenter og har {2}; rett det", \
	    "{0}() skal ha {1} argument og har {2}; rett det", \
	    "{0}() takes {1} arguments and has {2}; correct it") \
	C(COMPLAINT_EXPR_ARGUMENTS_FEW, "{0}() skal ha minst {1} argumenter og har {2}; legg til", \
	    "{0}() skal ha minst {1} argument og har {2}; legg til", \
	    "{0}() takes at least {1} arguments and has {2}; add some") \
	C(COMPLAINT_EXPR_ARGUMENTS_MANY, "{0}() har flere enn 16 argumenter; del det opp", \
	    "{0}() har fleire enn 16 argument; del det opp", \
	    "{0}() has more than 16 arguments; split it") \
	C(COMPLAINT_EXPR_NAME, "det finnes ikke noe felt eller faktum som heter «{0}»; rett navnet", \
	    "det finst ikkje noko felt eller faktum som heiter «{0}»; rett namnet", \
	    "there is no field or fact called “{0}”; correct the name") \
	C(COMPLAINT_EXPR_MINUS, "det finnes ikke noe felt som heter «{0}»; sett mellomrom rundt minus", \
	    "det finst ikkje noko felt som heiter «{0}»; sett mellomrom rundt minus", \
	    "there is no field called “{0}”; put spaces around minus") \
	C(COMPLAINT_EXPR_TYPE, "her står {0}, men det trengs {1}; rett uttrykket", \
	    "her står {0}, men det trengst {1}; rett uttrykket", \
	    "here is {0}, but {1} is needed; correct the expression") \
	C(COMPLAINT_EXPR_COMPARE, "{0} og {1} kan ikke sammenliknes; rett uttrykket", \
	    "{0} og {1} kan ikkje samanliknast; rett uttrykket", \
	    "{0} and {1} can't be compared; correct the expression") \
	C(COMPLAINT_EXPR_ORDER, "{0} kan ikke være større eller mindre; bruk = eller !=", \
	    "{0} kan ikkje vere større eller mindre; bruk = eller !=", \
	    "{0} can't be greater or less; use = or !=") \
	C(COMPLAINT_EXPR_USE_DATE, "en dato sammenliknes ikke med en tekst; skriv t:date('2026-01-31')", \
	    "ein dato blir ikkje samanlikna med ein tekst; skriv t:date('2026-01-31')", \
	    "a date isn't compared with a text; write t:date('2026-01-31')") \
	C(COMPLAINT_EXPR_USE_CODE, "«{0}» er et svar, ikke sant eller usant; skriv for eksempel {0} = '{1}'", \
	    "«{0}» er eit svar, ikkje sant eller usant; skriv til dømes {0} = '{1}'", \
	    "“{0}” is an answer, not true or false; write for example {0} = '{1}'") \
	C(COMPLAINT_EXPR_USE_SELECTED, "«{0}» kan ha flere svar; bruk t:selected({0}, 'kode') eller count({0})", \
	    "«{0}» kan ha fleire svar; bruk t:selected({0}, 'kode') eller count({0})", \
	    "“{0}” can have several answers; use t:selected({0}, 'code') or count({0})") \
	C(COMPLAINT_EXPR_USE_COUNT, "«{0}» er ikke én verdi; bruk count({0})", \
	    "«{0}» er ikkje éin verdi; bruk count({0})", \
	    "“{0}” is not one value; use count({0})") \
	C(COMPLAINT_EXPR_USE_SUM, "«{0}» er en kolonne; bruk sum({0})", \
	    "«{0}» er ein kolonne; bruk sum({0})", \
	    "“{0}” is a column; use sum({0})") \
	C(COMPLAINT_EXPR_CODE, "«{0}» er ikke noe svar på «{1}»; velg blant {2}", \
	    "«{0}» er ikkje noko svar på «{1}»; vel blant {2}", \
	    "“{0}” is no answer to “{1}”; choose among {2}") \
	C(COMPLAINT_EXPR_DAY, "«{0}» er ingen dag; skriv den som 2026-01-31", \
	    "«{0}» er ingen dag; skriv den som 2026-01-31", \
	    "“{0}” is no day; write it like 2026-01-31") \
	C(COMPLAINT_EXPR_FIGURE, "t:figure() trenger navnet på et tall i conf/figures, som 'innbyggere-67'; rett det", \
	    "t:figure() treng namnet på eit tal i conf/figures, som 'innbyggere-67'; rett det", \
	    "t:figure() needs the name of a figure in conf/figures, like 'innbyggere-67'; correct it") \
	C(COMPLAINT_EXPR_WANTS_CODES, "{0}() trenger et felt med flere svar; bruk = for ett svar", \
	    "{0}() treng eit felt med fleire svar; bruk = for eitt svar", \
	    "{0}() needs a field with several answers; use = for one answer") \
	C(COMPLAINT_EXPR_WANTS_COLUMN, "{0}() trenger en kolonne, som kostnader.cash; rett det", \
	    "{0}() treng ein kolonne, som kostnader.cash; rett det", \
	    "{0}() needs a column, like kostnader.cash; correct it") \
	C(COMPLAINT_EXPR_WANTS_COUNTABLE, "{0}() trenger en tabell, en kolonne, vedlegg eller et felt med flere svar; rett det", \
	    "{0}() treng ein tabell, ein kolonne, vedlegg eller eit felt med fleire svar; rett det", \
	    "{0}() needs a table, a column, attachments or a field with several answers; correct it") \
	C(COMPLAINT_EXPR_WANTS_NAME, "{0}() trenger navnet på et felt; rett det", \
	    "{0}() treng namnet på eit felt; rett det", \
	    "{0}() needs a field's name; correct it") \
	C(COMPLAINT_EXPR_WANTS_VALUE, "{0}() trenger én verdi; rett det", \
	    "{0}() treng éin verdi; rett det", \
	    "{0}() needs one value; correct it") \
	C(COMPLAINT_EXPR_WANTS_QUOTED, "{0}() trenger et navn i anførselstegn; skriv for eksempel 'this'", \
	    "{0}() treng eit namn i hermeteikn; skriv til dømes 'this'", \
	    "{0}() needs a name in quotes; write for example 'this'") \
	C(COMPLAINT_EXPR_SCHEME, "«{0}» er ikke navnet på en ordning; skriv 'this', 'any' eller ordningens id", \
	    "«{0}» er ikkje namnet på ei ordning; skriv 'this', 'any' eller ordninga si id", \
	    "“{0}” is no scheme's name; write 'this', 'any' or the scheme's id") \
	C(COMPLAINT_EXPR_REGISTER, "det finnes ikke noe register som heter «{0}»; skriv 'frivillighetsregisteret', 'enhetsregisteret', 'foretaksregisteret', 'nif', 'dfs' eller 'nbf'", \
	    "det finst ikkje noko register som heiter «{0}»; skriv 'frivillighetsregisteret', 'enhetsregisteret', 'foretaksregisteret', 'nif', 'dfs' eller 'nbf'", \
	    "there is no register called “{0}”; write 'frivillighetsregisteret', 'enhetsregisteret', 'foretaksregisteret', 'nif', 'dfs' or 'nbf'") \
	C(COMPLAINT_EXPR_LIST, "ordningen har ingen liste som heter «{0}»; legg til <list id=\"{0}\"> i <lists>, eller rett navnet", \
	    "ordninga har inga liste som heiter «{0}»; legg til <list id=\"{0}\"> i <lists>, eller rett namnet", \
	    "the scheme has no list called “{0}”; add <list id=\"{0}\"> to <lists>, or correct the name") \
	C(COMPLAINT_EXPRESSION, "{0} på <{1}>, {2}", \
	    "{0} på <{1}>, {2}", \
	    "{0} on <{1}>, {2}") \
	C(COMPLAINT_FACT, "«{0}» finnes bare når skjemaet har <{1}>; legg feltet til eller ta bort uttrykket", \
	    "«{0}» finst berre når skjemaet har <{1}>; legg feltet til eller ta bort uttrykket", \
	    "“{0}” exists only when the form has <{1}>; add the field or take the expression away")
/* clang-format on */

#endif
