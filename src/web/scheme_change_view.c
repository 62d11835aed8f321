/* scheme_change_view.c — the changes of a draft as sentences, grouped by what they ask of whom, with what they reach.
 */
#include "web/scheme_change_view.h"

#include <string.h>

#include "core/catalogue.h"
#include "domain/call_diff.h"
#include "domain/scoring.h"
#include "flow/simulation_flow.h"
#include "scheme/call_compile.h"
#include "web/page.h"

#define YEARS 3
#define MOVED_MOST 100

/* ------------------------------------------------------------------------------------------ the changes */

static struct html_part_scheme_effects_groups_changes
change_row(const struct scheme_change_view *out, size_t i)
{
	const struct scheme_change *change = &out->changes.list[i];
	bool reaches = change->class == CHANGE_CONFIRM && out->reach.drafts > 0;

	return ((struct html_part_scheme_effects_groups_changes){ .text = change->text,
	    .stricter = change->stricter,
	    .drafts = reaches ? out->reach.touched[i] : 0,
	    .texts = change->before != NULL || change->after != NULL,
	    .before = change->before == NULL ? "–" : change->before,
	    .after = change->after == NULL ? "–" : change->after });
}

static void
add_groups(struct scheme_change_view *out, struct ctx *ctx)
{
	static const enum change_class order[] = { CHANGE_CONFIRM, CHANGE_FROZEN, CHANGE_SAFE };
	struct html_part_scheme_effects_groups *groups = arena_array(ctx->arena, CHANGE__MAX, sizeof(*groups));
	size_t n = 0;

	for (size_t k = 0; k < sizeof(order) / sizeof(order[0]); k++) {
		struct html_part_scheme_effects_groups_changes *rows;
		size_t rows_n = 0;

		if (out->changes.of_class[order[k]] == 0)
			continue;
		rows = arena_array(ctx->arena, out->changes.n, sizeof(*rows));
		for (size_t i = 0; i < out->changes.n; i++)
			if (out->changes.list[i].class == order[k])
				rows[rows_n++] = change_row(out, i);
		groups[n++] = (struct html_part_scheme_effects_groups){ .title = change_class_text(order[k], ctx->lang),
			.count = money_count(ctx->arena, (int64_t)rows_n),
			.changes = rows,
			.n_changes = rows_n };
	}
	out->part.groups = groups;
	out->part.n_groups = n;
}

static void
add_reach(struct scheme_change_view *out, struct ctx *ctx)
{
	struct html_part_scheme_effects_reach *rows = arena_array(ctx->arena, 5, sizeof(*rows));
	const struct {
		const char *term;
		int64_t n;
	} facts[] = { { T("Åpne utlysninger"), out->reach.open_calls },
		{ T("Utlysninger som kommer"), out->reach.coming_calls }, { T("Utkast i dem"), out->reach.drafts },
		{ T("Sendte søknader, som beholder sin utgave"), out->reach.sent },
		{ T("av dem uten vedtak"), out->reach.undecided } };

	for (size_t i = 0; i < sizeof(facts) / sizeof(facts[0]); i++)
		rows[i] = (struct html_part_scheme_effects_reach){ .term = tr(ctx->lang, facts[i].term),
			.value = money_count(ctx->arena, facts[i].n) };
	out->part.reach = rows;
	out->part.n_reach = sizeof(facts) / sizeof(facts[0]);
}

/* ------------------------------------------------------------------------------------------ earlier applications */

/* "A til B", or "A" alone when they are the same. */
static const char *
from_to(struct ctx *ctx, const char *from, const char *to)
{
	return (strcmp(from, to) == 0 ? from : tr_printf(ctx->arena, ctx->lang, "%s, ville vært %s", from, to));
}

