/* scheme_part_page.c — the pages a scheme is written on: a part of it, or one element with everything in it. */
#include <string.h>

#include "core/catalogue.h"
#include "core/text.h"
#include "gen/html_part_field_select.h"
#include "scheme/document_path.h"
#include "web/page.h"
#include "web/scheme_form_conflict.h"
#include "web/scheme_work.h"

/* A question that is to be made goes by this type until its own is chosen. */
#define ANY_TYPE "choice+1"

/* What is shown and what is posted: the groups of one page. */
struct sheet {
	struct ctx *ctx;
	struct scheme_draft draft;
	const struct scheme_part *part;
	const char *path;   /* of the element; NULL on a part's page */
	bool adding;        /* a question that isn't there yet */
	const char *action; /* the page's own address */
	struct scheme_form form;
	const struct scheme_draft_saved *saved; /* with conflicts; NULL otherwise */
	const char **saved_by;                  /* of each conflict: who and when */
	const struct document_set *posted;
	size_t n_posted;
	bool trying; /* only what would be wrong is asked for */
};

/* ------------------------------------------------------------------------------------------ which page */

static const char *
parent_of(struct arena *arena, const char *path)
{
	const char *slash = strrchr(path, '/');

	return (arena_strndup(arena, path, slash == NULL ? 0 : (size_t)(slash - path)));
}

static bool
is_question(const struct sheet *sheet)
{
	return (sheet->path != NULL && strncmp(sheet->path, "form/section", 12) == 0 &&
		strchr(sheet->path + 12, '/') != NULL);
}

static enum status
part_sheet(struct sheet *out, struct ctx *ctx)
{
	enum status st;

	*out = (struct sheet){ .ctx = ctx };
	if ((st = scheme_work_draft(&out->draft, ctx)) != OK)
		return (st);
	if ((out->part = scheme_part_named(&out->draft, path_text(ctx, "part"))) == NULL)
		return (ERR_NOT_FOUND);
	out->action = arena_printf(ctx->arena, "/ordningsarbeid/%" PRId64 "/del/%s", out->draft.id, out->part->slug);
	return (OK);
}

/* The element asked for: one that is there, or that could be. */
static enum status
element_sheet(struct sheet *out, struct ctx *ctx, const char *path, bool adding)
{
	char cardinality;
	enum status st;

	*out = (struct sheet){ .ctx = ctx, .path = path, .adding = adding };
	if ((st = scheme_work_draft(&out->draft, ctx)) != OK)
		return (st);
	out->part = scheme_part_of(&out->draft, path);
	if (adding)
		out->path = arena_printf(ctx->arena, "%s/" ANY_TYPE, path);
	if (*path == '\0' || document_kind(&cardinality, scheme_draft_vocabulary(&out->draft), out->path) == NULL)
		return (ERR_NOT_FOUND);
	out->action = arena_printf(ctx->arena, "/ordningsarbeid/%" PRId64 "/element", out->draft.id);
	return (OK);
}

static enum status
form_begin(struct sheet *sheet, const char *document, size_t len)
{
	struct ctx *ctx = sheet->ctx;
	const struct scheme_checked *shown, *checked;
	enum status st;

	if ((st = draft_check(&shown, ctx, &sheet->draft, sheet->draft.document, sheet->draft.len)) != OK)
		return (st);
	checked = shown;
	if (document != NULL && (st = draft_check(&checked, ctx, &sheet->draft, document, len)) != OK)
		return (st);
	if (shown->doc == NULL)
		return (ERR_CONFLICT);
	sheet->form = (struct scheme_form){ .ctx = ctx,
		.vocabulary = scheme_draft_vocabulary(&sheet->draft),
		.doc = shown->doc,
		.checked = checked,
		.element_url = arena_printf(ctx->arena, "/ordningsarbeid/%" PRId64 "/element?sti=", sheet->draft.id),
		.posted = sheet->posted,
		.n_posted = sheet->n_posted };
	if (sheet->saved != NULL) {
		sheet->form.conflicts = sheet->saved->conflicts;
		sheet->form.n_conflicts = sheet->saved->n_conflicts;
		sheet->form.conflict_by = sheet->saved_by;
	}
	scheme_form_begin(&sheet->form);
	return (OK);
}

/* ------------------------------------------------------------------------------------------ the page */

#define MOST_GROUPS 64

