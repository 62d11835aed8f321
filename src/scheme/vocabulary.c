/* vocabulary.c — every element and attribute of the scheme language but the form's and the money's, and what each is
 * for. */
#include "scheme/vocabulary_parts.h"

/* ------------------------------------------------------------------------------------------ identity and purpose */

static attributes scheme_attributes = {
	{ "id", VOCABULARY_SCHEME_ID, MUST, NULL, "the scheme's name in addresses, files and the database" },
	{ "field", VOCABULARY_ONE_OF, MUST, "kultur idrett samferdsel naering samfunnsutvikling",
	    "the county's field" },
	{ "unit", VOCABULARY_REFERENCE, MUST, NULL, "code of the unit that owns the scheme" },
	{ "status", VOCABULARY_ONE_OF, MUST, "active paused ended", "whether new calls may be opened" },
	END,
};

static attributes extends_attributes = {
	{ "extends", VOCABULARY_ID, MUST, NULL, "id of the shared document" },
	END,
};

static attributes shared_attributes = {
	{ "id", VOCABULARY_ID, MUST, NULL, "its name in extends, and the file's" },
	{ "extends", VOCABULARY_ID, MAY, NULL, "id of a shared document that this one goes on from" },
	END,
};

static attributes without_attributes = {
	{ "id", VOCABULARY_REFERENCE, MUST, NULL, "of the shared part to leave out" },
	END,
};

static attributes joined_attributes = {
	{ "id", VOCABULARY_ID, MAY, NULL, "what a scheme that extends this replaces it or leaves it out by" },
	END,
};

static attributes goal_attributes = {
	{ "id", VOCABULARY_ID, MUST, NULL, "the goal's name in answers and reports" },
	{ "unit", VOCABULARY_WORDS, MUST, NULL, "what is counted: person, stk, time" },
	{ "tag", VOCABULARY_ID, MAY, NULL, "theme reported across schemes: integration" },
	{ "optional", VOCABULARY_ONE_OF, MAY, "yes no", "yes when an applicant may leave it empty" },
	END,
};

static attributes years_attributes = {
	{ "count", VOCABULARY_INTEGER, MUST, "1..10", "how many years one grant covers" },
	END,
};

static attributes state_aid_attributes = {
	{ "basis", VOCABULARY_ID, MUST, NULL, "the legal basis: de-minimis, gber-31 (article 31), gber-25" },
	END,
};

/* ------------------------------------------------------------------------------------------ who may apply, for what */

static attributes applicant_attributes = {
	{ "type", VOCABULARY_ONE_OF, MUST, "voluntary municipality enterprise cooperation person",
	    "kind of applicant" },
	{ "may-appeal", VOCABULARY_ONE_OF, MAY, "yes no",
	    "no when this kind has no right of appeal (R95); yes otherwise" },
	END,
};

static attributes requires_attributes = {
	{ "register", VOCABULARY_ONE_OF, MUST, "frivillighetsregisteret", "register the applicant must stand in" },
	END,
};

static attributes rule_attributes = {
	{ "id", VOCABULARY_ID, MUST, NULL, "the rule's name in checks, letters and tests" },
	{ "kind", VOCABULARY_ONE_OF, MUST, "knock-out warning", "whether an application that fails it is out" },
	{ "outcome", VOCABULARY_ONE_OF, MAY, "dismissal rejection",
	    "of a knock-out: dismissal (avvisning, not assessed) or rejection (avslag)" },
	{ "test", VOCABULARY_EXPRESSION, MAY, NULL, "true when the rule is passed; absent counts as passed" },
	{ "judged-by", VOCABULARY_ONE_OF, MAY, "officer", "instead of test: a person answers" },
	END,
};

/* ------------------------------------------------------------------------------------------ decision and after */

static attributes decision_attributes = {
	{ "up-to", VOCABULARY_NOK, MAY, NULL, "largest sum decided here, kroner; no limit when left out" },
	{ "body", VOCABULARY_REFERENCE, MAY, NULL,
	    "code of the body that decides; the leader by delegation when left out" },
	END,
};

static attributes appeal_attributes = {
	{ "body", VOCABULARY_REFERENCE, MUST, NULL, "code of the body that decides appeals" },
	END,
};

static attributes part_attributes = {
	{ "share", VOCABULARY_PERCENT, MUST, NULL, "percent of the grant; the parts add up to 100" },
	{ "when", VOCABULARY_ONE_OF, MUST, "accepted report-approved", "what the part waits for" },
	END,
};

static attributes report_attributes = {
	{ "months-after-end", VOCABULARY_INTEGER, MAY, "0..60",
	    "when the report is due, counted from the period's end" },
	END,
};

