/* case_words.h — a case's status and a call's name as pages show them, the same in every list. */
#ifndef WEB_CASE_WORDS_H
#define WEB_CASE_WORDS_H

#include "domain/allocation.h"
#include "domain/case_state.h"
#include "flow/recommendation_flow.h"
#include "gen/html_part_breadcrumbs.h"
#include "gen/html_part_frame_bar.h"
#include "gen/html_part_status_tag.h"

/* The coloured tag with the status word; applicant: the applicant's words. */
struct html_part_status_tag case_tag(struct ctx *ctx, const struct case_facts *facts, bool applicant);

/* The facts a list row has: state and outcome as the database writes them. */
struct case_facts case_facts_of(struct ctx *ctx, const char *state, const char *outcome);

/* The scheme and the year; the round from the second on. */
const char *call_title(struct ctx *ctx, const char *title, int year, int round);

/* "Saker > text > current" with the way back to url; url NULL: "Saker > current" alone. */
struct html_part_breadcrumbs case_crumbs(struct ctx *ctx, const char *url, const char *text, const char *current);

/* The call's money: granted, proposed, free, and what goes over. */
struct html_part_frame_bar frame_bar_view(struct ctx *ctx, const struct frame_bar *bar);

/* "1", or "1, liste 2" in a call that has several lists. */
const char *list_round_text(struct ctx *ctx, enum call_kind kind, int round, int batch);

/* How many panels have been heard and how many the scheme asks; "" when it asks none. */
const char *list_advice_text(struct ctx *ctx, const struct recommendation_list *list);

/* "Liste 1, låst 03.03.2027", "Liste 2, under arbeid" */
const char *list_brief_text(struct ctx *ctx, const struct list_brief *list);

/* "Låst 3. mars 2027 kl. 14.07 av Kari Nordmann."; NULL for an open list. */
const char *list_locked_text(struct ctx *ctx, const struct recommendation_list *list);

#endif
