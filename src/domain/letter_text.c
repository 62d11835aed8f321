/* letter_text.c — the closed set of letters' standing texts, the check of what officers write in them, and filling in.
 */
#include "domain/letter_text.h"

#include <string.h>

#include "core/buf.h"
#include "core/catalogue.h"
#include "core/text.h"
#include "scheme/nearest.h"

#define NAME_ROOM 64
#define F(field) (1u << (IN_##field))
#define ANY_CASE (F(NUMBER) | F(TITLE) | F(SCHEME) | F(APPLICANT) | F(COUNTY) | F(RECEIVED))
#define OF_DECISION (ANY_CASE | F(DECIDED_ON))
#define THREE_WEEKS                                                                                                    \
	{                                                                                                              \
		[LANG_NB] = "tre uker", [LANG_NN] = "tre veker", [LANG_EN] = "three weeks"                             \
	}

static const struct {
	const char *name, *key;
} fields[IN__MAX] = {
	[IN_NUMBER] = { "nummer", "number" },
	[IN_TITLE] = { "tittel", "title" },
	[IN_SCHEME] = { "ordning", "scheme_title" },
	[IN_APPLICANT] = { "søker", "recipient" },
	[IN_COUNTY] = { "fylket", "county" },
	[IN_RECEIVED] = { "mottatt", "submitted_at" },
	[IN_APPLIED] = { "søkt", "applied" },
	[IN_AWARDED] = { "sum", "awarded" },
	[IN_DUE] = { "frist", "due" },
	[IN_ANSWER_BY] = { "svardato", "answer_by" },
	[IN_APPEAL_BODY] = { "klageorgan", "appeal_body" },
	[IN_APPEAL_TO] = { "klageadresse", "appeal_to" },
	[IN_APPEALED_ON] = { "klagedato", "appealed_on" },
	[IN_DECIDED_ON] = { "vedtaksdato", "decided_on" },
};

static const char *const templates[LETTER_KIND__MAX] = {
	[LETTER_DECISION] = "decision_letter",
	[LETTER_DEFECT] = "defect_letter",
	[LETTER_PROVISIONAL] = "provisional_reply",
	[LETTER_FORWARD] = "appeal_papers",
};

