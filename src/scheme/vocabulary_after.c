/* vocabulary_after.c — the elements that say who decides, how it is paid, reported and archived. */
#include "scheme/vocabulary_parts.h"

static attributes joined_attributes = {
	{ "id", VOCABULARY_ID, MAY, NULL, "what a scheme that extends this replaces it or leaves it out by" },
	END,
};

/* ------------------------------------------------------------------------------------------ the scheme's life */

static attributes other_scheme_attributes = {
	{ "scheme", VOCABULARY_SCHEME_ID, MUST, NULL, "the other scheme's id" },
	END,
};

static attributes archive_attributes = {
	{ "series", VOCABULARY_WORDS, MUST, NULL, "the archive's series (arkivdel)" },
	{ "system", VOCABULARY_WORDS, MUST, NULL, "the classification system: K-koder" },
	{ "code", VOCABULARY_WORDS, MUST, NULL, "the class in it: 223" },
	{ "keep", VOCABULARY_ONE_OF, MAY, "always years", "whether cases are kept for ever; always when left out" },
	{ "years", VOCABULARY_INTEGER, MAY, "1..100", "with keep=\"years\": how many after the case is closed" },
	END,
};

/* ------------------------------------------------------------------------------------------ who decides */

static attributes opinion_attributes = {
	{ "ranks", VOCABULARY_ONE_OF, MAY, YES_NO, "yes when the municipality also ranks its applications" },
	{ "when", VOCABULARY_EXPRESSION, MAY, NULL, "needed only when this is true" },
	END,
};

static attributes advice_attributes = {
	{ "from", VOCABULARY_REFERENCE, MUST, NULL, "code of the body that advises before the list is locked" },
	END,
};

static attributes decision_attributes = {
	{ "up-to", VOCABULARY_NOK, MAY, NULL, "largest sum decided here, kroner; no limit when left out" },
	{ "body", VOCABULARY_REFERENCE, MAY, NULL,
	    "code of the body that decides; the leader by delegation when left out" },
	{ "recommended-by", VOCABULARY_REFERENCE, MAY, NULL, "code of a body that recommends to the one that decides" },
	{ "informs", VOCABULARY_REFERENCE, MAY, NULL, "code of a body that is told of the decisions afterwards" },
	{ "appeal", VOCABULARY_REFERENCE, MAY, NULL,
	    "code of the body that decides appeals of these; <appeal> says it when left out" },
	END,
};

static attributes appeal_attributes = {
	{ "body", VOCABULARY_REFERENCE, MUST, NULL, "code of the body that decides appeals" },
	END,
};

/* ------------------------------------------------------------------------------------------ money, report, control */

static attributes part_attributes = {
	{ "share", VOCABULARY_PERCENT, MUST, NULL, "percent of the grant; the parts add up to 100" },
	{ "when", VOCABULARY_ONE_OF, MUST, "decided accepted started half-way documented report-approved next-year",
	    "what the part waits for: the decision, accepted terms, that the measure begins, half of it done, report "
	    "and "
	    "receipts, the approved report, the year after" },
	{ "above", VOCABULARY_NOK, MAY, NULL, "only of grants above this, kroner" },
	{ "up-to", VOCABULARY_NOK, MAY, NULL, "only of grants up to this, kroner" },
	END,
};

static attributes id_attributes = {
	{ "id", VOCABULARY_ID, MUST, NULL, "its name in the case" },
	END,
};

static attributes due_attributes = {
	{ "months-after-end", VOCABULARY_INTEGER, MAY, "0..60", "when it is due, counted from the period's end" },
	{ "due-day", VOCABULARY_MONTH_DAY, MAY, NULL, "instead: a fixed day of the year, 12-31" },
	{ "years-after", VOCABULARY_INTEGER, MAY, "0..10",
	    "with due-day: 0 for the call's own year, 1 for the year after; 0 when left out" },
	END,
};

static attributes further_attributes = {
	{ "id", VOCABULARY_ID, MUST, NULL, "its name in the case" },
	END,
};

