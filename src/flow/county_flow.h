/* county_flow.h — reads who runs this installation, once a process, for letters, receipts and reports. */
#ifndef FLOW_COUNTY_FLOW_H
#define FLOW_COUNTY_FLOW_H

#include "flow/county.h"

/*
 * Reads conf/county.xml; a door does so at start and puts it in every ctx.
 *
 * out:     arena
 * returns: OK; ERR_IO or ERR_INVALID, logged with file and line
 */
enum status county_load(const struct county **out, struct arena *arena, const char *path) MUST_CHECK;

#endif
