/* call_compile.h — from a call document's XML to its compiled form, or to messages that say how to put it right. */
#ifndef SCHEME_CALL_COMPILE_H
#define SCHEME_CALL_COMPILE_H

#include "scheme/call_plan.h"
#include "scheme/scheme_compile.h"

#define CALL_NS "urn:tilskudd:call:1"

/*
 * Reads, checks and compiles the calls of one scheme.
 *
 * out:      arena; untouched unless OK
 * messages: everything found wrong, by line
 * name:     what messages call the document, usually its path
 * xml:      borrowed
 * returns:  OK; ERR_TOO_LARGE over SCHEME_MAX_BYTES; ERR_INVALID with at least one message
 */
enum status call_compile(const struct call_plans **out, struct scheme_messages *messages, struct arena *arena,
    const char *name, const char *xml, size_t len) MUST_CHECK;

/* A call file is named as the scheme. returns: OK; ERR_INVALID with a message */
enum status
call_check_file(struct scheme_messages *messages, const struct call_plans *plans, const char *path) MUST_CHECK;

/*
 * Holds the calls against the scheme they are of: it must be theirs, and ask for what the deadlines are counted from.
 *
 * scheme:  NULL when there is none of that name
 * returns: OK; ERR_INVALID with messages
 */
enum status call_check_scheme(
    struct scheme_messages *messages, const struct call_plans *plans, const struct scheme *scheme) MUST_CHECK;

/*
 * Holds the calls that give from a frame of another scheme's against that scheme's calls: one of the same year and
 * round must have a frame of its own.
 *
 * other: the calls of the scheme named scheme_id; NULL when there are none
 */
void call_check_shared(struct scheme_messages *messages, const struct call_plans *plans, const char *scheme_id,
    const struct call_plans *other);

#endif
