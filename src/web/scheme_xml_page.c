/* scheme_xml_page.c — the document itself: what is wrong by line, and all of it to write in. */
#include <string.h>

#include "core/catalogue.h"
#include "gen/html_scheme_xml.h"
#include "scheme/scheme_splice.h"
#include "web/page.h"
#include "web/scheme_work.h"

#define AROUND 1 /* lines shown on either side of the one that is wrong */

/* What is shown besides the draft as it is. */
struct xml_page {
	const char *source; /* in the field */
	const char *conflict, *fault;
	int fault_line;
	bool checking; /* the reader asked whether it is right */
	int http;
};

/* The line and its neighbours, each with its number. */
static const char *
excerpt(struct arena *arena, const char *source, int line)
{
	struct buf out = buf_new(arena);
	const char *at = source;

	for (int n = 1; *at != '\0' && n <= line + AROUND; n++) {
		size_t len = strcspn(at, "\n");

		if (n >= line - AROUND)
			buf_printf(&out, "%s%4d  %.*s", out.len == 0 ? "" : "\n", n, (int)(len > 300 ? 300 : len), at);
		at += len + (at[len] == '\n');
	}
	return (arena_strdup(arena, buf_text(&out)));
}

/* Every line's number, to stand beside the text; those where something is wrong are told apart. */
static void
add_lines(
    struct html_scheme_xml *view, struct ctx *ctx, const struct xml_page *page, const struct scheme_checked *checked)
{
	struct html_scheme_xml_lines *lines;
	size_t n = 1;

	for (const char *at = page->source; (at = strchr(at, '\n')) != NULL; at++)
		n++;
	lines = arena_array(ctx->arena, n, sizeof(*lines));
	for (size_t i = 0; i < n; i++)
		lines[i].number = arena_printf(ctx->arena, "%zu", i + 1);
	for (size_t i = 0; checked != NULL && i < checked->n; i++)
		if (checked->messages[i].line > 0 && (size_t)checked->messages[i].line <= n)
			lines[checked->messages[i].line - 1].wrong = true;
	if (page->fault_line > 0 && (size_t)page->fault_line <= n)
		lines[page->fault_line - 1].wrong = true;
	view->lines = lines;
	view->n_lines = n;
	view->rows = arena_printf(ctx->arena, "%zu", n);
}

static enum status
add_problems(
    struct html_scheme_xml *view, struct ctx *ctx, const struct scheme_draft *draft, const struct xml_page *page)
{
	const struct scheme_checked *checked;
	struct html_scheme_xml_problems *rows;
	enum status st;

	if ((st = draft_check(&checked, ctx, draft, page->source, strlen(page->source))) != OK)
		return (st);
	rows = arena_array(ctx->arena, checked->n + 1, sizeof(*rows));
	for (size_t i = 0; i < checked->n; i++) {
		const struct checked_message *message = &checked->messages[i];

		rows[i] = (struct html_scheme_xml_problems){ .text = message->text };
		if (message->line > 0) {
			rows[i].line = arena_printf(ctx->arena, "%d", message->line);
			rows[i].code = excerpt(ctx->arena, page->source, message->line);
		}
		if (*message->path != '\0')
			rows[i].url = scheme_work_place(ctx, draft, message);
	}
	view->problems = rows;
	view->n_problems = checked->n;
	add_lines(view, ctx, page, checked);
	view->checked = page->checking && checked->n == 0;
	return (OK);
}

static enum status
xml_render(struct ctx *ctx, const struct scheme_draft *draft, const struct xml_page *page)
{
	struct html_scheme_xml view = { .action = page_path(ctx),
		.source = page->source,
		.conflict = page->conflict,
		.fault = page->fault,
		.version = arena_printf(ctx->arena, "%d", draft->version),
		.locked = scheme_work_locked(ctx, draft),
		.back_url = arena_printf(ctx->arena, "/ordningsarbeid/%" PRId64, draft->id),
		.part_breadcrumbs = scheme_work_crumbs(ctx, draft, NULL, NULL, tr(ctx->lang, "XML-en")) };
	enum status st;

	if (page->fault_line > 0)
		view.fault_line = arena_printf(ctx->arena, "%d", page->fault_line);
	if (page->fault != NULL)
		add_lines(&view, ctx, page, NULL);
	else if ((st = add_problems(&view, ctx, draft, page)) != OK)
		return (st);
	return (page_render(ctx, page->http,
	    arena_printf(ctx->arena, "%s: %s", tr(ctx->lang, "XML-en"), scheme_work_title(ctx, draft)),
	    HTML(scheme_xml), &view));
}

enum status
scheme_xml_show(struct ctx *ctx)
{
	struct scheme_draft draft;
	enum status st;

	if ((st = scheme_work_draft(&draft, ctx)) != OK)
		return (st);
	return (xml_render(ctx, &draft, &(struct xml_page){ .source = draft.document, .http = 200 }));
}

enum status
scheme_xml_post(struct ctx *ctx)
{
	struct xml_page page = { .http = 422 };
	struct scheme_draft draft;
	enum status st;
	int seen;

	if ((st = form_int(&seen, ctx, "version")) != OK || (st = scheme_work_draft(&draft, ctx)) != OK)
		return (st);
	page.source = document_written_as(ctx->arena, form_text(ctx, "kilde"), draft.document, draft.len);
	if (strcmp(form_text(ctx, "go"), "sjekk") == 0) {
		page.checking = true;
		page.http = 200;
		return (xml_render(ctx, &draft, &page));
	}
	st = scheme_draft_replace(&page.fault, &page.fault_line, ctx, &draft, seen, page.source, "xml");
	if (st == ERR_CONFLICT && draft.open)
		page.conflict = tr_printf(ctx->arena, ctx->lang,
		    "%s lagret utkastet %s, etter at du åpnet siden. Din tekst står nedenfor og er ikke lagret. Lagrer "
		    "du "
		    "igjen, er det din tekst som gjelder; det andre står i historikken.",
		    draft.changed_by, instant_long(ctx->arena, draft.changed_at, ctx->lang));
	if (st == ERR_INVALID || page.conflict != NULL)
		return (xml_render(ctx, &draft, &page));
	if (st != OK)
		return (st);
	notice_set(ctx, tr(ctx->lang, "Lagret."));
	return (redirect(ctx, "%s", page_path(ctx)));
}
