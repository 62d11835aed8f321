/* aid_limit_test.c — conf/limits.xml is read whole, and what is wrong in such a document is told at its line. */
#include "scheme_fixture.h"

#include <unistd.h>

#include "flow/aid_limit_file.h"

#define HEAD "<limits xmlns=\"" AID_LIMITS_NS "\">\n"
#define TEXTS "<nb>Høyst {sum}</nb><nn>Høgst {sum}</nn>"

static const char *
told(struct arena *arena, const char *text)
{
	char path[] = "/tmp/tilskudd-limits.XXXXXX";
	struct xml_error error = { .message = "" };
	struct aid_limits *limits;
	int fd = mkstemp(path);
	enum status st;

	assert_true(fd >= 0 && write(fd, text, strlen(text)) == (ssize_t)strlen(text));
	close(fd);
	st = aid_limits_read(&limits, &error, arena, path);
	unlink(path);
	CHECK((st == OK) == (*error.message == '\0'));
	return (st == OK ? "" : arena_printf(arena, "%d: %s", error.line, error.message));
}

TEST(the_countys_own_limits_hold_together)
{
	struct arena *arena = arena_new(0);
	struct xml_error error;
	struct aid_limits *limits;

	CHECK_INT(aid_limits_read(&limits, &error, arena, "conf/limits.xml"), OK);
	CHECK_INT(aid_limit_at(limits, "de-minimis", (struct date){ 2023, 12, 31 })->sum.ore, MONEY_NOK(2266000).ore);
	CHECK_INT(aid_limit_at(limits, "de-minimis", (struct date){ 2024, 1, 1 })->sum.ore, MONEY_NOK(3400000).ore);
	CHECK(aid_limit_at(limits, "de-minimis", (struct date){ 2031, 1, 1 }) == NULL);
	CHECK(aid_limit_at(limits, "landbruk-2019", (struct date){ 2026, 1, 1 })->sum.ore < 0);
	CHECK(!aid_basis_known(limits, "gber-99"));
	arena_free(arena);
}

TEST(what_is_wrong_is_told_at_its_line)
{
	static const struct {
		const char *inside, *told;
	} cases[] = {
		{ "<limit basis=\"a\" nok=\"1\" from=\"2024-01-01\" source=\"s\">" TEXTS "</limit>", "" },
		{ "<limit basis=\"a\" from=\"2024-01-01\" source=\"s\"/>", "" },
		{ "<limit basis=\"a\" nok=\"1\" from=\"2024-01-01\">" TEXTS "</limit>",
		    "2: <limit> needs basis=\"...\" and source=\"...\"" },
		{ "<limit basis=\"a\" nok=\"1\" source=\"s\">" TEXTS "</limit>",
		    "2: <limit> needs from=\"2024-01-01\", and to=\"...\" when it holds no more" },
		{ "<limit basis=\"a\" nok=\"1\" from=\"2024-01-01\" to=\"2023-12-31\" source=\"s\">" TEXTS "</limit>",
		    "2: the limit ends before it begins; correct from or to" },
		{ "<limit basis=\"a\" nok=\"mye\" from=\"2024-01-01\" source=\"s\">" TEXTS "</limit>",
		    "2: nok must be whole kroner in digits only, more than 0; leave it out when the law has no limit" },
		{ "<limit basis=\"a\" nok=\"1\" from=\"2024-01-01\" source=\"s\"><nb>Mye</nb><nn>Mykje</nn></limit>",
		    "2: the limit must be told in nb and nn, with {sum} where the sum is to stand" },
	};

	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		struct arena *arena = arena_new(0);

		CHECK_TEXT(told(arena, arena_printf(arena, HEAD "%s</limits>", cases[i].inside)), cases[i].told);
		arena_free(arena);
	}
}

UNIT_MAIN(UNIT(the_countys_own_limits_hold_together), UNIT(what_is_wrong_is_told_at_its_line))
