/* routes.c — every page there is: method, address, handler, permission. A handler without a row does not compile. */
#include "web/routes.h"

/* clang-format off */
ROUTES_BEGIN
PAGE(GET,  "/",                                       front_show,                   MAY_ANYONE)
PAGE(GET,  "/ordninger",                              catalogue_show,               MAY_ANYONE)
PAGE(GET,  "/ordninger/:scheme",                      scheme_show,                  MAY_ANYONE)
PAGE(GET,  "/helse",                                  health_show,                  MAY_ANYONE)
PAGE(GET,  "/sprak",                                  language_set,                 MAY_ANYONE)
PAGE(GET,  "/tilgjengelighet",                        accessibility_show,           MAY_ANYONE)
PAGE(GET,  "/personvern",                             privacy_show,                 MAY_ANYONE)
PAGE(GET,  "/kontakt",                                contact_show,                 MAY_ANYONE)
PAGE(GET,  "/tilbakemelding",                         feedback_show,                MAY_ANYONE)
PAGE(GET,  "/logg-inn",                               login_show,                   MAY_ANYONE)
PAGE(POST, "/logg-inn",                               login_post,                   MAY_ANYONE)
PAGE(POST, "/logg-ut",                                logout_post,                  MAY_ANYONE)
PAGE(GET,  "/glemt-passord",                          reset_show,                   MAY_ANYONE)
PAGE(POST, "/glemt-passord",                          reset_post,                   MAY_ANYONE)
PAGE(GET,  "/nytt-passord/:token",                    reset_password_show,          MAY_ANYONE)
PAGE(POST, "/nytt-passord/:token",                    reset_password_post,          MAY_ANYONE)
PAGE(GET,  "/konto",                                  account_show,                 MAY_USE_ACCOUNT)
PAGE(POST, "/konto",                                  account_post,                 MAY_USE_ACCOUNT)
PAGE(POST, "/konto/organisasjon",                     account_organisation_post,    MAY_USE_ACCOUNT)
ROUTES_END
