/* texts_emit.c — writes the texts C code asks for as a sorted table. */
#include <stdlib.h>
#include <string.h>

#include "build/build_file.h"
#include "build/c_text.h"
#include "build/po_catalogue.h"

static int
text_cmp(const void *a, const void *b)
{
	return (strcmp(*(const char *const *)a, *(const char *const *)b));
}

static void
cell_emit(struct buf *out, const char *text)
{
	buf_puts(out, "\n\t\t");
	if (text == NULL)
		buf_puts(out, "NULL");
	else
		c_string(out, text, strlen(text), 3);
	buf_putc(out, ',');
}

static void
row_emit(struct buf *out, const struct po_catalogue *catalogue, const char *msgid)
{
	buf_puts(out, "\t{");
	cell_emit(out, msgid);
	buf_puts(out, " {");
	for (int lang = 0; lang < LANG__MAX; lang++) {
		const struct po_entry *entry = po_catalogue_find(catalogue, (enum lang)lang, msgid);

		cell_emit(out, entry == NULL ? NULL : entry->text);
	}
	buf_puts(out, " }, {");
	for (int lang = 0; lang < LANG__MAX; lang++) {
		const struct po_entry *entry = po_catalogue_find(catalogue, (enum lang)lang, msgid);

		cell_emit(out, entry == NULL ? NULL : entry->text_many);
	}
	buf_puts(out, " } },\n");
}

bool
po_catalogue_emit(struct arena *arena, const struct po_catalogue *catalogue, const char *folder)
{
	struct buf out = buf_new(arena);
	size_t n = 0, rows = 0;
	const char **all;

	for (int lang = 0; lang < LANG__MAX; lang++)
		n += catalogue->n[lang];
	all = arena_array(arena, n + 1, sizeof(*all));
	n = 0;
	for (int lang = 0; lang < LANG__MAX; lang++)
		for (size_t i = 0; i < catalogue->n[lang]; i++)
			all[n++] = catalogue->in[lang][i].msgid;
	qsort(all, n, sizeof(*all), text_cmp);
	buf_puts(&out,
	    "/* Made by web_compile from the PO files; change those, not this. */\n#include \"core/catalogue.h\"\n\n");
	buf_puts(&out, "const struct catalogue_row catalogue_rows[] = {\n");
	for (size_t i = 0; i < n; i++)
		if (i == 0 || strcmp(all[i], all[i - 1]) != 0) {
			row_emit(&out, catalogue, all[i]);
			rows++;
		}
	buf_printf(&out, "\t{ NULL, { NULL }, { NULL } },\n};\n\nconst size_t catalogue_rows_n = %zu;\n", rows);
	return (file_update(arena, arena_printf(arena, "%s/texts.c", folder), &out));
}
