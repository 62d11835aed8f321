/* decision_sheet.c — rows of a locked list as fields, and fields as decisions. */
#include "web/decision_sheet.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "core/catalogue.h"
#include "core/text.h"
#include "web/case_words.h"
#include "web/list_path.h"
#include "web/message_view.h"
#include "web/page.h"

enum status
decision_sheet_load(struct decision_sheet *out, struct ctx *ctx, const char *name)
{
	enum status st;

	*out = (struct decision_sheet){ .path = "" };
	if ((st = list_at_path(&out->list, ctx)) != OK)
		return (st);
	out->path = list_url(ctx, &out->list, name);
	out->title = lang_pick(&out->list.scheme->title, ctx->lang);
	return (OK);
}

bool
decision_sheet_has(const struct decision_sheet *sheet, const struct recommendation_row *row)
{
	const char *body = delegation_body(sheet->list.scheme, row->proposed);

	if (row->decision_id != 0 || !sheet->list.locked)
		return (false);
	return (body == NULL || sheet->body == NULL ? body == sheet->body : strcmp(body, sheet->body) == 0);
}

bool
decision_sheet_undeclared(const struct decision_sheet *sheet)
{
	for (size_t i = 0; i < sheet->list.n_rows; i++)
		if (!sheet->list.rows[i].declared && !sheet->list.rows[i].notified)
			return (true);
	return (false);
}

/* --- fields ------------------------------------------------------------------------------------------------------- */

void
decision_sheet_stored(struct decision_sheet *sheet, struct ctx *ctx)
{
	sheet->typed = arena_array(ctx->arena, sheet->list.n_rows, sizeof(*sheet->typed));
	for (size_t i = 0; i < sheet->list.n_rows; i++) {
		const struct recommendation_row *row = &sheet->list.rows[i];

		sheet->typed[i] = (struct decision_typed){
			.chosen = true,
			.sum = money_digits(ctx->arena, row->proposed),
			.reason = text_blank(row->reason) ? row->assessment_reason : row->reason,
			.departure = "",
		};
	}
}

static bool
is_chosen(struct ctx *ctx, int64_t application_id)
{
	size_t n;
	const char *const *chosen = form_list(ctx, "valg", &n),
			  *id = arena_printf(ctx->arena, "%" PRId64, application_id);

	for (size_t i = 0; i < n; i++)
		if (strcmp(chosen[i], id) == 0)
			return (true);
	return (false);
}

void
decision_sheet_posted(struct decision_sheet *sheet, struct ctx *ctx)
{
	decision_sheet_stored(sheet, ctx);
	for (size_t i = 0; i < sheet->list.n_rows; i++) {
		struct decision_typed *typed = &sheet->typed[i];
		long long id = sheet->list.rows[i].application_id;

		typed->chosen = is_chosen(ctx, id);
		if (!form_has(ctx, arena_printf(ctx->arena, "sum-%lld", id)))
			continue;
		typed->sum = form_text(ctx, arena_printf(ctx->arena, "sum-%lld", id));
		typed->reason = form_text(ctx, arena_printf(ctx->arena, "grunn-%lld", id));
		typed->departure = form_text(ctx, arena_printf(ctx->arena, "avvik-%lld", id));
	}
}

static void
made_read(struct decision_made *out, struct messages *messages, struct ctx *ctx, const struct recommendation_row *row,
    const struct decision_typed *typed)
{
	bool departs;

	*out = (struct decision_made){ .application_id = row->application_id,
		.reason = text_trim(ctx->arena, typed->reason),
		.departure_reason = text_trim(ctx->arena, typed->departure) };
	if (money_parse(&out->awarded, typed->sum) != OK) {
		messages_add_about(messages, MESSAGE_ERROR, "",
		    arena_printf(ctx->arena, "%" PRId64 ".sum", row->application_id), row->number,
		    tr(ctx->lang, "Skriv beløpet i hele kroner, for eksempel 25 000. Skriv 0 for avslag."));
		return;
	}
	departs =
	    delegation_departs(row->proposed_outcome, row->proposed, decision_outcome(row, out->awarded), out->awarded);
	/* A reason for a departure that was taken back again explains nothing. */
	if (!departs)
		out->departure_reason = "";
}

