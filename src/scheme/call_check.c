/* call_check.c — holds the calls of a document against themselves, each other and their scheme. */
#include "scheme/call_check.h"

#include <string.h>

#include "core/buf.h"
#include "scheme/call_compile.h"
#include "scheme/call_earmark.h"

struct check {
	struct scheme_messages *messages;
	const struct call_plans *plans;
	const struct call_plan *call;
	const struct xml_node *node; /* the call's */
};

static const char *
number(const struct check *check, int n)
{
	return (arena_printf(check->messages->arena, "%d", n));
}

/* The line of the child, or of the call when it has none. */
static int
line_of(const struct check *check, const char *child)
{
	const struct xml_node *found = xml_child(check->node, child);

	return (found == NULL ? check->node->line : found->line);
}

/* The last day that counts: a call that closes at midnight ends the day before. */
static struct date
last_day(instant closes_at)
{
	return (instant_day(closes_at - 1));
}

/* ------------------------------------------------------------------------------------------ when */

static void
check_times(struct check *check)
{
	const struct call_plan *call = check->call;
	int closing = last_day(call->closes_at).year, line = xml_attribute_line(check->node, "closes");

	if (call->opens_at >= call->closes_at)
		COMPLAIN(check->messages, line, COMPLAINT_CALL_ORDER);
	if (closing < call->year - 1 || closing > call->year + 1)
		COMPLAIN(check->messages, line, COMPLAINT_CALL_YEAR, number(check, closing), number(check, call->year));
	if (!date_none(call->covers_from) && date_cmp(call->covers_from, call->covers_to) > 0)
		COMPLAIN(check->messages, line_of(check, "covers"), COMPLAINT_CALL_COVERS);
}

static void
check_main_round(struct check *check)
{
	const struct call_plan *call = check->call;
	bool main_round = call->kind == CALL_MAIN_THEN_CONTINUOUS;
	int line = xml_attribute_line(check->node, "main-closes");

	if (main_round && call->main_closes_at == 0)
		COMPLAIN(check->messages, line, COMPLAINT_CALL_MAIN_MISSING);
	else if (!main_round && call->main_closes_at != 0)
		COMPLAIN(check->messages, line, COMPLAINT_CALL_MAIN_ALONE);
	else if (main_round && (call->main_closes_at <= call->opens_at || call->main_closes_at >= call->closes_at))
		COMPLAIN(check->messages, line, COMPLAINT_CALL_MAIN_ORDER);
}

static void
check_lead(struct check *check)
{
	const struct call_plan *call = check->call;

	if (call->kind == CALL_RELATIVE && call->before_start.count == 0)
		COMPLAIN(check->messages, check->node->line, COMPLAINT_CALL_LEAD_MISSING);
	if (call->kind == CALL_FIXED && call->before_start.count > 0)
		COMPLAIN(check->messages, line_of(check, "before-start"), COMPLAINT_CALL_LEAD_FIXED);
}

static void
check_answer(struct check *check)
{
	const struct call_plan *call = check->call;
	bool by = call->kind == CALL_FIXED || call->kind == CALL_MAIN_THEN_CONTINUOUS;
	bool weeks = call_kind_in_batches(call->kind), has_by = !date_none(call->answer_by);
	instant deadline = call->kind == CALL_FIXED ? call->closes_at : call->main_closes_at;
	int line = line_of(check, "answer");

	if (by && !has_by)
		COMPLAIN(check->messages, line, COMPLAINT_CALL_ANSWER_DAY);
	if (weeks && call->answer_weeks == 0)
		COMPLAIN(check->messages, line, COMPLAINT_CALL_ANSWER_WEEKS);
	if ((!by && has_by) || (!weeks && call->answer_weeks != 0))
		COMPLAIN(check->messages, line, COMPLAINT_CALL_ANSWER_NEITHER, by ? "weeks" : "by",
		    call_kind_code(call->kind));
	else if (by && has_by && deadline != 0 && date_cmp(call->answer_by, last_day(deadline)) <= 0)
		COMPLAIN(check->messages, line, COMPLAINT_CALL_ANSWER_EARLY);
}

