/* vocabulary_rules.c — the elements that say who may apply and what every application is held against. */
#include "scheme/vocabulary_parts.h"

static attributes applicant_attributes = {
	{ "type", VOCABULARY_ONE_OF, MUST, APPLICANT_TYPES, "kind of applicant" },
	{ "may-appeal", VOCABULARY_ONE_OF, MAY, YES_NO,
	    "no when this kind has no right of appeal (R95); yes otherwise" },
	END,
};

static attributes requires_attributes = {
	{ "register", VOCABULARY_SOME_OF, MUST, REGISTERS,
	    "register the applicant must stand in; of several, one is enough" },
	{ "outcome", VOCABULARY_ONE_OF, MAY, "dismissal rejection", "of not standing in it; dismissal when left out" },
	{ "when", VOCABULARY_EXPRESSION, MAY, NULL, "demanded only when this is true" },
	END,
};

static attributes form_attributes = {
	{ "allow", VOCABULARY_FORMS, MAY, NULL, "the register's codes that may apply: FLI SA STI" },
	{ "deny", VOCABULARY_FORMS, MAY, NULL, "instead of allow: the codes that may not" },
	{ "ask", VOCABULARY_FORMS, MAY, NULL, "codes an officer looks into: AS, for its statutes" },
	{ "outcome", VOCABULARY_ONE_OF, MAY, "dismissal rejection", "of having another form; dismissal when left out" },
	{ "when", VOCABULARY_EXPRESSION, MAY, NULL, "holds only when this is true: ansatte = 0" },
	END,
};

static attributes rule_attributes = {
	{ "id", VOCABULARY_ID, MUST, NULL, "the rule's name in checks, letters and tests" },
	{ "kind", VOCABULARY_ONE_OF, MUST, "knock-out warning", "whether an application that fails it is out" },
	{ "outcome", VOCABULARY_ONE_OF, MAY, "dismissal rejection",
	    "of a knock-out: dismissal (avvisning, not assessed) or rejection (avslag)" },
	{ "for", VOCABULARY_SOME_OF, MAY, APPLICANT_TYPES, "the kinds of applicant it is for; all when left out" },
	{ "when", VOCABULARY_EXPRESSION, MAY, NULL, "the rule holds only when this is true: applied > 100000" },
	{ "test", VOCABULARY_EXPRESSION, MAY, NULL, "true when the rule is passed; absent counts as passed" },
	{ "judged-by", VOCABULARY_ONE_OF, MAY, "officer", "instead of test: a person answers" },
	END,
};

static attributes alternative_attributes = {
	{ "id", VOCABULARY_ID, MUST, NULL, "its name" },
	{ "test", VOCABULARY_EXPRESSION, MAY, NULL, "true when it holds; an officer judges it when left out" },
	END,
};

static attributes list_attributes = {
	{ "id", VOCABULARY_ID, MUST, NULL, "its name in t:in-list() and t:some-in-list()" },
	END,
};

static attributes item_attributes = {
	{ "code", VOCABULARY_CODE, MUST, NULL, "a municipality's number or an option's code" },
	END,
};

static attributes state_aid_attributes = {
	{ "basis", VOCABULARY_ID, MUST, NULL,
	    "the legal basis, one of those in conf/limits.xml: de-minimis, gber-31 (article 31), gber-25" },
	{ "ceiling", VOCABULARY_NOK, MAY, NULL,
	    "with de-minimis: a ceiling of the scheme's own over three years, below the law's in conf/limits.xml" },
	{ "declared", VOCABULARY_REFERENCE, MAY, NULL,
	    "id of the money field where the applicant declares what it got from others in three years" },
	END,
};

static const struct vocabulary_element elements[] = {
	{ "state-aid", TEXTS_MUST, "", { state_aid_attributes }, NULL,
	    "the legal basis when recipients may be undertakings, in words for letters" },
	{ "applicants", TEXTS_NONE, "applicant+", { NULL }, NULL, "who may apply" },
	{ "applicant", TEXTS_MAY, "requires* organisation-form*", { applicant_attributes }, NULL,
	    "a kind of applicant, and who among them" },
	{ "requires", TEXTS_MAY, "", { requires_attributes }, NULL,
	    "registers of which the applicant must stand in one; what is told when it doesn't" },
	{ "organisation-form", TEXTS_MAY, "", { form_attributes }, NULL,
	    "the organisation forms that may or may not apply; what is told to the others" },
	{ "lists", TEXTS_NONE, "list+ without*", { NULL }, NULL, "closed lists that rules use" },
	{ "list", TEXTS_MUST, "item+", { list_attributes }, NULL, "a closed list, and what it is called" },
	{ "item", TEXTS_MAY, "", { item_attributes }, NULL, "a code in the list" },
	{ "eligibility", TEXTS_NONE, "rule* without*", { NULL }, NULL, "rules every application is held against" },
	{ "rule", TEXTS_NONE, "reason alternative*", { rule_attributes }, NULL,
	    "one rule: tested, judged, or a list of alternatives of which one must hold" },
	{ "reason", TEXTS_MUST, "", { NULL }, NULL, "what is told when the rule is not passed" },
	{ "alternative", TEXTS_MUST, "", { alternative_attributes }, NULL, "one way to pass the rule, in words" },
};

const struct vocabulary rules_vocabulary = {
	.elements = elements,
	.n = sizeof(elements) / sizeof(elements[0]),
	.more = &after_vocabulary,
};
