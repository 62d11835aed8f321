/* complaint_plain.c — puts the checker's messages in the words of a form. */
#include "scheme/complaint_plain.h"

#include <string.h>

#include "core/catalogue.h"
#include "core/text.h"
#include "scheme/vocabulary_words.h"

struct plain {
	struct arena *arena;
	enum lang lang;
	const struct vocabulary *vocabulary;
	const char *const *args;
};

/* "bokmål" in "Skriv teksten på bokmål". */
static const char *
lang_name(const struct plain *p, const char *code)
{
	static const char *const names[LANG__MAX] = { T("bokmål"), T("nynorsk"), T("engelsk") };
	enum lang lang;

	return (lang_parse(&lang, code) ? tr(p->lang, names[lang]) : code);
}

static const char *
element_name(const struct plain *p, const char *name)
{
	const struct vocabulary_element *element = vocabulary_element(p->vocabulary, name);

	return (element == NULL ? name : vocabulary_words(p->lang, p->vocabulary, element, NULL).label);
}

static const char *
attribute_name(const struct plain *p, const char *element_key, const char *name)
{
	const struct vocabulary_element *element = vocabulary_element(p->vocabulary, element_key);

	if (element == NULL || vocabulary_attribute(element, name) == NULL)
		return (name);
	return (vocabulary_words(p->lang, p->vocabulary, element, name).label);
}

/* One of the words to choose among is a matter of choosing; anything else is told as it stands. */
static const char *
how_to_fill(const struct plain *p, const char *element_key, const char *name, const char *wanted)
{
	const struct vocabulary_element *element = vocabulary_element(p->vocabulary, element_key);
	const struct vocabulary_attribute *attribute = element == NULL ? NULL : vocabulary_attribute(element, name);

	if (attribute == NULL)
		return ("");
	switch (attribute->type) {
	case VOCABULARY_ONE_OF:
	case VOCABULARY_SOME_OF:
	case VOCABULARY_USES:
	case VOCABULARY_REFERENCE:
	case VOCABULARY_REFERENCES:
		return (tr(p->lang, "Velg i lista."));
	case VOCABULARY_NOK:
		return (tr(p->lang, "Skriv beløpet i hele kroner, for eksempel 25 000."));
	case VOCABULARY_DATE:
	case VOCABULARY_MOMENT:
		return (tr(p->lang, "Skriv dag, måned og år, for eksempel 15.01.2027."));
	case VOCABULARY_MONTH_DAY:
		return (tr(p->lang, "Skriv dag og måned, for eksempel 01.02."));
	case VOCABULARY_PERCENT:
		return (tr(p->lang, "Skriv et tall fra 0 til 100, for eksempel 33,5."));
	default:
		return (tr_printf(p->arena, p->lang, "Skriv %s.", wanted));
	}
}

/* "<max>" in the middle of a message becomes «Største tilskudd». */
static const char *
named(const struct plain *p, const char *text)
{
	struct buf out = buf_new(p->arena);

	for (const char *at = text; *at != '\0';) {
		size_t len = *at == '<' ? strspn(at + 1, "abcdefghijklmnopqrstuvwxyz-") : 0;
		const char *name = arena_strndup(p->arena, at + 1, len);

		if (len > 0 && at[len + 1] == '>' && vocabulary_element(p->vocabulary, name) != NULL) {
			buf_printf(&out, "«%s»", element_name(p, name));
			at += len + 2;
		} else
			buf_putc(&out, *at++);
	}
	return (arena_strdup(p->arena, buf_text(&out)));
}

/* What is often wrong with calls, by what their forms say; NULL when the checker's own words will do. */
static const char *
call_plain(enum lang lang, enum complaint complaint)
{
	static const struct {
		enum complaint complaint;
		const char *text;
	} all[] = {
		{ COMPLAINT_CALL_SHORTENED, T("Utlysningen har åpnet med frist {0}, og noen regner med den. Fristen "
					      "kan ikke flyttes fram til {1}. "
					      "Sett den tilbake, eller avlys utlysningen.") },
		{ COMPLAINT_CALL_EXTENDED_WHY, T("Fristen flyttes fra {0} til {1} etter at utlysningen har åpnet. Fyll "
						 "ut «Utsett fristen» under Flere "
						 "valg med den gamle fristen og grunnen.") },
		{ COMPLAINT_CALL_ANSWER_DAY, T("Skriv dagen søkerne senest har svar.") },
		{ COMPLAINT_CALL_ANSWER_WEEKS, T("Skriv høyst hvor mange uker et svar tar.") },
		{ COMPLAINT_CALL_MAIN_MISSING, T("Skriv fristen for hovedrunden.") },
		{ COMPLAINT_CALL_LEAD_MISSING, T("Skriv hvor lenge før tiltaket begynner søknaden må komme.") },
		{ COMPLAINT_CALL_ORDER, T("Fristen er før utlysningen åpner. Rett en av dem.") },
		{ COMPLAINT_CALL_FRAME,
		    T("Skriv rammen i kroner, eller kryss av for forbehold når summen ikke er kjent.") },
		{ COMPLAINT_CALL_UNUSUAL, T("Fristen er en annen enn den vanlige. Fyll ut «Annen frist enn vanlig» "
					    "under Flere valg med grunnen, "
					    "eller rett fristen.") },
	};

	for (size_t i = 0; i < sizeof(all) / sizeof(all[0]); i++)
		if (all[i].complaint == complaint)
			return (tr(lang, all[i].text));
	return (NULL);
}

const char *
complaint_plain(
    struct arena *arena, enum lang lang, const struct vocabulary *vocabulary, const struct scheme_message *message)
{
	struct plain p = { arena, lang, vocabulary, message->args };
	const char *const *args = message->args, *plain;

	switch (message->complaint) {
	case COMPLAINT_ATTRIBUTE_MISSING:
		return (tr_printf(arena, lang, "«%s» mangler. %s", attribute_name(&p, args[0], args[1]),
		    how_to_fill(&p, args[0], args[1], args[2])));
	case COMPLAINT_ATTRIBUTE_VALUE:
		return (tr_printf(arena, lang, "«%s» kan ikke være «%s». %s", attribute_name(&p, args[1], args[0]),
		    args[2], how_to_fill(&p, args[1], args[0], args[3])));
	case COMPLAINT_ELEMENT_MISSING:
		return (tr_printf(arena, lang, "«%s» mangler.", element_name(&p, args[1])));
	case COMPLAINT_GROUP_MISSING:
		return (
		    tr_printf(arena, lang, "«%s» har ingen spørsmål. Legg til minst ett.", element_name(&p, args[0])));
	case COMPLAINT_TEXT_MISSING:
		return (tr_printf(arena, lang, "Skriv teksten på %s.", lang_name(&p, args[1])));
	case COMPLAINT_TEXT_EMPTY:
		return (tr_printf(arena, lang, "Skriv teksten på %s.", lang_name(&p, args[0])));
	default:
		plain = call_plain(lang, message->complaint);
		return (plain == NULL ? named(&p, message->text) : text_fill(arena, plain, args, COMPLAINT_MAX_ARGS));
	}
}
