/* scheme_check_after.c — who decides, payment, report and archive, held against each other. */
#include <string.h>

#include "scheme/scheme_check.h"

static void
check_levels(struct scheme_reader *r)
{
	const struct xml_node *workflow = xml_child(r->root, "workflow");
	const struct scheme *s = r->scheme;

	for (size_t i = 0; i < s->n_levels; i++) {
		int line = child_at(workflow, "decision", i)->line;
		bool last = i + 1 == s->n_levels, open = s->levels[i].up_to.ore < 0;

		if (last && !open)
			COMPLAIN(r->messages, line, COMPLAINT_LEVEL_CLOSED);
		if (!last && open)
			COMPLAIN(r->messages, line, COMPLAINT_LEVEL_OPEN);
		if (i > 0 && !open && money_cmp(s->levels[i - 1].up_to, s->levels[i].up_to) >= 0)
			COMPLAIN(r->messages, line, COMPLAINT_LEVEL_ORDER);
		if (s->levels[i].recommended_by != NULL && s->levels[i].body == NULL)
			COMPLAIN(r->messages, line, COMPLAINT_LEVEL_RECOMMENDED);
	}
	check_unique(r, workflow, "advice", "from");
}

/* ------------------------------------------------------------------------------------------ payment */

const char *
percent_text(struct arena *arena, int64_t share)
{
	if (share % 100 == 0)
		return (arena_printf(arena, "%d", (int)(share / 100)));
	return (arena_printf(arena, "%d.%02d", (int)(share / 100), (int)(share % 100)));
}

static int64_t
shares_of(const struct scheme *scheme, money grant)
{
	int64_t sum = 0;

	for (size_t i = 0; i < scheme->n_payment; i++)
		if (payment_part_holds(&scheme->payment[i], grant))
			sum += scheme->payment[i].share;
	return (sum);
}

/* What one grant is paid must add up; so must every other that is on the same side of all the limits. */
static void
check_payment_of(struct scheme_reader *r, money grant, bool limits)
{
	int64_t sum = shares_of(r->scheme, grant);
	const struct xml_node *payment = xml_child(r->root, "payment");

	if (sum == 10000)
		return;
	if (limits)
		COMPLAIN(r->messages, payment->line, COMPLAINT_PAYMENT_OF, percent_text(r->scratch, sum),
		    arena_printf(r->scratch, "%lld", (long long)(grant.ore / 100)));
	else
		COMPLAIN(r->messages, payment->line, COMPLAINT_PAYMENT, percent_text(r->scratch, sum));
}

static bool
payment_has_limits(const struct scheme *scheme)
{
	for (size_t i = 0; i < scheme->n_payment; i++)
		if (scheme->payment[i].above.ore >= 0 || scheme->payment[i].up_to.ore >= 0)
			return (true);
	return (false);
}

static void
check_payment(struct scheme_reader *r)
{
	const struct xml_node *payment = xml_child(r->root, "payment");
	const struct scheme *s = r->scheme;
	bool limits = payment_has_limits(s);
	size_t before = r->messages->n;

	check_unique(r, payment, "approval", "id");
	for (size_t i = 0; i < s->n_payment; i++) {
		const struct scheme_payment_part *part = &s->payment[i];
		int line = child_at(payment, "part", i)->line;

		if (part->share == 0)
			COMPLAIN(r->messages, line, COMPLAINT_PAYMENT_NOTHING);
		if (part->above.ore >= 0 && part->up_to.ore >= 0 && money_cmp(part->above, part->up_to) >= 0)
			COMPLAIN(r->messages, line, COMPLAINT_PAYMENT_LIMITS);
	}
	check_payment_of(r, MONEY_NOK(1), limits);
	for (size_t i = 0; i < s->n_payment && r->messages->n == before; i++) {
		money limit = s->payment[i].above.ore >= 0 ? s->payment[i].above : s->payment[i].up_to;

		if (limit.ore >= 0) {
			check_payment_of(r, limit, true);
			check_payment_of(r, money_add(limit, MONEY_NOK(1)), true);
		}
	}
}

/* ------------------------------------------------------------------------------------------ report */

static void
check_due(struct scheme_reader *r, const struct scheme_due *due, const struct xml_node *node)
{
	if (due->months_after_end >= 0 && due->day != 0)
		COMPLAIN(r->messages, node->line, COMPLAINT_DUE_BOTH, node->name);
	if (due->day == 0 && xml_attribute(node, "years-after") != NULL)
		COMPLAIN(r->messages, node->line, COMPLAINT_DUE_YEARS, node->name);
	if (due->months_after_end >= 0 && scheme_field_of_type(r->scheme, FIELD_PERIOD) == NULL)
		COMPLAIN(r->messages, node->line, COMPLAINT_REPORT_PERIOD);
}

static void
check_certification(struct scheme_reader *r, const struct xml_node *report)
{
	const struct scheme_after *after = &r->scheme->after;

	for (size_t i = 0; i < after->n_certifications; i++) {
		int line = child_at(report, "certification", i)->line;
		bool last = i + 1 == after->n_certifications, open = after->certifications[i].up_to.ore < 0;

		if (last != open)
			COMPLAIN(r->messages, line, COMPLAINT_CERTIFICATION_OPEN);
		else if (i > 0 && !open &&
			 money_cmp(after->certifications[i - 1].up_to, after->certifications[i].up_to) >= 0)
			COMPLAIN(r->messages, line, COMPLAINT_CERTIFICATION_ORDER);
	}
}

static void
check_report(struct scheme_reader *r)
{
	const struct xml_node *report = xml_child(r->root, "report");

	if (report == NULL)
		return;
	check_due(r, &r->scheme->after.report, report);
	for (size_t i = 0; i < r->scheme->after.n_further; i++)
		check_due(r, &r->scheme->after.further[i].due, child_at(report, "further-report", i));
	check_unique(r, report, "further-report", "id");
	check_certification(r, report);
}

/* ------------------------------------------------------------------------------------------ the scheme's life */

static void
check_life(struct scheme_reader *r)
{
	const struct xml_node *merged = xml_child(r->root, "merged-into"), *archive = xml_child(r->root, "archive");
	bool is_merged = strcmp(r->scheme->status, "merged") == 0;

	if (is_merged != (merged != NULL))
		COMPLAIN(r->messages, merged == NULL ? r->root->line : merged->line, COMPLAINT_MERGED);
	if (merged != NULL && strcmp(r->scheme->after.merged_into.id, r->scheme->id) == 0)
		COMPLAIN(r->messages, merged->line, COMPLAINT_OTHER_SELF);
	for (size_t i = 0; i < r->scheme->after.n_predecessors; i++)
		if (strcmp(r->scheme->after.predecessors[i].id, r->scheme->id) == 0)
			COMPLAIN(r->messages, child_at(r->root, "predecessor", i)->line, COMPLAINT_OTHER_SELF);
	if (archive == NULL)
		return;
	if ((xml_attribute(archive, "years") != NULL) !=
	    (xml_attribute(archive, "keep") != NULL && strcmp(xml_attribute(archive, "keep"), "years") == 0))
		COMPLAIN(r->messages, archive->line, COMPLAINT_ARCHIVE_YEARS);
}

void
scheme_check_after(struct scheme_reader *r)
{
	check_unique(r, xml_child(r->root, "terms"), "term", "id");
	check_unique(r, xml_child(r->root, "laws"), "law", "id");
	check_levels(r);
	check_payment(r);
	check_report(r);
	check_life(r);
}
