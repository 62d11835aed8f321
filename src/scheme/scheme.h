/* scheme.h — a grant scheme, compiled: immutable, shared by form, validation, command line and documents. */
#ifndef SCHEME_SCHEME_H
#define SCHEME_SCHEME_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "core/arena.h"
#include "core/date.h"
#include "core/lang.h"
#include "core/money.h"

struct expr; /* scheme/expr.h */

enum scheme_area { AREA_CULTURE, AREA_SPORT, AREA_TRANSPORT, AREA_BUSINESS, AREA_COMMUNITY, AREA__MAX };

/* "kultur", "idrett", "samferdsel", "naering", "samfunnsutvikling": as in XML, database and addresses. */
const char *area_code(enum scheme_area area);
bool area_parse(enum scheme_area *area, const char *code);

enum applicant_kind {
	APPLICANT_VOLUNTARY,
	APPLICANT_MUNICIPALITY,
	APPLICANT_ENTERPRISE,
	APPLICANT_COOPERATION,
	APPLICANT_PERSON,
	APPLICANT__MAX
};
const char *applicant_kind_code(enum applicant_kind kind);
bool applicant_kind_parse(enum applicant_kind *kind, const char *code);

struct scheme_goal {
	const char *id;
	struct lang_text name;
	const char *unit; /* "person", "stk", "time" ... */
	const char *tag;  /* "integration" or NULL: reported across schemes */
	bool optional;
};

struct scheme_applicant {
	enum applicant_kind kind;
	struct lang_text note;         /* who among them, in words; may be empty */
	bool needs_voluntary_register; /* Frivillighetsregisteret at submission (R6) */
	bool may_appeal;               /* right of appeal is data per applicant type (R95) */
};

enum rule_severity { RULE_KNOCK_OUT, RULE_WARNING };
enum rule_outcome { RULE_DISMISSAL, RULE_REJECTION }; /* avvisning, avslag (R95) */

struct scheme_rule {
	const char *id;
	enum rule_severity severity;
	enum rule_outcome outcome;
	struct expr *test;       /* true means passed; NULL when an officer judges it */
	struct lang_text reason; /* what is told when it is not passed */
	int line;
};

/* A share as an exact fraction in hundredths of a percent: 75 % is 7500. */
typedef int32_t share_bp;

enum share_base { SHARE_OF_COSTS, SHARE_OF_FINANCING, SHARE_OF_APPLIED, SHARE_OF_CASH_COSTS };

struct scheme_cap {        /* one <max> or <min>; several may hold at once, the lowest wins */
	struct expr *when; /* NULL: always */
	money sum;         /* ore < 0: none */
	share_bp share;    /* < 0: none */
	enum share_base of;
	struct lang_text note;
};

struct scheme_sum { /* one <fixed> or <level> */
	struct expr *when;
	money sum;
	struct lang_text note;
};

struct scheme_rate { /* one <unit-rate>; those that hold are added up */
	struct expr *when;
	struct expr *count; /* how many, a number */
	money sum;          /* for each "per" of them, begun ones not counted */
	int per;
	struct lang_text unit; /* "deltaker" */
};

struct scheme_amount {
	struct scheme_sum *sums; /* the only sums that are given; none: any within the limits */
	size_t n_sums;
	bool levels; /* the sums are to choose among; otherwise the first that holds is the one */
	struct scheme_rate *rates;
	size_t n_rates;
	money step; /* grants are whole multiples of it, 0 none */
	struct scheme_cap *max;
	size_t n_max;
	money min_applied;    /* under this an application isn't handled; 0 none */
	const char *min_rule; /* the eligibility rule that tests it and tells the reason; NULL without min_applied */
	share_bp own_share;   /* smallest own share, 0 none */
	enum share_base own_share_of;
	money own_work_rate;     /* kroner an hour, 0 none */
	share_bp own_work_share; /* largest share of financing that own work may be, < 0 none */
	share_bp award_floor;    /* smallest share of the sum applied for that may be given, 0 none */
	struct lang_text note;
};

