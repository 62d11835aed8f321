/* buf.h — one growing byte buffer, for pages, documents and messages. */
#ifndef CORE_BUF_H
#define CORE_BUF_H

#include <stdarg.h>
#include <stddef.h>

#include "core/arena.h"

/* Always NUL-terminated behind len once something was written; data may be NULL while empty. */
struct buf {
	char *data;
	size_t len, cap;
	struct arena *arena;
};

/* Pieces outgrown stay in the arena until it ends. */
struct buf buf_new(struct arena *arena);

void buf_add(struct buf *buf, const void *bytes, size_t len);
void buf_puts(struct buf *buf, const char *s);
void buf_putc(struct buf *buf, char c);
void buf_printf(struct buf *buf, const char *fmt, ...) __attribute__((format(printf, 2, 3)));
void buf_vprintf(struct buf *buf, const char *fmt, va_list ap) __attribute__((format(printf, 2, 0)));

/* Room for extra more bytes without moving; for writers that fill in place and then raise len. */
void buf_reserve(struct buf *buf, size_t extra);

/*
 * Appends a file's bytes, at most one more than most, so that too large is told apart from exactly full.
 * returns: OK; ERR_IO, errno says why
 */
enum status buf_read_file(struct buf *buf, const char *path, size_t most) MUST_CHECK;

/* The text so far; "" when empty. Borrowed until the next write. */
const char *buf_text(const struct buf *buf);

#define BUF_LIT(buf, s) buf_add((buf), (s), sizeof(s) - 1)

#endif
