/* demo_answers.c — composes the answers of one demo application. */
#include "cli/demo_answers.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "core/buf.h"
#include "core/text.h"
#include "domain/answer_rows.h"
#include "domain/own_work.h"
#include "domain/work_plan.h"

struct writer {
	struct arena *arena;
	struct answers *answers;
	const struct demo_case *c;
	const struct xml_node *filling; /* of the scheme; NULL when it has none */
	uint64_t seed;
};

static void
put(struct writer *w, const char *path, const char *value)
{
	answers_set(w->answers, path, value);
}

static void
put_money(struct writer *w, const char *path, money sum)
{
	put(w, path, arena_printf(w->arena, "%" PRId64, sum.ore / 100));
}

/* --- texts ---------------------------------------------------------------------------------------------------------
 */

/* {text}, {title} and {organisation} filled in. */
static const char *
filled(struct writer *w, const char *pattern)
{
	const struct demo_application *a = w->c->application;
	const struct {
		const char *name, *value;
	} words[] = { { "{text}", a->text }, { "{title}", a->title }, { "{organisation}", a->organisation->name } };
	struct buf out = buf_new(w->arena);

	while (*pattern != '\0') {
		bool found = false;

		for (size_t i = 0; i < sizeof(words) / sizeof(words[0]) && !found; i++)
			if (text_starts(pattern, words[i].name)) {
				buf_puts(&out, words[i].value);
				pattern += strlen(words[i].name);
				found = true;
			}
		if (!found)
			buf_putc(&out, *pattern++);
	}
	return (buf_text(&out));
}

/* What filling.xml says to a path; "" when nothing. */
static const char *
filling_for(struct writer *w, const char *path)
{
	const struct xml_node *node;

	if (w->filling == NULL)
		return ("");
	/* Lists of members and of young members go together, so the place in the list is the application's alone. */
	if ((node = demo_pick(w->filling, "answer", "path", path, w->seed)) == NULL)
		return ("");
	if (xml_attribute(node, "value") != NULL)
		return (xml_attribute(node, "value"));
	return (filled(w, demo_text(w->arena, node, w->c->lang)));
}

static const struct demo_person *
sender(const struct writer *w)
{
	return (w->c->application->organisation->people[0]);
}

/* Answers that follow from who applies; NULL when the field is none of them. */
static const char *
given(struct writer *w, const struct scheme_field *field)
{
	if (text_equal(field->role, FIELD_ROLE_TITLE))
		return (w->c->application->title);
	if (text_equal(field->role, FIELD_ROLE_CONTACT_NAME))
		return (sender(w)->name);
	if (text_equal(field->role, FIELD_ROLE_CONTACT_EMAIL))
		return (sender(w)->email);
	if (text_equal(field->role, FIELD_ROLE_CONTACT_PHONE))
		return (sender(w)->phone);
	if (field->type == FIELD_ACCOUNT)
		return (w->c->application->organisation->account);
	if (field->type == FIELD_STATEMENT)
		return ("yes");
	if (field->type == FIELD_MUNICIPALITIES)
		return (w->c->application->municipalities);
	return (NULL);
}

static void
put_plain(struct writer *w, const struct scheme_field *field)
{
	const struct xml_node *own = demo_pick(w->c->application->node, "answer", "path", field->id, 0);
	const char *value = own != NULL ? text_trim(w->arena, xml_content(w->arena, own)) : given(w, field);

	if (field->calculate != NULL)
		return;
	if (value == NULL && *(value = filling_for(w, field->id)) == '\0' &&
	    text_equal(field->role, FIELD_ROLE_SUMMARY))
		value = w->c->application->text;
	put(w, field->id, value);
}

/* --- time ----------------------------------------------------------------------------------------------------------
 */

static struct date
day(const struct writer *w, int offset)
{
	return (date_add_days(w->c->today, offset));
}

/* Whole calendar years, from the January nearest to where the call's period begins. */
static void
years(struct date *start, struct date *end, const struct writer *w)
{
	int first = day(w, w->c->call->covers_from + 183).year;

	*start = (struct date){ first, 1, 1 };
	*end = (struct date){ first + w->c->scheme->years - 1, 12, 31 };
}

