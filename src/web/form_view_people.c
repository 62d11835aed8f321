/* form_view_people.c — persons and addresses: questions that come in parts. */
#include <string.h>

#include "core/catalogue.h"
#include "core/text.h"
#include "gen/html_part_field_parts.h"
#include "web/form_view_parts.h"

struct part {
	const char *name, *label, *type, *inputmode, *size, *autocomplete;
	bool optional;
};

static struct html_part_field_parts_parts
part_fill(const struct field_view *f, const struct part *part)
{
	const char *path = arena_printf(f->arena, "%s.%s", f->field->id, part->name);

	return ((struct html_part_field_parts_parts){
	    .id = form_anchor(f->arena, path),
	    .name = path,
	    .label = tr(f->lang, part->label),
	    .optional = part->optional && !f->about.optional,
	    .error = field_error(f, path),
	    .type = part->type,
	    .inputmode = part->inputmode,
	    .size = part->size,
	    .autocomplete = part->autocomplete,
	    .value = answers_get(f->form->shown, path),
	});
}

static void
add_option(struct html_part_field_parts_parts_options *out, const char *value, const char *label, const char *chosen)
{
	*out = (struct html_part_field_parts_parts_options){
		.value = value, .label = label, .selected = strcmp(value, chosen) == 0
	};
}

static void
parts_set(
    struct html_part_field *out, const struct field_view *f, const struct html_part_field_parts_parts *parts, size_t n)
{
	struct html_part_field_parts *field = arena_alloc(f->arena, sizeof(*field));

	*field = (struct html_part_field_parts){ ABOUT(&f->about), .parts = parts, .n_parts = n };
	out->parts = field;
	out->n_parts = 1;
}

/* The county's municipalities; one elsewhere that was fetched or written stands as its code. */
static void
add_municipalities(struct html_part_field_parts_parts *part, const struct field_view *f)
{
	const struct form_view *form = f->form;
	struct html_part_field_parts_parts_options *options =
	    arena_array(f->arena, form->n_municipalities + 2, sizeof(*options));
	size_t n = 0;
	bool found = *part->value == '\0' || strcmp(part->value, ADDRESS_ELSEWHERE) == 0;

	for (size_t i = 0; i < form->n_municipalities; i++) {
		add_option(&options[n++], form->municipalities[i].code, form->municipalities[i].name, part->value);
		found |= options[n - 1].selected;
	}
	if (!found)
		add_option(&options[n++], part->value, part->value, part->value);
	add_option(&options[n++], ADDRESS_ELSEWHERE, tr(f->lang, "Utenfor fylket"), part->value);
	part->options = options;
	part->n_options = n;
}

void
field_address(struct html_part_field *out, const struct field_view *f)
{
	static const struct part list[] = {
		{ "street", T("Adresse"), NULL, NULL, "36", "street-address", false },
		{ "postcode", T("Postnummer"), NULL, "numeric", "6", "postal-code", false },
		{ "place", T("Poststed"), NULL, NULL, "24", "address-level2", false },
		{ "municipality", T("Kommune"), NULL, NULL, "24", "off", false },
	};
	struct html_part_field_parts_parts *parts = arena_array(f->arena, 4, sizeof(*parts));

	for (size_t i = 0; i < 4; i++)
		parts[i] = part_fill(f, &list[i]);
	add_municipalities(&parts[3], f);
	parts_set(out, f, parts, 4);
}

void
field_person(struct html_part_field *out, const struct field_view *f)
{
	static const struct part list[] = {
		{ "name", T("Navn"), NULL, NULL, "36", "name", false },
		{ "position", T("Stilling eller verv"), NULL, NULL, "36", "organization-title", true },
		{ "email", T("E-post"), "email", NULL, "36", "email", false },
		{ "phone", T("Telefon"), "tel", NULL, "18", "tel", false },
		{ "basis", T("Hvorfor kan personen signere?"), NULL, NULL, "36", "off", false },
	};
	bool signatory = text_equal(f->field->role, FIELD_ROLE_SIGNATORY);
	struct html_part_field_parts_parts *parts = arena_array(f->arena, 5, sizeof(*parts));
	struct html_part_field_parts_parts_options *options = arena_array(f->arena, 2, sizeof(*options));
	size_t n = signatory ? 5 : 4;

	for (size_t i = 0; i < n; i++)
		parts[i] = part_fill(f, &list[i]);
	if (signatory) {
		add_option(
		    &options[0], "register", tr(f->lang, "Har signaturrett, registrert i Brønnøysund"), parts[4].value);
		add_option(&options[1], "authorisation", tr(f->lang, "Har fullmakt fra dem som har signaturrett"),
		    parts[4].value);
		parts[4].options = options;
		parts[4].n_options = 2;
		parts[3].optional = !f->about.optional;
	}
	parts_set(out, f, parts, n);
}
