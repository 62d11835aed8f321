/*
 * routes.h — the words routes.c is written in. The file is read twice: by page.h, where a row declares its handler,
 * and by the compiler, where the rows are the table. That is why there is no include guard.
 */
#undef PAGE
#undef ROUTES_BEGIN
#undef ROUTES_END

#ifdef ROUTES_DECLARE
#define ROUTES_BEGIN
#define PAGE(method, pattern, handler, permission) enum status handler(struct ctx *ctx) MUST_CHECK;
#define ROUTES_END
#else
#include "web/page.h"
#include "web/route.h"
/* page.h has read the rows with the other meaning. */
#undef PAGE
#undef ROUTES_BEGIN
#undef ROUTES_END
#define ROUTES_BEGIN const struct route routes[] = {
#define PAGE(method, pattern, handler, permission) { METHOD_##method, pattern, handler, (permission) },
#define ROUTES_END                                                                                                     \
	}                                                                                                              \
	;                                                                                                              \
	const size_t n_routes = sizeof(routes) / sizeof(routes[0]);
#endif
