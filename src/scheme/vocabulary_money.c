/* vocabulary_money.c — the elements and attributes of sums, criteria and how a frame is shared. */
#include "scheme/vocabulary_parts.h"

/* ------------------------------------------------------------------------------------------ amounts */

static attributes min_attributes = {
	{ "nok", VOCABULARY_NOK, MUST, NULL, "smallest sum that can be applied for, whole kroner" },
	{ "rule", VOCABULARY_REFERENCE, MUST, NULL, "the eligibility rule that tests it and tells the reason" },
	END,
};

static attributes max_attributes = {
	{ "nok", VOCABULARY_NOK, MAY, NULL, "largest grant, whole kroner" },
	{ "for-each", VOCABULARY_EXPRESSION, MAY, NULL,
	    "nok is for each of these, a number: deltakere, or t:figure('innbyggere-67'); the text names them" },
	{ "share", VOCABULARY_PERCENT, MAY, NULL, "largest grant in percent" },
	{ "of", VOCABULARY_ONE_OF, MAY, "costs cash-costs financing", "what the share is of; costs when left out" },
	{ "cost-type", VOCABULARY_REFERENCES, MAY, NULL, "the share is of costs of these types alone" },
	{ "when", VOCABULARY_EXPRESSION, MAY, NULL, "the cap holds only when this is true" },
	{ "firm", VOCABULARY_ONE_OF, MAY, "yes no",
	    "yes: nobody may go above it; no or left out: the county may, with a reason. State aid is always firm" },
	END,
};

static attributes cost_share_attributes = {
	{ "cost-type", VOCABULARY_REFERENCES, MUST, NULL, "the types of cost" },
	{ "share", VOCABULARY_PERCENT, MUST, NULL, "percent of them that is given" },
	{ "nok", VOCABULARY_NOK, MAY, NULL, "the most for these types, whole kroner" },
	{ "of", VOCABULARY_ONE_OF, MAY, "costs cash-costs", "with or without own work; costs when left out" },
	{ "when", VOCABULARY_EXPRESSION, MAY, NULL, "the share holds only when this is true" },
	END,
};

static attributes sub_cap_attributes = {
	{ "cost-type", VOCABULARY_REFERENCES, MUST, NULL, "the types of cost, together" },
	{ "max-share", VOCABULARY_PERCENT, MAY, NULL, "of all costs: what is above doesn't count" },
	{ "max-nok", VOCABULARY_NOK, MAY, NULL, "whole kroner: what is above doesn't count" },
	{ "min-share", VOCABULARY_PERCENT, MAY, NULL,
	    "the types must be this share of what counts: other costs count only as far as they allow" },
	{ "when", VOCABULARY_EXPRESSION, MAY, NULL, "the limit holds only when this is true" },
	END,
};

static attributes sum_attributes = {
	{ "nok", VOCABULARY_NOK, MUST, NULL, "the sum, whole kroner" },
	{ "when", VOCABULARY_EXPRESSION, MAY, NULL, "the sum is given only when this is true" },
	END,
};

static attributes unit_rate_attributes = {
	{ "nok", VOCABULARY_NOK, MUST, NULL, "kroner for each, or for each \"per\"" },
	{ "count", VOCABULARY_EXPRESSION, MUST, NULL, "how many: a number field, or a number worked out from answers" },
	{ "per", VOCABULARY_INTEGER, MAY, "1..1000000",
	    "how many one rate pays for; 1 when left out; begun ones don't count" },
	{ "when", VOCABULARY_EXPRESSION, MAY, NULL, "the rate holds only when this is true" },
	END,
};

static attributes step_attributes = {
	{ "nok", VOCABULARY_NOK, MUST, NULL, "grants are whole multiples of this: 1000" },
	END,
};

static attributes own_share_attributes = {
	{ "min-share", VOCABULARY_PERCENT, MUST, NULL, "smallest share the applicant or others must carry" },
	{ "of", VOCABULARY_ONE_OF, MAY, "costs cash-costs financing applied",
	    "what the share is of; costs when left out" },
	{ "when", VOCABULARY_EXPRESSION, MAY, NULL, "asked for only when this is true" },
	END,
};

