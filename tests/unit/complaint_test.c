/* complaint_test.c — every complaint there is can be provoked, is told at its own line and in all three languages, and
 * says what to do. */
#include "scheme_fixture.h"

#include "complaint_rows.h"
#include "domain/call_change.h"
#include "scheme/call_compile.h"
#include "scheme/scheme_gate.h"

#define N_ROWS (sizeof(rows) / sizeof(rows[0]))

#define COMPLAINT_NAME(name, nb, nn, en) #name,
static const char *const names[] = { COMPLAINT_LIST(COMPLAINT_NAME) };

#define LAW "<law id=\"a\"><nb>Lov</nb><nn>Lov</nn></law>"
#define SHARED_NAME "shared/felles.xml"
#define SHARED_TEXT "<shared xmlns=\"" SCHEME_NS "\"\n id=\"felles\">\n<laws>" LAW "</laws></shared>"

/* ------------------------------------------------------------------------------------------ documents */

static const char *
base_text(struct arena *arena, enum base base)
{
	const char *small = "tests/fixtures/scheme/small.xml";

	switch (base) {
	case SMALL:
	case GATE:
		return (fixture_file(arena, small));
	case FORMULA:
		return (fixture_file(arena, "tests/fixtures/scheme/formula.xml"));
	case FIELDS:
		return (fixture_file(arena, "tests/fixtures/scheme/fields.xml"));
	case EXTENDING:
		return (fixture_swap(arena, fixture_file(arena, small), "<scheme ", "<scheme extends=\"felles\" "));
	case SHARED:
		return (SHARED_TEXT);
	default:
		return (fixture_file(arena, "tests/fixtures/call/small.xml"));
	}
}

static const char *
changed(struct arena *arena, const struct row *row, const char *text)
{
	struct buf replace = buf_new(arena);

	if (row->find == NULL)
		return (row->replace);
	for (int i = 0; i < row->times; i++)
		buf_puts(&replace, row->replace);
	if (row->times > 0)
		buf_puts(&replace, row->find);
	else
		buf_puts(&replace, row->replace);
	return (fixture_swap(arena, text, row->find, buf_text(&replace)));
}

static int
line_of(const char *text, const char *at)
{
	int line = 1;

	if (at == NULL)
		fail_msg("the line that is told has nothing of what should stand there");
	for (const char *c = text; c < at; c++)
		line += *c == '\n';
	return (line);
}

/* ------------------------------------------------------------------------------------------ compiling */

static bool
find_shared(struct scheme_shared *out, void *user, const char *id)
{
	*out = (struct scheme_shared){ SHARED_NAME, user, strlen(user) };
	return (strcmp(id, "felles") == 0);
}

static void
tell_extending(struct scheme_messages *messages, struct arena *arena, const char *text, const char *shared)
{
	struct scheme_shared document = { "t.xml", text, strlen(text) };
	const struct scheme *scheme;
	const char *merged;

	(void)!scheme_compile_extending(
	    &scheme, &merged, messages, arena, &document, find_shared, (void *)(uintptr_t)shared);
}

static void
tell_gate(struct scheme_messages *messages, struct arena *arena, const char *text)
{
	struct xml_schema *gate;
	struct xml_error error;

	CHECK(xml_relaxng_load(&gate, &error, arena, "conf/scheme.rng") == OK);
	(void)!scheme_gate_check(messages, arena, gate, &scheme_vocabulary, "t.xml", text, strlen(text));
}

static const struct call_plans *
plans_of(struct scheme_messages *messages, struct arena *arena, const char *text)
{
	const struct call_plans *plans = NULL;

	(void)!call_compile(&plans, messages, arena, "t.xml", text, strlen(text));
	return (plans);
}

