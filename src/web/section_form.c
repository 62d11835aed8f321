/* section_form.c — reads the address of a section's page, and draws the page. */
#include "web/section_form.h"

#include <string.h>

#include "core/catalogue.h"
#include "core/text.h"
#include "domain/answer_rows.h"
#include "domain/expr_answers.h"
#include "gen/html_application_form.h"
#include "web/application_page.h"
#include "web/page.h"

enum status
section_page_read(struct section_page *out, struct ctx *ctx, bool all)
{
	const char *back = form_has(ctx, "tilbake") ? form_text(ctx, "tilbake") : query_text(ctx, "tilbake");
	enum status st;

	*out = (struct section_page){ .from_check = strcmp(back, "kontroller") == 0 };
	if ((st = application_view_at_path(&out->view, ctx)) != OK)
		return (st);
	if (!all && (out->section = scheme_section(out->view.application.scheme, path_text(ctx, "section"))) == NULL)
		return (ERR_NOT_FOUND);
	out->action = all ? arena_printf(ctx->arena, "/soknader/%lld/alt", (long long)out->view.application.id)
			  : arena_printf(ctx->arena, "/soknader/%lld/del/%s", (long long)out->view.application.id,
				out->section->id);
	return (out->view.is_draft ? OK : ERR_CONFLICT);
}

char *
package_path(const struct section_page *page)
{
	return (arena_printf(page->view.ctx->arena, "%s.%s", page->packages->id, page->package));
}

enum status
package_page_read(struct section_page *out, struct ctx *ctx)
{
	const char *key = path_text(ctx, "package");
	enum status st = section_page_read(out, ctx, false);

	if (st != OK && st != ERR_CONFLICT)
		return (st);
	for (size_t i = 0; i < out->section->n_fields; i++)
		if (out->section->fields[i].type == FIELD_PACKAGES)
			out->packages = &out->section->fields[i];
	if (out->packages == NULL || !row_key_ok(key, strlen(key)))
		return (ERR_NOT_FOUND);
	out->package = arena_strdup(ctx->arena, key);
	out->action = arena_printf(ctx->arena, "%s/pakke/%s", out->action, key);
	return (st);
}

void
section_page_only(const struct section_page *page, struct messages *messages)
{
	const char *row = package_path(page);
	size_t len = strlen(row), n = 0;

	for (size_t i = 0; i < messages->n; i++)
		if (strncmp(messages->list[i].path, row, len) == 0 &&
		    (messages->list[i].path[len] == '.' || messages->list[i].path[len] == '\0'))
			messages->list[n++] = messages->list[i];
	messages->n = n;
}

/* --- what the page is drawn from --------------------------------------------------------------------------------- */

struct drawing {
	struct section_page *page;
	struct ctx *ctx;
	struct form_view form;
	struct messages messages;
	struct buf fields, hidden; /* ids with spaces between */
	bool with_files;
};

/* Whether the page shows this section. */
static bool
on_page(const struct section_page *page, const char *section)
{
	return (page->section == NULL || strcmp(page->section->id, section) == 0);
}

/* What stands in the fields: what is saved, and what could not be. */
static enum status
shown_answers(const struct answers **out, struct drawing *d, const struct section_outcome *outcome)
{
	struct answers *all = answers_new(d->ctx->arena);
	const struct answers *stored = d->page->view.answers;

	for (size_t i = 0; i < answers_count(stored); i++)
		answers_set(all, answers_at(stored, i)->path, answers_at(stored, i)->value);
	for (size_t i = 0; outcome != NULL && i < outcome->saved.n_conflicts; i++) {
		const char *path = outcome->saved.conflicts[i].path;

		answers_set(all, path, answers_get(outcome->posted, path));
	}
	for (size_t i = 0; outcome != NULL && i < outcome->saved.n_refused; i++) {
		const char *path = outcome->saved.refused[i];

		answers_set(all, path, answers_get(outcome->posted, path));
	}
	for (size_t i = 0; outcome != NULL && i < outcome->messages.n; i++) {
		const char *path = outcome->messages.list[i].path;

		if (answers_has(outcome->posted, path))
			answers_set(all, path, answers_get(outcome->posted, path));
	}
	*out = all;
	return (OK);
}

