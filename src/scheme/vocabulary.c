/* vocabulary.c — every element and attribute of the scheme language, and what each is for. */
#include "scheme/vocabulary.h"

#define END                                                                                                            \
	{                                                                                                              \
		NULL, VOCABULARY_WORDS, false, NULL, NULL                                                              \
	}
#define MUST true
#define MAY false

typedef const struct vocabulary_attribute attributes[];

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

static attributes min_attributes = {
	{ "nok", VOCABULARY_NOK, MUST, NULL, "smallest sum that can be applied for, whole kroner" },
	{ "rule", VOCABULARY_REFERENCE, MUST, NULL, "the eligibility rule that tests it and tells the reason" },
	END,
};

static attributes max_attributes = {
	{ "nok", VOCABULARY_NOK, MAY, NULL, "largest grant, whole kroner" },
	{ "share", VOCABULARY_PERCENT, MAY, NULL, "largest grant in percent" },
	{ "of", VOCABULARY_ONE_OF, MAY, "costs cash-costs financing", "what the share is of; costs when left out" },
	{ "when", VOCABULARY_EXPRESSION, MAY, NULL, "the cap holds only when this is true" },
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
	END,
};

static attributes own_work_attributes = {
	{ "max-rate", VOCABULARY_NOK, MAY, NULL, "highest value of an hour of own work, kroner" },
	{ "max-share", VOCABULARY_PERCENT, MAY, NULL, "largest share of the financing that own work may be" },
	END,
};

static attributes award_floor_attributes = {
	{ "share", VOCABULARY_PERCENT, MUST, NULL, "smallest share of the sum applied for that may be given" },
	END,
};

/* ------------------------------------------------------------------------------------------ criteria */

static attributes criteria_attributes = {
	{ "method", VOCABULARY_ONE_OF, MUST, "weighted overall", "marks with weights, or one reason and no marks" },
	{ "scale", VOCABULARY_SCALE, MAY, NULL, "lowest and highest mark, with method=\"weighted\"" },
	END,
};

static attributes criterion_attributes = {
	{ "id", VOCABULARY_ID, MUST, NULL, "the criterion's name in assessments and reports" },
	{ "weight", VOCABULARY_INTEGER, MAY, "1..100", "percent of the total, with method=\"weighted\"" },
	{ "tag", VOCABULARY_ID, MAY, NULL, "theme reported across schemes: integration" },
	{ "internal", VOCABULARY_ONE_OF, MAY, "yes no", "yes: not shown to applicants" },
	END,
};

static attributes anchor_attributes = {
	{ "mark", VOCABULARY_INTEGER, MUST, "0..100", "the mark the text describes" },
	END,
};

static attributes tie_break_attributes = {
	{ "by", VOCABULARY_ONE_OF, MUST, "municipalities applied submitted draw",
	    "what is compared: how many municipalities, the sum applied for, when it was sent; or lots are drawn" },
	{ "order", VOCABULARY_ONE_OF, MAY, "ascending descending",
	    "whether the least (earliest) or the most (latest) comes first; not with by=\"draw\"" },
	{ "seed", VOCABULARY_WORDS, MAY, NULL,
	    "with by=\"draw\": words the draw is made from, known beforehand (R74)" },
	END,
};

static attributes distribution_attributes = {
	{ "kind", VOCABULARY_ONE_OF, MUST, "judged ranked", "each judged by itself, or all ranked against each other" },
	END,
};

/* ------------------------------------------------------------------------------------------ the form */

static attributes id_attributes = {
	{ "id", VOCABULARY_ID, MUST, NULL, "its name in addresses and answers" },
	END,
};

static attributes field_attributes = {
	{ "id", VOCABULARY_ID, MUST, NULL, "the answer's name in expressions, drafts and the sent document" },
	{ "required", VOCABULARY_EXPRESSION, MAY, NULL,
	    "when an answer is needed: true() for always; never when left out" },
	{ "relevant", VOCABULARY_EXPRESSION, MAY, NULL, "when the question is asked; always when left out" },
	{ "constraint", VOCABULARY_EXPRESSION, MAY, NULL, "what an answer must satisfy; \".\" is the answer" },
	END,
};

