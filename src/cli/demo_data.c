/* demo_data.c — reads the files of conf/demo/ into structs. */
#include "cli/demo_data.h"

#include <stdlib.h>
#include <string.h>

#include "core/text.h"

#define DEMO_NS "urn:tilskudd:demo:1"

/* One file being read; the first thing wrong is kept and the rest is read on, so that callers need no checks between.
 */
struct reader {
	struct arena *arena;
	const char *file, *problem;
	struct demo_data *data;
};

static void
wrong(struct reader *r, const struct xml_node *node, const char *what)
{
	if (r->problem == NULL)
		r->problem = arena_printf(r->arena, "%s:%d: %s", r->file, node->line, what);
}

static const char *
word(struct reader *r, const struct xml_node *node, const char *name)
{
	const char *value = xml_attribute(node, name);

	if (text_blank(value)) {
		wrong(r, node, arena_printf(r->arena, "<%s> has no %s", node->name, name));
		return ("");
	}
	return (value);
}

static int64_t
number_or(struct reader *r, const struct xml_node *node, const char *name, int64_t otherwise)
{
	const char *value = xml_attribute(node, name);
	char *end;
	long long n;

	if (value == NULL)
		return (otherwise);
	n = strtoll(value, &end, 10);
	if (end == value || *end != '\0')
		wrong(r, node, arena_printf(r->arena, "%s is no whole number", name));
	return (n);
}

static int64_t
number(struct reader *r, const struct xml_node *node, const char *name)
{
	return (*word(r, node, name) == '\0' ? 0 : number_or(r, node, name, 0));
}

static bool
yes(const struct xml_node *node, const char *name)
{
	return (text_equal(xml_attribute(node, name), "yes"));
}

/* The place of the attribute's value among words, or 0 with a complaint. */
static int
one_of(struct reader *r, const struct xml_node *node, const char *name, const char *const *words)
{
	const char *value = word(r, node, name);

	for (int i = 0; words[i] != NULL; i++)
		if (strcmp(words[i], value) == 0)
			return (i);
	wrong(r, node, arena_printf(r->arena, "%s cannot be \"%s\"", name, value));
	return (0);
}

static enum lang
lang_of(struct reader *r, const struct xml_node *node)
{
	enum lang lang = LANG_NB;

	if (!lang_parse(&lang, word(r, node, "lang")))
		wrong(r, node, "lang must be nb, nn or en");
	return (lang);
}

static enum lang
lang_or(struct reader *r, const struct xml_node *node, enum lang otherwise)
{
	return (xml_attribute(node, "lang") == NULL ? otherwise : lang_of(r, node));
}

static size_t
count(const struct xml_node *node, const char *name)
{
	size_t n = 0;

	for (const struct xml_node *c = xml_child(node, name); c != NULL; c = xml_next(c, name))
		n++;
	return (n);
}

static const char *
child_text(struct reader *r, const struct xml_node *node, const char *name)
{
	const struct xml_node *child = xml_child(node, name);

	return (child == NULL ? "" : text_trim(r->arena, xml_content(r->arena, child)));
}

/* --- people and organisations ------------------------------------------------------------------------------------ */

static void
read_person(struct demo_person *out, struct reader *r, const struct xml_node *node)
{
	*out = (struct demo_person){
		.email = word(r, node, "email"),
		.name = word(r, node, "name"),
		.phone = word(r, node, "phone"),
		.unit = xml_attribute(node, "unit"),
		.body = xml_attribute(node, "body"),
		.lang = lang_of(r, node),
		.login = yes(node, "login"),
	};
	if (!role_parse(&out->role, word(r, node, "role")))
		wrong(r, node, "role is none there is");
}

static void
read_people(struct reader *r, const struct xml_node *root)
{
	struct demo_data *data = r->data;

	data->people = arena_array(r->arena, count(root, "person") + 1, sizeof(*data->people));
	for (const struct xml_node *c = xml_child(root, "person"); c != NULL; c = xml_next(c, "person"))
		read_person(&data->people[data->n_people++], r, c);
}

static struct demo_person *
person(struct reader *r, const struct xml_node *node, const char *email)
{
	for (size_t i = 0; i < r->data->n_people; i++)
		if (strcmp(r->data->people[i].email, email) == 0)
			return (&r->data->people[i]);
	wrong(r, node, arena_printf(r->arena, "people.xml has no %s", email));
	return (NULL);
}

static void
read_organisation_people(struct demo_organisation *out, struct reader *r, const struct xml_node *node)
{
	char **emails = text_split(r->arena, word(r, node, "people"), ' ', &out->n_people);

	out->people = arena_array(r->arena, out->n_people + 1, sizeof(struct demo_person *));
	for (size_t i = 0; i < out->n_people; i++)
		out->people[i] = person(r, node, emails[i]);
	if (out->n_people == 0)
		wrong(r, node, "nobody writes for it");
}