/* A call as the document had it, its list locked and most of its frame awarded. */
static struct call_standing
standing(const struct call_plan *plan)
{
	return ((struct call_standing){ .call = { .id = 1,
					    .year = plan->year,
					    .round = plan->round,
					    .kind = plan->kind,
					    .opens_at = plan->opens_at,
					    .closes_at = plan->closes_at,
					    .main_closes_at = plan->main_closes_at,
					    .covers_from = plan->covers_from,
					    .covers_to = plan->covers_to,
					    .before_start = plan->before_start,
					    .frame = plan->frame,
					    .earmarks = plan->earmarks },
	    .awarded = MONEY_NOK(plan->frame.ore / 100 * 9 / 10),
	    .locked = true });
}

static void
tell_change(struct scheme_messages *messages, struct arena *arena, const char *text)
{
	instant now = instant_at((struct date){ 2027, 3, 1 }, 0, 0, 0);
	const struct call_plans *was = plans_of(messages, arena, base_text(arena, CHANGE));
	const struct call_plans *is = plans_of(messages, arena, text);
	struct call_changes changes;

	for (size_t i = 0; is != NULL && i < is->n_calls; i++) {
		struct call_standing old = standing(&was->calls[i]);

		(void)call_changes_find(&changes, messages, arena, &old, &is->calls[i], now);
	}
}

/* A call document held against the scheme or the file it is of. */
static void
tell_call(struct scheme_messages *messages, struct arena *arena, enum base base, const char *text)
{
	struct scheme_earmark unge = { .id = "unge", .share = -1, .sum = { -1 } };
	const struct scheme of = { .id = "t-liten", .sharing = { .earmarks = &unge, .n_earmarks = 1 } };
	const struct call_plans *plans = plans_of(messages, arena, text);

	if (plans == NULL)
		return;
	if (base == OF_SCHEME) {
		(void)!call_check_scheme(messages, plans, &of);
		call_check_shared(messages, plans, "t-annen", NULL);
	}
	if (base == OF_NONE)
		(void)!call_check_scheme(messages, plans, NULL);
	if (base == IN_FILE)
		(void)!call_check_file(messages, plans, "conf/calls/t-liten.xml");
}

static bool
nobody_knows(void *user, enum mention_kind kind, const char *id)
{
	(void)user;
	(void)kind;
	(void)id;
	return (false);
}

static void
tell(struct scheme_messages *messages, struct arena *arena, const struct row *row, const char *text)
{
	const struct scheme *scheme;

	switch (row->base) {
	case SMALL:
	case FORMULA:
	case FIELDS:
		if (scheme_compile(&scheme, messages, arena, "t.xml", text, strlen(text)) == OK)
			(void)(scheme_check_mentions(messages, scheme, nobody_knows, NULL) +
			       scheme_check_aid(messages, scheme, false));
		break;
	case EXTENDING:
		tell_extending(messages, arena, text, SHARED_TEXT);
		break;
	case SHARED:
		tell_extending(messages, arena, base_text(arena, EXTENDING), text);
		break;
	case GATE:
		tell_gate(messages, arena, text);
		break;
	case CHANGE:
		tell_change(messages, arena, text);
		break;
	default:
		tell_call(messages, arena, row->base, text);
	}
}

/* ------------------------------------------------------------------------------------------ what is told */

/* Words that stand inside other messages are found by how they begin. */
static bool
is_words(enum complaint complaint)
{
	return (strncmp(names[complaint], "COMPLAINT_", 10) != 0);
}

static const char *
raw_text(struct arena *arena, enum lang lang, enum complaint complaint)
{
	static const char *const as_written[COMPLAINT_MAX_ARGS] = { "{0}", "{1}", "{2}", "{3}" };

	return (complaint_text(arena, lang, complaint, as_written));
}

static bool
is_about(struct arena *arena, const struct row *row, const struct scheme_message *message, enum lang lang)
{
	const char *words = raw_text(arena, lang, row->complaint);

	if (is_words(row->complaint))
		return (strstr(message->text, arena_strndup(arena, words, strcspn(words, "{"))) != NULL);
	return (message->complaint == row->complaint || message->detail == row->complaint);
}