size_t
decision_sheet_made(
    struct decision_made **out, struct messages *messages, struct ctx *ctx, const struct decision_sheet *sheet)
{
	struct decision_made *made = arena_array(ctx->arena, sheet->list.n_rows, sizeof(*made));
	size_t n = 0;

	for (size_t i = 0; i < sheet->list.n_rows; i++)
		if (sheet->typed[i].chosen)
			made_read(&made[n++], messages, ctx, &sheet->list.rows[i], &sheet->typed[i]);
	*out = made;
	return (n);
}

/* --- the page's parts --------------------------------------------------------------------------------------------- */

const char *
decision_sheet_refusal(struct ctx *ctx, const struct decision_sheet *sheet, const struct recommendation_row *row)
{
	struct delegation_act act = { ctx->role, ctx->user_id, row->proposed_by, row->declared, row->proposed };
	enum delegation_refusal refusal = sheet->body == NULL
					      ? delegation_decide(sheet->list.scheme, &act)
					      : delegation_register(sheet->list.scheme, &act, sheet->body);

	return (delegation_text(refusal, ctx->lang));
}

static struct html_part_decision_row
row_view(struct ctx *ctx, const struct decision_sheet *sheet, size_t i)
{
	const struct recommendation_row *row = &sheet->list.rows[i];
	const struct decision_typed *typed = &sheet->typed[i];
	const char *departure_error = message_text_of(ctx, sheet->messages, row->application_id, ".departure");

	return ((struct html_part_decision_row){
	    .id = arena_printf(ctx->arena, "%" PRId64, row->application_id),
	    .number = row->number,
	    .organisation = row->organisation,
	    .title = row->title,
	    .late = row->late,
	    .applied = row->unasked ? "–" : money_show(ctx->arena, row->applied),
	    .rules_departure = row->departure,
	    .outcome = outcome_text(row->proposed_outcome, ctx->lang),
	    .proposed = money_show(ctx->arena, row->proposed),
	    .refusal = decision_sheet_refusal(ctx, sheet, row),
	    .error = message_text_of(ctx, sheet->messages, row->application_id, ""),
	    .chosen = typed->chosen,
	    .sum = typed->sum,
	    .sum_error = message_text_of(ctx, sheet->messages, row->application_id, ".sum"),
	    .reason = typed->reason,
	    .reason_error = message_text_of(ctx, sheet->messages, row->application_id, ".reason"),
	    .departing = *departure_error != '\0' || !text_blank(typed->departure),
	    .departure = typed->departure,
	    .departure_error = departure_error,
	});
}

const struct html_part_decision_row *
decision_sheet_rows(size_t *n, struct ctx *ctx, const struct decision_sheet *sheet)
{
	struct html_part_decision_row *rows = arena_array(ctx->arena, sheet->list.n_rows, sizeof(*rows));

	*n = 0;
	for (size_t i = 0; i < sheet->list.n_rows; i++)
		if (decision_sheet_has(sheet, &sheet->list.rows[i]))
			rows[(*n)++] = row_view(ctx, sheet, i);
	return (rows);
}

/* The field a message is about; those about the page as a whole lead to its content. */
static const char *
anchor_of(struct ctx *ctx, const char *path)
{
	static const struct {
		const char *part, *anchor;
	} parts[] = { { ".sum", "sum" }, { ".reason", "grunn" }, { ".departure", "avvik" },
		{ ".ground", "habil-grunn" }, { ".declared", "svar" } };
	static const struct {
		const char *path, *anchor;
	} fields[] = { { "decided_on", "dato" }, { "meeting_case", "sak" }, { "votes", "for" } };
	int id_len = (int)strspn(path, "0123456789");

	for (size_t i = 0; i < sizeof(fields) / sizeof(fields[0]); i++)
		if (strcmp(path, fields[i].path) == 0)
			return (fields[i].anchor);
	for (size_t i = 0; i < sizeof(parts) / sizeof(parts[0]); i++)
		if (strcmp(path + id_len, parts[i].part) == 0)
			return (arena_printf(ctx->arena, "%s-%.*s", parts[i].anchor, id_len, path));
	return (id_len > 0 ? arena_printf(ctx->arena, "valg-%.*s", id_len, path) : "innhold");
}

