/* scheme_flow.h — from a version's hash to the compiled scheme, parsed once a process. */
#ifndef FLOW_SCHEME_FLOW_H
#define FLOW_SCHEME_FLOW_H

#include "core/ctx.h"
#include "scheme/scheme.h"
#include "scheme/scheme_store.h"

/* The store a door makes at start and puts in every ctx. */
struct scheme_store *scheme_flow_store(void);

/*
 * The compiled scheme of a published version; reads the document in the transaction under way, or in one of its own.
 *
 * out:     owned by ctx->schemes
 * returns: OK; ERR_NOT_FOUND; ERR_UNAVAILABLE; ERR_DB
 */
enum status scheme_of(const struct scheme **out, struct ctx *ctx, const char *version_hash) MUST_CHECK;

/* Reads those of the versions that the process hasn't met yet at once, for what needs many. returns: as scheme_of() */
enum status schemes_of(struct ctx *ctx, const char *const *version_hashes, size_t n) MUST_CHECK;

#endif