/* ------------------------------------------------------------------------------------------ tests */

static attributes case_attributes = {
	{ "name", VOCABULARY_WORDS, MUST, NULL, "what the case shows" },
	{ "eligible", VOCABULARY_ONE_OF, MUST, "yes no", "whether every knock-out with a test is passed" },
	{ "outcome", VOCABULARY_ONE_OF, MAY, "dismissal rejection", "with eligible=\"no\": how it ends" },
	{ "because", VOCABULARY_REFERENCE, MAY, NULL, "with eligible=\"no\": the first rule that is not passed" },
	{ "max-award", VOCABULARY_NOK, MAY, NULL, "the largest sum that may be granted, kroner" },
	{ "min-award", VOCABULARY_NOK, MAY, NULL, "the smallest sum that may be granted, kroner" },
	{ "rung", VOCABULARY_REFERENCE, MAY, NULL, "where it stands on the ladder" },
	{ "earmark", VOCABULARY_REFERENCE, MAY, NULL, "the earmark it counts under" },
	END,
};

static attributes given_attributes = {
	{ "applied", VOCABULARY_NOK, MAY, NULL, "the sum applied for" },
	{ "costs", VOCABULARY_NOK, MAY, NULL, "all costs, own work included" },
	{ "costs-cash", VOCABULARY_NOK, MAY, NULL, "costs in money" },
	{ "own-work", VOCABULARY_NOK, MAY, NULL, "value of own work" },
	{ "financing", VOCABULARY_NOK, MAY, NULL, "all financing, the sum applied for included" },
	{ "municipalities", VOCABULARY_INTEGER, MAY, "0..400", "how many municipalities" },
	{ "start", VOCABULARY_DATE, MAY, NULL, "first day of the period" },
	{ "end", VOCABULARY_DATE, MAY, NULL, "last day of the period" },
	{ "applicant-type", VOCABULARY_ONE_OF, MAY, "voluntary municipality enterprise cooperation person",
	    "who applies" },
	{ "organisation-form", VOCABULARY_WORDS, MAY, NULL, "the register's code: FLI, AS, ENK" },
	{ "in-voluntary-register", VOCABULARY_ONE_OF, MAY, "yes no", "whether the applicant stands in the register" },
	{ "call-start", VOCABULARY_DATE, MAY, NULL, "first day the call covers" },
	{ "call-end", VOCABULARY_DATE, MAY, NULL, "last day the call covers" },
	END,
};

static attributes round_attributes = {
	{ "name", VOCABULARY_WORDS, MUST, NULL, "what the round shows" },
	{ "frame", VOCABULARY_NOK, MUST, NULL, "what there is to share, kroner" },
	END,
};

static attributes recipient_attributes = {
	{ "name", VOCABULARY_WORDS, MUST, NULL, "who it is" },
	{ "award", VOCABULARY_NOK, MUST, NULL, "what must come out, kroner" },
	END,
};

static attributes answer_attributes = {
	{ "name", VOCABULARY_WORDS, MUST, NULL, "the field's name, as in expressions" },
	{ "value", VOCABULARY_WORDS, MUST, NULL, "as it is stored: whole kroner, 2026-01-31, code" },
	END,
};

/* ------------------------------------------------------------------------------------------ the elements */

#define ANY_PART                                                                                                       \
	"title? short-title? summary? purpose? target-group? not-supported? goals? follow-up? evaluation? years? "     \
	"state-aid? applicants? eligibility? amount? criteria? distribution? form? workflow? payment? terms? laws? "   \
	"report?"
