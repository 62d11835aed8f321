/* application_flow.h — what an applicant does: start, save, attach, check, send; each a transaction of its own. */
#ifndef FLOW_APPLICATION_FLOW_H
#define FLOW_APPLICATION_FLOW_H

#include "core/ctx.h"
#include "domain/application.h"

/* One field that somebody saved after the page was opened. */
struct save_conflict {
	const char *path;
	const char *theirs; /* the value that stands in the database */
};

struct save_result {
	int version;                     /* the draft's version after the save */
	struct messages messages;        /* what is wrong in the section */
	struct save_conflict *conflicts; /* these fields were not saved */
	size_t n_conflicts;
};

/*
 * Opens the organisation's draft in the call, or makes one: a second start never makes a second draft (R78).
 *
 * returns: OK; ERR_NOT_FOUND when the call isn't open to applications or the organisation isn't the person's;
 *          ERR_INVALID when the scheme isn't for this kind of applicant
 */
enum status application_start(int64_t *id, struct ctx *ctx, int64_t call_id, int64_t organisation_id) MUST_CHECK;

/* returns: OK; ERR_NOT_FOUND when there is none or it is not theirs to see */
enum status application_load(struct application *out, struct ctx *ctx, int64_t id) MUST_CHECK;

/* The answers: of the draft, or of the frozen document. */
enum status
application_answers(struct answers **out, struct ctx *ctx, const struct application *application) MUST_CHECK;
enum status application_files(struct application_file **out, size_t *n, struct ctx *ctx, int64_t id) MUST_CHECK;

/* The facts validation needs; files may be NULL with n 0. */
void application_facts(struct application_facts *out, struct ctx *ctx, const struct application *application,
    const struct application_file *files, size_t n);

/*
 * Saves the fields posted from one section. A field somebody else saved after seen_version, to something else, is left
 * as it is and told; everything else is saved and acknowledged with the new version (R4, R81).
 *
 * fields:  ids of the fields the page showed, with spaces between; what is not among them is left as it is
 * posted:  normalised here; a path of a shown field that is missing empties it
 * section: for the messages; NULL: the fields of every section ("alt på én side")
 * returns: OK also when result holds messages or conflicts; ERR_CONFLICT when it is no longer a draft
 */
enum status application_save(struct save_result *result, struct ctx *ctx, const struct application *application,
    const struct scheme_section *section, const char *fields, struct answers *posted, int seen_version) MUST_CHECK;

/*
 * Adds a file to a draft. The kind is found in the content, never in the name.
 *
 * message: what is wrong, in ctx->lang, with ERR_INVALID (empty, too large, another kind than asked for, too many)
 */
enum status application_attach(const char **message, struct ctx *ctx, const struct application *application,
    const struct scheme_field *field, const char *file_name, const void *bytes, size_t len) MUST_CHECK;
enum status application_detach(struct ctx *ctx, int64_t id, int64_t attachment_id) MUST_CHECK;
enum status application_file(
    struct application_file *out, const void **bytes, struct ctx *ctx, int64_t id, int64_t attachment_id) MUST_CHECK;

/* Everything that stands in the way of sending, and warnings. */
enum status application_check(struct messages *out, struct ctx *ctx, const struct application *application) MUST_CHECK;

/*
 * Sends the draft: number, frozen document, projections, log, receipt and e-mail in one transaction, or nothing.
 * After the deadline it is registered as late, never refused (R77).
 *
 * version: the draft as the person saw it when checking the answers
 * returns: OK; ERR_INVALID with messages; ERR_CONFLICT when changed or sent meanwhile; ERR_FORBIDDEN without the right
 * to sign
 */
enum status application_submit(
    struct messages *messages, struct ctx *ctx, const struct application *application, int version) MUST_CHECK;

/* The receipt as it was made when the application was sent. */
enum status application_receipt(const void **pdf, size_t *len, struct ctx *ctx, int64_t id) MUST_CHECK;

enum status application_delete_draft(struct ctx *ctx, int64_t id) MUST_CHECK;

enum status application_list(struct application_row **out, size_t *n, struct ctx *ctx) MUST_CHECK;

/* The organisations the person may write for, by name. */
enum status membership_list(struct membership_row **out, size_t *n, struct ctx *ctx) MUST_CHECK;

#endif
