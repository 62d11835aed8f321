/* section_page.c — the pages an application is written on: one section at a time, or everything on one. */
#include <stdio.h>
#include <string.h>

#include "core/catalogue.h"
#include "core/text.h"
#include "domain/answer_rows.h"
#include "domain/calculated.h"
#include "domain/expr_answers.h"
#include "gen/html_package_remove.h"
#include "web/application_page.h"
#include "web/page.h"
#include "web/section_form.h"
#include "web/statement_view.h"

static bool
asked_to(struct ctx *ctx, const char *where)
{
	return (strcmp(form_text(ctx, "go"), where) == 0);
}

static enum status
go_on(struct section_page *page)
{
	struct ctx *ctx = page->view.ctx;
	int64_t id = page->view.application.id;
	const struct scheme_section *next = section_page_next(page);

	notice_set(ctx, tr(ctx->lang, "Lagret."));
	if (asked_to(ctx, "list"))
		return (redirect(ctx, "/soknader/%" PRId64, id));
	if (page->package != NULL && !page->from_check)
		return (redirect(
		    ctx, "/soknader/%" PRId64 "/del/%s#" FIELD_ANCHOR "%s", id, page->section->id, page->packages->id));
	if (page->from_check || next == NULL)
		return (redirect(ctx, "/soknader/%" PRId64 "/kontroller", id));
	return (redirect(ctx, "/soknader/%" PRId64 "/del/%s", id, next->id));
}

/* The same page again, at a field of it. */
static enum status
stay(struct section_page *page, const char *field, const char *query)
{
	const char *back = page->from_check ? "tilbake=kontroller&" : "";

	return (redirect(page->view.ctx, "%s%s%s%s#" FIELD_ANCHOR "%s", page->action,
	    *back == '\0' && *query == '\0' ? "" : "?", back, query, field));
}

/* A plan grows by a row: the posted ones and one more. */
static enum status
add_row(struct section_page *page, const struct scheme_field *table, const struct answers *posted)
{
	struct arena *arena = page->view.ctx->arena;
	size_t rows = 0;

	for (size_t i = 0; i < field_row_limit(table); i++)
		if (answers_has(posted, arena_printf(arena, "%s.%zu.cash", table->id, i)))
			rows = i + 1;
	return (stay(page, table->id, arena_printf(arena, "rader=%s.%zu", table->id, rows + 1)));
}

/* One more package has a page of its own. */
static enum status
add_package(struct section_page *page, const struct scheme_field *packages)
{
	struct ctx *ctx = page->view.ctx;
	const struct scheme *scheme = page->view.application.scheme;
	size_t n;

	answer_row_keys(&n, ctx->arena, page->view.answers, packages->id);
	if (n >= field_row_limit(packages))
		return (stay(page, packages->id, ""));
	for (size_t s = 0; s < scheme->n_sections; s++)
		for (size_t f = 0; f < scheme->sections[s].n_fields; f++)
			if (&scheme->sections[s].fields[f] == packages)
				return (
				    redirect(ctx, "/soknader/%" PRId64 "/del/%s/pakke/%s", page->view.application.id,
					scheme->sections[s].id, form_row_key(ctx->arena, ctx->now)));
	return (ERR_NOT_FOUND);
}

/* A group, a package's activities or a plan gets one more row. */
static enum status
add(struct section_page *page, const char *where, const struct section_outcome *outcome)
{
	const struct scheme_field *field = answer_path_field(page->view.application.scheme, where);

	if (field->type == FIELD_COSTS || field->type == FIELD_FINANCING)
		return (add_row(page, field, outcome->posted));
	if (field->type == FIELD_PACKAGES && strcmp(field->id, where) == 0)
		return (add_package(page, field));
	return (stay(page, where, arena_printf(page->view.ctx->arena, "ny=%s", where)));
}