#define PREFILL(words)                                                                                                 \
	{                                                                                                              \
		"prefill", VOCABULARY_ONE_OF, MAY, words,                                                              \
		    "what a new draft has here from the start, from the organisation or the person who writes"         \
	}

/* When something that may be sent after the application is due; the later of the two when both are given. */
#define LATER                                                                                                          \
	{ "later-days", VOCABULARY_INTEGER, MAY, "1..730",                                                             \
		"may follow until so many days after the call's deadline" },                                           \
	{                                                                                                              \
		"later-by", VOCABULARY_MONTH_DAY, MAY, NULL,                                                           \
		    "may follow until this day after the call's deadline: 05-31"                                       \
	}

static attributes text_attributes = {
	{ "max", VOCABULARY_INTEGER, MAY, "1..1000", "most characters" },
	PREFILL("organisation-name organisation-address user-name"),
	{ "role", VOCABULARY_ONE_OF, MAY, "title summary contact-name",
	    "what the answer is used as; one text is the title" },
	END,
};

static attributes long_text_attributes = {
	{ "max", VOCABULARY_INTEGER, MAY, "1..20000", "most characters" },
	{ "role", VOCABULARY_ONE_OF, MAY, "summary", "what the answer is used as" },
	END,
};

static attributes integer_attributes = {
	{ "min", VOCABULARY_INTEGER, MAY, "-1000000000..1000000000", "smallest answer" },
	{ "max", VOCABULARY_INTEGER, MAY, "-1000000000..1000000000", "largest answer" },
	END,
};

static attributes money_attributes = {
	{ "min", VOCABULARY_NOK, MAY, NULL, "smallest answer, whole kroner" },
	{ "max", VOCABULARY_NOK, MAY, NULL, "largest answer, whole kroner" },
	{ "step", VOCABULARY_INTEGER, MAY, "2..1000000", "the answer is a multiple of so many kroner: 1000" },
	END,
};

static attributes email_attributes = {
	PREFILL("user-email"),
	{ "role", VOCABULARY_ONE_OF, MAY, "contact-email", "the address messages about the case go to" },
	END,
};

static attributes phone_attributes = {
	PREFILL("user-phone"),
	{ "role", VOCABULARY_ONE_OF, MAY, "contact-phone", "the number to call about the case" },
	END,
};

static attributes account_attributes = {
	PREFILL("organisation-account"),
	END,
};

static attributes organisation_number_attributes = {
	PREFILL("organisation-number"),
	END,
};

static attributes address_attributes = {
	PREFILL("organisation-address"),
	END,
};

static attributes municipalities_attributes = {
	PREFILL("organisation-municipality"),
	END,
};

static attributes person_attributes = {
	{ "role", VOCABULARY_ONE_OF, MUST, "contact project-leader signatory",
	    "whom messages go to, who leads the work, or who binds the applicant: ID.basis is 'register' or "
	    "'authorisation'" },
	PREFILL("user"),
	END,
};

static attributes option_attributes = {
	{ "code", VOCABULARY_CODE, MUST, NULL, "what is stored and what expressions compare with" },
	END,
};

static attributes table_attributes = {
	{ "max-rows", VOCABULARY_INTEGER, MAY, "1..200", "most rows; 50 when left out" },
	END,
};

static attributes financing_attributes = {
	{ "balances", VOCABULARY_REFERENCE, MUST, NULL, "id of the cost table it must equal" },
	{ "max-rows", VOCABULARY_INTEGER, MAY, "1..200", "most rows; 50 when left out" },
	END,
};

static attributes attachment_attributes = {
	{ "kinds", VOCABULARY_SOME_OF, MAY, "pdf image document spreadsheet", "kinds of file; all when left out" },
	{ "max-mb", VOCABULARY_INTEGER, MAY, "1..50", "largest file, megabytes; 10 when left out" },
	{ "max-files", VOCABULARY_INTEGER, MAY, "1..20", "most files; 10 when left out" },
	{ "file-name", VOCABULARY_WORDS, MAY, NULL,
	    "how the files are to be called, * for anything: Kommune_*_kart.pdf" },
	LATER,
	END,
};

