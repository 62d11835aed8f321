/* scheme_list.h — schemes shown on the command line: lists, as JSON, and one in full. */
#ifndef CLI_SCHEME_LIST_H
#define CLI_SCHEME_LIST_H

#include "core/buf.h"
#include "db/scheme_db.h"
#include "scheme/scheme.h"

/* A row of the list, the same for files and for what is published. */
struct scheme_row {
	const char *id, *area, *unit, *status, *version_hash;
	struct lang_text title;
	const char *where;                        /* path, or the moment of publishing */
	const struct scheme *scheme;              /* of a file, else NULL */
	const struct scheme_published *published; /* of what is in force, else NULL */
};

/* Columns for people, or an array of objects. */
void scheme_list_write(struct buf *out, const struct scheme_row *rows, size_t n, enum lang lang, bool json);

/* What a scheme says, for reading at a terminal. */
void scheme_show_write(struct buf *out, const struct scheme *scheme, enum lang lang);

/* The same for programs, by the names --help tells. */
void scheme_show_json(struct buf *out, const struct scheme *scheme, enum lang lang);

#endif
