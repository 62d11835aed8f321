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
#include "scheme/scheme_after.h"
#include "scheme/scheme_rules.h"

struct expr; /* scheme/expr.h */

enum scheme_area { AREA_CULTURE, AREA_SPORT, AREA_TRANSPORT, AREA_BUSINESS, AREA_COMMUNITY, AREA__MAX };

/* "kultur", "idrett", "samferdsel", "naering", "samfunnsutvikling": as in XML, database and addresses. */
const char *area_code(enum scheme_area area);
bool area_parse(enum scheme_area *area, const char *code);

struct scheme_goal {
	const char *id;
	struct lang_text name;
	const char *unit; /* "person", "stk", "time" ... */
	const char *tag;  /* "integration" or NULL: reported across schemes */
	bool optional;
};

enum share_base { SHARE_OF_COSTS, SHARE_OF_FINANCING, SHARE_OF_APPLIED, SHARE_OF_CASH_COSTS };

/* Codes of cost types, as the cost table's options have them; none: costs of every type. */
struct scheme_cost_types {
	const char **codes;
	size_t n;
};

struct scheme_cap {            /* one <max>; several may hold at once, the lowest wins */
	struct expr *when;     /* NULL: always */
	struct expr *for_each; /* sum is for each of these; NULL: once */
	money sum;             /* ore < 0: none */
	share_bp share;        /* < 0: none */
	enum share_base of;
	struct scheme_cost_types types; /* the share is of the costs of these alone */
	bool firm;                      /* no reason is good enough to pass it */
	struct lang_text note;
};

struct scheme_cost_share { /* one <cost-share>; those that hold are added up */
	struct expr *when;
	struct scheme_cost_types types;
	share_bp share;
	money sum;          /* the most for these types; ore < 0: none */
	enum share_base of; /* SHARE_OF_COSTS or SHARE_OF_CASH_COSTS */
	struct lang_text note;
};

struct scheme_sub_cap { /* one <sub-cap> */
	struct expr *when;
	struct scheme_cost_types types;
	share_bp max_share; /* of all costs; < 0: none */
	money max_sum;      /* ore < 0: none */
	share_bp min_share; /* of what counts; < 0: none */
	struct lang_text note;
};

struct scheme_own_share { /* one <own-share>; all that hold must be met */
	struct expr *when;
	share_bp share;
	enum share_base of;
	struct lang_text note;
};

struct scheme_own_work { /* one <own-work> with a share; the first that holds */
	struct expr *when;
	share_bp share;
	enum share_base of; /* SHARE_OF_FINANCING or SHARE_OF_COSTS */
	struct lang_text note;
};

/* What a lower cost than planned does to a grant. */
enum final_cost_cut {
	FINAL_COST_UNSAID,
	FINAL_COST_PROPORTIONAL, /* the grant falls by the same percent */
	FINAL_COST_SHARE,        /* no further than the caps demand */
	FINAL_COST_NONE          /* it stands, but is never more than the cost */
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
	struct scheme_cost_share *cost_shares;
	size_t n_cost_shares;
	struct scheme_sub_cap *sub_caps;
	size_t n_sub_caps;
	struct scheme_own_share *own_shares;
	size_t n_own_shares;
	money own_work_rate; /* kroner an hour, 0 none */
	struct scheme_own_work *own_works;
	size_t n_own_works;
	share_bp award_floor;  /* smallest share of the sum applied for that may be given, 0 none */
	money award_floor_sum; /* smallest sum that may be given, 0 none */
	enum final_cost_cut final_cost;
	struct lang_text note;
};

/* One reason and no marks, marks with weights, or marks that count alike; without criteria: CRITERIA_OVERALL. */
enum criteria_method { CRITERIA_OVERALL, CRITERIA_WEIGHTED, CRITERIA_MARKS };

/* What an assessor is asked about a criterion: a mark, whether it is met, or nothing before the list. */
enum criterion_kind { CRITERION_GRADED, CRITERION_REQUIRED, CRITERION_SHOULD, CRITERION_PORTFOLIO };

