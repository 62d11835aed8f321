/* po_catalogue.h — the translators' PO files, read with libgettextpo and checked. */
#ifndef BUILD_PO_CATALOGUE_H
#define BUILD_PO_CATALOGUE_H

#include <stdbool.h>
#include <stddef.h>

#include "core/arena.h"
#include "core/lang.h"

struct po_entry {
	const char *msgid;
	const char *many; /* NULL for texts without plural */
	const char *text, *text_many;
	const char *path;
	int line;
};

struct po_catalogue {
	struct po_entry *in[LANG__MAX]; /* sorted by msgid, no msgid twice */
	size_t n[LANG__MAX];
	const char *folder;
	const struct po_missing *missing; /* told already */
};

struct po_missing {
	const struct po_missing *next;
	const char *msgid;
};

/* True the first time: a text used on many pages is told as missing once. */
bool po_catalogue_tell(struct po_catalogue *catalogue, struct arena *arena, const char *msgid);

/*
 * Reads folder/<language>/<any>.po for every language. False when a file can't be read, says the same text twice in
 * different ways, or a translation's {placeholders} or %-directives differ from the text's; each is reported.
 */
bool po_catalogue_read(struct po_catalogue *catalogue, struct arena *arena, const char *folder);

/* NULL when the language has no such text. */
const struct po_entry *po_catalogue_find(const struct po_catalogue *catalogue, enum lang lang, const char *msgid);

/* Writes texts.c, the table core/catalogue.c looks in. */
bool po_catalogue_emit(struct arena *arena, const struct po_catalogue *catalogue, const char *folder);

#endif
