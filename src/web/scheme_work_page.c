/* scheme_work_page.c — the schemes of a unit for those who write them: the list, new ones, and drafts thrown away. */
#include <string.h>

#include "core/catalogue.h"
#include "core/text.h"
#include "flow/county.h"
#include "flow/scheme_publish_flow.h"
#include "flow/scheme_template.h"
#include "gen/html_part_field_select.h"
#include "gen/html_part_field_text.h"
#include "gen/html_scheme_discard.h"
#include "gen/html_scheme_new.h"
#include "gen/html_scheme_work.h"
#include "web/page_state.h"
#include "web/scheme_work.h"

/* ------------------------------------------------------------------------------------------ the list */

static const char *
number(struct ctx *ctx, int64_t n)
{
	return (arena_printf(ctx->arena, "%" PRId64, n));
}

static enum status
add_proposals(struct html_scheme_work *view, struct ctx *ctx)
{
	struct html_scheme_work_proposals *rows;
	struct scheme_proposal *list;
	enum status st;
	size_t n;

	if ((st = scheme_proposals(&list, &n, ctx)) != OK)
		return (st);
	rows = arena_array(ctx->arena, n + 1, sizeof(*rows));
	for (size_t i = 0; i < n; i++)
		rows[i] = (struct html_scheme_work_proposals){ .id = number(ctx, list[i].id),
			.title = list[i].calls ? tr_printf(ctx->arena, ctx->lang, "Utlysninger: %s",
						     lang_pick(&list[i].title, ctx->lang))
					       : lang_pick(&list[i].title, ctx->lang),
			.when = instant_long(ctx->arena, list[i].proposed_at, ctx->lang),
			.who = list[i].proposed_by,
			.why = list[i].why,
			.yours = list[i].proposed_by_id == ctx->user_id };
	view->proposals = rows;
	view->n_proposals = n;
	return (OK);
}

static enum status
add_drafts(struct html_scheme_work *view, struct ctx *ctx)
{
	struct html_scheme_work_drafts *rows;
	struct scheme_draft *list;
	enum status st;
	size_t n;

	if ((st = scheme_draft_new_list(&list, &n, ctx)) != OK)
		return (st);
	rows = arena_array(ctx->arena, n + 1, sizeof(*rows));
	for (size_t i = 0; i < n; i++)
		rows[i] = (struct html_scheme_work_drafts){ .id = number(ctx, list[i].id),
			.title = scheme_work_title(ctx, &list[i]),
			.changed = instant_short(ctx->arena, list[i].changed_at),
			.who = list[i].changed_by,
			.proposed = list[i].proposed };
	view->drafts = rows;
	view->n_drafts = n;
	return (OK);
}

/* An ordinary scheme needs no word for being one. */
static const char *
status_words(struct ctx *ctx, const char *status)
{
	return (strcmp(status, "paused") == 0  ? tr(ctx->lang, "På vent")
		: strcmp(status, "ended") == 0 ? tr(ctx->lang, "Avsluttet")
					       : NULL);
}

static enum status
add_schemes(struct html_scheme_work *view, struct ctx *ctx)
{
	struct html_scheme_work_schemes *rows;
	struct scheme_work *list;
	enum status st;
	size_t n;

	if ((st = scheme_work_list(&list, &n, ctx)) != OK)
		return (st);
	rows = arena_array(ctx->arena, n + 1, sizeof(*rows));
	for (size_t i = 0; i < n; i++)
		rows[i] = (struct html_scheme_work_schemes){ .id = list[i].scheme_id,
			.title = lang_pick(&list[i].title, ctx->lang),
			.status = status_words(ctx, list[i].status),
			.unit = view->with_unit ? lang_pick(&list[i].unit, ctx->lang) : NULL,
			.number = number(ctx, list[i].number),
			.published = date_short(ctx->arena, instant_day(list[i].published_at)),
			.open_calls = list[i].open_calls,
			.draft = list[i].draft_id == 0 ? NULL : number(ctx, list[i].draft_id),
			.changed = list[i].draft_id == 0 ? NULL
				   : list[i].proposed    ? tr(ctx->lang, "foreslått publisert")
							 : date_short(ctx->arena, instant_day(list[i].changed_at)) };
	view->schemes = rows;
	view->n_schemes = n;
	return (OK);
}

