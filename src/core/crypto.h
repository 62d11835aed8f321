/* crypto.h — hashes, random tokens and passwords, all libsodium's. */
#ifndef CORE_CRYPTO_H
#define CORE_CRYPTO_H

#include <stdbool.h>
#include <stddef.h>

#include "core/arena.h"

/* Called once a process before anything below. */
enum status crypto_start(void) MUST_CHECK;

/* SHA-256 in 64 lower-case hexadecimal digits. */
char *crypto_sha256(struct arena *arena, const void *bytes, size_t len);

/* BLAKE2b of 128 bits as 32 lower-case hexadecimal digits: to tell large documents apart, where no format asks for SHA.
 */
char *crypto_fingerprint(struct arena *arena, const void *bytes, size_t len);

/* The same over several pieces that must not run into each other: each is hashed with its length in front. */
char *crypto_sha256_parts(struct arena *arena, const char *const *parts, size_t count);

/* 256 random bits, 43 characters of URL-safe base64. */
char *crypto_token(struct arena *arena);

void crypto_random(void *bytes, size_t len);

/* Compares in constant time; false when the lengths differ. */
bool crypto_equal(const char *a, const char *b);

/* URL-safe base64 without padding. crypto_unbase64 answers NULL for anything else. */
char *crypto_base64(struct arena *arena, const void *bytes, size_t len);
void *crypto_unbase64(struct arena *arena, const char *text, size_t *len);

/*
 * Argon2id, moderate on a server (libsodium's INTERACTIVE limits: 64 MiB, two passes).
 * returns: OK; ERR_LIMIT when the memory is not to be had
 */
enum status crypto_password_hash(char **out, struct arena *arena, const char *password) MUST_CHECK;
bool crypto_password_matches(const char *hash, const char *password);

#endif
