/* scheme_merge_test.c — what a scheme takes from a shared document, what it says itself, and where mistakes are told.
 */
#include "scheme_fixture.h"

#include "scheme/scheme_compile.h"

#define LAW "<laws><law><nb>Loven</nb><nn>Lova</nn></law></laws>"
#define SHARED(inside) "<shared xmlns=\"" SCHEME_NS "\" id=\"felles\">\n" inside "\n</shared>"
#define ONE_LAW(id, text) "<law id=\"" id "\"><nb>" text "</nb><nn>" text "</nn></law>"

static struct arena *arena;

static int
setup(void **state)
{
	(void)state;
	arena = arena_new(0);
	return (0);
}

static int
teardown(void **state)
{
	(void)state;
	arena_free(arena);
	return (0);
}

/* user: the shared document's text. */
static bool
find(struct scheme_shared *out, void *user, const char *id)
{
	const char *xml = user;

	*out = (struct scheme_shared){ "shared/felles.xml", xml, strlen(xml) };
	return (strcmp(id, "felles") == 0);
}

/* small.xml that extends "felles", with one more change. */
static const char *
extending(const char *look_for, const char *replace)
{
	const char *xml = fixture_file(arena, "tests/fixtures/scheme/small.xml");

	xml = fixture_swap(arena, xml, "id=\"en-ordning\"", "id=\"en-ordning\" extends=\"felles\"");
	return (fixture_swap(arena, xml, look_for, replace));
}

static const struct scheme *
compiled(const char *xml, const char *shared, const char **merged)
{
	struct scheme_messages messages = scheme_messages_new(arena, LANG_NB);
	struct scheme_shared document = { "t.xml", xml, strlen(xml) };
	const struct scheme *scheme = NULL;

	if (scheme_compile_extending(&scheme, merged, &messages, arena, &document, find, (void *)(uintptr_t)shared) !=
	    OK)
		fail_msg("%s", scheme_message_line(&messages, 0));
	return (scheme);
}

/* The first message; "" when there is none. */
static const char *
told(const char *xml, const char *shared)
{
	struct scheme_messages messages = scheme_messages_new(arena, LANG_NB);
	struct scheme_shared document = { "t.xml", xml, strlen(xml) };
	const struct scheme *scheme = NULL;
	const char *merged = NULL;
	enum status st =
	    scheme_compile_extending(&scheme, &merged, &messages, arena, &document, find, (void *)(uintptr_t)shared);

	CHECK((st == OK) == (messages.n == 0) && (st == OK) == (merged != NULL));
	return (messages.n == 0 ? "" : scheme_message_line(&messages, 0));
}

TEST(what_a_scheme_leaves_unsaid_is_shared)
{
	const char *merged;
	const struct scheme *s =
	    compiled(extending(LAW, ""), SHARED("<laws>" ONE_LAW("a", "A") ONE_LAW("b", "B") "</laws>"), &merged);

	CHECK_INT(s->n_laws, 2);
	CHECK_TEXT(lang_pick(&s->laws[1].text, LANG_NB), "B");
	CHECK(strstr(merged, "extends") == NULL);
}

TEST(what_a_scheme_says_itself_stands)
{
	const char *merged;
	const struct scheme *s = compiled(extending(NULL, NULL),
	    SHARED("<title><nb>Delt</nb><nn>Delt</nn></title>"
		   "<payment><part share=\"100\" when=\"accepted\"/></payment>"),
	    &merged);

	CHECK_TEXT(lang_pick(&s->title, LANG_NB), "En ordning");
	CHECK_INT(s->n_payment, 2);
}

TEST(in_joined_lists_the_schemes_own_come_first)
{
	const char *merged;
	const struct scheme *s =
	    compiled(extending(LAW, "<laws><without id=\"a\"/>" ONE_LAW("c", "Min C") ONE_LAW("d", "D") "</laws>"),
		SHARED("<laws>" ONE_LAW("a", "A") ONE_LAW("b", "B") ONE_LAW("c", "C") "</laws>"), &merged);

	CHECK_INT(s->n_laws, 3);
	CHECK_TEXT(lang_pick(&s->laws[0].text, LANG_NB), "Min C");
	CHECK_TEXT(lang_pick(&s->laws[1].text, LANG_NB), "D");
	CHECK_TEXT(lang_pick(&s->laws[2].text, LANG_NB), "B");
}

