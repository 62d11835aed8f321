/* application_flow.h — starting an application and reading it; what is written in it is draft_flow, sending
 * submission_flow. */
#ifndef FLOW_APPLICATION_FLOW_H
#define FLOW_APPLICATION_FLOW_H

#include "core/ctx.h"
#include "domain/application.h"

/*
 * Opens the organisation's draft in the call, or makes one: a second start never makes a second draft (R78).
 *
 * lang:    what the application is written in; the letters follow it
 * returns: OK; ERR_NOT_FOUND when the call isn't open to applications or the organisation isn't the person's;
 *          ERR_INVALID when the scheme is not for this kind of applicant
 */
enum status
application_start(int64_t *id, struct ctx *ctx, int64_t call_id, int64_t organisation_id, enum lang lang) MUST_CHECK;

/* returns: OK; ERR_NOT_FOUND when there is none or it is not theirs to see */
enum status application_load(struct application *out, struct ctx *ctx, int64_t id) MUST_CHECK;

/* The answers: of the draft, or of the frozen document. */
enum status
application_answers(struct answers **out, struct ctx *ctx, const struct application *application) MUST_CHECK;
enum status application_files(struct application_file **out, size_t *n, struct ctx *ctx, int64_t id) MUST_CHECK;

/*
 * The applicant that a person is when applying in her own name; made the first time.
 *
 * returns: OK; ERR_FORBIDDEN for whoever is no applicant
 */
enum status person_applicant(int64_t *organisation_id, struct ctx *ctx) MUST_CHECK;

/* What is known of an applicant, before there is an application. */
void facts_of_applicant(struct application_facts *out, const struct application_organisation *applicant);

/*
 * The facts validation needs, as they are now; files may be NULL with n 0. Reads the municipalities, and the history
 * when the scheme's rules ask for it.
 */
enum status application_facts(struct application_facts *out, struct ctx *ctx, const struct application *application,
    const struct application_file *files, size_t n) MUST_CHECK;

/* What telling the answers needs and no more: no files, no figures, no history. */
enum status application_facts_told(
    struct application_facts *out, struct ctx *ctx, const struct application *application) MUST_CHECK;

/* Answers and facts together: of a draft as they are now, of a sent application as the frozen document has them. */
enum status application_contents(struct answers **answers, struct application_facts *facts, struct ctx *ctx,
    const struct application *application, const struct application_file *files, size_t n) MUST_CHECK;

enum status application_list(struct application_row **out, size_t *n, struct ctx *ctx) MUST_CHECK;

/* The organisations the person may write for, by name. */
enum status membership_list(struct membership_row **out, size_t *n, struct ctx *ctx) MUST_CHECK;

#endif
