/* score_sheet.c — the score sheet: limits, ladder, criteria with marks and reasons, and what they add up to. */
#include "web/score_sheet.h"

#include <stdlib.h>
#include <string.h>

#include "core/catalogue.h"
#include "domain/amount.h"
#include "domain/criteria_words.h"
#include "domain/kept_figures.h"
#include "domain/merit.h"
#include "gen/html_part_field_choice.h"
#include "gen/html_part_field_long_text.h"
#include "web/message_view.h"
#include "web/page.h"

void
score_sheet_posted(struct assessment *mine, struct ctx *ctx)
{
	mine->overall_reason = form_text(ctx, "samlet");
	for (size_t i = 0; i < mine->n_marks; i++) {
		struct score_mark *mark = &mine->marks[i];
		const char *typed = form_text(ctx, arena_printf(ctx->arena, "k-%s", mark->criterion));
		char *end;
		long n = strtol(typed, &end, 10);

		mark->marked = *typed != '\0';
		mark->mark = *end == '\0' && n >= -1000 && n <= 1000 ? (int)n : 1000000;
		mark->reason = form_text(ctx, arena_printf(ctx->arena, "g-%s", mark->criterion));
	}
}

static const struct html_part_field_choice *
choice_field(struct ctx *ctx, const struct score_mark *mark, const char *label, const char *error,
    struct html_part_field_choice_options *options, size_t n)
{
	struct html_part_field_choice *field = arena_alloc(ctx->arena, sizeof(*field));

	*field = (struct html_part_field_choice){ .id = arena_printf(ctx->arena, "k-%s", mark->criterion),
		.name = arena_printf(ctx->arena, "k-%s", mark->criterion),
		.label = label,
		.error = error,
		.options = options,
		.n_options = n };
	return (field);
}

static struct html_part_field_choice_options
choice(struct ctx *ctx, const struct score_mark *mark, int value, const char *label)
{
	const char *code = arena_printf(ctx->arena, "%d", value);

	return ((struct html_part_field_choice_options){
	    .value = code, .label = label == NULL ? code : label, .checked = mark->marked && mark->mark == value });
}

static const struct html_part_field_choice *
mark_field(struct ctx *ctx, const struct scheme *scheme, const struct score_mark *mark, const char *error)
{
	size_t n = (size_t)(scheme->scale_max - scheme->scale_min + 1);
	struct html_part_field_choice_options *options = arena_array(ctx->arena, n, sizeof(*options));

	for (size_t i = 0; i < n; i++)
		options[i] = choice(ctx, mark, scheme->scale_min + (int)i, NULL);
	return (choice_field(ctx, mark, tr(ctx->lang, "Poeng"), error, options, n));
}

/* Requirements and wishes: met or not. */
static const struct html_part_field_choice *
met_field(struct ctx *ctx, const struct score_mark *mark, const char *error)
{
	struct html_part_field_choice_options *options = arena_array(ctx->arena, 2, sizeof(*options));

	options[0] = choice(ctx, mark, 1, tr(ctx->lang, "Ja"));
	options[1] = choice(ctx, mark, 0, tr(ctx->lang, "Nei"));
	return (choice_field(ctx, mark, tr(ctx->lang, "Er det oppfylt?"), error, options, 2));
}

/* The step of a ladder that a person chooses. */
static const struct html_part_field_choice *
rung_field(struct ctx *ctx, const struct scheme *scheme, const struct score_mark *mark, const char *error)
{
	struct html_part_field_choice_options *options = arena_array(ctx->arena, scheme->n_rungs, sizeof(*options));

	for (size_t i = 0; i < scheme->n_rungs; i++)
		options[i] = choice(ctx, mark, (int)i + 1,
		    arena_printf(ctx->arena, "%zu. %s", i + 1, lang_pick(&scheme->rungs[i].text, ctx->lang)));
	return (choice_field(
	    ctx, mark, tr(ctx->lang, "Hvilken prioritet hører søknaden til?"), error, options, scheme->n_rungs));
}

