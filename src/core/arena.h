/* arena.h — memory that lives as long as one request, one document or one command, and is freed in one go. */
#ifndef CORE_ARENA_H
#define CORE_ARENA_H

#include <stdarg.h>
#include <stddef.h>

#include "core/status.h"

struct arena;

/*
 * Makes an arena. limit is the ceiling in bytes for everything taken from it; 0 means no ceiling.
 * The process stops when there is no memory for the arena itself.
 */
struct arena *arena_new(size_t limit);

/*
 * Runs the deferred functions, newest first, and frees everything. NULL is allowed.
 */
void arena_free(struct arena *arena);

/*
 * Zeroed memory aligned for any type; never NULL. Past the ceiling it unwinds to the arena_guard()
 * in force, which answers ERR_LIMIT; without a guard the process stops.
 */
void *arena_alloc(struct arena *arena, size_t size) __attribute__((returns_nonnull));

/* count * size with the multiplication checked; otherwise as arena_alloc(). */
void *arena_array(struct arena *arena, size_t count, size_t size) __attribute__((returns_nonnull));

/* Copies; the result is NUL-terminated. arena_strdup(NULL) is "". */
char *arena_strdup(struct arena *arena, const char *s);
char *arena_strndup(struct arena *arena, const char *s, size_t len);
void *arena_memdup(struct arena *arena, const void *p, size_t len);

char *arena_printf(struct arena *arena, const char *fmt, ...) __attribute__((format(printf, 2, 3)));
char *arena_vprintf(struct arena *arena, const char *fmt, va_list ap) __attribute__((format(printf, 2, 0)));

/* Calls fn(object) when the arena is freed, or at once when the ceiling leaves no room to remember it; newest first.
 * For PGresult, xmlDoc and the like. */
void arena_defer(struct arena *arena, void (*fn)(void *), void *object);

/* Does now what was deferred for object, and not again later; so that what is held for a moment only is let go of even
 * when the ceiling is passed meanwhile. */
void arena_release(struct arena *arena, void *object);

/* Bytes taken so far. */
size_t arena_used(const struct arena *arena);

/* Raises the ceiling to limit bytes, for the few that must hold much at once; one that is higher already stays. */
void arena_widen(struct arena *arena, size_t limit);

/*
 * Runs work(object) and returns what it returns, or ERR_LIMIT when the arena's ceiling was passed inside.
 * The only unwinding in the program: page_run(), the jobs and the commands each stand on one guard.
 */
enum status arena_guard(struct arena *arena, enum status (*work)(void *), void *object) MUST_CHECK;

#endif
