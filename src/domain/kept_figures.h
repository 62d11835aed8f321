/* kept_figures.h — what a scheme's rules find in an application, worked out once and kept with it: limits of the grant,
 * step of priority, what ties are broken and frames shared by. */
#ifndef DOMAIN_KEPT_FIGURES_H
#define DOMAIN_KEPT_FIGURES_H

#include "domain/amount.h"
#include "domain/ranking.h"

struct kept_figures {
	struct amount_bounds bounds;
	bool opinion;              /* the municipality is to give its opinion of it first */
	const char *rung;          /* id; NULL when a person chooses it, or nothing is kept */
	const char *earmark;       /* id of the one it counts under; NULL none */
	const char *pot;           /* id of the pot it is paid from; NULL none */
	expr_number *counts;       /* one a split of that pot: its number or parts; 0 when there is none */
	struct ranked_value *ties; /* one a tie-break of the scheme */
	const char **spreads;      /* one a criterion: codes with spaces between, "" for other kinds */
};

/* Works everything out; texts in the view's arena. */
void kept_figures_of(struct kept_figures *out, struct rule_view *view);

/* One figure as it is kept. */
struct kept_figure {
	const char *name;  /* "max", "rung", "count.0", "tie.1", "spread.geografi" */
	const char *value; /* øre, ids, decimals, codes */
};

/* The figures as rows, in arena. */
size_t kept_figures_rows(
    struct kept_figure **out, struct arena *arena, const struct scheme *scheme, const struct kept_figures *figures);

/* Nothing known yet; then each row in turn. Rows that mean nothing for the scheme are passed over. */
struct kept_figures kept_figures_none(struct arena *arena, const struct scheme *scheme);
void kept_figures_read(
    struct kept_figures *to, struct arena *arena, const struct scheme *scheme, const struct kept_figure *row);

#endif
