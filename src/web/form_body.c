/* form_body.c — fields from a urlencoded body, and what both kinds of bodies share: limits and clean text. */
#include "web/form_body.h"

#include <string.h>
#include <strings.h>

#include "core/text.h"
#include "web/form_multipart.h"

static const struct form_limits usual_limits = { .fields = FORM_FIELDS_MAX,
	.text_bytes = FORM_TEXT_BYTES_MAX,
	.file_bytes = FORM_FILE_BYTES_MAX,
	.files = FORM_FILES_MAX };

enum status
form_fail(struct form_reader *reader, enum form_fault fault)
{
	reader->fault = fault;
	return (fault == FORM_NOT_UTF8 || fault == FORM_BROKEN || fault == FORM_TYPE ? ERR_INVALID : ERR_TOO_LARGE);
}

static enum status
text_read(const char **out, struct form_reader *reader, const char *bytes, size_t len)
{
	size_t removed;

	if (len > reader->limits->text_bytes - reader->text_bytes)
		return (form_fail(reader, FORM_TOO_LONG));
	reader->text_bytes += len;
	if (text_clean(out, &removed, reader->arena, bytes, len) != OK)
		return (form_fail(reader, FORM_NOT_UTF8));
	reader->form.removed += removed;
	return (OK);
}

enum status
form_field_add(struct form_reader *reader, const char *name, size_t name_len, const char *value, size_t value_len)
{
	struct form *form = &reader->form;
	struct form_field field;
	enum status st;

	if (form->n_fields + form->n_files >= reader->limits->fields)
		return (form_fail(reader, FORM_TOO_MANY));
	if ((st = text_read(&field.name, reader, name, name_len)) != OK ||
	    (st = text_read(&field.value, reader, value, value_len)) != OK)
		return (st);
	if (form->n_fields == reader->cap_fields) {
		size_t cap = reader->cap_fields == 0 ? 32 : reader->cap_fields * 2;
		struct form_field *wider = arena_array(reader->arena, cap, sizeof(*wider));

		if (form->n_fields > 0)
			memcpy(wider, form->fields, form->n_fields * sizeof(*wider));
		form->fields = wider;
		reader->cap_fields = cap;
	}
	form->fields[form->n_fields++] = field;
	return (OK);
}

static int
hex_digit(char c)
{
	if (c >= '0' && c <= '9')
		return (c - '0');
	if (c >= 'a' && c <= 'f')
		return (c - 'a' + 10);
	if (c >= 'A' && c <= 'F')
		return (c - 'A' + 10);
	return (-1);
}

/* A '%' without two digits stands for itself (source: WHATWG URL, percent-decode). Returns the length written. */
size_t
form_percent_decode(char *to, const char *from, size_t len, bool plus_is_space)
{
	size_t n = 0;

	for (size_t i = 0; i < len; i++) {
		if (from[i] == '%' && len - i > 2 && hex_digit(from[i + 1]) >= 0 && hex_digit(from[i + 2]) >= 0) {
			to[n++] = (char)(hex_digit(from[i + 1]) * 16 + hex_digit(from[i + 2]));
			i += 2;
		} else {
			to[n++] = from[i] == '+' && plus_is_space ? ' ' : from[i];
		}
	}
	return (n);
}

static enum status
urlencoded_read(struct form_reader *reader, const char *bytes, size_t len)
{
	const char *at = bytes, *end = bytes + len;
	/* Decoding only shortens, and text_clean() copies: one scratch area does for every field. */
	char *scratch = arena_alloc(reader->arena, len + 1);

	while (at < end) {
		const char *stop = memchr(at, '&', (size_t)(end - at)), *equals;
		size_t name_len, value_len;
		enum status st;

		if (stop == NULL)
			stop = end;
		equals = memchr(at, '=', (size_t)(stop - at));
		if (stop > at) {
			name_len = (size_t)((equals == NULL ? stop : equals) - at);
			value_len = equals == NULL ? 0 : (size_t)(stop - equals - 1);
			name_len = form_percent_decode(scratch, at, name_len, true);
			value_len =
			    equals == NULL ? 0 : form_percent_decode(scratch + name_len, equals + 1, value_len, true);
			if ((st = form_field_add(reader, scratch, name_len, scratch + name_len, value_len)) != OK)
				return (st);
		}
		at = stop + 1;
	}
	return (OK);
}

/* "multipart/form-data; boundary=x" is of type "multipart/form-data". */
static bool
is_type(const char *content_type, const char *type)
{
	size_t len = strlen(type);

	return (strncasecmp(content_type, type, len) == 0 &&
		(content_type[len] == '\0' || strchr("; \t", content_type[len]) != NULL));
}

enum status
form_body_read(struct form *out, enum form_fault *fault, struct arena *arena, const char *content_type,
    const char *bytes, size_t len, const struct form_limits *limits)
{
	struct form_reader reader = { .arena = arena, .limits = limits == NULL ? &usual_limits : limits };
	enum status st;

	if (is_type(content_type, "application/x-www-form-urlencoded"))
		st = urlencoded_read(&reader, bytes, len);
	else if (is_type(content_type, "multipart/form-data"))
		st = form_multipart_read(&reader, content_type, bytes, len);
	else if (*content_type == '\0' && len == 0)
		st = OK;
	else
		st = form_fail(&reader, FORM_TYPE);
	if (st == OK)
		*out = reader.form;
	else
		*fault = reader.fault;
	return (st);
}

enum status
form_query_read(struct form *out, enum form_fault *fault, struct arena *arena, const char *query)
{
	return (form_body_read(out, fault, arena, "application/x-www-form-urlencoded", query, strlen(query), NULL));
}

enum status
form_piece_decode(const char **out, struct arena *arena, const char *piece, size_t len)
{
	char *scratch = arena_alloc(arena, len + 1);
	size_t removed, n = form_percent_decode(scratch, piece, len, false);

	if (text_clean(out, &removed, arena, scratch, n) != OK || removed > 0)
		return (ERR_INVALID);
	return (OK);
}

const struct form_field *
form_find(const struct form *form, const char *name)
{
	for (size_t i = 0; i < form->n_fields; i++)
		if (strcmp(form->fields[i].name, name) == 0)
			return (&form->fields[i]);
	return (NULL);
}
