/* text.c — cleaning, counting and comparing UTF-8 text. */
#include "core/text.h"

#include <stdlib.h>
#include <string.h>
#include <utf8proc.h>

#include "core/buf.h"

/* Characters XML 1.0 forbids (production [2]), and U+FEFF, which only ever comes from files saved with a mark. */
static bool
forbidden(uint32_t cp)
{
	if (cp < 0x20)
		return (cp != '\t' && cp != '\n');
	return (cp == 0x7f || (cp >= 0x80 && cp < 0xa0 && cp != 0x85) || cp == 0xfffe || cp == 0xffff || cp == 0xfeff);
}

/* Copies with line ends made LF and forbidden characters left out; false when the bytes are not UTF-8. */
static bool
filter(char *to, size_t *removed, const char *bytes, size_t len)
{
	const utf8proc_uint8_t *at = (const utf8proc_uint8_t *)bytes, *end = at + len;
	utf8proc_int32_t cp;

	while (at < end) {
		utf8proc_ssize_t n = utf8proc_iterate(at, end - at, &cp);

		if (n <= 0)
			return (false);
		if (cp == '\r') {
			if (at + 1 == end || at[1] != '\n')
				*to++ = '\n';
		} else if (forbidden((uint32_t)cp)) {
			(*removed)++;
		} else {
			memcpy(to, at, (size_t)n);
			to += n;
		}
		at += n;
	}
	*to = '\0';
	return (true);
}

static void
free_utf8proc(void *p)
{
	free(p);
}

enum status
text_clean(const char **out, size_t *removed, struct arena *arena, const char *bytes, size_t len)
{
	char *filtered = arena_alloc(arena, len + 1);
	utf8proc_uint8_t *nfc;
	size_t count = 0;

	if (!filter(filtered, &count, bytes, len))
		return (ERR_INVALID);
	nfc = utf8proc_NFC((const utf8proc_uint8_t *)filtered);
	if (nfc == NULL)
		return (ERR_INVALID);
	arena_defer(arena, free_utf8proc, nfc);
	*out = (const char *)nfc;
	if (removed != NULL)
		*removed = count;
	return (OK);
}

size_t
text_length(const char *s)
{
	size_t n = 0;

	for (; *s != '\0'; s++)
		n += ((unsigned char)*s & 0xc0) != 0x80;
	return (n);
}

uint32_t
text_next(const char **at, const char *end)
{
	utf8proc_int32_t cp;
	utf8proc_ssize_t n;

	n = utf8proc_iterate((const utf8proc_uint8_t *)*at, end - *at, &cp);
	if (n <= 0) {
		(*at)++;
		return (0xfffd);
	}
	*at += n;
	return ((uint32_t)cp);
}

/* Bytes of white space at s, U+00A0 and U+202F included since people paste them in sums; 0 when none. */
static size_t
space_at(const char *s)
{
	if (*s == ' ' || (*s >= '\t' && *s <= '\r'))
		return (1);
	if (strncmp(s, "\xc2\xa0", 2) == 0)
		return (2);
	if (strncmp(s, "\xe2\x80\xaf", 3) == 0)
		return (3);
	return (0);
}

char *
text_trim(struct arena *arena, const char *s)
{
	const char *from = s, *to, *at;
	size_t n;

	while ((n = space_at(from)) > 0)
		from += n;
	to = at = from;
	while (*at != '\0') {
		n = space_at(at);
		at += n > 0 ? n : 1;
		if (n == 0)
			to = at;
	}
	return (arena_strndup(arena, from, (size_t)(to - from)));
}

bool
text_blank(const char *s)
{
	size_t n;

	if (s == NULL)
		return (true);
	while ((n = space_at(s)) > 0)
		s += n;
	return (*s == '\0');
}

bool
text_equal(const char *a, const char *b)
{
	return (a != NULL && b != NULL && strcmp(a, b) == 0);
}

bool
text_starts(const char *s, const char *prefix)
{
	return (strncmp(s, prefix, strlen(prefix)) == 0);
}

char **
text_split(struct arena *arena, const char *s, char separator, size_t *count)
{
	size_t max = 1, n = 0;
	char **list;

	for (const char *p = s; *p != '\0'; p++)
		max += *p == separator;
	list = arena_array(arena, max + 1, sizeof(*list));
	while (*s != '\0') {
		size_t len = strcspn(s, (char[]){ separator, '\0' });

		if (len > 0)
			list[n++] = arena_strndup(arena, s, len);
		s += len;
		s += *s != '\0';
	}
	if (count != NULL)
		*count = n;
	return (list);
}

char *
text_fill(struct arena *arena, const char *template, const char *const *args, size_t n)
{
	struct buf out = buf_new(arena);

	for (const char *at = template; *at != '\0'; at++) {
		size_t slot = at[0] == '{' && at[1] >= '0' && at[1] <= '9' && at[2] == '}' ? (size_t)(at[1] - '0') : n;

		if (slot >= n) {
			buf_putc(&out, *at);
			continue;
		}
		if (args[slot] != NULL)
			buf_puts(&out, args[slot]);
		at += 2;
	}
	return (arena_strdup(arena, buf_text(&out)));
}

char *
text_fold(struct arena *arena, const char *s)
{
	utf8proc_uint8_t *folded = NULL;

	if (utf8proc_map((const utf8proc_uint8_t *)s, 0, &folded,
		UTF8PROC_NULLTERM | UTF8PROC_STABLE | UTF8PROC_COMPOSE | UTF8PROC_CASEFOLD) < 0)
		return (arena_strdup(arena, s));
	arena_defer(arena, free_utf8proc, folded);
	return ((char *)folded);
}

char *
text_join(struct arena *arena, const char *const *list, size_t n, const char *last)
{
	struct buf out = buf_new(arena);

	for (size_t i = 0; i < n; i++) {
		if (i > 0)
			buf_puts(&out, i + 1 == n ? last : ", ");
		buf_puts(&out, list[i]);
	}
	return (arena_strdup(arena, buf_text(&out)));
}

bool
text_lists(const char *list, const char *word)
{
	size_t len = strlen(word);

	for (const char *at = list; len > 0 && (at = strstr(at, word)) != NULL; at += len)
		if ((at == list || at[-1] == ' ') && (at[len] == ' ' || at[len] == '\0'))
			return (true);
	return (false);
}

char *
text_one_line(struct arena *arena, const char *s)
{
	char *line = arena_strdup(arena, s);

	for (char *c = line; *c != '\0'; c++)
		if ((unsigned char)*c < ' ')
			*c = ' ';
	return (line);
}

char *
text_capital(struct arena *arena, const char *s)
{
	utf8proc_uint8_t large[4];
	utf8proc_int32_t cp;
	utf8proc_ssize_t n = utf8proc_iterate((const utf8proc_uint8_t *)s, -1, &cp), len;

	if (*s == '\0' || n <= 0)
		return (arena_strdup(arena, s));
	len = utf8proc_encode_char(utf8proc_toupper(cp), large);
	return (arena_printf(arena, "%.*s%s", (int)len, (const char *)large, s + n));
}