/* The form's sections, each with its questions. */
static void
add_section_groups(struct html_part_edit_group *groups, size_t *n, struct sheet *sheet)
{
	const struct xml_node *in_form = xml_child(sheet->form.doc->root, "form");
	const struct vocabulary_element *kind = vocabulary_element(&scheme_vocabulary, "section");

	for (const struct xml_node *at = in_form == NULL ? NULL : xml_child(in_form, "section");
	     at != NULL && *n + 1 < MOST_GROUPS; at = xml_next(at, "section"), ++*n) {
		scheme_form_group(&groups[*n], &sheet->form, document_path(sheet->ctx->arena, at));
		groups[*n].legend = scheme_form_title(&sheet->form, at, kind);
	}
}

static void
add_groups(struct html_scheme_part *view, struct sheet *sheet)
{
	struct arena *arena = sheet->ctx->arena;
	struct html_part_edit_group *groups = arena_array(arena, MOST_GROUPS, sizeof(*groups));
	const char *path;
	char cardinality;

	view->groups = groups;
	if (sheet->path != NULL) {
		scheme_form_group(&groups[view->n_groups++], &sheet->form, sheet->path);
		if (sheet->adding)
			groups[0].legend = tr(sheet->ctx->lang, "Spørsmålet");
		return;
	}
	if (strcmp(sheet->part->elements, "form") == 0)
		add_section_groups(groups, &view->n_groups, sheet);
	for (size_t i = 0; view->n_groups < MOST_GROUPS && (path = scheme_part_path(arena, sheet->part, i)) != NULL;
	     i++) {
		(void)document_kind(&cardinality, sheet->form.vocabulary, path);
		if (cardinality == '*' || cardinality == '+')
			scheme_form_list(&groups[view->n_groups++], &sheet->form, path);
		else
			scheme_form_group(&groups[view->n_groups++], &sheet->form, path);
	}
}

/* What is wrong on this page, each with a link to its place. */
static void
add_problems(struct html_scheme_part *view, struct sheet *sheet)
{
	const struct scheme_checked *checked = sheet->form.checked;
	struct html_scheme_part_problems *problems = arena_array(sheet->ctx->arena, checked->n + 1, sizeof(*problems));

	for (size_t i = 0; i < checked->n; i++)
		if (sheet->form.where[i] != NULL)
			problems[view->n_problems++] =
			    (struct html_scheme_part_problems){ .anchor = sheet->form.where[i],
				    .about = sheet->form.about[i],
				    .text = checked->messages[i].text };
	view->problems = problems;
}

static struct html_part_field_select *
select_new(struct arena *arena, const char *name, const char *label, size_t most)
{
	struct html_part_field_select *select = arena_alloc(arena, sizeof(*select));

	*select = (struct html_part_field_select){ .id = name,
		.name = name,
		.label = label,
		.options = arena_array(arena, most, sizeof(struct html_part_field_select_options)) };
	return (select);
}

static void
select_add(struct html_part_field_select *select, const char *value, const char *label, bool selected)
{
	/* The list is this file's own while it is made. */
	struct html_part_field_select_options *options = (struct html_part_field_select_options *)select->options;

	options[select->n_options++] =
	    (struct html_part_field_select_options){ .value = value, .label = label, .selected = selected };
}

/* What a question can be. */
static void
add_types(struct html_scheme_part *view, struct sheet *sheet, const char *current)
{
	struct ctx *ctx = sheet->ctx;
	const struct vocabulary_element *kind;
	struct html_part_field_select *select = select_new(ctx->arena, "type", tr(ctx->lang, "Type svar"), 64);

	for (size_t i = 0; (kind = vocabulary_at(&scheme_vocabulary, i)) != NULL; i++)
		if (kind->group != NULL && strcmp(kind->group, "field") == 0 && select->n_options < 64)
			select_add(select, kind->key, vocabulary_words(ctx->lang, &scheme_vocabulary, kind, NULL).label,
			    strcmp(kind->key, current) == 0);
	view->type = select;
	view->n_type = 1;
}

static void
add_sections(struct html_scheme_part *view, struct sheet *sheet, const struct xml_node *node)
{
	struct ctx *ctx = sheet->ctx;
	const struct xml_node *in_form = xml_child(sheet->form.doc->root, "form");
	struct html_part_field_select *select = select_new(ctx->arena, "del", tr(ctx->lang, "Del av skjemaet"), 64);
	const struct vocabulary_element *kind = vocabulary_element(&scheme_vocabulary, "section");

	for (const struct xml_node *at = xml_child(in_form, "section"); at != NULL && select->n_options < 64;
	     at = xml_next(at, "section"))
		select_add(select, document_path(ctx->arena, at), scheme_form_title(&sheet->form, at, kind),
		    at == node->parent);
	if (select->n_options < 2)
		return;
	view->section = select;
	view->n_section = 1;
}