static attributes own_work_attributes = {
	{ "max-rate", VOCABULARY_NOK, MAY, NULL, "highest value of an hour of own work, kroner" },
	{ "max-share", VOCABULARY_PERCENT, MAY, NULL, "largest share that own work may be; 0 when it doesn't count" },
	{ "of", VOCABULARY_ONE_OF, MAY, "financing costs", "what max-share is of; financing when left out" },
	{ "when", VOCABULARY_EXPRESSION, MAY, NULL, "max-share holds only when this is true" },
	END,
};

static attributes award_floor_attributes = {
	{ "share", VOCABULARY_PERCENT, MAY, NULL, "smallest share of the sum applied for that may be given" },
	{ "nok", VOCABULARY_NOK, MAY, NULL, "smallest sum that may be given, whole kroner" },
	END,
};

static attributes final_cost_attributes = {
	{ "cut", VOCABULARY_ONE_OF, MUST, "proportional share none",
	    "when it cost less than planned: the grant falls by the same percent; only as far as its caps demand; or "
	    "stands as long as it isn't more than the cost" },
	END,
};

/* ------------------------------------------------------------------------------------------ criteria */

static attributes criteria_attributes = {
	{ "method", VOCABULARY_ONE_OF, MUST, "weighted marks overall",
	    "marks with weights, marks that count alike, or one reason and no marks" },
	{ "scale", VOCABULARY_SCALE, MAY, NULL, "lowest and highest mark, with method=\"weighted\" or \"marks\"" },
	END,
};

static attributes criterion_attributes = {
	{ "id", VOCABULARY_ID, MUST, NULL, "the criterion's name in assessments and reports" },
	{ "kind", VOCABULARY_ONE_OF, MAY, "graded required should portfolio",
	    "graded: gets a mark, or is written about; required: met or not, and not met is a rejection; should: met "
	    "or "
	    "not, more of them is better; portfolio: judged across the list. graded when left out" },
	{ "weight", VOCABULARY_INTEGER, MAY, "1..100",
	    "percent of the total, with method=\"weighted\": of a graded criterion, or of a should that gives all or "
	    "nothing" },
	{ "min-mark", VOCABULARY_INTEGER, MAY, "0..100", "a lower mark may mean rejection" },
	{ "below", VOCABULARY_ONE_OF, MAY, "may-reject reject",
	    "what a mark under min-mark means; may-reject when left out" },
	{ "spread", VOCABULARY_REFERENCE, MAY, NULL,
	    "of a portfolio criterion: municipality, applicant-type, or the id of a question with choices" },
	{ "tag", VOCABULARY_ID, MAY, NULL, "theme reported across schemes: integration" },
	{ "internal", VOCABULARY_ONE_OF, MAY, "yes no", "yes: not shown to applicants" },
	END,
};

static attributes anchor_attributes = {
	{ "mark", VOCABULARY_INTEGER, MUST, "0..100", "the mark the text describes" },
	END,
};

static attributes ladder_attributes = {
	{ "judged-by", VOCABULARY_ONE_OF, MAY, "officer",
	    "a person places each application; its answers do when left out" },
	END,
};

static attributes rung_attributes = {
	{ "id", VOCABULARY_ID, MUST, NULL, "the step's name in assessments and tests" },
	{ "when", VOCABULARY_EXPRESSION, MAY, NULL,
	    "who stands here: the first that holds; the last rung takes the rest" },
	END,
};

static attributes tie_break_attributes = {
	{ "by", VOCABULARY_ONE_OF, MUST,
	    "municipalities applied submitted first-applied years-applied test number draw",
	    "what is compared: how many municipalities, the sum applied for, when it was sent, when the applicant "
	    "first "
	    "applied to the scheme, in how many years it has; a test or a number of our own; or lots are drawn" },
	{ "order", VOCABULARY_ONE_OF, MAY, "ascending descending",
	    "whether the least (earliest) or the most (latest) comes first; not with by=\"test\" or \"draw\"" },
	{ "test", VOCABULARY_EXPRESSION, MAY, NULL, "with by=\"test\": those it is true for come first" },
	{ "number", VOCABULARY_EXPRESSION, MAY, NULL, "with by=\"number\": what is compared" },
	{ "seed", VOCABULARY_WORDS, MAY, NULL,
	    "with by=\"draw\": words the draw is made from, known beforehand (R74)" },
	END,
};

