/* written_standard.c — tells bokmål from nynorsk by words that belong to one of them only. */
#include <string.h>

#include "core/buf.h"
#include "core/catalogue.h"
#include "core/text.h"
#include "domain/letter_parts.h"

#define WORD_ROOM 64
#define TOLD 3         /* words named in the warning */
#define ENOUGH 2       /* different words; one alone may be a slip in a long text */
#define SHORT_WORDS 20 /* in a text no longer than this one word is enough */

/* Common words, none of them allowed in the other standard (source: Bokmålsordboka and Nynorskordboka). */
static const char *const bokmal_only[] = { "ikke", "jeg", "hva", "hvor", "hvordan", "hvorfor", "hvilke", "hvilken",
	"hvilket", "hvis", "hvem", "fra", "noe", "noen", "mer", "mye", "vært", "være", "gjøre", "gjør", "kommer", "ble",
	"tilskudd", "tilskuddet", "tilskuddene", "tilbud", "dere", "deres", "dem", "hun", "disse", "bedre", "mener",
	"midler", "midlene", "hele", "en", "et", "kommuner", "kommunene", "flere", "selv", "uten", "begrunnelse",
	"begrunnelsen", "hovedutvalget", "hovedutvalg", "søkere", "søkeren", "organisasjoner", "organisasjonene",
	"aktiviteter", "aktivitetene", "deltakere", "deltakerne", "ungdommer", "penger", "pengene", "måneder",
	"ordningen", "ordninger", "rammen", "avslås", "foreligger", "sammen", NULL };
static const char *const nynorsk_only[] = { "ikkje", "eg", "kva", "kvar", "korleis", "kvifor", "kven", "frå", "noko",
	"nokon", "nokre", "meir", "mykje", "berre", "vere", "vore", "gjere", "gjer", "kjem", "tilskot", "tilskotet",
	"tilskota", "tilbod", "dykk", "dykkar", "desse", "betre", "meiner", "midlar", "midlane", "heile", "eit", "ein",
	"kommunar", "kommunane", "fleire", "sjølv", "utan", "grunngjeving", "bidreg", "vedteke", "hovudutvalet",
	"hovudutval", "søkjar", "søkjarar", "søkjaren", "organisasjonar", "organisasjonane", "aktivitetar",
	"aktivitetane", "deltakarar", "deltakarane", "dei", "deira", "pengar", "pengane", "månader", "saman",
	"ordningar", "høgare", "høyrer", "mogleg", "moglegheiter", "difor", NULL };

static bool
is_letter(uint32_t cp)
{
	return ((cp >= 'a' && cp <= 'z') || (cp >= 'A' && cp <= 'Z') ||
		(cp >= 0xc0 && cp <= 0x24f && cp != 0xd7 && cp != 0xf7));
}

static bool
is_capital(uint32_t cp)
{
	return ((cp >= 'A' && cp <= 'Z') || (cp >= 0xc0 && cp <= 0xde && cp != 0xd7));
}

/* --- words, one after the other ----------------------------------------------------------------------------------- */

/* A word of the text, folded; judged unless it is a name or quoted. */
struct word {
	char text[WORD_ROOM];
	bool judged;
};

struct reading {
	const char *at, *end;
	bool begins; /* a sentence or a line: its capital says nothing */
};

/* The quotation mark that closes one; 0 for what opens none. */
static uint32_t
closing_of(uint32_t cp)
{
	switch (cp) {
	case 0xab: /* « */
		return (0xbb);
	case 0x201e: /* „ */
	case 0x201c: /* “ */
	case 0x201d: /* ” */
		return (0x201d);
	case '"':
		return ('"');
	default:
		return (0);
	}
}

/* Passes a quotation, which keeps its own standard; a mark that is never closed is no quotation. */
static void
pass_quotation(struct reading *reading, uint32_t opened)
{
	uint32_t closes = closing_of(opened);
	const char *at = reading->at;

	while (closes != 0 && at < reading->end)
		if (text_next(&at, reading->end) == closes) {
			reading->at = at;
			reading->begins = false;
			return;
		}
}

static void
take_word(struct word *out, struct reading *reading, const char *from)
{
	bool capital = is_capital(text_next(&(const char *){ from }, reading->end));
	size_t len;

	while (reading->at < reading->end) {
		const char *before = reading->at;

		if (!is_letter(text_next(&reading->at, reading->end))) {
			reading->at = before;
			break;
		}
	}
	len = (size_t)(reading->at - from);
	out->judged = len < WORD_ROOM && (!capital || reading->begins);
	len = len < WORD_ROOM ? len : 0;
	memcpy(out->text, from, len);
	out->text[len] = '\0';
	reading->begins = false;
}

/* False at the end. */
static bool
next_word(struct word *out, struct reading *reading)
{
	while (reading->at < reading->end) {
		const char *before = reading->at;
		uint32_t cp = text_next(&reading->at, reading->end);

		if (is_letter(cp)) {
			take_word(out, reading, before);
			return (true);
		}
		if (strchr(".!?:\n", (int)(cp < 0x80 ? cp : ' ')) != NULL || cp == 0x2022)
			reading->begins = true;
		pass_quotation(reading, cp);
	}
	return (false);
}

/* --- the check ---------------------------------------------------------------------------------------------------- */

static bool
listed(const char *const *list, const char *word)
{
	for (; *list != NULL; list++)
		if (strcmp(*list, word) == 0)
			return (true);
	return (false);
}

/* The text without the names in it, which keep their own standard also when nobody quotes them. */
static const char *
without_names(struct arena *arena, const char *text, const char *const *names)
{
	char *out = arena_strdup(arena, text);

	for (; names != NULL && *names != NULL; names++) {
		size_t len = strlen(*names);

		for (char *at = out; len > 0 && (at = strstr(at, *names)) != NULL; at += len)
			memset(at, ' ', len);
	}
	return (out);
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

/* Different words of the other standard, at most TOLD of them; answers how many, and how many words there are in all.
 */
static size_t
find_wrong(const char *found[TOLD], size_t *words, struct arena *arena, const char *text, const char *const *wrong)
{
	struct reading reading = { text, text + strlen(text), true };
	struct word word;
	size_t n = 0;

	for (*words = 0; next_word(&word, &reading); ++*words) {
		const char *folded = text_fold(arena, word.text);
		bool seen = false;

		for (size_t i = 0; i < n; i++)
			seen = seen || strcmp(found[i], folded) == 0;
		if (n < TOLD && word.judged && !seen && listed(wrong, folded))
			found[n++] = folded;
	}
	return (n);
}

void
letter_standard_check(struct messages *warnings, const char *path, const char *text, const char *const *names,
    enum lang wanted, enum lang lang)
{
	struct arena *arena = warnings->arena;
	const char *found[TOLD] = { NULL };
	size_t n, words;

	if (text_blank(text))
		return;
	n = find_wrong(
	    found, &words, arena, without_names(arena, text, names), wanted == LANG_NB ? nynorsk_only : bokmal_only);
	if (n >= ENOUGH || (n > 0 && words <= SHORT_WORDS))
		warn(warnings, path, text_join(arena, found, n, ", "), wanted, lang);
}
