/* open_call.h — schemes and their calls as everyone may see them. */
#ifndef DOMAIN_OPEN_CALL_H
#define DOMAIN_OPEN_CALL_H

#include "domain/deadline.h"
#include "scheme/scheme.h"

/* A call as the catalogue tells of it. */
struct open_call {
	int64_t id; /* 0: the scheme has none announced */
	int year, round;
	enum deadline_phase phase;
	bool continuous; /* applications are handled as they come, until closes_at */
	instant opens_at, closes_at;
	struct date covers_from, covers_to; /* none when open */
	money frame;                        /* 0 when it is not told */
	struct date answer_by;
	const char *contact_name, *contact_phone, *contact_email;
};

/* One scheme in a list, with the call that matters most now: open before coming before closed. */
struct open_scheme {
	const char *scheme_id;
	enum scheme_area area;
	bool paused;
	struct lang_text title, summary;
	struct open_call call; /* id, phase, continuous, times and frame alone */
};

/* "Idrett og friluftsliv": a field in words. */
const char *area_name(enum scheme_area area, enum lang lang);

/* "Frivillige lag og organisasjoner": who may apply, in words. */
const char *applicant_kind_name(enum applicant_kind kind, enum lang lang);

#endif