/* ------------------------------------------------------------------------------------------ how the frame is shared */

static attributes distribution_attributes = {
	{ "kind", VOCABULARY_ONE_OF, MUST, "judged ranked formula everyone",
	    "each judged by itself; all ranked against each other; worked out by the pots below; or all who may have "
	    "it "
	    "get it" },
	{ "gives", VOCABULARY_ONE_OF, MAY, "equal amount",
	    "with everyone: equal parts of the frame, or what <amount> gives, cut alike when the frame is too small" },
	{ "round", VOCABULARY_INTEGER, MAY, "1..100000",
	    "with formula and everyone: parts are whole multiples of this many kroner; 1 when left out" },
	{ "remainder", VOCABULARY_ONE_OF, MAY, "fractions largest left",
	    "where what rounding leaves goes: one step each to those who lost most by it, all to the largest part, or "
	    "nowhere; fractions when left out" },
	END,
};

static attributes pot_attributes = {
	{ "id", VOCABULARY_ID, MUST, NULL, "the pot's name in explanations" },
	{ "share", VOCABULARY_PERCENT, MUST, NULL, "percent of the frame; the pots add up to 100" },
	{ "when", VOCABULARY_EXPRESSION, MAY, NULL, "who is paid from it: each from the first pot that holds" },
	{ "unused", VOCABULARY_ONE_OF, MAY, "left others",
	    "what nobody can have from it: stays, or goes to the other pots by their shares; left when left out" },
	{ "min-nok", VOCABULARY_NOK, MAY, NULL, "the least anyone gets, whole kroner" },
	{ "below", VOCABULARY_ONE_OF, MAY, "raise nothing",
	    "who would get less than min-nok gets min-nok, or nothing; raise when left out" },
	{ "max-nok", VOCABULARY_NOK, MAY, NULL, "the most anyone gets, whole kroner; the rest is shared again" },
	END,
};

static attributes split_attributes = {
	{ "share", VOCABULARY_PERCENT, MUST, NULL, "percent of the pot; the splits add up to 100" },
	{ "by", VOCABULARY_ONE_OF, MUST, "equal count parts", "alike to all; by a number; or by parts" },
	{ "count", VOCABULARY_EXPRESSION, MAY, NULL, "with by=\"count\": the number, such as medlemmer" },
	END,
};

static attributes weight_attributes = {
	{ "parts", VOCABULARY_INTEGER, MUST, "1..1000000", "how many parts" },
	{ "when", VOCABULARY_EXPRESSION, MAY, NULL, "who gets them: the first that holds" },
	END,
};

static attributes earmark_attributes = {
	{ "id", VOCABULARY_ID, MUST, NULL, "its name in lists, calls and the ledger" },
	{ "share", VOCABULARY_PERCENT, MAY, NULL,
	    "percent of the frame that is kept for them; without it and nok each call says how much" },
	{ "nok", VOCABULARY_NOK, MAY, NULL, "or kroner that are kept for them" },
	{ "for", VOCABULARY_SOME_OF, MAY, APPLICANT_TYPES, "kinds of applicant it is kept for" },
	{ "in", VOCABULARY_REFERENCE, MAY, NULL, "applicants in the municipalities of that list it is kept for" },
	{ "tag", VOCABULARY_ID, MAY, NULL, "applications that promise something under a goal with that tag" },
	{ "when", VOCABULARY_EXPRESSION, MAY, NULL,
	    "or whom this is true for; all that is said must hold, and each counts under the first earmark that does" },
	{ "unused", VOCABULARY_ONE_OF, MAY, "left others",
	    "what they don't use: stays, or may go to others; left when left out" },
	END,
};

