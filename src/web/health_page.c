/* health_page.c — whether the site works: asked by monitors, make run and the tests. */
#include "flow/health_flow.h"
#include "web/page.h"

enum status
health_show(struct ctx *ctx)
{
	enum status st = health_check(ctx);

	if (st != OK)
		return (st);
	return (page_send(ctx, "text/plain; charset=utf-8", "ok\n", 3, NULL));
}
