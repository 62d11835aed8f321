/* http.c — filling in a response. */
#include "web/http.h"

void
response_field_add(struct http_response *response, struct arena *arena, const char *name, const char *value)
{
	struct http_field *field = arena_alloc(arena, sizeof(*field));
	struct http_field **last = &response->fields;
	char *safe = arena_strdup(arena, value);

	for (char *c = safe; *c != '\0'; c++)
		if ((unsigned char)*c < 0x20 || *c == 0x7f)
			*c = ' ';
	field->name = name;
	field->value = safe;
	while (*last != NULL)
		last = &(*last)->next;
	*last = field;
}

void
response_set(struct http_response *response, int status, const char *content_type, const void *body, size_t len)
{
	response->status = status;
	response->content_type = content_type;
	response->body = body;
	response->body_len = len;
}
