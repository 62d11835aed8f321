/* message_view.h — what a check complained of, as a page shows it: beside the field and in the summary. */
#ifndef WEB_MESSAGE_VIEW_H
#define WEB_MESSAGE_VIEW_H

#include "core/ctx.h"
#include "domain/validation.h"
#include "gen/html_part_error_summary.h"

/* A field of a page that has a place of its own: the path that messages name, and the id of its element. */
struct message_field {
	const char *path;
	const char *anchor;
};

/* The first message for the path; "" when there is none or nothing was checked (messages NULL). */
const char *message_text(const struct messages *messages, const char *path);

/* The same for one row of a list: the path is the row's id with part after it, such as ".sum" or "". */
const char *message_text_of(struct ctx *ctx, const struct messages *messages, int64_t id, const char *part);

/* The summary of what is wrong in the fields, in their order; without errors when messages is NULL. */
struct html_part_error_summary
message_summary(struct ctx *ctx, const struct messages *messages, const struct message_field *fields, size_t n);

#endif
