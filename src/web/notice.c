/* notice.c — "text.seal" in URL-safe base64. */
#include "web/notice.h"

#include <string.h>

#include "core/crypto.h"
#include "core/text.h"

static char *
seal(struct arena *arena, const char *token, const char *text)
{
	const char *const parts[] = { "tilskudd notice 1", token, text };

	return (crypto_sha256_parts(arena, parts, 3));
}

char *
notice_cookie(struct arena *arena, const char *token, const char *text)
{
	return (arena_printf(arena, "%s.%s", crypto_base64(arena, text, strlen(text)), seal(arena, token, text)));
}

const char *
notice_read(struct arena *arena, const char *token, const char *cookie)
{
	const char *dot = strchr(cookie, '.'), *clean;
	size_t len = 0;
	void *text;

	if (dot == NULL)
		return (NULL);
	text = crypto_unbase64(arena, arena_strndup(arena, cookie, (size_t)(dot - cookie)), &len);
	if (text == NULL || text_clean(&clean, NULL, arena, text, len) != OK ||
	    !crypto_equal(seal(arena, token, clean), dot + 1))
		return (NULL);
	return (clean);
}