enum criteria_method { CRITERIA_OVERALL, CRITERIA_WEIGHTED }; /* one reason and no marks, or marks with weights */

struct scheme_anchor {
	int mark;
	struct lang_text text;
};

struct scheme_criterion {
	const char *id;
	struct lang_text name;
	struct lang_text description;
	int weight;      /* of the sum of weights; 0 in CRITERIA_OVERALL */
	const char *tag; /* "integration" or NULL */
	bool internal;   /* not shown to applicants */
	struct scheme_anchor *anchors;
	size_t n_anchors;
};

/* What orders applications with the same total. */
enum ranking_key { RANK_MUNICIPALITIES, RANK_APPLIED, RANK_SUBMITTED, RANK_DRAW };

struct ranking_tie_break {
	enum ranking_key key;
	bool descending; /* more, or later, comes first; without meaning for a draw */
};

enum distribution_kind { DISTRIBUTION_JUDGED, DISTRIBUTION_RANKED };

enum field_type {
	FIELD_TEXT,
	FIELD_LONG_TEXT,
	FIELD_INTEGER,
	FIELD_MONEY,
	FIELD_DATE,
	FIELD_PERIOD, /* answers id.start and id.end */
	FIELD_YES_NO, /* "yes" or "no" */
	FIELD_CHOICE,
	FIELD_MULTI_CHOICE,   /* codes with a space between */
	FIELD_MUNICIPALITIES, /* codes with a space between; "all" means the whole county */
	FIELD_EMAIL,
	FIELD_PHONE,
	FIELD_ACCOUNT,     /* Norwegian account number, mod 11 */
	FIELD_STATEMENT,   /* a box that must be ticked when required: "yes" */
	FIELD_APPLIED,     /* the sum applied for; one in each scheme */
	FIELD_GOALS,       /* answers id.GOAL.number and id.GOAL.how */
	FIELD_COSTS,       /* answers id.N.item, id.N.cash, id.N.own; N from 0 */
	FIELD_FINANCING,   /* answers id.N.source, id.N.cash, id.N.own; the sum applied for is a line of its own */
	FIELD_ATTACHMENT,  /* files lie beside the answers */
	FIELD_BIRTH_DATE,  /* a date; one in each scheme, age is the fact */
	FIELD_ORGNR,       /* organisation number, mod 11 */
	FIELD_ADDRESS,     /* answers id.street, id.postcode, id.place, id.municipality */
	FIELD_PERSON,      /* answers id.name, id.position, id.email, id.phone; of a signatory id.basis too */
	FIELD_GROUP,       /* answers id.KEY.FIELD; KEY is the row's for ever (answer_rows.h) */
	FIELD_PARTNERS,    /* a group whose fields are the language's own */
	FIELD_PACKAGES,    /* answers id.KEY.name, id.KEY.goal ...; of an activity id.KEY.KEY.name, .from, .to ... */
	FIELD_PLAN_TIME,   /* when an activity starts or ends: "2027-01", the first month; in work packages only */
	FIELD_THIRD_PARTY, /* answers id.KEY.name, .email, .shows of those to be asked; statements lie beside them */
	FIELD__MAX
};
const char *field_type_code(enum field_type type); /* the XML element: "long-text", "cost-table" ... */
bool field_type_parse(enum field_type *type, const char *code);

struct scheme_option {
	const char *code;
	struct lang_text name;
};

/* Why a question is asked (R11, R88): bits, and the criterion when there is one. */
enum field_use {
	USE_CRITERION = 1,
	USE_ELIGIBILITY = 2,
	USE_AMOUNT = 4,
	USE_STATISTICS = 8,
	USE_CONTACT = 16,
	USE_PAYMENT = 32,
	USE_CONTROL = 64,
	USE_CASE = 128 /* names the case in lists, letters and archive */
};

