/* json.h — writes JSON: names and values in the order they are given, everything escaped. */
#ifndef CORE_JSON_H
#define CORE_JSON_H

#include <stdbool.h>
#include <stdint.h>

#include "core/buf.h"

struct json {
	struct buf *out;
	bool more; /* something stands before what comes next */
	int depth;
};

struct json json_new(struct buf *out);

/* '{' or '['; name is that of a member, NULL inside an array and for the whole. */
void json_open(struct json *json, const char *name, char bracket);
/* '}' or ']' */
void json_close(struct json *json, char bracket);

/* NULL is null. */
void json_text(struct json *json, const char *name, const char *value);
void json_int(struct json *json, const char *name, int64_t value);
void json_bool(struct json *json, const char *name, bool value);
void json_null(struct json *json, const char *name);

#endif
