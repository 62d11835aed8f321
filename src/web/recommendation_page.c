/* recommendation_page.c — the ranked list as a form: places, proposals, sums and reasons, with the frame on top. */
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "core/catalogue.h"
#include "core/text.h"
#include "domain/reason.h"
#include "domain/scoring.h"
#include "flow/recommendation_flow.h"
#include "flow/recommendation_spread.h"
#include "gen/html_recommendation.h"
#include "gen/html_recommendation_lock.h"
#include "web/case_words.h"
#include "web/list_path.h"
#include "web/message_view.h"
#include "web/page.h"
#include "web/spread_view.h"

/* What a row's fields hold: as stored, or as posted with what is wrong with it. */
struct typed {
	const char *rank, *outcome, *sum, *reason, *departure;
};

/* The list on its way to the screen. */
struct sheet {
	struct recommendation_list list;
	struct typed *typed; /* one a row */
	const struct messages *messages;
	bool conflict;
	const char *spread_reason;
	struct spread *spreads;
	size_t n_spreads;
};

static struct html_part_breadcrumbs
crumbs(struct ctx *ctx, const struct recommendation_list *list, const char *current)
{
	return (case_crumbs(ctx, list_url(ctx, list, "innstilling"), tr(ctx->lang, "Innstilling"), current));
}

static const struct html_recommendation_rows_outcomes *
outcomes_of(struct ctx *ctx, const char *chosen)
{
	struct html_recommendation_rows_outcomes *options = arena_array(ctx->arena, OUTCOME__MAX, sizeof(*options));

	for (int i = OUTCOME_NONE; i < OUTCOME__MAX; i++) {
		options[i].value = outcome_proposal_code((enum outcome)i);
		options[i].label = i == OUTCOME_NONE ? tr(ctx->lang, "Velg") : outcome_text((enum outcome)i, ctx->lang);
		options[i].selected = strcmp(options[i].value, chosen) == 0;
	}
	return (options);
}

/* What the scheme gives at the most, when that is less than what was applied for; or the one sum it gives. */
static const char *
limit_of(struct ctx *ctx, const struct recommendation_row *row)
{
	const struct amount_bounds *bounds = &row->figures.bounds;
	money only;

	if (!row->computed && amount_only_sum(&only, bounds))
		return (tr_printf(ctx->arena, ctx->lang, "Fast sum: %s", money_show(ctx->arena, only)));
	if (!bounds->known || row->computed || money_cmp(bounds->max, MONEY_MAX) >= 0 ||
	    (bounds->asked && money_cmp(bounds->max, row->applied) >= 0))
		return ("");
	return (tr_printf(ctx->arena, ctx->lang, "Høyst %s", money_show(ctx->arena, bounds->max)));
}

/* What assessors and rules found, for those who may know it. */
static void
add_findings(struct html_recommendation_rows *view, struct ctx *ctx, const struct recommendation_list *list,
    const struct recommendation_row *row)
{
	const struct scheme_earmark *earmark =
	    row->figures.earmark == NULL ? NULL : scheme_earmark(list->scheme, row->figures.earmark);
	struct html_recommendation_rows_shares *shares = arena_array(ctx->arena, row->n_share_lines, sizeof(*shares));

	view->limit = limit_of(ctx, row);
	view->rung = row->merit.rung_text;
	view->refused = row->merit.refused;
	view->doubt = row->merit.doubt;
	view->earmark = earmark == NULL ? "" : lang_pick(&earmark->name, ctx->lang);
	if (row->merit.n_shoulds > 0)
		view->shoulds =
		    tr_printf(ctx->arena, ctx->lang, "%d av %d ønsker", row->merit.n_should, row->merit.n_shoulds);
	for (size_t i = 0; i < row->n_share_lines; i++)
		shares[i].text = row->share_lines[i].text;
	view->shares = shares;
	view->n_shares = row->n_share_lines;
}

/* A reason for departing is asked for when the sum needs one, and stays to be read once it is given. */
static bool
asks_departure(const struct recommendation_row *row, const struct typed *typed, const char *error)
{
	enum amount_verdict found = amount_check(&row->figures.bounds, row->proposed);

	return (*typed->departure != '\0' || *error != '\0' || (found != AMOUNT_WITHIN && found != AMOUNT_OVER_FIRM));
}

