/* scheme_list.c — writes lists of schemes as text and JSON. */
#include "cli/scheme_list.h"

#include "core/text.h"

static void
json_text(struct buf *out, const char *text)
{
	buf_putc(out, '"');
	for (const char *at = text; *at != '\0'; at++) {
		if (*at == '"' || *at == '\\')
			buf_printf(out, "\\%c", *at);
		else if ((unsigned char)*at < 0x20)
			buf_printf(out, "\\u%04x", (unsigned)*at);
		else
			buf_putc(out, *at);
	}
	buf_putc(out, '"');
}

static void
json_member(struct buf *out, const char *name, const char *value)
{
	buf_puts(out, ", ");
	json_text(out, name);
	buf_puts(out, ": ");
	json_text(out, value);
}

static void
json_row(struct buf *out, const struct scheme_row *row)
{
	buf_puts(out, "{\"id\": ");
	json_text(out, row->id);
	json_member(out, "field", row->area);
	json_member(out, "unit", row->unit);
	json_member(out, "status", row->status);
	json_member(out, "title_nb", lang_pick(&row->title, LANG_NB));
	json_member(out, "title_nn", lang_pick(&row->title, LANG_NN));
	json_member(out, "version", row->version_hash);
	json_member(out, "where", row->where);
	buf_putc(out, '}');
}

void
scheme_list_write(struct buf *out, const struct scheme_row *rows, size_t n, enum lang lang, bool json)
{
	if (json)
		buf_puts(out, "[");
	for (size_t i = 0; i < n; i++) {
		if (json) {
			buf_puts(out, i == 0 ? "\n  " : ",\n  ");
			json_row(out, &rows[i]);
		} else
			buf_printf(out, "%-52s %-18s %-8s %.12s  %s\n", rows[i].id, rows[i].area, rows[i].status,
			    rows[i].version_hash, lang_pick(&rows[i].title, lang));
	}
	if (json)
		buf_puts(out, n == 0 ? "]\n" : "\n]\n");
}
