/* route_test.c — addresses find their rows; what each role may do. */
#include "check.h"

#include <string.h>

#include "web/permission.h"
#include "web/route.h"

static enum status
show(struct ctx *ctx)
{
	(void)ctx;
	return (OK);
}

static const struct route table[] = {
	{ METHOD_GET, "/", show, MAY_ANYONE },
	{ METHOD_GET, "/soknader/:id", show, MAY_READ_APPLICATION },
	{ METHOD_GET, "/soknader/nye", show, MAY_READ_APPLICATION },
	{ METHOD_GET, "/soknader/:id/del/:section", show, MAY_WRITE_APPLICATION },
	{ METHOD_POST, "/soknader/:id/del/:section", show, MAY_WRITE_APPLICATION },
	{ METHOD_GET, "/:a/b", show, MAY_ANYONE },
	{ METHOD_GET, "/a/:b", show, MAY_ANYONE },
};

static struct arena *arena;
static struct route_match match;

static enum status
find(enum http_method method, const char *path)
{
	arena_free(arena);
	arena = arena_new(0);
	return (route_find(&match, arena, table, sizeof(table) / sizeof(table[0]), method, path));
}

TEST(paths_find_their_row_and_give_its_names)
{
	CHECK_INT(find(METHOD_GET, "/"), OK);
	CHECK(match.route == &table[0]);
	CHECK_INT(find(METHOD_GET, "/soknader/12/del/budsjett"), OK);
	CHECK(match.route == &table[3]);
	CHECK_INT(match.n, 2);
	CHECK_TEXT(match.names[0], "id");
	CHECK_TEXT(match.values[0], "12");
	CHECK_TEXT(match.names[1], "section");
	CHECK_TEXT(match.values[1], "budsjett");
	CHECK_INT(find(METHOD_POST, "/soknader/12/del/budsjett"), OK);
	CHECK(match.route == &table[4]);
}

TEST(a_fixed_piece_is_preferred_to_a_name)
{
	CHECK_INT(find(METHOD_GET, "/soknader/nye"), OK);
	CHECK(match.route == &table[2]);
	CHECK_INT(find(METHOD_GET, "/a/b"), OK);
	CHECK(match.route == &table[6]);
}

TEST(head_is_get_and_a_last_slash_is_nothing)
{
	CHECK_INT(find(METHOD_HEAD, "/soknader/1"), OK);
	CHECK_INT(find(METHOD_GET, "/soknader/1/"), OK);
	CHECK_INT(find(METHOD_GET, ""), ERR_NOT_FOUND);
}

TEST(another_method_is_told_from_no_such_page)
{
	CHECK_INT(find(METHOD_POST, "/soknader/1"), ERR_FORBIDDEN);
	CHECK_INT(find(METHOD_OTHER, "/"), ERR_FORBIDDEN);
	CHECK_INT(find(METHOD_GET, "/finnes/ikke/her"), ERR_NOT_FOUND);
	CHECK(match.route == NULL);
}

TEST(strange_paths_are_not_found)
{
	CHECK_INT(find(METHOD_GET, "//soknader/1"), ERR_NOT_FOUND);
	CHECK_INT(find(METHOD_GET, "/soknader//del/x"), ERR_NOT_FOUND);
	CHECK_INT(find(METHOD_GET, "/soknader/%00"), ERR_NOT_FOUND);
	CHECK_INT(find(METHOD_GET, "/soknader/%E5"), ERR_NOT_FOUND);
	CHECK_INT(find(METHOD_GET, "/1/2/3/4/5/6/7/8/9/10/11/12/13/14/15/16/17/18"), ERR_NOT_FOUND);
	CHECK_INT(find(METHOD_GET, "soknader/1"), ERR_NOT_FOUND);
	CHECK_INT(find(METHOD_GET, "/soknader/bl%C3%A5%2Fb"), OK);
	CHECK_TEXT(match.values[0], "blå/b");
}

TEST(roles_have_their_permissions_and_no_others)
{
	CHECK(permission_given(ROLE_NONE, MAY_ANYONE));
	CHECK(!permission_given(ROLE_NONE, MAY_USE_ACCOUNT));
	for (enum role role = ROLE_APPLICANT; role < ROLE__MAX; role++)
		CHECK(permission_given(role, MAY_USE_ACCOUNT));
	CHECK(permission_given(ROLE_APPLICANT, MAY_SUBMIT_APPLICATION));
	CHECK(!permission_given(ROLE_OFFICER, MAY_SUBMIT_APPLICATION));
	CHECK(!permission_given(ROLE_OFFICER, MAY_DECIDE));
	CHECK(permission_given(ROLE_LEADER, MAY_DECIDE));
	CHECK(!permission_given(ROLE_APPLICANT, MAY_READ_CASE));
	CHECK(!permission_given(ROLE_POLITICIAN, MAY_READ_CASE));
	CHECK(!permission_given(ROLE_ADMIN, MAY_READ_CASE));
	CHECK(!permission_given(ROLE_ADMIN, (enum permission)0));
	CHECK(!permission_given(ROLE_ADMIN, PERMISSION__MAX));
	for (enum permission p = MAY_ANYONE; p < PERMISSION__MAX; p++) {
		bool somebodys = false;

		for (enum role role = ROLE_NONE; role < ROLE__MAX; role++)
			somebodys = somebodys || permission_given(role, p);
		CHECK(somebodys);
	}
	arena_free(arena);
	arena = NULL;
}

UNIT_MAIN(UNIT(paths_find_their_row_and_give_its_names), UNIT(a_fixed_piece_is_preferred_to_a_name),
    UNIT(head_is_get_and_a_last_slash_is_nothing), UNIT(another_method_is_told_from_no_such_page),
    UNIT(strange_paths_are_not_found), UNIT(roles_have_their_permissions_and_no_others))
