/* section_autosave.c — the answer to a save in the background: the draft's version, and what is worked out by now. */
#include <string.h>

#include "domain/answer_rows.h"
#include "domain/answer_text.h"
#include "web/page.h"
#include "web/section_form.h"

static void
add_value(struct buf *out, struct ctx *ctx, const struct scheme_field *field, const struct answers *answers)
{
	const char *value = field->calculate == NULL ? "" : answer_text(ctx->arena, field, answers, NULL, ctx->lang);

	if (*value != '\0')
		buf_printf(out, "\n%s\t%s", field->id, value);
}

static void
add_rows(struct buf *out, struct ctx *ctx, const struct scheme_field *group, const struct answers *answers)
{
	size_t n;
	const char **keys = answer_row_keys(&n, ctx->arena, answers, group->id);

	for (size_t i = 0; i < n; i++)
		for (size_t f = 0; f < group->n_fields; f++) {
			struct scheme_field field = row_field(ctx->arena, group->id, keys[i], &group->fields[f]);

			add_value(out, ctx, &field, answers);
		}
}

enum status
autosave_answer(struct ctx *ctx, const struct scheme *scheme, const struct section_outcome *outcome)
{
	const struct save_result *saved = &outcome->saved;
	struct buf out = buf_new(ctx->arena);

	if (saved->n_conflicts > 0)
		return (ERR_CONFLICT);
	if (messages_have_errors(&outcome->messages))
		return (ERR_INVALID);
	buf_printf(&out, "%d", saved->version);
	for (size_t s = 0; s < scheme->n_sections; s++)
		for (size_t f = 0; f < scheme->sections[s].n_fields; f++) {
			const struct scheme_field *field = &scheme->sections[s].fields[f];

			add_value(&out, ctx, field, saved->answers);
			if (field->type == FIELD_GROUP)
				add_rows(&out, ctx, field, saved->answers);
		}
	return (page_send(ctx, "text/plain; charset=utf-8", buf_text(&out), out.len, NULL));
}
