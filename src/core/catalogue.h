/* catalogue.h — what C code says to people, in their language: the bokmål text is the key. */
#ifndef CORE_CATALOGUE_H
#define CORE_CATALOGUE_H

#include <stddef.h>
#include <stdint.h>

#include "core/arena.h"
#include "core/lang.h"

/* One text; a language that lacks it holds NULL, and the key is shown. */
struct catalogue_row {
	const char *msgid;
	const char *in[LANG__MAX];
	const char *many[LANG__MAX]; /* the plural; NULL for texts without one */
};

/* Generated from assets/locale by build/web_compile, sorted by msgid (strcmp). */
extern const struct catalogue_row catalogue_rows[];
extern const size_t catalogue_rows_n;

/* Marks a text in a table, so that the check of translations sees it; it is looked up later with tr(). */
#define T(text) (text)

/* The text in lang, else the text itself. NULL gives "". */
const char *tr(enum lang lang, const char *msgid) __attribute__((format_arg(2)));

/* one for n == 1, many otherwise; usually the format of an arena_printf(). */
const char *tr_plural(enum lang lang, const char *one, const char *many, int64_t n) __attribute__((format_arg(2)))
__attribute__((format_arg(3)));

/* The text in lang with its %-directives filled in; the build checks that translations have the same ones. */
char *tr_printf(struct arena *arena, enum lang lang, const char *msgid, ...) __attribute__((format(printf, 3, 4)));

#endif
