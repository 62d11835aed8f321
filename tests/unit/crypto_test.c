/* crypto_test.c — hashes, tokens and passwords. */
#include "check.h"

#include "core/crypto.h"
#include <string.h>

ARENA_FOR_TESTS

TEST(sha256_is_the_standards)
{
	CHECK_INT(crypto_start(), OK);
	/* FIPS 180-2, appendix B.1, and the empty message. */
	CHECK_TEXT(crypto_sha256(arena, "abc", 3), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
	CHECK_TEXT(crypto_fingerprint(arena, "abc", 3), "cf4ab791c62b8d2b2109c90275287816");
	CHECK_TEXT(crypto_sha256(arena, "", 0), "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
}

TEST(parts_do_not_run_into_each_other)
{
	const char *one[] = { "ab", "c" }, *other[] = { "a", "bc" };

	CHECK(strcmp(crypto_sha256_parts(arena, one, 2), crypto_sha256_parts(arena, other, 2)) != 0);
	CHECK_TEXT(crypto_sha256_parts(arena, one, 2), crypto_sha256_parts(arena, one, 2));
}

TEST(tokens_are_long_and_differ)
{
	char *a = crypto_token(arena), *b = crypto_token(arena);

	CHECK_INT(strlen(a), 43);
	CHECK_INT(strspn(a, "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"), 43);
	CHECK(strcmp(a, b) != 0);
}

TEST(base64_goes_there_and_back)
{
	unsigned char bytes[50];
	size_t len = 0;

	for (size_t n = 0; n <= sizeof(bytes); n++) {
		unsigned char *back;

		crypto_random(bytes, n);
		back = crypto_unbase64(arena, crypto_base64(arena, bytes, n), &len);
		CHECK(back != NULL && len == n && memcmp(back, bytes, n) == 0);
	}
	CHECK(crypto_unbase64(arena, "!!", &len) == NULL);
	CHECK(crypto_unbase64(arena, "YQ==", &len) == NULL);
}

TEST(comparing_tells_lengths_apart)
{
	CHECK(crypto_equal("abc", "abc"));
	CHECK(!crypto_equal("abc", "abd"));
	CHECK(!crypto_equal("abc", "ab"));
	CHECK(crypto_equal("", ""));
}

TEST(a_password_matches_its_hash_and_no_other)
{
	char *hash = NULL, *again = NULL;

	CHECK_INT(crypto_password_hash(&hash, arena, "blåbær og fløte"), OK);
	CHECK_INT(crypto_password_hash(&again, arena, "blåbær og fløte"), OK);
	CHECK(strncmp(hash, "$argon2id$", 10) == 0);
	CHECK(strcmp(hash, again) != 0);
	CHECK(crypto_password_matches(hash, "blåbær og fløte"));
	CHECK(!crypto_password_matches(hash, "blåbær"));
	CHECK(!crypto_password_matches("", ""));
	CHECK(!crypto_password_matches("ikke en hash", "x"));
}

ARENA_TESTS(UNIT(sha256_is_the_standards), UNIT(parts_do_not_run_into_each_other), UNIT(tokens_are_long_and_differ),
    UNIT(base64_goes_there_and_back), UNIT(comparing_tells_lengths_apart),
    UNIT(a_password_matches_its_hash_and_no_other))
