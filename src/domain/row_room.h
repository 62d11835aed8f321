/* row_room.h — how many rows a draft keeps: some more than the form asks for, so that two windows that fill the last
 * one both are kept and told about, but not whatever somebody sends. */
#ifndef DOMAIN_ROW_ROOM_H
#define DOMAIN_ROW_ROOM_H

#include "domain/answer_rows.h"

struct row_room;

struct row_room *row_room_new(struct arena *arena, const struct scheme *scheme, const struct answers *stored);

/* Whether the path's row is there already or there is room for it; a row let in has its place from then on. */
bool row_room_has(struct row_room *room, const char *path);

#endif
