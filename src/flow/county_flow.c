/* county_flow.c — conf/county.xml for the doors, with what is wrong in it logged. */
#include "flow/county_flow.h"

#include "core/log.h"

enum status
county_load(const struct county **out, struct arena *arena, const char *path)
{
	struct xml_error error = { 0 };
	struct county *county;
	enum status st;

	if ((st = county_read(&county, &error, arena, path)) != OK) {
		log_line(LOG_ERROR, NULL, "%s", xml_error_text(arena, &error));
		return (st);
	}
	*out = county;
	return (OK);
}