/* ------------------------------------------------------------------------------------------ what happened to it */

static void
check_extensions(struct check *check)
{
	const struct call_plan *call = check->call;
	const struct xml_node *node = xml_child(check->node, "extended");

	for (size_t i = 0; i < call->n_extended; i++, node = xml_next(node, "extended")) {
		if (call->extended[i].from >= call->closes_at)
			COMPLAIN(check->messages, node->line, COMPLAINT_CALL_EXTENDED);
		else if (call->extended[i].from <= call->opens_at)
			COMPLAIN(check->messages, node->line, COMPLAINT_CALL_EXTENDED_OPENS);
		else if (i > 0 && call->extended[i].from <= call->extended[i - 1].from)
			COMPLAIN(check->messages, node->line, COMPLAINT_CALL_EXTENDED_ORDER);
	}
}

static void
check_status(struct check *check)
{
	const char *first = NULL;

	for (enum call_status status = CALL_ON_HOLD; status < CALL_STATUS__MAX; status++) {
		const char *code = call_status_code(status);

		if (xml_child(check->node, code) == NULL)
			continue;
		if (first != NULL)
			COMPLAIN(check->messages, line_of(check, code), COMPLAINT_CALL_STOPPED_TWICE, first, code);
		first = code;
	}
	if (check->call->kind == CALL_FIXED && xml_child(check->node, "used-up") != NULL)
		COMPLAIN(check->messages, line_of(check, "used-up"), COMPLAINT_CALL_USED_UP);
}

static void
check_upstream(struct check *check)
{
	const struct call_plan *call = check->call;
	const struct xml_node *node = xml_child(check->node, "upstream");

	for (size_t i = 0; i < call->n_upstream; i++, node = xml_next(node, "upstream"))
		if (!date_none(call->upstream[i].closes_on) &&
		    date_cmp(call->upstream[i].closes_on, last_day(call->closes_at)) > 0)
			COMPLAIN(check->messages, node->line, COMPLAINT_CALL_UPSTREAM);
}

/* ------------------------------------------------------------------------------------------ what it holds */

/* The sum, and whether it is granted, are the other call's to say. */
static void
check_shared(struct check *check, const struct xml_node *frame)
{
	if (xml_attribute(frame, "nok") != NULL || check->call->conditional || xml_child(frame, "nb") != NULL)
		COMPLAIN(check->messages, frame->line, COMPLAINT_CALL_SHARED_SUM, check->call->shared_with);
	if (strcmp(check->call->shared_with, check->plans->scheme_id) == 0)
		COMPLAIN(check->messages, frame->line, COMPLAINT_CALL_SHARED_SELF);
}

static void
check_earmarks(struct check *check)
{
	const struct xml_node *earmark = xml_child(check->node, "earmark"), *other;

	for (; earmark != NULL; earmark = xml_next(earmark, "earmark")) {
		const char *id = xml_attribute(earmark, "id");

		if ((xml_attribute(earmark, "share") == NULL) == (xml_attribute(earmark, "nok") == NULL))
			COMPLAIN(check->messages, earmark->line, COMPLAINT_CALL_EARMARK_SIZE, id);
		for (other = xml_child(check->node, "earmark"); other != earmark; other = xml_next(other, "earmark"))
			if (strcmp(xml_attribute(other, "id"), id) == 0)
				COMPLAIN(check->messages, earmark->line, COMPLAINT_CALL_EARMARK_TWICE, id);
	}
}

static void
check_frame(struct check *check)
{
	const struct xml_node *frame = xml_child(check->node, "frame");

	if (frame == NULL)
		return;
	if (check->call->shared_with != NULL)
		check_shared(check, frame);
	else if (xml_attribute(frame, "nok") == NULL && !check->call->conditional)
		COMPLAIN(check->messages, frame->line, COMPLAINT_CALL_FRAME);
	else if (!check->call->conditional && xml_child(frame, "nb") != NULL)
		COMPLAIN(check->messages, frame->line, COMPLAINT_CALL_CONDITION);
}

