/* doc_store.h — all templates of a directory and the fonts, loaded once a process, and documents made from them. */
#ifndef DOC_DOC_STORE_H
#define DOC_DOC_STORE_H

#include "doc/doc_pdf.h"

struct doc_store;

/*
 * Loads every *.xml with <document> in dir, checked against dir/document.rng, and the fonts.
 *
 * out:     arena; one thread at a time
 * problem: what is wrong and what to do, "file:line: ..." where a line is to blame; set unless OK
 * returns: OK; ERR_IO when a file or a font is missing; ERR_INVALID when a template is wrong
 */
enum status
doc_store_load(struct doc_store **out, const char **problem, struct arena *arena, const char *dir) MUST_CHECK;

/*
 * Fills the template called name with data and appends it to out as PDF.
 *
 * report:  zeroed, then filled in; see doc_report_text()
 * returns: OK; ERR_NOT_FOUND when there is no such template; ERR_INVALID when data is missing or a character cannot
 *          be printed; otherwise as doc_pdf()
 */
enum status doc_render(struct buf *out, struct doc_report *report, struct arena *arena, const struct doc_store *store,
    const char *name, const struct doc_data *data, enum lang lang, const struct doc_meta *meta) MUST_CHECK;

/* The same as a piece of HTML, headings moved down by heading_offset levels; see doc_html.h. */
enum status
doc_render_html(struct buf *out, struct doc_report *report, struct arena *arena, const struct doc_store *store,
    const char *name, const struct doc_data *data, enum lang lang, int heading_offset) MUST_CHECK;

/* The same as a text to go on being written in; see doc_docx.h. */
enum status
doc_render_docx(struct buf *out, struct doc_report *report, struct arena *arena, const struct doc_store *store,
    const char *name, const struct doc_data *data, enum lang lang, instant made_at) MUST_CHECK;

#endif