/* Whether a question is asked, in its row when it has one. */
static bool
is_asked(struct rule_view *rules, const char *path)
{
	struct answer_place place;
	struct scheme_field group;
	const char *row;
	bool asked;

	if (!answer_place(&place, rules->scheme, path))
		return (false);
	if (place.row_len == 0)
		return (view_field_relevant(rules, place.field));
	row = arena_strndup(rules->arena, path, place.row_len);
	group = *place.top;
	group.id = arena_strndup(rules->arena, row, (size_t)(strrchr(row, '.') - row));
	rule_view_row(rules, &group, strrchr(row, '.') + 1);
	asked = view_field_relevant(rules, place.field);
	rule_view_row(rules, NULL, NULL);
	return (asked);
}

/*
 * A question that the answers just given have brought up, and that the person has not seen: one of those the page kept
 * hidden. NULL when there is none.
 */
static const char *
new_question(struct section_page *page)
{
	const struct application_view *view = &page->view;
	struct arena *arena = view->ctx->arena;
	char **hidden = text_split(arena, form_text(view->ctx, "hidden"), ' ', NULL);
	struct rule_view rules;

	rule_view_init(&rules, arena, view->application.scheme, view->answers, &view->facts);
	for (; *hidden != NULL; hidden++)
		if (is_asked(&rules, *hidden))
			return (*hidden);
	return (NULL);
}

/* A whole package leads back to the plan; a row to what it stood in. */
static enum status
row_is_removed(struct section_page *page, const char *row)
{
	struct ctx *ctx = page->view.ctx;
	const struct scheme_field *field = answer_path_field(page->view.application.scheme, row);

	if (field == NULL)
		return (go_on(page));
	notice_set(ctx, tr(ctx->lang, "Fjernet."));
	if (page->package != NULL && strcmp(package_path(page), row) == 0)
		return (redirect(ctx, "/soknader/%" PRId64 "/del/%s#" FIELD_ANCHOR "%s", page->view.application.id,
		    page->section->id, field->id));
	return (stay(page, arena_strndup(ctx->arena, row, strlen(row) - strlen(strrchr(row, '.'))), ""));
}

/* What the person asked for once everything is saved. */
static enum status
lead_on(struct section_page *page, const struct section_outcome *outcome)
{
	struct ctx *ctx = page->view.ctx;
	const struct scheme *scheme = page->view.application.scheme;
	const struct scheme_field *field;
	const char *question;

	if (answer_path_field(scheme, form_text(ctx, "add")) != NULL)
		return (add(page, form_text(ctx, "add"), outcome));
	if (calculated_path(scheme, form_text(ctx, "calculate")))
		return (stay(page, form_text(ctx, "calculate"), ""));
	if (form_has(ctx, "remove-row"))
		return (row_is_removed(page, form_text(ctx, "remove-row")));
	if ((field = scheme_field(scheme, form_text(ctx, "upload"))) != NULL)
		return (stay(page, field->id, "fil=ny"));
	if ((field = scheme_field(scheme, form_text(ctx, "ask"))) != NULL && field->type == FIELD_THIRD_PARTY)
		return (redirect(ctx, "%s", statement_ask_url(&page->view, field)));
	if (form_has(ctx, "remove")) {
		notice_set(ctx, tr(ctx->lang, "Filen er fjernet."));
		return (redirect(ctx, "%s%s", page->action, page->from_check ? "?tilbake=kontroller" : ""));
	}
	if (!asked_to(ctx, "list") && (question = new_question(page)) != NULL) {
		notice_set(ctx, tr(ctx->lang, "Lagret. Svaret deres gir et spørsmål til."));
		return (stay(page, question, "nytt=ja"));
	}
	return (go_on(page));
}

static bool
must_show_again(struct ctx *ctx, const struct section_outcome *outcome)
{
	bool only_rows = form_has(ctx, "add") || form_has(ctx, "ask") || form_has(ctx, "upload") ||
			 form_has(ctx, "remove") || form_has(ctx, "remove-row") || form_has(ctx, "calculate");

	if (outcome->saved.n_conflicts > 0 || messages_have_errors(&outcome->messages))
		return (true);
	return (!only_rows && !asked_to(ctx, "list") && messages_have_errors(&outcome->saved.messages));
}