enum status
scheme_work_show(struct ctx *ctx)
{
	struct html_scheme_work view = { .may_begin = true, .with_unit = ctx->role == ROLE_ADMIN };
	enum status st;

	if ((st = add_proposals(&view, ctx)) != OK || (st = add_drafts(&view, ctx)) != OK ||
	    (st = add_schemes(&view, ctx)) != OK)
		return (st);
	return (page_render(ctx, 200, tr(ctx->lang, "Arbeid med ordninger"), HTML(scheme_work), &view));
}

/* Opens the draft there is, or begins one from what is in force. */
enum status
scheme_edit_post(struct ctx *ctx)
{
	enum status st;
	int64_t id;

	st = strcmp(form_text(ctx, "hva"), "utlysninger") == 0 ? calls_draft_of(&id, ctx, form_text(ctx, "ordning"))
							       : scheme_draft_of(&id, ctx, form_text(ctx, "ordning"));
	if (st != OK)
		return (st);
	return (redirect(ctx, "/ordningsarbeid/%" PRId64, id));
}

/* ------------------------------------------------------------------------------------------ a new one */

/* What was filled in. */
struct beginning {
	const char *from; /* a template's id, or "kopi" */
	const char *copy; /* id of the scheme that is copied */
	const char *nb, *nn, *unit;
	struct html_part_error_summary_errors errors[4];
	size_t n_errors;
};

static struct html_part_field_choice
template_choice(struct ctx *ctx, const struct beginning *typed, const char *error)
{
	const struct scheme_templates *templates = web_process()->templates;
	struct html_part_field_choice_options *options = arena_array(ctx->arena, templates->n + 1, sizeof(*options));

	for (size_t i = 0; i < templates->n; i++)
		options[i] = (struct html_part_field_choice_options){ .value = templates->list[i].id,
			.label = lang_pick(&templates->list[i].name, ctx->lang),
			.help = lang_pick(&templates->list[i].about, ctx->lang),
			.checked = strcmp(typed->from, templates->list[i].id) == 0 };
	options[templates->n] = (struct html_part_field_choice_options){ .value = "kopi",
		.label = tr(ctx->lang, "En ordning dere har"),
		.help = tr(ctx->lang, "Alt blir med unntatt navnet og utlysningene."),
		.checked = strcmp(typed->from, "kopi") == 0 };
	return ((struct html_part_field_choice){ .id = "fra",
	    .name = "fra",
	    .label = tr(ctx->lang, "Begynn fra"),
	    .error = error,
	    .options = options,
	    .n_options = templates->n + 1 });
}

static enum status
add_copies(struct html_scheme_new *view, struct ctx *ctx, const struct beginning *typed)
{
	struct html_part_field_select *select = arena_alloc(ctx->arena, sizeof(*select));
	struct html_part_field_select_options *options;
	struct scheme_work *list;
	enum status st;
	size_t n;

	if ((st = scheme_work_list(&list, &n, ctx)) != OK)
		return (st);
	options = arena_array(ctx->arena, n + 1, sizeof(*options));
	for (size_t i = 0; i < n; i++)
		options[i] = (struct html_part_field_select_options){ .value = list[i].scheme_id,
			.label = lang_pick(&list[i].title, ctx->lang),
			.selected = strcmp(typed->copy, list[i].scheme_id) == 0 };
	*select = (struct html_part_field_select){ .id = "kopi",
		.name = "kopi",
		.label = tr(ctx->lang, "Ordningen dere vil kopiere"),
		.optional = true,
		.with_empty = true,
		.options = options,
		.n_options = n };
	view->copy = select;
	view->n_copy = n == 0 ? 0 : 1;
	return (OK);
}

