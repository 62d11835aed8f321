/* complaint_list.h — the complaints themselves: name, bokmål, English; {0} to {3} are filled in. */
#ifndef SCHEME_COMPLAINT_LIST_H
#define SCHEME_COMPLAINT_LIST_H

/* clang-format off */
#define COMPLAINT_LIST(C) \
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
	C(COMPLAINT_TEXT_LONG, "teksten i <{0}> er lengre enn 5000 tegn; kort den ned", \
	    "the text in <{0}> is longer than 5000 characters; shorten it") \

/* clang-format on */

#endif
