/* letter_print.c — the one way letters are printed. */
#include "flow/letter_print.h"

#include "core/catalogue.h"
#include "core/crypto.h"
#include "doc/doc_store.h"
#include "flow/county.h"

#define NAMED 5 /* characters named in the warning */

/* The code point as UTF-8. */
static const char *
character(struct arena *arena, uint32_t cp)
{
	char *out = arena_alloc(arena, 5);

	if (cp < 0x80) {
		out[0] = (char)cp;
	} else if (cp < 0x800) {
		out[0] = (char)(0xc0 | cp >> 6);
		out[1] = (char)(0x80 | (cp & 0x3f));
	} else if (cp < 0x10000) {
		out[0] = (char)(0xe0 | cp >> 12);
		out[1] = (char)(0x80 | (cp >> 6 & 0x3f));
		out[2] = (char)(0x80 | (cp & 0x3f));
	} else {
		out[0] = (char)(0xf0 | cp >> 18);
		out[1] = (char)(0x80 | (cp >> 12 & 0x3f));
		out[2] = (char)(0x80 | (cp >> 6 & 0x3f));
		out[3] = (char)(0x80 | (cp & 0x3f));
	}
	return (out);
}

/* "🫠 (U+1FAE0), ᚠ (U+16A0)" */
static const char *
characters_text(struct arena *arena, const struct doc_report *report)
{
	struct buf out = buf_new(arena);
	int n = 0;

	for (const struct doc_uncovered *one = report->uncovered; one != NULL && n < NAMED; one = one->next, n++)
		buf_printf(&out, "%s%s (U+%04X)", n > 0 ? ", " : "", character(arena, one->code_point),
		    (unsigned)one->code_point);
	return (arena_strdup(arena, buf_text(&out)));
}

enum status
letter_paper_pdf(struct buf *out, const char **uncovered, struct ctx *ctx, const struct letter_paper *paper)
{
	/* What an applicant writes never stops an answer: a character no font has becomes a mark on paper. */
	const struct doc_meta meta = {
		.author = lang_pick(&ctx->county->name, paper->lang), .made_at = ctx->now, .allow_uncovered = true
	};
	struct doc_report report;
	enum status st;

	st = doc_render(out, &report, ctx->arena, ctx->docs, paper->template, paper->data, paper->lang, &meta);
	if (st != OK || uncovered == NULL)
		return (st);
	*uncovered = "";
	if (report.uncovered_count > 0)
		*uncovered = tr_printf(ctx->arena, ctx->lang,
		    "Noen tegn i brevet finnes ikke i skriftene våre: %s. I PDF-en står et merke i stedet, på "
		    "nettsiden står "
		    "de som de skal.",
		    characters_text(ctx->arena, &report));
	return (OK);
}

enum status
letter_paper_html(struct buf *out, struct ctx *ctx, const struct letter_paper *paper, int heading_offset)
{
	struct doc_report report;

	return (doc_render_html(
	    out, &report, ctx->arena, ctx->docs, paper->template, paper->data, paper->lang, heading_offset));
}

const char *
letter_changed_text(enum lang lang)
{
	return (tr(lang, "Brevet er blitt endret siden du leste det: en brevtekst eller datoen er ny. Les det som står "
			 "nå, og send det."));
}

const char *
letter_fingerprint(struct ctx *ctx, const struct buf *html)
{
	return (crypto_sha256(ctx->arena, html->data, html->len));
}

enum status
letter_paper_check(struct messages *warnings, struct ctx *ctx, const struct letter_paper *paper)
{
	struct buf pdf = buf_new(ctx->arena);
	const char *uncovered;
	enum status st;

	if ((st = letter_paper_pdf(&pdf, &uncovered, ctx, paper)) != OK)
		return (st);
	if (*uncovered != '\0')
		messages_add(warnings, MESSAGE_WARNING, "", "print", uncovered);
	return (OK);
}
