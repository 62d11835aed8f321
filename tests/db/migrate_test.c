/* migrate_test.c — migrations: in order, whole, once, and never edited afterwards. */
#include "db_fixture.h"

#include <sys/stat.h>

#include "core/crypto.h"
#include "db/migrate.h"

static struct db *owner;
static char dir[] = "/tmp/tilskudd-migrations.XXXXXX";

static const char *
path_of(const char *name)
{
	return (arena_printf(arena, "%s/%s", dir, name));
}

static void
put(const char *name, const char *sql)
{
	FILE *file = fopen(path_of(name), "w");

	assert_non_null(file);
	fputs(sql, file);
	fclose(file);
}

/* The folder starts as a copy of the real one, so that the log of the copied database fits. */
static void
copy_real(void)
{
	static char text[256 * 1024];
	struct migration_list real;
	FILE *file;

	assert_int_equal(migrate_run(&real, arena, owner, "sql/migrations", true), OK);
	for (size_t i = 0; i < real.count; i++) {
		file = fopen(arena_printf(arena, "sql/migrations/%s", real.list[i].name), "r");
		assert_non_null(file);
		text[fread(text, 1, sizeof(text) - 1, file)] = '\0';
		fclose(file);
		put(real.list[i].name, text);
	}
}

/* The number of the last file; numbers left out are nobody's. */
static unsigned long
last_number(void)
{
	struct migration_list list;

	assert_int_equal(migrate_run(&list, arena, owner, dir, true), OK);
	return (strtoul(list.list[list.count - 1].name, NULL, 10));
}

static const char *
next_name(const char *rest)
{
	return (arena_printf(arena, "%04lu_%s.sql", last_number() + 1, rest));
}

TEST(the_database_is_up_to_date)
{
	struct migration_list list;

	CHECK_INT(migrate_run(&list, arena, owner, "sql/migrations", false), OK);
	CHECK_INT(list.pending, 0);
	CHECK(list.count >= 2);
}

TEST(a_new_file_is_applied_once)
{
	struct migration_list list;

	put(next_name("new"), "create table migrated_once (x integer);\ncomment on table migrated_once is 'x';\n");
	CHECK_INT(migrate_run(&list, arena, owner, dir, true), OK);
	CHECK_INT(list.pending, 1);
	CHECK_TEXT(owner_ask("select to_regclass('migrated_once') is null"), "t");
	CHECK_INT(migrate_run(&list, arena, owner, dir, false), OK);
	CHECK_TEXT(owner_ask("select to_regclass('migrated_once') is null"), "f");
	CHECK_INT(migrate_run(&list, arena, owner, dir, false), OK);
	CHECK_INT(list.pending, 0);
}

TEST(a_file_that_fails_leaves_nothing_and_names_its_line)
{
	const char *name = next_name("broken");
	struct migration_list list;

	put(name, "create table half_made (x integer);\n-- ærlig\nselect 1;\nselect missing;\n");
	CHECK_INT(migrate_run(&list, arena, owner, dir, false), ERR_DB);
	CHECK_TEXT(list.message,
	    arena_printf(arena, "%s:4: column \"missing\" does not exist; nothing of this file was applied", name));
	CHECK_TEXT(owner_ask("select to_regclass('half_made') is null"), "t");
	put(name, "create table half_made (x integer); commit; create table other_half (x integer);");
	CHECK_INT(migrate_run(&list, arena, owner, dir, false), ERR_DB);
	assert_non_null(strstr(list.message, "must not begin, commit or roll back"));
	owner_ask("drop table if exists half_made, other_half");
	remove(path_of(name));
}

TEST(an_applied_file_that_was_edited_is_refused)
{
	struct migration_list list;
	const char *name = arena_printf(arena, "%04lu_new.sql", last_number());

	put(name, "create table migrated_once (x bigint);\n");
	CHECK_INT(migrate_run(&list, arena, owner, dir, false), ERR_CONFLICT);
	CHECK_TEXT(list.message,
	    arena_printf(arena,
		"%s was edited after it was applied; put it back as it was and make the change in a new migration",
		name));
	remove(path_of(name));
	CHECK_INT(migrate_run(&list, arena, owner, dir, false), ERR_CONFLICT);
	assert_non_null(strstr(list.message, "this program is older than the database"));
}

TEST(no_two_files_have_a_number)
{
	struct migration_list list;

	put("0002_twin.sql", "select 1;");
	CHECK_INT(migrate_run(&list, arena, owner, dir, true), ERR_IO);
	remove(path_of("0002_twin.sql"));
	CHECK_INT(migrate_run(&list, arena, owner, "/nonexistent", true), ERR_IO);
}

static int
start(void **state)
{
	(void)state;
	arena = arena_new(0);
	assert_int_equal(crypto_start(), OK);
	owner = db_for(DB_OWNER);
	assert_non_null(mkdtemp(dir));
	copy_real();
	return (0);
}

static int
finish(void **state)
{
	int code = system(arena_printf(arena, "rm -rf %s", dir));

	(void)state;
	db_close(owner);
	arena_free(arena);
	return (code);
}

int
main(void)
{
	const struct CMUnitTest tests[] = { UNIT(the_database_is_up_to_date), UNIT(a_new_file_is_applied_once),
		UNIT(a_file_that_fails_leaves_nothing_and_names_its_line),
		UNIT(an_applied_file_that_was_edited_is_refused), UNIT(no_two_files_have_a_number) };

	return (cmocka_run_group_tests(tests, start, finish) == 0 ? 0 : 1);
}
