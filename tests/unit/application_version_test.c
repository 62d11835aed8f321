/* application_version_test.c — each arrival after sending makes a version, and an older one has no later file. */
#include "check.h"

#include <string.h>

#include "domain/application_version.h"

ARENA_FOR_TESTS

static const struct application_file files[] = {
	{ .file_name = "plan.pdf", .uploaded_at = 50 },
	{ .file_name = "b.pdf", .later = true, .uploaded_at = 300 },
	{ .file_name = "a.pdf", .later = true, .uploaded_at = 200 },
	{ .file_name = "c.pdf", .later = true, .uploaded_at = 300 },
};

TEST(what_is_sent_is_the_first_version)
{
	struct application_version *versions;

	CHECK(application_versions(&versions, arena, 100, files, 1) == 1);
	CHECK(versions[0].number == 1 && versions[0].at == 100);
	CHECK_TEXT(versions[0].added, "");
}

TEST(what_comes_together_is_one_version_in_the_order_it_came)
{
	struct application_version *versions;

	CHECK(application_versions(&versions, arena, 100, files, 4) == 3);
	CHECK(versions[1].number == 2 && versions[1].at == 200);
	CHECK_TEXT(versions[1].added, "a.pdf");
	CHECK(versions[2].number == 3 && versions[2].at == 300);
	CHECK_TEXT(versions[2].added, "b.pdf, c.pdf");
}

TEST(a_version_has_no_file_that_came_after_it)
{
	struct application_file kept[4];
	struct application_version *versions;
	size_t n = application_versions(&versions, arena, 100, files, 4), expected[] = { 1, 2, 4 };

	for (size_t i = 0; i < n; i++) {
		memcpy(kept, files, sizeof(kept));
		CHECK(application_version_files(kept, 4, &versions[i]) == expected[i]);
		CHECK_TEXT(kept[0].file_name, "plan.pdf");
	}
}

ARENA_TESTS(UNIT(what_is_sent_is_the_first_version), UNIT(what_comes_together_is_one_version_in_the_order_it_came),
    UNIT(a_version_has_no_file_that_came_after_it))
