/* json.c — commas, line breaks and escapes. */
#include "core/json.h"

#include <inttypes.h>

struct json
json_new(struct buf *out)
{
	return ((struct json){ .out = out });
}

static void
escaped(struct buf *out, const char *text)
{
	buf_putc(out, '"');
	for (; *text != '\0'; text++) {
		if (*text == '"' || *text == '\\')
			buf_printf(out, "\\%c", *text);
		else if ((unsigned char)*text < 0x20)
			buf_printf(out, "\\u%04x", (unsigned)*text);
		else
			buf_putc(out, *text);
	}
	buf_putc(out, '"');
}

/* What stands before a value: a comma, a line of its own near the root, and the name. */
static void
begin(struct json *json, const char *name)
{
	if (json->more)
		buf_putc(json->out, ',');
	if (json->depth > 0 && json->depth <= 2)
		buf_printf(json->out, "\n%*s", json->depth * 2, "");
	else if (json->more)
		buf_putc(json->out, ' ');
	if (name != NULL) {
		escaped(json->out, name);
		BUF_LIT(json->out, ": ");
	}
	json->more = true;
}

void
json_open(struct json *json, const char *name, char bracket)
{
	begin(json, name);
	buf_putc(json->out, bracket);
	json->more = false;
	json->depth++;
}

void
json_close(struct json *json, char bracket)
{
	json->depth--;
	if (json->more && json->depth < 2)
		buf_printf(json->out, "\n%*s", json->depth * 2, "");
	buf_putc(json->out, bracket);
	json->more = true;
	if (json->depth == 0)
		buf_putc(json->out, '\n');
}

void
json_text(struct json *json, const char *name, const char *value)
{
	if (value == NULL) {
		json_null(json, name);
		return;
	}
	begin(json, name);
	escaped(json->out, value);
}

void
json_int(struct json *json, const char *name, int64_t value)
{
	begin(json, name);
	buf_printf(json->out, "%" PRId64, value);
}

void
json_bool(struct json *json, const char *name, bool value)
{
	begin(json, name);
	buf_puts(json->out, value ? "true" : "false");
}

void
json_null(struct json *json, const char *name)
{
	begin(json, name);
	buf_puts(json->out, "null");
}