static attributes certification_attributes = {
	{ "up-to", VOCABULARY_NOK, MAY, NULL, "grants up to this, kroner; no limit when left out" },
	{ "by", VOCABULARY_ONE_OF, MUST, "nobody leader board accountant auditor",
	    "who certifies the accounts: the leader signs, an authorised accountant, an auditor" },
	END,
};

static attributes lapse_attributes = {
	{ "months", VOCABULARY_INTEGER, MUST, "1..120", "months after the decision" },
	{ "unless", VOCABULARY_ONE_OF, MUST, "accepted started done", "what must have happened by then" },
	END,
};

static attributes repayment_attributes = {
	{ "when", VOCABULARY_SOME_OF, MUST, "unused misused unreported cancelled cheaper",
	    "unused money, other use than agreed, no report, cancelled, or lower costs: then in the same proportion" },
	END,
};

static attributes publicity_attributes = {
	{ "how", VOCABULARY_SOME_OF, MUST, "mention logo sign", "the county is named, its logo shown, a sign put up" },
	END,
};

static const struct vocabulary_element elements[] = {
	{ "predecessor", TEXTS_MAY, "", { other_scheme_attributes }, NULL, "the scheme this one took over from" },
	{ "merged-into", TEXTS_MAY, "", { other_scheme_attributes }, NULL,
	    "with status=\"merged\": the scheme to apply to instead" },
	{ "archive", TEXTS_NONE, "", { archive_attributes }, NULL, "where its cases belong in the archive" },
	{ "workflow", TEXTS_NONE, "municipality-opinion? advice* decision+ appeal", { NULL }, NULL, "who decides" },
	{ "municipality-opinion", TEXTS_MAY, "", { opinion_attributes }, NULL,
	    "the municipality's step: its opinion is registered before the list is locked; what it is asked" },
	{ "advice", TEXTS_MAY, "", { advice_attributes }, NULL,
	    "an advisory panel: its advice is registered before the list is locked; what it is asked" },
	{ "decision", TEXTS_NONE, "", { decision_attributes }, NULL, "a level of decision, lowest sums first" },
	{ "appeal", TEXTS_NONE, "", { appeal_attributes }, NULL, "who decides appeals" },
	{ "payment", TEXTS_NONE, "part+ approval*", { NULL }, NULL, "when the money is paid" },
	{ "part", TEXTS_NONE, "", { part_attributes }, NULL, "one payment" },
	{ "approval", TEXTS_MUST, "", { id_attributes }, NULL,
	    "what others must have approved before anything is paid: a building permit" },
	{ "terms", TEXTS_NONE, "term* without*", { NULL }, NULL, "conditions of a grant, stated in the letter" },
	{ "term", TEXTS_MUST, "", { joined_attributes }, NULL, "one condition" },
	{ "laws", TEXTS_NONE, "law* without*", { NULL }, NULL, "what decisions stand on" },
	{ "law", TEXTS_MUST, "", { joined_attributes }, NULL, "an act, a regulation or the guidelines" },
	{ "report", TEXTS_MUST, "certification* proof? further-report*", { due_attributes }, NULL,
	    "when the report is due, in words" },
	{ "certification", TEXTS_NONE, "", { certification_attributes }, NULL,
	    "who certifies the accounts, lowest grants first" },
	{ "proof", TEXTS_MUST, "", { NULL }, NULL,
	    "what is shown instead of or beside a written report: an exhibition" },
	{ "further-report", TEXTS_MUST, "", { further_attributes, due_attributes }, NULL,
	    "something more that is due: the annual report and audited accounts" },
	{ "lapse", TEXTS_MAY, "", { lapse_attributes }, NULL, "when a grant falls away; the words when they differ" },
	{ "repayment", TEXTS_MAY, "", { repayment_attributes }, NULL,
	    "when money is paid back; the words when they differ" },
	{ "changes", TEXTS_MAY, "", { NULL }, NULL, "changes need the county's approval; the words when they differ" },
	{ "publicity", TEXTS_MAY, "", { publicity_attributes }, NULL,
	    "how the recipient tells who paid; the words when they differ" },
};

const struct vocabulary after_vocabulary = {
	.elements = elements,
	.n = sizeof(elements) / sizeof(elements[0]),
};