static const struct vocabulary_element elements[] = {
	{ "amount", TEXTS_NONE,
	    "min? fixed* levels? unit-rate* cost-share* sub-cap* max* step? own-share* own-work* award-floor? "
	    "final-cost? "
	    "note?",
	    { NULL }, NULL, "how much may be given; not needed when the frame is shared by formula" },
	{ "min", TEXTS_NONE, "", { min_attributes }, NULL, "the smallest application" },
	{ "max", TEXTS_MAY, "", { max_attributes }, NULL, "a cap; the lowest of those that hold counts" },
	{ "fixed", TEXTS_MAY, "", { sum_attributes }, NULL, "the one sum that is given; the first that holds" },
	{ "levels", TEXTS_NONE, "level+", { NULL }, NULL, "the sums to choose among; no other is given" },
	{ "level", TEXTS_MAY, "", { sum_attributes }, NULL, "one of the sums, lowest first" },
	{ "unit-rate", TEXTS_MUST, "", { unit_rate_attributes }, NULL,
	    "kroner for each of what the text names; rates are added up, and never pay more than it costs" },
	{ "cost-share", TEXTS_MAY, "", { cost_share_attributes }, NULL,
	    "a share of the costs of some types; those that hold are added up, and other costs give nothing" },
	{ "sub-cap", TEXTS_MAY, "", { sub_cap_attributes }, NULL, "how much of the costs some types may be" },
	{ "step", TEXTS_NONE, "", { step_attributes }, NULL, "grants in whole thousands or the like" },
	{ "own-share", TEXTS_MAY, "", { own_share_attributes }, NULL, "what others than the county must carry" },
	{ "own-work", TEXTS_MAY, "", { own_work_attributes }, NULL, "how own work counts; the first that holds" },
	{ "award-floor", TEXTS_NONE, "", { award_floor_attributes }, NULL,
	    "less than this is not given: rejected instead" },
	{ "final-cost", TEXTS_NONE, "", { final_cost_attributes }, NULL,
	    "what a lower cost than planned does to the grant; stands in the letter" },
	{ "note", TEXTS_MUST, "", { NULL }, NULL, "the amounts in words" },

	{ "criteria", TEXTS_NONE, "criterion+ ladder? tie-break*", { criteria_attributes }, NULL,
	    "what counts in the assessment (DFØ: award criteria); not with a distribution that is worked out" },
	{ "criterion", TEXTS_MUST, "description? anchor*", { criterion_attributes }, NULL, "one thing that counts" },
	{ "description", TEXTS_MUST, "", { NULL }, NULL, "what the criterion means" },
	{ "anchor", TEXTS_MUST, "", { anchor_attributes }, NULL, "what deserves a mark" },
	{ "ladder", TEXTS_MAY, "rung+", { ladder_attributes }, NULL,
	    "ordered priority: all on a rung come before all on the next, whatever their marks" },
	{ "rung", TEXTS_MUST, "", { rung_attributes }, NULL, "a step of the ladder, the first one first" },
	{ "tie-break", TEXTS_MAY, "", { tie_break_attributes }, NULL,
	    "what orders applications that are level, first one first; at last the number does. by=\"test\" and "
	    "by=\"number\" need words: frivillige før offentlige" },
	{ "distribution", TEXTS_NONE, "pot* earmark*", { distribution_attributes }, NULL, "how the frame is shared" },
	{ "pot", TEXTS_MUST, "split+", { pot_attributes }, NULL, "a part of the frame that a formula shares" },
	{ "split", TEXTS_MAY, "weight*", { split_attributes }, NULL, "a part of a pot, and what it is shared by" },
	{ "weight", TEXTS_NONE, "", { weight_attributes }, NULL, "how many parts some get, with by=\"parts\"" },
	{ "earmark", TEXTS_MUST, "", { earmark_attributes }, NULL, "a part of the frame that is kept for some" },
};

const struct vocabulary money_vocabulary = {
	.elements = elements,
	.n = sizeof(elements) / sizeof(elements[0]),
	.more = &form_vocabulary,
};
