/* doc_report.c — keeps the list of uncovered characters in order and puts the report into words. */
#include "doc/doc_report.h"

#include "core/buf.h"

void
doc_report_uncovered(struct doc_report *report, struct arena *arena, uint32_t code_point)
{
	struct doc_uncovered **at = &report->uncovered, *made;

	report->uncovered_count++;
	while (*at != NULL && (*at)->code_point < code_point)
		at = &(*at)->next;
	if (*at != NULL && (*at)->code_point == code_point) {
		(*at)->count++;
		return;
	}
	made = arena_alloc(arena, sizeof(*made));
	*made = (struct doc_uncovered){ .next = *at, .code_point = code_point, .count = 1 };
	*at = made;
}

char *
doc_report_text(struct arena *arena, const struct doc_report *report)
{
	struct buf out = buf_new(arena);

	if (report->problem != NULL)
		buf_puts(&out, report->problem);
	if (report->missing != NULL)
		buf_printf(&out, "%sdata is missing: %s", out.len > 0 ? "; " : "", report->missing);
	if (report->uncovered_count > 0)
		buf_printf(
		    &out, "%s%d characters cannot be printed:", out.len > 0 ? "; " : "", report->uncovered_count);
	for (const struct doc_uncovered *u = report->uncovered; u != NULL; u = u->next)
		buf_printf(&out, " U+%04X (%d)", u->code_point, u->count);
	return (arena_strdup(arena, buf_text(&out)));
}
