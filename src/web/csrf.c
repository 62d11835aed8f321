/* csrf.c — tokens made from a cookie, masked anew each time. */
#include "web/csrf.h"

#include <string.h>
#include <strings.h>

#include "core/crypto.h"

#define SECRET_BYTES 32

static void
secret_make(unsigned char *secret, struct arena *arena, const char *cookie)
{
	const char *const parts[] = { "tilskudd csrf 1", cookie };
	const char *hex = crypto_sha256_parts(arena, parts, 2);

	for (size_t i = 0; i < SECRET_BYTES; i++) {
		const char digits[] = { hex[i * 2], hex[i * 2 + 1] };

		secret[i] = 0;
		for (size_t d = 0; d < 2; d++)
			secret[i] = (unsigned char)(secret[i] << 4 |
						    (digits[d] <= '9' ? digits[d] - '0' : digits[d] - 'a' + 10));
	}
}

/* Half mask, half masked secret. */
static char *
token_make(struct arena *arena, const char *cookie, const unsigned char *mask)
{
	unsigned char both[SECRET_BYTES * 2], secret[SECRET_BYTES];

	secret_make(secret, arena, cookie);
	memcpy(both, mask, SECRET_BYTES);
	for (size_t i = 0; i < SECRET_BYTES; i++)
		both[SECRET_BYTES + i] = mask[i] ^ secret[i];
	return (crypto_base64(arena, both, sizeof(both)));
}

char *
csrf_token(struct arena *arena, const char *cookie)
{
	unsigned char mask[SECRET_BYTES];

	crypto_random(mask, sizeof(mask));
	return (token_make(arena, cookie, mask));
}

bool
csrf_matches(struct arena *arena, const char *cookie, const char *token)
{
	size_t len = 0;
	const unsigned char *both;

	if (*cookie == '\0' || strlen(token) > 4 * SECRET_BYTES)
		return (false);
	both = crypto_unbase64(arena, token, &len);
	if (both == NULL || len != 2 * SECRET_BYTES)
		return (false);
	return (crypto_equal(token_make(arena, cookie, both), token));
}

static bool
origin_is_host(const char *origin, const char *host)
{
	const char *slashes = strstr(origin, "://");

	return (slashes != NULL && *host != '\0' && strcasecmp(slashes + 3, host) == 0);
}

enum csrf_origin
csrf_origin(const struct http_request *request)
{
	const char *site = request->sec_fetch_site, *origin = request->origin;

	/* "none": typed or reloaded by the person. */
	if (*site != '\0')
		return (strcmp(site, "same-origin") == 0 || strcmp(site, "none") == 0 ? ORIGIN_OURS : ORIGIN_FOREIGN);
	if (*origin == '\0' || strcmp(origin, "null") == 0)
		return (ORIGIN_UNTOLD);
	return (origin_is_host(origin, request->host) ? ORIGIN_OURS : ORIGIN_FOREIGN);
}
