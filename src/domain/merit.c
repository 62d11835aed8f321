/* merit.c — requirements first, then low marks, wishes and the ladder. */
#include "domain/merit.h"

#include <string.h>

#include "core/catalogue.h"
#include "core/text.h"

struct judging {
	struct merit *out;
	struct arena *arena;
	const struct scheme *scheme;
	enum lang lang;
};

#define SAY(j, ...) tr_printf((j)->arena, (j)->lang, __VA_ARGS__)

static void
refuse(struct judging *j, const char *text, const char *reason)
{
	if (j->out->refused != NULL)
		return;
	j->out->refused = text;
	j->out->reason = reason == NULL ? "" : reason;
}

static void
doubt(struct judging *j, const char *text)
{
	if (j->out->doubt == NULL)
		j->out->doubt = text;
}

/* One who says it isn't met is enough to stop the money; that they disagree is told. */
static void
judge_required(struct judging *j, const struct scheme_criterion *criterion, const struct criterion_finding *found)
{
	const char *name = lang_pick(&criterion->name, j->lang);

	if (found->n == 0 || found->lowest > 0)
		return;
	if (found->highest > 0)
		refuse(j, SAY(j, "De som har vurdert, er uenige om kravet «%s» er oppfylt.", name), found->reason);
	else
		refuse(j, SAY(j, "Kravet «%s» er ikke oppfylt.", name), found->reason);
}

/* The mean of the assessors' marks against the lowest that is good enough. */
static void
judge_graded(struct judging *j, const struct scheme_criterion *criterion, const struct criterion_finding *found)
{
	const char *text;

	if (found->n == 0 || criterion->min_mark < 0 || found->sum >= criterion->min_mark * found->n)
		return;
	text = SAY(j, "«%s» har lavere poeng enn %d, som er det minste.", lang_pick(&criterion->name, j->lang),
	    criterion->min_mark);
	if (criterion->min_rejects)
		refuse(j, text, found->reason);
	else
		doubt(j, SAY(j, "%s Søknaden kan få avslag.", text));
}

static void
judge_criterion(struct judging *j, const struct scheme_criterion *criterion, const struct criterion_finding *found)
{
	switch (criterion->kind) {
	case CRITERION_REQUIRED:
		return (judge_required(j, criterion, found));
	case CRITERION_GRADED:
		return (judge_graded(j, criterion, found));
	case CRITERION_SHOULD:
		j->out->n_shoulds++;
		/* Met when most of the assessors say so. */
		j->out->n_should += found->n > 0 && found->sum * 2 > found->n;
		return;
	case CRITERION_PORTFOLIO:
		return;
	}
}

/* Of assessors who disagree the lowest priority counts until they agree. */
static void
judge_rung(struct judging *j, const struct criterion_finding *judged, const char *rung)
{
	const struct scheme *s = j->scheme;
	size_t at = s->n_rungs;

	for (size_t i = 0; i < s->n_rungs; i++)
		if (s->ladder_judged ? judged->n > 0 && judged->highest == (int)i + 1
				     : text_equal(rung, s->rungs[i].id))
			at = i;
	if (s->ladder_judged && judged->n > 0 && judged->lowest != judged->highest)
		doubt(j,
		    tr(j->lang, "De som har vurdert, er uenige om prioriteten. Den laveste gjelder til de er enige."));
	j->out->rung = (int)at;
	if (at < s->n_rungs)
		j->out->rung_text = SAY(j, "Prioritet %zu: %s", at + 1, lang_pick(&s->rungs[at].text, j->lang));
}

void
merit_of(struct merit *out, struct arena *arena, const struct scheme *scheme, const struct criterion_finding *findings,
    const struct criterion_finding *judged, const char *rung, enum lang lang)
{
	struct judging j = { out, arena, scheme, lang };

	*out = (struct merit){ .reason = "", .rung_text = "" };
	for (size_t i = 0; i < scheme->n_criteria; i++)
		judge_criterion(&j, &scheme->criteria[i], &findings[i]);
	if (scheme->n_rungs > 0)
		judge_rung(&j, judged, rung);
}
