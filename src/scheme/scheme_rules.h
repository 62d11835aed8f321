/* scheme_rules.h — who may apply, and the rules every application is held against. */
#ifndef SCHEME_SCHEME_RULES_H
#define SCHEME_SCHEME_RULES_H

#include <stdbool.h>
#include <stddef.h>

#include "core/lang.h"
#include "core/money.h"

struct expr; /* scheme/expr.h */

enum applicant_kind {
	APPLICANT_VOLUNTARY,
	APPLICANT_MUNICIPALITY,
	APPLICANT_ENTERPRISE,
	APPLICANT_COOPERATION,
	APPLICANT_PERSON,
	APPLICANT__MAX
};
extern const char *const applicant_kind_codes[APPLICANT__MAX];
const char *applicant_kind_code(enum applicant_kind kind);
bool applicant_kind_parse(enum applicant_kind *kind, const char *code);

/* The public registers, and the national federations that keep lists of their clubs. */
enum register_kind {
	REGISTER_VOLUNTARY, /* Frivillighetsregisteret */
	REGISTER_ENTITIES,  /* Enhetsregisteret */
	REGISTER_BUSINESS,  /* Foretaksregisteret */
	REGISTER_NIF,       /* Norges idrettsforbund */
	REGISTER_DFS,       /* Det frivillige skyttervesen */
	REGISTER_NBF,       /* Norges bilsportforbund */
	REGISTER__MAX
};
extern const char *const register_codes[REGISTER__MAX]; /* "frivillighetsregisteret", "nif" ... */
extern const char *const register_names[REGISTER__MAX]; /* as people say them, the same in all languages */
bool register_parse(enum register_kind *kind, const char *code);

enum rule_severity { RULE_KNOCK_OUT, RULE_WARNING };
enum rule_outcome { RULE_DISMISSAL, RULE_REJECTION }; /* avvisning, avslag (R95) */

/* One <requires>: of several registers, one is enough. */
struct scheme_requirement {
	unsigned registers; /* bits 1 << enum register_kind */
	enum rule_outcome outcome;
	struct expr *when;     /* NULL: always */
	struct lang_text text; /* what is told when it is not met; may be empty */
};

/* One <organisation-form>; the lists are the register's codes with a space between, NULL when there is none. */
struct scheme_form_rule {
	const char *allow, *deny, *ask;
	enum rule_outcome outcome;
	struct expr *when;
	struct lang_text text;
};

struct scheme_applicant {
	enum applicant_kind kind;
	struct lang_text note; /* who among them, in words; may be empty */
	struct scheme_requirement *requires;
	size_t n_requires;
	struct scheme_form_rule *forms;
	size_t n_forms;
	bool may_appeal; /* right of appeal is data per applicant type (R95) */
};

/* One way to pass a rule. */
struct scheme_alternative {
	const char *id;
	struct expr *test; /* NULL when an officer judges it */
	struct lang_text text;
};

struct scheme_rule {
	const char *id;
	enum rule_severity severity;
	enum rule_outcome outcome;
	unsigned kinds;    /* of applicants, bits 1 << enum applicant_kind; 0: all */
	struct expr *when; /* NULL: the rule always holds */
	struct expr *test; /* true means passed; NULL when an officer judges it, or one alternative must hold */
	struct scheme_alternative *alternatives;
	size_t n_alternatives;
	struct lang_text reason; /* what is told when it is not passed */
	int line;
};

/*
 * Rules that follow from other parts of a scheme: who may apply, registers, organisation form and state aid. A register
 * but Frivillighetsregisteret has its own code as id, the second form rule "organisation-form-2".
 */
#define RULE_ID_APPLICANT "applicant-type"
#define RULE_ID_REGISTER "voluntary-register"
#define RULE_ID_FORM "organisation-form"
#define RULE_ID_STATE_AID "state-aid"

/* Whether a rule of that id is one of those. */
bool rule_built_in(const char *id);

/* The id of the rule that a requirement makes. */
const char *requirement_id(const struct scheme_requirement *requirement);

/* A closed list that t:in-list() asks. */
struct scheme_list {
	const char *id;
	struct lang_text name;
	const char **codes;
	size_t n;
};

/* Support to undertakings (R28). */
struct scheme_state_aid {
	const char *basis; /* "gber-31", "de-minimis" or NULL when recipients are no undertakings */
	struct lang_text text;
	money ceiling;        /* the scheme's own, in three years, below the law's; ore < 0: the law's alone */
	const char *declared; /* id of the field with what the applicant declares; NULL when there is none */
	int line;
};
#define STATE_AID_DE_MINIMIS "de-minimis"

#endif
