/* case_gate.c — who may come to a case's pages: whoever has declared impartiality in it. */
#include "web/case_gate.h"

#include <inttypes.h>

#include "flow/application_flow.h"
#include "flow/case_flow.h"
#include "web/page.h"

enum status
case_declared_first(bool *ready, int64_t *id, struct ctx *ctx)
{
	struct application application;
	enum impartiality declared;
	enum status st;

	*ready = false;
	if ((st = path_id(id, ctx, "id")) != OK || (st = impartiality_of(&declared, ctx, *id)) != OK)
		return (st);
	if (declared == CONFLICT)
		return (ERR_NOT_FOUND);
	if (declared == IMPARTIALITY_NONE) {
		/* Of another unit's case nothing is told, not even that it could be declared in. */
		if ((st = application_load(&application, ctx, *id)) != OK)
			return (st);
		return (redirect(ctx, "/saker/%" PRId64, *id));
	}
	*ready = true;
	return (OK);
}