static void
add_messages(struct drawing *d, const struct messages *from)
{
	for (size_t i = 0; i < from->n; i++) {
		const struct message *m = &from->list[i];

		messages_add_about(&d->messages, m->kind, m->section, m->path, m->about, m->text);
	}
}

/* Who comes from checking the answers sees what was wrong there; otherwise a section is only checked when saved. */
static void
gather_messages(struct drawing *d, const struct section_outcome *outcome)
{
	const struct application_view *view = &d->page->view;
	struct messages found = messages_new(d->ctx->arena);

	d->messages = messages_new(d->ctx->arena);
	if (outcome != NULL) {
		add_messages(d, &outcome->messages);
		add_messages(d, &outcome->saved.messages);
		return;
	}
	if (!d->page->from_check)
		return;
	validation_run(&found, view->application.scheme, view->answers, &view->facts, NULL, d->ctx->lang);
	if (d->page->package != NULL)
		section_page_only(d->page, &found);
	for (size_t i = 0; i < found.n; i++)
		if (on_page(d->page, found.list[i].section))
			messages_add_about(&d->messages, found.list[i].kind, found.list[i].section, found.list[i].path,
			    found.list[i].about, found.list[i].text);
}

static bool
needs_municipalities(const struct section_page *page)
{
	const struct scheme *scheme = page->view.application.scheme;

	return (scheme_field_of_type(scheme, FIELD_MUNICIPALITIES) != NULL ||
		scheme_field_of_type(scheme, FIELD_ADDRESS) != NULL);
}

static enum status
drawing_begin(struct drawing *d, struct section_page *page, const struct section_outcome *outcome)
{
	struct ctx *ctx = page->view.ctx;
	struct municipality_row *municipalities = NULL;
	enum status st;

	*d = (struct drawing){ .page = page,
		.ctx = ctx,
		.fields = buf_new(ctx->arena),
		.hidden = buf_new(ctx->arena),
		.form = { .view = &page->view,
		    .longer_table = page->longer_table,
		    .longer_rows = page->longer_rows,
		    .new_row = page->new_row } };
	d->form.fields = &d->fields;
	d->form.hidden = &d->hidden;
	if (needs_municipalities(page) &&
	    (st = municipality_list(&municipalities, &d->form.n_municipalities, ctx, page->view.facts.today)) != OK)
		return (st);
	d->form.municipalities = municipalities;
	gather_messages(d, outcome);
	d->form.messages = &d->messages;
	if (outcome != NULL) {
		d->form.conflicts = outcome->saved.conflicts;
		d->form.n_conflicts = outcome->saved.n_conflicts;
	}
	return (shown_answers(&d->form.shown, d, outcome));
}

/* --- the parts of the page --------------------------------------------------------------------------------------- */

/* Whether the page has the question that the condition hangs on; out is its id. */
static bool
hangs_on_page(const char **out, const struct drawing *d, const struct scheme_section *section, const char *name)
{
	const struct scheme_field *other = field_of_name(d->page->view.application.scheme, name);

	if (other == NULL)
		return (false);
	*out = other->id;
	return (d->page->section == NULL || (other >= section->fields && other < section->fields + section->n_fields));
}

/* Returns false for a question that is not asked and that no answer on this page can bring up at once. */
static bool
question_draw(struct html_application_form_sections_questions *out, struct drawing *d,
    const struct scheme_section *section, const struct scheme_field *field)
{
	const struct application_view *view = &d->page->view;
	bool relevant = field_relevant(view->application.scheme, field, view->answers, &view->facts);
	struct form_condition condition;
	const char *other = NULL;
	bool here =
	    form_view_condition(&condition, d->ctx->arena, field) && hangs_on_page(&other, d, section, condition.when);

	if (!relevant && !here) {
		/* Nothing of it is in the page, but saving may bring it up. */
		form_view_name(&d->hidden, field->id);
		return (false);
	}
	*out = (struct html_application_form_sections_questions){ .id = field->id, .hidden = !relevant };
	if (here) {
		out->when = other;
		out->is = condition.is;
		out->at_least = condition.at_least;
	}
	form_view_field(&out->part_field, &d->form, field);
	form_view_name(&d->fields, field->id);
	if (!relevant)
		form_view_name(&d->hidden, field->id);
	d->with_files |= field_takes_files(field);
	return (true);
}

