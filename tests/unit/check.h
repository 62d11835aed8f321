/* check.h — short words for cmocka: TEST(name) { CHECK(...); } and UNIT_MAIN(name, ...) at the end of the file. */
#ifndef UNIT_CHECK_H
#define UNIT_CHECK_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#define TEST(name) static void name(void **state __attribute__((unused)))
#define CHECK(condition) assert_true(condition)
#define CHECK_INT(got, expected) assert_int_equal((got), (expected))
#define CHECK_TEXT(got, expected) assert_string_equal((got), (expected))

#define UNIT(name) cmocka_unit_test(name)

#define UNIT_MAIN(...)                                                                                                 \
	int main(void)                                                                                                 \
	{                                                                                                              \
		const struct CMUnitTest unit_tests_[] = { __VA_ARGS__ };                                               \
		return (cmocka_run_group_tests(unit_tests_, NULL, NULL) == 0 ? 0 : 1);                                 \
	}

/*
 * The end of a test file: ARENA_TESTS(UNIT(a), UNIT(b)) makes main(), and an arena that all its tests share.
 * ARENA_FOR_TESTS near the top declares that arena.
 */
#define ARENA_FOR_TESTS static struct arena *arena;
#define ARENA_TESTS(...)                                                                                               \
	static int arena_setup_(void **state)                                                                          \
	{                                                                                                              \
		(void)state;                                                                                           \
		arena = arena_new(0);                                                                                  \
		return (0);                                                                                            \
	}                                                                                                              \
	static int arena_teardown_(void **state)                                                                       \
	{                                                                                                              \
		(void)state;                                                                                           \
		arena_free(arena);                                                                                     \
		return (0);                                                                                            \
	}                                                                                                              \
	int main(void)                                                                                                 \
	{                                                                                                              \
		const struct CMUnitTest unit_tests_[] = { __VA_ARGS__ };                                               \
		return (cmocka_run_group_tests(unit_tests_, arena_setup_, arena_teardown_) == 0 ? 0 : 1);              \
	}

#endif
