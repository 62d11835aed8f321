/* later_view.c — one entry for each attachment that may come later: until when, and what has come. */
#include "web/later_view.h"

#include <string.h>

#include "core/catalogue.h"
#include "domain/later_files.h"
#include "web/form_view.h"
#include "web/statement_view.h"

static void
files_fill(struct html_part_later_slots *slot, const struct application_view *view, const char *field)
{
	struct ctx *ctx = view->ctx;
	struct html_part_later_slots_files *files = arena_array(ctx->arena, view->n_files, sizeof(*files));

	for (size_t i = 0; i < view->n_files; i++) {
		const struct application_file *file = &view->files[i];

		if (strcmp(file->field, field) == 0)
			files[slot->n_files++] = (struct html_part_later_slots_files){
				.url = file_url(view, file),
				.file_name = file->file_name,
				.size = file_about(view, file),
				.at = file->later ? instant_long(ctx->arena, file->uploaded_at, ctx->lang) : "",
			};
	}
	slot->files = files;
}

static struct html_part_later_slots
slot_of(const struct application_view *view, const struct later_file *file, bool sender)
{
	struct ctx *ctx = view->ctx;
	struct html_part_later_slots slot = {
		.label = lang_pick(&file->field->label, ctx->lang),
		.due = date_long(ctx->arena, file->due, ctx->lang),
		.missing = file->required && file->n_files == 0,
		.overdue = file->overdue,
		.came = file->n_files > 0,
	};
	bool full = file->field->max_files > 0 && file->n_files >= (size_t)file->field->max_files;

	files_fill(&slot, view, file->field->id);
	if (!sender || full)
		return (slot);
	if (file->field->type == FIELD_THIRD_PARTY) {
		slot.ask_url = statement_ask_url(view, file->field);
		slot.waiting = statements_waiting_text(view, file->field);
	}
	slot.action = arena_printf(ctx->arena, "/soknader/%lld/vedlegg", (long long)view->application.id);
	slot.id = form_anchor(ctx->arena, file->field->id);
	slot.name = file->field->id;
	slot.accept = attachment_accept(ctx->arena, file->field);
	slot.help = attachment_limits(ctx->arena, file->field, ctx->lang);
	return (slot);
}

void
later_view(struct html_part_later *out, const struct application_view *view, bool sender, const char *error)
{
	struct ctx *ctx = view->ctx;
	struct html_part_later_slots *slots;
	struct later_file *files;
	size_t n = later_files(
	    &files, ctx->arena, view->application.scheme, view->answers, &view->facts, instant_day(ctx->received_at));

	slots = arena_array(ctx->arena, n, sizeof(*slots));
	for (size_t i = 0; i < n; i++)
		slots[i] = slot_of(view, &files[i], sender);
	*out = (struct html_part_later){ .slots = slots, .n_slots = n, .error = error };
}
