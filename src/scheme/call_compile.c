/* call_compile.c — the road from a call document's bytes to its compiled form. */
#include "scheme/call_compile.h"

#include <stdlib.h>
#include <string.h>

#include "scheme/call_check.h"
#include "scheme/call_earmark.h"
#include "scheme/document_read.h"
#include "scheme/scheme_read.h"
#include "scheme/vocabulary.h"

/* ------------------------------------------------------------------------------------------ values */

static struct date
read_day(const struct xml_node *node, const char *name)
{
	const char *value = node == NULL ? NULL : xml_attribute(node, name);
	struct date day = { 0 };

	/* The vocabulary has checked it. */
	return (value == NULL || date_parse(&day, value) != OK ? (struct date){ 0 } : day);
}

/* "2026-02-01 12:00", a wall clock in Oslo; false when no time is given. */
static bool
read_clock(struct date *day, int *hour, int *minute, const char *value)
{
	char text[11];

	memcpy(text, value, 10);
	text[10] = '\0';
	if (date_parse(day, text) != OK)
		*day = (struct date){ 0 };
	if (value[10] == '\0')
		return (false);
	*hour = (int)strtol(value + 11, NULL, 10);
	*minute = (int)strtol(value + 14, NULL, 10);
	return (true);
}

static instant
read_opening(const struct xml_node *node, const char *name)
{
	int hour = 9, minute = 0;
	struct date day;

	(void)read_clock(&day, &hour, &minute, xml_attribute(node, name));
	return (instant_at(day, hour, minute, 0));
}

/* 23:59 means that the whole day counts, its last minute too. */
static instant
read_closing(const struct xml_node *node, const char *name)
{
	int hour = 23, minute = 59;
	struct date day;

	if (xml_attribute(node, name) == NULL)
		return (0);
	(void)read_clock(&day, &hour, &minute, xml_attribute(node, name));
	if (hour == 23 && minute == 59)
		return (instant_at(date_add_days(day, 1), 0, 0, 0));
	return (instant_at(day, hour, minute, 0));
}

static struct month_day
read_month_day(const struct xml_node *node, const char *name)
{
	const char *value = node == NULL ? NULL : xml_attribute(node, name);

	return (value == NULL ? (struct month_day){ 0 } : month_day_read(value));
}

static struct call_contact
read_contact(struct scheme_reader *r, const struct xml_node *node)
{
	if (node == NULL)
		return ((struct call_contact){ 0 });
	return ((struct call_contact){
	    read_word(r, node, "name"), read_word(r, node, "phone"), read_word(r, node, "email") });
}

/* ------------------------------------------------------------------------------------------ parts of a call */

static void
read_extension(struct scheme_reader *r, struct call_extension *out, const struct xml_node *node)
{
	out->from = read_closing(node, "from");
	out->decided_on = read_day(node, "on");
	out->why = read_texts(r, node);
}

static void
read_upstream(struct scheme_reader *r, struct call_upstream *out, const struct xml_node *node)
{
	(void)call_body_parse(&out->body, xml_attribute(node, "body"));
	out->closes_on = read_day(node, "closes");
	out->text = read_texts(r, node);
}

static void
read_usual(struct scheme_reader *r, struct call_usual *out, const struct xml_node *node)
{
	(void)r;
	out->opens = read_month_day(node, "opens");
	out->closes = read_month_day(node, "closes");
}

static void
read_status(struct scheme_reader *r, struct call_plan *call, const struct xml_node *node)
{
	const struct xml_node *found;

	for (enum call_status status = CALL_ON_HOLD; status < CALL_STATUS__MAX; status++) {
		if ((found = xml_child(node, call_status_code(status))) == NULL)
			continue;
		call->status = status;
		call->status_on = read_day(found, "on");
		call->status_why = read_texts(r, found);
	}
}

static void
read_lead(struct call_plan *call, const struct xml_node *node)
{
	if (node == NULL)
		return;
	call->before_start.count = (int)read_integer(node, "count", 0);
	(void)call_unit_parse(&call->before_start.unit, xml_attribute(node, "unit"));
}

static void
read_earmark(struct scheme_reader *r, struct call_earmark *out, const struct xml_node *node)
{
	*out = (struct call_earmark){ read_word(r, node, "id"), read_share(node, "share", -1),
		read_nok(node, "nok", MONEY_ZERO) };
}