static const struct letter_block_about blocks[BLOCK__MAX] = {
	[BLOCK_OPENING_GRANTED] = { "opening_granted", T("Innvilgelse: åpning"),
	    T("Første setning i brevet om innvilgelse."), LETTER_DECISION, OF_DECISION | F(AWARDED) | F(APPLIED),
	    F(AWARDED) | F(TITLE), true, { NULL } },
	[BLOCK_OPENING_PARTLY] = { "opening_partly", T("Delvis innvilgelse: åpning"),
	    T("Første setning når søkeren får mindre enn det ble søkt om."), LETTER_DECISION,
	    OF_DECISION | F(AWARDED) | F(APPLIED), F(AWARDED) | F(APPLIED) | F(TITLE), true, { NULL } },
	[BLOCK_OPENING_REJECTED] = { "opening_rejected", T("Avslag: åpning"), T("Første setning i brevet om avslag."),
	    LETTER_DECISION, OF_DECISION, F(TITLE), true, { NULL } },
	[BLOCK_OPENING_DISMISSED] = { "opening_dismissed", T("Avvisning: åpning"),
	    T("Første setning i brevet om avvisning. Den må si at innholdet ikke er vurdert."), LETTER_DECISION,
	    OF_DECISION, F(TITLE), true, { NULL } },
	[BLOCK_REASONS_JUDGED] = { "reasons_judged", T("Begrunnelse: innledning"),
	    T("Står før saksbehandlerens egen begrunnelse når søknaden er vurdert."), LETTER_DECISION, OF_DECISION, 0,
	    false, { NULL } },
	[BLOCK_REASONS_DISMISSED] = { "reasons_dismissed", T("Begrunnelse for avvisning: innledning"),
	    T("Står før begrunnelsen når søknaden er avvist."), LETTER_DECISION, OF_DECISION, 0, false, { NULL } },
	[BLOCK_USE] = { "use", T("Hva tilskuddet skal brukes til"), T("I brev som gir tilskudd."), LETTER_DECISION,
	    OF_DECISION | F(AWARDED), F(TITLE), false, { NULL } },
	[BLOCK_CONTROL] = { "control", T("Kontroll og tilbakebetaling"),
	    T("I brev som gir tilskudd: at bruken kan bli kontrollert, og når penger kan kreves tilbake."),
	    LETTER_DECISION, OF_DECISION | F(AWARDED), 0, false, { NULL } },
	[BLOCK_AGAIN] = { "again", T("Avvisning: søke på nytt"), T("I brev om avvisning."), LETTER_DECISION,
	    OF_DECISION, 0, false, { NULL } },
	[BLOCK_APPEAL] = { "appeal", T("Klage"),
	    T("Retten til å klage: fristen, hvor klagen sendes, hva som må stå i den, og hvem som avgjør den "
	      "(forvaltningsloven §§ 27 til 32)."),
	    LETTER_DECISION, OF_DECISION | F(APPEAL_BODY) | F(APPEAL_TO), F(APPEAL_BODY) | F(APPEAL_TO), true,
	    THREE_WEEKS },
	[BLOCK_NO_APPEAL] = { "no_appeal", T("Klage: når det ikke er klagerett"),
	    T("I brev til søkere uten klagerett."), LETTER_DECISION, OF_DECISION, 0, true, { NULL } },
	[BLOCK_POSTPONED] = { "postponed", T("Utsatt iverksetting"),
	    T("Retten til å be om at vedtaket ikke blir satt i verk (forvaltningsloven § 42)."), LETTER_DECISION,
	    OF_DECISION, 0, true, { NULL } },
	[BLOCK_ACCESS] = { "access", T("Innsyn"),
	    T("Retten til å se dokumentene i saken (forvaltningsloven §§ 18 og 19)."), LETTER_DECISION, OF_DECISION, 0,
	    true, { NULL } },
	[BLOCK_PUBLIC] = { "public", T("Offentlighet og personvern"),
	    T("At saken er offentlig (offentleglova § 3), og hvordan opplysninger om personer blir brukt."),
	    LETTER_DECISION, OF_DECISION, 0, true, { NULL } },
	[BLOCK_CHANGED] = { "changed", T("Endret etter klage: åpning"),
	    T("Står først når et vedtak er endret fordi søkeren klagde."), LETTER_DECISION,
	    OF_DECISION | F(APPEALED_ON), F(APPEALED_ON), true, { NULL } },
	[BLOCK_IN_ENGLISH] = { "in_english", T("Engelsk forklaring: innledning"),
	    T("Står først i den engelske forklaringen når søkeren har valgt engelsk."), LETTER_DECISION, OF_DECISION, 0,
	    true, { NULL } },
	[BLOCK_DEFECT_OPENING] = { "defect_opening", T("Mangelbrev: åpning"),
	    T("Står før listen over det som mangler."), LETTER_DEFECT, ANY_CASE | F(DUE), F(TITLE), true, { NULL } },
	[BLOCK_DEFECT_SEND] = { "defect_send", T("Mangelbrev: hvor og når"),
	    T("Hvordan det som mangler sendes, og fristen."), LETTER_DEFECT, ANY_CASE | F(DUE), F(DUE) | F(NUMBER),
	    true, { NULL } },
	[BLOCK_DEFECT_CONSEQUENCE] = { "defect_consequence", T("Mangelbrev: hva som skjer ellers"),
	    T("Hva som skjer hvis fristen går ut."), LETTER_DEFECT, ANY_CASE | F(DUE), 0, true, { NULL } },
	[BLOCK_PROVISIONAL_OPENING] = { "provisional_opening", T("Foreløpig svar: åpning"),
	    T("At søknaden er mottatt, men ikke avgjort."), LETTER_PROVISIONAL, ANY_CASE | F(ANSWER_BY),
	    F(TITLE) | F(RECEIVED), true, { NULL } },
	[BLOCK_PROVISIONAL_REASON] = { "provisional_reason", T("Foreløpig svar: grunnen"),
	    T("Hvorfor svaret ikke kommer innen en måned. Brukes når saksbehandleren ikke skriver en egen grunn."),
	    LETTER_PROVISIONAL, ANY_CASE | F(ANSWER_BY), 0, true, { NULL } },
	[BLOCK_PROVISIONAL_ANSWER] = { "provisional_answer", T("Foreløpig svar: når svaret kommer"),
	    T("Når søkeren kan vente svar (forvaltningsloven § 11 a)."), LETTER_PROVISIONAL, ANY_CASE | F(ANSWER_BY),
	    F(ANSWER_BY), true, { NULL } },
	[BLOCK_PROVISIONAL_NEXT] = { "provisional_next", T("Foreløpig svar: hva søkeren skal gjøre"),
	    T("Står sist i det foreløpige svaret."), LETTER_PROVISIONAL, ANY_CASE | F(ANSWER_BY), 0, true, { NULL } },
	[BLOCK_FORWARD_OPENING] = { "forward_opening", T("Klagesak: åpning"),
	    T("Første avsnitt i brevet som følger klagen."), LETTER_FORWARD, OF_DECISION | F(APPEAL_BODY),
	    F(APPLICANT) | F(DECIDED_ON), false, { NULL } },
	[BLOCK_FORWARD_UPHOLD] = { "forward_uphold", T("Klagesak: vedtaket står"),
	    T("Når klagen sendes klageorganet fordi vedtaket ikke blir endret (forvaltningsloven § 33)."),
	    LETTER_FORWARD, OF_DECISION | F(APPEAL_BODY), F(APPEAL_BODY), false, { NULL } },
	[BLOCK_FORWARD_CHANGE] = { "forward_change", T("Klagesak: vedtaket bør endres"),
	    T("Når saken går til den som gjorde vedtaket, fordi klagen fører fram."), LETTER_FORWARD,
	    OF_DECISION | F(APPEAL_BODY), 0, false, { NULL } },
	[BLOCK_FORWARD_DISMISS] = { "forward_dismiss", T("Klagesak: klagen bør avvises"),
	    T("Når klagen kom for sent eller ikke kan behandles (forvaltningsloven §§ 31 og 33)."), LETTER_FORWARD,
	    OF_DECISION | F(APPEAL_BODY), 0, false, { NULL } },
	[BLOCK_FORWARD_COPY] = { "forward_copy", T("Klagesak: kopi til klageren"),
	    T("At klageren får kopi og kan uttale seg."), LETTER_FORWARD, OF_DECISION | F(APPEAL_BODY), F(APPLICANT),
	    false, { NULL } },
};