static void
section_draw(struct html_application_form_sections *out, struct drawing *d, const struct scheme_section *section)
{
	struct html_application_form_sections_questions *questions =
	    arena_array(d->ctx->arena, section->n_fields, sizeof(*questions));
	size_t n = 0;

	for (size_t f = 0; f < section->n_fields; f++)
		n += question_draw(&questions[n], d, section, &section->fields[f]);
	*out = (struct html_application_form_sections){
		.heading = d->page->section == NULL ? lang_pick(&section->title, d->ctx->lang) : NULL,
		.intro = lang_pick(&section->intro, d->ctx->lang),
		.questions = questions,
		.n_questions = n,
	};
}

/* The package's own questions, and its activities. */
static void
package_draw(struct html_application_form_sections *out, struct drawing *d)
{
	const struct section_page *page = d->page;
	size_t most = form_view_package_most(page->packages), n;
	struct html_part_field *parts = arena_array(d->ctx->arena, most, sizeof(*parts));
	struct html_application_form_sections_questions *questions =
	    arena_array(d->ctx->arena, most, sizeof(*questions));

	form_view_package(parts, &n, &d->form, page->packages, page->package);
	for (size_t i = 0; i < n; i++)
		questions[i].part_field = parts[i];
	form_view_name(&d->fields, page->packages->id);
	*out = (struct html_application_form_sections){ .questions = questions, .n_questions = n };
}

/* A message inside a package stands on the package's page; here the package itself is shown. */
static const char *
summary_anchor(const struct drawing *d, const struct message *m)
{
	struct answer_place place;

	if (d->page->package == NULL && answer_place(&place, d->page->view.application.scheme, m->path) &&
	    place.top->activities != NULL && place.row_len > 0) {
		size_t key = strlen(place.top->id) + 1;

		return (form_anchor(
		    d->ctx->arena, arena_strndup(d->ctx->arena, m->path, key + strcspn(m->path + key, "."))));
	}
	return (form_anchor(d->ctx->arena, m->path));
}

static void
summary_draw(struct html_part_error_summary *out, struct drawing *d)
{
	struct html_part_error_summary_errors *errors = arena_array(d->ctx->arena, d->messages.n, sizeof(*errors));
	size_t n = 0;

	for (size_t i = 0; i < d->messages.n; i++)
		if (d->messages.list[i].kind == MESSAGE_ERROR)
			errors[n++] = (struct html_part_error_summary_errors){
				.anchor = summary_anchor(d, &d->messages.list[i]),
				.about = message_about(d->ctx->arena, &d->messages.list[i]),
				.text = d->messages.list[i].text,
			};
	*out = (struct html_part_error_summary){ .errors = errors, .n_errors = n };
}

/* "Arbeidspakke 3: Språk og samfunn", by its place in the plan; a new one is the last. */
static const char *
package_title(const struct section_page *page)
{
	const struct application_view *view = &page->view;
	struct arena *arena = view->ctx->arena;
	const char *name = answers_part(view->answers, package_path(page), "name");
	size_t n, number = 0;
	const char **keys = answer_row_keys(&n, arena, view->answers, page->packages->id);

	while (number < n && strcmp(keys[number], page->package) != 0)
		number++;
	if (*name == '\0')
		return (tr_printf(arena, view->ctx->lang, "Arbeidspakke %zu", number + 1));
	return (tr_printf(arena, view->ctx->lang, "Arbeidspakke %zu: %s", number + 1, name));
}