static void
put_period(struct writer *w, const struct scheme_field *field)
{
	const struct demo_call *call = w->c->call;
	int from = call->covers ? call->covers_from : w->c->application->sent + 35;
	int length = 20 + (int)demo_chance(w->seed, "length", 120);
	struct date start, end;

	from += 3 + (int)demo_chance(w->seed, "start", 40);
	/* Large projects last as long as their call covers, but for the last weeks. */
	if (call->covers && w->c->application->applied.ore > MONEY_NOK(600000).ore)
		length = call->covers_to - call->covers_from - 60;
	start = day(w, from);
	end = day(w, from + length);
	if (w->c->scheme->years > 1)
		years(&start, &end, w);
	put(w, arena_printf(w->arena, "%s.start", field->id), date_iso(w->arena, start));
	put(w, arena_printf(w->arena, "%s.end", field->id), date_iso(w->arena, end));
}

/* --- money ---------------------------------------------------------------------------------------------------------
 */

/* The hours that come to the sum at a round rate the scheme counts. */
static void
put_work(struct writer *w, const char *row, money own)
{
	static const int64_t rates[] = { 250, 200, 100, 50, 1 };
	int64_t most = w->c->scheme->amount.own_work_rate.ore / 100, rate = 1;

	for (size_t i = 0; i < sizeof(rates) / sizeof(rates[0]) && rate == 1; i++)
		if (rates[i] <= most && own.ore / 100 % rates[i] == 0)
			rate = rates[i];
	put_money(w, arena_printf(w->arena, "%s.rate", row), MONEY_NOK(rate));
	put(w, arena_printf(w->arena, "%s.hours", row), arena_printf(w->arena, "%" PRId64, own.ore / 100 / rate));
}

static void
put_line(struct writer *w, const char *table, size_t row, const char *column, const char *name, money cash, money own)
{
	put(w, arena_printf(w->arena, "%s.%zu.%s", table, row, column), name);
	if (cash.ore > 0)
		put_money(w, arena_printf(w->arena, "%s.%zu.cash", table, row), cash);
	if (own.ore <= 0)
		return;
	if (own_work_asked(w->c->scheme, scheme_field(w->c->scheme, table)))
		put_work(w, arena_printf(w->arena, "%s.%zu", table, row), own);
	else
		put_money(w, arena_printf(w->arena, "%s.%zu.own", table, row), own);
}

static money
kroner(const struct xml_node *node, const char *name)
{
	const char *typed = xml_attribute(node, name);
	money sum;

	return (typed != NULL && money_parse(&sum, typed) == OK ? sum : MONEY_ZERO);
}

/* Lines that calls.xml gives; false when it gives none. */
static bool
put_own_lines(struct writer *w, const char *table, const char *element, const char *column)
{
	size_t row = 0;

	for (const struct xml_node *n = xml_child(w->c->application->node, element); n != NULL;
	     n = xml_next(n, element))
		put_line(w, table, row++, column, xml_attribute(n, column), kroner(n, "cash"), kroner(n, "own"));
	return (row > 0);
}

static bool
is_own(const struct xml_node *cost)
{
	return (text_equal(xml_attribute(cost, "own"), "yes"));
}

/* A cost's share of the whole, down to 500 kr. Own work never takes more than what the grant leaves. */
static money
cost_of(const struct writer *w, const struct xml_node *cost)
{
	const struct demo_application *a = w->c->application;
	money share = kroner(cost, "share"), sum = money_share(a->costs, share.ore / 100, 100);

	if (is_own(cost))
		sum = money_min(sum, money_sub(a->costs, a->applied));
	return ((money){ sum.ore - sum.ore % MONEY_NOK(500).ore });
}

static money
own_work(const struct writer *w)
{
	money sum = MONEY_ZERO;

	for (const struct xml_node *n = w->filling == NULL ? NULL : xml_child(w->filling, "cost"); n != NULL;
	     n = xml_next(n, "cost"))
		if (is_own(n))
			sum = money_add(sum, cost_of(w, n));
	return (sum);
}

static void
put_costs(struct writer *w, const struct scheme_field *field)
{
	money left = w->c->application->costs;
	size_t row = 0;

	if (put_own_lines(w, field->id, "cost", "item") || w->filling == NULL)
		return;
	for (const struct xml_node *n = xml_child(w->filling, "cost"); n != NULL; n = xml_next(n, "cost")) {
		money sum = xml_next(n, "cost") == NULL ? left : cost_of(w, n);

		left = money_sub(left, sum);
		put_line(w, field->id, row++, "item", demo_text(w->arena, n, w->c->lang), is_own(n) ? MONEY_ZERO : sum,
		    is_own(n) ? sum : MONEY_ZERO);
	}
}

static const char *
name_of(struct writer *w, const char *element)
{
	return (demo_text(w->arena, demo_pick(w->c->data->filling, element, NULL, NULL, w->seed), w->c->lang));
}

