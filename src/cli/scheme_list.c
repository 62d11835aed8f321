/* scheme_list.c — writes lists of schemes as text and JSON. */
#include "cli/scheme_list.h"

#include "core/json.h"

static size_t
n_fields(const struct scheme *scheme)
{
	size_t n = 0;

	for (size_t i = 0; i < scheme->n_sections; i++)
		n += scheme->sections[i].n_fields;
	return (n);
}

static void
json_applicants(struct json *json, const struct scheme *scheme)
{
	json_open(json, "applicants", '[');
	for (size_t i = 0; i < scheme->n_applicants; i++)
		json_text(json, NULL, applicant_kind_code(scheme->applicants[i].kind));
	json_close(json, ']');
}

static void
json_file(struct json *json, const struct scheme *scheme)
{
	json_applicants(json, scheme);
	json_int(json, "rules", (int64_t)scheme->n_rules);
	json_int(json, "criteria", (int64_t)scheme->n_criteria);
	json_int(json, "questions", (int64_t)n_fields(scheme));
	json_int(json, "tests", (int64_t)(scheme->n_tests + scheme->n_rounds));
	json_text(json, "source", scheme->source);
}

static void
json_published(struct json *json, const struct scheme_published *published)
{
	json_int(json, "number", published->number);
	json_bool(json, "installed", published->installed);
	json_int(json, "calls", published->n_calls);
	json_int(json, "open_calls", published->n_open_calls);
	json_int(json, "cases", published->n_cases);
}

static void
json_row(struct json *json, const struct scheme_row *row)
{
	json_open(json, NULL, '{');
	json_text(json, "id", row->id);
	json_text(json, "field", row->area);
	json_text(json, "unit", row->unit);
	json_text(json, "status", row->status);
	json_text(json, "title_nb", lang_pick(&row->title, LANG_NB));
	json_text(json, "title_nn", lang_pick(&row->title, LANG_NN));
	json_text(json, "title_en", row->title.in[LANG_EN]);
	json_text(json, "version", row->version_hash);
	json_text(json, "where", row->where);
	if (row->scheme != NULL)
		json_file(json, row->scheme);
	if (row->published != NULL)
		json_published(json, row->published);
	json_close(json, '}');
}

void
scheme_list_write(struct buf *out, const struct scheme_row *rows, size_t n, enum lang lang, bool json)
{
	struct json writer = json_new(out);

	if (!json) {
		for (size_t i = 0; i < n; i++)
			buf_printf(out, "%-52s %-18s %-8s %.12s  %s\n", rows[i].id, rows[i].area, rows[i].status,
			    rows[i].version_hash, lang_pick(&rows[i].title, lang));
		return;
	}
	json_open(&writer, NULL, '[');
	for (size_t i = 0; i < n; i++)
		json_row(&writer, &rows[i]);
	json_close(&writer, ']');
}
