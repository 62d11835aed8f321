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

const char *
complaint_plain(
    struct arena *arena, enum lang lang, const struct vocabulary *vocabulary, const struct scheme_message *message)
{
	struct plain p = { arena, lang, vocabulary, message->args };
	const char *const *args = message->args;

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
		return (named(&p, message->text));
	}
}
