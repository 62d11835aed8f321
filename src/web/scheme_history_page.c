/* scheme_history_page.c — everything a draft has been, by whom and when, and the way back to it. */
#include <stdlib.h>
#include <string.h>

#include "core/catalogue.h"
#include "core/text.h"
#include "gen/html_scheme_history.h"
#include "web/page.h"
#include "web/scheme_work.h"

#define NAMES_MOST 40

/* "Største tilskudd: Høyst i kroner" for amount/max.1@nok. */
static const char *
name_words(struct ctx *ctx, const struct vocabulary *vocabulary, const char *name)
{
	size_t len = strcspn(name, "@=");
	const char *path = arena_strndup(ctx->arena, name, len);
	const struct vocabulary_element *kind;
	struct vocabulary_words element, attribute;
	char cardinality;
	enum lang lang;

	if ((kind = document_kind(&cardinality, vocabulary, path)) == NULL)
		return (name);
	element = vocabulary_words(ctx->lang, vocabulary, kind, NULL);
	if (name[len] == '=' && lang_parse(&lang, name + len + 1))
		return (arena_printf(ctx->arena, "%s (%s)", element.label, name + len + 1));
	if (name[len] != '@' || vocabulary_attribute(kind, name + len + 1) == NULL)
		return (element.label);
	attribute = vocabulary_words(ctx->lang, vocabulary, kind, name + len + 1);
	return (arena_printf(ctx->arena, "%s: %s", element.label, attribute.label));
}

/* What was done to something, with what it was. */
static const char *
move_words(struct ctx *ctx, const char *word, const char *of)
{
	if (strcmp(word, "remove") == 0)
		return (tr_printf(ctx->arena, ctx->lang, "Fjernet: %s", of));
	if (strcmp(word, "up") == 0 || strcmp(word, "down") == 0)
		return (tr_printf(ctx->arena, ctx->lang, "Flyttet: %s", of));
	if (strcmp(word, "send") == 0)
		return (tr_printf(ctx->arena, ctx->lang, "Flyttet til en annen del: %s", of));
	return (tr_printf(ctx->arena, ctx->lang, "Fikk en annen type: %s", of));
}

/* The word in front says how it was changed. */
static const char *
what_words(struct ctx *ctx, const struct vocabulary *vocabulary, const char *what)
{
	size_t len = strcspn(what, " ");
	const char *word = arena_strndup(ctx->arena, what, len), *rest = what[len] == '\0' ? "" : what + len + 1;

	if (strcmp(word, "begun") == 0)
		return (tr(ctx->lang, "Utkastet ble laget"));
	if (strcmp(word, "edit") == 0)
		return (tr(ctx->lang, "Endret i skjemaet"));
	if (strcmp(word, "xml") == 0)
		return (tr(ctx->lang, "Endret i XML-en"));
	if (strcmp(word, "edition") == 0)
		return (tr_printf(ctx->arena, ctx->lang, "Hentet tilbake fra utgave %s", rest));
	if (strcmp(word, "restored") == 0)
		return (tr_printf(ctx->arena, ctx->lang, "Hentet tilbake fra lagring %s", rest));
	return (move_words(ctx, word, name_words(ctx, vocabulary, rest)));
}

static void
add_details(
    struct html_scheme_history_steps *step, struct ctx *ctx, const struct vocabulary *vocabulary, const char *what)
{
	struct html_scheme_history_steps_details *details;
	size_t n, most;
	char **names;

	if (!text_starts(what, "edit "))
		return;
	names = text_split(ctx->arena, what + strlen("edit "), ' ', &n);
	most = n > NAMES_MOST ? NAMES_MOST : n;
	details = arena_array(ctx->arena, most + 1, sizeof(*details));
	for (size_t i = 0; i < most; i++)
		details[i].text = name_words(ctx, vocabulary, names[i]);
	step->details = details;
	step->n_details = most;
}

enum status
scheme_draft_history_show(struct ctx *ctx)
{
	struct html_scheme_history_steps *steps;
	const struct vocabulary *vocabulary;
	struct scheme_draft_state *states;
	struct html_scheme_history view = { .action = page_path(ctx) };
	struct scheme_draft draft;
	enum status st;
	size_t n;

	if ((st = scheme_work_draft(&draft, ctx)) != OK || (st = scheme_draft_states(&states, &n, ctx, draft.id)) != OK)
		return (st);
	vocabulary = scheme_draft_vocabulary(&draft);
	steps = arena_array(ctx->arena, n + 1, sizeof(*steps));
	for (size_t i = 0; i < n; i++) {
		steps[i] = (struct html_scheme_history_steps){ .what = what_words(ctx, vocabulary, states[i].what),
			.when = instant_long(ctx->arena, states[i].changed_at, ctx->lang),
			.who = states[i].changed_by,
			.number = arena_printf(ctx->arena, "%d", states[i].version),
			.current = i == 0,
			.may_restore = i > 0 && draft.open };
		add_details(&steps[i], ctx, vocabulary, states[i].what);
	}
	view.steps = steps;
	view.n_steps = n;
	view.version = arena_printf(ctx->arena, "%d", draft.version);
	view.part_breadcrumbs = scheme_work_crumbs(ctx, &draft, NULL, NULL, tr(ctx->lang, "Historikk"));
	return (page_render(ctx, 200,
	    arena_printf(ctx->arena, "%s: %s", tr(ctx->lang, "Historikk"), scheme_work_title(ctx, &draft)),
	    HTML(scheme_history), &view));
}

/* Brings an earlier state back, as a new one. */
enum status
scheme_draft_history_post(struct ctx *ctx)
{
	struct scheme_draft draft;
	const char *document, *message;
	int seen, to, line;
	enum status st;

	if ((st = form_int(&seen, ctx, "version")) != OK || (st = form_int(&to, ctx, "til")) != OK ||
	    (st = scheme_work_draft(&draft, ctx)) != OK ||
	    (st = scheme_draft_document_at(&document, ctx, draft.id, to)) != OK ||
	    (st = scheme_draft_replace(
		 &message, &line, ctx, &draft, seen, document, arena_printf(ctx->arena, "restored %d", to))) != OK)
		return (st);
	notice_set(ctx, tr(ctx->lang, "Hentet tilbake."));
	return (redirect(ctx, "/ordningsarbeid/%" PRId64, draft.id));
}
