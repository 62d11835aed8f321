/* case_state.h — the states of a case, what people read about them, what comes next and who may do what. */
#ifndef DOMAIN_CASE_STATE_H
#define DOMAIN_CASE_STATE_H

#include "core/ctx.h"
#include "core/date.h"
#include "domain/call.h"
#include "domain/outcome.h"

enum case_state {
	CASE_DRAFT,
	CASE_SUBMITTED,
	CASE_FORMAL_CHECK,
	CASE_ASSESSING,
	CASE_ASSESSED,
	CASE_RECOMMENDED,
	CASE_DECIDED,  /* nobody outside knows yet */
	CASE_NOTIFIED, /* the letter has gone */
	CASE_CLOSED,
	CASE_WITHDRAWN,
	CASE__MAX
};

/* As in the database: "draft", "formal_check" ... */
const char *case_state_code(enum case_state state);
bool case_state_parse(enum case_state *out, const char *code);

/* What must be known about a case to speak of it. */
struct case_facts {
	enum case_state state;
	enum outcome outcome; /* decided; OUTCOME_NONE before. Applicants are told nothing of it before CASE_NOTIFIED */
	bool late;            /* came after the deadline */
	bool may_sign;        /* the applicant reading may send */
	bool declared;        /* the officer reading has declared impartiality in the case */
	bool cut_off;         /* the officer reading has a conflict in it */
	bool proposed_by_reader; /* the reader proposed the sum */
	bool body_decides;       /* the decision belongs to a body */
	bool list_locked;
	struct lang_text body;   /* its name */
	struct date meeting_on;  /* when the body meets; none when not known */
	bool papers_public;      /* what is recommended is public */
	const struct call *call; /* of a draft: what it is held against */
	struct date start;       /* of a draft: first day of its activity; none when it has not been told */
	struct date answer_by;   /* when applicants can expect an answer */
	struct date appeal_by;   /* last day to appeal; none when nothing can be appealed */
	instant now;
};

/* The status word, for the applicant and for those who work with the case: "Til vurdering". Arena only when composed.
 */
const char *case_state_text(struct arena *arena, const struct case_facts *facts, bool applicant, enum lang lang);

/* One of a few tones a status is shown in; the page turns it into a colour. */
enum case_tone { TONE_NEUTRAL, TONE_WAITING, TONE_DONE_WELL, TONE_DONE_BADLY, TONE_ATTENTION };
enum case_tone case_state_tone(const struct case_facts *facts, bool applicant);

/* Who is waited for, and with what: "Vi venter på: hovedutvalget behandler saken 3. mars 2027." Never empty. */
char *case_next_step(struct arena *arena, const struct case_facts *facts, bool applicant, enum lang lang);

/* What a person may do now: bits. The pages and flow ask; the database guards again. */
enum case_action {
	ACTION_WRITE = 1,
	ACTION_SEND = 2,
	ACTION_DELETE_DRAFT = 4,
	ACTION_WITHDRAW = 8,
	ACTION_DECLARE = 16,
	ACTION_FORMAL_CHECK = 32,
	ACTION_ASSESS = 64,
	ACTION_PROPOSE = 128,
	ACTION_DECIDE = 256,
	ACTION_REGISTER_BODY_DECISION = 512,
	ACTION_SEND_LETTER = 1024,
	ACTION_READ_LETTER = 2048,
	ACTION_APPEAL = 4096
};
unsigned case_actions(const struct case_facts *facts, enum role role);

#endif
