/* scheme_real_test.c — the schemes in conf/schemes check clean and pass the RELAX NG. */
#include "scheme_fixture.h"

#include "scheme/scheme_gate.h"
#include "scheme/vocabulary.h"

TEST(every_scheme_checks_clean)
{
	struct arena *arena = arena_new(0);
	struct xml_schema *gate;
	struct xml_error error;
	glob_t files;

	CHECK(xml_relaxng_load(&gate, &error, arena, "conf/scheme.rng") == OK);
	CHECK(glob("conf/schemes/*.xml", 0, NULL, &files) == 0);
	CHECK(files.gl_pathc >= 6);
	for (size_t i = 0; i < files.gl_pathc; i++) {
		const char *path = files.gl_pathv[i], *xml = NULL;
		struct scheme_messages messages = scheme_messages_new(arena, LANG_NB);
		const struct scheme *scheme = fixture_real_scheme(arena, path, &xml);

		if (scheme_gate_check(&messages, arena, gate, &scheme_vocabulary, path, xml, strlen(xml)) != OK)
			fail_msg("%s", scheme_message_line(&messages, 0));
		/* The file is named after its scheme. */
		CHECK(strncmp(strrchr(path, '/') + 1, scheme->id, strlen(scheme->id)) == 0);
	}
	globfree(&files);
	arena_free(arena);
}

TEST(the_relax_ng_is_the_vocabulary)
{
	struct arena *arena = arena_new(0);
	struct buf out = buf_new(arena);

	vocabulary_write_rng(&out, &scheme_vocabulary);
	if (strcmp(buf_text(&out), fixture_file(arena, "conf/scheme.rng")) != 0)
		fail_msg("conf/scheme.rng is old; run build/tilskudd scheme rng > conf/scheme.rng");
	arena_free(arena);
}

/* What the RELAX NG can see, both refuse. */
TEST(the_gate_refuses_what_the_vocabulary_refuses)
{
	static const char *const changes[][2] = {
		{ "<summary>", "<summary x=\"1\">" },
		{ "<nn>Kort</nn>", "" },
		{ "<distribution kind=\"ranked\"/>", "" },
		{ "<distribution kind=\"ranked\"/>", "<distribution kind=\"lottery\"/>" },
		{ "weight=\"60\"", "weight=\"101\"" },
		{ "kinds=\"pdf image\"", "kinds=\"\"" },
		{ "use=\"case\"", "use=\"fun\"" },
		{ "share=\"33.33\"", "share=\"101\"" },
		{ "nok=\"100000\"", "nok=\"1e5\"" },
		{ "<goals>", "<goals><x/>" },
	};
	struct arena *arena = arena_new(0);
	const char *xml = fixture_file(arena, "tests/fixtures/scheme/small.xml");
	struct xml_schema *gate;
	struct xml_error error;

	CHECK(xml_relaxng_load(&gate, &error, arena, "conf/scheme.rng") == OK);
	for (size_t i = 0; i < sizeof(changes) / sizeof(changes[0]); i++) {
		struct scheme_messages messages = scheme_messages_new(arena, LANG_NB);
		const char *changed = fixture_swap(arena, xml, changes[i][0], changes[i][1]);

		CHECK(fixture_messages(arena, changed, strlen(changed), LANG_NB)[0] != '\0');
		if (scheme_gate_check(&messages, arena, gate, &scheme_vocabulary, "t.xml", changed, strlen(changed)) ==
		    OK)
			fail_msg("the gate lets %s through", changes[i][1]);
		CHECK_INT(messages.n, 1);
	}
	arena_free(arena);
}

SCHEME_MAIN(UNIT(every_scheme_checks_clean), UNIT(the_relax_ng_is_the_vocabulary),
    UNIT(the_gate_refuses_what_the_vocabulary_refuses))