/* Who has not declared reads what one declares from, and nothing that was thought about the case (R24). */
static struct html_recommendation_rows
row_view(struct ctx *ctx, const struct sheet *sheet, size_t i)
{
	const struct recommendation_row *row = &sheet->list.rows[i];
	const struct typed *typed = &sheet->typed[i];
	const char *departure_error = message_text_of(ctx, sheet->messages, row->application_id, ".departure");
	bool open = row->declared;
	struct html_recommendation_rows view;

	view = (struct html_recommendation_rows){
		.id = arena_printf(ctx->arena, "%" PRId64, row->application_id),
		.number = row->number,
		.organisation = row->organisation,
		.opinions = row->opinions,
		.title = row->title,
		.municipality = row->municipality,
		.rank = typed->rank,
		.total = open && row->has_total ? score_text(ctx->arena, row->total_micro, ctx->lang) : "–",
		.applied = row->unasked ? "–" : money_show(ctx->arena, row->applied),
		.outcome = open ? outcome_text(row->proposed_outcome, ctx->lang) : "–",
		.outcomes = outcomes_of(ctx, typed->outcome),
		.n_outcomes = OUTCOME__MAX,
		.outcome_error = message_text_of(ctx, sheet->messages, row->application_id, ".outcome"),
		.sum = open ? typed->sum : "",
		.sum_text = open && *typed->sum != '\0' ? money_show(ctx->arena, row->proposed) : "",
		.sum_error = message_text_of(ctx, sheet->messages, row->application_id, ".sum"),
		.reason = open ? typed->reason : "",
		.reason_error = message_text_of(ctx, sheet->messages, row->application_id, ".reason"),
		.departure = open ? typed->departure : "",
		.departure_error = departure_error,
		.departs = asks_departure(row, typed, departure_error),
		.fixed = sheet->list.locked || !open || scheme_is_computed(sheet->list.scheme),
		.undeclared = !open,
		.late = row->late,
		.cut = i > 0 && i == sheet->list.bar.cut,
	};
	if (open)
		add_findings(&view, ctx, &sheet->list, row);
	return (view);
}

static struct html_part_error_summary
summary_of(struct ctx *ctx, const struct sheet *sheet)
{
	static const struct {
		const char *part, *anchor;
	} anchors[] = { { ".outcome", "utfall" }, { ".sum", "sum" }, { ".reason", "grunn" },
		{ ".departure", "avvik" } };
	struct html_part_error_summary_errors *errors;
	size_t n = 0;

	if (sheet->messages == NULL)
		return ((struct html_part_error_summary){ 0 });
	errors = arena_array(ctx->arena, sheet->messages->n, sizeof(*errors));
	for (size_t i = 0; i < sheet->messages->n; i++) {
		const struct message *message = &sheet->messages->list[i];

		if (message->kind != MESSAGE_ERROR)
			continue;
		errors[n] = (struct html_part_error_summary_errors){
			.anchor = "main", .about = message->about, .text = message->text
		};
		for (size_t a = 0; a < sizeof(anchors) / sizeof(anchors[0]); a++)
			if (strstr(message->path, anchors[a].part) != NULL)
				errors[n].anchor = arena_printf(ctx->arena, "%s-%.*s", anchors[a].anchor,
				    (int)strcspn(message->path, "."), message->path);
		n++;
	}
	return ((struct html_part_error_summary){ .errors = errors, .n_errors = n });
}

static void
add_rows(struct html_recommendation *view, struct ctx *ctx, const struct sheet *sheet)
{
	struct html_recommendation_rows *rows = arena_array(ctx->arena, sheet->list.n_rows, sizeof(*rows));

	for (size_t i = 0; i < sheet->list.n_rows; i++)
		rows[i] = row_view(ctx, sheet, i);
	view->asked = !scheme_is_computed(sheet->list.scheme);
	view->rows = rows;
	view->n_rows = sheet->list.n_rows;
}