static const struct vocabulary_element elements[] = {
	{ "scheme", TEXTS_NONE,
	    "title short-title? summary purpose target-group not-supported? goals? follow-up? evaluation? years? "
	    "state-aid? applicants eligibility? amount? criteria? distribution form workflow payment terms? laws? "
	    "report? "
	    "tests?",
	    { scheme_attributes }, NULL, "one grant scheme: its rules; when and how much is the call's" },
	{ VOCABULARY_EXTENDING, TEXTS_NONE, ANY_PART " tests?", { extends_attributes, scheme_attributes }, NULL,
	    "a scheme that takes what it doesn't say itself from a shared document" },
	{ VOCABULARY_SHARED, TEXTS_NONE, ANY_PART, { shared_attributes }, NULL,
	    "what several schemes have in common: shared/ID.xml beside them" },
	{ "without", TEXTS_NONE, "", { without_attributes }, NULL,
	    "leaves out what the shared document has under that id" },
	{ "nb", TEXTS_LEAF, "", { NULL }, NULL, "the text in bokmål" },
	{ "nn", TEXTS_LEAF, "", { NULL }, NULL, "the text in nynorsk" },
	{ "en", TEXTS_LEAF, "", { NULL }, NULL, "the text in English; bokmål is shown without it" },
	{ "title", TEXTS_MUST, "", { NULL }, NULL, "the scheme's full name" },
	{ "short-title", TEXTS_MUST, "", { NULL }, NULL, "a name for narrow lists" },
	{ "summary", TEXTS_MUST, "", { NULL }, NULL, "one or two sentences for the catalogue" },
	{ "purpose", TEXTS_MUST, "", { NULL }, NULL, "what the county wants to reach (DFØ: goal)" },
	{ "target-group", TEXTS_MUST, "", { NULL }, NULL, "who the money is to benefit (DFØ: target group)" },
	{ "not-supported", TEXTS_MUST, "", { NULL }, NULL, "what money is not given for" },
	{ "follow-up", TEXTS_MUST, "", { NULL }, NULL, "how the county follows up and controls (DFØ)" },
	{ "evaluation", TEXTS_MUST, "", { NULL }, NULL, "how and when the scheme is evaluated (DFØ)" },
	{ "goals", TEXTS_NONE, "goal+ without*", { NULL }, NULL,
	    "criteria for goal attainment: promised in the application, asked for in the report, summed in the "
	    "evaluation" },
	{ "goal", TEXTS_MUST, "", { goal_attributes }, NULL, "one thing that is counted" },
	{ "years", TEXTS_MAY, "", { years_attributes }, NULL,
	    "a grant over several years, and what later years depend on" },
	{ "state-aid", TEXTS_MUST, "", { state_aid_attributes }, NULL,
	    "the legal basis when recipients may be undertakings, in words for letters" },

	{ "applicants", TEXTS_NONE, "applicant+", { NULL }, NULL, "who may apply" },
	{ "applicant", TEXTS_MAY, "requires?", { applicant_attributes }, NULL,
	    "a kind of applicant, and who among them" },
	{ "requires", TEXTS_NONE, "", { requires_attributes }, NULL, "a register the applicant must stand in" },
	{ "eligibility", TEXTS_NONE, "rule* without*", { NULL }, NULL, "rules every application is held against" },
	{ "rule", TEXTS_NONE, "reason", { rule_attributes }, NULL, "one rule, tested or judged" },
	{ "reason", TEXTS_MUST, "", { NULL }, NULL, "what is told when the rule is not passed" },

	{ "workflow", TEXTS_NONE, "decision+ appeal", { NULL }, NULL, "who decides" },
	{ "decision", TEXTS_NONE, "", { decision_attributes }, NULL, "a level of decision, lowest sums first" },
	{ "appeal", TEXTS_NONE, "", { appeal_attributes }, NULL, "who decides appeals" },
	{ "payment", TEXTS_NONE, "part+", { NULL }, NULL, "when the money is paid" },
	{ "part", TEXTS_NONE, "", { part_attributes }, NULL, "one payment" },
	{ "terms", TEXTS_NONE, "term* without*", { NULL }, NULL, "conditions of a grant, stated in the letter" },
	{ "term", TEXTS_MUST, "", { joined_attributes }, NULL, "one condition" },
	{ "laws", TEXTS_NONE, "law* without*", { NULL }, NULL, "what decisions stand on" },
	{ "law", TEXTS_MUST, "", { joined_attributes }, NULL, "an act, a regulation or the guidelines" },
	{ "report", TEXTS_MUST, "", { report_attributes }, NULL, "when the report is due, in words" },

	{ "tests", TEXTS_NONE, "case* round*", { NULL }, NULL,
	    "example applications, run before a version is published" },
	{ "case", TEXTS_NONE, "answer*", { case_attributes, given_attributes }, NULL,
	    "one example and what comes out" },
	{ "round", TEXTS_NONE, "recipient+", { round_attributes }, NULL,
	    "all who get something of a frame, and what the distribution gives each" },
	{ "recipient", TEXTS_NONE, "answer*", { recipient_attributes, given_attributes }, NULL,
	    "one of them, with its answers" },
	{ "answer", TEXTS_NONE, "", { answer_attributes }, NULL, "an answer in the example" },
};

static const char *const roots[] = { VOCABULARY_ROOT, VOCABULARY_EXTENDING, VOCABULARY_SHARED, NULL };

const struct vocabulary scheme_vocabulary = {
	.elements = elements,
	.n = sizeof(elements) / sizeof(elements[0]),
	.more = &money_vocabulary,
	.ns = SCHEME_NS,
	.roots = roots,
	.rng = "conf/scheme.rng",
	.command = "tilskudd scheme rng",
};
