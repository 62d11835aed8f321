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
	C(WANTED_WORDS, "noe annet enn tomt, høyst 2000 tegn", "something that isn't blank, at most 2000 characters") \
	C(SUGGESTION, "; mente du «{0}»?", "; did you mean “{0}”?") \
	/* the document as a whole */ \
	C(COMPLAINT_XML, "dokumentet kan ikke leses som XML ({0}); rett det og prøv igjen", \
	    "the document can't be read as XML ({0}); correct it and try again") \
	C(COMPLAINT_TOO_LARGE, "dokumentet er større enn {0} kB; del det opp eller ta bort tekst", \
	    "the document is larger than {0} kB; split it or take text away") \
	C(COMPLAINT_ROOT, "ytterste element er <{0}>; det må være <scheme>", "the outermost element is <{0}>; it must be <scheme>") \
	C(COMPLAINT_RNG, "skjemaet conf/scheme.rng godtar ikke dokumentet ({0}); rett det", \
	    "conf/scheme.rng doesn't accept the document ({0}); correct it") \
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
	C(COMPLAINT_EXPR_SELF, "«.» betyr svaret i feltet og finnes bare i constraint; skriv navnet på feltet", \
	    "“.” is the field's answer and exists in constraint only; write the field's name") \
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
	C(COMPLAINT_EXPR_WANTS_CODES, "{0}() trenger et felt med flere svar; bruk = for ett svar", \
	    "{0}() needs a field with several answers; use = for one answer") \
	C(COMPLAINT_EXPR_WANTS_COLUMN, "{0}() trenger en kolonne, som kostnader.cash; rett det", \
	    "{0}() needs a column, like kostnader.cash; correct it") \
	C(COMPLAINT_EXPR_WANTS_COUNTABLE, "{0}() trenger en tabell, en kolonne, vedlegg eller et felt med flere svar; rett det", \
	    "{0}() needs a table, a column, attachments or a field with several answers; correct it") \
	C(COMPLAINT_EXPR_WANTS_NAME, "{0}() trenger navnet på et felt; rett det", "{0}() needs a field's name; correct it") \
	C(COMPLAINT_EXPR_WANTS_VALUE, "{0}() trenger én verdi; rett det", "{0}() needs one value; correct it") \
	C(COMPLAINT_TEXT_LONG, "teksten i <{0}> er lengre enn 5000 tegn; kort den ned", \
	    "the text in <{0}> is longer than 5000 characters; shorten it") \

/* clang-format on */

#endif