static void
add_earmarks(struct html_recommendation *view, struct ctx *ctx, const struct recommendation_list *list)
{
	struct html_recommendation_earmarks *rows = arena_array(ctx->arena, list->earmarks.n, sizeof(*rows));

	view->earmarks = rows;
	for (size_t i = 0; i < list->earmarks.n; i++)
		if (list->earmarks.list[i].reserved.ore > 0)
			rows[view->n_earmarks++].text =
			    earmark_use_text(ctx->arena, &list->earmarks.list[i], ctx->lang);
}

static void
add_notes(struct html_recommendation *view, struct ctx *ctx, const struct recommendation_list *list)
{
	if (list->n_unfinished > 0)
		view->unfinished = tr_printf(ctx->arena, ctx->lang,
		    "%s søknader i utlysningen er ikke ferdig vurdert, og står ikke på listen.",
		    money_count(ctx->arena, (int64_t)list->n_unfinished));
	view->shared = shared_frame_text(ctx->arena, list->call.frame, list->partners, list->n_partners, ctx->lang);
	if (list->elsewhere.ore > 0)
		view->elsewhere =
		    tr_printf(ctx->arena, ctx->lang, "Av rammen på %s er %s foreslått eller gitt på andre lister.",
			money_show(ctx->arena, list->call.frame), money_show(ctx->arena, list->elsewhere));
	if (list->n_hidden > 0)
		view->hidden = tr_printf(ctx->arena, ctx->lang, "%s saker vises ikke, fordi du er inhabil i dem.",
		    money_count(ctx->arena, list->n_hidden));
	if (list->n_undeclared > 0)
		view->undeclared = tr_printf(ctx->arena, ctx->lang,
		    "Meld fra om habilitet i de %s sakene som er merket, før du kan låse listen eller åpne den som "
		    "PDF.",
		    money_count(ctx->arena, (int64_t)list->n_undeclared));
	view->paper = list->n_hidden == 0 && list->n_undeclared == 0;
	view->locked_text = list_locked_text(ctx, list);
}

/* The way between the lists of a call that has several, the one that can be begun last. */
static void
add_lists(struct html_recommendation *view, struct ctx *ctx, const struct recommendation_list *list)
{
	struct html_recommendation_lists *rows = arena_array(ctx->arena, list->n_lists + 1, sizeof(*rows));
	const struct call *call = &list->call;
	size_t n = list->n_lists;

	for (size_t i = 0; i < n; i++)
		rows[i] = (struct html_recommendation_lists){
			.ref = list_ref(ctx, call->id, call->kind, list->lists[i].batch),
			.name = list_brief_text(ctx, &list->lists[i]),
			.current = list->lists[i].id == list->id,
		};
	if (n > 0 && list->lists[n - 1].locked)
		rows[n++] = (struct html_recommendation_lists){
			.ref = list_ref(ctx, call->id, call->kind, (int)list->n_lists + 1),
			.name = tr(ctx->lang, "Ny liste"),
			.current = list->id == 0,
		};
	if (!list->batched || n < 2)
		return;
	view->lists = rows;
	view->n_lists = n;
}

static enum status
sheet_render(struct ctx *ctx, struct sheet *sheet, int http)
{
	const struct recommendation_list *list = &sheet->list;
	bool computed = scheme_is_computed(list->scheme);
	enum status st;
	struct html_recommendation view = {
		.id = list_ref(ctx, list->call.id, list->call.kind, list->batch),
		.title = lang_pick(&list->scheme->title, ctx->lang),
		.year = arena_printf(ctx->arena, "%d", list->call.year),
		.round = list_round_text(ctx, list->call.kind, list->call.round, list->batch),
		.version = arena_printf(ctx->arena, "%d", list->version),
		.locked = list->locked,
		.leader = ctx->role == ROLE_LEADER,
		.conflict = sheet->conflict,
		.advice = list_advice_text(ctx, list),
		.marks = scheme_has_marks(list->scheme),
		.bar_text = list->bar.text,
		.sharing = list->sharing_text,
		.may_share = computed && !list->locked && list->n_rows > 0,
		.may_save = !list->locked && list->n_rows > 0 && !computed,
		.may_lock = !list->locked && list->n_rows > 0,
		.part_breadcrumbs = case_crumbs(ctx, NULL, NULL, tr(ctx->lang, "Innstilling")),
		.part_error_summary = summary_of(ctx, sheet),
		.part_frame_bar = frame_bar_view(ctx, &list->bar),
		.part_empty = { .title = tr(ctx->lang, "Ingen søknader er ferdig vurdert ennå"),
		    .text = tr(ctx->lang, "Søknader kommer på listen når formalkontrollen og vurderingen er gjort."),
		    .action_url = arena_printf(ctx->arena, "/saker?utlysning=%" PRId64, list->call.id),
		    .action_text = tr(ctx->lang, "Se søknadene i utlysningen") },
	};

	if ((st = recommendation_spread(&sheet->spreads, &sheet->n_spreads, ctx, list)) != OK)
		return (st);
	add_notes(&view, ctx, list);
	add_lists(&view, ctx, list);
	add_rows(&view, ctx, sheet);
	spread_view(&view, ctx, sheet->list.scheme, sheet->spreads, sheet->n_spreads);
	view.spread_reason = sheet->spread_reason;
	add_earmarks(&view, ctx, list);
	return (page_render(
	    ctx, http, tr_printf(ctx->arena, ctx->lang, "Innstilling: %s", view.title), HTML(recommendation), &view));
}