static attributes row_text_attributes = {
	{ "max", VOCABULARY_INTEGER, MAY, "1..1000", "most characters" },
	END,
};

static attributes row_long_text_attributes = {
	{ "max", VOCABULARY_INTEGER, MAY, "1..4000", "most characters" },
	END,
};

static attributes group_attributes = {
	{ "min-rows", VOCABULARY_INTEGER, MAY, "0..50", "fewest rows, when it must be answered; 1 when left out" },
	{ "max-rows", VOCABULARY_INTEGER, MAY, "1..100", "most rows; 10 when left out" },
	END,
};

static attributes partners_attributes = {
	{ "asks", VOCABULARY_SOME_OF, MAY, "number role cash hours confirmed",
	    "what is asked about each besides its name; all when left out" },
	END,
};

static attributes work_packages_attributes = {
	{ "by", VOCABULARY_ONE_OF, MAY, "month quarter half-year year",
	    "what activities start and end in; quarter when left out" },
	{ "asks", VOCABULARY_SOME_OF, MAY, "goal responsible milestones cost",
	    "what is asked besides names and time; goal and milestones when left out" },
	{ "max-packages", VOCABULARY_INTEGER, MAY, "1..30", "most packages; 12 when left out" },
	{ "max-activities", VOCABULARY_INTEGER, MAY, "1..40", "most activities in a package; 15 when left out" },
	END,
};

