/* validation.h — what is wrong with an application, said so that it can be put right; the one validation there is. */
#ifndef DOMAIN_VALIDATION_H
#define DOMAIN_VALIDATION_H

#include "core/date.h"
#include "core/money.h"
#include "domain/answers.h"
#include "domain/history.h"
#include "scheme/scheme.h"

/* A file that lies beside the answers. */
struct attached {
	const char *field;
	const char *file_name;
	enum attachment_kind kind;
	int64_t size; /* bytes */
	bool beside;  /* one more file of a statement that is counted already */
};

/* A figure of the applicant or its municipality, as t:figure() names it. */
struct known_figure {
	const char *name;
	const char *value; /* decimal */
};

/* The facts that are not answers: who applies, in which call, with what files. */
struct application_facts {
	enum applicant_kind applicant;
	bool in_voluntary_register;
	unsigned registers_known, registers_in; /* the others, bits 1 << enum register_kind */
	const char *organisation_form;
	struct date born;               /* of a person; none when not known */
	const char *in_municipality;    /* code of the address's municipality; NULL or "" when not known */
	bool in_county;                 /* whether that is in the county */
	int call_year;                  /* 0 when not known */
	bool call_extra;                /* the call is beside the year's ordinary ones */
	const struct history *history;  /* NULL when not known */
	struct date call_from, call_to; /* the period the call covers; none when open */
	struct date today;              /* in Oslo, when received */
	instant closes_at;              /* the call's deadline; 0 when not known */
	const struct attached *files;
	size_t n_files;
	/* The municipality's name for a code that holds today, else NULL. Without a function only the form is checked.
	 */
	const char *(*municipality)(const void *of, const char *code);
	const void *municipality_of;
	size_t n_county_municipalities; /* what "all" counts as; 0 when not known */
	const struct known_figure *figures;
	size_t n_figures;
};

/* The municipality of an address outside the county, where we know none by name. */
#define ADDRESS_ELSEWHERE "0000"

/* What the answers add up to; absent sums count as 0 and are flagged. */
struct application_sums {
	money applied, costs, costs_cash, costs_own, financing, financing_cash,
	    financing_own;                          /* financing includes applied */
	bool has_applied, has_costs, has_financing; /* readable sums were given */
	size_t n_municipalities;                    /* named one by one */
	bool all_municipalities;                    /* "all" was answered */
	struct date start, end;
};

enum message_kind { MESSAGE_ERROR, MESSAGE_WARNING };

struct message {
	enum message_kind kind;
	const char *path;    /* the answer's path, or a field or rule id; the page makes an anchor of it */
	const char *section; /* id of the section it stands in; "" for rules of the scheme as a whole */
	const char *about;   /* the question or row it is about, for summaries: "Kostnad 3"; "" when text says it */
	const char *text;    /* in lang; says what to do */
	const char *rule;    /* id of the rule of the scheme it tells of; "" for none */
};

struct messages {
	struct message *list;
	size_t n, cap;
	struct arena *arena;
};

struct messages messages_new(struct arena *arena);
void messages_add(
    struct messages *messages, enum message_kind kind, const char *section, const char *path, const char *text);
void messages_add_about(struct messages *messages, enum message_kind kind, const char *section, const char *path,
    const char *about, const char *text);
bool messages_have_errors(const struct messages *messages);
/* The first message for the path; NULL when there is none. */
const struct message *messages_for(const struct messages *messages, const char *path);

void sums_of(struct application_sums *out, const struct scheme *scheme, const struct answers *answers);

/*
 * Turns what was typed into what is stored: sums to whole kroner, dates to ISO, codes trimmed. What cannot be read is
 * kept as it was typed, so that it can be shown again with its message.
 */
void answers_normalise(struct answers *answers, const struct scheme *scheme);

/*
 * Checks one section (saving a page: emptiness is no error then, and rules are told that no later answer can change)
 * or, with section NULL, the whole application as it must be to be sent: required fields, types, limits, constraints,
 * balance of the plans, amounts and the rules a machine can check. What only a person may weigh is a warning:
 * knock-outs that lead to rejection or dismissal, and sums over the scheme's limits, which are set down later
 * (amount.h). A machine never refuses an application (R77).
 */
void validation_run(struct messages *out, const struct scheme *scheme, const struct answers *answers,
    const struct application_facts *facts, const struct scheme_section *section, enum lang lang);

/*
 * Warns of the rules that are not passed whatever will be answered, before anything is: what registers and history say.
 */
void validation_foresee(
    struct messages *out, const struct scheme *scheme, const struct application_facts *facts, enum lang lang);

/* Whether the field is asked for, given the other answers; whether an answer is required now. */
bool field_relevant(const struct scheme *scheme, const struct scheme_field *field, const struct answers *answers,
    const struct application_facts *facts);
bool field_required(const struct scheme *scheme, const struct scheme_field *field, const struct answers *answers,
    const struct application_facts *facts);
/* Whether anything in the section is asked for. */
bool section_asked(const struct scheme *scheme, const struct scheme_section *section, const struct answers *answers,
    const struct application_facts *facts);

/* "PDF, bilde eller regneark": kinds is bits of enum attachment_kind. */
char *attachment_kinds_text(struct arena *arena, unsigned wanted, enum lang lang);

/* How many there are to a question: files, or statements, whose files count as one. */
size_t attached_count(const struct application_facts *facts, const char *field);

/* Whether no question of the scheme takes such a file: the one it was sent to has been taken out since. */
bool attachment_retired(const struct scheme *scheme, const char *field);

/* Whether a file is called as the field asks for: "*" stands for anything, large and small letters are the same. */
bool file_name_fits(const struct scheme_field *field, const char *file_name);

/* What a text of this field may hold, in code points. */
size_t field_limit(const struct scheme_field *field);

/* How many rows a table of this field may have. */
size_t field_row_limit(const struct scheme_field *field);

/*
 * Whether a form of this scheme posts such a path: a field's id, or id.start, id.GOAL.number, id.N.cash with N under
 * the table's limit, as the field's type says. Anything else comes from no page of ours.
 */
bool answer_path_known(const struct scheme *scheme, const char *path);

/* The parts an answer comes in, "start" and "end" of a period; NULL for fields that have none, and for tables. */
const char *const *field_parts(const struct scheme_field *field);

/* The field a path belongs to; NULL when there is none. */
const struct scheme_field *answer_path_field(const struct scheme *scheme, const char *path);

/* Whether anything in the section is answered; files are not answers. */
bool section_answered(const struct scheme *scheme, const struct scheme_section *section, const struct answers *answers);

#endif