static const struct html_part_field_long_text *
reason_field(struct ctx *ctx, const struct score_mark *mark, const char *error)
{
	struct html_part_field_long_text *field = arena_alloc(ctx->arena, sizeof(*field));

	*field = (struct html_part_field_long_text){ .id = arena_printf(ctx->arena, "g-%s", mark->criterion),
		.name = arena_printf(ctx->arena, "g-%s", mark->criterion),
		.label = tr(ctx->lang, "Begrunnelse"),
		.rows = "3",
		.value = mark->reason,
		.error = error };
	return (field);
}

static void
add_anchors(struct html_part_score_sheet_criteria *out, struct ctx *ctx, const struct scheme_criterion *criterion)
{
	struct html_part_score_sheet_criteria_anchors *anchors =
	    arena_array(ctx->arena, criterion->n_anchors, sizeof(*anchors));

	for (size_t i = 0; i < criterion->n_anchors; i++) {
		anchors[i].mark = arena_printf(ctx->arena, "%d", criterion->anchors[i].mark);
		anchors[i].text = lang_pick(&criterion->anchors[i].text, ctx->lang);
	}
	out->anchors = anchors;
	out->n_anchors = criterion->n_anchors;
}

static void
add_fields(struct html_part_score_sheet_criteria *out, struct ctx *ctx, const struct scheme *scheme,
    const struct scheme_criterion *criterion, const struct score_mark *mark, const char *error)
{
	bool graded = criterion->kind == CRITERION_GRADED;
	const char *mark_error = mark->marked ? "" : error, *reason_error = mark->marked ? error : "";

	if (criterion->kind == CRITERION_PORTFOLIO || (graded && !scheme_has_marks(scheme)))
		return;
	out->mark_field = graded ? mark_field(ctx, scheme, mark, mark_error) : met_field(ctx, mark, mark_error);
	out->n_mark_field = 1;
	out->reason_field = reason_field(ctx, mark, reason_error);
	out->n_reason_field = 1;
}

static void
add_criteria(struct html_part_score_sheet *view, struct ctx *ctx, const struct scheme *scheme,
    const struct assessment *mine, const struct messages *messages)
{
	struct html_part_score_sheet_criteria *out = arena_array(ctx->arena, scheme->n_criteria, sizeof(*out));

	for (size_t i = 0; i < scheme->n_criteria; i++) {
		const struct scheme_criterion *criterion = &scheme->criteria[i];

		out[i].id = criterion->id;
		out[i].name = lang_pick(&criterion->name, ctx->lang);
		out[i].description = lang_pick(&criterion->description, ctx->lang);
		out[i].kind = criterion_kind_text(ctx->arena, criterion, ctx->lang);
		if (scheme->method == CRITERIA_WEIGHTED && criterion->weight > 0)
			out[i].weight = arena_printf(ctx->arena, "%d", criterion->weight);
		add_anchors(&out[i], ctx, criterion);
		add_fields(&out[i], ctx, scheme, criterion, &mine->marks[i], message_text(messages, criterion->id));
	}
	view->criteria = out;
	view->n_criteria = scheme->n_criteria;
}

/* Where on the ladder: a question to the officer, or what the answers say. */
static void
add_ladder(struct html_part_score_sheet *view, struct ctx *ctx, const struct application_view *read,
    const struct assessment *mine, const struct messages *messages)
{
	const struct scheme *scheme = read->application.scheme;
	struct criterion_finding *none = arena_array(ctx->arena, scheme->n_criteria, sizeof(*none));
	struct rule_view rules;
	struct kept_figures kept;
	struct merit merit;

	if (scheme->n_rungs == 0)
		return;
	view->ladder = true;
	view->ladder_text = lang_pick(&scheme->ladder_text, ctx->lang);
	if (scheme->ladder_judged) {
		view->rung_field =
		    rung_field(ctx, scheme, &mine->marks[scheme->n_criteria], message_text(messages, MERIT_RUNG));
		view->n_rung_field = 1;
		return;
	}
	rule_view_init(&rules, ctx->arena, scheme, read->answers, &read->facts);
	kept_figures_of(&kept, &rules);
	merit_of(&merit, ctx->arena, scheme, none, &(struct criterion_finding){ 0 }, kept.rung, ctx->lang);
	view->rung = merit.rung_text;
}