static void
add_sums(struct scheme_change_view *out, struct ctx *ctx, const struct simulation_sums *s)
{
	struct html_part_scheme_effects_simulation *rows = arena_array(ctx->arena, 11, sizeof(*rows));
	const struct {
		const char *term;
		size_t n;
	} counts[] = { { T("Søknader"), s->n }, { T("Ville falt ut"), s->n_out },
		{ T("Ville kommet innenfor"), s->n_in }, { T("Annen poengsum"), s->n_total },
		{ T("Ville fått avslag av et kriterium"), s->n_refused }, { T("Annen prioritet"), s->n_rung },
		{ T("Et annet antall ønsker oppfylt"), s->n_wishes }, { T("Annen plass på lista"), s->n_rank },
		{ T("Et annet høyeste beløp"), s->n_max } };
	size_t n = 0;

	for (size_t i = 0; i < sizeof(counts) / sizeof(counts[0]); i++)
		if (i == 0 || counts[i].n > 0)
			rows[n++] = (struct html_part_scheme_effects_simulation){ tr(ctx->lang, counts[i].term),
				money_count(ctx->arena, (int64_t)counts[i].n) };
	rows[n++] = (struct html_part_scheme_effects_simulation){ tr(ctx->lang, "Gitt i alt"),
		from_to(ctx, money_show(ctx->arena, s->award_before), money_show(ctx->arena, s->award_after)) };
	if (s->n_unmarked > 0)
		rows[n++] =
		    (struct html_part_scheme_effects_simulation){ tr(ctx->lang, "Uten karakter for et nytt kriterium"),
			    money_count(ctx->arena, (int64_t)s->n_unmarked) };
	out->part.simulation = rows;
	out->part.n_simulation = n;
}

static const char *
moved_text(struct ctx *ctx, const struct simulated *row)
{
	const struct simulation_side *a = &row->before, *b = &row->after;
	struct buf text = buf_new(ctx->arena);
	struct arena *arena = ctx->arena;

	if (row->changed & SIMULATED_OUT)
		buf_printf(&text, "%s ", tr_printf(arena, ctx->lang, "Ville falt ut: %s", b->because));
	if (row->changed & SIMULATED_IN)
		buf_printf(&text, "%s ", tr(ctx->lang, "Ville vært innenfor reglene."));
	if (row->changed & SIMULATED_TOTAL)
		buf_printf(&text, "%s ",
		    tr_printf(arena, ctx->lang, "Poeng %s, ville vært %s.",
			score_text(arena, a->total_micro, ctx->lang), score_text(arena, b->total_micro, ctx->lang)));
	if (row->changed & SIMULATED_REFUSED)
		buf_printf(&text, "%s ", tr_printf(arena, ctx->lang, "Ville fått avslag: %s", b->merit.refused));
	if (row->changed & SIMULATED_RUNG)
		buf_printf(&text, "%s ",
		    tr_printf(arena, ctx->lang, "%s, ville vært %s.",
			*a->merit.rung_text == '\0' ? tr(ctx->lang, "Ingen prioritet") : a->merit.rung_text,
			*b->merit.rung_text == '\0' ? tr(ctx->lang, "ingen prioritet") : b->merit.rung_text));
	if (row->changed & SIMULATED_WISHES)
		buf_printf(&text, "%s ",
		    tr_printf(
			arena, ctx->lang, "Ønsker oppfylt: %d, ville vært %d.", a->merit.n_should, b->merit.n_should));
	if (row->changed & SIMULATED_RANK)
		buf_printf(&text, "%s ", tr_printf(arena, ctx->lang, "Plass %d, ville vært %d.", a->rank, b->rank));
	if (row->changed & SIMULATED_MAX)
		buf_printf(&text, "%s ",
		    tr_printf(arena, ctx->lang, "Høyest mulig %s, ville vært %s.", money_show(arena, a->max),
			money_show(arena, b->max)));
	if (row->changed & SIMULATED_AWARD)
		buf_printf(&text, "%s ",
		    tr_printf(arena, ctx->lang, "Fikk %s, ville fått %s.", money_show(arena, a->award),
			money_show(arena, b->award)));
	if (row->changed & SIMULATED_UNMARKED)
		buf_printf(&text, "%s ", tr(ctx->lang, "Mangler karakter for et nytt kriterium."));
	return (arena_strdup(arena, buf_text(&text)));
}

static void
add_moved(struct scheme_change_view *out, struct ctx *ctx, const struct simulation *simulation)
{
	struct html_part_scheme_effects_moved *rows = arena_array(ctx->arena, MOVED_MOST, sizeof(*rows));
	size_t n = 0, all = 0;

	for (size_t i = 0; i < simulation->n; i++) {
		const struct simulated *row = &simulation->rows[i];

		if (row->changed == 0 || ++all > MOVED_MOST)
			continue;
		rows[n++] = (struct html_part_scheme_effects_moved){
			.number = row->number, .organisation = row->organisation, .text = moved_text(ctx, row)
		};
	}
	out->part.moved = rows;
	out->part.n_moved = n;
	out->part.n_moved_all = money_count(ctx->arena, (int64_t)all);
	out->part.cut = all > n;
}

