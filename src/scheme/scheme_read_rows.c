/* scheme_read_rows.c — fields whose answers come in rows: groups, partners, work packages, statements of others; and
 * what may follow after the application. */
#include <stdlib.h>
#include <string.h>

#include "core/catalogue.h"
#include "scheme/scheme_read.h"

#define GROUP_ROWS 10
#define PARTNER_ROWS 20
#define PACKAGES 12
#define ACTIVITIES 15
#define STATEMENT_MB 10
#define NAME_LENGTH 120
#define PLAN_NAME_LENGTH 200
#define GOAL_LENGTH 600

/* In the order of enum group_asks. */
static const char *const asks[] = { "number", "role", "cash", "hours", "confirmed", "goal", "responsible", "milestones",
	"cost" };
#define ASKS (sizeof(asks) / sizeof(asks[0]))

static unsigned
read_asks(const struct xml_node *node, unsigned otherwise)
{
	const char *at = xml_attribute(node, "asks"), *word;
	unsigned bits = 0;
	size_t len;

	if (at == NULL)
		return (otherwise);
	while (read_next_word(&at, &word, &len))
		bits |= read_bit_of(word, len, asks, ASKS);
	return (bits);
}

static void
read_later(struct scheme_field *field, const struct xml_node *node)
{
	const char *by = xml_attribute(node, "later-by");

	field->later.days = (int)read_integer(node, "later-days", 0);
	if (by != NULL) {
		field->later.month = (int)strtol(by, NULL, 10);
		field->later.day = (int)strtol(by + 3, NULL, 10);
	}
}

static void
read_group(struct scheme_reader *r, struct scheme_field *field, const struct xml_node *node)
{
	enum field_type type;

	field->row_name = read_child_texts(r, node, "row-name");
	field->min_rows = (int)read_integer(node, "min-rows", 1);
	field->max_rows = (int)read_integer(node, "max-rows", GROUP_ROWS);
	field->fields = arena_array(r->arena, scheme_count_fields(node), sizeof(*field->fields));
	for (const struct xml_node *child = node->children; child != NULL; child = child->next)
		if (scheme_is_field(child, &type)) {
			field->fields[field->n_fields].type = type;
			scheme_read_field(r, &field->fields[field->n_fields++], child);
		}
	if (field->min_rows > field->max_rows)
		COMPLAIN(r->messages, node->line, COMPLAINT_GROUP_ROWS, field->id);
}

/* ------------------------------------------------------------------------------------------ partners */

static struct lang_text
said(const char *nb)
{
	struct lang_text text = { { nb, tr(LANG_NN, nb), tr(LANG_EN, nb) } };

	return (text);
}

/* A question that is the language's own. */
static struct scheme_field *
add_own(struct scheme_field *group, const char *id, enum field_type type, const char *label, const char *help)
{
	struct scheme_field *field = &group->fields[group->n_fields++];

	*field = (struct scheme_field){ .id = id, .type = type, .label = said(label), .min = 1, .line = group->line };
	if (help != NULL)
		field->help = said(help);
	return (field);
}

static void
add_confirmed(struct scheme_reader *r, struct scheme_field *group)
{
	struct scheme_field *field =
	    add_own(group, "confirmed", FIELD_CHOICE, T("Har de bekreftet at de er med?"), NULL);
	struct scheme_option *options = arena_array(r->arena, 3, sizeof(*options));

	options[0] = (struct scheme_option){ "yes", said(T("Ja, de har bekreftet")) };
	options[1] = (struct scheme_option){ "asked", said(T("De er spurt, og har ikke svart ennå")) };
	options[2] = (struct scheme_option){ "no", said(T("De er ikke spurt ennå")) };
	field->options = options;
	field->n_options = 3;
}

static void
read_partners(struct scheme_reader *r, struct scheme_field *field, const struct xml_node *node)
{
	field->row_name = said(T("partner"));
	field->min_rows = (int)read_integer(node, "min-rows", 1);
	field->max_rows = (int)read_integer(node, "max-rows", PARTNER_ROWS);
	field->asks = read_asks(node, ASK_NUMBER | ASK_ROLE | ASK_CASH | ASK_HOURS | ASK_CONFIRMED);
	field->fields = arena_array(r->arena, 6, sizeof(*field->fields));
	add_own(field, "name", FIELD_TEXT, T("Navn"), NULL)->max_length = NAME_LENGTH;
	if ((field->asks & ASK_NUMBER) != 0)
		(void)add_own(field, "number", FIELD_ORGNR, T("Organisasjonsnummer"),
		    T("Ni sifre. La det stå tomt for grupper og personer som ikke har noe."));
	if ((field->asks & ASK_ROLE) != 0)
		add_own(field, "role", FIELD_TEXT, T("Hva bidrar de med?"), NULL)->max_length = NAME_LENGTH * 2;
	if ((field->asks & ASK_CASH) != 0)
		(void)add_own(field, "cash", FIELD_MONEY, T("Penger de bidrar med (kr)"), NULL);
	if ((field->asks & ASK_HOURS) != 0)
		(void)add_own(field, "hours", FIELD_INTEGER, T("Timer de bidrar med"), NULL);
	if ((field->asks & ASK_CONFIRMED) != 0)
		add_confirmed(r, field);
	if (field->min_rows > field->max_rows)
		COMPLAIN(r->messages, node->line, COMPLAINT_GROUP_ROWS, field->id);
}

