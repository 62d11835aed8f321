/* draft_flow.h — writing in a draft: save fields, attach files, throw it away; each a transaction of its own. */
#ifndef FLOW_DRAFT_FLOW_H
#define FLOW_DRAFT_FLOW_H

#include "flow/application_flow.h"

/* One field that somebody saved after the page was opened. */
struct save_conflict {
	const char *path;
	const char *theirs; /* the value that stands in the database */
};

struct save_result {
	int version;                     /* the draft's version after the save */
	const struct answers *answers;   /* all as they stand after it, what is worked out too */
	struct messages messages;        /* what is wrong in the section */
	struct save_conflict *conflicts; /* these fields were not saved */
	size_t n_conflicts;
	const char **refused; /* paths in rows there is no room for; these were not saved either */
	size_t n_refused;
};

/*
 * Saves the fields posted from one section. A field somebody else saved after seen_version, to something else, is left
 * as it is and told; everything else is saved and acknowledged with the new version (R4, R81).
 *
 * fields:  ids of the fields and paths of the rows the page showed, with spaces between; what is not among them is
 *          left as it is
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

/*
 * Adds a file to a sent application, where the question says that it may follow later; the case's log tells of it.
 *
 * message:  as application_attach()
 * returns:  OK; ERR_INVALID; ERR_CONFLICT once there is a decision
 */
enum status application_attach_later(const char **message, struct ctx *ctx, const struct application *application,
    const struct scheme_field *field, const char *file_name, const void *bytes, size_t len) MUST_CHECK;
enum status application_detach(struct ctx *ctx, int64_t id, int64_t attachment_id) MUST_CHECK;
enum status application_file(
    struct application_file *out, const void **bytes, struct ctx *ctx, int64_t id, int64_t attachment_id) MUST_CHECK;

enum status application_delete_draft(struct ctx *ctx, int64_t id) MUST_CHECK;

#endif
