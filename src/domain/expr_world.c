/* expr_world.c — what rules ask beyond the application: registers and the applicant's other applications. */
#include "domain/expr_answers.h"

enum standing
register_standing(const struct application_facts *facts, enum register_kind kind)
{
	if (kind == REGISTER_VOLUNTARY)
		return (facts->in_voluntary_register ? STANDS_IN : STANDS_OUT);
	if ((facts->registers_known & (1u << kind)) == 0)
		return (STANDS_UNKNOWN);
	return ((facts->registers_in & (1u << kind)) != 0 ? STANDS_IN : STANDS_OUT);
}

static struct expr_value
ask_register(const struct application_facts *facts, const char *code)
{
	enum register_kind kind;
	enum standing standing = register_parse(&kind, code) ? register_standing(facts, kind) : STANDS_UNKNOWN;

	return (standing == STANDS_UNKNOWN ? expr_absent() : expr_boolean(standing == STANDS_IN));
}

struct expr_value
rule_view_ask(void *user, enum expr_question question, const char *of, int year)
{
	const struct application_facts *facts = ((const struct rule_view *)user)->facts;
	const struct history *history = facts->history;

	if (question == EXPR_REGISTERED)
		return (ask_register(facts, of));
	if (history == NULL)
		return (expr_absent());
	switch (question) {
	case EXPR_GRANTED:
		return (expr_money(history_granted(history, of, year)));
	case EXPR_GRANTED_YEARS:
		return (expr_integer(history_granted_years(history, of)));
	case EXPR_APPLICATIONS:
		return (expr_integer(history_applications(history, of, year)));
	case EXPR_APPLIED_YEARS:
		return (expr_integer(history_applied_years(history, of)));
	case EXPR_APPLICATIONS_HERE:
		return (expr_integer(history_applications_here(history)));
	default:
		return (expr_money(history_de_minimis(history)));
	}
}