/* ------------------------------------------------------------------------------------------ packages, statements */

static int
read_months(const struct xml_node *node)
{
	const char *by = xml_attribute(node, "by");

	if (by == NULL || strcmp(by, "quarter") == 0)
		return (3);
	return (strcmp(by, "month") == 0 ? 1 : strcmp(by, "half-year") == 0 ? 6 : 12);
}

static void
read_activities(struct scheme_reader *r, struct scheme_field *packages, const struct xml_node *node)
{
	struct scheme_field *group = arena_alloc(r->arena, sizeof(*group));

	*group = (struct scheme_field){ .id = "activities",
		.type = FIELD_GROUP,
		.label = said(T("Aktiviteter")),
		.row_name = said(T("aktivitet")),
		.min = 1,
		.max_rows = (int)read_integer(node, "max-activities", ACTIVITIES),
		.fields = arena_array(r->arena, 4, sizeof(*group->fields)),
		.uses = packages->uses,
		.line = packages->line };
	add_own(group, "name", FIELD_TEXT, T("Hva skal gjøres?"), NULL)->max_length = PLAN_NAME_LENGTH;
	add_own(group, "from", FIELD_PLAN_TIME, T("Start"), NULL)->months = packages->months;
	add_own(group, "to", FIELD_PLAN_TIME, T("Slutt"), NULL)->months = packages->months;
	if ((packages->asks & ASK_MILESTONES) != 0)
		add_own(group, "milestone", FIELD_TEXT, T("Milepæl"), T("Hva er på plass når aktiviteten er slutt?"))
		    ->max_length = PLAN_NAME_LENGTH;
	packages->activities = group;
}

static void
read_packages(struct scheme_reader *r, struct scheme_field *field, const struct xml_node *node)
{
	field->months = read_months(node);
	field->asks = read_asks(node, ASK_GOAL | ASK_MILESTONES);
	field->max_rows = (int)read_integer(node, "max-packages", PACKAGES);
	field->row_name = said(T("arbeidspakke"));
	field->min_rows = 1;
	field->fields = arena_array(r->arena, 4, sizeof(*field->fields));
	add_own(field, "name", FIELD_TEXT, T("Hva heter arbeidspakken?"), NULL)->max_length = NAME_LENGTH;
	if ((field->asks & ASK_GOAL) != 0)
		add_own(field, "goal", FIELD_LONG_TEXT, T("Mål for arbeidspakken"), NULL)->max_length = GOAL_LENGTH;
	if ((field->asks & ASK_RESPONSIBLE) != 0)
		add_own(field, "responsible", FIELD_TEXT, T("Hvem har ansvaret?"), NULL)->max_length = NAME_LENGTH;
	if ((field->asks & ASK_COST) != 0)
		(void)add_own(field, "cost", FIELD_MONEY, T("Hva koster arbeidspakken (kr)?"), NULL);
	read_activities(r, field, node);
}

/* What others say comes through a link, or as files that the applicant has. */
static void
read_third_party(struct scheme_reader *r, struct scheme_field *field, const struct xml_node *node)
{
	const char *reads = xml_attribute(node, "applicant-reads");

	field->kept_from_applicant = reads != NULL && strcmp(reads, "no") == 0;
	field->ask = read_child_texts(r, node, "ask");
	field->shows = read_word(r, node, "shows");
	field->kinds = ATTACH_PDF | ATTACH_IMAGE | ATTACH_DOCUMENT;
	field->max_mb = STATEMENT_MB;
	field->max_files = (int)read_integer(node, "max", 1);
}

void
scheme_read_rows(struct scheme_reader *r, struct scheme_field *field, const struct xml_node *node)
{
	if (field->type == FIELD_GROUP)
		read_group(r, field, node);
	else if (field->type == FIELD_PARTNERS)
		read_partners(r, field, node);
	else if (field->type == FIELD_PACKAGES)
		read_packages(r, field, node);
	else if (field->type == FIELD_THIRD_PARTY)
		read_third_party(r, field, node);
	if (field->type == FIELD_ATTACHMENT || field->type == FIELD_THIRD_PARTY)
		read_later(field, node);
}

/* ------------------------------------------------------------------------------------------ expressions */

/* What is no row without: names, and when an activity starts and ends. */
static void
require_always(struct scheme_reader *r, struct scheme_field *field)
{
	struct expr_error error;
	struct expr *always;
	bool activities = field->activities != NULL;

	if (expr_compile(&always, &error, r->arena, "true()", &(struct expr_scope){ .result = EXPR_BOOLEAN }) != OK)
		return;
	field->fields[0].required = always;
	for (size_t i = 0; activities && i < 3; i++)
		field->activities->fields[i].required = always;
}

void
scheme_read_row_expressions(struct scheme_reader *r, struct scheme_field *field, const struct xml_node *node)
{
	struct expr_scope outer = r->scope;
	struct scheme_field *inside = field->fields;
	enum field_type type;

	if (field->type != FIELD_GROUP) {
		if (field->n_fields > 0)
			require_always(r, field);
		return;
	}
	r->scope = scheme_row_scope(r->arena, r->scheme, field, &outer);
	r->group = field;
	for (const struct xml_node *child = node->children; child != NULL; child = child->next)
		if (scheme_is_field(child, &type))
			scheme_read_field_expressions(r, inside++, child);
	r->group = NULL;
	r->scope = outer;
}