const char *
section_page_title(const struct section_page *page)
{
	enum lang lang = page->view.ctx->lang;

	if (page->package != NULL)
		return (package_title(page));
	return (page->section == NULL ? tr(lang, "Hele søknaden") : lang_pick(&page->section->title, lang));
}

const struct scheme_section *
section_page_next(const struct section_page *page)
{
	const struct application_view *view = &page->view;
	const struct scheme *scheme = view->application.scheme;
	bool after = false;

	for (size_t i = 0; page->section != NULL && i < scheme->n_sections; i++) {
		if (after && section_asked(scheme, &scheme->sections[i], view->answers, &view->facts))
			return (&scheme->sections[i]);
		after |= &scheme->sections[i] == page->section;
	}
	return (NULL);
}

static const char *
next_text(const struct section_page *page)
{
	enum lang lang = page->view.ctx->lang;

	if (page->from_check)
		return (tr(lang, "Lagre og gå tilbake til kontrollen"));
	if (page->package != NULL)
		return (tr(lang, "Lagre arbeidspakken"));
	if (section_page_next(page) == NULL)
		return (tr(lang, "Lagre og kontroller svarene"));
	return (tr(lang, "Lagre og gå videre"));
}

static void
sections_draw(struct html_application_form *view, struct drawing *d)
{
	const struct scheme *scheme = d->page->view.application.scheme;
	struct html_application_form_sections *sections =
	    arena_array(d->ctx->arena, scheme->n_sections, sizeof(*sections));

	for (size_t s = 0; d->page->package == NULL && s < scheme->n_sections; s++)
		if (on_page(d->page, scheme->sections[s].id))
			section_draw(&sections[view->n_sections++], d, &scheme->sections[s]);
	if (d->page->package != NULL)
		package_draw(&sections[view->n_sections++], d);
	view->sections = sections;
}

/* Where one goes from a package: to the next new one, to the plan, or to taking it away. */
static void
package_ways(struct html_application_form *view, const struct section_page *page)
{
	struct arena *arena = page->view.ctx->arena;
	const char *section =
	    arena_strndup(arena, page->action, strlen(page->action) - strlen("/pakke/") - strlen(page->package));
	size_t n;
	const char **keys = answer_row_keys(&n, arena, page->view.answers, page->packages->id);
	bool saved = false;

	for (size_t i = 0; i < n; i++)
		saved |= strcmp(keys[i], page->package) == 0;
	view->another = n + !saved < field_row_limit(page->packages) ? page->packages->id : NULL;
	view->plan_url = arena_printf(arena, "%s#" FIELD_ANCHOR "%s", section, page->packages->id);
	view->remove_url = saved ? arena_printf(arena, "%s?fjern=ja", page->action) : NULL;
}

enum status
section_page_render(struct section_page *page, const struct section_outcome *outcome, int http)
{
	struct ctx *ctx = page->view.ctx;
	const struct application *application = &page->view.application;
	struct html_application_form view = { .title = section_page_title(page), .action = page->action };
	struct drawing d;
	enum status st;

	if ((st = drawing_begin(&d, page, outcome)) != OK)
		return (st);
	sections_draw(&view, &d);
	summary_draw(&view.part_error_summary, &d);
	view.part_breadcrumbs = application_crumbs(ctx, application, view.title);
	view.version = arena_printf(ctx->arena, "%d", application->version);
	view.fields = buf_text(&d.fields);
	view.hidden = buf_text(&d.hidden);
	view.back = page->from_check ? "kontroller" : "";
	view.with_files = d.with_files;
	view.next = next_text(page);
	view.conflict = d.form.n_conflicts > 0;
	view.saved_with_errors = outcome != NULL && !view.conflict && !messages_have_errors(&outcome->messages);
	if (page->package != NULL)
		package_ways(&view, page);
	else if (page->section != NULL)
		view.all_url = arena_printf(ctx->arena, "/soknader/%lld/alt", (long long)application->id);
	draft_band(ctx, application);
	return (page_render(ctx, http,
	    arena_printf(ctx->arena, "%s: %s", view.title, lang_pick(&application->scheme->title, ctx->lang)),
	    HTML(application_form), &view));
}
