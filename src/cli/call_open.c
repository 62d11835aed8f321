/* call_open.c — "tilskudd call open": announces one call from the command line alone. */
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "cli/call_actions.h"
#include "cli/command.h"
#include "core/text.h"
#include "db/db.h"
#include "flow/call_flow.h"

#define ROUNDS_MAX 99

/* What the command line says. */
struct announcement {
	const char *scheme_id;
	struct call_plan plan;
};

static int
failed(const char *why)
{
	fprintf(stderr, "tilskudd call: %s\n", why);
	return (EXIT_FAILED);
}

static bool
number_read(int *out, const char *text, int least, int most)
{
	char *end;
	long n = strtol(text, &end, 10);

	if (*text == '\0' || *end != '\0' || n < least || n > most)
		return (false);
	*out = (int)n;
	return (true);
}

/* "2026-12-11 23:59", a wall clock in Europe/Oslo. */
static bool
moment_read(instant *out, struct arena *arena, const char *text)
{
	const char *space = strchr(text, ' ');
	int hour, minute, used = 0;
	struct date day;

	if (space == NULL || sscanf(space, " %2d:%2d%n", &hour, &minute, &used) != 2 || space[used] != '\0' ||
	    hour < 0 || hour > 23 || minute < 0 || minute > 59 ||
	    date_parse(&day, arena_strndup(arena, text, (size_t)(space - text))) != OK)
		return (false);
	*out = instant_at(day, hour, minute, 0);
	return (true);
}

static bool
words_read(const char **out, const char *text)
{
	*out = text;
	return (!text_blank(text));
}

static bool
yes_read(bool *out, const char *text)
{
	*out = text_equal(text, "yes");
	return (*out || text_equal(text, "no"));
}

static bool
when_read(struct call_plan *to, struct arena *arena, const char *name, const char *value)
{
	if (text_equal(name, "--opens"))
		return (moment_read(&to->opens_at, arena, value));
	if (text_equal(name, "--closes"))
		return (moment_read(&to->closes_at, arena, value));
	if (text_equal(name, "--covers-from"))
		return (date_parse(&to->covers_from, value) == OK);
	if (text_equal(name, "--covers-to"))
		return (date_parse(&to->covers_to, value) == OK);
	if (text_equal(name, "--answer-by"))
		return (date_parse(&to->answer_by, value) == OK);
	return (false);
}

/* One option and its value; false when either is not understood. */
static bool
option_read(struct call_plan *to, struct arena *arena, const char *name, const char *value)
{
	if (text_equal(name, "--year"))
		return (number_read(&to->year, value, 2000, 2199));
	if (text_equal(name, "--round"))
		return (number_read(&to->round, value, 1, ROUNDS_MAX));
	if (text_equal(name, "--extra"))
		return (yes_read(&to->extra, value));
	if (text_equal(name, "--frame"))
		return (money_parse(&to->frame, value) == OK);
	if (text_equal(name, "--contact"))
		return (words_read(&to->contact.name, value));
	if (text_equal(name, "--phone"))
		return (words_read(&to->contact.phone, value));
	if (text_equal(name, "--email"))
		return (words_read(&to->contact.email, value));
	return (when_read(to, arena, name, value));
}

/* What is missing, or NULL. A call opens now, as the year's first round, when nothing else is said. */
static const char *
missing(const struct call_plan *plan)
{
	if (plan->year == 0)
		return ("--year");
	if (plan->closes_at == 0)
		return ("--closes");
	if (date_none(plan->answer_by))
		return ("--answer-by");
	if (plan->frame.ore < 0)
		return ("--frame");
	if (plan->contact.name == NULL || plan->contact.phone == NULL || plan->contact.email == NULL)
		return ("--contact, --phone or --email");
	return (NULL);
}

static const char *
why_not(enum status st)
{
	switch (st) {
	case ERR_NOT_FOUND:
		return ("there is no such scheme; \"tilskudd scheme list --published\" lists them");
	case ERR_INVALID:
		return ("the call must open before it closes, and have a person to ask");
	case ERR_CONFLICT:
		return ("the scheme has a call for that year and round already; give another --round");
	default:
		return (status_text(st));
	}
}

static int
call_announce(struct ctx *ctx, const struct announcement *a)
{
	const struct call_author author = { .name = call_account(ctx->arena) };
	int64_t id = 0;
	enum status st;

	if ((st = db_connect_here(&ctx->db, DB_JOBS)) == OK)
		st = call_open(&id, ctx, a->scheme_id, &a->plan, &author);
	db_close(ctx->db);
	ctx->db = NULL;
	if (st != OK)
		return (failed(why_not(st)));
	printf("call %" PRId64 " of %s: open from %s to %s, %s\n", id, a->scheme_id,
	    instant_short(ctx->arena, a->plan.opens_at), instant_short(ctx->arena, a->plan.closes_at),
	    money_show(ctx->arena, a->plan.frame));
	return (EXIT_DONE);
}

int
call_open_command(struct ctx *ctx, int argc, char **argv)
{
	struct announcement a = { .plan = { .round = 1, .frame = { -1 }, .opens_at = ctx->now } };
	const char *lacks;

	if (argc < 3 || argv[2][0] == '-')
		return (command_usage("call", "say which scheme to open a call of"));
	a.scheme_id = argv[2];
	for (int i = 3; i < argc; i += 2)
		if (i + 1 == argc || !option_read(&a.plan, ctx->arena, argv[i], argv[i + 1]))
			return (command_usage(
			    "call", "\"%s %s\" is not understood", argv[i], i + 1 == argc ? "" : argv[i + 1]));
	if ((lacks = missing(&a.plan)) != NULL)
		return (command_usage("call", "%s is missing", lacks));
	return (call_announce(ctx, &a));
}
