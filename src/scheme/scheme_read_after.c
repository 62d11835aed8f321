/* scheme_read_after.c — who decides, payment, report and archive, from document to compiled form. */
#include <stdlib.h>
#include <string.h>

#include "scheme/scheme_read.h"

static const char *
read_body(struct scheme_reader *r, const struct xml_node *node, const char *name)
{
	const char *body = read_word(r, node, name);

	scheme_mention(r, MENTION_BODY, body, node == NULL ? 0 : node->line);
	return (body);
}

static void
read_level(struct scheme_reader *r, struct scheme_decision_level *level, const struct xml_node *node)
{
	level->up_to = read_nok(node, "up-to", NO_SUM);
	level->body = read_body(r, node, "body");
	level->recommended_by = read_body(r, node, "recommended-by");
	level->informs = read_body(r, node, "informs");
	level->appeal = read_body(r, node, "appeal");
}

static void
read_advice(struct scheme_reader *r, struct scheme_advice *advice, const struct xml_node *node)
{
	advice->body = read_body(r, node, "from");
	advice->text = read_texts(r, node);
}

static void
read_workflow(struct scheme_reader *r)
{
	const struct xml_node *workflow = xml_child(r->root, "workflow");
	const struct xml_node *opinion = xml_child(workflow, "municipality-opinion");
	struct scheme *s = r->scheme;

	READ_LIST(r, workflow, "decision", s->levels, s->n_levels, read_level);
	READ_LIST(r, workflow, "advice", s->after.advice, s->after.n_advice, read_advice);
	s->appeal_body = read_body(r, xml_child(workflow, "appeal"), "body");
	if (opinion == NULL)
		return;
	s->after.opinion.asked = true;
	s->after.opinion.ranks = read_yes(opinion, "ranks", false);
	s->after.opinion.text = read_texts(r, opinion);
}

static void
read_part(
    struct scheme_reader *r __attribute__((unused)), struct scheme_payment_part *part, const struct xml_node *node)
{
	part->share = read_share(node, "share", 0);
	part->when = (enum payment_when)read_code(node, "when", payment_when_codes, PAY__MAX, PAY_ACCEPTED);
	part->above = read_nok(node, "above", NO_SUM);
	part->up_to = read_nok(node, "up-to", NO_SUM);
}

static void
read_approval(struct scheme_reader *r, struct scheme_approval *approval, const struct xml_node *node)
{
	approval->id = read_word(r, node, "id");
	approval->text = read_texts(r, node);
}

static void
read_term(struct scheme_reader *r, struct scheme_term *term, const struct xml_node *node)
{
	term->text = read_texts(r, node);
}

static void
read_law(struct scheme_reader *r, struct scheme_law *law, const struct xml_node *node)
{
	law->text = read_texts(r, node);
}

/* ------------------------------------------------------------------------------------------ report */

static struct scheme_due
read_due(const struct xml_node *node)
{
	struct scheme_due due = { .months_after_end = (int)read_integer(node, "months-after-end", -1),
		.years_after = (int)read_integer(node, "years-after", 0) };
	const char *day = xml_attribute(node, "due-day");

	if (day != NULL) {
		due.month = (int)strtol(day, NULL, 10);
		due.day = (int)strtol(day + 3, NULL, 10);
	}
	return (due);
}

static void
read_certification(struct scheme_reader *r __attribute__((unused)), struct scheme_certification *certification,
    const struct xml_node *node)
{
	certification->up_to = read_nok(node, "up-to", NO_SUM);
	certification->by = (enum certifier)read_code(node, "by", certifier_codes, CERTIFY__MAX, CERTIFY_NOBODY);
}

static void
read_further(struct scheme_reader *r, struct scheme_further_report *further, const struct xml_node *node)
{
	further->id = read_word(r, node, "id");
	further->text = read_texts(r, node);
	further->due = read_due(node);
}

static void
read_report(struct scheme_reader *r)
{
	const struct xml_node *report = xml_child(r->root, "report");
	struct scheme_after *after = &r->scheme->after;

	after->report.months_after_end = -1;
	if (report == NULL)
		return;
	r->scheme->report_due = read_texts(r, report);
	after->report = read_due(report);
	READ_LIST(r, report, "certification", after->certifications, after->n_certifications, read_certification);
	after->proof = read_child_texts(r, report, "proof");
	READ_LIST(r, report, "further-report", after->further, after->n_further, read_further);
}

/* ------------------------------------------------------------------------------------------ duties and archive */

static struct scheme_duty
read_duty(struct scheme_reader *r, const char *name, const char *attribute, const char *const *codes, size_t n)
{
	const struct xml_node *node = xml_child(r->root, name);
	struct scheme_duty duty = { .there = node != NULL, .text = read_texts(r, node) };

	if (node != NULL && attribute != NULL)
		duty.bits = read_bits(node, attribute, codes, n);
	return (duty);
}

static void
read_duties(struct scheme_reader *r)
{
	const struct xml_node *lapse = xml_child(r->root, "lapse");
	struct scheme_after *after = &r->scheme->after;

	if (lapse != NULL)
		after->lapse = (struct scheme_lapse){ .months = (int)read_integer(lapse, "months", 0),
			.unless =
			    (enum lapse_unless)read_code(lapse, "unless", lapse_unless_codes, LAPSE__MAX, LAPSE_DONE),
			.text = read_texts(r, lapse) };
	after->repayment = read_duty(r, "repayment", "when", repayment_when_codes, REPAY__MAX);
	after->changes = read_duty(r, "changes", NULL, NULL, 0);
	after->publicity = read_duty(r, "publicity", "how", publicity_how_codes, PUBLICITY__MAX);
}

static void
read_other(struct scheme_reader *r, struct scheme_other *other, const struct xml_node *node)
{
	other->id = read_word(r, node, "scheme");
	other->text = read_texts(r, node);
}

static void
read_life(struct scheme_reader *r)
{
	const struct xml_node *archive = xml_child(r->root, "archive"), *merged = xml_child(r->root, "merged-into");
	struct scheme_after *after = &r->scheme->after;

	READ_LIST(r, r->root, "predecessor", after->predecessors, after->n_predecessors, read_other);
	if (merged != NULL) {
		read_other(r, &after->merged_into, merged);
		scheme_mention(r, MENTION_SCHEME, after->merged_into.id, merged->line);
	}
	if (archive == NULL)
		return;
	after->archive = (struct scheme_archive){ .series = read_word(r, archive, "series"),
		.system = read_word(r, archive, "system"),
		.code = read_word(r, archive, "code"),
		.keep_years = (int)read_integer(archive, "years", 0) };
}

void
scheme_read_after(struct scheme_reader *r)
{
	struct scheme *s = r->scheme;

	read_workflow(r);
	READ_LIST(r, xml_child(r->root, "payment"), "part", s->payment, s->n_payment, read_part);
	READ_LIST(
	    r, xml_child(r->root, "payment"), "approval", s->after.approvals, s->after.n_approvals, read_approval);
	READ_LIST(r, xml_child(r->root, "terms"), "term", s->terms, s->n_terms, read_term);
	READ_LIST(r, xml_child(r->root, "laws"), "law", s->laws, s->n_laws, read_law);
	read_report(r);
	read_duties(r);
	read_life(r);
}