/* Something on both sides of one "@": mistakes are told, addresses are not judged. */
static void
check_email(struct scheme_messages *messages, const struct xml_node *contact)
{
	const char *email = contact == NULL ? NULL : xml_attribute(contact, "email");
	const char *at = email == NULL ? NULL : strchr(email, '@');

	if (email != NULL && (at == NULL || at == email || at[1] == '\0' || strchr(at + 1, '@') != NULL ||
				 strpbrk(email, " \t\n") != NULL))
		COMPLAIN(messages, xml_attribute_line(contact, "email"), COMPLAINT_CALL_EMAIL, email);
}

/* ------------------------------------------------------------------------------------------ against the others */

/* The deadline as announced first, before it was extended. */
static struct date
first_deadline(const struct call_plan *call)
{
	instant deadline = call->kind == CALL_MAIN_THEN_CONTINUOUS ? call->main_closes_at : call->closes_at;

	return (last_day(call->n_extended > 0 ? call->extended[0].from : deadline));
}

static void
check_usual(struct check *check)
{
	const struct call_plan *call = check->call;
	struct date day = first_deadline(call);
	bool counts = !call->extra && (call->kind == CALL_FIXED || call->kind == CALL_MAIN_THEN_CONTINUOUS);
	bool usual = counts && day.month == call->usual.month && day.day == call->usual.day;

	for (size_t i = 0; i < check->plans->n_usual; i++)
		usual = usual || (day.month == check->plans->usual[i].closes.month &&
				     day.day == check->plans->usual[i].closes.day);
	if (call->usual.month != 0 && usual)
		COMPLAIN(check->messages, line_of(check, "changed"), COMPLAINT_CALL_CHANGED);
	if (counts && call->usual.month == 0 && check->plans->n_usual > 0 && !usual)
		COMPLAIN(check->messages, xml_attribute_line(check->node, "closes"), COMPLAINT_CALL_UNUSUAL);
}

static void
check_cycle(struct check *check)
{
	int years = check->plans->cycle_years, apart;

	for (const struct call_plan *other = check->plans->calls; years > 0 && !check->call->extra; other++) {
		if (other == check->call)
			return;
		if (other->extra)
			continue;
		apart =
		    check->call->year > other->year ? check->call->year - other->year : other->year - check->call->year;
		if (apart % years != 0) {
			COMPLAIN(check->messages, xml_attribute_line(check->node, "year"), COMPLAINT_CALL_CYCLE,
			    number(check, years), number(check, apart), number(check, other->year));
			return;
		}
	}
}

static void
check_name(struct check *check)
{
	for (const struct call_plan *other = check->plans->calls; other != check->call; other++)
		if (other->year == check->call->year && other->round == check->call->round)
			COMPLAIN(check->messages, check->node->line, COMPLAINT_CALL_TWICE, number(check, other->year),
			    number(check, other->round));
}

static void
check_one(struct check *check)
{
	check_name(check);
	check_times(check);
	check_main_round(check);
	check_lead(check);
	check_answer(check);
	check_extensions(check);
	check_status(check);
	check_upstream(check);
	check_frame(check);
	check_earmarks(check);
	check_email(check->messages, xml_child(check->node, "contact"));
	check_usual(check);
	check_cycle(check);
}

bool
call_check(struct scheme_messages *messages, const struct call_plans *plans, const struct xml_node *root)
{
	const struct xml_node *node = xml_child(root, "call");
	size_t before = messages->n;

	check_email(messages, xml_child(root, "contact"));
	for (size_t i = 0; i < plans->n_calls; i++, node = xml_next(node, "call"))
		check_one(&(struct check){ messages, plans, &plans->calls[i], node });
	return (messages->n == before);
}

