/* county.c — reads conf/county.xml: letterhead facts, units and bodies. */
#include "flow/county.h"

#include <ctype.h>
#include <string.h>

#include "core/buf.h"
#include "core/catalogue.h"
#include "core/orgnr.h"
#include "core/text.h"

#define COUNTY_NS "urn:tilskudd:county:1"

struct reader {
	struct arena *arena;
	struct xml_error *error;
	const char *name;
};

static enum status
wrong(const struct reader *r, int line, const char *message)
{
	*r->error = (struct xml_error){ .name = r->name, .line = line, .message = message };
	return (ERR_INVALID);
}

/* The text of the one child called name, trimmed; it must be there and not be empty. */
static enum status
read_line(const char **out, const struct reader *r, const struct xml_node *parent, const char *name)
{
	const struct xml_node *child = xml_child(parent, name);
	const char *text = child == NULL ? "" : text_trim(r->arena, xml_content(r->arena, child));

	if (text_blank(text))
		return (wrong(r, child == NULL ? parent->line : child->line,
		    arena_printf(r->arena, "<%s> is missing or empty; write it inside <%s>", name, parent->name)));
	*out = text;
	return (OK);
}

/* <nb> and <nn> are demanded, <en> is not. */
static enum status
read_texts(struct lang_text *out, const struct reader *r, const struct xml_node *node)
{
	enum status st;

	for (enum lang lang = LANG_NB; lang < LANG__MAX; lang++) {
		if (lang == LANG_EN && xml_child(node, "en") == NULL)
			continue;
		if ((st = read_line(&out->in[lang], r, node, lang_code(lang))) != OK)
			return (st);
	}
	return (OK);
}

static enum status
read_name(struct lang_text *out, const struct reader *r, const struct xml_node *root, const char *name)
{
	const struct xml_node *node = xml_child(root, name);

	if (node == NULL)
		return (wrong(r, root->line, arena_printf(r->arena, "<%s> is missing; write it in <county>", name)));
	return (read_texts(out, r, node));
}

static size_t
count_children(const struct xml_node *node, const char *name)
{
	size_t n = 0;

	for (const struct xml_node *c = xml_child(node, name); c != NULL; c = xml_next(c, name))
		n++;
	return (n);
}

static enum status
read_address(struct county *county, const struct reader *r, const struct xml_node *root)
{
	const struct xml_node *address = xml_child(root, "address"), *line;
	struct buf out = buf_new(r->arena);

	for (line = address == NULL ? NULL : xml_child(address, "line"); line != NULL; line = xml_next(line, "line"))
		buf_printf(&out, "%s%s", out.len > 0 ? ", " : "", text_trim(r->arena, xml_content(r->arena, line)));
	if (out.len == 0)
		return (wrong(r, root->line, "<address> needs at least one <line>; write the postal address"));
	county->address = buf_text(&out);
	return (OK);
}

static const struct county_part *
find_part(const struct county_part *parts, size_t n, const char *code)
{
	for (size_t i = 0; i < n; i++)
		if (text_equal(parts[i].code, code))
			return (&parts[i]);
	return (NULL);
}

static enum status
read_part(struct county_part *parts, size_t n, const struct reader *r, const struct xml_node *node)
{
	const char *code = xml_attribute(node, "code");

	if (text_blank(code))
		return (wrong(r, node->line, arena_printf(r->arena, "<%s> has no code; give it one", node->name)));
	if (find_part(parts, n, code) != NULL)
		return (wrong(r, node->line,
		    arena_printf(
			r->arena, "the code \"%s\" is used twice; each <%s> needs its own", code, node->name)));
	parts[n].code = code;
	return (read_texts(&parts[n].name, r, node));
}

static enum status
read_parts(struct county_part **out, size_t *n_out, const struct reader *r, const struct xml_node *root,
    const char *list, const char *item)
{
	const struct xml_node *node = xml_child(root, list);
	size_t room = node == NULL ? 0 : count_children(node, item);
	enum status st;

	if (room == 0)
		return (wrong(r, root->line, arena_printf(r->arena, "<%s> has no <%s>; name them", list, item)));
	*out = arena_array(r->arena, room, sizeof(**out));
	for (const struct xml_node *c = xml_child(node, item); c != NULL; c = xml_next(c, item)) {
		if ((st = read_part(*out, *n_out, r, c)) != OK)
			return (st);
		(*n_out)++;
	}
	return (OK);
}

static enum status
read_numbers(struct county *county, const struct reader *r, const struct xml_node *root)
{
	county->code = xml_attribute(root, "code");
	county->orgnr = xml_attribute(root, "orgnr");
	if (county->code == NULL || strlen(county->code) != 2 || !isdigit((unsigned char)county->code[0]) ||
	    !isdigit((unsigned char)county->code[1]))
		return (wrong(r, root->line, "the county's code must be two digits, for example \"34\""));
	if (county->orgnr == NULL || !orgnr_valid(county->orgnr))
		return (wrong(r, xml_attribute_line(root, "orgnr"),
		    "orgnr is no valid organisation number; write nine digits without spaces"));
	return (OK);
}

static enum status
read_county(struct county *county, const struct reader *r, const struct xml_node *root)
{
	enum status st;

	if (!xml_is(root, "county"))
		return (wrong(r, root->line, "the document must begin with <county>"));
	if ((st = read_numbers(county, r, root)) != OK || (st = read_name(&county->name, r, root, "name")) != OK ||
	    (st = read_name(&county->place, r, root, "place")) != OK || (st = read_address(county, r, root)) != OK ||
	    (st = read_line(&county->phone, r, root, "phone")) != OK ||
	    (st = read_line(&county->email, r, root, "email")) != OK ||
	    (st = read_line(&county->website, r, root, "website")) != OK ||
	    (st = read_parts(&county->units, &county->n_units, r, root, "units", "unit")) != OK)
		return (st);
	return (read_parts(&county->bodies, &county->n_bodies, r, root, "bodies", "body"));
}

enum status
county_read(struct county **out, struct xml_error *error, struct arena *arena, const char *path)
{
	struct county *county = arena_alloc(arena, sizeof(*county));
	struct reader r = { arena, error, path };
	struct xml_doc *doc;
	enum status st;

	if ((st = xml_read_file(&doc, error, arena, COUNTY_NS, path)) != OK)
		return (st);
	if ((st = read_county(county, &r, doc->root)) != OK)
		return (st);
	*out = county;
	return (OK);
}

const struct county_part *
county_unit(const struct county *county, const char *code)
{
	return (find_part(county->units, county->n_units, code));
}

const struct county_part *
county_body(const struct county *county, const char *code)
{
	return (find_part(county->bodies, county->n_bodies, code));
}

const char *
county_body_name(const void *county, const char *code, enum lang lang)
{
	const struct county_part *body = county == NULL ? NULL : county_body(county, code);

	return (body == NULL ? code : lang_pick(&body->name, lang));
}

const char *
county_mail_text(struct arena *arena, const struct county *county, enum lang lang)
{
	const char *out = lang_pick(&county->name, lang);

	if (!text_blank(county->address))
		out = arena_printf(arena, "%s, %s", out, county->address);
	if (!text_blank(county->email))
		out = tr_printf(arena, lang, "%s, eller på e-post til %s", out, county->email);
	return (out);
}
