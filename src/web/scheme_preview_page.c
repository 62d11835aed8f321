/* scheme_preview_page.c — a draft tried out as an applicant and as an assessor: the same checks, and nothing is kept.
 */
#include <string.h>

#include "core/catalogue.h"
#include "core/text.h"
#include "domain/amount.h"
#include "domain/answer_rows.h"
#include "domain/calculated.h"
#include "domain/expr_answers.h"
#include "domain/open_call.h"
#include "gen/html_part_field_select.h"
#include "gen/html_scheme_preview.h"
#include "scheme/scheme_rules.h"
#include "web/application_page.h"
#include "web/calls_view.h"
#include "web/form_view.h"
#include "web/page.h"
#include "web/score_sheet.h"
#include "web/section_form.h"

/* What is tried. */
struct preview {
	struct ctx *ctx;
	struct scheme_draft draft;
	const struct scheme *scheme;
	bool assessor;
	bool tried; /* answers were sent */
	struct application_view application;
	struct messages messages;
	struct form_view form;
	struct buf fields, hidden;
};

/* ------------------------------------------------------------------------------------------ what was sent */

/* An application of the kind of applicant that was chosen, else of the first that may apply. */
static void
application_begin(struct preview *p)
{
	struct application_view *out = &p->application;
	const char *kind = form_text(p->ctx, "soker-type"), **changed;

	*out = (struct application_view){ .ctx = p->ctx, .answers = answers_new(p->ctx->arena), .is_draft = true };
	out->application.scheme = p->scheme;
	out->application.title = out->application.number = out->application.state = "";
	out->facts.applicant = p->scheme->applicants[0].kind;
	for (size_t i = 0; i < p->scheme->n_applicants; i++)
		if (strcmp(applicant_kind_code(p->scheme->applicants[i].kind), kind) == 0)
			out->facts.applicant = p->scheme->applicants[i].kind;
	out->facts.in_voluntary_register = true;
	out->facts.organisation_form = "FLI";
	out->facts.today = instant_day(p->ctx->now);
	out->facts.call_year = out->facts.today.year;
	section_answers_take(out->answers, p->ctx, p->scheme);
	answers_normalise(out->answers, p->scheme);
	(void)calculated_fill(&changed, out->answers, p->scheme, &out->facts);
}

/* Files are not asked for here, so nothing is wrong with them. */
static void
check(struct preview *p)
{
	struct messages all = messages_new(p->ctx->arena);

	p->messages = messages_new(p->ctx->arena);
	if (!p->tried)
		return;
	validation_run(&all, p->scheme, p->application.answers, &p->application.facts, NULL, p->ctx->lang);
	for (size_t i = 0; i < all.n; i++) {
		const struct message *m = &all.list[i];
		const struct scheme_field *field = answer_path_field(p->scheme, m->path);

		if (field == NULL || !field_takes_files(field))
			messages_add_about(&p->messages, m->kind, m->section, m->path, m->about, m->text);
	}
}

/* A plan or a group gets one more row to write in. */
static void
rows_read(struct preview *p)
{
	const char *where = form_text(p->ctx, "add");
	const struct scheme_field *field = answer_path_field(p->scheme, where);
	size_t rows = 0;

	if (field == NULL)
		return;
	if (field->type != FIELD_COSTS && field->type != FIELD_FINANCING) {
		p->form.new_row = where;
		return;
	}
	for (size_t i = 0; i < field_row_limit(field); i++)
		if (answers_has(p->application.answers, arena_printf(p->ctx->arena, "%s.%zu.cash", field->id, i)))
			rows = i + 1;
	p->form.longer_table = field->id;
	p->form.longer_rows = rows + 1;
}

/* ------------------------------------------------------------------------------------------ as an applicant */

static enum status
form_begin(struct preview *p)
{
	struct municipality_row *municipalities;
	enum status st;

	p->fields = buf_new(p->ctx->arena);
	p->hidden = buf_new(p->ctx->arena);
	p->form = (struct form_view){ .view = &p->application,
		.shown = p->application.answers,
		.messages = &p->messages,
		.fields = &p->fields,
		.hidden = &p->hidden };
	rows_read(p);
	if ((st = municipality_list(&municipalities, &p->form.n_municipalities, p->ctx, p->application.facts.today)) !=
	    OK)
		return (st);
	p->form.municipalities = municipalities;
	return (OK);
}