static void
read_money(struct scheme_reader *r, struct call_plan *call, const struct xml_node *node)
{
	if (node == NULL)
		return;
	call->frame_line = node->line;
	call->frame = read_nok(node, "nok", (money){ 0 });
	call->shared_with = read_word(r, node, "shared-with");
	call->conditional = read_yes(node, "conditional", false);
	call->condition = read_texts(r, node);
}

static void
read_earmarks(struct scheme_reader *r, struct call_plan *call, const struct xml_node *node)
{
	struct call_earmark *earmarks = NULL;
	size_t n = 0;

	READ_LIST(r, node, "earmark", earmarks, n, read_earmark);
	call->earmarks = call_earmarks_write(r->arena, earmarks, n);
	call->earmark_line = n == 0 ? node->line : xml_child(node, "earmark")->line;
}

static void
read_when(struct call_plan *call, const struct xml_node *node)
{
	const struct xml_node *covers = xml_child(node, "covers"), *answer = xml_child(node, "answer");

	call->opens_at = read_opening(node, "opens");
	call->closes_at = read_closing(node, "closes");
	call->main_closes_at = read_closing(node, "main-closes");
	call->covers_from = read_day(covers, "from");
	call->covers_to = read_day(covers, "to");
	call->answer_by = read_day(answer, "by");
	call->answer_weeks = (int)read_integer(answer, "weeks", 0);
	call->usual = read_month_day(xml_child(node, "changed"), "usual");
	read_lead(call, xml_child(node, "before-start"));
}

static void
read_call(struct scheme_reader *r, struct call_plan *call, const struct xml_node *node)
{
	call->line = node->line;
	call->year = (int)read_integer(node, "year", 0);
	call->round = (int)read_integer(node, "round", 1);
	(void)call_kind_parse(&call->kind, xml_attribute(node, "kind"));
	call->extra = read_yes(node, "extra", false);
	read_when(call, node);
	call->title = read_child_texts(r, node, "title");
	call->message = read_child_texts(r, node, "message");
	call->changed = read_child_texts(r, node, "changed");
	call->contact = read_contact(r, xml_child(node, "contact"));
	read_money(r, call, xml_child(node, "frame"));
	read_earmarks(r, call, node);
	read_status(r, call, node);
	READ_LIST(r, node, "extended", call->extended, call->n_extended, read_extension);
	READ_LIST(r, node, "upstream", call->upstream, call->n_upstream, read_upstream);
}

static struct call_plans *
read_plans(struct scheme_reader *r)
{
	const struct xml_node *cycle = xml_child(r->root, "cycle");
	struct call_plans *plans = arena_alloc(r->arena, sizeof(*plans));
	struct call_contact contact = read_contact(r, xml_child(r->root, "contact"));

	plans->scheme_id = read_word(r, r->root, "scheme");
	plans->line = xml_attribute_line(r->root, "scheme");
	plans->cycle_years = cycle == NULL ? 0 : (int)read_integer(cycle, "years", 0);
	READ_LIST(r, r->root, "usual", plans->usual, plans->n_usual, read_usual);
	READ_LIST(r, r->root, "call", plans->calls, plans->n_calls, read_call);
	for (size_t i = 0; i < plans->n_calls; i++)
		if (plans->calls[i].contact.name == NULL)
			plans->calls[i].contact = contact;
	return (plans);
}

/* ------------------------------------------------------------------------------------------ the whole */

static enum status
compile(const struct call_plans **out, struct scheme_reader *r)
{
	const struct call_plans *plans = read_plans(r);

	if (!call_check(r->messages, plans, r->root))
		return (ERR_INVALID);
	*out = plans;
	return (OK);
}

enum status
call_compile(const struct call_plans **out, struct scheme_messages *messages, struct arena *arena, const char *name,
    const char *xml, size_t len)
{
	struct document_scratch *scratch = document_scratch_new(arena);
	struct scheme_shared document = { name, xml, len };
	struct scheme_reader r = { .arena = arena, .scratch = scratch->arena, .messages = messages };
	struct xml_doc *doc;
	enum status st;

	messages->name = arena_strdup(messages->arena, name);
	if ((st = document_read(&doc, messages, scratch->arena, CALL_NS, &document, 0)) == OK) {
		r.root = doc->root;
		st = vocabulary_check(messages, &call_vocabulary, doc) ? compile(out, &r) : ERR_INVALID;
	}
	scheme_messages_sort(messages);
	document_scratch_free(scratch);
	return (st);
}
