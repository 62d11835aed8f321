/* crypto.c — thin, so that there is one place where a primitive is chosen. */
#include "core/crypto.h"

#include <sodium.h>
#include <stdint.h>
#include <string.h>

enum status
crypto_start(void)
{
	return (sodium_init() < 0 ? ERR_IO : OK);
}

static char *
hex(struct arena *arena, const unsigned char *bytes, size_t len)
{
	char *out = arena_alloc(arena, len * 2 + 1);

	return (sodium_bin2hex(out, len * 2 + 1, bytes, len));
}

char *
crypto_sha256(struct arena *arena, const void *bytes, size_t len)
{
	unsigned char digest[crypto_hash_sha256_BYTES];

	crypto_hash_sha256(digest, bytes, len);
	return (hex(arena, digest, sizeof(digest)));
}

char *
crypto_fingerprint(struct arena *arena, const void *bytes, size_t len)
{
	unsigned char digest[crypto_generichash_BYTES_MIN];

	crypto_generichash(digest, sizeof(digest), bytes, len, NULL, 0);
	return (hex(arena, digest, sizeof(digest)));
}

char *
crypto_sha256_parts(struct arena *arena, const char *const *parts, size_t count)
{
	unsigned char digest[crypto_hash_sha256_BYTES], size[8];
	crypto_hash_sha256_state state;

	crypto_hash_sha256_init(&state);
	for (size_t i = 0; i < count; i++) {
		uint64_t len = strlen(parts[i]);

		for (int b = 0; b < 8; b++)
			size[b] = (unsigned char)(len >> (8 * b));
		crypto_hash_sha256_update(&state, size, sizeof(size));
		crypto_hash_sha256_update(&state, (const unsigned char *)parts[i], len);
	}
	crypto_hash_sha256_final(&state, digest);
	return (hex(arena, digest, sizeof(digest)));
}

char *
crypto_base64(struct arena *arena, const void *bytes, size_t len)
{
	size_t size = sodium_base64_encoded_len(len, sodium_base64_VARIANT_URLSAFE_NO_PADDING);

	return (
	    sodium_bin2base64(arena_alloc(arena, size), size, bytes, len, sodium_base64_VARIANT_URLSAFE_NO_PADDING));
}

void *
crypto_unbase64(struct arena *arena, const char *text, size_t *len)
{
	size_t size = strlen(text);
	unsigned char *out = arena_alloc(arena, size + 1);

	if (sodium_base642bin(out, size + 1, text, size, NULL, len, NULL, sodium_base64_VARIANT_URLSAFE_NO_PADDING) !=
	    0)
		return (NULL);
	return (out);
}

char *
crypto_token(struct arena *arena)
{
	unsigned char bytes[32];

	randombytes_buf(bytes, sizeof(bytes));
	return (crypto_base64(arena, bytes, sizeof(bytes)));
}

void
crypto_random(void *bytes, size_t len)
{
	randombytes_buf(bytes, len);
}

bool
crypto_equal(const char *a, const char *b)
{
	size_t len = strlen(a);

	return (len == strlen(b) && sodium_memcmp(a, b, len) == 0);
}

enum status
crypto_password_hash(char **out, struct arena *arena, const char *password)
{
	char *hash = arena_alloc(arena, crypto_pwhash_STRBYTES);

	if (crypto_pwhash_str(hash, password, strlen(password), crypto_pwhash_OPSLIMIT_INTERACTIVE,
		crypto_pwhash_MEMLIMIT_INTERACTIVE) != 0)
		return (ERR_LIMIT);
	*out = hash;
	return (OK);
}

bool
crypto_password_matches(const char *hash, const char *password)
{
	return (crypto_pwhash_str_verify(hash, password, strlen(password)) == 0);
}
