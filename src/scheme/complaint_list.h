/* complaint_list.h — the complaints themselves: name, bokmål, English; {0} to {3} are filled in. */
#ifndef SCHEME_COMPLAINT_LIST_H
#define SCHEME_COMPLAINT_LIST_H

/* clang-format off */
#define COMPLAINT_LIST(C) \
	C(COMPLAINT_NONE, "", "") \
	/* types, as words in other messages */ \
	C(WORD_ANYTHING, "hva som helst", "anything") \
	C(WORD_BOOLEAN, "sant eller usant", "true or false") \
	C(WORD_NUMBER, "et tall", "a number") \
	C(WORD_TEXT, "en tekst", "a text") \
	C(WORD_DATE, "en dato", "a date") \
	C(WORD_CODES, "flere valg", "several choices") \
	C(WORD_ROWS, "en tabell", "a table") \
	C(WORD_COLUMN, "en kolonne", "a column") \
	/* what attributes want */ \
	C(WANTED_ID, "små bokstaver a-z, tall og bindestrek, bokstav først, høyst 40 tegn", \
	    "small letters a-z, digits and hyphens, a letter first, at most 40 characters") \
	C(WANTED_SCHEME_ID, "3 til 64 tegn: små bokstaver a-z, tall og bindestrek", \
	    "3 to 64 characters: small letters a-z, digits and hyphens") \
	C(WANTED_CODE, "bokstaver a-z, tall, bindestrek og understrek, høyst 40 tegn", \
	    "letters a-z, digits, hyphens and underscores, at most 40 characters") \
	C(WANTED_ONE_OF, "ett av ordene: {0}", "one of the words: {0}") \
	C(WANTED_SOME_OF, "ett eller flere av ordene, hvert én gang: {0}", "one or more of the words, each once: {0}") \
	C(WANTED_INTEGER, "et helt tall fra {0} til {1}", "a whole number from {0} to {1}") \
	C(WANTED_NOK, "hele kroner bare med sifre, som 25000", "whole kroner in digits only, like 25000") \
	C(WANTED_PERCENT, "prosent fra 0 til 100, som 75 eller 33.33", "percent from 0 to 100, like 75 or 33.33") \
	C(WANTED_SCALE, "laveste og høyeste karakter, som 0-5", "lowest and highest mark, like 0-5") \
	C(WANTED_USES, "criterion:ID eller ord av: {0}", "criterion:ID or words of: {0}") \
	C(WANTED_DATE, "en dag som 2026-01-31", "a day like 2026-01-31") \
	C(WANTED_MOMENT, "en dag som 2026-01-31, eller dag og klokkeslett som 2026-01-31 12:00", \
	    "a day like 2026-01-31, or a day and a time like 2026-01-31 12:00") \
	C(WANTED_MONTH_DAY, "måned og dag som 02-01, en dag som finnes hvert år", \
	    "month and day like 02-01, a day that every year has") \
	C(WANTED_REFERENCES, "id-er med mellomrom mellom, hver én gang", "ids with spaces between, each once") \
	C(WANTED_FORMS, "registerets koder for organisasjonsform, hver én gang: FLI SA AS", \
	    "the register's codes of organisation forms, each once: FLI SA AS") \
	C(WANTED_WORDS, "noe annet enn tomt, høyst 2000 tegn", "something that isn't blank, at most 2000 characters") \
	C(SUGGESTION, "; mente du «{0}»?", "; did you mean “{0}”?") \
	/* the document as a whole */ \
	C(COMPLAINT_XML, "dokumentet kan ikke leses som XML ({0}); rett det og prøv igjen", \
	    "the document can't be read as XML ({0}); correct it and try again") \
	C(COMPLAINT_TOO_LARGE, "dokumentet er større enn {0} kB; del det opp eller ta bort tekst", \
	    "the document is larger than {0} kB; split it or take text away") \
	C(COMPLAINT_ROOT, "ytterste element er <{0}>; det må være <{1}>", "the outermost element is <{0}>; it must be <{1}>") \
	C(COMPLAINT_RNG, "skjemaet {1} godtar ikke dokumentet ({0}); rett det", \
	    "{1} doesn't accept the document ({0}); correct it") \
	C(COMPLAINT_EXTENDS, "det delte dokumentet «{0}» finnes ikke; legg det i shared/{0}.xml ved siden av ordningen, eller rett extends", \
	    "there is no shared document “{0}”; put it in shared/{0}.xml beside the scheme, or correct extends") \
	C(COMPLAINT_EXTENDS_ID, "extends=\"{0}\" går ikke; skriv {1}", "extends=\"{0}\" won't do; write {1}") \
	C(COMPLAINT_EXTENDS_DEEP, "delte dokumenter som bygger på hverandre, kan være høyst {0}; ta bort extends her, og se etter om de går i ring", \
	    "at most {0} shared documents may extend one another; take extends away here, and see whether they go round in a ring") \
	C(COMPLAINT_SHARED_ROOT, "det delte dokumentet må begynne med <shared id=\"{0}\">; rett det", \
	    "the shared document must begin with <shared id=\"{0}\">; correct it") \
	C(COMPLAINT_SHARED_TESTS, "prøvene hører til hver ordning; flytt <tests> dit", "tests belong to each scheme; move <tests> there") \
	C(COMPLAINT_WITHOUT, "<without id=\"{0}\"> tar ikke bort noe: ingenting delt har den id-en; rett den eller ta den bort", \
	    "<without id=\"{0}\"> takes nothing away: nothing shared has that id; correct it or take it away") \
	C(COMPLAINT_TAKE, "<take id=\"{0}\"> får ikke noe: ingenting delt har den id-en; rett den eller ta den bort", \
	    "<take id=\"{0}\"> gets nothing: nothing shared has that id; correct it or take it away") \
	/* names and how many */ \
	C(COMPLAINT_ATTRIBUTE_UNKNOWN, "«{0}» er ikke noe attributt på <{1}>; ta det bort eller rett navnet{2}", \
	    "“{0}” is no attribute of <{1}>; take it away or correct the name{2}") \
	C(COMPLAINT_ATTRIBUTE_MISSING, "<{0}> mangler {1}=\"…\"; skriv {2}", "<{0}> lacks {1}=\"…\"; write {2}") \
	C(COMPLAINT_ATTRIBUTE_VALUE, "{0}=\"{2}\" på <{1}> går ikke; skriv {3}", "{0}=\"{2}\" on <{1}> won't do; write {3}") \
	C(COMPLAINT_ELEMENT_UNKNOWN, "<{0}> kan ikke stå i <{1}>; der kan stå: {2}", "<{0}> can't stand in <{1}>; what can: {2}") \
	C(COMPLAINT_ELEMENT_MISSPELT, "<{0}> kan ikke stå i <{1}>; rett navnet{2}", "<{0}> can't stand in <{1}>; correct the name{2}") \
	C(COMPLAINT_ELEMENT_IN_EMPTY, "<{0}> kan ikke stå i <{1}>, som skal være tomt; ta det bort", \
	    "<{0}> can't stand in <{1}>, which must be empty; take it away") \
	C(COMPLAINT_ELEMENT_TWICE, "<{0}> står mer enn én gang i <{1}>; behold ett", "<{0}> stands more than once in <{1}>; keep one") \
	C(COMPLAINT_ELEMENT_MISSING, "<{0}> mangler <{1}>; legg det til", "<{0}> lacks <{1}>; add it") \
	C(COMPLAINT_GROUP_MISSING, "<{0}> har ingen felt; legg til minst ett", "<{0}> has no fields; add at least one") \
	C(COMPLAINT_TEXT_MISSING, "<{0}> mangler teksten på {1}; skriv <{1}>…</{1}>", "<{0}> lacks its text in {1}; write <{1}>…</{1}>") \
	C(COMPLAINT_TEXT_LOOSE, "teksten «{1}» står løst i <{0}>; sett den i <nb> og <nn>", \
	    "the text “{1}” stands loose in <{0}>; put it in <nb> and <nn>") \
	C(COMPLAINT_TEXT_MARKED_UP, "<{0}> inneholder <{1}>; skriv bare ren tekst", "<{0}> holds <{1}>; write plain text only") \
	C(COMPLAINT_TEXT_EMPTY, "<{0}> er tomt; skriv teksten eller ta bort elementet rundt", \
	    "<{0}> is empty; write the text or take away the element around it") \
	/* expressions */ \
	C(COMPLAINT_EXPR_EMPTY, "uttrykket er tomt; skriv det eller ta bort attributtet", \
	    "the expression is empty; write it or take the attribute away") \
	C(COMPLAINT_EXPR_LENGTH, "uttrykket er lengre enn 2000 tegn; del regelen opp", \
	    "the expression is longer than 2000 characters; split the rule") \
	C(COMPLAINT_EXPR_NODES, "uttrykket har for mange ledd; del regelen opp", "the expression has too many parts; split the rule") \
	C(COMPLAINT_EXPR_DEPTH, "uttrykket har for mange nivåer av parenteser; forenkle det", \
	    "the expression is nested too deeply; simplify it") \
	C(COMPLAINT_EXPR_NUMBER, "tallet er for stort; skriv et mindre", "the number is too large; write a smaller one") \
	C(COMPLAINT_EXPR_NUMBER_NAME, "et tall går rett over i et ord; sett mellomrom eller rett det", \
	    "a number runs into a word; put a space between or correct it") \
	C(COMPLAINT_EXPR_QUOTE, "teksten slutter ikke; sett et anførselstegn til", "the text doesn't end; add a closing quote") \
	C(COMPLAINT_EXPR_PARENTHESIS, "det mangler en sluttparentes; sett inn «)»", "a closing parenthesis is missing; put in “)”") \
	C(COMPLAINT_EXPR_PARENTHESIS_OPEN, "det er en sluttparentes for mye; ta den bort", \
	    "there is a closing parenthesis too many; take it away") \
	C(COMPLAINT_EXPR_OPERATOR, "det mangler noe mellom to ledd; sett inn for eksempel «and» eller «=»", \
	    "something is missing between two parts; put in for example “and” or “=”") \
	C(COMPLAINT_EXPR_CHAIN, "to sammenlikninger står etter hverandre; skriv «a < b and b < c»", \
	    "two comparisons follow each other; write “a < b and b < c”") \
	C(COMPLAINT_EXPR_END, "uttrykket slutter for tidlig; skriv resten", "the expression ends too early; write the rest") \
	C(COMPLAINT_EXPR_PATH, "stier som ../ og @ finnes ikke her; skriv bare navnet på feltet", \
	    "paths like ../ and @ don't exist here; write the field's name only") \
	C(COMPLAINT_EXPR_SIGN, "«{0}» kan ikke stå her; ta det bort", "“{0}” can't stand here; take it away") \
	C(COMPLAINT_EXPR_PREFIX, "«{0}» er ikke et funksjonskall; skriv «{0}(…)»", "“{0}” is no call; write “{0}(…)”") \
	C(COMPLAINT_EXPR_SELF, "«.» finnes bare i constraint på felt med ett svar; skriv navnet på feltet", \
	    "“.” exists only in the constraint of a field with one answer; write the field's name") \
	C(COMPLAINT_EXPR_FUNCTION, "funksjonen «{0}» finnes ikke; rett navnet", "there is no function “{0}”; correct the name") \
	C(COMPLAINT_EXPR_ARGUMENTS, "{0}() skal ha {1} argumenter og har {2}; rett det", "{0}() takes {1} arguments and has {2}; correct it") \
	C(COMPLAINT_EXPR_ARGUMENTS_FEW, "{0}() skal ha minst {1} argumenter og har {2}; legg til", \
	    "{0}() takes at least {1} arguments and has {2}; add some") \
	C(COMPLAINT_EXPR_ARGUMENTS_MANY, "{0}() har flere enn 16 argumenter; del det opp", \
	    "{0}() has more than 16 arguments; split it") \
	C(COMPLAINT_EXPR_NAME, "det finnes ikke noe felt eller faktum som heter «{0}»; rett navnet", \
	    "there is no field or fact called “{0}”; correct the name") \
	C(COMPLAINT_EXPR_MINUS, "det finnes ikke noe felt som heter «{0}»; sett mellomrom rundt minus", \
	    "there is no field called “{0}”; put spaces around minus") \
	C(COMPLAINT_EXPR_TYPE, "her står {0}, men det trengs {1}; rett uttrykket", "here is {0}, but {1} is needed; correct the expression") \
	C(COMPLAINT_EXPR_COMPARE, "{0} og {1} kan ikke sammenliknes; rett uttrykket", "{0} and {1} can't be compared; correct the expression") \
	C(COMPLAINT_EXPR_ORDER, "{0} kan ikke være større eller mindre; bruk = eller !=", "{0} can't be greater or less; use = or !=") \
	C(COMPLAINT_EXPR_USE_DATE, "en dato sammenliknes ikke med en tekst; skriv t:date('2026-01-31')", \
	    "a date isn't compared with a text; write t:date('2026-01-31')") \
	C(COMPLAINT_EXPR_USE_CODE, "«{0}» er et svar, ikke sant eller usant; skriv for eksempel {0} = '{1}'", \
	    "“{0}” is an answer, not true or false; write for example {0} = '{1}'") \
	C(COMPLAINT_EXPR_USE_SELECTED, "«{0}» kan ha flere svar; bruk t:selected({0}, 'kode') eller count({0})", \
	    "“{0}” can have several answers; use t:selected({0}, 'code') or count({0})") \
	C(COMPLAINT_EXPR_USE_COUNT, "«{0}» er ikke én verdi; bruk count({0})", "“{0}” is not one value; use count({0})") \
	C(COMPLAINT_EXPR_USE_SUM, "«{0}» er en kolonne; bruk sum({0})", "“{0}” is a column; use sum({0})") \
	C(COMPLAINT_EXPR_CODE, "«{0}» er ikke noe svar på «{1}»; velg blant {2}", "“{0}” is no answer to “{1}”; choose among {2}") \
	C(COMPLAINT_EXPR_DAY, "«{0}» er ingen dag; skriv den som 2026-01-31", "“{0}” is no day; write it like 2026-01-31") \
	C(COMPLAINT_EXPR_FIGURE, "t:figure() trenger navnet på et tall i conf/figures, som 'innbyggere-67'; rett det", \
	    "t:figure() needs the name of a figure in conf/figures, like 'innbyggere-67'; correct it") \
	C(COMPLAINT_EXPR_WANTS_CODES, "{0}() trenger et felt med flere svar; bruk = for ett svar", \
	    "{0}() needs a field with several answers; use = for one answer") \
	C(COMPLAINT_EXPR_WANTS_COLUMN, "{0}() trenger en kolonne, som kostnader.cash; rett det", \
	    "{0}() needs a column, like kostnader.cash; correct it") \
	C(COMPLAINT_EXPR_WANTS_COUNTABLE, "{0}() trenger en tabell, en kolonne, vedlegg eller et felt med flere svar; rett det", \
	    "{0}() needs a table, a column, attachments or a field with several answers; correct it") \
	C(COMPLAINT_EXPR_WANTS_NAME, "{0}() trenger navnet på et felt; rett det", "{0}() needs a field's name; correct it") \
	C(COMPLAINT_EXPR_WANTS_VALUE, "{0}() trenger én verdi; rett det", "{0}() needs one value; correct it") \
	C(COMPLAINT_EXPR_WANTS_QUOTED, "{0}() trenger et navn i anførselstegn; skriv for eksempel 'this'", \
	    "{0}() needs a name in quotes; write for example 'this'") \
	C(COMPLAINT_EXPR_SCHEME, "«{0}» er ikke navnet på en ordning; skriv 'this', 'any' eller ordningens id", \
	    "“{0}” is no scheme's name; write 'this', 'any' or the scheme's id") \
	C(COMPLAINT_EXPR_REGISTER, "det finnes ikke noe register som heter «{0}»; skriv 'frivillighetsregisteret', 'enhetsregisteret', " \
	    "'foretaksregisteret', 'nif', 'dfs' eller 'nbf'", \
	    "there is no register called “{0}”; write 'frivillighetsregisteret', 'enhetsregisteret', 'foretaksregisteret', 'nif', " \
	    "'dfs' or 'nbf'") \
	C(COMPLAINT_EXPR_LIST, "ordningen har ingen liste som heter «{0}»; legg til <list id=\"{0}\"> i <lists>, eller rett navnet", \
	    "the scheme has no list called “{0}”; add <list id=\"{0}\"> to <lists>, or correct the name") \
	C(COMPLAINT_EXPRESSION, "{0} på <{1}>, {2}", "{0} on <{1}>, {2}") \
	C(COMPLAINT_FACT, "«{0}» finnes bare når skjemaet har <{1}>; legg feltet til eller ta bort uttrykket", \
	    "“{0}” exists only when the form has <{1}>; add the field or take the expression away") \
	/* the parts together */ \
	C(COMPLAINT_TWICE, "to <{0}> har {1}=\"{2}\"; gi den ene en annen", "two <{0}> have {1}=\"{2}\"; give one of them another") \
	C(COMPLAINT_RULE_BOTH, "regelen «{0}» har flere av test, judged-by og <alternative>; behold én av måtene", \
	    "rule “{0}” has several of test, judged-by and <alternative>; keep one way") \
	C(COMPLAINT_RULE_NEITHER, "regelen «{0}» har verken test, judged-by eller <alternative>; skriv én av dem", \
	    "rule “{0}” has neither test, judged-by nor <alternative>; write one of them") \
	C(COMPLAINT_RULE_ALTERNATIVE, "regelen «{0}» har bare ett <alternative>; legg til flere, eller bruk test", \
	    "rule “{0}” has one <alternative> only; add more, or use test") \
	C(COMPLAINT_RULE_FOR, "regelen «{0}» er for {1}, som ikke kan søke; rett for eller legg til <applicant type=\"{1}\">", \
	    "rule “{0}” is for {1}, which may not apply; correct for, or add <applicant type=\"{1}\">") \
	C(COMPLAINT_FORM_LISTS, "<organisation-form> trenger allow, deny eller ask, og ikke både allow og deny; rett det", \
	    "<organisation-form> needs allow, deny or ask, and not both allow and deny; correct it") \
	C(COMPLAINT_PERSON_REGISTER, "personer står ikke i registre for organisasjoner; ta bort <requires> og <organisation-form>", \
	    "persons don't stand in registers of organisations; take <requires> and <organisation-form> away") \
	C(COMPLAINT_AID_DECLARED, "declared viser til «{0}», som ikke er noe <money>-felt; rett det eller legg feltet til", \
	    "declared points to “{0}”, which is no <money> field; correct it or add the field") \
	C(COMPLAINT_AID_CEILING, "bare bagatellmessig støtte har et tak; ta bort ceiling, eller rett basis til \"de-minimis\"", \
	    "only de minimis aid has a ceiling; take ceiling away, or correct basis to \"de-minimis\"") \
	C(COMPLAINT_RULE_OUTCOME, "regelen «{0}» er knock-out uten outcome; skriv outcome=\"dismissal\" (avvisning) eller \"rejection\" (avslag)", \
	    "rule “{0}” is a knock-out without outcome; write outcome=\"dismissal\" or \"rejection\"") \
	C(COMPLAINT_RULE_NO_OUTCOME, "regelen «{0}» er en advarsel og fører ikke til noe; ta bort outcome", \
	    "rule “{0}” is a warning and leads to nothing; take outcome away") \
	C(COMPLAINT_RULE_RESERVED, "«{0}» er en regel alle ordninger har; gi regelen en annen id", \
	    "“{0}” is a rule every scheme has; give the rule another id") \
	C(COMPLAINT_SCALE_MISSING, "kriteriene har vekter, men ingen skala; skriv for eksempel scale=\"0-5\"", \
	    "the criteria have weights but no scale; write for example scale=\"0-5\"") \
	C(COMPLAINT_WEIGHT_MISSING, "kriteriet «{0}» mangler vekt; skriv weight=\"…\"", "criterion “{0}” lacks a weight; write weight=\"…\"") \
	C(COMPLAINT_WEIGHTS, "vektene blir {0} til sammen; de må bli 100", "the weights add up to {0}; they must be 100") \
	C(COMPLAINT_ANCHOR, "karakteren {0} er utenfor skalaen {1}; rett den", "mark {0} is outside the scale {1}; correct it") \
	C(COMPLAINT_OVERALL_SCALE, "method=\"overall\" har ingen karakterer; ta bort scale", "method=\"overall\" has no marks; take scale away") \
	C(COMPLAINT_OVERALL_MARKS, "kriteriet «{0}» har vekt eller karakterer, men method er \"overall\"; ta dem bort", \
	    "criterion “{0}” has a weight or marks, but method is \"overall\"; take them away") \
	C(COMPLAINT_CRITERIA_MISSING, "ordningen sier ikke hva som teller; legg til <criteria>", \
	    "the scheme doesn't say what counts; add <criteria>") \
	C(COMPLAINT_CRITERIA_UNWANTED, "fordelingen regnes ut, så ingen vurderer etter kriterier; ta bort <criteria> eller bruk kind=\"judged\"", \
	    "the distribution is worked out, so nobody judges by criteria; take <criteria> away or use kind=\"judged\"") \
	C(COMPLAINT_NOTHING_GRADED, "ingen kriterier får karakter; bruk method=\"overall\", eller gi et kriterium kind=\"graded\"", \
	    "no criterion gets a mark; use method=\"overall\", or give a criterion kind=\"graded\"") \
	C(COMPLAINT_MIN_MARK_LOWEST, "ingen kan få lavere enn min-mark på «{0}»; skriv en høyere karakter eller ta det bort", \
	    "nobody can get less than min-mark of “{0}”; write a higher mark or take it away") \
	C(COMPLAINT_CRITERION_MARKS, "kriteriet «{0}» er kind=\"{1}\" og får ikke karakter; ta bort <anchor> og min-mark", \
	    "criterion “{0}” is kind=\"{1}\" and gets no mark; take <anchor> and min-mark away") \
	C(COMPLAINT_CRITERION_WEIGHT, "kriteriet «{0}» er kind=\"{1}\" og går ikke inn i summen; ta bort weight", \
	    "criterion “{0}” is kind=\"{1}\" and isn't in the total; take weight away") \
	C(COMPLAINT_WEIGHT_UNWANTED, "kriteriet «{0}» har vekt, men method er \"marks\"; ta bort weight", \
	    "criterion “{0}” has a weight, but method is \"marks\"; take weight away") \
	C(COMPLAINT_SPREAD_ALONE, "spread hører til kind=\"portfolio\"; ta det bort fra «{0}»", "spread belongs to kind=\"portfolio\"; take it away from “{0}”") \
	C(COMPLAINT_SPREAD, "«{0}» skal spres over «{1}», som ikke er noe spørsmål med valg; skriv municipality, applicant-type eller id-en til et valg", \
	    "“{0}” is to spread over “{1}”, which is no question with choices; write municipality, applicant-type or the id of a choice") \
	C(COMPLAINT_BELOW_ALONE, "below sier hva en karakter under min-mark betyr; skriv min-mark på «{0}» eller ta det bort", \
	    "below says what a mark under min-mark means; write min-mark on “{0}” or take it away") \
	C(COMPLAINT_LADDER_SHORT, "<ladder> har bare ett trinn; legg til flere <rung>", "<ladder> has one step only; add more <rung>") \
	C(COMPLAINT_RUNG_JUDGED, "en saksbehandler velger trinn, så when blir aldri brukt; ta bort when eller judged-by", \
	    "an officer chooses the step, so when is never used; take when or judged-by away") \
	C(COMPLAINT_RUNG_OPEN, "trinnet har ikke when og tar alle, så de neste blir aldri brukt; skriv when", \
	    "the step has no when and takes everyone, so the next are never used; write when") \
	C(COMPLAINT_RUNG_LAST, "det siste trinnet tar resten; ta bort when, så alle søknader har et trinn", \
	    "the last step takes the rest; take when away, so that every application has a step") \
	C(COMPLAINT_TIE_VALUE, "<tie-break by=\"{0}\"> sier ikke hva; skriv {0}=\"…\"", "<tie-break by=\"{0}\"> doesn't say what; write {0}=\"…\"") \
	C(COMPLAINT_TIE_WORDS, "<tie-break by=\"{0}\"> har ingen ord for søkere; skriv <nb> og <nn>", \
	    "<tie-break by=\"{0}\"> has no words for applicants; write <nb> and <nn>") \
	C(COMPLAINT_TIE_VALUE_ALONE, "{0}=\"…\" hører til by=\"{0}\"; ta det bort eller rett by", "{0}=\"…\" belongs to by=\"{0}\"; take it away or correct by") \
	C(COMPLAINT_TIE_TEST_ORDER, "de testen er sann for, kommer først; ta bort order", "those the test is true for come first; take order away") \
	C(COMPLAINT_TIE_ORDER, "<tie-break by=\"{0}\"> sier ikke hvem som kommer først; skriv order=\"ascending\" (minst) eller \"descending\" (mest)", \
	    "<tie-break by=\"{0}\"> doesn't say who comes first; write order=\"ascending\" (least) or \"descending\" (most)") \
	C(COMPLAINT_TIE_DRAW_ORDER, "loddtrekning har ingen rekkefølge; ta bort order", "a draw has no order; take order away") \
	C(COMPLAINT_TIE_SEED, "loddtrekningen sier ikke hva den trekkes av; skriv seed=\"…\", som alle kan lese før fristen", \
	    "the draw doesn't say what it is made from; write seed=\"…\", which all can read before the deadline") \
	C(COMPLAINT_TIE_SEED_ALONE, "seed hører til loddtrekning; ta den bort eller skriv by=\"draw\"", \
	    "seed belongs to a draw; take it away or write by=\"draw\"") \
	C(COMPLAINT_TIE_LAST, "etter loddtrekningen er ingen lenger like; sett den sist", "after the draw nobody is level; put it last") \
	C(COMPLAINT_LEVEL_CLOSED, "siste <decision> har en grense; ta bort up-to, så alle summer har noen som avgjør", \
	    "the last <decision> has a limit; take up-to away, so that every sum has someone who decides") \
	C(COMPLAINT_LEVEL_OPEN, "bare siste <decision> kan være uten up-to; skriv grensen", "only the last <decision> may be without up-to; write the limit") \
	C(COMPLAINT_LEVEL_ORDER, "grensene for <decision> må stige; sett den laveste først", "the limits of <decision> must rise; put the lowest first") \
	C(COMPLAINT_LEVEL_RECOMMENDED, "recommended-by er for organer som innstiller til et annet; skriv body også, eller ta det bort", \
	    "recommended-by is for bodies that recommend to another; write body too, or take it away") \
	C(COMPLAINT_PAYMENT_OF, "delene av utbetalingen blir {0} prosent til sammen for et tilskudd på {1} kr; de må bli 100 for alle summer", \
	    "the payment parts add up to {0} percent for a grant of {1} kroner; they must be 100 for every sum") \
	C(COMPLAINT_PAYMENT_LIMITS, "above er ikke lavere enn up-to, så delen gjelder ingen; rett grensene", \
	    "above is not below up-to, so the part is for nobody; correct the limits") \
	C(COMPLAINT_DUE_BOTH, "<{0}> har både months-after-end og due-day; behold én", "<{0}> has both months-after-end and due-day; keep one") \
	C(COMPLAINT_DUE_YEARS, "years-after på <{0}> hører til due-day; skriv den, eller ta bort years-after", \
	    "years-after on <{0}> belongs to due-day; write that, or take years-after away") \
	C(COMPLAINT_CERTIFICATION_OPEN, "siste <certification> skal være uten up-to, og bare den; rett grensene", \
	    "the last <certification> is without up-to, and only that; correct the limits") \
	C(COMPLAINT_CERTIFICATION_ORDER, "grensene for <certification> må stige; sett den laveste først", \
	    "the limits of <certification> must rise; put the lowest first") \
	C(COMPLAINT_MERGED, "status=\"merged\" og <merged-into> hører sammen; skriv begge eller ingen", \
	    "status=\"merged\" and <merged-into> belong together; write both or none") \
	C(COMPLAINT_OTHER_SELF, "dette er ordningen selv; skriv id-en til den andre", "this is the scheme itself; write the other one's id") \
	C(COMPLAINT_ARCHIVE_YEARS, "years og keep=\"years\" hører sammen; skriv begge eller ingen", \
	    "years and keep=\"years\" belong together; write both or none") \
	C(COMPLAINT_PAYMENT, "delene av utbetalingen blir {0} prosent til sammen; de må bli 100", "the payment parts add up to {0} percent; they must be 100") \
	C(COMPLAINT_PAYMENT_NOTHING, "delen er på 0 prosent; ta den bort", "the part is 0 percent; take it away") \
	C(COMPLAINT_REPORT_PERIOD, "months-after-end regnes fra slutten av perioden, men skjemaet har ingen <period>; legg den til", \
	    "months-after-end counts from the period's end, but the form has no <period>; add it") \
	/* amounts */ \
	C(COMPLAINT_SHARE_BASE, "<{0}> regner av noe skjemaet ikke spør om; legg til <{1}>", "<{0}> counts from something the form doesn't ask; add <{1}>") \
	C(COMPLAINT_AMOUNT_MISSING, "ordningen sier ikke hvor mye som kan gis; legg til <amount>", \
	    "the scheme doesn't say how much may be given; add <amount>") \
	C(COMPLAINT_COST_TYPE, "<{0}> viser til kostnadstypen «{1}», som <cost-table> ikke har; rett cost-type eller legg til <cost-type>", \
	    "<{0}> points to the cost type “{1}”, which <cost-table> doesn't have; correct cost-type or add <cost-type>") \
	C(COMPLAINT_COST_TYPE_RESERVED, "«{0}» er navnet på en kolonne i tabellen; gi kostnadstypen en annen code", \
	    "“{0}” is the name of a column of the table; give the cost type another code") \
	C(COMPLAINT_COST_TYPE_ALONE, "«{0}» har bare én kostnadstype; legg til flere eller ta den bort", \
	    "“{0}” has one cost type only; add more or take it away") \
	C(COMPLAINT_FOR_EACH, "for-each teller noe som ingen sum hører til; skriv nok=\"…\" eller ta det bort", \
	    "for-each counts something no sum belongs to; write nok=\"…\" or take it away") \
	C(COMPLAINT_MAX_TYPE, "cost-type sier hva andelen er av, men det er ingen share; skriv share=\"…\" eller ta det bort", \
	    "cost-type says what the share is of, but there is no share; write share=\"…\" or take it away") \
	C(COMPLAINT_SHARE_NOTHING, "<{0}> er på 0 prosent; skriv en andel eller ta det bort", "<{0}> is 0 percent; write a share or take it away") \
	C(COMPLAINT_SUB_CAP, "<sub-cap> setter ingen grense; skriv max-share, max-nok eller min-share", \
	    "<sub-cap> sets no limit; write max-share, max-nok or min-share") \
	C(COMPLAINT_FLOOR_EMPTY, "<award-floor> setter ingen grense; skriv share=\"…\" eller nok=\"…\"", \
	    "<award-floor> sets no limit; write share=\"…\" or nok=\"…\"") \
	C(COMPLAINT_FLOOR_OVER_MAX, "det minste som gis, er mer enn taket; rett <award-floor> eller <max>", \
	    "the least that is given is more than the cap; correct <award-floor> or <max>") \
	/* sharing the frame */ \
	C(COMPLAINT_POT_MISSING, "kind=\"formula\" sier ikke hvordan rammen deles; legg til <pot>", \
	    "kind=\"formula\" doesn't say how the frame is shared; add <pot>") \
	C(COMPLAINT_POT_UNWANTED, "<pot> hører til kind=\"formula\"; ta den bort eller rett kind", "<pot> belongs to kind=\"formula\"; take it away or correct kind") \
	C(COMPLAINT_POTS, "pottene blir {0} prosent til sammen; de må bli 100", "the pots are {0} percent together; they must be 100") \
	C(COMPLAINT_SPLITS, "delene av potten «{0}» blir {1} prosent til sammen; de må bli 100", "the splits of pot “{0}” are {1} percent together; they must be 100") \
	C(COMPLAINT_POT_HIDES, "potten «{0}» har ikke when og tar alle, så de neste blir aldri brukt; skriv when eller sett den sist", \
	    "pot “{0}” has no when and takes everyone, so the next are never used; write when or put it last") \
	C(COMPLAINT_POT_LIMITS, "i potten «{0}» er det meste 0 eller mindre enn det minste; rett min-nok eller max-nok", \
	    "in pot “{0}” the most is 0 or less than the least; correct min-nok or max-nok") \
	C(COMPLAINT_POT_BELOW, "below i potten «{0}» sier hva som skjer under min-nok; skriv min-nok eller ta det bort", \
	    "below in pot “{0}” says what happens under min-nok; write min-nok or take it away") \
	C(COMPLAINT_SPLIT_COUNT, "<split by=\"count\"> sier ikke hva som telles; skriv count=\"…\"", "<split by=\"count\"> doesn't say what is counted; write count=\"…\"") \
	C(COMPLAINT_SPLIT_COUNT_ALONE, "count hører til by=\"count\"; ta det bort eller rett by", "count belongs to by=\"count\"; take it away or correct by") \
	C(COMPLAINT_SPLIT_PARTS, "<split by=\"parts\"> sier ikke hvem som får hvor mange deler; legg til <weight>", \
	    "<split by=\"parts\"> doesn't say who gets how many parts; add <weight>") \
	C(COMPLAINT_SPLIT_PARTS_ALONE, "<weight> hører til by=\"parts\"; ta det bort eller rett by", "<weight> belongs to by=\"parts\"; take it away or correct by") \
	C(COMPLAINT_EARMARK_SIZE, "øremerkingen «{0}» må ha enten share eller nok, over 0; rett den", "earmark “{0}” must have either share or nok, above 0; correct it") \
	C(COMPLAINT_EARMARKS, "øremerkingene blir {0} prosent til sammen; de kan ikke bli mer enn 100", \
	    "the earmarks are {0} percent together; they can't be more than 100") \
	C(COMPLAINT_EARMARK_COMPUTED, "fordelingen regnes ut, så ingenting kan øremerkes; bruk <pot> eller ta bort <earmark>", \
	    "the distribution is worked out, so nothing can be earmarked; use <pot> or take <earmark> away") \
	C(COMPLAINT_DISTRIBUTION_WORD, "{0} hører ikke til denne fordelingen; ta det bort eller rett kind", "{0} doesn't belong to this distribution; take it away or correct kind") \
	C(COMPLAINT_GIVES_MISSING, "kind=\"everyone\" sier ikke hva hver får; skriv gives=\"equal\" eller \"amount\"", \
	    "kind=\"everyone\" doesn't say what each gets; write gives=\"equal\" or \"amount\"") \
	C(COMPLAINT_ROUND_UNWANTED, "<round> prøver fordelinger som regnes ut; ta den bort eller rett kind", "<round> tries distributions that are worked out; take it away or correct kind") \
	C(COMPLAINT_MAX_EMPTY, "<max> setter ingen grense; skriv nok=\"…\" eller share=\"…\"", "<max> sets no limit; write nok=\"…\" or share=\"…\"") \
	C(COMPLAINT_MAX_ZERO, "<max> er 0, så ingen kan få noe; skriv en grense over 0", "<max> is 0, so nobody can get anything; write a limit above 0") \
	C(COMPLAINT_MAX_OF, "of sier hva andelen er av, men det er ingen share; ta den bort", "of says what the share is of, but there is no share; take it away") \
	C(COMPLAINT_AMOUNT_OPEN, "<amount> setter ingen øvre grense; legg til <max>, <fixed>, <levels> eller <unit-rate>", \
	    "<amount> sets no upper limit; add <max>, <fixed>, <levels> or <unit-rate>") \
	C(COMPLAINT_SUM_ZERO, "<{0}> er 0, så ingen kan få noe; skriv en sum over 0", "<{0}> is 0, so nobody can get anything; write a sum above 0") \
	C(COMPLAINT_FIXED_AND_LEVELS, "ordningen har både <fixed> og <levels>; behold én", "the scheme has both <fixed> and <levels>; keep one") \
	C(COMPLAINT_FIXED_HIDDEN, "<fixed> over denne gjelder alltid, så denne blir aldri brukt; gi den øverste when, eller ta bort denne", \
	    "the <fixed> above this one always holds, so this one is never used; give the upper one a when, or take this away") \
	C(COMPLAINT_SUM_ALONE, "<levels> har bare én sum; bruk <fixed>", "<levels> has one sum only; use <fixed>") \
	C(COMPLAINT_SUM_ORDER, "summene i <levels> må stige; sett den laveste først", "the sums in <levels> must rise; put the lowest first") \
	C(COMPLAINT_SUM_UNDER_MIN, "summen er lavere enn minstesummen; rett en av dem", "the sum is below the smallest sum; correct one of them") \
	C(COMPLAINT_STEP_SUMS, "<step> runder summer, men summene her er faste; ta bort <step>", \
	    "<step> rounds sums, but the sums here are fixed; take <step> away") \
	C(COMPLAINT_STEP_OVER_MAX, "taket er lavere enn ett steg, så ingen kan få noe; rett <step> eller <max>", \
	    "the cap is below one step, so nobody can get anything; correct <step> or <max>") \
	C(COMPLAINT_MIN_OVER_MAX, "minstesummen er høyere enn taket; rett en av dem", "the smallest sum is above the cap; correct one of them") \
	C(COMPLAINT_SHARES, "andelen og egenandelen blir mer enn 100 prosent til sammen; rett en av dem", \
	    "the share and the own share are more than 100 percent together; correct one of them") \
	C(COMPLAINT_MIN_RULE, "<min> viser til regelen «{0}», som ikke finnes eller ikke har test; rett rule", \
	    "<min> points to the rule “{0}”, which doesn't exist or has no test; correct rule") \
	C(COMPLAINT_MIN_RULE_OTHER, "regelen «{0}» setter en annen grense enn {1} kr; rett regelen eller <min>", \
	    "rule “{0}” sets another limit than {1} kroner; correct the rule or <min>") \
	C(COMPLAINT_OWN_WORK, "<own-work> setter ingen grense; skriv max-rate=\"…\" eller max-share=\"…\"", \
	    "<own-work> sets no limit; write max-rate=\"…\" or max-share=\"…\"") \
	/* the form */ \
	C(COMPLAINT_FIELDS_MANY, "skjemaet har flere enn 500 felt; ta bort noen", "the form has more than 500 fields; take some away") \
	C(COMPLAINT_FIELD_TWICE, "to felt heter «{0}»; gi det ene en annen id", "two fields are called “{0}”; give one of them another id") \
	C(COMPLAINT_FIELD_FACT, "«{0}» er navnet på et faktum i uttrykk; gi feltet en annen id", \
	    "“{0}” is the name of a fact in expressions; give the field another id") \
	C(COMPLAINT_FIELD_ONCE, "skjemaet har mer enn én <{0}>; behold én", "the form has more than one <{0}>; keep one") \
	C(COMPLAINT_ROLE_TWICE, "to felt har role=\"{0}\"; behold én", "two fields have role=\"{0}\"; keep one") \
	C(COMPLAINT_OPTION_ALONE, "«{0}» har bare ett valg; legg til flere, eller bruk <statement>", \
	    "“{0}” has one option only; add more, or use <statement>") \
	C(COMPLAINT_OPTION_TWICE, "to valg i «{0}» har koden «{1}»; gi det ene en annen", "two options of “{0}” have the code “{1}”; give one of them another") \
	C(COMPLAINT_APPLIED_MISSING, "skjemaet spør ikke hvor mye det søkes om; legg til <applied-sum>, eller gi én fast sum med <fixed>", \
	    "the form doesn't ask how much is applied for; add <applied-sum>, or give one fixed sum with <fixed>") \
	C(COMPLAINT_TITLE_MISSING, "ingen <text> har role=\"title\"; gi den til feltet med navnet på tiltaket", \
	    "no <text> has role=\"title\"; give it to the field with the measure's name") \
	C(COMPLAINT_ALWAYS, "«{0}» må alltid besvares; skriv required=\"true()\" og ta bort relevant", \
	    "“{0}” must always be answered; write required=\"true()\" and take relevant away") \
	C(COMPLAINT_CONSTRAINT_TEXT, "«{0}» har en constraint uten <constraint-text>; skriv hva søkeren skal gjøre", \
	    "“{0}” has a constraint without <constraint-text>; write what the applicant should do") \
	C(COMPLAINT_CONSTRAINT_ALONE, "«{0}» har <constraint-text>, men ingen constraint; skriv den eller ta bort teksten", \
	    "“{0}” has <constraint-text> but no constraint; write it or take the text away") \
	C(COMPLAINT_FIELD_MIN_MAX, "min er større enn max på «{0}»; rett en av dem", "min is larger than max on “{0}”; correct one of them") \
	C(COMPLAINT_GROUP_ROWS, "min-rows er større enn max-rows på «{0}»; rett en av dem", \
	    "min-rows is larger than max-rows on “{0}”; correct one of them") \
	C(COMPLAINT_GROUP_FIELD_TWICE, "to felt i «{0}» heter «{1}»; gi det ene en annen id", \
	    "two fields in “{0}” are called “{1}”; give one of them another id") \
	C(COMPLAINT_GROUP_FIELD_OUTSIDE, "«{1}» er både et felt i «{0}» og utenfor; gi det ene en annen id", \
	    "“{1}” is both a field in “{0}” and outside it; give one of them another id") \
	C(COMPLAINT_MONEY_STEP, "min og max på «{0}» må være hele steg på {1} kr; rett dem", \
	    "min and max of “{0}” must be whole steps of {1} kroner; correct them") \
	C(COMPLAINT_WHY_CRITERION, "«{0}» er til kriteriet «{1}», som ikke finnes; rett use", "“{0}” is for the criterion “{1}”, which doesn't exist; correct use") \
	C(COMPLAINT_BALANCES, "«{0}» skal stemme med «{1}», som ikke er noen <cost-table>; rett balances", \
	    "“{0}” must equal “{1}”, which is no <cost-table>; correct balances") \
	C(COMPLAINT_GOALS_UNASKED, "ordningen har mål, men skjemaet spør ikke om dem; legg til <goal-table>", \
	    "the scheme has goals, but the form doesn't ask for them; add <goal-table>") \
	C(COMPLAINT_GOALS_MISSING, "<goal-table> spør om mål, men ordningen har ingen; legg til <goals>", \
	    "<goal-table> asks for goals, but the scheme has none; add <goals>") \
	C(COMPLAINT_CYCLE, "om «{0}» skal vises, avhenger til slutt av «{0}» selv; rett relevant", \
	    "whether “{0}” is asked depends in the end on “{0}” itself; correct relevant") \
	/* tests */ \
	C(COMPLAINT_TEST_NAME, "prøven «{0}» gir «{1}», som ikke finnes i skjemaet; rett navnet", \
	    "test “{0}” gives “{1}”, which the form doesn't have; correct the name") \
	C(COMPLAINT_TEST_FACT, "prøven «{0}» gir «{1}», men skjemaet har ingen <{2}>; ta det bort", \
	    "test “{0}” gives “{1}”, but the form has no <{2}>; take it away") \
	C(COMPLAINT_TEST_VALUE, "prøven «{0}» gir {1}=\"{2}\", som ikke er noe svar der; rett verdien", \
	    "test “{0}” gives {1}=\"{2}\", which is no answer there; correct the value") \
	C(COMPLAINT_TEST_ELIGIBLE, "prøven «{0}» har eligible=\"yes\" og likevel outcome eller because; ta dem bort", \
	    "test “{0}” has eligible=\"yes\" and still outcome or because; take them away") \
	C(COMPLAINT_TEST_OUTCOME, "prøven «{0}» sier ikke hvordan det ender; skriv outcome=\"…\"", "test “{0}” doesn't say how it ends; write outcome=\"…\"") \
	C(COMPLAINT_TEST_AWARD, "prøven «{0}» har eligible=\"no\" og likevel max-award; ta det bort", \
	    "test “{0}” has eligible=\"no\" and still max-award; take it away") \
	C(COMPLAINT_TEST_BECAUSE, "prøven «{0}» viser til «{1}», som ikke er noen knock-out-regel; rett because", \
	    "test “{0}” points to “{1}”, which is no knock-out rule; correct because") \
	C(COMPLAINT_TEST_OTHER_OUTCOME, "prøven «{0}» har et annet outcome enn regelen «{1}»; rett en av dem", \
	    "test “{0}” has another outcome than rule “{1}”; correct one of them") \
	/* calls */ \
	C(COMPLAINT_CALL_TWICE, "to utlysninger er runde {1} av {0}; gi den ene en annen round", \
	    "two calls are round {1} of {0}; give one of them another round") \
	C(COMPLAINT_CALL_ORDER, "utlysningen lukker før den åpner; rett opens eller closes", "the call closes before it opens; correct opens or closes") \
	C(COMPLAINT_CALL_YEAR, "fristen er i {0}, men year er {1}; rett en av dem, det kan ikke være mer enn ett år imellom", \
	    "the deadline is in {0}, but year is {1}; correct one of them, there can't be more than a year between") \
	C(COMPLAINT_CALL_MAIN_MISSING, "hovedrunden har ingen frist; skriv main-closes=\"…\"", "the main round has no deadline; write main-closes=\"…\"") \
	C(COMPLAINT_CALL_MAIN_ALONE, "main-closes hører bare til kind=\"main-then-continuous\"; ta den bort eller rett kind", \
	    "main-closes belongs to kind=\"main-then-continuous\" only; take it away or correct kind") \
	C(COMPLAINT_CALL_MAIN_ORDER, "hovedrundens frist må ligge mellom opens og closes; rett main-closes", \
	    "the main round's deadline must lie between opens and closes; correct main-closes") \
	C(COMPLAINT_CALL_LEAD_MISSING, "kind=\"relative\" sier ikke hvor lenge før start søknaden må komme; legg til <before-start>", \
	    "kind=\"relative\" doesn't say how long before the start an application must come; add <before-start>") \
	C(COMPLAINT_CALL_LEAD_FIXED, "en fast frist har ingen <before-start>; ta den bort eller rett kind", \
	    "a fixed deadline has no <before-start>; take it away or correct kind") \
	C(COMPLAINT_CALL_LEAD_PERIOD, "fristen regnes fra aktivitetens start, men skjemaet til ordningen har ingen <period>; legg den til der", \
	    "the deadline is counted from the activity's start, but the scheme's form has no <period>; add it there") \
	C(COMPLAINT_CALL_ANSWER_DAY, "<answer> sier ikke når svaret kommer etter fristen; skriv by=\"…\"", \
	    "<answer> doesn't say when the answer comes after the deadline; write by=\"…\"") \
	C(COMPLAINT_CALL_ANSWER_WEEKS, "<answer> sier ikke hvor lang tid svaret tar når søknader behandles fortløpende; skriv weeks=\"…\"", \
	    "<answer> doesn't say how long the answer takes when applications are handled as they come; write weeks=\"…\"") \
	C(COMPLAINT_CALL_ANSWER_NEITHER, "{0} i <answer> passer ikke til kind=\"{1}\"; ta det bort", "{0} in <answer> doesn't go with kind=\"{1}\"; take it away") \
	C(COMPLAINT_CALL_ANSWER_EARLY, "svaret skal komme før fristen er ute; rett by", "the answer comes before the deadline is out; correct by") \
	C(COMPLAINT_CALL_COVERS, "perioden slutter før den begynner; rett from eller to", "the period ends before it begins; correct from or to") \
	C(COMPLAINT_CALL_FRAME, "<frame> sier ingenting; skriv nok=\"…\", eller conditional=\"yes\" når summen ikke er kjent", \
	    "<frame> says nothing; write nok=\"…\", or conditional=\"yes\" when the sum isn't known") \
	C(COMPLAINT_CALL_CONDITION, "teksten i <frame> sier hva rammen avhenger av, men conditional er ikke yes; skriv conditional=\"yes\" eller ta teksten bort", \
	    "the text in <frame> says what the frame depends on, but conditional isn't yes; write conditional=\"yes\" or take the text away") \
	C(COMPLAINT_CALL_EMAIL, "«{0}» er ingen e-postadresse; rett email", "“{0}” is no e-mail address; correct email") \
	C(COMPLAINT_CALL_EXTENDED, "den gamle fristen er ikke før den nye; rett from eller closes", "the old deadline isn't before the new one; correct from or closes") \
	C(COMPLAINT_CALL_EXTENDED_ORDER, "fristene i <extended> må stige; sett den eldste først", "the deadlines in <extended> must rise; put the oldest first") \
	C(COMPLAINT_CALL_EXTENDED_OPENS, "den gamle fristen er før utlysningen åpnet; rett from eller opens", \
	    "the old deadline is before the call opened; correct from or opens") \
	C(COMPLAINT_CALL_STOPPED_TWICE, "utlysningen har både <{0}> og <{1}>; behold det som gjelder nå", \
	    "the call has both <{0}> and <{1}>; keep what holds now") \
	C(COMPLAINT_CALL_USED_UP, "en fast frist gjelder også når pengene er fordelt; ta bort <used-up>, eller bruk <cancelled>", \
	    "a fixed deadline holds even when the money is shared out; take <used-up> away, or use <cancelled>") \
	C(COMPLAINT_CALL_UPSTREAM, "den andre fristen er ikke før vår; rett closes i <upstream>", "the other deadline isn't before ours; correct closes in <upstream>") \
	C(COMPLAINT_CALL_CYCLE, "ordningen lyses ut hvert {0}. år, men det er {1} år siden utlysningen i {2}; rett year eller <cycle>, eller skriv extra=\"yes\"", \
	    "the scheme is announced every {0} years, but it is {1} since the call of {2}; correct year or <cycle>, or write extra=\"yes\"") \
	C(COMPLAINT_CALL_UNUSUAL, "fristen er en annen enn i <usual>; legg til <changed> med grunnen, eller rett closes", \
	    "the deadline is another than in <usual>; add <changed> with the reason, or correct closes") \
	C(COMPLAINT_CALL_CHANGED, "<changed> sier at fristen er en annen enn vanlig, men den er som vanlig; ta det bort", \
	    "<changed> says that the deadline is another than usual, but it is the usual one; take it away") \
	C(COMPLAINT_CALL_SHORTENED, "utlysningen har åpnet med frist {0}, og noen regner med den; fristen kan ikke flyttes fram til {1}. Sett closes tilbake, eller avlys med <cancelled>", \
	    "the call has opened with the deadline {0}, and people rely on it; it can't be moved forward to {1}. Put closes back, or call it off with <cancelled>") \
	C(COMPLAINT_CALL_EXTENDED_WHY, "fristen flyttes fra {0} til {1} etter at utlysningen har åpnet; legg til <extended> med den gamle fristen og grunnen", \
	    "the deadline is moved from {0} to {1} after the call has opened; add <extended> with the old deadline and the reason") \
	C(COMPLAINT_CALL_OPENED, "utlysningen åpnet {0}, og det kan ikke endres nå; sett opens tilbake", "the call opened {0}, which can't be changed now; put opens back") \
	C(COMPLAINT_CALL_KIND, "utlysningen har åpnet som {0} og kan ikke bli {1}; sett kind tilbake, eller lag en ny utlysning", \
	    "the call has opened as {0} and can't become {1}; put kind back, or make a new call") \
	C(COMPLAINT_CALL_LEAD_LONGER, "utlysningen har åpnet, og <before-start> kan ikke kreve lengre tid enn før; sett den tilbake", \
	    "the call has opened, and <before-start> can't ask for more time than before; put it back") \
	C(COMPLAINT_CALL_COVERS_LESS, "utlysningen har åpnet, og <covers> kan ikke dekke mindre enn før; sett from og to tilbake", \
	    "the call has opened, and <covers> can't cover less than before; put from and to back") \
	C(COMPLAINT_CALL_FRAME_SPENT, "{0} er alt tildelt, så rammen kan ikke bli lavere enn det; rett nok", \
	    "{0} has been awarded already, so the frame can't be lower than that; correct nok") \
	C(COMPLAINT_CALL_SCHEME, "utlysningene er av «{0}», men ordningen heter «{1}»; rett scheme", "the calls are of “{0}”, but the scheme is “{1}”; correct scheme") \
	C(COMPLAINT_CALL_SCHEME_MISSING, "ordningen «{0}» finnes ikke; rett scheme, eller lag conf/schemes/{0}.xml", \
	    "there is no scheme “{0}”; correct scheme, or make conf/schemes/{0}.xml") \
	C(COMPLAINT_CALL_FILE, "filen heter ikke som ordningen; gi den navnet {0}.xml", "the file isn't named as the scheme; call it {0}.xml") \
	C(COMPLAINT_TEST_SCORE, "prøven «{0}» venter poeng, men ordningen gir ingen karakterer; ta bort score", \
	    "test “{0}” expects a score, but the scheme gives no marks; take score away") \
	C(COMPLAINT_TEST_CRITERION, "prøven «{0}» gir karakter for «{1}», som ikke er noe kriterium; rett criterion", \
	    "test “{0}” gives a mark for “{1}”, which is no criterion; correct criterion") \
	C(COMPLAINT_TEST_MARK, "prøven «{0}» gir karakteren {1}, som ikke er på skalaen; rett value", \
	    "test “{0}” gives the mark {1}, which is not on the scale; correct value") \
	C(COMPLAINT_TEST_MESSAGE, "prøven «{0}» venter en melding ved «{1}», som verken er et spørsmål eller en regel; rett about", \
	    "test “{0}” expects a message at “{1}”, which is neither a question nor a rule; correct about") \
	C(COMPLAINT_TEST_JUDGED, "prøven «{0}» lar en saksbehandler avgjøre «{1}», som ingen saksbehandler avgjør; rett rule", \
	    "test “{0}” lets an officer judge “{1}”, which no officer judges; correct rule") \
	C(COMPLAINT_TEST_EXPECT, "prøven «{0}» venter noe av regelen «{1}», som ikke finnes; rett rule", \
	    "test “{0}” expects something of the rule “{1}”, which doesn't exist; correct rule") \
	C(COMPLAINT_TEST_VERDICT, "prøven «{0}» venter verdict=\"{2}\" av «{1}», men regelen er av et annet slag; skriv \"warning\" når den varsler og \"knock-out\" når den stanser", \
	    "test “{0}” expects verdict=\"{2}\" of “{1}”, but that rule is of another kind; write \"warning\" when it warns and \"knock-out\" when it stops") \
	C(COMPLAINT_TEST_RUNG, "prøven «{0}» venter trinnet «{1}», som svarene ikke kan gi; rett rung", \
	    "test “{0}” expects the step “{1}”, which answers can't give; correct rung") \
	C(COMPLAINT_TEST_EARMARK, "prøven «{0}» venter øremerkingen «{1}», som ikke finnes; rett earmark", \
	    "test “{0}” expects the earmark “{1}”, which doesn't exist; correct earmark") \
	C(COMPLAINT_MANY, "<{0}> har flere enn 500 <{1}>; ta bort noen", "<{0}> has more than 500 <{1}>; take some away") \
	C(COMPLAINT_TEXT_LONG, "teksten i <{0}> er lengre enn 5000 tegn; kort den ned", \
	    "the text in <{0}> is longer than 5000 characters; shorten it")

/* clang-format on */

#endif