/* What stands ready as the reason: what was saved, why it is out, or the assessors' words and marks. */
static const char *
reason_ready(struct ctx *ctx, const struct scheme *scheme, const struct recommendation_row *row)
{
	if (row->placed)
		return (row->reason);
	if (row->formal_dismissal)
		return (row->formal_reason);
	if (row->merit.refused != NULL)
		return (recommendation_refused_text(ctx, row));
	return (reason_composed(
	    ctx->arena, scheme, row->findings, row->assessment_reason, row->lang == LANG_NN ? LANG_NN : LANG_NB));
}

/* What is stored; a dismissal that the formal check proposed, and the assessors' words, stand ready. */
static void
typed_stored(struct sheet *sheet, struct ctx *ctx)
{
	sheet->typed = arena_array(ctx->arena, sheet->list.n_rows, sizeof(*sheet->typed));
	sheet->spread_reason = sheet->list.spread_reason;
	for (size_t i = 0; i < sheet->list.n_rows; i++) {
		const struct recommendation_row *row = &sheet->list.rows[i];
		enum outcome outcome = row->placed                  ? row->proposed_outcome
				       : row->formal_dismissal      ? OUTCOME_DISMISSED
				       : row->merit.refused != NULL ? OUTCOME_REJECTED
								    : row->proposed_outcome;

		sheet->typed[i] = (struct typed){
			.rank = arena_printf(ctx->arena, "%d", row->rank),
			.outcome = outcome_proposal_code(outcome),
			.sum = row->proposed.ore > 0 ? money_digits(ctx->arena, row->proposed) : "",
			.reason = reason_ready(ctx, sheet->list.scheme, row),
			.departure = row->departure,
		};
	}
}

enum status
recommendation_show(struct ctx *ctx)
{
	struct sheet sheet = { 0 };
	enum status st;

	if ((st = list_at_path(&sheet.list, ctx)) != OK)
		return (st);
	typed_stored(&sheet, ctx);
	return (sheet_render(ctx, &sheet, 200));
}

static void
typed_posted(struct sheet *sheet, struct ctx *ctx)
{
	typed_stored(sheet, ctx);
	if (form_has(ctx, "spredning"))
		sheet->spread_reason = form_text(ctx, "spredning");
	for (size_t i = 0; i < sheet->list.n_rows; i++) {
		long long id = sheet->list.rows[i].application_id;

		if (!form_has(ctx, arena_printf(ctx->arena, "utfall-%lld", id)))
			continue;
		sheet->typed[i] = (struct typed){
			.rank = form_text(ctx, arena_printf(ctx->arena, "plass-%lld", id)),
			.outcome = form_text(ctx, arena_printf(ctx->arena, "utfall-%lld", id)),
			.sum = form_text(ctx, arena_printf(ctx->arena, "sum-%lld", id)),
			.reason = form_text(ctx, arena_printf(ctx->arena, "grunn-%lld", id)),
			.departure = form_text(ctx, arena_printf(ctx->arena, "avvik-%lld", id)),
		};
	}
}