/* Own work as in the costs, and what is left shared between the applicant and one other. */
static void
put_financing(struct writer *w, const struct scheme_field *field)
{
	const struct demo_application *a = w->c->application;
	money work = own_work(w), rest = money_sub(money_sub(a->costs, a->applied), work), others;
	size_t row = 0;

	if (put_own_lines(w, field->id, "financing", "source"))
		return;
	others = money_share(rest, 30 + (int64_t)demo_chance(w->seed, "others", 50), 100);
	others.ore -= others.ore % MONEY_NOK(1000).ore;
	if (rest.ore > others.ore)
		put_line(w, field->id, row++, "source", name_of(w, "own-money"), money_sub(rest, others), MONEY_ZERO);
	if (work.ore > 0)
		put_line(w, field->id, row++, "source", name_of(w, "own-work"), MONEY_ZERO, work);
	if (others.ore > 0)
		put_line(w, field->id, row, "source", name_of(w, "others"), others, MONEY_ZERO);
}

/* --- goals ---------------------------------------------------------------------------------------------------------
 */

static void
put_goals(struct writer *w, const struct scheme_field *field)
{
	for (size_t i = 0; w->filling != NULL && i < w->c->scheme->n_goals; i++) {
		const struct scheme_goal *goal = &w->c->scheme->goals[i];
		const struct xml_node *n = demo_pick(w->filling, "goal", "id", goal->id, 0);
		int64_t from, to;

		/* Optional goals are left to the next person now and then. */
		if (n == NULL || (goal->tag != NULL && !w->c->application->integration) ||
		    (goal->optional && demo_chance(w->seed, goal->id, 4) == 0))
			continue;
		from = kroner(n, "from").ore / 100;
		to = kroner(n, "to").ore / 100;
		put(w, arena_printf(w->arena, "%s.%s.number", field->id, goal->id),
		    arena_printf(w->arena, "%" PRId64,
			from + (int64_t)demo_chance(w->seed + 1, goal->id, (uint64_t)(to - from) + 1)));
		put(w, arena_printf(w->arena, "%s.%s.how", field->id, goal->id), demo_text(w->arena, n, w->c->lang));
	}
}

/* --- rows ----------------------------------------------------------------------------------------------------------
 */

/* "@2": the third column of the plan, whatever year it is. */
static const char *
plan_time(struct writer *w, const struct scheme_field *field, const char *value)
{
	struct application_facts facts = { .today = w->c->today };
	struct plan_times times;
	size_t column;

	if (*value != '@')
		return (value);
	plan_times(&times, w->c->scheme, w->answers, &facts, field->months);
	column = strtoul(value + 1, NULL, 10);
	return (plan_column_value(w->arena, &times, column < times.n ? column : times.n - 1));
}

static void
put_in_row(struct writer *w, struct buf *ids, const char *path, const char *value)
{
	struct answer_place place;
	const char *row;

	if (!answer_place(&place, w->c->scheme, path) || place.row_len == 0)
		return;
	put(w, path, place.field->type == FIELD_PLAN_TIME ? plan_time(w, place.field, value) : value);
	row = arena_strndup(w->arena, path, place.row_len);
	if (!text_lists(buf_text(ids), row))
		buf_printf(ids, " %s", row);
}

/* The application's own rows, else those its scheme is filled in with; what is told of them is in one place. */
static void
put_rows(struct writer *w, struct buf *ids, const struct scheme_field *field)
{
	const char *prefix = arena_printf(w->arena, "%s.", field->id), *path;
	bool own = false;

	for (const struct xml_node *n = xml_child(w->c->application->node, "answer"); n != NULL;
	     n = xml_next(n, "answer"))
		if ((path = xml_attribute(n, "path")) != NULL && text_starts(path, prefix)) {
			put_in_row(w, ids, path, text_trim(w->arena, xml_content(w->arena, n)));
			own = true;
		}
	for (const struct xml_node *n = own || w->filling == NULL ? NULL : xml_child(w->filling, "answer"); n != NULL;
	     n = xml_next(n, "answer"))
		if ((path = xml_attribute(n, "path")) != NULL && text_starts(path, prefix))
			put_in_row(w, ids, path, filling_for(w, path));
}

/* Parts of persons and addresses that follow from who applies; the others are filled in as plain answers are. */
static void
put_parts(struct writer *w, const struct scheme_field *field)
{
	const struct demo_person *person = sender(w);
	const struct {
		const char *part, *value;
	} known[] = { { "name", person->name }, { "email", person->email }, { "phone", person->phone },
		{ "basis", "register" } };
	bool signs = field->type == FIELD_PERSON;

	for (const char *const *part = field_parts(field); part != NULL && *part != NULL; part++) {
		const char *path = arena_printf(w->arena, "%s.%s", field->id, *part), *value = filling_for(w, path);

		for (size_t i = 0; signs && *value == '\0' && i < sizeof(known) / sizeof(known[0]); i++)
			if (strcmp(known[i].part, *part) == 0)
				value = known[i].value;
		put(w, path, value);
	}
}