static void
add_sections(struct html_scheme_preview *view, struct preview *p)
{
	const struct application_view *application = &p->application;
	struct html_scheme_preview_sections *sections =
	    arena_array(p->ctx->arena, p->scheme->n_sections, sizeof(*sections));

	for (size_t s = 0; s < p->scheme->n_sections; s++) {
		const struct scheme_section *section = &p->scheme->sections[s];
		struct html_scheme_preview_sections_questions *questions =
		    arena_array(p->ctx->arena, section->n_fields, sizeof(*questions));

		for (size_t f = 0; f < section->n_fields; f++) {
			const struct scheme_field *field = &section->fields[f];

			questions[f].when = field->relevant != NULL && !field_relevant(p->scheme, field,
									   application->answers, &application->facts);
			form_view_field(&questions[f].part_field, &p->form, field);
		}
		sections[s] =
		    (struct html_scheme_preview_sections){ .heading = lang_pick(&section->title, p->ctx->lang),
			    .intro = lang_pick(&section->intro, p->ctx->lang),
			    .questions = questions,
			    .n_questions = section->n_fields };
	}
	view->sections = sections;
	view->n_sections = p->scheme->n_sections;
}

/* The rules can differ with who applies. */
static void
add_kinds(struct html_scheme_preview *view, struct preview *p)
{
	struct html_part_field_select *select = arena_alloc(p->ctx->arena, sizeof(*select));
	struct html_part_field_select_options *options =
	    arena_array(p->ctx->arena, p->scheme->n_applicants, sizeof(*options));

	if (p->scheme->n_applicants < 2)
		return;
	for (size_t i = 0; i < p->scheme->n_applicants; i++) {
		enum applicant_kind kind = p->scheme->applicants[i].kind;

		options[i] = (struct html_part_field_select_options){ .value = applicant_kind_code(kind),
			.label = applicant_kind_name(kind, p->ctx->lang),
			.selected = kind == p->application.facts.applicant };
	}
	*select = (struct html_part_field_select){ .id = "soker-type",
		.name = "soker-type",
		.label = tr(p->ctx->lang, "Prøv som"),
		.options = options,
		.n_options = p->scheme->n_applicants };
	view->kind = select;
	view->n_kind = 1;
}

static void
add_messages(struct html_scheme_preview *view, struct preview *p)
{
	struct html_part_error_summary_errors *errors = arena_array(p->ctx->arena, p->messages.n + 1, sizeof(*errors));
	struct html_scheme_preview_warnings *warnings =
	    arena_array(p->ctx->arena, p->messages.n + 1, sizeof(*warnings));
	size_t n = 0;

	for (size_t i = 0; i < p->messages.n; i++) {
		const struct message *m = &p->messages.list[i];

		if (m->kind == MESSAGE_ERROR)
			errors[n++] =
			    (struct html_part_error_summary_errors){ .anchor = form_anchor(p->ctx->arena, m->path),
				    .about = message_about(p->ctx->arena, m),
				    .text = m->text };
		else
			warnings[view->n_warnings++].text = m->text;
	}
	view->part_error_summary = (struct html_part_error_summary){ .errors = errors, .n_errors = n };
	view->warnings = warnings;
	view->could_send = p->tried && n == 0;
}

/* What could be given for these answers, line by line. */
static void
add_limits(struct html_scheme_preview *view, struct preview *p)
{
	struct rule_view *rules = arena_alloc(p->ctx->arena, sizeof(*rules));
	struct html_scheme_preview_limits *out;
	struct amount_limit limit;

	if (!p->tried)
		return;
	rule_view_init(rules, p->ctx->arena, p->scheme, p->application.answers, &p->application.facts);
	amount_limit_of(&limit, rules, p->ctx->lang);
	if (limit.n_steps == 0)
		return;
	out = arena_array(p->ctx->arena, limit.n_steps, sizeof(*out));
	for (size_t i = 0; i < limit.n_steps; i++)
		out[i].text = limit.steps[i].text;
	view->limits = out;
	view->n_limits = limit.n_steps;
	view->max = tr_printf(p->ctx->arena, p->ctx->lang, "Høyst %s", money_show(p->ctx->arena, limit.max));
}