static bool
is_last(const struct sheet *sheet)
{
	size_t i = 0;

	while (scheme_part_at(&sheet->draft, i) != sheet->part)
		i++;
	return (scheme_part_at(&sheet->draft, i + 1) == NULL);
}

/* Where one goes from here: the next part, or from an element back to what it stands in. */
static const char *
onward(const struct sheet *sheet)
{
	struct arena *arena = sheet->ctx->arena;
	const char *parent = sheet->path == NULL ? "" : parent_of(arena, sheet->path);

	if (sheet->path == NULL) {
		for (size_t i = 0; scheme_part_at(&sheet->draft, i + 1) != NULL; i++)
			if (scheme_part_at(&sheet->draft, i) == sheet->part)
				return (arena_printf(arena, "/ordningsarbeid/%" PRId64 "/del/%s", sheet->draft.id,
				    scheme_part_at(&sheet->draft, i + 1)->slug));
		return (arena_printf(arena, "/ordningsarbeid/%" PRId64, sheet->draft.id));
	}
	if (sheet->draft.calls)
		return (arena_printf(arena, "/ordningsarbeid/%" PRId64, sheet->draft.id));
	/* A section stands on its part's page with its questions; what is further in has a page around it. */
	if (strchr(parent, '/') != NULL && strchr(strchr(parent, '/') + 1, '/') != NULL)
		return (arena_printf(arena, "/ordningsarbeid/%" PRId64 "/element?sti=%s", sheet->draft.id,
		    scheme_form_query(arena, parent)));
	return (arena_printf(
	    arena, "/ordningsarbeid/%" PRId64 "/del/%s#" EDIT_ANCHOR "%s", sheet->draft.id, sheet->part->slug, parent));
}

static const char *
onward_text(const struct sheet *sheet)
{
	enum lang lang = sheet->ctx->lang;

	if (sheet->path != NULL)
		return (sheet->adding ? tr(lang, "Legg til spørsmålet") : tr(lang, "Lagre og gå tilbake"));
	return (is_last(sheet) ? tr(lang, "Lagre og gå til oversikten") : tr(lang, "Lagre og fortsett"));
}

static const char *
page_title(struct sheet *sheet)
{
	const struct xml_node *node = sheet->path == NULL ? NULL : document_find(sheet->form.doc, sheet->path);
	const struct vocabulary_element *kind;
	struct vocabulary_words words;
	char cardinality;

	if (sheet->path == NULL)
		return (tr(sheet->ctx->lang, sheet->part->title));
	if (sheet->adding)
		return (tr(sheet->ctx->lang, "Nytt spørsmål"));
	kind = document_kind(&cardinality, sheet->form.vocabulary, sheet->path);
	if (node != NULL)
		return (scheme_form_title(&sheet->form, node, kind));
	words = vocabulary_words(sheet->ctx->lang, sheet->form.vocabulary, kind, NULL);
	return (*words.add != '\0' ? words.add : words.label);
}

static void
add_question(struct html_scheme_part *view, struct sheet *sheet)
{
	const struct xml_node *node;

	if (!is_question(sheet))
		return;
	node = document_find(sheet->form.doc, sheet->path);
	if (sheet->adding) {
		add_types(view, sheet, sheet->posted == NULL ? "text" : form_text(sheet->ctx, "type"));
	} else if (node != NULL) {
		view->id = xml_attribute(node, "id");
		if (strcmp(node->parent->name, "section") == 0) {
			add_types(view, sheet, node->name);
			add_sections(view, sheet, node);
		}
	}
}

static enum status
sheet_render(struct sheet *sheet, const char *tried, size_t tried_len, int http)
{
	struct ctx *ctx = sheet->ctx;
	const char *part_url =
	    arena_printf(ctx->arena, "/ordningsarbeid/%" PRId64 "/del/%s", sheet->draft.id, sheet->part->slug);
	struct html_scheme_part view = { .action = sheet->action };
	enum status st;

	if ((st = form_begin(sheet, tried, tried_len)) != OK)
		return (st);
	view.title = page_title(sheet);
	view.part_breadcrumbs = scheme_work_crumbs(
	    ctx, &sheet->draft, sheet->path == NULL ? NULL : part_url, tr(ctx->lang, sheet->part->title), view.title);
	if (sheet->path == NULL)
		view.lead = tr(ctx->lang, sheet->part->lead);
	add_groups(&view, sheet);
	add_question(&view, sheet);
	add_problems(&view, sheet);
	scheme_form_conflicts(&view, &sheet->form, &sheet->draft);
	view.path = sheet->path == NULL ? "" : sheet->adding ? parent_of(ctx->arena, sheet->path) : sheet->path;
	view.adding = sheet->adding;
	view.several = buf_text(&sheet->form.several);
	view.version = arena_printf(ctx->arena, "%d", sheet->draft.version);
	view.locked = scheme_work_locked(ctx, &sheet->draft);
	view.next = onward_text(sheet);
	view.back_url = arena_printf(ctx->arena, "/ordningsarbeid/%" PRId64, sheet->draft.id);
	view.back_text = tr(ctx->lang, "Til oversikten");
	return (page_render(ctx, http,
	    arena_printf(ctx->arena, "%s: %s", view.title, scheme_work_title(ctx, &sheet->draft)), HTML(scheme_part),
	    &view));
}