struct html_part_error_summary
decision_sheet_summary(struct ctx *ctx, const struct decision_sheet *sheet)
{
	struct html_part_error_summary_errors *errors;
	size_t n = 0;

	if (sheet->messages == NULL)
		return ((struct html_part_error_summary){ 0 });
	errors = arena_array(ctx->arena, sheet->messages->n, sizeof(*errors));
	for (size_t i = 0; i < sheet->messages->n; i++) {
		const struct message *message = &sheet->messages->list[i];

		if (message->kind == MESSAGE_ERROR)
			errors[n++] = (struct html_part_error_summary_errors){
				.anchor = anchor_of(ctx, message->path), .about = message->about, .text = message->text
			};
	}
	return ((struct html_part_error_summary){ .errors = errors, .n_errors = n });
}

const char *
decision_sheet_hidden(struct ctx *ctx, const struct decision_sheet *sheet)
{
	int64_t n = sheet->list.n_hidden;

	if (n == 0)
		return ("");
	return (arena_printf(ctx->arena,
	    tr_plural(ctx->lang, "%s sak vises ikke, fordi du er inhabil i den.",
		"%s saker vises ikke, fordi du er inhabil i dem.", n),
	    money_count(ctx->arena, n)));
}

struct html_part_breadcrumbs
decision_sheet_crumbs(struct ctx *ctx, const struct decision_sheet *sheet, const char *current)
{
	struct html_part_breadcrumbs_links *links = arena_array(ctx->arena, 2, sizeof(*links));
	bool leader = ctx->role == ROLE_LEADER;

	links[0] = leader ? (struct html_part_breadcrumbs_links){ "/vedtak", tr(ctx->lang, "Vedtak") }
			  : (struct html_part_breadcrumbs_links){ "/saker", tr(ctx->lang, "Saker") };
	links[1] = (struct html_part_breadcrumbs_links){ list_url(ctx, &sheet->list, "innstilling"),
		tr(ctx->lang, "Innstilling") };
	return ((struct html_part_breadcrumbs){
	    .links = links, .n_links = 2, .current = current, .back_url = links[0].url, .back_text = links[0].text });
}

/* --- the effect --------------------------------------------------------------------------------------------------- */

const char *
decision_effect(struct ctx *ctx, const struct decision_sheet *sheet, const struct decision_made *made, size_t n)
{
	static const char *const texts[OUTCOME__MAX] = { [OUTCOME_GRANTED] = T("%s innvilget"),
		[OUTCOME_PARTLY_GRANTED] = T("%s delvis innvilget"),
		[OUTCOME_REJECTED] = T("%s avslag"),
		[OUTCOME_DISMISSED] = T("%s avvist") };
	int64_t counts[OUTCOME__MAX] = { 0 };
	struct buf out = buf_new(ctx->arena);
	money sum = MONEY_ZERO;

	for (size_t i = 0; i < n; i++) {
		counts[decision_outcome(
		    recommendation_row_of(&sheet->list, made[i].application_id), made[i].awarded)]++;
		sum = money_add(sum, made[i].awarded);
	}
	for (int outcome = OUTCOME_GRANTED; outcome < OUTCOME__MAX; outcome++) {
		if (counts[outcome] == 0)
			continue;
		buf_puts(&out, out.len > 0 ? ", " : "");
		buf_puts(
		    &out, tr_printf(ctx->arena, ctx->lang, texts[outcome], money_count(ctx->arena, counts[outcome])));
	}
	return (tr_printf(ctx->arena, ctx->lang, "%s. Til sammen %s av en ramme på %s.", buf_text(&out),
	    money_show(ctx->arena, sum), money_show(ctx->arena, sheet->list.call.frame)));
}

/* --- looking over ------------------------------------------------------------------------------------------------- */

