/* log.h — one line an event on standard error: level, request, what happened; never a name, an address or an answer. */
#ifndef CORE_LOG_H
#define CORE_LOG_H

enum log_level { LOG_ERROR, LOG_WARNING, LOG_NOTE };

/* Leaves out what weighs less than least from now on; everything is written at first. */
void log_least(enum log_level least);

/* request is the id of the request or job, or NULL. */
void log_line(enum log_level level, const char *request, const char *fmt, ...) __attribute__((format(printf, 3, 4)));

#endif
