/* arena_test.c — memory that goes in one piece, with a ceiling. */
#include "check.h"

#include "core/arena.h"
#include "core/buf.h"
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

ARENA_FOR_TESTS

TEST(memory_is_zeroed_and_aligned)
{
	for (size_t size = 0; size < 300; size += 7) {
		unsigned char *p = arena_alloc(arena, size);

		CHECK((uintptr_t)p % _Alignof(max_align_t) == 0);
		for (size_t i = 0; i < size; i++)
			CHECK_INT(p[i], 0);
	}
}

TEST(pieces_do_not_overlap)
{
	char *small[200];

	for (int i = 0; i < 200; i++) {
		small[i] = arena_alloc(arena, 1000);
		memset(small[i], i, 1000);
	}
	for (int i = 0; i < 200; i++)
		for (int j = 0; j < 1000; j++)
			CHECK_INT((unsigned char)small[i][j], i);
}

TEST(a_large_piece_fits)
{
	char *p = arena_alloc(arena, 5 * 1024 * 1024);

	p[5 * 1024 * 1024 - 1] = 'x';
	CHECK(arena_used(arena) >= 5 * 1024 * 1024);
}

TEST(copies_end_with_nul)
{
	CHECK_TEXT(arena_strndup(arena, "søknad", 3), "s\u00f8");
	CHECK_TEXT(arena_strdup(arena, NULL), "");
	CHECK_TEXT(arena_printf(arena, "%d %s", 7, "kriterier"), "7 kriterier");
	CHECK(memcmp(arena_memdup(arena, "a\0b", 3), "a\0b", 3) == 0);
}

static char order[16];

static void
note(void *what)
{
	strncat(order, what, 1);
}

TEST(what_was_put_off_runs_newest_first)
{
	struct arena *own = arena_new(0);

	order[0] = '\0';
	arena_defer(own, note, "a");
	arena_defer(own, note, "b");
	arena_defer(own, note, "c");
	arena_free(own);
	CHECK_TEXT(order, "cba");
}

TEST(what_is_released_at_once_is_not_freed_again)
{
	struct arena *own = arena_new(0);
	char b[] = "b";

	order[0] = '\0';
	arena_defer(own, note, "a");
	arena_defer(own, note, b);
	arena_defer(own, note, "c");
	arena_release(own, b);
	CHECK_TEXT(order, "b");
	arena_release(own, b);
	arena_free(own);
	CHECK_TEXT(order, "bca");
}

static enum status
defers_past_the_ceiling(void *object)
{
	for (;;)
		arena_defer(object, note, "x");
	return (OK);
}

TEST(what_there_is_no_room_to_remember_is_let_go_of_at_once)
{
	struct arena *own = arena_new(100);

	order[0] = '\0';
	CHECK(arena_guard(own, defers_past_the_ceiling, own) == ERR_LIMIT);
	CHECK_TEXT(order, "x");
	arena_free(own);
	CHECK(strlen(order) > 1 && strspn(order, "x") == strlen(order));
}

static enum status
takes_too_much(void *object)
{
	struct arena *own = object;

	for (int i = 0; i < 1000; i++)
		arena_alloc(own, 1000);
	return (OK);
}

static enum status
multiplies_too_far(void *object)
{
	arena_array(object, SIZE_MAX / 2, 4);
	return (OK);
}

static enum status
answers(void *object)
{
	(void)object;
	return (ERR_CONFLICT);
}

static enum status
guards_within(void *object)
{
	return (arena_guard(object, takes_too_much, object) == ERR_LIMIT ? ERR_NOT_FOUND : OK);
}

TEST(past_the_ceiling_the_work_ends_and_says_limit)
{
	struct arena *own = arena_new(100 * 1000);

	CHECK_INT(arena_guard(own, takes_too_much, own), ERR_LIMIT);
	CHECK(arena_used(own) <= 100 * 1000);
	arena_free(own);
}

TEST(a_ceiling_is_raised_and_never_lowered)
{
	struct arena *own = arena_new(100 * 1000), *without = arena_new(0);

	arena_widen(own, 300 * 1000);
	arena_alloc(own, 200 * 1000);
	arena_widen(own, 1000);
	arena_alloc(own, 50 * 1000);
	CHECK_INT(arena_guard(own, takes_too_much, own), ERR_LIMIT);
	arena_widen(without, 1000);
	arena_alloc(without, 50 * 1000);
	arena_free(own);
	arena_free(without);
}

