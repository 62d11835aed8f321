/* demo_data.h — the demo data of conf/demo/ as structs; places in the files are kept for messages. */
#ifndef CLI_DEMO_DATA_H
#define CLI_DEMO_DATA_H

#include <stdint.h>

#include "core/ctx.h"
#include "core/money.h"
#include "scheme/call_plan.h"
#include "scheme/scheme.h"
#include "xml/xml_read.h"

struct demo_person {
	const char *email, *name, *phone;
	enum role role;
	const char *unit, *body; /* codes; NULL for none */
	enum lang lang;
	bool login;               /* has a password */
	int64_t user_id, unit_id; /* in the database */
};

struct demo_organisation {
	const char *id, *orgnr, *name, *form, *municipality, *address, *account;
	enum applicant_kind kind;
	enum lang lang;
	bool in_voluntary_register, immigrant;
	struct demo_person **people; /* the first is who sends */
	size_t n_people;
	int64_t organisation_id; /* in the database */
};

/* How far an application has come, before its call's list is locked. */
enum demo_state { DEMO_DRAFT, DEMO_SUBMITTED, DEMO_CONFLICT, DEMO_FORMAL, DEMO_ASSESSING, DEMO_ASSESSED };

struct demo_application {
	const struct demo_organisation *organisation;
	int number; /* 1 and up over all calls: the seed of what is left to chance */
	int sent;   /* days from the day of loading, as all days here */
	money applied, costs, proposed, award;
	const char *municipalities; /* codes */
	int quality;                /* 1-5: what the marks lie around */
	bool integration;
	bool has_proposal; /* in an open list; a locked one has one for each */
	int list;          /* the one it is on, of a call that is still worked with; 0: the last */
	enum lang lang;    /* what it is written in */
	enum demo_state state;
	const char *rung;    /* the step of the ladder an officer puts it on; NULL: its quality says */
	const char *not_met; /* a rule that isn't, and that gives nothing; NULL when all are */
	const char *dismiss; /* the rule that isn't met; NULL: assessed */
	const char *title, *text, *reason, *departure; /* reason and departure: "" when filling.xml says it */
	/* <answer>, <cost>, <financing>, <opinion>, <lacking>, <reply> and <appeal> of its own */
	const struct xml_node *node;
	int64_t application_id;
};

enum demo_stage { DEMO_COMING, DEMO_OPEN, DEMO_CASEWORK, DEMO_LOCKED, DEMO_DECIDED, DEMO_NOTIFIED };

struct demo_call {
	const char *id, *scheme, *contact, *meeting_case;
	enum call_kind kind;
	struct call_lead before_start; /* in months */
	int answer_weeks;              /* 0: answer_by */
	int year;                      /* from the year of loading */
	int round, opens, closes, answer_by, meeting;
	int evaluated; /* 0: the evaluation isn't published */
	bool covers;
	bool leader_declared; /* in the cases of a locked list */
	bool shared_out;      /* the sums of an open list are worked out by the scheme's key */
	int covers_from, covers_to;
	money frame;
	enum demo_stage stage;
	const struct demo_person *officer, *leader;
	struct demo_application *applications;
	size_t n_applications;
	int line;
	int64_t call_id;
};

struct demo_data {
	const char *dir; /* conf/demo */
	struct demo_person *people;
	size_t n_people;
	struct demo_organisation *organisations;
	size_t n_organisations;
	struct demo_call *calls;
	size_t n_calls;
	const struct xml_node *filling;
};

/*
 * Reads people.xml, organisations.xml, calls.xml and filling.xml in dir.
 *
 * out:     arena
 * problem: "file:line: what is wrong"; set unless OK
 * returns: OK; ERR_IO; ERR_INVALID
 */
enum status
demo_data_read(struct demo_data *out, const char **problem, struct arena *arena, const char *dir) MUST_CHECK;

/* The text of node's child in lang, or in bokmål; "" when there is none. */
const char *demo_text(struct arena *arena, const struct xml_node *node, enum lang lang);

/* The n-th, counted round, of node's children called name whose attribute is value; NULL when there is none. */
const struct xml_node *
demo_pick(const struct xml_node *node, const char *name, const char *attribute, const char *value, uint64_t n);

/* A number below limit (> 0) that depends on seed and salt alone. */
uint64_t demo_chance(uint64_t seed, const char *salt, uint64_t limit);

#endif