struct scheme_anchor {
	int mark;
	struct lang_text text;
};

struct scheme_criterion {
	const char *id;
	enum criterion_kind kind;
	struct lang_text name;
	struct lang_text description;
	int weight;       /* of the sum of weights; 1 for all that are graded in CRITERIA_MARKS; 0: not in the total */
	int min_mark;     /* a lower mark may mean rejection; < 0: none */
	bool min_rejects; /* a lower mark does mean rejection */
	const char *spread; /* CRITERION_PORTFOLIO: SPREAD_* or the id of a question; NULL for words alone */
	const char *tag;    /* "integration" or NULL */
	bool internal;      /* not shown to applicants */
	struct scheme_anchor *anchors;
	size_t n_anchors;
};

#define SPREAD_MUNICIPALITY "municipality"
#define SPREAD_APPLICANT "applicant-type"

/* A step of ordered priority; applications stand on the first that holds, or where an officer puts them. */
struct scheme_rung {
	const char *id;
	struct expr *when; /* NULL: the rest, or judged */
	struct lang_text text;
};

/* What orders applications with the same total. */
enum ranking_key {
	RANK_MUNICIPALITIES,
	RANK_APPLIED,
	RANK_SUBMITTED,
	RANK_FIRST_APPLIED, /* the first call of the scheme the applicant sent something to */
	RANK_YEARS_APPLIED, /* in how many years it has */
	RANK_TEST,          /* those it is true for first */
	RANK_NUMBER,
	RANK_DRAW
};

struct ranking_tie_break {
	enum ranking_key key;
	bool descending;       /* more, or later, comes first; without meaning for a test and a draw */
	struct expr *value;    /* RANK_TEST, RANK_NUMBER */
	struct lang_text text; /* the same: "frivillige før offentlige" */
};

enum distribution_kind { DISTRIBUTION_JUDGED, DISTRIBUTION_RANKED, DISTRIBUTION_FORMULA, DISTRIBUTION_EVERYONE };

enum split_by { SPLIT_EQUAL, SPLIT_COUNT, SPLIT_PARTS };

struct scheme_weight {
	struct expr *when;
	int parts;
};

struct scheme_split { /* a part of a pot */
	share_bp share;
	enum split_by by;
	struct expr *count; /* SPLIT_COUNT */
	struct scheme_weight *weights;
	size_t n_weights;
	struct lang_text name; /* may be empty */
};

struct scheme_pot { /* a part of the frame; everyone is paid from the first that holds */
	const char *id;
	struct lang_text name;
	share_bp share;
	struct expr *when;
	bool unused_to_others;
	money min;         /* 0 none */
	bool below_raised; /* who would get less than min gets min; otherwise nothing */
	money max;         /* ore < 0: none */
	struct scheme_split *splits;
	size_t n_splits;
};

struct scheme_earmark { /* a part of the frame kept for some; everyone counts under the first that holds */
	const char *id;
	struct lang_text name;
	share_bp share; /* < 0: none */
	money sum;      /* ore < 0: none */
	/* Whom it is for: all that is said holds. */
	unsigned kinds;   /* of applicants, bits 1 << enum applicant_kind; 0: all */
	const char *list; /* id of a list of municipalities; NULL: any */
	const char *tag;  /* of a goal that something is promised under; NULL: any */
	struct expr *when;
	bool unused_to_others;
};

/* Where the kroner go that rounding leaves. */
enum remainder_rule { REMAINDER_FRACTIONS, REMAINDER_LARGEST, REMAINDER_LEFT };

struct scheme_sharing {
	money round; /* parts are whole multiples; one krone when nothing is said */
	enum remainder_rule remainder;
	bool gives_amount;       /* DISTRIBUTION_EVERYONE: what <amount> gives; otherwise equal parts */
	struct scheme_pot *pots; /* DISTRIBUTION_FORMULA */
	size_t n_pots;
	struct scheme_earmark *earmarks;
	size_t n_earmarks;
};

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
	FIELD_APPLIED,     /* the sum applied for; one in each scheme that judges */
	FIELD_GOALS,       /* answers id.GOAL.number and id.GOAL.how */
	FIELD_COSTS,       /* answers id.N.item, id.N.type (with cost types), id.N.cash, id.N.own; N from 0 */
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
	FIELD_THIRD_PARTY, /* what others say, as files that lie beside the answers */
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

