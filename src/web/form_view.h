/* form_view.h — from a scheme's fields and what was answered to the parts of a form: one field, one part. */
#ifndef WEB_FORM_VIEW_H
#define WEB_FORM_VIEW_H

#include "flow/draft_flow.h"
#include "flow/municipality_flow.h"
#include "gen/html_part_field.h"
#include "web/application_view.h"

struct form_view {
	const struct application_view *view;
	const struct answers *shown;           /* what stands in the fields */
	const struct messages *messages;       /* beside them; NULL for none */
	const struct save_conflict *conflicts; /* what others saved meanwhile */
	size_t n_conflicts;
	const struct municipality_row *municipalities; /* the county's, by name */
	size_t n_municipalities;
	const char *longer_table; /* a table that gets at least so many rows; NULL for none */
	size_t longer_rows;
	const char *new_row; /* a group that gets one more row to write in; NULL for none */
	/* What the page shows, as it is posted back: ids of questions and rows, and of questions it keeps hidden. */
	struct buf *fields, *hidden;
};

/* Adds an id to such a list. */
void form_view_name(struct buf *list, const char *id);

/* A key for a new row: later ones come later, and no two windows make the same. */
char *form_row_key(struct arena *arena, instant now);

/* The field as a part of a form, in the reader's language. */
void form_view_field(struct html_part_field *out, const struct form_view *form, const struct scheme_field *field);

/* What a browser can follow by itself: another field's answer. */
struct form_condition {
	const char *when;     /* the other field's name in expressions */
	const char *is;       /* the answer it must have; NULL when it must be a number */
	const char *at_least; /* the lowest number; NULL with is */
};

/*
 * A field that is asked for when another one has a certain answer, and nothing more: the browser can show it at once.
 *
 * returns: false when the condition says more than that, or there is none
 */
bool form_view_condition(struct form_condition *out, struct arena *arena, const struct scheme_field *field);

/* The page of one work package: what it is called, its goal, and its activities. */
void form_view_package(struct html_part_field *out, size_t *n, const struct form_view *form,
    const struct scheme_field *packages, const char *key);

/* How many parts form_view_package() fills at most. */
size_t form_view_package_most(const struct scheme_field *packages);

/* Which files a browser offers for the field, and what is said about kind, size, number and name. */
const char *attachment_accept(struct arena *arena, const struct scheme_field *field);
const char *attachment_limits(struct arena *arena, const struct scheme_field *field, enum lang lang);

/* Where a path's field stands in the page: "f-kostnader.0.cash". */
char *form_anchor(struct arena *arena, const char *path);

#endif
