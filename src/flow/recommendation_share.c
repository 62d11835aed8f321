/* recommendation_share.c — lists whose sums are worked out: who takes part, what each gets, and why. */
#include <string.h>

#include "core/catalogue.h"
#include "domain/deadline.h"
#include "flow/recommendation_parts.h"

/* Whoever the formal check has found complete, and within every requirement, takes part. */
static bool
takes_part(const struct recommendation_row *row)
{
	return (!row->formal_dismissal && row->merit.refused == NULL);
}

static struct share_claim *
claims_of(size_t *n, struct recommendation_list *list, struct ctx *ctx)
{
	struct share_claim *claims = arena_array(ctx->arena, list->n_rows, sizeof(*claims));

	*n = 0;
	for (size_t i = 0; i < list->n_rows; i++)
		if (takes_part(&list->rows[i]))
			claims[(*n)++] = (struct share_claim){ .id = list->rows[i].application_id,
				.number = list->rows[i].number,
				.figures = &list->rows[i].figures };
	return (claims);
}

static const struct share_claim *
claim_of(const struct share_claim *claims, size_t n, int64_t id)
{
	for (size_t i = 0; i < n; i++)
		if (claims[i].id == id)
			return (&claims[i]);
	return (NULL);
}

/* The words of an applicant's letter are in its own written standard. */
static void
tell_applicants(struct recommendation_list *list, struct ctx *ctx, enum lang lang)
{
	struct sharing_result result;
	struct share_claim *claims;
	size_t n;

	claims = claims_of(&n, list, ctx);
	sharing_of(&result, claims, n, ctx->arena, list->scheme, recommendation_frame(list), lang);
	for (size_t i = 0; i < list->n_rows; i++) {
		struct recommendation_row *row = &list->rows[i];
		const struct share_claim *claim = claim_of(claims, n, row->application_id);

		if (claim != NULL && (row->lang == LANG_NN) == (lang == LANG_NN))
			row->share_text = claim->text;
	}
}

void
recommendation_compute(struct recommendation_list *list, struct ctx *ctx)
{
	struct sharing_result result;
	struct share_claim *claims;
	size_t n;

	if (!scheme_is_computed(list->scheme))
		return;
	claims = claims_of(&n, list, ctx);
	sharing_of(&result, claims, n, ctx->arena, list->scheme, recommendation_frame(list), ctx->lang);
	list->sharing_text = result.text;
	for (size_t i = 0; i < list->n_rows; i++) {
		struct recommendation_row *row = &list->rows[i];
		const struct share_claim *claim = claim_of(claims, n, row->application_id);

		row->computed = claim != NULL;
		if (claim == NULL)
			continue;
		row->share = claim->sum;
		row->share_lines = claim->lines;
		row->n_share_lines = claim->n_lines;
	}
	tell_applicants(list, ctx, LANG_NB);
	tell_applicants(list, ctx, LANG_NN);
}

/* --- proposing what was worked out -------------------------------------------------------------------------------- */

static enum outcome
outcome_of_share(const struct recommendation_row *row)
{
	if (row->share.ore == 0)
		return (OUTCOME_REJECTED);
	return (row->unasked ? OUTCOME_GRANTED : outcome_of_sum(row->applied, row->share, false));
}

static struct proposal
proposal_of(struct ctx *ctx, const struct recommendation_row *row)
{
	struct proposal proposal = { .application_id = row->application_id, .rank = row->rank, .departure = "" };

	if (row->computed) {
		proposal.outcome = outcome_of_share(row);
		proposal.sum = row->share;
		proposal.reason = row->share_text;
	} else {
		proposal.outcome = row->formal_dismissal ? OUTCOME_DISMISSED : OUTCOME_REJECTED;
		proposal.reason = row->formal_dismissal ? row->formal_reason : recommendation_refused_text(ctx, row);
	}
	return (proposal);
}

/* A distribution is final only when everyone who may take part has been heard and checked. */
static void
check_ready(struct messages *messages, struct ctx *ctx, const struct recommendation_list *list)
{
	if (ctx->now < list->call.closes_at)
		messages_add(messages, MESSAGE_ERROR, "", "list",
		    tr_printf(ctx->arena, ctx->lang,
			"Utlysningen er åpen til %s. Fordelingen kan regnes ut når fristen er gått ut.",
			deadline_text(ctx->arena, list->call.closes_at, ctx->lang)));
	if (list->n_unfinished > 0)
		messages_add(messages, MESSAGE_ERROR, "", "list",
		    arena_printf(ctx->arena,
			tr_plural(ctx->lang,
			    "%d søknad er ikke formalkontrollert. Kontroller den før fordelingen regnes ut.",
			    "%d søknader er ikke formalkontrollert. Kontroller dem før fordelingen regnes ut.",
			    (int64_t)list->n_unfinished),
			(int)list->n_unfinished));
	if (list->n_undeclared > 0)
		messages_add(messages, MESSAGE_ERROR, "", "list",
		    tr(ctx->lang, "Ta stilling til om du er inhabil i alle sakene før du regner ut fordelingen."));
	if (list->n_hidden > 0)
		messages_add(messages, MESSAGE_ERROR, "", "list",
		    tr(ctx->lang, "Du er inhabil i en eller flere av sakene. En kollega må regne ut fordelingen."));
}

enum status
recommendation_share(struct messages *messages, struct ctx *ctx, const struct recommendation_list *list, int version)
{
	struct proposal *proposals = arena_array(ctx->arena, list->n_rows, sizeof(*proposals));

	*messages = messages_new(ctx->arena);
	if (!scheme_is_computed(list->scheme))
		return (ERR_NOT_FOUND);
	check_ready(messages, ctx, list);
	if (messages_have_errors(messages))
		return (ERR_INVALID);
	for (size_t i = 0; i < list->n_rows; i++)
		proposals[i] = proposal_of(ctx, &list->rows[i]);
	return (recommendation_save(messages, ctx, list, proposals, list->n_rows, NULL, version));
}
