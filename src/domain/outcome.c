/* outcome.c — outcomes, their codes and their words. */
#include "domain/outcome.h"

#include <string.h>

#include "core/catalogue.h"

static const struct {
	const char *code, *proposal, *text;
} outcomes[OUTCOME__MAX] = {
	[OUTCOME_NONE] = { "", "", NULL },
	[OUTCOME_GRANTED] = { "granted", "grant", T("Innvilget") },
	[OUTCOME_PARTLY_GRANTED] = { "partly_granted", "partial", T("Delvis innvilget") },
	[OUTCOME_REJECTED] = { "rejected", "reject", T("Avslag") },
	[OUTCOME_DISMISSED] = { "dismissed", "dismiss", T("Avvist (ikke vurdert)") },
};

const char *
outcome_code(enum outcome outcome)
{
	return (outcomes[outcome].code);
}

const char *
outcome_proposal_code(enum outcome outcome)
{
	return (outcomes[outcome].proposal);
}

bool
outcome_parse(enum outcome *out, const char *code)
{
	for (int i = 0; i < OUTCOME__MAX; i++)
		if (code == NULL || strcmp(outcomes[i].code, code) == 0 || strcmp(outcomes[i].proposal, code) == 0) {
			*out = (enum outcome)i;
			return (true);
		}
	return (false);
}

const char *
outcome_text(enum outcome outcome, enum lang lang)
{
	return (tr(lang, outcomes[outcome].text));
}

enum outcome
outcome_of_sum(money applied, money awarded, bool dismissal)
{
	if (awarded.ore <= 0)
		return (dismissal ? OUTCOME_DISMISSED : OUTCOME_REJECTED);
	return (money_cmp(awarded, applied) < 0 ? OUTCOME_PARTLY_GRANTED : OUTCOME_GRANTED);
}
