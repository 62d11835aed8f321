/* json_test.c — JSON that any reader understands: commas, names, escapes. */
#include "check.h"

#include "core/json.h"

ARENA_FOR_TESTS

TEST(members_and_items_are_parted_by_commas)
{
	struct buf out = buf_new(arena);
	struct json json = json_new(&out);

	json_open(&json, NULL, '{');
	json_text(&json, "a", "b");
	json_int(&json, "n", -3);
	json_open(&json, "list", '[');
	json_open(&json, NULL, '{');
	json_bool(&json, "yes", true);
	json_null(&json, "no");
	json_close(&json, '}');
	json_text(&json, NULL, NULL);
	json_close(&json, ']');
	json_open(&json, "empty", '[');
	json_close(&json, ']');
	json_close(&json, '}');
	CHECK_TEXT(buf_text(&out),
	    "{\n  \"a\": \"b\",\n  \"n\": -3,\n  \"list\": [\n    {\"yes\": true, \"no\": null},\n    "
	    "null\n  ],\n  \"empty\": []\n}\n");
}

TEST(what_could_break_out_is_escaped)
{
	struct buf out = buf_new(arena);
	struct json json = json_new(&out);

	json_text(&json, NULL, "\"\\\n\x01 æ");
	CHECK_TEXT(buf_text(&out), "\"\\\"\\\\\\u000a\\u0001 æ\"");
}

ARENA_TESTS(UNIT(members_and_items_are_parted_by_commas), UNIT(what_could_break_out_is_escaped))
