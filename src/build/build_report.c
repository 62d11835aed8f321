/* build_report.c — counting and printing build errors. */
#include "build/build_report.h"

#include <stdarg.h>
#include <stdio.h>

static int errors;

static void
report(const char *path, int line, const char *kind, const char *fmt, va_list ap)
{
	if (line > 0)
		fprintf(stderr, "%s:%d: %s", path, line, kind);
	else
		fprintf(stderr, "%s: %s", path, kind);
	vfprintf(stderr, fmt, ap);
	fputc('\n', stderr);
}

bool
build_error(const char *path, int line, const char *fmt, ...)
{
	va_list ap;

	va_start(ap, fmt);
	report(path, line, "error: ", fmt, ap);
	va_end(ap);
	errors++;
	return (false);
}

void
build_warning(const char *path, int line, const char *fmt, ...)
{
	va_list ap;

	va_start(ap, fmt);
	report(path, line, "warning: ", fmt, ap);
	va_end(ap);
}

int
build_errors(void)
{
	return (errors);
}
