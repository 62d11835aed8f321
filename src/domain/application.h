/* application.h — a draft or an application with its call and its organisation, as the database tells it. */
#ifndef DOMAIN_APPLICATION_H
#define DOMAIN_APPLICATION_H

#include "core/date.h"
#include "core/money.h"
#include "domain/call.h"
#include "domain/validation.h"
#include "scheme/scheme.h"

struct application_organisation {
	int64_t id;
	const char *orgnr, *name, *form, *address, *municipality;
	enum applicant_kind kind;
	bool in_voluntary_register;
	unsigned registers_known, registers_in; /* the others, bits 1 << enum register_kind */
	struct date born;                       /* of a person; none when not known */
	const char *municipality_code;
	bool in_county; /* the municipality lies in the county */
	enum lang lang;
};

/* An answer to a question that has been taken out of the scheme since: it stays with the case and counts for nothing.
 */
struct earlier_answer {
	const char *path, *value;      /* as they were saved */
	const char *question, *answer; /* in the application's language */
	const char *version_hash;      /* the last version that asked */
};

/* What somebody has said of their ties to a case (forvaltningsloven §§ 6-8, R24). */
enum impartiality { IMPARTIALITY_NONE, IMPARTIAL, CONFLICT };

/* As far as the person may see it. */
struct application {
	int64_t id;
	const char *number; /* "" for a draft */
	const char *state;  /* as in the database */
	int version;
	enum lang lang; /* what the applicant chose to write in */
	const char *title;
	instant created_at, submitted_at;
	bool late;
	const char *document_hash; /* of the frozen answers; "" for a draft */
	money applied, costs;      /* 0 for a draft */
	const char *version_hash;
	const struct scheme *scheme; /* set by flow */
	struct call call;
	struct date start; /* first day of its activity; none when it has not been told */
	struct date end;   /* the last day of its period; none in a draft or without one */
	instant due_at;    /* of what is sent: the first instant that was too late for it */
	struct application_organisation organisation;
	bool may_sign;              /* the person may send for the organisation */
	enum impartiality declared; /* by the person */
	const char *outcome;        /* "" until there is a decision the person may see */
	const char *decision_state;
	money awarded;
	instant notified_at;
	int64_t n_changes, n_unconfirmed; /* new versions the draft took over, and those nobody has confirmed */
	struct earlier_answer *earlier;   /* set by flow */
	size_t n_earlier;
};

/* A file beside the answers. */
struct application_file {
	int64_t id;
	const char *field, *file_name, *media_type, *sha256;
	enum attachment_kind kind;
	int64_t size; /* bytes */
	bool later;   /* came after the application was sent */
	instant uploaded_at;
	int64_t
	    request_id; /* the request for a statement it answers; 0 none. With id 0 it isn't the applicant's to read */
	bool beside;    /* one more file of the same statement */
};

/* A row in "Mine søknader". */
struct application_row {
	int64_t id;
	const char *number, *state, *title, *organisation, *outcome;
	struct lang_text scheme_title;
	struct call call;
	instant submitted_at, created_at, notified_at;
	money applied, awarded;
};

/* An organisation the person may write for. */
struct membership_row {
	struct application_organisation organisation;
	bool may_sign;
};

/* "pdf", "image", "document", "spreadsheet": as in the database and in schemes. */
const char *attachment_kind_code(enum attachment_kind kind);
bool attachment_kind_parse(enum attachment_kind *kind, const char *code);

#endif
