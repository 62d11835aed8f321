/* vocabulary_form.c — the elements and attributes of the application form. */
#include "scheme/vocabulary_parts.h"

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

#define CALCULATE                                                                                                      \
	{                                                                                                              \
		"calculate", VOCABULARY_EXPRESSION, MAY, NULL,                                                         \
		    "what the answer is, worked out from the others; nobody is asked then. Numbers and sums are "      \
		    "rounded to whole ones"                                                                            \
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
	CALCULATE,
	END,
};

static attributes money_attributes = {
	{ "min", VOCABULARY_NOK, MAY, NULL, "smallest answer, whole kroner" },
	{ "max", VOCABULARY_NOK, MAY, NULL, "largest answer, whole kroner" },
	{ "step", VOCABULARY_INTEGER, MAY, "2..1000000", "the answer is a multiple of so many kroner: 1000" },
	CALCULATE,
	END,
};

static attributes date_attributes = {
	CALCULATE,
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

static attributes cost_type_attributes = {
	{ "code", VOCABULARY_ID, MUST, NULL, "what is stored; ID.CODE in expressions is what such costs add up to" },
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
	{ "max-files", VOCABULARY_INTEGER, MAY, "1..20", "most files; as many as an application takes when left out" },
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
	{ "max", VOCABULARY_INTEGER, MAY, "1..10", "most statements; 1 when left out" },
	{ "applicant-reads", VOCABULARY_ONE_OF, MAY, "yes no",
	    "whether the applicant reads what others write through a link we send; yes when left out" },
	{ "shows", VOCABULARY_REFERENCES, MAY, NULL,
	    "fields whose answers the applicant may show whoever is asked; none when left out" },
	LATER,
	END,
};
static attributes why_attributes = {
	{ "use", VOCABULARY_USES, MUST, "eligibility amount statistics contact payment control case",
	    "what the answer is used for; criterion:ID names a criterion (R11, R88)" },
	END,
};

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
	{ "form", TEXTS_NONE, "section+ take* without*", { NULL }, NULL, "the application form" },
	{ "section", TEXTS_MUST, "intro? @field+", { id_attributes }, NULL, "one page of the form" },
	{ "intro", TEXTS_MUST, "", { NULL }, NULL, "what to know before the section" },
	FIELD("text", FIELD_PARTS, text_attributes, "one line of text"),
	FIELD("long-text", FIELD_PARTS, long_text_attributes, "several lines of text"),
	FIELD("integer", "unit? " FIELD_PARTS, integer_attributes, "a whole number"),
	FIELD("money", FIELD_PARTS, money_attributes, "a sum in whole kroner"),
	FIELD("date", FIELD_PARTS, date_attributes, "a day"),
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
	FIELD("applied-sum", FIELD_PARTS, NULL,
	    "the sum applied for; exactly one in a scheme, or none when the frame is shared by formula or alike"),
	FIELD("goal-table", FIELD_PARTS, NULL, "what is promised under each goal: ID.GOAL"),
	FIELD(
	    "cost-table", "cost-type* " FIELD_PARTS, table_attributes, "costs in money and own work: ID.cash, ID.own"),
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
	    "what somebody else says about it, written through a link we send, or as a file: count(ID)"),
	ROW_FIELD("text", ROW_FIELD_PARTS, row_text_attributes, "one line of text"),
	ROW_FIELD("long-text", ROW_FIELD_PARTS, row_long_text_attributes, "several lines of text"),
	ROW_FIELD("integer", "unit? " ROW_FIELD_PARTS, integer_attributes, "a whole number"),
	ROW_FIELD("money", ROW_FIELD_PARTS, money_attributes, "a sum in whole kroner"),
	ROW_FIELD("date", ROW_FIELD_PARTS, date_attributes, "a day"),
	ROW_FIELD("period", ROW_FIELD_PARTS, NULL, "first and last day: ID.start and ID.end in the same row"),
	ROW_FIELD("yes-no", ROW_FIELD_PARTS, NULL, "'yes' or 'no'"),
	ROW_FIELD("choice", "option+ " ROW_FIELD_PARTS, NULL, "one of several: the option's code"),
	ROW_FIELD("multi-choice", "option+ " ROW_FIELD_PARTS, NULL, "some of several: t:selected(ID, 'code')"),
	ROW_FIELD("email", ROW_FIELD_PARTS, NULL, "an e-mail address"),
	ROW_FIELD("phone", ROW_FIELD_PARTS, NULL, "a telephone number"),
	ROW_FIELD("organisation-number", ROW_FIELD_PARTS, NULL, "nine digits, the last one checked"),
	{ "row-name", TEXTS_MUST, "", { NULL }, NULL, "what one row is called, small letters: aktivitet" },
	{ "unit", TEXTS_MUST, "", { NULL }, NULL, "what is counted: deltakere" },
	{ "cost-type", TEXTS_MUST, "", { cost_type_attributes }, NULL,
	    "a type of cost: each line of the table is given one" },
	{ "option", TEXTS_MUST, "", { option_attributes }, NULL, "one answer to choose" },
	{ "help", TEXTS_MUST, "", { NULL }, NULL, "how to answer, shown between label and field" },
	{ "ask", TEXTS_MUST, "", { NULL }, NULL, "what whoever is asked for a statement is to write about" },
	{ "why", TEXTS_MAY, "", { why_attributes }, NULL, "why we ask" },
	{ "constraint-text", TEXTS_MUST, "", { NULL }, NULL, "what to do when the constraint does not hold" },
};

const struct vocabulary form_vocabulary = {
	.elements = elements,
	.n = sizeof(elements) / sizeof(elements[0]),
	.more = &rules_vocabulary,
};