const struct letter_block_about *
letter_block_about(enum letter_block block)
{
	return (&blocks[block]);
}

bool
letter_block_parse(enum letter_block *out, const char *code)
{
	for (int i = 0; i < BLOCK__MAX; i++)
		if (text_equal(blocks[i].code, code)) {
			*out = (enum letter_block)i;
			return (true);
		}
	return (false);
}

const char *
letter_field_name(enum letter_field field)
{
	return (fields[field].name);
}

const char *
letter_template(enum letter_kind kind)
{
	return (templates[kind]);
}

const char *
letter_template_in(enum letter_kind kind, enum lang lang)
{
	return (kind == LETTER_DECISION && lang == LANG_EN ? "decision_explanation" : templates[kind]);
}

/* --- the check ---------------------------------------------------------------------------------------------------- */

/* One text being checked. */
struct check {
	struct messages *out;
	enum letter_block block;
	const char *path;
	enum lang lang;
	unsigned found; /* bits 1 << enum letter_field */
};

static void
tell(struct check *check, const char *text)
{
	messages_add(check->out, MESSAGE_ERROR, "", check->path, text);
}

/* IN__MAX when it names none. */
static enum letter_field
field_called(const char *name, size_t len)
{
	int i = 0;

	while (i < IN__MAX && (strlen(fields[i].name) != len || strncmp(fields[i].name, name, len) != 0))
		i++;
	return ((enum letter_field)i);
}

/* "{sum}, {tittel} og {søker}": what the block may hold. */
static const char *
allowed_text(struct check *check)
{
	const char *names[IN__MAX];
	size_t n = 0;

	for (int i = 0; i < IN__MAX; i++)
		if ((blocks[check->block].may & (1u << i)) != 0)
			names[n++] = arena_printf(check->out->arena, "{%s}", fields[i].name);
	return (text_join(check->out->arena, names, n, tr(check->lang, " og ")));
}

