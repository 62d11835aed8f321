/* case_gate.h — who may come to a case's pages: whoever has declared impartiality in it. */
#ifndef WEB_CASE_GATE_H
#define WEB_CASE_GATE_H

#include "core/ctx.h"
#include "core/status.h"

/*
 * Who has a conflict finds nothing; who has not declared does so first.
 *
 * id:      the case of the address
 * returns: OK, with *ready false when the answer has been given; ERR_NOT_FOUND
 */
enum status case_declared_first(bool *ready, int64_t *id, struct ctx *ctx) MUST_CHECK;

#endif
