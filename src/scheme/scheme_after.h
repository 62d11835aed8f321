/* scheme_after.h — who decides, how a grant is paid, reported and archived, and what becomes of the scheme. */
#ifndef SCHEME_SCHEME_AFTER_H
#define SCHEME_SCHEME_AFTER_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "core/date.h"
#include "core/lang.h"
#include "core/money.h"

struct expr; /* scheme/expr.h */

/* A share as an exact fraction in hundredths of a percent: 75 % is 7500. */
typedef int32_t share_bp;

/* Who decides up to a sum; the first row whose limit the proposed sum does not pass is the one. */
struct scheme_decision_level {
	money up_to;                /* ore < 0: no upper limit */
	const char *body;           /* code of a body, or NULL: the leader by delegation */
	const char *recommended_by; /* a body that recommends to it; NULL when none does */
	const char *informs;        /* a body told of the decisions afterwards; NULL when none is */
	const char *appeal;         /* the body appeals go to; NULL: the scheme's */
};

/* The municipality's opinion of an application, before the list is locked. */
struct scheme_opinion {
	bool asked; /* the scheme has the step */
	bool ranks; /* the municipality ranks its applications too */
	struct expr *when;
	struct lang_text text; /* what it is asked; may be empty */
};

/* An advisory panel that sees the list before it is locked. */
struct scheme_advice {
	const char *body;
	struct lang_text text;
};

enum payment_when {
	PAY_DECIDED,
	PAY_ACCEPTED,
	PAY_STARTED,
	PAY_HALF_WAY,
	PAY_DOCUMENTED, /* report and receipts have come: in arrears */
	PAY_REPORT_APPROVED,
	PAY_NEXT_YEAR,
	PAY__MAX
};
extern const char *const payment_when_codes[PAY__MAX];

struct scheme_payment_part {
	share_bp share;
	enum payment_when when;
	money above, up_to; /* only grants above, and up to and including, these; ore < 0: no limit */
};

/* Whether the part is paid of a grant of that size. */
bool payment_part_holds(const struct scheme_payment_part *part, money grant);

/* What others must have approved before anything is paid. */
struct scheme_approval {
	const char *id;
	struct lang_text text;
};

/* When something is due: months after the period's end, or a day of the call's year or a later one. */
struct scheme_due {
	int months_after_end; /* -1 when that doesn't say it */
	int month, day;       /* 0 when that doesn't */
	int years_after;      /* with month and day: 0 for the call's year */
};

struct scheme_further_report {
	const char *id;
	struct lang_text text;
	struct scheme_due due;
};

enum certifier { CERTIFY_NOBODY, CERTIFY_LEADER, CERTIFY_BOARD, CERTIFY_ACCOUNTANT, CERTIFY_AUDITOR, CERTIFY__MAX };
extern const char *const certifier_codes[CERTIFY__MAX];

struct scheme_certification {
	money up_to; /* ore < 0: no upper limit */
	enum certifier by;
};

enum lapse_unless { LAPSE_ACCEPTED, LAPSE_STARTED, LAPSE_DONE, LAPSE__MAX };
extern const char *const lapse_unless_codes[LAPSE__MAX];

struct scheme_lapse {
	int months; /* after the decision; 0 when grants don't lapse */
	enum lapse_unless unless;
	struct lang_text text; /* instead of the usual words; may be empty */
};

enum repayment_when { REPAY_UNUSED, REPAY_MISUSED, REPAY_UNREPORTED, REPAY_CANCELLED, REPAY_CHEAPER, REPAY__MAX };
extern const char *const repayment_when_codes[REPAY__MAX];

enum publicity_how { PUBLICITY_MENTION, PUBLICITY_LOGO, PUBLICITY_SIGN, PUBLICITY__MAX };
extern const char *const publicity_how_codes[PUBLICITY__MAX];

/* What the recipient owes: bits 1 << enum, 0 when nothing. */
struct scheme_duty {
	bool there;
	unsigned bits;
	struct lang_text text; /* instead of the usual words; may be empty */
};

struct scheme_archive {
	const char *series, *system, *code; /* NULL when the scheme doesn't say */
	int keep_years;                     /* 0: for ever */
};

/* A scheme before or after this one. */
struct scheme_other {
	const char *id;
	struct lang_text text;
};

/* What follows a decision. */
struct scheme_after {
	struct scheme_opinion opinion;
	struct scheme_advice *advice;
	size_t n_advice;
	struct scheme_approval *approvals;
	size_t n_approvals;
	struct scheme_due report;
	struct scheme_certification *certifications; /* lowest grants first */
	size_t n_certifications;
	struct lang_text proof; /* what is shown instead of or beside a written report; may be empty */
	struct scheme_further_report *further;
	size_t n_further;
	struct scheme_lapse lapse;
	struct scheme_duty repayment, changes, publicity;
	struct scheme_archive archive;
	struct scheme_other *predecessors;
	size_t n_predecessors;
	struct scheme_other merged_into; /* id NULL when it lives on by itself */
};

#endif
