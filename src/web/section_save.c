/* section_save.c — takes what was posted from the form: each field once, whatever a browser or a script sends. */
#include <string.h>

#include "core/catalogue.h"
#include "core/text.h"
#include "domain/answer_rows.h"
#include "web/page.h"
#include "web/section_form.h"

/* What the database holds in one answer (draft_answer.value). */
#define VALUE_MOST 40000

/* Far more than all of a question's codes together, in bytes. */
#define CODES_MOST 8000

/* Codes of ticked boxes come as repeated fields; of anything else the first counts. */
static bool
takes_many(const struct scheme_field *field)
{
	return (field->type == FIELD_MULTI_CHOICE || field->type == FIELD_MUNICIPALITIES);
}

static void
take(struct answers *posted, const struct scheme *scheme, const struct form_field *given, const char *removed)
{
	struct answer_place place;
	size_t len = strlen(removed);

	if (!answer_path_known(scheme, given->name) || !answer_place(&place, scheme, given->name) ||
	    (len > 0 && strncmp(given->name, removed, len) == 0 && given->name[len] == '.'))
		return;
	if (!answers_has(posted, given->name))
		answers_set(posted, given->name, given->value);
	else if (takes_many(place.field) && strlen(answers_get(posted, given->name)) < CODES_MOST)
		answers_set(posted, given->name,
		    arena_printf(answers_arena(posted), "%s %s", answers_get(posted, given->name), given->value));
}

void
section_answers_take(struct answers *out, struct ctx *ctx, const struct scheme *scheme)
{
	for (size_t i = 0; i < form_count(ctx); i++)
		take(out, scheme, form_at(ctx, i), form_text(ctx, "remove-row"));
}

static void
add_id(struct buf *out, const char *id)
{
	buf_printf(out, "%s%s", out->len == 0 ? "" : " ", id);
}

static bool
field_too_long(struct section_outcome *out, struct ctx *ctx, const struct scheme_field *field)
{
	bool too_long = false;

	for (size_t i = 0; i < answers_count(out->posted); i++) {
		const struct answer *answer = answers_at(out->posted, i);
		size_t len = strlen(field->id);

		if (strncmp(answer->path, field->id, len) != 0 ||
		    (answer->path[len] != '\0' && answer->path[len] != '.') || text_length(answer->value) <= VALUE_MOST)
			continue;
		messages_add_about(&out->messages, MESSAGE_ERROR, "", answer->path, lang_pick(&field->label, ctx->lang),
		    tr_printf(ctx->arena, ctx->lang,
			"Teksten er for lang og ble ikke lagret. Kort den ned til høyst %s tegn, og lagre på nytt.",
			money_count(ctx->arena, VALUE_MOST)));
		too_long = true;
	}
	return (too_long);
}

/* More rows than any page of ours has, so that a list of them cannot take the server's time. */
#define ROWS_ON_PAGE 400

/* The rows the page says it showed; false, with a message, when there are more than any page has. */
static bool
rows_shown(
    struct buf *ids, struct section_outcome *out, struct ctx *ctx, const struct scheme *scheme, const char *named)
{
	size_t rows = 0;

	for (const char *at = named + strspn(named, " "); *at != '\0'; at += strspn(at, " ")) {
		const char *word = arena_strndup(ctx->arena, at, strcspn(at, " "));

		at += strlen(word);
		if (!answer_row_known(scheme, word))
			continue;
		if (++rows > ROWS_ON_PAGE) {
			messages_add_about(&out->messages, MESSAGE_ERROR, "", answer_path_field(scheme, word)->id, "",
			    tr(ctx->lang,
				"Det er for mange linjer på siden, så de ble ikke lagret. Fjern noen, og lagre på "
				"nytt."));
			return (false);
		}
		add_id(ids, word);
	}
	return (true);
}

/* Every row that is stored under the one that is to be taken away, and the row itself, is shown empty. */
static void
row_removed(struct buf *ids, const struct section_page *page, const char *row)
{
	const struct answers *stored = page->view.answers;
	const struct scheme *scheme = page->view.application.scheme;
	size_t len = strlen(row);

	add_id(ids, row);
	for (size_t i = 0; i < answers_count(stored); i++) {
		const char *path = answers_at(stored, i)->path;
		struct answer_place place;

		if (strncmp(path, row, len) == 0 && path[len] == '.' && answer_place(&place, scheme, path) &&
		    place.row_len > len)
			add_id(ids, arena_strndup(page->view.ctx->arena, path, place.row_len));
	}
}