TEST(shared_rules_and_sections_come_with_theirs)
{
	const char *merged;
	const struct scheme *s = compiled(extending(NULL, NULL),
	    SHARED("<eligibility><rule id=\"delt\" kind=\"warning\" test=\"delt-felt = "
		   "'yes'\"><reason><nb>D</nb><nn>D</nn>"
		   "</reason></rule></eligibility><form><section id=\"delt-del\"><nb>D</nb><nn>D</nn><statement "
		   "id=\"delt-felt\"><nb>D</nb><nn>D</nn><why use=\"control\"/></statement></section></form>"),
	    &merged);

	CHECK(s->n_rules == 3 && strcmp(s->rules[2].id, "delt") == 0);
	CHECK(s->n_sections == 3 && strcmp(s->sections[2].id, "delt-del") == 0);
}

TEST(a_shared_section_stands_where_it_is_taken)
{
	const char *merged,
	    *section = "<section id=\"delt-del\"><nb>D</nb><nn>D</nn><statement id=\"delt-felt\"><nb>D</nb><nn>D</nn>"
		       "<why use=\"control\"/></statement></section>";
	const char *shared = arena_printf(arena, SHARED("<form>%s</form>"), section);
	const struct scheme *s = compiled(
	    extending("<section id=\"penger\">", "<take id=\"delt-del\"/><section id=\"penger\">"), shared, &merged);

	CHECK_INT(s->n_sections, 3);
	CHECK_TEXT(s->sections[0].id, "tiltaket");
	CHECK_TEXT(s->sections[1].id, "delt-del");
	CHECK_TEXT(s->sections[2].id, "penger");
	CHECK_TEXT(told(extending("<section id=\"penger\">", "<take id=\"annet\"/>\n<section id=\"penger\">"), shared),
	    "t.xml:48: <take id=\"annet\"> får ikke noe: ingenting delt har den id-en; rett den eller ta den bort");
}

TEST(what_is_published_compiles_alone_to_the_same_version)
{
	const char *merged, *again;
	const char *shared = SHARED("<laws>" ONE_LAW("a", "A") "</laws>");
	const struct scheme *s = compiled(extending(LAW, ""), shared, &merged);
	const struct scheme *alone = compiled(merged, "", &again);

	CHECK_TEXT(alone->version_hash, s->version_hash);
	CHECK_TEXT(again, merged);
	CHECK(strcmp(compiled(extending(LAW, ""), SHARED("<laws>" ONE_LAW("a", "Ny") "</laws>"), &again)->version_hash,
		  s->version_hash) != 0);
}

TEST(mistakes_are_told_where_they_stand)
{
	const char *mine = extending(LAW, "");

	CHECK_TEXT(told(mine, SHARED("<laws>\n<law id=\"a\"><nb>A</nb></law></laws>")),
	    "shared/felles.xml:3: <law> mangler teksten på nn; skriv <nn>…</nn>");
	CHECK_TEXT(told(mine, SHARED("<lows/>")),
	    "shared/felles.xml:2: <lows> kan ikke stå i <scheme>; rett navnet; mente du «laws»?");
	CHECK_TEXT(told(mine, SHARED("<tests><case name=\"x\" eligible=\"yes\"/></tests>")),
	    "shared/felles.xml:2: prøvene hører til hver ordning; flytt <tests> dit");
	CHECK(strncmp(told(mine, "<shared"), "shared/felles.xml:1: ", 21) == 0);
	CHECK_TEXT(told(mine, "<shared xmlns=\"" SCHEME_NS "\" id=\"annet\"/>"),
	    "shared/felles.xml:1: det delte dokumentet må begynne med <shared id=\"felles\">; rett det");
	CHECK_TEXT(told(fixture_swap(arena, mine, "extends=\"felles\"", "extends=\"borte\""), ""),
	    "t.xml:3: det delte dokumentet «borte» finnes ikke; legg det i shared/borte.xml ved siden av ordningen, "
	    "eller "
	    "rett extends");
	CHECK_TEXT(told(fixture_swap(arena, mine, "extends=\"felles\"", "extends=\"../felles\""), ""),
	    "t.xml:3: extends=\"../felles\" går ikke; skriv små bokstaver a-z, tall og bindestrek, bokstav først, "
	    "høyst 40 "
	    "tegn");
	CHECK_TEXT(
	    told(extending(LAW, "<laws><without id=\"x\"/></laws>"), SHARED("<laws>" ONE_LAW("a", "A") "</laws>")),
	    "t.xml:61: <without id=\"x\"> tar ikke bort noe: ingenting delt har den id-en; rett den eller ta den bort");
	CHECK_TEXT(told(extending(LAW, "<laws>" ONE_LAW("a", "A") ONE_LAW("a", "B") "</laws>"), SHARED("")),
	    "t.xml:61: to <law> har id=\"a\"; gi den ene en annen");
}