enum status
call_check_file(struct scheme_messages *messages, const struct call_plans *plans, const char *path)
{
	const char *slash = strrchr(path, '/'), *name = slash == NULL ? path : slash + 1;
	size_t len = strlen(plans->scheme_id);

	if (strncmp(name, plans->scheme_id, len) == 0 && strcmp(name + len, ".xml") == 0)
		return (OK);
	COMPLAIN(messages, plans->line, COMPLAINT_CALL_FILE, plans->scheme_id);
	return (ERR_INVALID);
}

/* "unge, nye": what the scheme can keep money for. */
static const char *
earmark_ids(struct arena *arena, const struct scheme *scheme)
{
	struct buf out = buf_new(arena);

	for (size_t i = 0; i < scheme->sharing.n_earmarks; i++)
		buf_printf(&out, "%s%s", i == 0 ? "" : ", ", scheme->sharing.earmarks[i].id);
	return (out.len == 0 ? "–" : buf_text(&out));
}

/* Earmarks the scheme has, and no more kept than there is. */
static void
check_kept(struct scheme_messages *messages, const struct call_plan *call, const struct scheme *scheme)
{
	const char *at = call->earmarks;
	struct call_earmark one;
	money kept = MONEY_ZERO;

	while (call_earmark_next(&one, messages->arena, &at))
		if (scheme_earmark(scheme, one.id) == NULL)
			COMPLAIN(messages, call->earmark_line, COMPLAINT_CALL_EARMARK_UNKNOWN, one.id, scheme->id,
			    earmark_ids(messages->arena, scheme));
	for (size_t i = 0; i < scheme->sharing.n_earmarks; i++)
		kept = money_add(kept, earmark_reserved(&scheme->sharing.earmarks[i], call->earmarks, call->frame));
	if (call->frame.ore > 0 && money_cmp(kept, call->frame) > 0)
		COMPLAIN(messages, call->earmark_line, COMPLAINT_CALL_EARMARK_MORE, money_show(messages->arena, kept),
		    money_show(messages->arena, call->frame));
}

enum status
call_check_scheme(struct scheme_messages *messages, const struct call_plans *plans, const struct scheme *scheme)
{
	size_t before = messages->n;

	if (scheme == NULL) {
		COMPLAIN(messages, plans->line, COMPLAINT_CALL_SCHEME_MISSING, plans->scheme_id);
		return (ERR_INVALID);
	}
	if (strcmp(plans->scheme_id, scheme->id) != 0)
		COMPLAIN(messages, plans->line, COMPLAINT_CALL_SCHEME, plans->scheme_id, scheme->id);
	for (size_t i = 0; i < plans->n_calls; i++) {
		if (plans->calls[i].before_start.count > 0 && scheme_field_of_type(scheme, FIELD_PERIOD) == NULL)
			COMPLAIN(messages, plans->calls[i].line, COMPLAINT_CALL_LEAD_PERIOD);
		check_kept(messages, &plans->calls[i], scheme);
	}
	scheme_messages_sort(messages);
	return (messages->n == before ? OK : ERR_INVALID);
}

static bool
has_frame(const struct call_plans *plans, int year, int round)
{
	for (size_t i = 0; plans != NULL && i < plans->n_calls; i++)
		if (plans->calls[i].year == year && plans->calls[i].round == round)
			return (plans->calls[i].shared_with == NULL && plans->calls[i].frame.ore > 0);
	return (false);
}

void
call_check_shared(struct scheme_messages *messages, const struct call_plans *plans, const char *scheme_id,
    const struct call_plans *other)
{
	for (size_t i = 0; i < plans->n_calls; i++) {
		const struct call_plan *call = &plans->calls[i];

		if (call->shared_with != NULL && strcmp(call->shared_with, scheme_id) == 0 &&
		    !has_frame(other, call->year, call->round))
			COMPLAIN(messages, call->frame_line, COMPLAINT_CALL_SHARED_MISSING, scheme_id,
			    arena_printf(messages->arena, "%d", call->year),
			    arena_printf(messages->arena, "%d", call->round));
	}
}