static enum status
add_simulation(struct scheme_change_view *out, struct ctx *ctx, const struct scheme *scheme)
{
	int last = instant_day(ctx->now).year, first = last - YEARS + 1;
	struct simulation simulation;
	enum status st = scheme_simulate(&simulation, ctx, scheme, scheme->id, first, last);

	if (st == ERR_NOT_FOUND)
		return (OK);
	if (st != OK)
		return (st);
	out->part.years = arena_printf(ctx->arena, "%d–%d", first, last);
	add_sums(out, ctx, &simulation.sums);
	add_moved(out, ctx, &simulation);
	return (OK);
}

/* ------------------------------------------------------------------------------------------ the whole */

static enum status
compare(
    struct scheme_change_view *out, struct ctx *ctx, const char *base_hash, const char *scheme_id, const char *document)
{
	const char *before;
	enum status st;

	if ((st = scheme_version_document(&before, ctx, base_hash)) != OK ||
	    (st = scheme_diff(&out->changes, ctx->arena, before, document, ctx->lang)) != OK ||
	    (st = scheme_reach_of(&out->reach, ctx, scheme_id, &out->changes)) != OK)
		return (st);
	out->part.same = out->changes.n == 0;
	add_groups(out, ctx);
	add_reach(out, ctx);
	if (out->changes.stricter && out->reach.open_calls > 0)
		out->part.warning = scheme_changes_warning(&out->changes, ctx->lang);
	return (OK);
}

enum status
scheme_change_view_load(struct scheme_change_view *out, struct ctx *ctx, const char *base_hash,
    const struct scheme *scheme, const char *document)
{
	enum status st;

	*out = (struct scheme_change_view){ .is_new = *base_hash == '\0' };
	out->part.simulated = true;
	out->part.is_new = out->is_new;
	if (!out->is_new && (st = compare(out, ctx, base_hash, scheme->id, document)) != OK)
		return (st);
	return (add_simulation(out, ctx, scheme));
}

/* ------------------------------------------------------------------------------------------ calls */

static void
add_calls(struct scheme_change_view *out, struct ctx *ctx, const struct call_differences *differences)
{
	struct html_part_scheme_effects_groups *groups = arena_array(ctx->arena, differences->n + 1, sizeof(*groups));

	for (size_t i = 0; i < differences->n; i++) {
		const struct call_difference *call = &differences->list[i];
		struct html_part_scheme_effects_groups_changes *rows = arena_array(ctx->arena, call->n, sizeof(*rows));

		for (size_t k = 0; k < call->n; k++)
			rows[k] = (struct html_part_scheme_effects_groups_changes){ .text = call->list[k].text,
				.stricter = call->list[k].stricter };
		groups[i] = (struct html_part_scheme_effects_groups){ .title = call->name,
			.count = call->is_new    ? tr(ctx->lang, "ny")
				 : call->is_open ? tr(ctx->lang, "åpen nå")
						 : money_count(ctx->arena, (int64_t)call->n),
			.changes = rows,
			.n_changes = call->n };
	}
	out->part.groups = groups;
	out->part.n_groups = differences->n;
}

enum status
calls_change_view_load(
    struct scheme_change_view *out, struct ctx *ctx, const char *scheme_id, const struct call_plans *plans)
{
	struct scheme_messages messages = scheme_messages_new(ctx->arena, ctx->lang);
	const struct scheme_changes none = { .n = 0 };
	const struct call_plans *before = NULL;
	struct call_differences differences;
	struct calls_in_force in_force;
	enum status st;

	*out = (struct scheme_change_view){ .is_new = false };
	if ((st = calls_in_force(&in_force, ctx, scheme_id)) != OK ||
	    (st = scheme_reach_of(&out->reach, ctx, scheme_id, &none)) != OK)
		return (st);
	/* One that an older program took and this one doesn't has nothing to compare with. */
	if (*in_force.hash != '\0' &&
	    call_compile(&before, &messages, ctx->arena, "", in_force.document, strlen(in_force.document)) != OK)
		before = NULL;
	call_diff(&differences, ctx->arena, ctx->lang, in_force.calls, in_force.n, before, plans, ctx->now);
	out->part.same = differences.n == 0;
	add_calls(out, ctx, &differences);
	add_reach(out, ctx);
	if (differences.stricter)
		out->part.warning = call_diff_warning(ctx->lang);
	return (OK);
}