/* "felles" goes on from "felles-2", and so on; user is the last one's number. */
static bool
find_next(struct scheme_shared *out, void *user, const char *id)
{
	int n = strcmp(id, "felles") == 0 ? 1 : id[7] - '0', *last = user;
	const char *on = n == *last ? "" : arena_printf(arena, " extends=\"felles-%d\"", n + 1);
	const char *laws = n > 1 ? arena_printf(arena, ONE_LAW("a", "A%d") ONE_LAW("b", "B%d"), n, n, n, n)
				 : "<without id=\"b\"/>" ONE_LAW("a", "A1");

	out->name = arena_printf(arena, "shared/%s.xml", id);
	out->xml =
	    arena_printf(arena, "<shared xmlns=\"" SCHEME_NS "\" id=\"%s\"\n%s><laws>%s</laws></shared>", id, on, laws);
	out->len = strlen(out->xml);
	return (true);
}

static const char *
told_of_chain(struct scheme_messages *messages, int last, const struct scheme **scheme)
{
	const char *xml = extending(LAW, "<laws/>"), *merged;
	struct scheme_shared document = { "t.xml", xml, strlen(xml) };

	*messages = scheme_messages_new(arena, LANG_NB);
	if (scheme_compile_extending(scheme, &merged, messages, arena, &document, find_next, &last) == OK)
		return ("");
	return (scheme_message_line(messages, 0));
}

TEST(a_shared_document_goes_on_from_another)
{
	const struct scheme *s = NULL;
	struct scheme_messages messages;

	CHECK_TEXT(told_of_chain(&messages, 2, &s), "");
	CHECK_INT(messages.n_shared, 2);
	/* The nearest says it; what it is without comes from nowhere. */
	CHECK_INT(s->n_laws, 1);
	CHECK_TEXT(lang_pick(&s->laws[0].text, LANG_NB), "A1");
	CHECK_TEXT(told_of_chain(&messages, SCHEME_MAX_SHARED, &s), "");
	CHECK_INT(s->n_laws, 1);
	CHECK_TEXT(told_of_chain(&messages, SCHEME_MAX_SHARED + 1, &s),
	    "shared/felles-4.xml:2: delte dokumenter som bygger på hverandre, kan være høyst 4; ta bort extends her, "
	    "og se "
	    "etter om de går i ring");
}

TEST(a_published_document_extends_nothing)
{
	CHECK_TEXT(fixture_messages(arena, extending(NULL, NULL), strlen(extending(NULL, NULL)), LANG_NB),
	    "3: det delte dokumentet «felles» finnes ikke; legg det i shared/felles.xml ved siden av ordningen, eller "
	    "rett "
	    "extends");
}

#define WITH_ARENA(name) cmocka_unit_test_setup_teardown(name, setup, teardown)

SCHEME_MAIN(WITH_ARENA(what_a_scheme_leaves_unsaid_is_shared), WITH_ARENA(what_a_scheme_says_itself_stands),
    WITH_ARENA(in_joined_lists_the_schemes_own_come_first), WITH_ARENA(shared_rules_and_sections_come_with_theirs),
    WITH_ARENA(a_shared_section_stands_where_it_is_taken),
    WITH_ARENA(what_is_published_compiles_alone_to_the_same_version), WITH_ARENA(mistakes_are_told_where_they_stand),
    WITH_ARENA(a_shared_document_goes_on_from_another), WITH_ARENA(a_published_document_extends_nothing))