static enum status
post(struct section_page *page)
{
	struct ctx *ctx = page->view.ctx;
	struct section_outcome outcome;
	enum status st;

	if ((st = section_page_save(&outcome, page)) != OK)
		return (st);
	if (form_has(ctx, "autosave"))
		return (autosave_answer(ctx, page->view.application.scheme, &outcome));
	/* As it stands now, with files and answers. */
	if ((st = application_view_load(&page->view, ctx, page->view.application.id)) != OK)
		return (st);
	if (must_show_again(ctx, &outcome))
		return (section_page_render(page, &outcome, 422));
	return (lead_on(page, &outcome));
}

/* "rader=kostnader.5": the plan to show with so many rows. */
static void
read_rows(struct section_page *page)
{
	struct ctx *ctx = page->view.ctx;
	const char *typed = query_text(ctx, "rader"), *dot = strrchr(typed, '.');
	unsigned rows;

	if (*query_text(ctx, "ny") != '\0')
		page->new_row = query_text(ctx, "ny");

	if (dot == NULL || sscanf(dot + 1, "%3u", &rows) != 1)
		return;
	page->longer_table = arena_strndup(ctx->arena, typed, (size_t)(dot - typed));
	page->longer_rows = rows;
}

static enum status
show(struct section_page *page, enum status st)
{
	struct ctx *ctx = page->view.ctx;

	/* A sent application is read on its own page. */
	if (st == ERR_CONFLICT)
		return (redirect(ctx, "/soknader/%" PRId64, page->view.application.id));
	if (st != OK)
		return (st);
	read_rows(page);
	return (section_page_render(page, NULL, 200));
}

enum status
application_section_show(struct ctx *ctx)
{
	struct section_page page;

	return (show(&page, section_page_read(&page, ctx, false)));
}

enum status
application_section_post(struct ctx *ctx)
{
	struct section_page page;
	enum status st = section_page_read(&page, ctx, false);

	return (st == OK ? post(&page) : st);
}

enum status
application_all_show(struct ctx *ctx)
{
	struct section_page page;

	return (show(&page, section_page_read(&page, ctx, true)));
}

enum status
application_all_post(struct ctx *ctx)
{
	struct section_page page;
	enum status st = section_page_read(&page, ctx, true);

	return (st == OK ? post(&page) : st);
}

/* --- one work package --------------------------------------------------------------------------------------------- */

/* Taking a package away takes its activities with it, so it is asked about first. */
static enum status
package_remove_show(struct section_page *page)
{
	struct ctx *ctx = page->view.ctx;
	const struct application *application = &page->view.application;
	struct html_package_remove view = { .title = section_page_title(page), .action = page->action };
	size_t n;

	answer_row_keys(&n, ctx->arena, page->view.answers, package_path(page));
	view.activities =
	    n == 0 ? NULL
		   : arena_printf(ctx->arena,
			 tr_plural(ctx->lang, "Den har %d aktivitet.", "Den har %d aktiviteter.", (int64_t)n), (int)n);
	view.version = arena_printf(ctx->arena, "%d", application->version);
	view.fields = page->packages->id;
	view.row = package_path(page);
	view.part_breadcrumbs = application_crumbs(ctx, application, view.title);
	draft_band(ctx, application);
	return (page_render(ctx, 200, tr(ctx->lang, "Fjern arbeidspakken?"), HTML(package_remove), &view));
}

enum status
application_package_show(struct ctx *ctx)
{
	struct section_page page;
	enum status st = package_page_read(&page, ctx);

	if (st == OK && strcmp(query_text(ctx, "fjern"), "ja") == 0)
		return (package_remove_show(&page));
	return (show(&page, st));
}

enum status
application_package_post(struct ctx *ctx)
{
	struct section_page page;
	enum status st = package_page_read(&page, ctx);

	return (st == OK ? post(&page) : st);
}