static const char *
error_at(const struct beginning *typed, const char *anchor)
{
	for (size_t i = 0; i < typed->n_errors; i++)
		if (strcmp(typed->errors[i].anchor, anchor) == 0)
			return (typed->errors[i].text);
	return (NULL);
}

static void
add_names(struct html_scheme_new *view, struct ctx *ctx, const struct beginning *typed)
{
	struct html_part_field_text *texts = arena_array(ctx->arena, 2, sizeof(*texts));

	texts[0] = (struct html_part_field_text){ .id = "navn-nb",
		.name = "navn-nb",
		.label = tr(ctx->lang, "Navn på bokmål"),
		.size = "60",
		.value = typed->nb,
		.error = error_at(typed, "navn-nb") };
	texts[1] = (struct html_part_field_text){ .id = "navn-nn",
		.name = "navn-nn",
		.label = tr(ctx->lang, "Navn på nynorsk"),
		.size = "60",
		.value = typed->nn,
		.error = error_at(typed, "navn-nn") };
	view->texts = texts;
	view->n_texts = 2;
}

/* An administrator says which unit it is for; others write for their own. */
static void
add_unit(struct html_scheme_new *view, struct ctx *ctx, const struct beginning *typed)
{
	struct html_part_field_select *select = arena_alloc(ctx->arena, sizeof(*select));
	struct html_part_field_select_options *options =
	    arena_array(ctx->arena, ctx->county->n_units, sizeof(*options));

	if (ctx->role != ROLE_ADMIN)
		return;
	for (size_t i = 0; i < ctx->county->n_units; i++)
		options[i] = (struct html_part_field_select_options){ .value = ctx->county->units[i].code,
			.label = lang_pick(&ctx->county->units[i].name, ctx->lang),
			.selected = strcmp(typed->unit, ctx->county->units[i].code) == 0 };
	*select = (struct html_part_field_select){ .id = "enhet",
		.name = "enhet",
		.label = tr(ctx->lang, "Enhet"),
		.error = error_at(typed, "enhet"),
		.with_empty = true,
		.options = options,
		.n_options = ctx->county->n_units };
	view->unit = select;
	view->n_unit = 1;
}

static enum status
new_render(struct ctx *ctx, const struct beginning *typed)
{
	struct html_part_breadcrumbs_links *links = arena_array(ctx->arena, 1, sizeof(*links));
	struct html_scheme_new view = {
		.part_field_choice = template_choice(ctx, typed, error_at(typed, "fra")),
		.part_error_summary = { .errors = typed->errors, .n_errors = typed->n_errors },
	};
	enum status st;

	links[0] = (struct html_part_breadcrumbs_links){ "/ordningsarbeid", tr(ctx->lang, "Arbeid med ordninger") };
	view.part_breadcrumbs = (struct html_part_breadcrumbs){ .links = links,
		.n_links = 1,
		.current = tr(ctx->lang, "Ny ordning"),
		.back_url = links[0].url,
		.back_text = links[0].text };
	add_names(&view, ctx, typed);
	add_unit(&view, ctx, typed);
	if ((st = add_copies(&view, ctx, typed)) != OK)
		return (st);
	return (
	    page_render(ctx, typed->n_errors > 0 ? 422 : 200, tr(ctx->lang, "Ny ordning"), HTML(scheme_new), &view));
}

enum status
scheme_new_show(struct ctx *ctx)
{
	struct beginning typed = { .from = "", .copy = query_text(ctx, "kopi"), .nb = "", .nn = "", .unit = "" };

	if (*typed.copy != '\0')
		typed.from = "kopi";
	return (new_render(ctx, &typed));
}

static void
wrong(struct beginning *typed, const char *anchor, const char *text)
{
	typed->errors[typed->n_errors++] = (struct html_part_error_summary_errors){ .anchor = anchor, .text = text };
}

