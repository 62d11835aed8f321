/* log.c — writes whole lines, so that workers sharing a file do not mix theirs. */
#include "core/log.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

static enum log_level written = LOG_NOTE; /* set once, at the start of a process */

void
log_least(enum log_level least)
{
	written = least;
}

void
log_line(enum log_level level, const char *request, const char *fmt, ...)
{
	static const char *const names[] = { "error", "warning", "note" };
	char line[1024];
	va_list ap;
	int len, more;

	if (level > written)
		return;
	len = snprintf(line, sizeof(line), "%s %s ", names[level], request == NULL ? "-" : request);
	va_start(ap, fmt);
	more = vsnprintf(line + len, sizeof(line) - (size_t)len - 1, fmt, ap);
	va_end(ap);
	if (more > 0)
		len += more;
	if (len > (int)sizeof(line) - 2)
		len = (int)sizeof(line) - 2;
	/* A line break in a value must not forge a second line. */
	for (int i = 0; i < len; i++)
		if ((unsigned char)line[i] < 0x20)
			line[i] = ' ';
	line[len++] = '\n';
	if (write(STDERR_FILENO, line, (size_t)len) < 0)
		return;
}