struct scheme_field {
	const char *id;
	enum field_type type;
	struct lang_text label, help, why;
	struct expr *required;            /* NULL: optional */
	struct expr *relevant;            /* NULL: always asked */
	struct expr *constraint;          /* NULL: none */
	struct expr *calculate;           /* NULL: somebody answers; numbers, sums and days */
	struct lang_text constraint_text; /* what to do when the constraint does not hold */
	int max_length;                   /* code points; 0: the type's own limit */
	int64_t min, max;                 /* integers as they are, money in whole kroner; min > max: none */
	int max_rows;                     /* tables */
	struct scheme_option *options;    /* of choices; of a cost table, its types of cost */
	size_t n_options;
	unsigned kinds; /* attachments: bits of enum attachment_kind */
	int max_mb, max_files;
	const char *shows;           /* statements: ids of fields the applicant may show, spaces between; NULL none */
	struct lang_text ask;        /* statements: what whoever is asked is to write about; empty none */
	bool kept_from_applicant;    /* statements: the applicant doesn't read what is written through a link */
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

struct scheme_term { /* a condition of the grant, stated in the letter */
	struct lang_text text;
};

struct scheme_law { /* what the decision stands on: act, regulation or guideline */
	struct lang_text text;
};

/* Another application that the applicant of an example has sent. */
struct scheme_earlier {
	const char *scheme; /* NULL: this one */
	int year;
	bool same_call;
	money granted;         /* ore < 0: not granted */
	const char *state_aid; /* the legal basis of the grant, or NULL */
};

/* What a test inside the scheme gives: the name of a fact or an answer, as expressions name it. */
struct scheme_given {
	const char *name;  /* "applied", "applicant-type", "unge-planlegger", "periode.start" */
	const char *value; /* as an answer holds it: whole kroner, ISO day, code */
};

/* What the form must say to an example's answers, or must not say. */
struct scheme_expected {
	const char *about; /* id of a field or a rule */
	const char *kind;  /* "error", "warning", "none" */
	const char *says;  /* words in it, in bokmål; NULL: any */
};

/* What an officer answers in an example, where no test decides. */
struct scheme_judged {
	const char *rule;
	bool passed;
};

/* What may be expected of a rule in an example; codes in test_verdict_codes. */
enum test_verdict {
	TEST_PASSED,
	TEST_WARNING,
	TEST_KNOCK_OUT,
	TEST_OFFICER,
	TEST_ABSENT, /* the rule doesn't hold for such an application */
	TEST_VERDICT__MAX
};
extern const char *const test_verdict_codes[TEST_VERDICT__MAX];

struct scheme_expected_verdict {
	const char *rule;
	enum test_verdict verdict;
};

/* An example application with what must come out of it; run before a version is published. */
struct scheme_test {
	const char *name;
	struct scheme_given *given;
	size_t n_given;
	struct scheme_earlier *earlier;
	size_t n_earlier;
	unsigned registers; /* that the applicant stands in, bits 1 << enum register_kind; all that it doesn't say */
	bool eligible;
	bool has_outcome;
	enum rule_outcome outcome;  /* of an application that isn't eligible */
	const char *because;        /* the rule that isn't passed; NULL when the test doesn't say */
	money max_award;            /* ore < 0: the test doesn't say */
	money min_award;            /* the same */
	const char *rung;           /* on the ladder; NULL: the same */
	const char *earmark;        /* the same */
	share_bp score;             /* of 100 points, in hundredths; < 0: the same */
	struct scheme_given *marks; /* criterion and mark */
	size_t n_marks;
	struct scheme_expected *messages;
	size_t n_messages;
	struct scheme_judged *judged;
	size_t n_judged;
	struct scheme_expected_verdict *verdicts;
	size_t n_verdicts;
	int line;
};

/* Who takes part in a round, and what must come out for it. */
struct scheme_recipient {
	const char *name;
	struct scheme_given *given;
	size_t n_given;
	money award;
	int line;
};

/* An example of a whole distribution by formula or to everyone. */
struct scheme_round {
	const char *name;
	money frame;
	struct scheme_recipient *recipients;
	size_t n_recipients;
	int line;
};

/* What a scheme names that isn't in it, and where: other schemes, and the units and bodies of the county. */
enum mention_kind { MENTION_SCHEME, MENTION_UNIT, MENTION_BODY };
struct scheme_mention {
	enum mention_kind kind;
	const char *id;
	int line;
	const struct scheme_mention *next;
};

struct scheme {
	const char *id;
	const char *version_hash; /* SHA-256 of the canonical document */
	const char *source;       /* address of the county's own page; NULL when none */
	enum scheme_area area;
	const char *unit;   /* code of the owner unit */
	bool asks_history;  /* some expression, or the ceiling of state aid, asks what the applicant has been granted
			       before */
	const char *status; /* "active", "paused", "ended", "one-off", "phased-out", "merged" */
	enum lang language; /* the written standard the county publishes it in: nb or nn */
	struct lang_text title, short_title, summary, purpose, target_group, not_supported, follow_up, evaluation;
	struct scheme_goal *goals;
	size_t n_goals;
	struct scheme_applicant *applicants;
	size_t n_applicants;
	struct scheme_rule *rules;
	size_t n_rules;
	struct scheme_list *lists;
	size_t n_lists;
	struct scheme_amount amount;
	enum criteria_method method;
	int scale_min, scale_max; /* with marks */
	struct scheme_criterion *criteria;
	size_t n_criteria;
	struct scheme_rung *rungs; /* the first comes first; 0: no ladder */
	size_t n_rungs;
	bool ladder_judged; /* an officer places each application */
	struct lang_text ladder_text;
	struct ranking_tie_break *tie_breaks; /* in the order they are tried; after them the application's number */
	size_t n_tie_breaks;
	const char *draw_seed; /* with RANK_DRAW; NULL otherwise */
	enum distribution_kind distribution;
	struct scheme_sharing sharing;
	int years; /* grants for this many years; 1 for most */
	struct lang_text years_text;
	struct scheme_state_aid state_aid;
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
	bool uses_figures;           /* an expression asks for t:figure() */
	struct lang_text report_due; /* in words: "tre måneder etter at tiltaket er ferdig" */
	struct scheme_after after;
	struct scheme_test *tests;
	size_t n_tests;
	struct scheme_round *rounds;
	size_t n_rounds;
	const struct scheme_mention *mentions; /* the last first */
};

/*
 * The element the form must have for a fact of expressions to exist: "cost-table"; "" for facts that always do, NULL
 * for no fact.
 */
const char *scheme_fact_needs(const char *name);

/* Whether the answer is files: attachments, and what others say. */
bool field_takes_files(const struct scheme_field *field);

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

/* Whether an officer answers it, or one of its ways. */
bool scheme_rule_judged(const struct scheme_rule *rule);
const struct scheme_rung *scheme_rung(const struct scheme *scheme, const char *id);
const struct scheme_earmark *scheme_earmark(const struct scheme *scheme, const char *id);
/* Whether applicants say how much they want. */
bool scheme_asks_sum(const struct scheme *scheme);
/* Whether graded criteria are given marks. */
bool scheme_has_marks(const struct scheme *scheme);
/* Whether sums are worked out and not proposed by people: by formula, or alike to everyone. */
bool scheme_is_computed(const struct scheme *scheme);
const struct scheme_list *scheme_list(const struct scheme *scheme, const char *id);
/* The row that decides a proposed sum; never NULL in a checked scheme. */
const struct scheme_decision_level *scheme_level(const struct scheme *scheme, money proposed);
/* Code of the body that decides appeals of a decision on that sum. */
const char *scheme_appeal_body(const struct scheme *scheme, money decided);

#endif