enum status
scheme_part_show(struct ctx *ctx)
{
	struct sheet sheet;
	enum status st;

	if ((st = part_sheet(&sheet, ctx)) != OK)
		return (st);
	return (sheet_render(&sheet, NULL, 0, 200));
}

enum status
scheme_element_show(struct ctx *ctx)
{
	struct sheet sheet;
	enum status st;

	if ((st = element_sheet(&sheet, ctx, query_text(ctx, "sti"), query_has(ctx, "ny"))) != OK)
		return (st);
	return (sheet_render(&sheet, NULL, 0, 200));
}

/* ------------------------------------------------------------------------------------------ saving */

/* "fjern:PATH", "opp:PATH", "ned:PATH" */
static bool
button_read(struct scheme_draft_step *out, const char *value)
{
	static const char *const words[] = { "fjern:", "opp:", "ned:" };

	for (size_t i = 0; i < sizeof(words) / sizeof(words[0]); i++)
		if (text_starts(value, words[i])) {
			*out = (struct scheme_draft_step){ .kind = (int)i, .path = value + strlen(words[i]) };
			return (true);
		}
	return (false);
}

/* A step that can't be taken any more is told; the page then shows how it is. */
static enum status
step(struct sheet *sheet, int *version, const struct scheme_draft_step *step)
{
	struct ctx *ctx = sheet->ctx;
	struct scheme_draft_saved saved = { .version = *version };
	enum status st = scheme_draft_move(&saved, ctx, sheet->draft.id, *version, step);

	if (st != OK)
		return (st);
	*version = saved.version;
	return (OK);
}

/* The question's other type, and the section it is to stand in; *path is then where it is. */
static enum status
question_changes(struct sheet *sheet, int *version, const char **path)
{
	struct ctx *ctx = sheet->ctx;
	const char *type = form_text(ctx, "type"), *to = form_text(ctx, "del"), *name, *slash;
	enum status st;

	if (!is_question(sheet) || sheet->adding)
		return (OK);
	slash = strrchr(*path, '/');
	name = arena_strndup(ctx->arena, slash + 1, strcspn(slash + 1, ":."));
	if (*type != '\0' && strcmp(type, name) != 0) {
		if ((st = step(sheet, version, &(struct scheme_draft_step){ DRAFT_RENAME, *path, type })) != OK)
			return (st);
		*path =
		    arena_printf(ctx->arena, "%s/%s%s", parent_of(ctx->arena, *path), type, slash + 1 + strlen(name));
	}
	if (*to != '\0' && strcmp(to, parent_of(ctx->arena, *path)) != 0) {
		if ((st = step(sheet, version, &(struct scheme_draft_step){ DRAFT_SEND, *path, to })) != OK)
			return (st);
		*path = arena_printf(ctx->arena, "%s/%s", to, strrchr(*path, '/') + 1);
	}
	return (OK);
}

static enum status
go_on(struct sheet *sheet, const char *path, const char *anchor)
{
	struct ctx *ctx = sheet->ctx;

	if (strcmp(form_text(ctx, "go"), "next") == 0 && *anchor == '\0')
		return (redirect(ctx, "%s", onward(sheet)));
	if (sheet->adding)
		return (redirect(ctx, "%s?sti=%s&ny=1", sheet->action,
		    scheme_form_query(ctx->arena, parent_of(ctx->arena, sheet->path))));
	if (sheet->path != NULL)
		return (redirect(ctx, "%s?sti=%s%s%s", sheet->action, scheme_form_query(ctx->arena, path),
		    *anchor == '\0' ? "" : "#", anchor));
	return (redirect(ctx, "%s%s%s", sheet->action, *anchor == '\0' ? "" : "#", anchor));
}

/* An element that was new is there now; its page is its parent's when it has no name of its own to go by. */
static const char *
path_after(const struct sheet *sheet)
{
	if (sheet->path == NULL || strchr(sheet->path, '+') == NULL)
		return (sheet->path);
	return (parent_of(sheet->ctx->arena, sheet->path));
}