/* The document to begin from; NULL with an error when nothing was chosen. */
static enum status
source_read(struct scheme_beginning *out, struct ctx *ctx, struct beginning *typed)
{
	const struct scheme_template *template = scheme_template_find(web_process()->templates, typed->from);
	struct scheme_publication in_force;
	enum status st;

	if (template != NULL) {
		out->document = template->document;
		out->len = template->len;
		return (OK);
	}
	if (strcmp(typed->from, "kopi") != 0 || *typed->copy == '\0') {
		wrong(typed, "fra",
		    strcmp(typed->from, "kopi") == 0 ? tr(ctx->lang, "Velg ordningen dere vil kopiere.")
						     : tr(ctx->lang, "Velg hva dere vil begynne fra."));
		return (OK);
	}
	if ((st = scheme_version_find(&in_force, ctx, typed->copy, "")) != OK ||
	    (st = scheme_version_document(&out->document, ctx, in_force.version_hash)) != OK)
		return (st);
	out->len = strlen(out->document);
	return (OK);
}

enum status
scheme_new_post(struct ctx *ctx)
{
	struct beginning typed = { .from = form_text(ctx, "fra"),
		.copy = form_text(ctx, "kopi"),
		.nb = text_trim(ctx->arena, form_text(ctx, "navn-nb")),
		.nn = text_trim(ctx->arena, form_text(ctx, "navn-nn")),
		.unit = form_text(ctx, "enhet") };
	struct scheme_beginning beginning = { .title = { { [LANG_NB] = typed.nb, [LANG_NN] = typed.nn } } };
	enum status st;
	int64_t id;

	if ((st = source_read(&beginning, ctx, &typed)) != OK)
		return (st);
	if (text_blank(typed.nb))
		wrong(&typed, "navn-nb", tr(ctx->lang, "Skriv navnet på bokmål."));
	if (text_blank(typed.nn))
		wrong(&typed, "navn-nn", tr(ctx->lang, "Skriv navnet på nynorsk."));
	if (ctx->role == ROLE_ADMIN)
		beginning.unit = typed.unit;
	else if ((st = scheme_own_unit(&beginning.unit, ctx)) != OK)
		return (st);
	if (*beginning.unit == '\0')
		wrong(&typed, "enhet", tr(ctx->lang, "Velg enheten som eier ordningen."));
	if (typed.n_errors > 0)
		return (new_render(ctx, &typed));
	if ((st = scheme_draft_begin(&id, ctx, &beginning)) != OK)
		return (st);
	notice_set(ctx, tr(ctx->lang, "Utkastet er laget."));
	return (redirect(ctx, "/ordningsarbeid/%" PRId64, id));
}

/* ------------------------------------------------------------------------------------------ throwing away */

enum status
scheme_discard_show(struct ctx *ctx)
{
	struct scheme_draft draft;
	struct html_scheme_discard view;
	enum status st;

	if ((st = scheme_work_draft(&draft, ctx)) != OK)
		return (st);
	if (!draft.open)
		return (ERR_CONFLICT);
	view = (struct html_scheme_discard){ .published = draft.published,
		.version = arena_printf(ctx->arena, "%d", draft.version),
		.action = page_path(ctx),
		.back_url = arena_printf(ctx->arena, "/ordningsarbeid/%" PRId64, draft.id),
		.part_breadcrumbs = scheme_work_crumbs(ctx, &draft, NULL, NULL, tr(ctx->lang, "Forkast utkastet")) };
	return (page_render(ctx, 200, tr(ctx->lang, "Forkast utkastet"), HTML(scheme_discard), &view));
}

enum status
scheme_discard_post(struct ctx *ctx)
{
	struct scheme_draft draft;
	enum status st;
	int seen;

	if ((st = form_int(&seen, ctx, "version")) != OK || (st = scheme_work_draft(&draft, ctx)) != OK ||
	    (st = scheme_draft_discard(ctx, &draft, seen)) != OK)
		return (st);
	notice_set(ctx, tr(ctx->lang, "Utkastet er forkastet."));
	return (redirect(ctx, "/ordningsarbeid"));
}