/* What may be sent after the application: by the later of the two days. */
struct scheme_later {
	int days;       /* after the call's deadline, 0 none */
	int month, day; /* the first such day after the call's deadline; 0 none */
};

/* What partners and work packages ask for, as bits. */
enum group_asks {
	ASK_NUMBER = 1,
	ASK_ROLE = 2,
	ASK_CASH = 4,
	ASK_HOURS = 8,
	ASK_CONFIRMED = 16,
	ASK_GOAL = 32,
	ASK_RESPONSIBLE = 64,
	ASK_MILESTONES = 128,
	ASK_COST = 256
};

/* How statements of third parties come, as bits. */
enum statement_way { STATEMENT_FILE = 1, STATEMENT_LINK = 2 };

struct scheme_field {
	const char *id;
	enum field_type type;
	struct lang_text label, help, why;
	struct expr *required;            /* NULL: optional */
	struct expr *relevant;            /* NULL: always asked */
	struct expr *constraint;          /* NULL: none */
	struct lang_text constraint_text; /* what to do when the constraint does not hold */
	int max_length;                   /* code points; 0: the type's own limit */
	int64_t min, max;                 /* integers as they are, money in whole kroner; min > max: none */
	int max_rows;                     /* tables */
	struct scheme_option *options;
	size_t n_options;
	unsigned kinds; /* attachments: bits of enum attachment_kind */
	int max_mb, max_files;
	const char *file_name;       /* how files are to be called, "*" for anything; NULL any name */
	struct scheme_later later;   /* attachments and statements */
	int64_t step;                /* money: whole multiples of so many kroner, 0 none */
	struct lang_text unit;       /* integers: "deltakere"; empty none */
	const char *prefill;         /* where a new draft takes its answer from; NULL nowhere */
	struct scheme_field *fields; /* groups and partners: what each row asks */
	size_t n_fields;
	struct lang_text row_name; /* "aktivitet" */
	int min_rows;
	unsigned asks;                         /* partners and work packages: bits of enum group_asks */
	int months;                            /* work packages: how many in a column of the plan, 1, 3, 6 or 12 */
	const struct scheme_field *activities; /* work packages: the activities of each, a group */
	unsigned ways;                         /* statements: bits of enum statement_way */
	const char *shows; /* statements: ids of fields that may be shown, with spaces between; "" none */
	int open_days;     /* statements: how long a link works */
	struct lang_text ask;
	unsigned uses;
	const char *use_criterion; /* with USE_CRITERION */
	const char *role;          /* FIELD_ROLE_* or NULL: what the answer is used as */
	const char *balances;      /* FIELD_FINANCING: id of the cost table it must equal */
	int line;
};

/* At most one field of each role in a scheme; FIELD_ROLE_TITLE is always there. */
#define FIELD_ROLE_TITLE "title" /* names the case */
#define FIELD_ROLE_SUMMARY "summary"
#define FIELD_ROLE_CONTACT_NAME "contact-name"
#define FIELD_ROLE_CONTACT_EMAIL "contact-email"
#define FIELD_ROLE_CONTACT_PHONE "contact-phone"
/* Of persons. */
#define FIELD_ROLE_CONTACT "contact"
#define FIELD_ROLE_LEADER "project-leader"
#define FIELD_ROLE_SIGNATORY "signatory"

enum attachment_kind { ATTACH_PDF = 1, ATTACH_IMAGE = 2, ATTACH_DOCUMENT = 4, ATTACH_SPREADSHEET = 8 };

struct scheme_section {
	const char *id;
	struct lang_text title, intro;
	struct scheme_field *fields;
	size_t n_fields;
};

/* Who decides up to a sum; the first row whose limit the proposed sum does not pass is the one. */
struct scheme_decision_level {
	money up_to;      /* ore < 0: no upper limit */
	const char *body; /* code of a body, or NULL: the leader by delegation */
};

