/* build_report.h — what the programs run while building say when something is wrong: file:line: what; what to do. */
#ifndef BUILD_BUILD_REPORT_H
#define BUILD_BUILD_REPORT_H

#include <stdbool.h>

/* Prints "path:line: message" on stderr and counts it; line 0 is left out. Always false, so that callers can return it.
 */
bool build_error(const char *path, int line, const char *fmt, ...) __attribute__((format(printf, 3, 4)));

/* The same without counting: something to put right that need not stop the build. */
void build_warning(const char *path, int line, const char *fmt, ...) __attribute__((format(printf, 3, 4)));

int build_errors(void);

#endif
