/* form_multipart.c — fields and files from multipart/form-data. */
#include "web/form_multipart.h"

#include <string.h>
#include <strings.h>

#include "core/text.h"

#define BOUNDARY_MAX 200 /* RFC 2046 says 70; some clients go a little over */
#define PART_HEAD_MAX ((size_t)16 * 1024)
#define FILE_NAME_MAX 200

struct part {
	const char *name, *file_name, *media_type;
	bool is_file, encoded;
	const char *bytes;
	size_t len;
};

static const char *
skip_space(const char *at, const char *end)
{
	while (at < end && (*at == ' ' || *at == '\t'))
		at++;
	return (at);
}

/*
 * A parameter's value at *at, into `to`: a token, or a quoted string where \" and \\ stand for " and \. Any other
 * backslash is itself, since old browsers sent whole Windows paths. Nothing is written when `to` is NULL.
 */
static void
value_read(char *to, const char **at, const char *end)
{
	const char *c = *at;
	bool quoted = c < end && *c == '"';

	c += quoted;
	while (c < end && (quoted ? *c != '"' : strchr("; \t", *c) == NULL)) {
		if (quoted && *c == '\\' && c + 1 < end && (c[1] == '"' || c[1] == '\\'))
			c++;
		/* A NUL would hide what follows it. */
		if (to != NULL && *c != '\0')
			*to++ = *c;
		c++;
	}
	if (to != NULL)
		*to = '\0';
	*at = quoted && c < end ? c + 1 : c;
}

/* The parameter of a header value such as `form-data; name="x"; filename="y;z"`; NULL when it is not there. */
static char *
parameter_find(struct arena *arena, const char *header, size_t len, const char *name)
{
	const char *at = header, *end = header + len, *found;
	size_t name_len, want = strlen(name);
	char *value;

	while ((at = memchr(at, ';', (size_t)(end - at))) != NULL) {
		found = at = skip_space(at + 1, end);
		while (at < end && *at != '=' && *at != ';')
			at++;
		name_len = (size_t)(at - found);
		while (name_len > 0 && (found[name_len - 1] == ' ' || found[name_len - 1] == '\t'))
			name_len--;
		if (at >= end || *at != '=')
			continue;
		at = skip_space(at + 1, end);
		value = NULL;
		if (name_len == want && strncasecmp(found, name, want) == 0)
			value = arena_alloc(arena, (size_t)(end - at) + 1);
		value_read(value, &at, end);
		if (value != NULL)
			return (value);
	}
	return (NULL);
}

/* Browsers write " CR and LF in names as %22 %0D %0A, and nothing else (source: WHATWG HTML, multipart/form-data). */
static void
browser_unescape(char *s)
{
	char *to = s;

	for (; *s != '\0'; s++) {
		if (strncasecmp(s, "%22", 3) == 0)
			*to++ = '"';
		else if (strncasecmp(s, "%0d", 3) == 0)
			*to++ = '\r';
		else if (strncasecmp(s, "%0a", 3) == 0)
			*to++ = '\n';
		else {
			*to++ = *s;
			continue;
		}
		s += 2;
	}
	*to = '\0';
}

/* RFC 8187: UTF-8''bl%C3%A5.pdf. NULL when it is anything else; filename then holds. */
static char *
extended_decode(char *value)
{
	char *first = strchr(value, '\''), *second = first == NULL ? NULL : strchr(first + 1, '\'');

	if (second == NULL || strncasecmp(value, "utf-8'", 6) != 0)
		return (NULL);
	second++;
	second[form_percent_decode(second, second, strlen(second), false)] = '\0';
	return (second);
}

/* The name without folders, and its end when it is too long, since that says what kind of file it is. */
static const char *
base_name(const char *name)
{
	const char *base = name;
	size_t n;

	for (const char *c = name; *c != '\0'; c++)
		if (*c == '/' || *c == '\\')
			base = c + 1;
	for (n = text_length(base); n > FILE_NAME_MAX; n--)
		do
			base++;
		while (((unsigned char)*base & 0xc0) == 0x80);
	return (base);
}

static enum status
disposition_read(struct part *part, struct form_reader *reader, const char *header, size_t len)
{
	char *name = parameter_find(reader->arena, header, len, "name");
	char *file = parameter_find(reader->arena, header, len, "filename");
	char *extended = parameter_find(reader->arena, header, len, "filename*");

	if (len < 9 || strncasecmp(header, "form-data", 9) != 0 || name == NULL)
		return (form_fail(reader, FORM_BROKEN));
	browser_unescape(name);
	part->name = name;
	if (extended != NULL && (extended = extended_decode(extended)) != NULL)
		file = extended;
	else if (file != NULL)
		browser_unescape(file);
	part->is_file = file != NULL;
	part->file_name = file;
	return (OK);
}

/* The value of a header line when it has that name, else NULL. */
static const char *
header_value(const char *line, const char *end, const char *name)
{
	size_t len = strlen(name);

	if ((size_t)(end - line) <= len || strncasecmp(line, name, len) != 0 || line[len] != ':')
		return (NULL);
	return (skip_space(line + len + 1, end));
}