static struct html_decision_confirm_rows
confirm_row(struct ctx *ctx, const struct recommendation_row *row, const struct decision_made *made)
{
	enum outcome outcome = decision_outcome(row, made->awarded);

	return ((struct html_decision_confirm_rows){
	    .number = row->number,
	    .organisation = row->organisation,
	    .title = row->title,
	    .proposed_outcome = outcome_text(row->proposed_outcome, ctx->lang),
	    .proposed = money_show(ctx->arena, row->proposed),
	    .outcome = outcome_text(outcome, ctx->lang),
	    .awarded = money_show(ctx->arena, made->awarded),
	    .departs = delegation_departs(row->proposed_outcome, row->proposed, outcome, made->awarded),
	    .reason = !text_blank(made->reason)  ? made->reason
		      : !text_blank(row->reason) ? row->reason
						 : row->assessment_reason,
	    .departure = made->departure_reason,
	});
}

static void
add_field(struct html_decision_confirm *view, struct html_decision_confirm_fields *fields, const char *name,
    const char *value)
{
	fields[view->n_fields++] = (struct html_decision_confirm_fields){ .name = name, .value = value };
}

/* What was typed goes with the form, so that "go back and change" finds it again. */
static void
add_fields(struct html_decision_confirm *view, struct ctx *ctx, const struct decision_sheet *sheet)
{
	struct html_decision_confirm_fields *fields =
	    arena_array(ctx->arena, view->n_fields + sheet->list.n_rows * 4, sizeof(*fields));

	for (size_t i = 0; i < view->n_fields; i++)
		fields[i] = view->fields[i];
	for (size_t i = 0; i < sheet->list.n_rows; i++) {
		const struct decision_typed *typed = &sheet->typed[i];
		const char *id = arena_printf(ctx->arena, "%" PRId64, sheet->list.rows[i].application_id);

		if (!decision_sheet_has(sheet, &sheet->list.rows[i]))
			continue;
		if (typed->chosen)
			add_field(view, fields, "valg", id);
		add_field(view, fields, arena_printf(ctx->arena, "sum-%s", id), typed->sum);
		add_field(view, fields, arena_printf(ctx->arena, "grunn-%s", id), typed->reason);
		add_field(view, fields, arena_printf(ctx->arena, "avvik-%s", id), typed->departure);
	}
	view->fields = fields;
}

/* The bar as it will be: in a copy, so that the list stays as it was read. */
static struct html_part_frame_bar
bar_after(struct ctx *ctx, const struct decision_sheet *sheet, const struct decision_made *made, size_t n)
{
	struct recommendation_list after = sheet->list;

	after.rows = arena_array(ctx->arena, after.n_rows, sizeof(*after.rows));
	for (size_t i = 0; i < after.n_rows; i++) {
		after.rows[i] = sheet->list.rows[i];
		for (size_t m = 0; m < n; m++)
			if (made[m].application_id == after.rows[i].application_id) {
				after.rows[i].decision_id = -1;
				after.rows[i].awarded = made[m].awarded;
			}
	}
	recommendation_measure(&after, ctx);
	return (frame_bar_view(ctx, &after.bar));
}

enum status
decision_confirm_show(struct ctx *ctx, struct decision_sheet *sheet, struct html_decision_confirm *view,
    const struct decision_made *made, size_t n)
{
	struct html_decision_confirm_rows *rows = arena_array(ctx->arena, n, sizeof(*rows));

	for (size_t i = 0; i < n; i++)
		rows[i] = confirm_row(ctx, recommendation_row_of(&sheet->list, made[i].application_id), &made[i]);
	view->rows = rows;
	view->n_rows = n;
	view->path = sheet->path;
	view->effect = decision_effect(ctx, sheet, made, n);
	view->part_breadcrumbs = decision_sheet_crumbs(ctx, sheet, tr(ctx->lang, "Se over vedtaket"));
	view->part_frame_bar = bar_after(ctx, sheet, made, n);
	add_fields(view, ctx, sheet);
	return (page_render(ctx, 200, tr(ctx->lang, "Se over vedtaket"), HTML(decision_confirm), view));
}
