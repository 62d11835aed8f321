/* prefill.c — from what is known to answers, field by field. */
#include "domain/prefill.h"

#include <string.h>

#include "core/text.h"
#include "domain/validation.h"

static void
put(struct answers *out, const char *path, const char *value)
{
	if (!text_blank(value))
		answers_set(out, path, value);
}

static void
put_part(struct answers *out, const struct scheme_field *field, const char *part, const char *value)
{
	put(out, arena_printf(answers_arena(out), "%s.%s", field->id, part), value);
}

/* "Gata 1, 2317 Hamar" in its parts; what is written otherwise is all street. */
static void
put_address(struct answers *out, const struct scheme_field *field, const struct prefill_source *source)
{
	struct arena *arena = answers_arena(out);
	const char *comma = strrchr(source->address, ','), *town = comma == NULL ? "" : comma + 1;

	town += strspn(town, " ");
	if (strspn(town, "0123456789") == 4 && town[4] == ' ' && town[5] != '\0') {
		put_part(
		    out, field, "street", arena_strndup(arena, source->address, (size_t)(comma - source->address)));
		put_part(out, field, "postcode", arena_strndup(arena, town, 4));
		put_part(out, field, "place", town + 5);
	} else
		put_part(out, field, "street", source->address);
	put_part(out, field, "municipality", source->municipality);
}

static void
put_person(struct answers *out, const struct scheme_field *field, const struct prefill_source *source)
{
	put_part(out, field, "name", source->user);
	put_part(out, field, "email", source->email);
	put_part(out, field, "phone", source->phone);
}

static void
put_field(struct answers *out, const struct scheme_field *field, const struct prefill_source *source)
{
	const struct {
		const char *word, *value;
	} known[] = {
		{ "organisation-name", source->organisation },
		{ "organisation-number", source->orgnr },
		{ "organisation-address", source->address },
		{ "organisation-municipality", source->municipality },
		{ "organisation-account", source->account },
		{ "user-name", source->user },
		{ "user-email", source->email },
		{ "user-phone", source->phone },
	};

	if (field->type == FIELD_PERSON)
		put_person(out, field, source);
	else if (field->type == FIELD_ADDRESS)
		put_address(out, field, source);
	else
		for (size_t i = 0; i < sizeof(known) / sizeof(known[0]); i++)
			if (strcmp(known[i].word, field->prefill) == 0)
				put(out, field->id, known[i].value);
}

void
prefill(struct answers *out, const struct scheme *scheme, const struct prefill_source *source)
{
	for (size_t s = 0; s < scheme->n_sections; s++)
		for (size_t f = 0; f < scheme->sections[s].n_fields; f++)
			if (scheme->sections[s].fields[f].prefill != NULL)
				put_field(out, &scheme->sections[s].fields[f], source);
	answers_normalise(out, scheme);
}