static void
read_organisation(struct demo_organisation *out, struct reader *r, const struct xml_node *node)
{
	*out = (struct demo_organisation){
		.id = word(r, node, "id"),
		.orgnr = word(r, node, "orgnr"),
		.name = word(r, node, "name"),
		.form = word(r, node, "form"),
		.municipality = word(r, node, "municipality"),
		.address = word(r, node, "address"),
		.account = word(r, node, "account"),
		.lang = lang_of(r, node),
		.in_voluntary_register = yes(node, "voluntary-register"),
		.immigrant = yes(node, "immigrant"),
	};
	if (!applicant_kind_parse(&out->kind, word(r, node, "kind")))
		wrong(r, node, "kind is none there is");
	read_organisation_people(out, r, node);
}

static void
read_organisations(struct reader *r, const struct xml_node *root)
{
	struct demo_data *data = r->data;

	data->organisations = arena_array(r->arena, count(root, "organisation") + 1, sizeof(*data->organisations));
	for (const struct xml_node *c = xml_child(root, "organisation"); c != NULL; c = xml_next(c, "organisation"))
		read_organisation(&data->organisations[data->n_organisations++], r, c);
}

/* --- calls and applications -------------------------------------------------------------------------------------- */

static const struct demo_organisation *
organisation(struct reader *r, const struct xml_node *node)
{
	const char *id = word(r, node, "organisation");

	for (size_t i = 0; i < r->data->n_organisations; i++)
		if (strcmp(r->data->organisations[i].id, id) == 0)
			return (&r->data->organisations[i]);
	wrong(r, node, arena_printf(r->arena, "organisations.xml has no \"%s\"", id));
	return (NULL);
}

static enum demo_state
state_of(struct reader *r, const struct xml_node *node)
{
	static const char *const states[] = { "draft", "submitted", "conflict", "formal", "assessing", "assessed",
		NULL };

	return (xml_attribute(node, "state") == NULL ? DEMO_ASSESSED : one_of(r, node, "state", states));
}

static void
read_application(struct demo_application *out, struct reader *r, const struct xml_node *node, int n)
{
	*out = (struct demo_application){
		.organisation = organisation(r, node),
		.number = n,
		.sent = (int)number(r, node, "sent"),
		.applied = MONEY_NOK(number_or(r, node, "applied", 0)),
		.costs = MONEY_NOK(number_or(r, node, "costs", 0)),
		.award = MONEY_NOK(number_or(r, node, "award", 0)),
		.municipalities = word(r, node, "municipalities"),
		.quality = (int)number(r, node, "quality"),
		.integration = yes(node, "integration"),
		.has_proposal = xml_attribute(node, "proposed") != NULL,
		.list = (int)number_or(r, node, "list", 0),
		.state = state_of(r, node),
		.rung = xml_attribute(node, "rung"),
		.not_met = xml_attribute(node, "not-met"),
		.dismiss = xml_attribute(node, "dismiss"),
		.title = child_text(r, node, "title"),
		.text = child_text(r, node, "text"),
		.reason = child_text(r, node, "reason"),
		.departure = child_text(r, node, "departure"),
		.node = node,
	};
	out->lang = lang_or(r, node, out->organisation == NULL ? LANG_NB : out->organisation->lang);
	out->proposed = MONEY_NOK(number_or(r, node, "proposed", out->award.ore / 100));
	if (out->quality < 1 || out->quality > 5)
		wrong(r, node, "quality must be 1 to 5");
}

static enum demo_stage
stage_of(struct reader *r, const struct xml_node *node)
{
	static const char *const stages[] = { "coming", "open", "casework", "locked", "decided", "notified", NULL };

	return ((enum demo_stage)one_of(r, node, "stage", stages));
}

static enum call_kind
call_kind_of(struct reader *r, const struct xml_node *node)
{
	enum call_kind kind = CALL_FIXED;

	if (!call_kind_parse(&kind, word(r, node, "kind")))
		wrong(r, node, "kind is none there is");
	return (kind);
}

static void
read_call(struct demo_call *out, struct reader *r, const struct xml_node *node)
{
	*out = (struct demo_call){
		.id = word(r, node, "id"),
		.scheme = word(r, node, "scheme"),
		.kind = call_kind_of(r, node),
		.before_start = { (int)number_or(r, node, "months-before", 0), CALL_UNIT_MONTHS },
		.answer_weeks = (int)number_or(r, node, "answer-weeks", 0),
		.contact = word(r, node, "contact"),
		.meeting_case = xml_attribute(node, "meeting-case"),
		.year = (int)number(r, node, "year"),
		.round = (int)number(r, node, "round"),
		.opens = (int)number(r, node, "opens"),
		.closes = (int)number(r, node, "closes"),
		.answer_by = (int)number_or(r, node, "answer-by", 0),
		.meeting = (int)number_or(r, node, "meeting", 0),
		.evaluated = (int)number_or(r, node, "evaluated", 0),
		.covers = xml_attribute(node, "covers-from") != NULL,
		.leader_declared = yes(node, "leader-declared"),
		.shared_out = yes(node, "shared-out"),
		.covers_from = (int)number_or(r, node, "covers-from", 0),
		.covers_to = (int)number_or(r, node, "covers-to", 0),
		.frame = MONEY_NOK(number(r, node, "frame")),
		.stage = stage_of(r, node),
		.officer = person(r, node, word(r, node, "officer")),
		.leader = person(r, node, word(r, node, "leader")),
		.line = node->line,
	};
}