/* Reads the fields of a row; a sum nobody can read is told at once, and the only sum there is needs no writing. */
static void
proposal_read(struct proposal *out, struct messages *messages, struct ctx *ctx, const struct recommendation_row *row,
    const struct typed *typed)
{
	char *end;
	long rank = strtol(typed->rank, &end, 10);

	*out = (struct proposal){ .application_id = row->application_id,
		.rank = row->rank,
		.reason = typed->reason,
		.departure = typed->departure };
	if (*end == '\0' && rank > 0 && rank < 100000)
		out->rank = (int)rank;
	outcome_parse(&out->outcome, typed->outcome);
	if (text_blank(typed->sum) && out->outcome == OUTCOME_GRANTED)
		(void)amount_only_sum(&out->sum, &row->figures.bounds);
	if (!text_blank(typed->sum) && money_parse(&out->sum, typed->sum) != OK)
		messages_add_about(messages, MESSAGE_ERROR, "",
		    arena_printf(ctx->arena, "%" PRId64 ".sum", row->application_id), row->number,
		    tr(ctx->lang, "Skriv beløpet i hele kroner, for eksempel 25 000."));
}

static size_t
proposals_read(struct proposal **out, struct messages *messages, struct ctx *ctx, const struct sheet *sheet)
{
	struct proposal *list = arena_array(ctx->arena, sheet->list.n_rows, sizeof(*list));
	size_t n = 0;

	for (size_t i = 0; i < sheet->list.n_rows; i++)
		if (sheet->list.rows[i].declared)
			proposal_read(&list[n++], messages, ctx, &sheet->list.rows[i], &sheet->typed[i]);
	*out = list;
	return (n);
}

static enum status
sheet_save(struct sheet *sheet, struct messages *messages, struct ctx *ctx)
{
	struct proposal *proposals;
	int version;
	enum status st;
	size_t n;

	*messages = messages_new(ctx->arena);
	if ((st = form_int(&version, ctx, "version")) != OK)
		return (st);
	n = proposals_read(&proposals, messages, ctx, sheet);
	if (messages_have_errors(messages))
		return (ERR_INVALID);
	return (recommendation_save(messages, ctx, &sheet->list, proposals, n,
	    form_has(ctx, "spredning") ? form_text(ctx, "spredning") : NULL, version));
}

enum status
recommendation_post(struct ctx *ctx)
{
	struct sheet sheet = { 0 };
	struct messages messages;
	enum status st;

	if ((st = list_opened_at_path(&sheet.list, ctx)) != OK)
		return (st);
	typed_posted(&sheet, ctx);
	st = sheet_save(&sheet, &messages, ctx);
	if (st == ERR_INVALID) {
		sheet.messages = &messages;
		return (sheet_render(ctx, &sheet, 422));
	}
	if (st == ERR_CONFLICT && !sheet.list.locked) {
		sheet.conflict = true;
		return (sheet_render(ctx, &sheet, 409));
	}
	if (st != OK)
		return (st);
	notice_set(ctx, tr(ctx->lang, "Innstillingen er lagret."));
	return (redirect(ctx, "%s", list_url(ctx, &sheet.list, "innstilling")));
}

/* Works out a distribution by formula, or to everyone, as everybody's proposal. */
enum status
recommendation_share_post(struct ctx *ctx)
{
	struct sheet sheet = { 0 };
	struct messages messages;
	enum status st;
	int version;

	if ((st = list_opened_at_path(&sheet.list, ctx)) != OK || (st = form_int(&version, ctx, "version")) != OK)
		return (st);
	if ((st = recommendation_share(&messages, ctx, &sheet.list, version)) == ERR_INVALID) {
		typed_stored(&sheet, ctx);
		sheet.messages = &messages;
		return (sheet_render(ctx, &sheet, 422));
	}
	if (st != OK)
		return (st);
	notice_set(ctx, tr(ctx->lang, "Fordelingen er regnet ut."));
	return (redirect(ctx, "%s", list_url(ctx, &sheet.list, "innstilling")));
}

/* --- locking ------------------------------------------------------------------------------------------------------ */

