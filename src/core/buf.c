/* buf.c — doubling growth on an arena. */
#include "core/buf.h"

#include <stdbool.h>
#include <stdio.h>
#include <string.h>

#define READ_AT_ONCE ((size_t)64 * 1024)

struct buf
buf_new(struct arena *arena)
{
	return ((struct buf){ .arena = arena });
}

static void
grow(struct buf *buf, size_t extra)
{
	size_t cap = buf->cap == 0 ? 256 : buf->cap;
	char *data;

	while (cap - buf->len <= extra)
		cap *= 2;
	data = arena_alloc(buf->arena, cap);
	if (buf->len > 0)
		memcpy(data, buf->data, buf->len);
	buf->data = data;
	buf->cap = cap;
}

void
buf_reserve(struct buf *buf, size_t extra)
{
	if (buf->data == NULL || buf->cap - buf->len <= extra)
		grow(buf, extra);
}

void
buf_add(struct buf *buf, const void *bytes, size_t len)
{
	buf_reserve(buf, len);
	if (len > 0)
		memcpy(buf->data + buf->len, bytes, len);
	buf->len += len;
	buf->data[buf->len] = '\0';
}

void
buf_puts(struct buf *buf, const char *s)
{
	buf_add(buf, s, strlen(s));
}

void
buf_putc(struct buf *buf, char c)
{
	buf_reserve(buf, 1);
	buf->data[buf->len++] = c;
	buf->data[buf->len] = '\0';
}

void
buf_vprintf(struct buf *buf, const char *fmt, va_list ap)
{
	va_list again;
	int len;

	va_copy(again, ap);
	len = vsnprintf(NULL, 0, fmt, again);
	va_end(again);
	if (len < 0)
		return;
	buf_reserve(buf, (size_t)len);
	vsnprintf(buf->data + buf->len, (size_t)len + 1, fmt, ap);
	buf->len += (size_t)len;
}

void
buf_printf(struct buf *buf, const char *fmt, ...)
{
	va_list ap;

	va_start(ap, fmt);
	buf_vprintf(buf, fmt, ap);
	va_end(ap);
}

static void
close_file(void *object)
{
	fclose(object);
}

enum status
buf_read_file(struct buf *buf, const char *path, size_t most)
{
	FILE *file = fopen(path, "rbe");
	size_t start = buf->len, want, got = 1;
	bool broken;

	if (file == NULL)
		return (ERR_IO);
	arena_defer(buf->arena, close_file, file);
	while (got > 0 && buf->len - start <= most) {
		want = most + 1 - (buf->len - start);
		want = want > READ_AT_ONCE ? READ_AT_ONCE : want;
		buf_reserve(buf, want);
		got = fread(buf->data + buf->len, 1, want, file);
		buf->len += got;
	}
	buf->data[buf->len] = '\0';
	broken = ferror(file) != 0;
	arena_release(buf->arena, file);
	return (broken ? ERR_IO : OK);
}

const char *
buf_text(const struct buf *buf)
{
	return (buf->data == NULL ? "" : buf->data);
}