/* --- the form ------------------------------------------------------------------------------------------------------
 */

static void
put_field(struct writer *w, struct buf *ids, const struct scheme_field *field)
{
	switch (field->type) {
	case FIELD_GROUP:
	case FIELD_PARTNERS:
	case FIELD_PACKAGES:
		put_rows(w, ids, field);
		break;
	case FIELD_PERSON:
	case FIELD_ADDRESS:
		put_parts(w, field);
		break;
	case FIELD_PERIOD:
		put_period(w, field);
		break;
	case FIELD_APPLIED:
		put_money(w, field->id, w->c->application->applied);
		break;
	case FIELD_COSTS:
		put_costs(w, field);
		break;
	case FIELD_FINANCING:
		put_financing(w, field);
		break;
	case FIELD_GOALS:
		put_goals(w, field);
		break;
	case FIELD_ATTACHMENT:
	case FIELD_THIRD_PARTY:
		break;
	default:
		put_plain(w, field);
	}
}

void
demo_answers(struct answers **out, const char **fields, struct arena *arena, const struct demo_case *c)
{
	struct writer w = { .arena = arena,
		.answers = answers_new(arena),
		.c = c,
		.filling = demo_pick(c->data->filling, "scheme", "id", c->call->scheme, 0),
		.seed = (uint64_t)c->application->number };
	struct buf ids = buf_new(arena);

	for (size_t i = 0; i < c->scheme->n_sections; i++)
		for (size_t j = 0; j < c->scheme->sections[i].n_fields; j++) {
			const struct scheme_field *field = &c->scheme->sections[i].fields[j];

			buf_printf(&ids, "%s%s", ids.len > 0 ? " " : "", field->id);
			put_field(&w, &ids, field);
		}
	*out = w.answers;
	*fields = buf_text(&ids);
}

/* --- attachments ----------------------------------------------------------------------------------------------------
 */

/* Latin-1 with PDF's own escapes, which is all a standard font can print. */
static void
pdf_text(struct buf *out, const char *text)
{
	const char *end = text + strlen(text);

	while (text < end) {
		uint32_t c = text_next(&text, end);

		if (c == '(' || c == ')' || c == '\\')
			buf_printf(out, "\\%c", (int)c);
		else if (c < 128)
			buf_putc(out, (char)c);
		else
			buf_printf(out, "\\%03o", c < 256 ? (unsigned)c : '?');
	}
}

const char *
demo_pdf(size_t *len, struct arena *arena, const char *heading, const char *line)
{
	struct buf text = buf_new(arena), out = buf_new(arena);
	size_t at[5];

	BUF_LIT(&text, "BT /F 20 Tf 72 760 Td (");
	pdf_text(&text, heading);
	BUF_LIT(&text, ") Tj /F 12 Tf 0 -30 Td (");
	pdf_text(&text, line);
	BUF_LIT(&text, ") Tj ET");
	BUF_LIT(&out, "%PDF-1.4\n");
	at[0] = out.len;
	BUF_LIT(&out, "1 0 obj\n<</Type/Catalog/Pages 2 0 R>>\nendobj\n");
	at[1] = out.len;
	BUF_LIT(&out, "2 0 obj\n<</Type/Pages/Kids[3 0 R]/Count 1>>\nendobj\n");
	at[2] = out.len;
	BUF_LIT(&out, "3 0 obj\n<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R"
		      "/Resources<</Font<</F 5 0 R>>>>>>\nendobj\n");
	at[3] = out.len;
	buf_printf(&out, "4 0 obj\n<</Length %zu>>\nstream\n%s\nendstream\nendobj\n", text.len, buf_text(&text));
	at[4] = out.len;
	BUF_LIT(&out, "5 0 obj\n<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>\nendobj\n");
	*len = out.len;
	BUF_LIT(&out, "xref\n0 6\n0000000000 65535 f \n");
	for (size_t i = 0; i < 5; i++)
		buf_printf(&out, "%010zu 00000 n \n", at[i]);
	buf_printf(&out, "trailer\n<</Size 6/Root 1 0 R>>\nstartxref\n%zu\n%%%%EOF\n", *len);
	*len = out.len;
	return (out.data);
}
