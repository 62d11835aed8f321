/* vocabulary.c — every element and attribute of the scheme language but the form's and the money's, and what each is
 * for. */
#include "scheme/vocabulary_parts.h"

/* ------------------------------------------------------------------------------------------ identity and purpose */

static attributes scheme_attributes = {
	{ "id", VOCABULARY_SCHEME_ID, MUST, NULL, "the scheme's name in addresses, files and the database" },
	{ "field", VOCABULARY_ONE_OF, MUST, "kultur idrett samferdsel naering samfunnsutvikling",
	    "the county's field" },
	{ "unit", VOCABULARY_REFERENCE, MUST, NULL, "code of the unit that owns the scheme" },
	{ "status", VOCABULARY_ONE_OF, MUST, "active paused ended one-off phased-out merged",
	    "whether new calls may be opened: active, one-off (its only call), phased-out (what runs is finished)" },
	{ "language", VOCABULARY_ONE_OF, MAY, "nb nn",
	    "the written standard the county publishes it in; nb when left out" },
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

static attributes take_attributes = {
	{ "id", VOCABULARY_REFERENCE, MUST, NULL, "of the shared part" },
	END,
};

static attributes without_attributes = {
	{ "id", VOCABULARY_REFERENCE, MUST, NULL, "of the shared part to leave out" },
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

/* ------------------------------------------------------------------------------------------ tests */

static attributes case_attributes = {
	{ "name", VOCABULARY_WORDS, MUST, NULL, "what the case shows" },
	{ "eligible", VOCABULARY_ONE_OF, MUST, "yes no",
	    "whether every knock-out is passed that a test or an officer's answer decides" },
	{ "outcome", VOCABULARY_ONE_OF, MAY, "dismissal rejection", "with eligible=\"no\": how it ends" },
	{ "because", VOCABULARY_REFERENCE, MAY, NULL, "with eligible=\"no\": the first rule that is not passed" },
	{ "max-award", VOCABULARY_NOK, MAY, NULL, "the largest sum that may be granted, kroner" },
	{ "min-award", VOCABULARY_NOK, MAY, NULL, "the smallest sum that may be granted, kroner" },
	{ "rung", VOCABULARY_REFERENCE, MAY, NULL, "where it stands on the ladder" },
	{ "earmark", VOCABULARY_REFERENCE, MAY, NULL, "the earmark it counts under" },
	{ "score", VOCABULARY_PERCENT, MAY, NULL, "what the marks inside add up to, of 100 points" },
	END,
};

static attributes mark_attributes = {
	{ "criterion", VOCABULARY_REFERENCE, MUST, NULL, "the criterion's id" },
	{ "value", VOCABULARY_INTEGER, MUST, "0..100", "the mark, on the scheme's scale" },
	END,
};

static attributes message_attributes = {
	{ "about", VOCABULARY_WORDS, MUST, NULL, "the question or rule it stands at: its id" },
	{ "kind", VOCABULARY_ONE_OF, MUST, "error warning none",
	    "error: can't be sent so; warning: can be sent and is warned about; none: nothing is said" },
	{ "says", VOCABULARY_WORDS, MAY, NULL, "words in it, in bokmål" },
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
	{ "applicant-type", VOCABULARY_ONE_OF, MAY, APPLICANT_TYPES, "who applies" },
	{ "organisation-form", VOCABULARY_WORDS, MAY, NULL, "the register's code: FLI, AS, ENK" },
	{ "in-voluntary-register", VOCABULARY_ONE_OF, MAY, "yes no", "whether the applicant stands in the register" },
	{ "call-start", VOCABULARY_DATE, MAY, NULL, "first day the call covers" },
	{ "call-end", VOCABULARY_DATE, MAY, NULL, "last day the call covers" },
	{ "call-year", VOCABULARY_INTEGER, MAY, "2000..2199", "the call's year" },
	{ "call-extra", VOCABULARY_ONE_OF, MAY, YES_NO, "whether the call is an extra one; no when left out" },
	{ "received", VOCABULARY_DATE, MAY, NULL, "the day it was received: t:today()" },
	{ "applicant-born", VOCABULARY_DATE, MAY, NULL, "of a person: the day of birth" },
	{ "applicant-municipality", VOCABULARY_CODE, MAY, NULL,
	    "the number of the municipality it has its address in" },
	{ "applicant-in-county", VOCABULARY_ONE_OF, MAY, YES_NO, "whether that is in the county; yes when left out" },
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

static attributes earlier_attributes = {
	{ "scheme", VOCABULARY_SCHEME_ID, MAY, NULL, "the scheme it was sent under; this one when left out" },
	{ "year", VOCABULARY_INTEGER, MUST, "2000..2199", "the call's year" },
	{ "granted", VOCABULARY_NOK, MAY, NULL, "what it was granted, whole kroner; not granted when left out" },
	{ "same-call", VOCABULARY_ONE_OF, MAY, YES_NO, "yes when it was sent in the same call as the example" },
	{ "state-aid", VOCABULARY_ID, MAY, NULL, "the legal basis of the grant: de-minimis" },
	END,
};

static attributes registered_attributes = {
	{ "in", VOCABULARY_ONE_OF, MUST, REGISTERS, "the register" },
	{ "value", VOCABULARY_ONE_OF, MUST, YES_NO,
	    "whether the applicant stands in it; yes when the example doesn't say" },
	END,
};

static attributes judged_attributes = {
	{ "rule", VOCABULARY_REFERENCE, MUST, NULL, "the rule an officer judges" },
	{ "passed", VOCABULARY_ONE_OF, MUST, YES_NO, "what the officer answers" },
	END,
};

static attributes expect_attributes = {
	{ "rule", VOCABULARY_REFERENCE, MUST, NULL, "the rule" },
	{ "verdict", VOCABULARY_ONE_OF, MUST, TEST_VERDICTS,
	    "passed; warning or knock-out when it is not passed; officer: a person must look; absent: it doesn't hold "
	    "for such an application" },
	END,
};

static attributes answer_attributes = {
	{ "name", VOCABULARY_WORDS, MUST, NULL, "the field's name, as in expressions" },
	{ "value", VOCABULARY_WORDS, MUST, NULL, "as it is stored: whole kroner, 2026-01-31, code" },
	END,
};

/* ------------------------------------------------------------------------------------------ the elements */

#define AFTER_PARTS "lapse? repayment? changes? publicity? archive?"
#define ANY_PART                                                                                                       \
	"title? short-title? summary? purpose? target-group? not-supported? goals? follow-up? evaluation? years? "     \
	"state-aid? lists? applicants? eligibility? amount? criteria? distribution? form? workflow? payment? terms? "  \
	"laws? "                                                                                                       \
	"report? " AFTER_PARTS
static const struct vocabulary_element elements[] = {
	{ "scheme", TEXTS_NONE,
	    "title short-title? summary purpose target-group not-supported? goals? follow-up? evaluation? years? "
	    "state-aid? predecessor* merged-into? lists? applicants eligibility? amount? criteria? distribution form "
	    "workflow payment terms? laws? "
	    "report? " AFTER_PARTS " tests?",
	    { scheme_attributes }, NULL, "one grant scheme: its rules; when and how much is the call's" },
	{ VOCABULARY_EXTENDING, TEXTS_NONE, ANY_PART " predecessor* merged-into? tests?",
	    { extends_attributes, scheme_attributes }, NULL,
	    "a scheme that takes what it doesn't say itself from a shared document" },
	{ VOCABULARY_SHARED, TEXTS_NONE, ANY_PART, { shared_attributes }, NULL,
	    "what several schemes have in common: shared/ID.xml beside them" },
	{ "take", TEXTS_NONE, "", { take_attributes }, NULL,
	    "puts what the shared document has under that id here, and not behind the scheme's own" },
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
	{ "tests", TEXTS_NONE, "case* round*", { NULL }, NULL,
	    "example applications, run before a version is published" },
	{ "case", TEXTS_NONE, "answer* earlier* registered* judged* given-mark* expect* message*",
	    { case_attributes, given_attributes }, NULL, "one example and what comes out" },
	{ "round", TEXTS_NONE, "recipient+", { round_attributes }, NULL,
	    "all who get something of a frame, and what the distribution gives each" },
	{ "recipient", TEXTS_NONE, "answer*", { recipient_attributes, given_attributes }, NULL,
	    "one of them, with its answers" },
	{ "answer", TEXTS_NONE, "", { answer_attributes }, NULL, "an answer in the example" },
	{ "given-mark", TEXTS_NONE, "", { mark_attributes }, NULL, "a mark an assessor gives in the example" },
	{ "message", TEXTS_NONE, "", { message_attributes }, NULL, "what the form must say to such answers" },
	{ "judged", TEXTS_NONE, "", { judged_attributes }, NULL, "what an officer finds of a rule in the example" },
	{ "expect", TEXTS_NONE, "", { expect_attributes }, NULL, "what must come of a rule" },
	{ "earlier", TEXTS_NONE, "", { earlier_attributes }, NULL, "another application the applicant has sent" },
	{ "registered", TEXTS_NONE, "", { registered_attributes }, NULL, "whether the applicant stands in a register" },
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