TEST(a_count_times_a_size_that_is_no_size_is_a_limit)
{
	struct arena *own = arena_new(0);

	CHECK_INT(arena_guard(own, multiplies_too_far, own), ERR_LIMIT);
	arena_free(own);
}

TEST(a_guard_hands_on_what_the_work_answers)
{
	CHECK_INT(arena_guard(arena, answers, NULL), ERR_CONFLICT);
}

TEST(guards_stand_in_each_other)
{
	struct arena *own = arena_new(50 * 1000);

	CHECK_INT(arena_guard(own, guards_within, own), ERR_NOT_FOUND);
	arena_free(own);
}

TEST(nothing_is_freed_twice_when_there_is_nothing)
{
	arena_free(NULL);
}

TEST(a_buffer_grows_and_stays_a_string)
{
	struct buf buf = buf_new(arena);

	CHECK_TEXT(buf_text(&buf), "");
	for (int i = 0; i < 10000; i++)
		buf_printf(&buf, "%d,", i % 10);
	CHECK_INT(buf.len, 20000);
	CHECK_INT(strlen(buf_text(&buf)), 20000);
	CHECK(memcmp(buf.data + 19990, "5,6,7,8,9,", 10) == 0);
}

TEST(a_buffer_takes_bytes_and_letters)
{
	struct buf buf = buf_new(arena);

	buf_add(&buf, "a\0b", 3);
	buf_putc(&buf, 'c');
	BUF_LIT(&buf, "de");
	buf_puts(&buf, "");
	CHECK_INT(buf.len, 6);
	CHECK(memcmp(buf.data, "a\0bcde", 7) == 0);
}

TEST(a_buffer_leaves_room_for_those_who_fill_in_place)
{
	struct buf buf = buf_new(arena);

	buf_puts(&buf, "sum ");
	buf_reserve(&buf, 500);
	memset(buf.data + buf.len, '1', 500);
	CHECK(buf.cap >= buf.len + 500);
}

TEST(a_file_is_read_to_one_byte_past_the_limit)
{
	char path[] = "/tmp/tilskudd-buf-XXXXXX";
	struct buf all = buf_new(arena), cut = buf_new(arena), gone = buf_new(arena);
	FILE *file = fdopen(mkstemp(path), "wb");

	for (int i = 0; i < 70000; i++)
		fputc('a' + i % 26, file);
	fclose(file);
	buf_puts(&all, "start");
	CHECK_INT(buf_read_file(&all, path, 70000), OK);
	CHECK_INT(all.len, 5 + 70000);
	CHECK(all.data[5] == 'a' && all.data[all.len - 1] == 'a' + 69999 % 26 && all.data[all.len] == '\0');
	CHECK_INT(buf_read_file(&cut, path, 69999), OK);
	CHECK_INT(cut.len, 70000);
	CHECK_INT(remove(path), 0);
	CHECK_INT(buf_read_file(&gone, path, 10), ERR_IO);
	CHECK_INT(buf_read_file(&gone, "/tmp", 10), ERR_IO);
}

ARENA_TESTS(UNIT(memory_is_zeroed_and_aligned), UNIT(pieces_do_not_overlap), UNIT(a_large_piece_fits),
    UNIT(copies_end_with_nul), UNIT(what_was_put_off_runs_newest_first),
    UNIT(what_is_released_at_once_is_not_freed_again), UNIT(what_there_is_no_room_to_remember_is_let_go_of_at_once),
    UNIT(past_the_ceiling_the_work_ends_and_says_limit), UNIT(a_ceiling_is_raised_and_never_lowered),
    UNIT(a_count_times_a_size_that_is_no_size_is_a_limit), UNIT(a_guard_hands_on_what_the_work_answers),
    UNIT(guards_stand_in_each_other), UNIT(nothing_is_freed_twice_when_there_is_nothing),
    UNIT(a_buffer_grows_and_stays_a_string), UNIT(a_buffer_takes_bytes_and_letters),
    UNIT(a_buffer_leaves_room_for_those_who_fill_in_place), UNIT(a_file_is_read_to_one_byte_past_the_limit))
