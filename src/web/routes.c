/* routes.c — every page there is: method, address, handler, permission. A handler without a row does not compile. */
#include "web/routes.h"

/* clang-format off */
ROUTES_BEGIN
PAGE(GET,  "/helse",                                  health_show,                  MAY_ANYONE)
ROUTES_END
