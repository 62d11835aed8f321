/* arena.c — blocks that double, freed together; with -DARENA_MALLOC one malloc a piece, so sanitizers see each. */
#include "core/arena.h"

#include <setjmp.h>
#include <stdalign.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define ALIGN (alignof(max_align_t))
#define FIRST_BLOCK (16 * 1024)
#define LARGEST_BLOCK (1024 * 1024)

struct block {
	struct block *next;
	size_t size, used;
	alignas(max_align_t) unsigned char bytes[];
};

struct deferred {
	struct deferred *next;
	void (*fn)(void *);
	void *object;
};

struct arena {
	struct block *blocks;
	struct deferred *deferred;
	size_t limit, used, next_size;
	jmp_buf *guard;
};

static void
stop(const char *why)
{
	fprintf(stderr, "tilskudd: %s\n", why);
	abort();
}

static struct block *
block_new(size_t size)
{
	struct block *block = malloc(sizeof(*block) + size);

	if (block == NULL)
		stop("out of memory");
	block->size = size;
	block->used = 0;
	return (block);
}

struct arena *
arena_new(size_t limit)
{
	struct arena *arena = calloc(1, sizeof(*arena));

	if (arena == NULL)
		stop("out of memory");
	arena->limit = limit;
	arena->next_size = FIRST_BLOCK;
	return (arena);
}

void
arena_free(struct arena *arena)
{
	struct block *block;

	if (arena == NULL)
		return;
	/* The records lie in the blocks; a deferred function may defer again. */
	while (arena->deferred != NULL) {
		struct deferred *d = arena->deferred;

		arena->deferred = d->next;
		d->fn(d->object);
	}
	while ((block = arena->blocks) != NULL) {
		arena->blocks = block->next;
		free(block);
	}
	free(arena);
}

static void
over_limit(struct arena *arena)
{
	if (arena->guard == NULL)
		stop("memory ceiling passed outside a guard");
	longjmp(*arena->guard, 1);
}

static void
block_add(struct arena *arena, size_t size)
{
	struct block *block;
#ifdef ARENA_MALLOC
	size_t want = size;
#else
	size_t want = size > arena->next_size ? size : arena->next_size;

	if (arena->next_size < LARGEST_BLOCK)
		arena->next_size *= 2;
#endif
	block = block_new(want);
	block->next = arena->blocks;
	arena->blocks = block;
}

void *
arena_alloc(struct arena *arena, size_t size)
{
	struct block *block = arena->blocks;
	size_t rounded;
	void *p;

	if (size > SIZE_MAX - ALIGN || (arena->limit != 0 && size > arena->limit - arena->used))
		over_limit(arena);
#ifdef ARENA_MALLOC
	rounded = size == 0 ? 1 : size;
	block_add(arena, rounded);
	block = arena->blocks;
#else
	rounded = (size + ALIGN - 1) / ALIGN * ALIGN;
	if (block == NULL || block->size - block->used < rounded) {
		block_add(arena, rounded);
		block = arena->blocks;
	}
#endif
	p = block->bytes + block->used;
	block->used += rounded;
	arena->used += size;
	memset(p, 0, size);
	return (p);
}

void *
arena_array(struct arena *arena, size_t count, size_t size)
{
	size_t total;

	if (__builtin_mul_overflow(count, size, &total))
		over_limit(arena);
	return (arena_alloc(arena, total));
}

void *
arena_memdup(struct arena *arena, const void *p, size_t len)
{
	void *copy = arena_alloc(arena, len);

	if (len > 0)
		memcpy(copy, p, len);
	return (copy);
}

char *
arena_strndup(struct arena *arena, const char *s, size_t len)
{
	char *copy = arena_alloc(arena, len + 1);

	if (len > 0)
		memcpy(copy, s, len);
	return (copy);
}

char *
arena_strdup(struct arena *arena, const char *s)
{
	return (arena_strndup(arena, s == NULL ? "" : s, s == NULL ? 0 : strlen(s)));
}

char *
arena_vprintf(struct arena *arena, const char *fmt, va_list ap)
{
	va_list again;
	char *s;
	int len;

	va_copy(again, ap);
	len = vsnprintf(NULL, 0, fmt, again);
	va_end(again);
	if (len < 0)
		stop("a format string is wrong");
	s = arena_alloc(arena, (size_t)len + 1);
	vsnprintf(s, (size_t)len + 1, fmt, ap);
	return (s);
}

char *
arena_printf(struct arena *arena, const char *fmt, ...)
{
	va_list ap;
	char *s;

	va_start(ap, fmt);
	s = arena_vprintf(arena, fmt, ap);
	va_end(ap);
	return (s);
}

void
arena_defer(struct arena *arena, void (*fn)(void *), void *object)
{
	struct deferred *d;

	/* Past the ceiling nobody would free the object. */
	if (arena->limit != 0 && sizeof(*d) > arena->limit - arena->used)
		fn(object);
	d = arena_alloc(arena, sizeof(*d));
	d->fn = fn;
	d->object = object;
	d->next = arena->deferred;
	arena->deferred = d;
}

void
arena_widen(struct arena *arena, size_t limit)
{
	if (arena->limit != 0 && arena->limit < limit)
		arena->limit = limit;
}

void
arena_release(struct arena *arena, void *object)
{
	for (struct deferred **link = &arena->deferred; *link != NULL; link = &(*link)->next)
		if ((*link)->object == object) {
			struct deferred *d = *link;

			*link = d->next;
			d->fn(d->object);
			return;
		}
}

size_t
arena_used(const struct arena *arena)
{
	return (arena->used);
}

enum status
arena_guard(struct arena *arena, enum status (*work)(void *), void *object)
{
	jmp_buf here;
	jmp_buf *outer = arena->guard;
	enum status st;

	if (setjmp(here) != 0) {
		arena->guard = outer;
		return (ERR_LIMIT);
	}
	arena->guard = &here;
	st = work(object);
	arena->guard = outer;
	return (st);
}
