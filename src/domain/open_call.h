/* open_call.h — schemes and their calls as everyone may see them. */
#ifndef DOMAIN_OPEN_CALL_H
#define DOMAIN_OPEN_CALL_H

#include "domain/call.h"
#include "scheme/scheme.h"

/* One scheme in a list, with the call that matters most now: open before coming before closed. */
struct open_scheme {
	const char *scheme_id, *version_hash; /* the version of the call, or the one in force */
	enum scheme_area area;
	bool paused;
	struct lang_text title, summary;
	struct call call; /* id 0: the scheme has none announced */
};

/* "Idrett og friluftsliv": a field in words. */
const char *area_name(enum scheme_area area, enum lang lang);

/* "Frivillige lag og organisasjoner": who may apply, in words. */
const char *applicant_kind_name(enum applicant_kind kind, enum lang lang);

#endif
