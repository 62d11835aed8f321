/* scoring.c — whole numbers from marks to millionths of a point. */
#include "domain/scoring.h"

#include <inttypes.h>
#include <string.h>

#include "core/catalogue.h"
#include "core/text.h"
#include "domain/merit.h"

#define REASON_LIMIT 4000

static const struct score_mark *
mark_for(const struct score_mark *marks, size_t n, const char *criterion)
{
	for (size_t i = 0; i < n; i++)
		if (marks[i].marked && strcmp(marks[i].criterion, criterion) == 0)
			return (&marks[i]);
	return (NULL);
}

static const struct score_mark *
given_for(const struct score_mark *marks, size_t n, const char *criterion)
{
	for (size_t i = 0; i < n; i++)
		if (strcmp(marks[i].criterion, criterion) == 0)
			return (&marks[i]);
	return (NULL);
}

static bool
on_scale(const struct scheme *scheme, int mark)
{
	return (mark >= scheme->scale_min && mark <= scheme->scale_max);
}

/* Whether the mark is one the criterion can have. */
static bool
right_mark(const struct scheme *scheme, const struct scheme_criterion *criterion, int mark)
{
	return (criterion->kind == CRITERION_GRADED ? on_scale(scheme, mark) : mark == 0 || mark == 1);
}

static int64_t
weights_of(const struct scheme *scheme)
{
	int64_t sum = 0;

	for (size_t i = 0; i < scheme->n_criteria; i++)
		sum += scheme->criteria[i].weight;
	return (sum);
}

/* numerator / denominator of 100 points in millionths, rounded half up. */
static int64_t
micro_share(int64_t numerator, int64_t denominator)
{
	return ((int64_t)(((__int128)numerator * MICRO_MAX * 2 + denominator) / ((__int128)denominator * 2)));
}

char *
score_text(struct arena *arena, int64_t micro, enum lang lang)
{
	const char *comma = lang == LANG_EN ? "." : ",";
	int64_t hundredths = (micro + MICRO_POINT / 200) / (MICRO_POINT / 100);

	if (hundredths % 100 == 0)
		return (arena_printf(arena, "%" PRId64, hundredths / 100));
	if (hundredths % 10 == 0)
		return (arena_printf(arena, "%" PRId64 "%s%" PRId64, hundredths / 100, comma, hundredths % 100 / 10));
	return (arena_printf(arena, "%" PRId64 "%s%02" PRId64, hundredths / 100, comma, hundredths % 100));
}

/* A weight as a share of all, with the percent sign when the weights are percents. */
static char *
weight_text(struct arena *arena, int weight, int64_t weights, enum lang lang)
{
	if (weights == 100)
		return (arena_printf(arena, "%d\u00a0%%", weight));
	return (tr_printf(arena, lang, "%d av %lld", weight, (long long)weights));
}

/* A wish with a weight gives all of it or nothing. */
static int
mark_in_total(const struct scheme *scheme, const struct scheme_criterion *criterion, const struct score_mark *mark)
{
	if (criterion->kind != CRITERION_SHOULD)
		return (mark->mark);
	return (mark->mark > 0 ? scheme->scale_max : scheme->scale_min);
}

static void
fill_line(struct score_line *line, struct arena *arena, const struct scheme *scheme, const struct score_mark *mark,
    enum lang lang)
{
	int64_t weights = weights_of(scheme), span = scheme->scale_max - scheme->scale_min;

	line->mark = mark_in_total(scheme, line->criterion, mark);
	line->reason = mark->reason;
	line->micro = micro_share(line->criterion->weight * (int64_t)(line->mark - scheme->scale_min), weights * span);
	line->most_micro = micro_share(line->criterion->weight, weights);
	line->text = tr_printf(arena, lang, "%s: %d av %d, vekt %s = %s poeng", lang_pick(&line->criterion->name, lang),
	    line->mark, scheme->scale_max, weight_text(arena, line->criterion->weight, weights, lang),
	    score_text(arena, line->micro, lang));
}

/* Each criterion with its mark; false when one is missing or off the scale. */
static bool
fill_lines(struct score *score, int64_t *points, struct arena *arena, const struct scheme *scheme,
    const struct score_mark *marks, size_t n_marks, enum lang lang)
{
	score->lines = arena_array(arena, scheme->n_criteria, sizeof(*score->lines));
	*points = 0;
	for (size_t i = 0; i < scheme->n_criteria; i++) {
		const struct scheme_criterion *criterion = &scheme->criteria[i];
		const struct score_mark *mark = mark_for(marks, n_marks, criterion->id);
		struct score_line *line = &score->lines[score->n_lines];

		if (criterion->weight == 0)
			continue;
		if (mark == NULL || !right_mark(scheme, criterion, mark->mark))
			return (false);
		line->criterion = criterion;
		fill_line(line, arena, scheme, mark, lang);
		*points += criterion->weight * (int64_t)(line->mark - scheme->scale_min);
		score->n_lines++;
	}
	return (score->n_lines > 0);
}

