/* written_standard.c — tells bokmål from nynorsk by words that belong to one of them only. */
#include <string.h>

#include "core/buf.h"
#include "core/catalogue.h"
#include "core/text.h"
#include "domain/letter_parts.h"

#define WORD_ROOM 64
#define TOLD 3   /* words named in the warning */
#define ENOUGH 2 /* different words; one alone may be a name or a slip */

/* Common words, none of them allowed in the other standard (source: Bokmålsordboka and Nynorskordboka). */
static const char *const bokmal_only[] = { "ikke", "jeg", "hva", "hvor", "hvordan", "hvorfor", "hvilke", "hvilken",
	"hvilket", "hvis", "fra", "noe", "noen", "mer", "vært", "gjøre", "kommer", "tilskudd", "tilskuddet",
	"tilskuddene", "dere", "deres", "kommuner", "kommunene", "flere", "selv", "uten", "begrunnelse", "begrunnelsen",
	"hovedutvalget", "hovedutvalg", "søkere", "søkeren", "organisasjoner", "organisasjonene", "aktiviteter",
	"aktivitetene", "deltakere", "deltakerne", "penger", "pengene", "måneder", "ordningen", "ordninger", "avslås",
	"foreligger", "sammen", NULL };
static const char *const nynorsk_only[] = { "ikkje", "eg", "kva", "kvar", "korleis", "kvifor", "frå", "noko", "nokon",
	"nokre", "meir", "berre", "vere", "vore", "gjere", "gjer", "kjem", "tilskot", "tilskotet", "tilskota", "dykk",
	"dykkar", "kommunar", "kommunane", "fleire", "sjølv", "utan", "grunngiving", "grunngjeving", "grunngivinga",
	"bidreg", "vedteke", "hovudutvalet", "hovudutval", "søkjar", "søkjarar", "søkjaren", "organisasjonar",
	"organisasjonane", "aktivitetar", "aktivitetane", "deltakarar", "deltakarane", "ein", "dei", "deira", "pengar",
	"pengane", "månader", "saman", "ordningar", "høgare", "mogleg", "moglegheiter", "òg", "medan", "difor", NULL };

static bool
is_letter(uint32_t cp)
{
	return ((cp >= 'a' && cp <= 'z') || (cp >= 'A' && cp <= 'Z') ||
		(cp >= 0xc0 && cp <= 0x24f && cp != 0xd7 && cp != 0xf7));
}

/* Copies the next word outside «quotation marks», since a quote keeps its own standard; false at the end. */
static bool
next_word(char *word, const char **at, const char *end)
{
	size_t len = 0;
	bool quoted = false;

	while (*at < end) {
		const char *before = *at;
		uint32_t cp = text_next(at, end);

		if (cp == 0xab || cp == 0xbb)
			quoted = cp == 0xab;
		if (is_letter(cp) && !quoted) {
			if (len + (size_t)(*at - before) < WORD_ROOM) {
				memcpy(word + len, before, (size_t)(*at - before));
				len += (size_t)(*at - before);
			}
		} else if (len > 0) {
			*at = before; /* it may be a quotation mark */
			break;
		}
	}
	word[len] = '\0';
	return (len > 0);
}

static bool
listed(const char *const *list, const char *word)
{
	for (; *list != NULL; list++)
		if (strcmp(*list, word) == 0)
			return (true);
	return (false);
}

static void
warn(struct messages *warnings, const char *path, const char *found, enum lang wanted, enum lang lang)
{
	const char *text = wanted == LANG_NB ? T("Brevet skal være på bokmål, men teksten ser ut til å være på nynorsk "
						 "(%s). Se over den før du sender.")
					     : T("Brevet skal være på nynorsk, men teksten ser ut til å være på bokmål "
						 "(%s). Se over den før du sender.");

	messages_add(warnings, MESSAGE_WARNING, "", path, arena_printf(warnings->arena, tr(lang, text), found));
}

void
letter_standard_check(struct messages *warnings, const char *path, const char *text, enum lang wanted, enum lang lang)
{
	const char *const *wrong = wanted == LANG_NB ? nynorsk_only : bokmal_only;
	const char *found[TOLD] = { 0 }, *at, *end;
	char word[WORD_ROOM];
	struct buf told = buf_new(warnings->arena);
	size_t n = 0;

	if (text_blank(text))
		return;
	at = text_fold(warnings->arena, text);
	end = at + strlen(at);
	while (n < TOLD && next_word(word, &at, end)) {
		bool seen = false;

		for (size_t i = 0; i < n; i++)
			seen = seen || strcmp(found[i], word) == 0;
		if (seen || !listed(wrong, word))
			continue;
		found[n] = arena_strdup(warnings->arena, word);
		buf_printf(&told, "%s%s", n > 0 ? ", " : "", found[n]);
		n++;
	}
	if (n >= ENOUGH)
		warn(warnings, path, buf_text(&told), wanted, lang);
}