static void
add_total(
    struct html_part_score_sheet *view, struct ctx *ctx, const struct scheme *scheme, const struct assessment *mine)
{
	struct html_part_score_sheet_lines *lines;
	struct score score;

	if (!scheme_has_marks(scheme) ||
	    score_of(&score, ctx->arena, scheme, mine->marks, mine->n_marks, ctx->lang) != OK)
		return;
	lines = arena_array(ctx->arena, score.n_lines, sizeof(*lines));
	for (size_t i = 0; i < score.n_lines; i++)
		lines[i].text = score.lines[i].text;
	view->total = score.text;
	view->lines = lines;
	view->n_lines = score.n_lines;
}

static void
add_limits(struct html_part_score_sheet *view, struct ctx *ctx, const struct application_view *read)
{
	struct rule_view *rules = arena_alloc(ctx->arena, sizeof(*rules));
	struct html_part_score_sheet_limits *out;
	struct amount_limit limit;

	rule_view_init(rules, ctx->arena, read->application.scheme, read->answers, &read->facts);
	amount_limit_of(&limit, rules, ctx->lang);
	out = arena_array(ctx->arena, limit.n_steps, sizeof(*out));
	for (size_t i = 0; i < limit.n_steps; i++) {
		out[i].text = limit.steps[i].text;
		out[i].note = limit.steps[i].note;
	}
	view->limits = out;
	view->n_limits = limit.n_steps;
	view->max = tr_printf(ctx->arena, ctx->lang, "Høyst %s", money_show(ctx->arena, limit.max));
}

static struct html_part_field_long_text
overall_field(struct ctx *ctx, const struct scheme *scheme, const struct assessment *mine, const char *error)
{
	bool marks = scheme_has_marks(scheme);

	return ((struct html_part_field_long_text){ .id = "samlet",
	    .name = "samlet",
	    .label = marks ? tr(ctx->lang, "Samlet vurdering") : tr(ctx->lang, "Vurdering"),
	    .help = marks ? tr(ctx->lang, "Går inn i innstillingen og kan brukes i brevet.")
			  : tr(ctx->lang, "Én begrunnelse for hele søknaden. Ordningen har ikke poeng."),
	    .optional = marks,
	    .rows = marks ? "4" : "10",
	    .value = mine->overall_reason,
	    .error = error });
}

void
score_sheet_fill(struct html_part_score_sheet *out, struct ctx *ctx, const struct application_view *read,
    const struct assessment *mine, const struct messages *messages)
{
	const struct scheme *scheme = read->application.scheme;

	*out = (struct html_part_score_sheet){ .part_field_long_text = overall_field(
						   ctx, scheme, mine, message_text(messages, "overall")) };
	add_limits(out, ctx, read);
	add_ladder(out, ctx, read, mine, messages);
	add_criteria(out, ctx, scheme, mine, messages);
	add_total(out, ctx, scheme, mine);
}

struct html_part_error_summary
score_sheet_summary(struct ctx *ctx, const struct messages *messages)
{
	struct html_part_error_summary_errors *errors;
	size_t n = 0;

	if (messages == NULL)
		return ((struct html_part_error_summary){ 0 });
	errors = arena_array(ctx->arena, messages->n, sizeof(*errors));
	for (size_t i = 0; i < messages->n; i++)
		if (messages->list[i].kind == MESSAGE_ERROR)
			errors[n++] = (struct html_part_error_summary_errors){
				.anchor = strcmp(messages->list[i].path, "overall") == 0
					      ? "samlet"
					      : arena_printf(ctx->arena, "k-%s-title", messages->list[i].path),
				.about = messages->list[i].about,
				.text = messages->list[i].text,
			};
	return ((struct html_part_error_summary){ .errors = errors, .n_errors = n });
}
