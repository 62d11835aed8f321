/* page_kept.c — carries a form past a login, and sends it on. */
#include "web/page_kept.h"

#include <string.h>

#include "core/catalogue.h"
#include "core/text.h"
#include "gen/html_account_continue.h"
#include "web/page_state.h"

#define PREFIX "bevart:"
#define PATH_FIELD "bevart.sti"
#define FILES_FIELD "bevart.filer"
/* Shorter texts are codes and numbers, and say little by themselves. */
#define WORTH_SHOWING 20

static const char *
files_list(struct ctx *ctx)
{
	struct buf names = buf_new(ctx->arena);

	for (size_t i = 0; i < form_file_count(ctx); i++) {
		const struct form_file *file = form_file_at(ctx, i);

		if (*file->name != '\0')
			buf_printf(&names, "%s%s", names.len == 0 ? "" : ", ", file->name);
	}
	return (buf_text(&names));
}

struct kept_form
kept_from_form(struct ctx *ctx)
{
	struct page *page = ctx->page;

	return ((struct kept_form){ .path = page_own_path(page->request->path),
	    .fields = page->form.fields,
	    .n_fields = page->form.n_fields,
	    .files = files_list(ctx) });
}

struct kept_form
kept_from_login(struct ctx *ctx)
{
	struct kept_form kept = { .path = page_own_path(form_text(ctx, PATH_FIELD)),
		.files = form_text(ctx, FILES_FIELD) };
	struct form_field *fields = arena_array(ctx->arena, form_count(ctx) + 1, sizeof(*fields));

	for (size_t i = 0; i < form_count(ctx); i++) {
		const struct form_field *field = form_at(ctx, i);

		if (text_starts(field->name, PREFIX))
			fields[kept.n_fields++] = (struct form_field){ field->name + strlen(PREFIX), field->value };
	}
	kept.fields = fields;
	/* Only to where a form may go; anything else was never one of ours. */
	if (*kept.path == '\0' || !page_exists(ctx->arena, METHOD_POST, kept.path))
		kept.path = NULL;
	return (kept);
}

enum status
kept_render(struct ctx *ctx, int http, const struct kept_form *kept)
{
	struct html_account_continue_fields *fields = arena_array(ctx->arena, kept->n_fields + 1, sizeof(*fields));
	struct html_account_continue_texts *texts = arena_array(ctx->arena, kept->n_fields + 1, sizeof(*texts));
	struct html_account_continue view = {
		.path = kept->path, .files = kept->files, .fields = fields, .texts = texts
	};

	for (size_t i = 0; i < kept->n_fields; i++) {
		fields[view.n_fields].name = kept->fields[i].name;
		fields[view.n_fields++].value = kept->fields[i].value;
		if (text_length(kept->fields[i].value) > WORTH_SHOWING)
			texts[view.n_texts++].text = kept->fields[i].value;
	}
	return (page_render(ctx, http, tr(ctx->lang, "Fortsett der du var"), HTML(account_continue), &view));
}