static enum status
header_read(struct part *part, struct form_reader *reader, const char *line, const char *end)
{
	const char *value;

	if ((value = header_value(line, end, "Content-Disposition")) != NULL)
		return (disposition_read(part, reader, value, (size_t)(end - value)));
	if ((value = header_value(line, end, "Content-Type")) != NULL)
		part->media_type = arena_strndup(reader->arena, value, (size_t)(end - value));
	/* No browser encodes; taking base64 for text would store garbage. */
	if ((value = header_value(line, end, "Content-Transfer-Encoding")) != NULL && end - value >= 6 &&
	    (strncasecmp(value, "base64", 6) == 0 || strncasecmp(value, "quoted", 6) == 0))
		part->encoded = true;
	return (OK);
}

/* The head of a part ends with an empty line. *at is then at the first byte of its content. */
static enum status
head_read(struct part *part, struct form_reader *reader, const char **at, const char *end)
{
	const char *line = *at, *limit = (size_t)(end - *at) > PART_HEAD_MAX ? *at + PART_HEAD_MAX : end;
	enum status st;

	for (;;) {
		const char *stop = memchr(line, '\n', (size_t)(limit - line)), *text_end;

		if (stop == NULL)
			return (form_fail(reader, FORM_BROKEN));
		text_end = stop > line && stop[-1] == '\r' ? stop - 1 : stop;
		if (text_end == line) {
			*at = stop + 1;
			return (part->name == NULL || part->encoded ? form_fail(reader, FORM_BROKEN) : OK);
		}
		if ((st = header_read(part, reader, line, text_end)) != OK)
			return (st);
		line = stop + 1;
	}
}

static enum status
clean(const char **out, struct form_reader *reader, const char *text)
{
	if (text_clean(out, NULL, reader->arena, text, strlen(text)) != OK)
		return (form_fail(reader, FORM_NOT_UTF8));
	return (OK);
}

static enum status
file_add(struct form_reader *reader, const struct part *part)
{
	struct form *form = &reader->form;
	struct form_file file = { .bytes = (const unsigned char *)part->bytes, .len = part->len };
	enum status st;

	if (form->n_files >= reader->limits->files || form->n_fields + form->n_files >= reader->limits->fields)
		return (form_fail(reader, FORM_TOO_MANY));
	if (part->len > reader->limits->file_bytes)
		return (form_fail(reader, FORM_FILE_TOO_LARGE));
	if ((st = clean(&file.field, reader, part->name)) != OK ||
	    (st = clean(&file.name, reader, part->file_name)) != OK ||
	    (st = clean(&file.media_type, reader, part->media_type == NULL ? "" : part->media_type)) != OK)
		return (st);
	file.name = base_name(file.name);
	if (form->files == NULL)
		form->files = arena_array(reader->arena, reader->limits->files, sizeof(*form->files));
	form->files[form->n_files++] = file;
	return (OK);
}

static enum status
part_add(struct form_reader *reader, const struct part *part)
{
	if (part->is_file)
		return (file_add(reader, part));
	return (form_field_add(reader, part->name, strlen(part->name), part->bytes, part->len));
}

/* After a delimiter: "--" ends the body; else blanks and a line end come before the next part. */
static enum status
delimiter_end(bool *last, struct form_reader *reader, const char **at, const char *end)
{
	const char *c = *at;

	*last = end - c >= 2 && c[0] == '-' && c[1] == '-';
	if (*last)
		return (OK);
	c = skip_space(c, end);
	if (c < end && *c == '\r')
		c++;
	if (c >= end || *c != '\n')
		return (form_fail(reader, FORM_BROKEN));
	*at = c + 1;
	return (OK);
}

static enum status
parts_read(struct form_reader *reader, const char *delimiter, const char *bytes, size_t len)
{
	size_t delimiter_len = strlen(delimiter);
	const char *at = bytes, *end = bytes + len, *stop;
	bool last;
	enum status st;

	/* The first delimiter may stand at the very start, without the line end before it. */
	if (len >= delimiter_len - 2 && memcmp(bytes, delimiter + 2, delimiter_len - 2) == 0)
		at += delimiter_len - 2;
	else if ((at = memmem(bytes, len, delimiter, delimiter_len)) != NULL)
		at += delimiter_len;
	else
		return (form_fail(reader, FORM_BROKEN));
	for (;;) {
		struct part part = { .name = NULL };

		if ((st = delimiter_end(&last, reader, &at, end)) != OK || last)
			return (st);
		if ((st = head_read(&part, reader, &at, end)) != OK)
			return (st);
		/* An empty part's line end is the one that ended its head. */
		if ((size_t)(end - at) >= delimiter_len - 2 && memcmp(at, delimiter + 2, delimiter_len - 2) == 0)
			stop = at - 2;
		else if ((stop = memmem(at, (size_t)(end - at), delimiter, delimiter_len)) == NULL)
			return (form_fail(reader, FORM_BROKEN));
		part.bytes = at;
		part.len = stop < at ? 0 : (size_t)(stop - at);
		if ((st = part_add(reader, &part)) != OK)
			return (st);
		at = stop + delimiter_len;
	}
}

enum status
form_multipart_read(struct form_reader *reader, const char *content_type, const char *bytes, size_t len)
{
	char *boundary = parameter_find(reader->arena, content_type, strlen(content_type), "boundary");

	if (boundary == NULL || *boundary == '\0' || strlen(boundary) > BOUNDARY_MAX)
		return (form_fail(reader, FORM_BROKEN));
	return (parts_read(reader, arena_printf(reader->arena, "\r\n--%s", boundary), bytes, len));
}