static void
read_calls(struct reader *r, const struct xml_node *root)
{
	struct demo_data *data = r->data;
	int n = 0;

	data->calls = arena_array(r->arena, count(root, "call") + 1, sizeof(*data->calls));
	for (const struct xml_node *c = xml_child(root, "call"); c != NULL; c = xml_next(c, "call")) {
		struct demo_call *call = &data->calls[data->n_calls++];

		read_call(call, r, c);
		call->applications = arena_array(r->arena, count(c, "application") + 1, sizeof(*call->applications));
		for (const struct xml_node *a = xml_child(c, "application"); a != NULL; a = xml_next(a, "application"))
			read_application(&call->applications[call->n_applications++], r, a, ++n);
	}
}

static void
read_filling(struct reader *r, const struct xml_node *root)
{
	r->data->filling = root;
}

/* --- the files ---------------------------------------------------------------------------------------------------- */

static enum status
read_file(struct reader *r, const char *name, const char *root, void (*read)(struct reader *, const struct xml_node *))
{
	struct xml_error error = { 0 };
	struct xml_doc *doc;
	enum status st;

	r->file = arena_printf(r->arena, "%s/%s.xml", r->data->dir, name);
	if ((st = xml_read_file(&doc, &error, r->arena, DEMO_NS, r->file)) != OK) {
		r->problem = xml_error_text(r->arena, &error);
		return (st);
	}
	if (xml_is(doc->root, root))
		read(r, doc->root);
	else
		wrong(r, doc->root, arena_printf(r->arena, "it must begin with <%s>", root));
	return (r->problem == NULL ? OK : ERR_INVALID);
}

enum status
demo_data_read(struct demo_data *out, const char **problem, struct arena *arena, const char *dir)
{
	struct reader r = { .arena = arena, .data = out };
	enum status st;

	*out = (struct demo_data){ .dir = dir };
	if ((st = read_file(&r, "people", "people", read_people)) == OK &&
	    (st = read_file(&r, "organisations", "organisations", read_organisations)) == OK &&
	    (st = read_file(&r, "calls", "calls", read_calls)) == OK)
		st = read_file(&r, "filling", "filling", read_filling);
	*problem = r.problem;
	return (st);
}

/* --- reading on ----------------------------------------------------------------------------------------------------
 */

const char *
demo_text(struct arena *arena, const struct xml_node *node, enum lang lang)
{
	const struct xml_node *text = node == NULL ? NULL : xml_child(node, lang_code(lang));

	if (text == NULL && node != NULL)
		text = xml_child(node, lang_code(LANG_NB));
	return (text == NULL ? "" : text_trim(arena, xml_content(arena, text)));
}

static bool
matches(const struct xml_node *node, const char *attribute, const char *value)
{
	return (attribute == NULL || text_equal(xml_attribute(node, attribute), value));
}

const struct xml_node *
demo_pick(const struct xml_node *node, const char *name, const char *attribute, const char *value, uint64_t n)
{
	const struct xml_node *found = NULL;
	uint64_t total = 0;

	for (const struct xml_node *c = xml_child(node, name); c != NULL; c = xml_next(c, name))
		total += matches(c, attribute, value);
	if (total == 0)
		return (NULL);
	n %= total;
	for (const struct xml_node *c = xml_child(node, name); c != NULL && found == NULL; c = xml_next(c, name))
		if (matches(c, attribute, value) && n-- == 0)
			found = c;
	return (found);
}

uint64_t
demo_chance(uint64_t seed, const char *salt, uint64_t limit)
{
	uint64_t x = seed * UINT64_C(0x9e3779b97f4a7c15);

	/* FNV-1a over the salt, then splitmix64's finish: spread enough for demo figures. */
	for (; *salt != '\0'; salt++)
		x = (x ^ (unsigned char)*salt) * UINT64_C(0x100000001b3);
	x = (x ^ (x >> 30)) * UINT64_C(0xbf58476d1ce4e5b9);
	x = (x ^ (x >> 27)) * UINT64_C(0x94d049bb133111eb);
	return ((x ^ (x >> 31)) % limit);
}
