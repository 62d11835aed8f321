/* frozen_facts.c — writes the facts into the sent document, and reads them from there. */
#include "flow/frozen_facts.h"

#include <stdlib.h>
#include <string.h>

#include "core/buf.h"
#include "core/text.h"

/* "nif dfs" */
static const char *
registers_text(struct arena *arena, unsigned bits)
{
	struct buf out = buf_new(arena);

	for (int kind = 0; kind < REGISTER__MAX; kind++)
		if ((bits & (1u << kind)) != 0)
			buf_printf(&out, "%s%s", out.len > 0 ? " " : "", register_codes[kind]);
	return (buf_text(&out));
}

static unsigned
registers_bits(const char *text)
{
	unsigned bits = 0;

	for (int kind = 0; kind < REGISTER__MAX; kind++)
		if (text_lists(text, register_codes[kind]))
			bits |= 1u << kind;
	return (bits);
}

static void
write_day(struct xml_writer *w, struct arena *arena, const char *name, struct date day)
{
	if (!date_none(day))
		xml_write_attribute(w, name, date_iso(arena, day));
}

static const char *
yes_no(bool yes)
{
	return (yes ? "yes" : "no");
}

static void
write_case(struct xml_writer *w, struct arena *arena, const struct history_case *a_case)
{
	xml_write_start(w, "earlier");
	xml_write_attribute(w, "id", arena_printf(arena, "%lld", (long long)a_case->id));
	xml_write_attribute(w, "number", a_case->number);
	xml_write_attribute(w, "scheme", a_case->scheme_id);
	xml_write_attribute(w, "year", arena_printf(arena, "%d", a_case->year));
	xml_write_attribute(w, "same-call", yes_no(a_case->same_call));
	if (a_case->granted) {
		xml_write_attribute(w, "granted-ore", arena_printf(arena, "%lld", (long long)a_case->awarded.ore));
		write_day(w, arena, "decided", a_case->decided_on);
		xml_write_attribute(w, "state-aid", a_case->state_aid);
	}
	for (int lang = 0; lang < LANG__MAX; lang++)
		if (a_case->scheme_title.in[lang] != NULL)
			xml_write_attribute(w, arena_printf(arena, "title-%s", lang_code((enum lang)lang)),
			    a_case->scheme_title.in[lang]);
	xml_write_end(w);
}

void
frozen_facts_write(struct xml_writer *w, struct arena *arena, const struct application_facts *facts)
{
	xml_write_start(w, "facts");
	xml_write_attribute(w, "in-voluntary-register", yes_no(facts->in_voluntary_register));
	xml_write_attribute(w, "registers-in", registers_text(arena, facts->registers_in));
	xml_write_attribute(w, "registers-out", registers_text(arena, facts->registers_known & ~facts->registers_in));
	write_day(w, arena, "born", facts->born);
	if (!text_blank(facts->in_municipality)) {
		xml_write_attribute(w, "municipality", facts->in_municipality);
		xml_write_attribute(w, "in-county", yes_no(facts->in_county));
	}
	if (facts->call_year != 0)
		xml_write_attribute(w, "call-year", arena_printf(arena, "%d", facts->call_year));
	if (facts->call_extra)
		xml_write_attribute(w, "call-extra", "yes");
	if (facts->history != NULL) {
		xml_write_start(w, "history");
		for (size_t i = 0; i < facts->history->n; i++)
			write_case(w, arena, &facts->history->cases[i]);
		xml_write_end(w);
	}
	xml_write_end(w);
}

/* --- reading ------------------------------------------------------------------------------------------------------ */

static struct date
read_day(const struct xml_node *node, const char *name)
{
	const char *value = xml_attribute(node, name);
	struct date day;

	return (value != NULL && date_parse(&day, value) == OK ? day : (struct date){ 0 });
}

static bool
is_yes(const struct xml_node *node, const char *name)
{
	return (text_equal(xml_attribute(node, name), "yes"));
}

static const char *
word(struct arena *arena, const struct xml_node *node, const char *name)
{
	const char *value = xml_attribute(node, name);

	return (value == NULL ? "" : arena_strdup(arena, value));
}

static void
read_case(struct history_case *out, struct arena *arena, const struct xml_node *node)
{
	const char *granted = xml_attribute(node, "granted-ore");

	*out = (struct history_case){ .id = strtoll(word(arena, node, "id"), NULL, 10),
		.number = word(arena, node, "number"),
		.scheme_id = word(arena, node, "scheme"),
		.year = (int)strtol(word(arena, node, "year"), NULL, 10),
		.same_call = is_yes(node, "same-call"),
		.granted = granted != NULL,
		.awarded = { granted == NULL ? 0 : strtoll(granted, NULL, 10) },
		.decided_on = read_day(node, "decided"),
		.state_aid = word(arena, node, "state-aid") };
	for (int lang = 0; lang < LANG__MAX; lang++) {
		const char *title = xml_attribute(node, arena_printf(arena, "title-%s", lang_code((enum lang)lang)));

		if (title != NULL)
			out->scheme_title.in[lang] = arena_strdup(arena, title);
	}
}

static struct history *
read_history(
    struct arena *arena, const struct xml_node *node, const struct application_facts *facts, const char *scheme_id)
{
	struct history *history = arena_alloc(arena, sizeof(*history));
	size_t n = 0;

	for (const struct xml_node *a = xml_child(node, "earlier"); a != NULL; a = xml_next(a, "earlier"))
		n++;
	*history = (struct history){ .scheme_id = scheme_id,
		.year = facts->call_year,
		.today = facts->today,
		.cases = arena_array(arena, n, sizeof(*history->cases)) };
	for (const struct xml_node *a = xml_child(node, "earlier"); a != NULL; a = xml_next(a, "earlier"))
		read_case(&history->cases[history->n++], arena, a);
	return (history);
}

void
frozen_facts_read(
    struct application_facts *facts, struct arena *arena, const struct xml_node *root, const char *scheme_id)
{
	const struct xml_node *node = xml_child(root, "facts"), *history = xml_child(node, "history");
	const struct xml_node *applicant = xml_child(root, "applicant");

	if (node == NULL)
		return;
	facts->in_voluntary_register = is_yes(node, "in-voluntary-register");
	facts->registers_in = registers_bits(word(arena, node, "registers-in"));
	facts->registers_known = facts->registers_in | registers_bits(word(arena, node, "registers-out"));
	facts->born = read_day(node, "born");
	facts->in_municipality = word(arena, node, "municipality");
	facts->in_county = is_yes(node, "in-county");
	facts->call_year = (int)strtol(word(arena, node, "call-year"), NULL, 10);
	facts->call_extra = is_yes(node, "call-extra");
	if (applicant != NULL)
		facts->organisation_form = word(arena, applicant, "form");
	if (history != NULL)
		facts->history = read_history(arena, history, facts, scheme_id);
}