/* ------------------------------------------------------------------------------------------ as an assessor */

/* The answers go with the sheet, so that what is tried next is tried on them too. */
static void
add_kept(struct html_scheme_preview *view, struct preview *p)
{
	const struct answers *answers = p->application.answers;
	struct html_scheme_preview_kept *kept = arena_array(p->ctx->arena, answers_count(answers) + 1, sizeof(*kept));

	for (size_t i = 0; i < answers_count(answers); i++)
		if (*answers_at(answers, i)->value != '\0')
			kept[view->n_kept++] = (struct html_scheme_preview_kept){ answers_at(answers, i)->path,
				answers_at(answers, i)->value };
	kept[view->n_kept++] =
	    (struct html_scheme_preview_kept){ "soker-type", applicant_kind_code(p->application.facts.applicant) };
	view->kept = kept;
}

static void
add_sheet(struct html_scheme_preview *view, struct preview *p)
{
	struct assessment mine = assessment_empty(p->ctx, p->scheme);
	struct messages messages = messages_new(p->ctx->arena);
	bool judged = strcmp(form_text(p->ctx, "go"), "vurder") == 0;

	if (judged) {
		score_sheet_posted(&mine, p->ctx);
		score_check(&messages, p->scheme, mine.marks, mine.n_marks, mine.overall_reason, true, p->ctx->lang);
	}
	score_sheet_fill(&view->part_score_sheet, p->ctx, &p->application, &mine, judged ? &messages : NULL);
	/* Without answers there is nothing to reckon with. */
	if (!p->tried)
		view->part_score_sheet.n_limits = 0;
	if (judged)
		view->part_error_summary = score_sheet_summary(p->ctx, &messages);
	view->judged = judged && !messages_have_errors(&messages);
	application_view_answers(&view->part_answers, &p->application, NULL);
	add_kept(view, p);
}

/* ------------------------------------------------------------------------------------------ the page */

static enum status
preview_render(struct preview *p)
{
	struct ctx *ctx = p->ctx;
	const char *current = p->assessor ? tr(ctx->lang, "Se som saksbehandler") : tr(ctx->lang, "Se som søker");
	struct html_scheme_preview view = { .assessor = p->assessor,
		.tried = p->tried,
		.title = scheme_work_title(ctx, &p->draft),
		.url = page_path(ctx),
		.part_breadcrumbs = scheme_work_crumbs(ctx, &p->draft, NULL, NULL, current) };
	enum status st;

	application_begin(p);
	check(p);
	if ((st = form_begin(p)) != OK)
		return (st);
	if (p->assessor) {
		add_sheet(&view, p);
	} else {
		add_kinds(&view, p);
		add_sections(&view, p);
		add_messages(&view, p);
		add_limits(&view, p);
	}
	return (page_render(
	    ctx, 200, arena_printf(ctx->arena, "%s: %s", current, view.title), HTML(scheme_preview), &view));
}

/* A form that doesn't hold together can't be drawn; the overview says what must be put right first. */
static enum status
preview(struct ctx *ctx, const char *as, bool tried)
{
	struct preview p = { .ctx = ctx, .assessor = strcmp(as, "saksbehandler") == 0, .tried = tried };
	const struct scheme_checked *checked;
	enum status st;

	if ((st = scheme_work_draft(&p.draft, ctx)) != OK)
		return (st);
	if (p.draft.calls)
		return (calls_preview(ctx, &p.draft));
	scheme_check_draft(&checked, ctx, p.draft.document, p.draft.len);
	if (checked->scheme == NULL) {
		notice_set(ctx, tr(ctx->lang, "Forhåndsvisningen kommer når det som mangler, er på plass."));
		return (redirect(ctx, "/ordningsarbeid/%" PRId64, p.draft.id));
	}
	p.scheme = checked->scheme;
	return (preview_render(&p));
}

enum status
scheme_preview_show(struct ctx *ctx)
{
	return (preview(ctx, query_text(ctx, "som"), false));
}

/* Nothing is kept: what was sent is looked at and shown again. */
enum status
scheme_preview_post(struct ctx *ctx)
{
	return (preview(ctx, form_text(ctx, "som"), true));
}
