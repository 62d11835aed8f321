/* scheme_fixture.h — small.xml, changed in one place, and what the compiler says to it. */
#ifndef UNIT_SCHEME_FIXTURE_H
#define UNIT_SCHEME_FIXTURE_H

#include "check.h"

#include <glob.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "core/buf.h"
#include "core/crypto.h"
#include "scheme/scheme_compile.h"

/* The file's text; the tests run from the root of the tree. */
static inline const char *
fixture_file(struct arena *arena, const char *path)
{
	FILE *file = fopen(path, "rb");
	struct buf out = buf_new(arena);
	char block[4096];
	size_t n;

	if (file == NULL)
		fail_msg("%s cannot be read", path);
	while ((n = fread(block, 1, sizeof(block), file)) > 0)
		buf_add(&out, block, n);
	fclose(file);
	return (buf_text(&out));
}

/* text with the one place where find stands replaced; NULL as find changes nothing. */
static inline const char *
fixture_swap(struct arena *arena, const char *text, const char *find, const char *replace)
{
	const char *at = find == NULL ? NULL : strstr(text, find);
	struct buf out = buf_new(arena);

	if (find == NULL)
		return (text);
	if (at == NULL)
		fail_msg("the document has no %s", find);
	buf_add(&out, text, (size_t)(at - text));
	buf_puts(&out, replace);
	buf_puts(&out, at + strlen(find));
	return (buf_text(&out));
}

/* Every message as "line: text", one a line; "" when the document compiles. */
static inline const char *
fixture_messages(struct arena *arena, const char *xml, size_t len, enum lang lang)
{
	struct scheme_messages messages = scheme_messages_new(arena, lang);
	const struct scheme *scheme = NULL;
	struct buf out = buf_new(arena);
	enum status st = scheme_compile(&scheme, &messages, arena, "t.xml", xml, len);

	CHECK((st == OK) == (messages.n == 0));
	CHECK((st == OK) == (scheme != NULL));
	for (size_t i = 0; i < messages.n; i++)
		buf_printf(&out, "%s%d: %s", i == 0 ? "" : "\n", messages.list[i].line, messages.list[i].text);
	return (buf_text(&out));
}

static inline bool
fixture_shared(struct scheme_shared *out, void *user, const char *id)
{
	const char *path = arena_printf(user, "conf/schemes/shared/%s.xml", id), *xml = fixture_file(user, path);

	*out = (struct scheme_shared){ path, xml, strlen(xml) };
	return (true);
}

/* A scheme of the county's, and with merged not NULL its whole document. */
static inline const struct scheme *
fixture_real_scheme(struct arena *arena, const char *path, const char **merged)
{
	const char *xml = fixture_file(arena, path);
	struct scheme_messages messages = scheme_messages_new(arena, LANG_NB);
	struct scheme_shared document = { path, xml, strlen(xml) };
	const struct scheme *scheme = NULL;

	if (scheme_compile_extending(&scheme, merged, &messages, arena, &document, fixture_shared, arena) != OK)
		fail_msg("%s", scheme_message_line(&messages, 0));
	return (scheme);
}

struct fixture_change {
	const char *find, *replace;
	const char *expected; /* all messages, as fixture_messages() has them */
};

static inline void
fixture_check(const struct fixture_change *changes, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		struct arena *arena = arena_new(0);
		const char *xml = fixture_swap(
		    arena, fixture_file(arena, "tests/fixtures/scheme/small.xml"), changes[i].find, changes[i].replace);
		const char *got = fixture_messages(arena, xml, strlen(xml), LANG_NB);

		if (strcmp(got, changes[i].expected) != 0)
			fail_msg("%s -> %s:\nexpected %s\ngot      %s", changes[i].find, changes[i].replace,
			    changes[i].expected, got);
		arena_free(arena);
	}
}

#define FIXTURE_CHECK(changes) fixture_check(changes, sizeof(changes) / sizeof((changes)[0]))

static inline int
fixture_start(void **state)
{
	(void)state;
	return (crypto_start() == OK ? 0 : -1);
}

/* As UNIT_MAIN(), with hashes ready. */
#define SCHEME_MAIN(...)                                                                                               \
	int main(void)                                                                                                 \
	{                                                                                                              \
		const struct CMUnitTest unit_tests_[] = { __VA_ARGS__ };                                               \
		return (cmocka_run_group_tests(unit_tests_, fixture_start, NULL) == 0 ? 0 : 1);                        \
	}

#endif