/* Whether it is told where it should; otherwise what is told instead is printed. */
static bool
told(const struct row *row, enum lang lang)
{
	struct arena *arena = arena_new(0);
	struct scheme_messages messages = scheme_messages_new(arena, lang);
	const char *text = changed(arena, row, base_text(arena, row->base)), *name, *before;
	const char *at = row->at == NULL ? NULL : strstr(text, row->at);
	int line, wanted;

	if (row->at == NULL && row->find != NULL) {
		before = base_text(arena, row->base);
		at = text + (strstr(before, row->find) - before);
	}
	wanted = row->at != NULL && *row->at == '\0' ? 0 : line_of(text, row->find == NULL && at == NULL ? text : at);
	tell(&messages, arena, row, text);
	for (size_t i = 0; i < messages.n; i++) {
		scheme_message_place(&name, &line, &messages, i);
		if (!is_about(arena, row, &messages.list[i], lang) || line != wanted ||
		    (row->base == SHARED) != (strcmp(name, SHARED_NAME) == 0))
			continue;
		CHECK(strchr(messages.list[i].text, '{') == NULL);
		arena_free(arena);
		return (true);
	}
	print_error("%s is not told in %s on line %d, but: %s\n", names[row->complaint], lang_code(lang), wanted,
	    messages.n == 0 ? "nothing" : scheme_message_line(&messages, 0));
	arena_free(arena);
	return (false);
}

TEST(every_complaint_is_told_at_its_line)
{
	bool all = true;

	for (size_t i = 0; i < N_ROWS; i++)
		for (int lang = 0; lang < LANG__MAX; lang++)
			all &= told(&rows[i], (enum lang)lang);
	CHECK(all);
}

TEST(no_complaint_is_without_its_mistake)
{
	bool provoked[COMPLAINT__MAX] = { [COMPLAINT_NONE] = true };

	for (size_t i = 0; i < N_ROWS; i++)
		provoked[rows[i].complaint] = true;
	for (int i = 0; i < COMPLAINT__MAX; i++)
		if (!provoked[i])
			fail_msg("%s has no row in complaint_rows.h: add a document that provokes it", names[i]);
}

/* ------------------------------------------------------------------------------------------ the words themselves */

/* Which of {0} to {3} a text holds, as bits. */
static unsigned
holds(const char *text)
{
	unsigned bits = 0;

	for (unsigned i = 0; i < COMPLAINT_MAX_ARGS; i++)
		if (strstr(text, (const char[]){ '{', (char)('0' + i), '}', '\0' }) != NULL)
			bits |= 1u << i;
	return (bits);
}

TEST(each_says_what_is_wrong_and_what_to_do_in_three_languages)
{
	struct arena *arena = arena_new(0);

	for (int i = COMPLAINT_NONE + 1; i < COMPLAINT__MAX; i++) {
		const char *nb = raw_text(arena, LANG_NB, (enum complaint)i);

		for (int lang = 0; lang < LANG__MAX; lang++) {
			const char *text = raw_text(arena, (enum lang)lang, (enum complaint)i);

			if (holds(text) != holds(nb))
				fail_msg("%s tells of other things in %s", names[i], lang_code((enum lang)lang));
			/* What is wrong with an expression is told inside. */
			if (!is_words((enum complaint)i) && i != COMPLAINT_EXPRESSION && strchr(text, ';') == NULL)
				fail_msg(
				    "%s does not say what to do in %s: %s", names[i], lang_code((enum lang)lang), text);
		}
	}
	arena_free(arena);
}

TEST(no_two_say_the_same)
{
	struct arena *arena = arena_new(0);

	for (int lang = 0; lang < LANG__MAX; lang++)
		for (int i = 0; i < COMPLAINT__MAX; i++)
			for (int k = 0; k < i; k++)
				if (strcmp(raw_text(arena, (enum lang)lang, (enum complaint)i),
					raw_text(arena, (enum lang)lang, (enum complaint)k)) == 0)
					fail_msg("%s and %s say the same", names[i], names[k]);
	arena_free(arena);
}

SCHEME_MAIN(UNIT(every_complaint_is_told_at_its_line), UNIT(no_complaint_is_without_its_mistake),
    UNIT(each_says_what_is_wrong_and_what_to_do_in_three_languages), UNIT(no_two_say_the_same))