/* Away from what was removed, or from a new call, which has no place to go by: to the whole. */
static bool
goes_to_draft(const char *path, const struct scheme_draft_step *pressed)
{
	return (
	    *path == '\0' || (pressed != NULL && pressed->kind == DRAFT_REMOVE && strcmp(pressed->path, path) == 0));
}

static enum status
after_save(struct sheet *sheet, const struct scheme_draft_saved *saved)
{
	struct ctx *ctx = sheet->ctx;
	const char *path = path_after(sheet);
	struct scheme_draft_step pressed;
	int version = saved->version;
	enum status st;

	if ((st = question_changes(sheet, &version, &path)) != OK)
		return (st);
	if (!button_read(&pressed, form_text(ctx, "gjor"))) {
		notice_set(ctx, version == sheet->draft.version ? tr(ctx->lang, "Ingenting var endret.")
								: tr(ctx->lang, "Lagret."));
		if (path != NULL && goes_to_draft(path, NULL))
			return (redirect(ctx, "/ordningsarbeid/%" PRId64, sheet->draft.id));
		return (go_on(sheet, path, ""));
	}
	if ((st = step(sheet, &version, &pressed)) != OK)
		return (st);
	notice_set(ctx, pressed.kind == DRAFT_REMOVE ? tr(ctx->lang, "Fjernet. I historikken kan du hente det tilbake.")
						     : tr(ctx->lang, "Flyttet."));
	if (path != NULL && goes_to_draft(path, &pressed))
		return (redirect(ctx, "/ordningsarbeid/%" PRId64, sheet->draft.id));
	return (go_on(sheet, path,
	    arena_printf(ctx->arena, EDIT_ANCHOR "%s",
		pressed.kind == DRAFT_REMOVE ? parent_of(ctx->arena, pressed.path) : pressed.path)));
}

/* Whether the question is to be of a type with answers to choose among. */
static bool
has_options(const char *type)
{
	return (strcmp(type, "choice") == 0 || strcmp(type, "multi-choice") == 0);
}

/* A new question's type is chosen in the form; what only another type has is left out. */
static void
posted_read(struct sheet *sheet)
{
	struct ctx *ctx = sheet->ctx;
	const char *type = sheet->adding ? form_text(ctx, "type") : "";
	struct document_set *sets;
	size_t n = scheme_form_posted(&sets, ctx, scheme_draft_vocabulary(&sheet->draft), type), kept = 0;

	for (size_t i = 0; i < n; i++)
		if (!sheet->adding || has_options(type) || strstr(sets[i].name, "/option+") == NULL)
			sets[kept++] = sets[i];
	sheet->posted = sets;
	sheet->n_posted = kept;
}

/* What would be wrong if it were saved: the page again, with that alone new. Nothing is changed. */
static enum status
try(struct sheet *sheet, int seen)
{
	const char *document;
	enum status st;
	size_t len;

	if ((st = scheme_draft_try(&document, &len, sheet->ctx, &sheet->draft, seen, sheet->posted, sheet->n_posted)) !=
	    OK)
		return (st);
	return (sheet_render(sheet, document, len, 200));
}

static enum status
sheet_post(struct sheet *sheet)
{
	struct ctx *ctx = sheet->ctx;
	struct scheme_draft_saved saved;
	enum status st;
	int seen;

	if ((st = form_int(&seen, ctx, "version")) != OK)
		return (st);
	posted_read(sheet);
	if (form_has(ctx, "sjekk"))
		return (try(sheet, seen));
	if ((st = scheme_draft_save(&saved, ctx, sheet->draft.id, seen, sheet->posted, sheet->n_posted)) != OK)
		return (st);
	if (saved.n_conflicts == 0)
		return (after_save(sheet, &saved));
	sheet->saved = &saved;
	if ((st = scheme_draft_get(&sheet->draft, ctx, sheet->draft.id)) != OK ||
	    (st = scheme_form_savers(&sheet->saved_by, ctx, &sheet->draft, &saved, seen)) != OK)
		return (st);
	return (sheet_render(sheet, NULL, 0, 422));
}

enum status
scheme_part_post(struct ctx *ctx)
{
	struct sheet sheet;
	enum status st;

	if ((st = part_sheet(&sheet, ctx)) != OK)
		return (st);
	return (sheet_post(&sheet));
}

enum status
scheme_element_post(struct ctx *ctx)
{
	struct sheet sheet;
	enum status st;

	if ((st = element_sheet(&sheet, ctx, form_text(ctx, "sti"), form_has(ctx, "ny"))) != OK)
		return (st);
	return (sheet_post(&sheet));
}
