/* page_input.c — what a page reads: pieces of its path, the query and the posted form. */
#include <ctype.h>
#include <errno.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>

#include "core/text.h"
#include "web/page_state.h"

/* Digits with an optional sign; nothing else. */
static bool
number_read(int64_t *out, const char *text)
{
	char *end;
	long long n;

	if (*text == '\0' || isspace((unsigned char)*text))
		return (false);
	errno = 0;
	n = strtoll(text, &end, 10);
	if (errno != 0 || end == text || *end != '\0')
		return (false);
	*out = n;
	return (true);
}

const char *
path_text(struct ctx *ctx, const char *name)
{
	const struct route_match *match = &ctx->page->match;

	for (size_t i = 0; i < match->n; i++)
		if (strcmp(match->names[i], name) == 0)
			return (match->values[i]);
	return ("");
}

enum status
path_id(int64_t *out, struct ctx *ctx, const char *name)
{
	int64_t id;

	if (!number_read(&id, path_text(ctx, name)) || id < 1)
		return (ERR_NOT_FOUND);
	*out = id;
	return (OK);
}

const char *
page_path(struct ctx *ctx)
{
	return (ctx->page->request->path);
}

/* A query that is not as it should be is as good as none: a page without its filter, not an error. */
static const struct form *
query(struct ctx *ctx)
{
	struct page *page = ctx->page;
	enum form_fault fault;
	struct form *form;

	if (page->query == NULL) {
		form = arena_alloc(ctx->arena, sizeof(*form));
		if (form_query_read(form, &fault, ctx->arena, page->request->query) != OK)
			memset(form, 0, sizeof(*form));
		page->query = form;
	}
	return (page->query);
}

static const char *
text_or_empty(const struct form_field *field)
{
	return (field == NULL ? "" : field->value);
}

const char *
query_text(struct ctx *ctx, const char *name)
{
	return (text_or_empty(form_find(query(ctx), name)));
}

bool
query_has(struct ctx *ctx, const char *name)
{
	return (form_find(query(ctx), name) != NULL);
}

const char *
form_text(struct ctx *ctx, const char *name)
{
	return (text_or_empty(form_find(&ctx->page->form, name)));
}

bool
form_has(struct ctx *ctx, const char *name)
{
	return (form_find(&ctx->page->form, name) != NULL);
}

enum status
form_id(int64_t *out, struct ctx *ctx, const char *name)
{
	return (number_read(out, text_trim(ctx->arena, form_text(ctx, name))) ? OK : ERR_INVALID);
}

enum status
form_int(int *out, struct ctx *ctx, const char *name)
{
	int64_t n;

	if (form_id(&n, ctx, name) != OK || n < INT_MIN || n > INT_MAX)
		return (ERR_INVALID);
	*out = (int)n;
	return (OK);
}

const char *const *
form_list(struct ctx *ctx, const char *name, size_t *count)
{
	const struct form *form = &ctx->page->form;
	const char **list = arena_array(ctx->arena, form->n_fields + 1, sizeof(*list));

	*count = 0;
	for (size_t i = 0; i < form->n_fields; i++)
		if (strcmp(form->fields[i].name, name) == 0)
			list[(*count)++] = form->fields[i].value;
	return (list);
}

size_t
form_count(struct ctx *ctx)
{
	return (ctx->page->form.n_fields);
}

const struct form_field *
form_at(struct ctx *ctx, size_t i)
{
	return (&ctx->page->form.fields[i]);
}

const struct form_file *
form_file(struct ctx *ctx, const char *field)
{
	const struct form *form = &ctx->page->form;

	for (size_t i = 0; i < form->n_files; i++)
		if (strcmp(form->files[i].field, field) == 0 &&
		    (*form->files[i].name != '\0' || form->files[i].len > 0))
			return (&form->files[i]);
	return (NULL);
}

size_t
form_file_count(struct ctx *ctx)
{
	return (ctx->page->form.n_files);
}

const struct form_file *
form_file_at(struct ctx *ctx, size_t i)
{
	return (&ctx->page->form.files[i]);
}
