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
kind_read(const char **out, const char *text)
{
	*out = text;
	return (text_equal(text, "fixed") || text_equal(text, "continuous") || text_equal(text, "extra"));
}

static bool
words_read(const char **out, const char *text)
{
	*out = text;
	return (!text_blank(text));
}

/* One option and its value; false when either is not understood. */
static bool
option_read(struct call_announcement *to, struct arena *arena, const char *name, const char *value)
{
	if (text_equal(name, "--year"))
		return (number_read(&to->year, value, 2000, 2199));
	if (text_equal(name, "--round"))
		return (number_read(&to->round, value, 1, ROUNDS_MAX));
	if (text_equal(name, "--kind"))
		return (kind_read(&to->kind, value));
	if (text_equal(name, "--opens"))
		return (moment_read(&to->opens_at, arena, value));
	if (text_equal(name, "--closes"))
		return (moment_read(&to->closes_at, arena, value));
	if (text_equal(name, "--covers-from"))
		return (date_parse(&to->covers_from, value) == OK);
	if (text_equal(name, "--covers-to"))
		return (date_parse(&to->covers_to, value) == OK);
	if (text_equal(name, "--frame"))
		return (money_parse(&to->frame, value) == OK);
	if (text_equal(name, "--answer-by"))
		return (date_parse(&to->answer_by, value) == OK);
	if (text_equal(name, "--contact"))
		return (words_read(&to->contact_name, value));
	if (text_equal(name, "--phone"))
		return (words_read(&to->contact_phone, value));
	if (text_equal(name, "--email"))
		return (words_read(&to->contact_email, value));
	return (false);
}

/* What is missing, or NULL. A call opens now, as the year's first round, when nothing else is said. */
static const char *
missing(const struct call_announcement *a)
{
	if (a->year == 0)
		return ("--year");
	if (a->closes_at == 0)
		return ("--closes");
	if (date_none(a->answer_by))
		return ("--answer-by");
	if (a->frame.ore < 0)
		return ("--frame");
	if (a->contact_name == NULL || a->contact_phone == NULL || a->contact_email == NULL)
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
call_announce(struct ctx *ctx, const struct call_announcement *announcement)
{
	int64_t id = 0;
	enum status st;

	if ((st = db_connect_here(&ctx->db, DB_JOBS)) == OK)
		st = call_open(&id, ctx, announcement);
	db_close(ctx->db);
	ctx->db = NULL;
	if (st != OK)
		return (failed(why_not(st)));
	printf("call %" PRId64 " of %s: open from %s to %s, %s\n", id, announcement->scheme_id,
	    instant_short(ctx->arena, announcement->opens_at), instant_short(ctx->arena, announcement->closes_at),
	    money_show(ctx->arena, announcement->frame));
	return (EXIT_DONE);
}

int
call_open_command(struct ctx *ctx, int argc, char **argv)
{
	struct call_announcement announcement = { .round = 1, .kind = "fixed", .frame = { -1 }, .opens_at = ctx->now };
	const char *lacks;

	if (argc < 3 || argv[2][0] == '-')
		return (command_usage("call", "say which scheme to open a call of"));
	announcement.scheme_id = argv[2];
	for (int i = 3; i < argc; i += 2)
		if (i + 1 == argc || !option_read(&announcement, ctx->arena, argv[i], argv[i + 1]))
			return (command_usage(
			    "call", "\"%s %s\" is not understood", argv[i], i + 1 == argc ? "" : argv[i + 1]));
	if ((lacks = missing(&announcement)) != NULL)
		return (command_usage("call", "%s is missing", lacks));
	return (call_announce(ctx, &announcement));
}
