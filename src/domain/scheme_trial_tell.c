/* scheme_trial_tell.c — the marks and messages of an example, and how what came out of it came about. */
#include <stdlib.h>
#include <string.h>

#include "core/catalogue.h"
#include "domain/scheme_trial_parts.h"

/* ------------------------------------------------------------------------------------------ marks */

/* A hundredth of a point in millionths. */
#define MICRO_HUNDREDTH (MICRO_POINT / 100)

void
trial_score(struct trial *t)
{
	const struct scheme_test *test = t->test;
	struct score_mark *marks = arena_array(t->arena, test->n_marks, sizeof(*marks));

	if (test->n_marks == 0 && test->score < 0)
		return;
	for (size_t i = 0; i < test->n_marks; i++)
		marks[i] = (struct score_mark){ .criterion = test->marks[i].name,
			.marked = true,
			.mark = (int)strtol(test->marks[i].value, NULL, 10),
			.reason = "" };
	if (score_of(&t->score, t->arena, t->view.scheme, marks, test->n_marks, t->lang) != OK) {
		trial_fail(t, tr(t->lang, "karakterene gir ingen poengsum; gi hvert kriterium en karakter"));
		return;
	}
	t->scored = true;
	if (test->score >= 0 && t->score.has_total &&
	    (t->score.micro + MICRO_HUNDREDTH / 2) / MICRO_HUNDREDTH != test->score)
		trial_fail(
		    t, tr_printf(t->arena, t->lang, "poengsummen skulle være %s, men er %s; endre testen eller vektene",
			   score_text(t->arena, test->score * MICRO_HUNDREDTH, t->lang),
			   score_text(t->arena, t->score.micro, t->lang)));
}

/* ------------------------------------------------------------------------------------------ messages */

static bool
is_about(const struct message *message, const char *about)
{
	size_t len = strlen(about);

	if (*message->rule != '\0')
		return (strcmp(message->rule, about) == 0);
	return (strncmp(message->path, about, len) == 0 && (message->path[len] == '\0' || message->path[len] == '.'));
}

static bool
is_expected(const struct message *message, const struct scheme_expected *expected)
{
	enum message_kind kind = strcmp(expected->kind, "error") == 0 ? MESSAGE_ERROR : MESSAGE_WARNING;

	return (message->kind == kind && (expected->says == NULL || strstr(message->text, expected->says) != NULL));
}

static void
compare_message(struct trial *t, const struct scheme_expected *expected)
{
	const struct message *said = NULL;

	for (size_t i = 0; i < t->messages.n; i++) {
		if (!is_about(&t->messages.list[i], expected->about))
			continue;
		said = &t->messages.list[i];
		if (is_expected(said, expected))
			return;
	}
	if (strcmp(expected->kind, "none") == 0 && said == NULL)
		return;
	if (said == NULL)
		trial_fail(t, tr_printf(t->arena, t->lang,
				  "skjemaet skulle si noe ved «%s», men sier ingenting; endre testen eller skjemaet",
				  expected->about));
	else
		trial_fail(t, tr_printf(t->arena, t->lang,
				  "skjemaet sier noe annet ved «%s» enn testen venter: %s; endre en av dem",
				  expected->about, said->text));
}

void
trial_messages(struct trial *t)
{
	if (t->test->n_messages == 0)
		return;
	t->messages = messages_new(t->arena);
	validation_run(&t->messages, t->view.scheme, t->answers, &t->facts, NULL, LANG_NB);
	for (size_t i = 0; i < t->test->n_messages; i++)
		compare_message(t, &t->test->messages[i]);
}

/* ------------------------------------------------------------------------------------------ explaining */

static void
add(struct trial *t, const char *line)
{
	t->out->lines[t->out->n_lines++] = line;
}

static void
explain_rules(struct trial *t)
{
	for (size_t i = 0; i < t->eligibility.n; i++) {
		const struct rule_result *rule = &t->eligibility.rules[i];

		if (rule->verdict == RULE_FAILED)
			add(t,
			    tr_printf(t->arena, t->lang, "Vilkåret «%s» er ikke oppfylt: %s", rule->id, rule->reason));
	}
	if (t->eligibility.eligible)
		add(t, tr(t->lang, "Søknaden er innenfor reglene."));
}

static void
explain_amount(struct trial *t)
{
	for (size_t i = 0; i < t->limit.n_steps; i++)
		add(t, t->limit.steps[i].text);
	if (t->limit.n_steps > 0)
		add(t, tr_printf(t->arena, t->lang, "Største tilskudd er %s.", money_show(t->arena, t->limit.max)));
}

void
trial_explain(struct trial *t)
{
	t->out->lines = arena_array(t->arena,
	    t->eligibility.n + t->limit.n_steps + t->score.n_lines + t->messages.n + 4, sizeof(*t->out->lines));
	explain_rules(t);
	explain_amount(t);
	for (size_t i = 0; t->scored && i < t->score.n_lines; i++)
		add(t, t->score.lines[i].text);
	if (t->scored)
		add(t, t->score.text);
	for (size_t i = 0; i < t->messages.n; i++)
		add(t, arena_printf(t->arena, "%s: %s",
			   *t->messages.list[i].path == '\0' ? t->messages.list[i].section : t->messages.list[i].path,
			   t->messages.list[i].text));
}
