/* doc_data_write.c — values in the order they were set, rows below their list. */
#include "doc/doc_data_write.h"

#include "xml/xml_write.h"

static void values_write(struct xml_writer *w, const struct doc_data *data);

static void
value_write(struct xml_writer *w, const struct doc_value *value)
{
	static const char *const elements[] = { [DOC_VALUE_TEXT] = "text",
		[DOC_VALUE_FLAG] = "flag",
		[DOC_VALUE_NUMBER] = "number",
		[DOC_VALUE_LIST] = "list" };

	xml_write_text(w, "\n");
	xml_write_start(w, elements[value->kind]);
	xml_write_attribute(w, "name", value->key);
	if (value->kind == DOC_VALUE_NUMBER)
		xml_write_attribute(w, "value", arena_printf(w->out->arena, "%.12g", value->number));
	if (value->kind == DOC_VALUE_FLAG)
		xml_write_text(w, value->flag ? "yes" : "no");
	else if (value->kind != DOC_VALUE_LIST)
		xml_write_text(w, value->text);
	for (const struct doc_data *row = value->kind == DOC_VALUE_LIST ? value->rows : NULL; row != NULL;
	     row = row->next) {
		xml_write_text(w, "\n");
		xml_write_start(w, "row");
		values_write(w, row);
		xml_write_end(w);
	}
	xml_write_end(w);
}

/* They are kept newest first. */
static void
values_write(struct xml_writer *w, const struct doc_data *data)
{
	const struct doc_value **values;
	size_t n = 0;

	for (const struct doc_value *value = data->values; value != NULL; value = value->next)
		n++;
	values = arena_array(w->out->arena, n, sizeof(const struct doc_value *));
	for (const struct doc_value *value = data->values; value != NULL; value = value->next)
		values[--n] = value;
	for (const struct doc_value *value = data->values; value != NULL; value = value->next)
		value_write(w, values[n++]);
}

void
doc_data_write(struct buf *out, const struct doc_data *data)
{
	struct xml_writer w = xml_writer_new(out, NULL);

	xml_write_start(&w, "data");
	values_write(&w, data);
	xml_write_text(&w, "\n");
	xml_write_end(&w);
	buf_putc(out, '\n');
}
