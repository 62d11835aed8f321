/* scheme_read_form.c — sections and fields of the form. */
#include <string.h>

#include "scheme/scheme_read.h"

#define MAX_MB 10
#define MAX_ROWS 50

bool
scheme_is_field(const struct xml_node *node, enum field_type *type)
{
	return (node->kind == XML_ELEMENT && field_type_parse(type, node->name));
}

static void
read_options(struct scheme_reader *r, struct scheme_field *field, const struct xml_node *node)
{
	const char *name = field->type == FIELD_COSTS ? "cost-type" : "option";
	const struct xml_node *option = xml_child(node, name);

	field->options = arena_array(r->arena, count_children(node, name) + 1, sizeof(*field->options));
	for (; option != NULL; option = xml_next(option, name))
		field->options[field->n_options++] =
		    (struct scheme_option){ .code = read_word(r, option, "code"), .name = read_texts(r, option) };
}

bool
read_next_word(const char **at, const char **word, size_t *len)
{
	*word = *at + strspn(*at, " ");
	*len = strcspn(*word, " ");
	*at = *word + *len;
	return (*len > 0);
}

unsigned
read_bit_of(const char *word, size_t len, const char *const *words, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (strlen(words[i]) == len && memcmp(words[i], word, len) == 0)
			return (1u << i);
	return (0);
}

static unsigned
read_kinds(const struct xml_node *node)
{
	static const char *const kinds[] = { "pdf", "image", "document", "spreadsheet" }; /* bits of attachment_kind */
	const char *at = xml_attribute(node, "kinds"), *word;
	unsigned bits = 0;
	size_t len;

	if (at == NULL)
		return (ATTACH_PDF | ATTACH_IMAGE | ATTACH_DOCUMENT | ATTACH_SPREADSHEET);
	while (read_next_word(&at, &word, &len))
		bits |= read_bit_of(word, len, kinds, 4);
	return (bits);
}

/* The first criterion named is the one kept: a question is shown under one. */
static void
read_why(struct scheme_reader *r, struct scheme_field *field, const struct xml_node *node)
{
	static const char *const uses[] = { "", "eligibility", "amount", "statistics", "contact", "payment", "control",
		"case" }; /* bits of field_use */
	const char *at = xml_attribute(node, "use"), *word;
	size_t len;

	field->why = read_texts(r, node);
	while (read_next_word(&at, &word, &len)) {
		if (len > 10 && memcmp(word, "criterion:", 10) == 0) {
			field->uses |= USE_CRITERION;
			if (field->use_criterion == NULL)
				field->use_criterion = arena_strndup(r->arena, word + 10, len - 10);
		} else
			field->uses |= read_bit_of(word, len, uses, 8);
	}
}

static void
read_limits(struct scheme_reader *r, struct scheme_field *field, const struct xml_node *node)
{
	bool text = field->type == FIELD_TEXT || field->type == FIELD_LONG_TEXT;
	bool any = xml_attribute(node, "min") != NULL || xml_attribute(node, "max") != NULL;

	field->min = 1;
	if (text)
		field->max_length = (int)read_integer(node, "max", 0);
	else if (any) {
		field->min = read_integer(node, "min", field->type == FIELD_MONEY ? 0 : -1000000000);
		field->max = read_integer(node, "max", field->type == FIELD_MONEY ? MONEY_MAX.ore / 100 : 1000000000);
		if (field->min > field->max)
			COMPLAIN(r->messages, node->line, COMPLAINT_FIELD_MIN_MAX, field->id);
	}
	if (field->type == FIELD_COSTS || field->type == FIELD_FINANCING)
		field->max_rows = (int)read_integer(node, "max-rows", MAX_ROWS);
	field->step = read_integer(node, "step", 0);
	if (field->type == FIELD_ATTACHMENT) {
		field->kinds = read_kinds(node);
		field->max_mb = (int)read_integer(node, "max-mb", MAX_MB);
		field->max_files = (int)read_integer(node, "max-files", 0);
		field->file_name = read_word(r, node, "file-name");
	}
}

void
scheme_read_field(struct scheme_reader *r, struct scheme_field *field, const struct xml_node *node)
{
	field->id = read_word(r, node, "id");
	field->label = read_texts(r, node);
	field->help = read_child_texts(r, node, "help");
	field->constraint_text = read_child_texts(r, node, "constraint-text");
	field->role = read_word(r, node, "role");
	field->balances = read_word(r, node, "balances");
	field->prefill = read_word(r, node, "prefill");
	field->unit = read_child_texts(r, node, "unit");
	field->line = node->line;
	read_limits(r, field, node);
	read_options(r, field, node);
	if (xml_child(node, "why") != NULL)
		read_why(r, field, xml_child(node, "why"));
	scheme_read_rows(r, field, node);
}

size_t
scheme_count_fields(const struct xml_node *parent)
{
	enum field_type type;
	size_t n = 0;

	for (const struct xml_node *node = parent->children; node != NULL; node = node->next)
		n += scheme_is_field(node, &type);
	return (n);
}

static void
read_section(struct scheme_reader *r, struct scheme_section *section, const struct xml_node *node)
{
	enum field_type type;

	section->id = read_word(r, node, "id");
	section->title = read_texts(r, node);
	section->intro = read_child_texts(r, node, "intro");
	section->fields = arena_array(r->arena, scheme_count_fields(node), sizeof(*section->fields));
	for (const struct xml_node *child = node->children; child != NULL; child = child->next)
		if (scheme_is_field(child, &type)) {
			section->fields[section->n_fields].type = type;
			scheme_read_field(r, &section->fields[section->n_fields++], child);
		}
}

void
scheme_read_form(struct scheme_reader *r)
{
	const struct xml_node *form = xml_child(r->root, "form"), *section = xml_child(form, "section");
	struct scheme *scheme = r->scheme;

	scheme->sections = arena_array(r->arena, count_children(form, "section"), sizeof(*scheme->sections));
	for (; section != NULL; section = xml_next(section, "section"))
		read_section(r, &scheme->sections[scheme->n_sections++], section);
}

/* "." stands for the answer of fields that have one value. */
static const char *
self_of(const struct scheme_reader *r, const struct scheme_field *field)
{
	for (size_t i = 0; i < r->scope.n_names; i++)
		if (strcmp(r->scope.names[i].name, field->id) == 0)
			return (field->id);
	return (NULL);
}

void
scheme_read_field_expressions(struct scheme_reader *r, struct scheme_field *field, const struct xml_node *node)
{
	field->required = read_truth(r, node, "required", NULL);
	field->relevant = read_truth(r, node, "relevant", NULL);
	field->constraint = read_truth(r, node, "constraint", self_of(r, field));
	field->calculate =
	    field->type == FIELD_DATE ? read_day_of(r, node, "calculate") : read_number(r, node, "calculate");
	scheme_read_row_expressions(r, field, node);
}

void
scheme_read_form_expressions(struct scheme_reader *r)
{
	const struct xml_node *section = xml_child(xml_child(r->root, "form"), "section");
	enum field_type type;

	for (size_t s = 0; section != NULL; section = xml_next(section, "section"), s++) {
		struct scheme_field *field = r->scheme->sections[s].fields;

		for (const struct xml_node *node = section->children; node != NULL; node = node->next)
			if (scheme_is_field(node, &type))
				scheme_read_field_expressions(r, field++, node);
	}
}
