/* document_place.h — from a number or a scheme's year, as people write them, to what a document is about. */
#ifndef FLOW_DOCUMENT_PLACE_H
#define FLOW_DOCUMENT_PLACE_H

#include "flow/document_registry.h"

/*
 * Each fills in what it finds. Without a person, ctx becomes the unit's that has the case or the call, so that the
 * command line reads what the unit reads.
 *
 * number:  the søknadsnummer
 * returns: OK; ERR_NOT_FOUND; ERR_UNAVAILABLE, ERR_DB
 */
enum status document_place_case(struct document_asked *out, struct ctx *ctx, const char *number) MUST_CHECK;

/* A draft of the person's own, by the number in its address. returns: also ERR_NOT_FOUND when it is none */
enum status document_place_draft(struct document_asked *out, struct ctx *ctx, int64_t application_id) MUST_CHECK;

/* The call of out's scheme_id and year with that round. */
enum status document_place_call(struct document_asked *out, struct ctx *ctx, int round) MUST_CHECK;

#endif
