/* deadline.h — how long is left of a deadline, in words, and the dates the law counts (R18, R39). */
#ifndef DOMAIN_DEADLINE_H
#define DOMAIN_DEADLINE_H

#include <stdbool.h>

#include "core/arena.h"
#include "core/date.h"
#include "core/lang.h"

/* closes_at is everywhere the first instant that is too late. People are told the minute before midnight instead. */
instant deadline_told(instant closes_at);

/* The last day, in Oslo: midnight ends the day before. */
struct date deadline_day(instant closes_at);

/* Calendar days from the day of at to the last day; 0 on the day itself, negative after it. */
int deadline_days_left(instant closes_at, instant at);

/* "1. november 2026 kl. 23.59", "1. november 2026 kl. 12.00": midnight is told as a minute before it. */
char *deadline_text(struct arena *arena, instant closes_at, enum lang lang);

/* "om 3 dager", "i morgen kl. 23.59", "i dag kl. 23.59", "fristen er ute". */
char *deadline_left_text(struct arena *arena, instant closes_at, instant at, enum lang lang);

struct scheme_later;

/* Whether something may be sent after the application, and until when: the later of the days the scheme gives. */
bool later_allowed(const struct scheme_later *later);
struct date later_day(const struct scheme_later *later, instant closes_at);

/* "2 minutter etter fristen": how late something came; "" when it was in time. */
char *deadline_late_text(struct arena *arena, instant closes_at, instant at, enum lang lang);

/* Easter Sunday of a year in the Gregorian calendar. */
struct date easter_sunday(int year);

/* Sundays and the holidays of lov om helligdager og helligdagsfred § 2, 1 May and 17 May. */
bool is_holiday(struct date day);

/*
 * Three weeks from the day the letter was received; when the last day is a Saturday, a Sunday or a holiday, the next
 * working day (source: forvaltningsloven §§ 29 and 30, domstolloven §§ 148 and 149).
 */
struct date appeal_deadline(struct date received);

#endif