static const char *
nearest_allowed(struct check *check, const char *name)
{
	const char *names[IN__MAX];
	size_t n = 0;

	for (int i = 0; i < IN__MAX; i++)
		if ((blocks[check->block].may & (1u << i)) != 0)
			names[n++] = fields[i].name;
	return (nearest_word(name, names, n));
}

static void
tell_unknown(struct check *check, int line, const char *name)
{
	struct arena *arena = check->out->arena;
	const char *near = nearest_allowed(check, name);

	if (near != NULL)
		tell(check, tr_printf(arena, check->lang, "Linje %d: {%s} er ikke et felt her. Mente du {%s}?", line,
				name, near));
	else
		tell(check, tr_printf(arena, check->lang, "Linje %d: {%s} er ikke et felt her. Du kan bruke %s.", line,
				name, allowed_text(check)));
}

/* Reads from behind a "{"; answers where to go on. */
static const char *
check_field(struct check *check, const char *at, int line)
{
	size_t len = strcspn(at, "{}\n");
	enum letter_field field;

	if (at[len] != '}') {
		tell(check, tr_printf(check->out->arena, check->lang,
				"Linje %d: En klamme er åpnet, men ikke lukket. Skriv feltet som {%s}.", line,
				fields[IN_NUMBER].name));
		return (at + len);
	}
	field = field_called(at, len);
	if (field == IN__MAX || (blocks[check->block].may & (1u << field)) == 0)
		tell_unknown(check, line, arena_strndup(check->out->arena, at, len > NAME_ROOM ? NAME_ROOM : len));
	else
		check->found |= 1u << field;
	return (at + len + 1);
}

static void
check_fields(struct check *check, const char *text)
{
	int line = 1;

	for (const char *at = text; *at != '\0';) {
		if (*at == '{') {
			at = check_field(check, at + 1, line);
			continue;
		}
		if (*at == '}')
			tell(check, tr_printf(check->out->arena, check->lang,
					"Linje %d: En klamme er lukket uten å være åpnet. Skriv feltet som {%s}, eller "
					"ta klammen bort.",
					line, fields[IN_NUMBER].name));
		line += *at == '\n';
		at++;
	}
}

void
letter_text_check(struct messages *out, enum letter_block block, const char *path, const char *text, enum lang written,
    enum lang lang)
{
	const struct letter_block_about *about = &blocks[block];
	struct check check = { .out = out, .block = block, .path = path, .lang = lang };

	if (text_blank(text)) {
		tell(&check, tr(lang, "Skriv teksten. Brev kan ikke sendes uten den."));
		return;
	}
	if (text_length(text) > LETTER_TEXT_MAX)
		tell(&check, tr(lang, "Teksten er for lang. Kort den ned til 8 000 tegn."));
	check_fields(&check, text);
	for (int i = 0; i < IN__MAX; i++)
		if ((about->must & ~check.found & (1u << i)) != 0)
			tell(&check,
			    tr_printf(out->arena, lang, "Feltet {%s} mangler. Det må stå i teksten.", fields[i].name));
	if (about->demanded[written] != NULL && strstr(text, about->demanded[written]) == NULL)
		tell(&check, tr_printf(out->arena, lang, "Teksten må si «%s». Det er fristen i loven.",
				 about->demanded[written]));
}

/* --- filling in --------------------------------------------------------------------------------------------------- */

char *
letter_text_fill(
    struct arena *arena, const char *text, const char *(*value)(const void *of, const char *key), const void *of)
{
	struct buf out = buf_new(arena);

	while (*text != '\0') {
		size_t plain = strcspn(text, "{"), len;
		enum letter_field field;

		buf_add(&out, text, plain);
		text += plain;
		if (*text == '\0')
			break;
		len = strcspn(text + 1, "{}\n");
		field = field_called(text + 1, len);
		if (text[1 + len] == '}' && field != IN__MAX) {
			buf_puts(&out, value(of, fields[field].key));
			text += len + 2;
		} else
			buf_putc(&out, *text++); /* a field that is none: texts in force have been checked */
	}
	return (arena_strdup(arena, buf_text(&out)));
}