struct scheme_payment_part {
	share_bp share;
	const char *when; /* "accepted", "report-approved" */
};

struct scheme_term { /* a condition of the grant, stated in the letter */
	struct lang_text text;
};

struct scheme_law { /* what the decision stands on: act, regulation or guideline */
	struct lang_text text;
};

/* What a test inside the scheme gives: the name of a fact or an answer, as expressions name it. */
struct scheme_given {
	const char *name;  /* "applied", "applicant-type", "unge-planlegger", "periode.start" */
	const char *value; /* as an answer holds it: whole kroner, ISO day, code */
};

/* An example application with what must come out of it; run before a version is published. */
struct scheme_test {
	const char *name;
	struct scheme_given *given;
	size_t n_given;
	bool eligible;
	bool has_outcome;
	enum rule_outcome outcome; /* of an application that isn't eligible */
	const char *because;       /* the rule that isn't passed; NULL when the test doesn't say */
	money max_award;           /* ore < 0: the test doesn't say */
	int line;
};

struct scheme {
	const char *id;
	const char *version_hash; /* SHA-256 of the canonical document */
	const char *source;       /* address of the county's own page; NULL when none */
	enum scheme_area area;
	const char *unit;   /* code of the owner unit */
	const char *status; /* "active", "paused", "ended" */
	struct lang_text title, short_title, summary, purpose, target_group, not_supported, follow_up, evaluation;
	struct scheme_goal *goals;
	size_t n_goals;
	struct scheme_applicant *applicants;
	size_t n_applicants;
	struct scheme_rule *rules;
	size_t n_rules;
	struct scheme_amount amount;
	enum criteria_method method;
	int scale_min, scale_max; /* with CRITERIA_WEIGHTED */
	struct scheme_criterion *criteria;
	size_t n_criteria;
	struct ranking_tie_break *tie_breaks; /* in the order they are tried; after them the application's number */
	size_t n_tie_breaks;
	const char *draw_seed; /* with RANK_DRAW; NULL otherwise */
	enum distribution_kind distribution;
	int years; /* grants for this many years; 1 for most */
	struct lang_text years_text;
	const char *state_aid; /* "gber-31", "de-minimis" or NULL when recipients are no undertakings (R28) */
	struct lang_text state_aid_text;
	struct scheme_section *sections;
	size_t n_sections;
	struct scheme_decision_level *levels;
	size_t n_levels;
	const char *appeal_body; /* code of a body */
	struct scheme_payment_part *payment;
	size_t n_payment;
	struct scheme_term *terms;
	size_t n_terms;
	struct scheme_law *laws;
	size_t n_laws;
	struct lang_text report_due; /* in words: "tre måneder etter at tiltaket er ferdig" */
	int report_months;           /* after the period's end; -1 when the words alone say it */
	struct scheme_test *tests;
	size_t n_tests;
};

/* The field of that id in any section; NULL when there is none. */
const struct scheme_field *scheme_field(const struct scheme *scheme, const char *id);
const struct scheme_field *scheme_field_of_type(const struct scheme *scheme, enum field_type type);
/* The field with the role FIELD_ROLE_*; NULL when there is none, never for FIELD_ROLE_TITLE. */
const struct scheme_field *scheme_field_of_role(const struct scheme *scheme, const char *role);
const struct scheme_section *scheme_section(const struct scheme *scheme, const char *id);
const struct scheme_applicant *scheme_applicant(const struct scheme *scheme, enum applicant_kind kind);
const struct scheme_goal *scheme_goal(const struct scheme *scheme, const char *id);
const struct scheme_criterion *scheme_criterion(const struct scheme *scheme, const char *id);
const struct scheme_rule *scheme_rule(const struct scheme *scheme, const char *id);
/* The row that decides a proposed sum; never NULL in a checked scheme. */
const struct scheme_decision_level *scheme_level(const struct scheme *scheme, money proposed);

#endif
