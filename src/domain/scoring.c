/* scoring.c — whole numbers from marks to millionths of a point. */
#include "domain/scoring.h"

#include <inttypes.h>
#include <string.h>

#include "core/catalogue.h"
#include "core/text.h"

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

static void
fill_line(struct score_line *line, struct arena *arena, const struct scheme *scheme, const struct score_mark *mark,
    enum lang lang)
{
	int64_t weights = weights_of(scheme), span = scheme->scale_max - scheme->scale_min;

	line->mark = mark->mark;
	line->reason = mark->reason;
	line->micro = micro_share(line->criterion->weight * (int64_t)(mark->mark - scheme->scale_min), weights * span);
	line->most_micro = micro_share(line->criterion->weight, weights);
	line->text = tr_printf(arena, lang, "%s: %d av %d, vekt %s = %s poeng", lang_pick(&line->criterion->name, lang),
	    mark->mark, scheme->scale_max, weight_text(arena, line->criterion->weight, weights, lang),
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

		if (mark == NULL || !on_scale(scheme, mark->mark))
			return (false);
		score->lines[i].criterion = criterion;
		fill_line(&score->lines[i], arena, scheme, mark, lang);
		*points += criterion->weight * (int64_t)(mark->mark - scheme->scale_min);
	}
	score->n_lines = scheme->n_criteria;
	return (true);
}

enum status
score_of(struct score *out, struct arena *arena, const struct scheme *scheme, const struct score_mark *marks,
    size_t n_marks, enum lang lang)
{
	int64_t span = scheme->scale_max - scheme->scale_min, points, weights = weights_of(scheme);
	struct score score = { .text = "" };

	if (scheme->method == CRITERIA_OVERALL) {
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

void
score_check(struct messages *out, const struct scheme *scheme, const struct score_mark *marks, size_t n_marks,
    const char *overall_reason, bool finishing, enum lang lang)
{
	bool overall = scheme->method == CRITERIA_OVERALL;

	if (!overall)
		for (size_t i = 0; i < scheme->n_criteria; i++)
			check_mark(out, scheme, &scheme->criteria[i], given_for(marks, n_marks, scheme->criteria[i].id),
			    finishing, lang);
	check_reason(out, "overall", tr(lang, "Samlet vurdering"), overall_reason, finishing && overall, lang);
}
