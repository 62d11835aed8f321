/* county.h — the county that runs this installation: what stands on letters, receipts and reports. */
#ifndef FLOW_COUNTY_H
#define FLOW_COUNTY_H

#include "core/arena.h"
#include "core/lang.h"

#define COUNTY_NS "urn:tilskudd:county:1"

struct county {
	struct lang_text name, place;
	const char *address; /* one line, "Postboks 1, 2325 Hamar" */
	const char *phone, *email, *website;
};

/*
 * Reads conf/county.xml; a door does so once, at start.
 *
 * out:     arena
 * returns: OK; ERR_IO or ERR_INVALID, logged with file and line
 */
enum status county_load(const struct county **out, struct arena *arena, const char *path) MUST_CHECK;

#endif
