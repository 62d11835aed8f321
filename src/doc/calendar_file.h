/* calendar_file.h — moments as a file that calendars subscribe to (iCalendar, RFC 5545 and 7986). */
#ifndef DOC_CALENDAR_FILE_H
#define DOC_CALENDAR_FILE_H

#include "core/buf.h"
#include "core/date.h"

/* A moment to remember; texts are plain UTF-8 and url may be "". */
struct calendar_moment {
	const char *uid; /* the same each time the file is fetched, so that a moved deadline moves in the calendar */
	instant at;
	const char *title, *text, *url;
};

struct calendar_file {
	const char *name, *producer; /* as the calendar calls itself; who wrote it */
	const char *lang;            /* "nb" */
	instant made_at;
	const struct calendar_moment *moments;
	size_t n_moments;
};

/*
 * Writes the file. A moment takes no time of the day: nobody is busy by a deadline.
 *
 * returns: OK; ERR_IO when there is no memory for it
 */
enum status calendar_write(struct buf *out, const struct calendar_file *file) MUST_CHECK;

#endif
