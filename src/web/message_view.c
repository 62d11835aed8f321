/* message_view.c — what a check complained of, as a page shows it: beside the field and in the summary. */
#include "web/message_view.h"

#include <inttypes.h>

const char *
message_text(const struct messages *messages, const char *path)
{
	const struct message *message = messages == NULL ? NULL : messages_for(messages, path);

	return (message == NULL ? "" : message->text);
}

const char *
message_text_of(struct ctx *ctx, const struct messages *messages, int64_t id, const char *part)
{
	return (messages == NULL ? "" : message_text(messages, arena_printf(ctx->arena, "%" PRId64 "%s", id, part)));
}

struct html_part_error_summary
message_summary(struct ctx *ctx, const struct messages *messages, const struct message_field *fields, size_t n)
{
	struct html_part_error_summary_errors *errors = arena_array(ctx->arena, n, sizeof(*errors));
	size_t found = 0;

	for (size_t i = 0; i < n; i++) {
		const char *text = message_text(messages, fields[i].path);

		if (*text != '\0')
			errors[found++] =
			    (struct html_part_error_summary_errors){ .anchor = fields[i].anchor, .text = text };
	}
	return ((struct html_part_error_summary){ .errors = errors, .n_errors = found });
}
