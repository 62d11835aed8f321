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

#define UNIT_MAIN(...)                                                                                                 \
	int main(void)                                                                                                 \
	{                                                                                                              \
		const struct CMUnitTest unit_tests_[] = { __VA_ARGS__ };                                               \
		return (cmocka_run_group_tests(unit_tests_, NULL, NULL) == 0 ? 0 : 1);                                 \
	}
#define UNIT(name) cmocka_unit_test(name)

#endif
