/* statement_test.c — where a request for a statement stands, how long its link works, and what counts as one. */
#include <string.h>

#include "check.h"
#include "core/email.h"
#include "domain/statement.h"

#define DAY (24 * 60 * 60 * INSTANT_SECOND)

TEST(a_request_waits_until_something_comes_of_it)
{
	instant now = instant_at((struct date){ 2026, 3, 1 }, 12, 0, 0);
	struct statement_request list[] = {
		{ .field = "a", .expires_at = now + 1 },
		{ .field = "a", .expires_at = now },
		{ .field = "a", .expires_at = now + DAY, .revoked_at = now },
		{ .field = "a", .expires_at = now + DAY, .declined_at = now },
		{ .field = "a", .expires_at = now - DAY, .answered_at = now - DAY },
		{ .field = "b", .expires_at = now + 1 },
	};
	static const enum statement_state states[] = { STATEMENT_WAITING, STATEMENT_EXPIRED, STATEMENT_REVOKED,
		STATEMENT_DECLINED, STATEMENT_GIVEN, STATEMENT_WAITING };

	for (size_t i = 0; i < 6; i++)
		CHECK(statement_state(&list[i], now) == states[i]);
	CHECK(statements_waiting(list, 6, "a", now) == 1);
	CHECK(statements_waiting(list, 6, "b", now) == 1);
	CHECK(statements_waiting(list, 6, "c", now) == 0);
}

static bool
lasts_to(const struct scheme_field *field, struct date closes, struct date today, struct date last)
{
	instant closes_at = closes.year == 0 ? 0 : instant_at(closes, 23, 59, 59);

	return (date_cmp(statement_last_day(field, closes_at, today), last) == 0);
}

TEST(a_link_works_no_longer_than_the_statement_may_wait)
{
	const struct date none = { 0 }, today = { 2026, 3, 1 };
	struct scheme_field field = { .type = FIELD_THIRD_PARTY };

	CHECK(lasts_to(&field, none, today, (struct date){ 2026, 3, 31 }));
	CHECK(lasts_to(&field, (struct date){ 2026, 3, 10 }, today, (struct date){ 2026, 3, 10 }));
	CHECK(lasts_to(&field, (struct date){ 2026, 6, 1 }, today, (struct date){ 2026, 3, 31 }));
	/* Past the deadline, late is better than never. */
	CHECK(lasts_to(&field, (struct date){ 2026, 2, 1 }, today, (struct date){ 2026, 3, 15 }));
	CHECK(lasts_to(&field, today, today, today));
	/* A deadline at midnight is the end of the day before. */
	CHECK(date_cmp(statement_last_day(&field, instant_at((struct date){ 2026, 3, 11 }, 0, 0, 0), today),
		  (struct date){ 2026, 3, 10 }) == 0);
	field.later.days = 14;
	CHECK(lasts_to(&field, (struct date){ 2026, 3, 1 }, today, (struct date){ 2026, 3, 15 }));
	CHECK(lasts_to(&field, (struct date){ 2026, 2, 20 }, today, (struct date){ 2026, 3, 6 }));
}

TEST(the_files_of_one_statement_count_as_one)
{
	const struct attached files[] = { { .field = "a" }, { .field = "a", .beside = true }, { .field = "a" },
		{ .field = "b" } };
	const struct application_facts facts = { .files = files, .n_files = 4 };

	CHECK(attached_count(&facts, "a") == 2);
	CHECK(attached_count(&facts, "b") == 1);
	CHECK(attached_count(&facts, "c") == 0);
}

TEST(an_address_that_cannot_be_sent_to_is_none)
{
	static const char *const good[] = { "kari@lag.no", "post+sak@sub.lag.example" };
	static const char *const bad[] = { "", "kari", "@lag.no", "kari@lag", "kari@@lag.no", "k\xc3\xa5re@lag.no",
		"kari@lag.no\r\nBcc: alle@lag.no", "a:b@lag.no", "kari@lag..no", "kari@-lag.no", "ka[ri@lag.no" };
	char longest[256 + 8];

	for (size_t i = 0; i < sizeof(good) / sizeof(good[0]); i++)
		CHECK(email_sendable(good[i]));
	for (size_t i = 0; i < sizeof(bad) / sizeof(bad[0]); i++)
		CHECK(!email_sendable(bad[i]));
	memset(longest, 'a', sizeof(longest));
	memcpy(longest + 247, "@lag.no", 8);
	CHECK(email_sendable(longest));
	memcpy(longest + 248, "@lag.no", 8);
	CHECK(!email_sendable(longest));
}

UNIT_MAIN(UNIT(a_request_waits_until_something_comes_of_it), UNIT(a_link_works_no_longer_than_the_statement_may_wait),
    UNIT(the_files_of_one_statement_count_as_one), UNIT(an_address_that_cannot_be_sent_to_is_none))
