/* delegation.h — who decides, and who may not: limits by sum, and four eyes (R33, R35, R96). */
#ifndef DOMAIN_DELEGATION_H
#define DOMAIN_DELEGATION_H

#include "core/ctx.h"
#include "domain/outcome.h"
#include "scheme/scheme.h"

/*
 * The body that decides a proposed sum; NULL when it is the leader's by delegation.
 */
const char *delegation_body(const struct scheme *scheme, money proposed);

enum delegation_refusal {
	DELEGATION_OK,
	DELEGATION_ROLE,      /* not a leader */
	DELEGATION_BODY,      /* belongs to a body: its decision is registered, not made here */
	DELEGATION_LEADER,    /* belongs to the leader: no body's decision to register */
	DELEGATION_FOUR_EYES, /* the person who proposed cannot decide */
	DELEGATION_UNDECLARED /* no declaration of impartiality in the case */
};

/* Who wants to decide what. */
struct delegation_act {
	enum role role;
	int64_t user_id, proposed_by; /* 0 when nobody proposed */
	bool impartial;               /* has declared so in the case */
	money sum;                    /* the larger of what is proposed and what is to be awarded */
};

/* A decision the leader makes; the registration of a decision that the body called body has made. */
enum delegation_refusal delegation_decide(const struct scheme *scheme, const struct delegation_act *act);
enum delegation_refusal
delegation_register(const struct scheme *scheme, const struct delegation_act *act, const char *body);

/* What to tell the person; "" for DELEGATION_OK. */
const char *delegation_text(enum delegation_refusal refusal, enum lang lang);

/* Whether a decision needs a reason for departing from what was recommended (R34). */
bool delegation_departs(enum outcome recommended, money proposed, enum outcome decided, money awarded);

#endif
