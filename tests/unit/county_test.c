/* county_test.c — the county's own file reads, and what is missing in one is named with its line. */
#include "check.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "core/text.h"
#include "flow/county.h"

ARENA_FOR_TESTS

#define WHOLE                                                                                                          \
	"<county xmlns='urn:tilskudd:county:1' code='34' orgnr='920717152'>\n"                                         \
	"<name><nb>A</nb><nn>B</nn></name><place><nb>A</nb><nn>A</nn></place>\n"                                       \
	"<address><line>X 1</line></address><phone>1</phone><email>e</email><website>w</website>\n"                    \
	"<units><unit code='kultur'><nb>Kultur</nb><nn>Kultur</nn></unit></units>\n"                                   \
	"<bodies><body code='klagenemnd'><nb>K</nb><nn>K</nn></body></bodies></county>"

/* WHOLE with the first `from` replaced. */
static const char *
changed(const char *from, const char *to)
{
	const char *at = strstr(WHOLE, from);

	assert_non_null(at);
	return (arena_printf(arena, "%.*s%s%s", (int)(at - WHOLE), WHOLE, to, at + strlen(from)));
}

static enum status
read_text(struct county **out, struct xml_error *error, const char *text)
{
	char path[] = "/tmp/county_test_XXXXXX";
	int fd = mkstemp(path);
	enum status st;

	assert_true(fd >= 0);
	assert_int_equal(write(fd, text, strlen(text)), (ssize_t)strlen(text));
	close(fd);
	st = county_read(out, error, arena, path);
	unlink(path);
	return (st);
}

static void
refuse(const char *text, int line, const char *words)
{
	struct county *county = NULL;
	struct xml_error error = { 0 };

	CHECK_INT(read_text(&county, &error, text), ERR_INVALID);
	CHECK(county == NULL);
	CHECK_INT(error.line, line);
	if (strstr(error.message, words) == NULL)
		fail_msg("\"%s\" does not say \"%s\"", error.message, words);
}

TEST(whole_file_reads)
{
	struct county *county = NULL;
	struct xml_error error = { 0 };

	CHECK_INT(read_text(&county, &error, WHOLE), OK);
	CHECK_TEXT(lang_pick(&county->name, LANG_NN), "B");
	CHECK_TEXT(lang_pick(&county->name, LANG_EN), "A");
	CHECK_TEXT(county->address, "X 1");
	CHECK_TEXT(lang_pick(&county->units[0].name, LANG_NB), "Kultur");
	CHECK(county_body(county, "kultur") == NULL);
}

TEST(what_is_missing_is_named_with_its_line)
{
	refuse(changed("<phone>1</phone>", ""), 1, "<phone> is missing");
	refuse(changed("<nn>B</nn>", ""), 2, "<nn> is missing");
	refuse(changed("<line>X 1</line>", ""), 1, "<address>");
	refuse(changed("920717152", "920717153"), 1, "organisation number");
	refuse(changed("code='34'", "code='3x'"), 1, "two digits");
	refuse(changed(" code='kultur'", ""), 4, "no code");
	refuse(changed("</bodies>", "<body code='klagenemnd'><nb>K</nb><nn>K</nn></body></bodies>"), 5, "used twice");
}

TEST(the_countys_own_file_reads)
{
	struct county *county = NULL;
	struct xml_error error = { 0 };

	if (county_read(&county, &error, arena, "conf/county.xml") != OK)
		fail_msg("%s", xml_error_text(arena, &error));
	CHECK(county->n_units >= 5);
	CHECK(county_body(county, "klagenemnd") != NULL);
}

ARENA_TESTS(UNIT(whole_file_reads), UNIT(what_is_missing_is_named_with_its_line), UNIT(the_countys_own_file_reads))
