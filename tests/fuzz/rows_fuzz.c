/* rows_fuzz.c — any lines as what a browser posts for questions in rows: paths and values, forged or cut off. They are
 * taken as the form takes them, worked out, checked, counted and written, and stay under the scheme's limits. */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "core/crypto.h"
#include "core/text.h"
#include "domain/answer_row_text.h"
#include "domain/answer_rows.h"
#include "domain/calculated.h"
#include "domain/row_room.h"
#include "domain/work_plan.h"
#include "scheme/scheme_compile.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len);

/* Read once: the scheme with every kind of field. */
static const struct scheme *
fields_scheme(void)
{
	static const struct scheme *scheme;
	static struct arena *arena; /* as long as the process */
	struct scheme_messages messages;
	char *xml;
	FILE *file;
	size_t len;

	if (scheme != NULL)
		return (scheme);
	if (crypto_start() != OK || (file = fopen("tests/fixtures/scheme/fields.xml", "r")) == NULL)
		abort();
	arena = arena_new(0);
	xml = arena_alloc(arena, 256 * 1024);
	len = fread(xml, 1, 256 * 1024 - 1, file);
	fclose(file);
	xml[len] = '\0';
	messages = scheme_messages_new(arena, LANG_NB);
	if (scheme_compile(&scheme, &messages, arena, "fields.xml", xml, len) != OK)
		abort();
	return (scheme);
}

/* "path=value" as a browser would send it, as far as there is room. */
static void
take(struct answers *answers, const struct scheme *scheme, const char *line)
{
	const char *equals = strchr(line, '=');
	struct row_room *room;
	const char *path, *value;
	size_t removed;

	if (equals == NULL ||
	    text_clean(&value, &removed, answers_arena(answers), equals + 1, strlen(equals + 1)) != OK)
		return;
	path = arena_strndup(answers_arena(answers), line, (size_t)(equals - line));
	if (!answer_path_known(scheme, path) || calculated_path(scheme, path))
		return;
	room = row_room_new(answers_arena(answers), scheme, answers);
	if (answers_has(answers, path) || row_room_has(room, path))
		answers_set(answers, path, value);
}

static void
check_group(struct arena *arena, const struct scheme *scheme, const struct scheme_field *field,
    const struct answers *answers, const struct application_facts *facts)
{
	struct answer_group_row *rows;
	struct work_plan plan;
	size_t n;

	answer_row_keys(&n, arena, answers, field->id);
	if (field->max_rows > 0 && n > 2 * (size_t)field->max_rows) /* room for two windows */
		abort();
	if (field->type == FIELD_PACKAGES) {
		work_plan(&plan, arena, scheme, field, answers, facts);
		if (plan.n > n)
			abort();
	} else if (answer_group_rows(&rows, arena, scheme, field, answers, facts, LANG_NN) > n)
		abort();
}

int
LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len)
{
	const struct scheme *scheme = fields_scheme();
	struct arena *arena = arena_new(0);
	struct answers *answers = answers_new(arena);
	struct messages messages = messages_new(arena);
	struct application_facts facts = { .today = { 2026, 3, 1 }, .closes_at = INSTANT_SECOND };
	char *text = arena_strndup(arena, len == 0 ? "" : (const char *)bytes, len);
	char **lines = text_split(arena, text, '\n', NULL);
	const char **changed;

	for (size_t i = 0; lines[i] != NULL && i < 300; i++)
		take(answers, scheme, lines[i]);
	answers_normalise(answers, scheme);
	(void)calculated_fill(&changed, answers, scheme, &facts);
	/* Worked out again, nothing is another. */
	if (calculated_fill(&changed, answers, scheme, &facts) != 0)
		abort();
	validation_run(&messages, scheme, answers, &facts, NULL, LANG_EN);
	for (size_t s = 0; s < scheme->n_sections; s++)
		for (size_t f = 0; f < scheme->sections[s].n_fields; f++)
			if (field_has_rows(&scheme->sections[s].fields[f]))
				check_group(arena, scheme, &scheme->sections[s].fields[f], answers, &facts);
	arena_free(arena);
	return (0);
}