enum status
score_of(struct score *out, struct arena *arena, const struct scheme *scheme, const struct score_mark *marks,
    size_t n_marks, enum lang lang)
{
	int64_t span = scheme->scale_max - scheme->scale_min, points, weights = weights_of(scheme);
	struct score score = { .text = "" };

	if (!scheme_has_marks(scheme)) {
		*out = score;
		return (OK);
	}
	if (weights <= 0 || span <= 0 || !fill_lines(&score, &points, arena, scheme, marks, n_marks, lang))
		return (ERR_INVALID);
	score.has_total = true;
	score.micro = micro_share(points, weights * span);
	score.text = tr_printf(arena, lang, "Sum: %s av 100 poeng", score_text(arena, score.micro, lang));
	*out = score;
	return (OK);
}

/* --- what is missing --------------------------------------------------------------------------------------------- */

static void
check_reason(struct messages *out, const char *path, const char *about, const char *reason, bool needed, enum lang lang)
{
	size_t length = reason == NULL ? 0 : text_length(reason);

	if (needed && text_blank(reason))
		messages_add_about(out, MESSAGE_ERROR, "", path, about,
		    tr_printf(out->arena, lang, "Skriv en begrunnelse for «%s».", about));
	else if (length > REASON_LIMIT)
		messages_add_about(out, MESSAGE_ERROR, "", path, about,
		    tr_printf(out->arena, lang,
			"Teksten er %s tegn. Her er det plass til %s. Kort den ned med %s tegn.",
			money_count(out->arena, (int64_t)length), money_count(out->arena, REASON_LIMIT),
			money_count(out->arena, (int64_t)length - REASON_LIMIT)));
}

/* Met or not: what isn't met needs a reason, since it may end in a rejection; so does a wish nobody explains. */
static void
check_met(struct messages *out, const struct scheme_criterion *criterion, const struct score_mark *given,
    bool finishing, enum lang lang)
{
	const char *name = lang_pick(&criterion->name, lang);
	bool marked = given != NULL && given->marked;

	if ((finishing && !marked) || (marked && given->mark != 0 && given->mark != 1))
		messages_add_about(out, MESSAGE_ERROR, "", criterion->id, name,
		    tr_printf(out->arena, lang, "Velg ja eller nei for «%s».", name));
	if (given != NULL)
		check_reason(out, criterion->id, name, given->reason,
		    finishing && marked && given->mark == 0 && criterion->kind == CRITERION_REQUIRED, lang);
}

static void
check_mark(struct messages *out, const struct scheme *scheme, const struct scheme_criterion *criterion,
    const struct score_mark *given, bool finishing, enum lang lang)
{
	const char *name = lang_pick(&criterion->name, lang);
	bool marked = given != NULL && given->marked;

	if (finishing && !marked)
		messages_add_about(out, MESSAGE_ERROR, "", criterion->id, name,
		    tr_printf(out->arena, lang, "Gi poeng for «%s».", name));
	if (marked && !on_scale(scheme, given->mark))
		messages_add_about(out, MESSAGE_ERROR, "", criterion->id, name,
		    tr_printf(out->arena, lang, "Poengene for «%s» må være fra %d til %d.", name, scheme->scale_min,
			scheme->scale_max));
	if (given != NULL)
		check_reason(out, criterion->id, name, given->reason, finishing && marked, lang);
}

static void
check_rung(
    struct messages *out, const struct scheme *scheme, const struct score_mark *given, bool finishing, enum lang lang)
{
	bool right = given != NULL && given->marked && given->mark >= 1 && given->mark <= (int)scheme->n_rungs;

	if (scheme->ladder_judged && finishing && !right)
		messages_add_about(out, MESSAGE_ERROR, "", MERIT_RUNG, tr(lang, "Prioritet"),
		    tr(lang, "Velg hvilken prioritet søknaden hører til."));
}

void
score_check(struct messages *out, const struct scheme *scheme, const struct score_mark *marks, size_t n_marks,
    const char *overall_reason, bool finishing, enum lang lang)
{
	bool overall = !scheme_has_marks(scheme);

	for (size_t i = 0; i < scheme->n_criteria; i++) {
		const struct scheme_criterion *criterion = &scheme->criteria[i];
		const struct score_mark *given = given_for(marks, n_marks, criterion->id);

		if (criterion->kind == CRITERION_GRADED && !overall)
			check_mark(out, scheme, criterion, given, finishing, lang);
		else if (criterion->kind == CRITERION_REQUIRED || criterion->kind == CRITERION_SHOULD)
			check_met(out, criterion, given, finishing, lang);
	}
	check_rung(out, scheme, given_for(marks, n_marks, MERIT_RUNG), finishing, lang);
	check_reason(out, "overall", tr(lang, "Samlet vurdering"), overall_reason, finishing && overall, lang);
}