/* The fields and rows the page says it showed, as far as they are the scheme's and can be kept. */
static const char *
fields_shown(struct section_outcome *out, struct section_page *page)
{
	struct ctx *ctx = page->view.ctx;
	const struct scheme *scheme = page->view.application.scheme;
	const char *named = form_text(ctx, "fields"), *removed = form_text(ctx, "remove-row");
	struct buf ids = buf_new(ctx->arena), rows = buf_new(ctx->arena);
	bool rows_ok = rows_shown(&rows, out, ctx, scheme, named);

	for (size_t s = 0; s < scheme->n_sections; s++)
		for (size_t f = 0; f < scheme->sections[s].n_fields; f++) {
			const struct scheme_field *field = &scheme->sections[s].fields[f];

			if (!field_takes_files(field) && text_lists(named, field->id) &&
			    (rows_ok || !field_has_rows(field)) && !field_too_long(out, ctx, field))
				add_id(&ids, field->id);
		}
	if (rows_ok && rows.len > 0)
		add_id(&ids, buf_text(&rows));
	if (rows_ok && answer_row_known(scheme, removed))
		row_removed(&ids, page, removed);
	return (buf_text(&ids));
}

/* --- files ------------------------------------------------------------------------------------------------------- */

static enum status
attach(struct section_outcome *out, struct section_page *page, const struct form_file *file)
{
	struct ctx *ctx = page->view.ctx;
	const struct scheme_field *field = scheme_field(page->view.application.scheme, file->field);
	const char *message = NULL;
	enum status st;

	/* An empty file field says so with neither name nor content. */
	if (field == NULL || !field_takes_files(field) || (*file->name == '\0' && file->len == 0))
		return (OK);
	st = application_attach(&message, ctx, &page->view.application, field, file->name, file->bytes, file->len);
	if (st != ERR_INVALID)
		return (st);
	messages_add_about(&out->messages, MESSAGE_ERROR, "", field->id, file->name, message == NULL ? "" : message);
	return (OK);
}

static enum status
files_take(struct section_outcome *out, struct section_page *page)
{
	struct ctx *ctx = page->view.ctx;
	enum status st = OK;
	int64_t removed;

	for (size_t i = 0; st == OK && i < form_file_count(ctx); i++)
		st = attach(out, page, form_file_at(ctx, i));
	if (st == OK && form_id(&removed, ctx, "remove") == OK)
		st = application_detach(ctx, page->view.application.id, removed);
	return (st);
}

/* What is typed in rows there was no room for stands in the page, to be moved or given up. */
static void
tell_refused(struct section_outcome *out, struct section_page *page)
{
	const char *path = out->saved.refused[0];
	const struct scheme_field *field = answer_path_field(page->view.application.scheme, path);
	struct ctx *ctx = page->view.ctx;

	messages_add_about(&out->messages, MESSAGE_ERROR, "", field->id, lang_pick(&field->label, ctx->lang),
	    tr(ctx->lang, "Det er ikke plass til flere linjer. Det du skrev i de siste, står her, men er ikke lagret. "
			  "Fjern noen, og "
			  "lagre på nytt."));
}

enum status
section_page_save(struct section_outcome *out, struct section_page *page)
{
	struct ctx *ctx = page->view.ctx;
	const struct application *application = &page->view.application;
	int version;
	enum status st;

	*out = (struct section_outcome){ .posted = answers_new(ctx->arena), .messages = messages_new(ctx->arena) };
	/* A form without its version is from no page of ours; then nothing others wrote is overwritten. */
	if (form_int(&version, ctx, "version") != OK)
		version = 0;
	section_answers_take(out->posted, ctx, application->scheme);
	out->fields = fields_shown(out, page);
	if ((st = application_save(&out->saved, ctx, application, page->section, out->fields, out->posted, version)) !=
	    OK)
		return (st);
	if (out->saved.n_refused > 0)
		tell_refused(out, page);
	if (page->package != NULL)
		section_page_only(page, &out->saved.messages);
	return (files_take(out, page));
}