static struct html_part_facts
lock_facts(struct ctx *ctx, const struct recommendation_list *list)
{
	struct html_part_facts_rows *rows = arena_array(ctx->arena, OUTCOME__MAX, sizeof(*rows));
	size_t n = 0;

	for (int outcome = OUTCOME_GRANTED; outcome < OUTCOME__MAX; outcome++) {
		int64_t count = 0;

		for (size_t i = 0; i < list->n_rows; i++)
			count += list->rows[i].proposed_outcome == (enum outcome)outcome;
		if (count > 0)
			rows[n++] =
			    (struct html_part_facts_rows){ .term = outcome_text((enum outcome)outcome, ctx->lang),
				    .value = money_count(ctx->arena, count) };
	}
	return ((struct html_part_facts){ .rows = rows, .n_rows = n });
}

/* In a call with several lists, what has no proposal waits for the next. */
static int64_t
count_to_lock(const struct recommendation_list *list)
{
	int64_t n = 0;

	for (size_t i = 0; i < list->n_rows; i++)
		n += !list->batched || list->rows[i].proposed_outcome != OUTCOME_NONE;
	return (n);
}

static enum status
lock_render(struct ctx *ctx, const struct recommendation_list *list, const struct messages *messages, int http)
{
	struct html_recommendation_lock_obstacles *obstacles = arena_array(ctx->arena, messages->n, sizeof(*obstacles));
	struct html_recommendation_lock_warnings *warnings = arena_array(ctx->arena, messages->n, sizeof(*warnings));
	struct html_recommendation_lock view = {
		.id = list_ref(ctx, list->call.id, list->call.kind, list->batch),
		.version = arena_printf(ctx->arena, "%d", list->version),
		.count = money_count(ctx->arena, count_to_lock(list)),
		.proposed = money_show(ctx->arena, list->bar.proposed),
		.frame = money_show(ctx->arena, list->bar.frame),
		.possible = !messages_have_errors(messages),
		.part_breadcrumbs = crumbs(ctx, list, tr(ctx->lang, "Lås innstillingen")),
		.part_facts = lock_facts(ctx, list),
		.obstacles = obstacles,
		.warnings = warnings,
	};

	for (size_t i = 0; i < messages->n; i++) {
		const struct message *message = &messages->list[i];
		const char *text = *message->about == '\0'
				       ? message->text
				       : arena_printf(ctx->arena, "%s: %s", message->about, message->text);

		if (message->kind == MESSAGE_ERROR)
			obstacles[view.n_obstacles++].text = text;
		else
			warnings[view.n_warnings++].text = text;
	}
	return (page_render(ctx, http, tr(ctx->lang, "Lås innstillingen"), HTML(recommendation_lock), &view));
}

enum status
recommendation_lock_show(struct ctx *ctx)
{
	struct recommendation_list list;
	struct messages messages;
	enum status st;

	if ((st = list_at_path(&list, ctx)) != OK)
		return (st);
	if (list.locked)
		return (ERR_CONFLICT);
	recommendation_lock_check(&messages, ctx, &list);
	return (lock_render(ctx, &list, &messages, 200));
}

enum status
recommendation_lock_post(struct ctx *ctx)
{
	struct recommendation_list list;
	struct messages messages;
	enum status st;
	int version;

	if ((st = list_at_path(&list, ctx)) != OK || (st = form_int(&version, ctx, "version")) != OK)
		return (st);
	if ((st = recommendation_lock(&messages, ctx, &list, version)) == ERR_INVALID)
		return (lock_render(ctx, &list, &messages, 422));
	if (st != OK)
		return (st);
	notice_set(ctx, tr(ctx->lang, "Innstillingen er låst."));
	return (redirect(ctx, "%s", list_url(ctx, &list, "innstilling")));
}

enum status
recommendation_pdf_show(struct ctx *ctx)
{
	const void *pdf;
	enum status st;
	int64_t id;
	size_t len;
	int batch;

	if ((st = list_path_read(&id, &batch, ctx)) != OK ||
	    (st = recommendation_pdf(&pdf, &len, ctx, id, batch)) != OK)
		return (st);
	return (page_send(
	    ctx, "application/pdf", pdf, len, arena_printf(ctx->arena, "innstilling-%s.pdf", path_text(ctx, "id"))));
}
