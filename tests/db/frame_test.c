/* frame_test.c — two who award at the same moment cannot pass the frame together (R29). */
#include "db_fixture.h"

#include <pthread.h>

struct award {
	pthread_t thread;
	pthread_barrier_t *start;
	struct db *db;
	struct arena *arena;
	int64_t application_id;
	enum status st;
	char code[6];
};

/* 60 000 kr of a frame of 100 000, twice. */
static enum status
decide(struct ctx *ctx, void *object)
{
	const struct award *award = object;
	struct rows *rows;
	enum status st;

	if ((st = db_one(&rows, ctx, "decision_add",
		 PARAMS(INT(award->application_id), TEXT("granted"), MONEY(MONEY_NOK(60000)), TEXT("Godt tiltak"),
		     TEXT(""), BOOL(true), NOTHING, DAY(((struct date){ 2026, 5, 1 }))))) != OK)
		return (st);
	return (db_exec(ctx, "ledger_enter",
	    PARAMS(INT(901), TEXT("award"), INT(rows_int(rows, 0, "decision_id")), MONEY(MONEY_NOK(60000)),
		TEXT("Vedtak"))));
}

static void *
award_run(void *object)
{
	struct award *award = object;
	struct ctx ctx = ctx_of(award->db, LIV, ROLE_LEADER, UNIT_A);

	ctx.arena = award->arena;
	pthread_barrier_wait(award->start);
	award->st = db_transaction(&ctx, decide, award);
	snprintf(award->code, sizeof(award->code), "%s", db_last_code(&ctx));
	return (NULL);
}

TEST(two_awards_at_once_cannot_pass_the_frame)
{
	struct award awards[2] = { { .application_id = 903 }, { .application_id = 904 } };
	pthread_barrier_t at_once;
	int lost;

	pthread_barrier_init(&at_once, NULL, 2);
	for (int i = 0; i < 2; i++) {
		awards[i].start = &at_once;
		awards[i].db = db_for(DB_APP);
		awards[i].arena = arena_new(0);
		assert_int_equal(pthread_create(&awards[i].thread, NULL, award_run, &awards[i]), 0);
	}
	for (int i = 0; i < 2; i++)
		pthread_join(awards[i].thread, NULL);
	lost = awards[0].st == OK;
	CHECK_INT(awards[!lost].st, OK);
	CHECK_INT(awards[lost].st, ERR_CONFLICT);
	CHECK_TEXT(awards[lost].code, "TS005");
	CHECK_TEXT(owner_ask("select count(*) || ' ' || sum(awarded_ore) from decision"), "1 6000000");
	CHECK_TEXT(owner_ask("select api.ledger_balance(901, 'frame')"), "4000000");
	CHECK_TEXT(owner_ask("select sum(amount_ore) from ledger_posting"), "0");
	for (int i = 0; i < 2; i++) {
		db_close(awards[i].db);
		arena_free(awards[i].arena);
	}
	pthread_barrier_destroy(&at_once);
}

static enum status
decide_all_but_money(struct ctx *ctx, void *object)
{
	struct rows *rows;

	return (db_one(&rows, ctx, "decision_add",
	    PARAMS(INT(*(int64_t *)object), TEXT("granted"), MONEY(MONEY_NOK(60000)), TEXT("Godt tiltak"), TEXT(""),
		BOOL(true), NOTHING, DAY(((struct date){ 2026, 5, 1 })))));
}

TEST(an_award_without_its_money_does_not_commit)
{
	struct db *db = db_for(DB_APP);
	struct ctx ctx = ctx_of(db, LIV, ROLE_LEADER, UNIT_A);
	int64_t left = strcmp(owner_ask("select application_id from decision"), "903") == 0 ? 904 : 903;

	CHECK_INT(db_transaction(&ctx, decide_all_but_money, &left), ERR_CONFLICT);
	CHECK_TEXT(db_last_code(&ctx), "TS006");
	CHECK_TEXT(owner_ask("select count(*) from decision"), "1");
	db_close(db);
}

DB_MAIN(UNIT(two_awards_at_once_cannot_pass_the_frame), UNIT(an_award_without_its_money_does_not_commit))