static attributes third_party_attributes = {
	{ "by", VOCABULARY_SOME_OF, MAY, "file link",
	    "a file the applicant has, a link we send to the third party; both when left out" },
	{ "max", VOCABULARY_INTEGER, MAY, "1..10", "most statements; 1 when left out" },
	{ "shows", VOCABULARY_REFERENCES, MAY, NULL,
	    "ids of the fields the applicant may choose to show whoever is asked" },
	{ "open-days", VOCABULARY_INTEGER, MAY, "1..90", "how long a link works; 21 when left out" },
	LATER,
	END,
};
static attributes why_attributes = {
	{ "use", VOCABULARY_USES, MUST, "eligibility amount statistics contact payment control case",
	    "what the answer is used for; criterion:ID names a criterion (R11, R88)" },
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
#define FIELD_PARTS "why help? constraint-text?"
#define ROW_FIELD_PARTS "why? help? constraint-text?"
#define ROW_FIELD(name, inside, own, use)                                                                              \
	{                                                                                                              \
		name ":row", TEXTS_MUST, inside, { field_attributes, own }, "row-field", use                           \
	}
#define FIELD(name, inside, own, use)                                                                                  \
	{                                                                                                              \
		name, TEXTS_MUST, inside, { field_attributes, own }, "field", use                                      \
	}

static const struct vocabulary_element elements[] = {
	{ "scheme", TEXTS_NONE,
	    "title short-title? summary purpose target-group not-supported? goals? follow-up? evaluation? years? "
	    "state-aid? applicants eligibility? amount criteria distribution form workflow payment terms? laws? "
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

	{ "amount", TEXTS_NONE, "min? fixed* levels? unit-rate* max* step? own-share? own-work? award-floor? note?",
	    { NULL }, NULL, "how much may be given" },
	{ "min", TEXTS_NONE, "", { min_attributes }, NULL, "the smallest application" },
	{ "max", TEXTS_MAY, "", { max_attributes }, NULL, "a cap; the lowest of those that hold counts" },
	{ "fixed", TEXTS_MAY, "", { sum_attributes }, NULL, "the one sum that is given; the first that holds" },
	{ "levels", TEXTS_NONE, "level+", { NULL }, NULL, "the sums to choose among; no other is given" },
	{ "level", TEXTS_MAY, "", { sum_attributes }, NULL, "one of the sums, lowest first" },
	{ "unit-rate", TEXTS_MUST, "", { unit_rate_attributes }, NULL,
	    "kroner for each of what the text names; rates are added up, and never pay more than it costs" },
	{ "step", TEXTS_NONE, "", { step_attributes }, NULL, "grants in whole thousands or the like" },
	{ "own-share", TEXTS_NONE, "", { own_share_attributes }, NULL, "what others than the county must carry" },
	{ "own-work", TEXTS_NONE, "", { own_work_attributes }, NULL, "how own work counts" },
	{ "award-floor", TEXTS_NONE, "", { award_floor_attributes }, NULL,
	    "less than this is not given: rejected instead" },
	{ "note", TEXTS_MUST, "", { NULL }, NULL, "the amounts in words" },

	{ "criteria", TEXTS_NONE, "criterion+ tie-break*", { criteria_attributes }, NULL,
	    "what counts in the assessment (DFØ: award criteria)" },
	{ "criterion", TEXTS_MUST, "description? anchor*", { criterion_attributes }, NULL, "one thing that counts" },
	{ "description", TEXTS_MUST, "", { NULL }, NULL, "what the criterion means" },
	{ "anchor", TEXTS_MUST, "", { anchor_attributes }, NULL, "what deserves a mark" },
	{ "tie-break", TEXTS_NONE, "", { tie_break_attributes }, NULL,
	    "what orders applications that are level, first one first; at last the number does" },
	{ "distribution", TEXTS_NONE, "", { distribution_attributes }, NULL, "how the frame is shared" },

	{ "form", TEXTS_NONE, "section+ without*", { NULL }, NULL, "the application form" },
	{ "section", TEXTS_MUST, "intro? @field+", { id_attributes }, NULL, "one page of the form" },
	{ "intro", TEXTS_MUST, "", { NULL }, NULL, "what to know before the section" },
	FIELD("text", FIELD_PARTS, text_attributes, "one line of text"),
	FIELD("long-text", FIELD_PARTS, long_text_attributes, "several lines of text"),
	FIELD("integer", "unit? " FIELD_PARTS, integer_attributes, "a whole number"),
	FIELD("money", FIELD_PARTS, money_attributes, "a sum in whole kroner"),
	FIELD("date", FIELD_PARTS, NULL, "a day"),
	FIELD("birth-date", FIELD_PARTS, NULL, "the day a person who applies was born: age is the fact to test"),
	FIELD("period", FIELD_PARTS, NULL, "first and last day: ID.start and ID.end"),
	FIELD("yes-no", FIELD_PARTS, NULL, "'yes' or 'no'"),
	FIELD("choice", "option+ " FIELD_PARTS, NULL, "one of several: the option's code"),
	FIELD("multi-choice", "option+ " FIELD_PARTS, NULL, "some of several: t:selected(ID, 'code')"),
	FIELD("municipalities", FIELD_PARTS, municipalities_attributes,
	    "municipalities by code, or the whole county: 'all'"),
	FIELD("email", FIELD_PARTS, email_attributes, "an e-mail address"),
	FIELD("phone", FIELD_PARTS, phone_attributes, "a telephone number"),
	FIELD("account", FIELD_PARTS, account_attributes, "a Norwegian account number"),
	FIELD("organisation-number", FIELD_PARTS, organisation_number_attributes, "nine digits, the last one checked"),
	FIELD("address", FIELD_PARTS, address_attributes,
	    "where somebody lives or is: ID.street, ID.postcode, ID.place, ID.municipality (a code)"),
	FIELD("person", FIELD_PARTS, person_attributes, "name, position, e-mail and telephone: ID.name, ID.email"),
	FIELD("statement", FIELD_PARTS, NULL, "something the applicant declares: 'yes' when ticked"),
	FIELD("applied-sum", FIELD_PARTS, NULL, "the sum applied for; exactly one in a scheme"),
	FIELD("goal-table", FIELD_PARTS, NULL, "what is promised under each goal: ID.GOAL"),
	FIELD("cost-table", FIELD_PARTS, table_attributes, "costs in money and own work: ID.cash, ID.own"),
	FIELD("financing-table", FIELD_PARTS, financing_attributes,
	    "who pays, besides the sum applied for: ID.cash, ID.own"),
	FIELD("attachment", FIELD_PARTS, attachment_attributes, "one or more files, now or by a later day"),
	FIELD("group", "row-name @row-field+ " FIELD_PARTS, group_attributes,
	    "questions asked again for each row: count(ID), sum(ID.FIELD); in a row a field goes by its own id"),
	{ "partners", TEXTS_MUST, FIELD_PARTS, { field_attributes, group_attributes, partners_attributes }, "field",
	    "who takes part: count(ID), sum(ID.cash), sum(ID.hours), t:selected(ID.confirmed, 'no')" },
	FIELD("work-packages", FIELD_PARTS, work_packages_attributes,
	    "packages with activities in time: count(ID), count(ID.activities), sum(ID.cost)"),
	FIELD("third-party-statement", "ask? " FIELD_PARTS, third_party_attributes,
	    "what somebody else says about it, as a file or by a link we send: count(ID) of those that came"),
	ROW_FIELD("text", ROW_FIELD_PARTS, row_text_attributes, "one line of text"),
	ROW_FIELD("long-text", ROW_FIELD_PARTS, row_long_text_attributes, "several lines of text"),
	ROW_FIELD("integer", "unit? " ROW_FIELD_PARTS, integer_attributes, "a whole number"),
	ROW_FIELD("money", ROW_FIELD_PARTS, money_attributes, "a sum in whole kroner"),
	ROW_FIELD("date", ROW_FIELD_PARTS, NULL, "a day"),
	ROW_FIELD("period", ROW_FIELD_PARTS, NULL, "first and last day: ID.start and ID.end in the same row"),
	ROW_FIELD("yes-no", ROW_FIELD_PARTS, NULL, "'yes' or 'no'"),
	ROW_FIELD("choice", "option+ " ROW_FIELD_PARTS, NULL, "one of several: the option's code"),
	ROW_FIELD("multi-choice", "option+ " ROW_FIELD_PARTS, NULL, "some of several: t:selected(ID, 'code')"),
	ROW_FIELD("email", ROW_FIELD_PARTS, NULL, "an e-mail address"),
	ROW_FIELD("phone", ROW_FIELD_PARTS, NULL, "a telephone number"),
	ROW_FIELD("organisation-number", ROW_FIELD_PARTS, NULL, "nine digits, the last one checked"),
	{ "row-name", TEXTS_MUST, "", { NULL }, NULL, "what one row is called, small letters: aktivitet" },
	{ "unit", TEXTS_MUST, "", { NULL }, NULL, "what is counted: deltakere" },
	{ "ask", TEXTS_MUST, "", { NULL }, NULL, "what whoever is asked reads above the statement" },
	{ "option", TEXTS_MUST, "", { option_attributes }, NULL, "one answer to choose" },
	{ "help", TEXTS_MUST, "", { NULL }, NULL, "how to answer, shown between label and field" },
	{ "why", TEXTS_MAY, "", { why_attributes }, NULL, "why we ask" },
	{ "constraint-text", TEXTS_MUST, "", { NULL }, NULL, "what to do when the constraint does not hold" },

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

	{ "tests", TEXTS_NONE, "case+", { NULL }, NULL, "example applications, run before a version is published" },
	{ "case", TEXTS_NONE, "answer*", { case_attributes, given_attributes }, NULL,
	    "one example and what comes out" },
	{ "answer", TEXTS_NONE, "", { answer_attributes }, NULL, "an answer in the example" },
};

static const char *const roots[] = { VOCABULARY_ROOT, VOCABULARY_EXTENDING, VOCABULARY_SHARED, NULL };

const struct vocabulary scheme_vocabulary = {
	.elements = elements,
	.n = sizeof(elements) / sizeof(elements[0]),
	.ns = SCHEME_NS,
	.roots = roots,
	.rng = "conf/scheme.rng",
	.command = "tilskudd scheme rng",
};
