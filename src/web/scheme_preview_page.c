/* scheme_preview_page.c — a draft as applicants will fill it in, and as those who assess will see its criteria. */
#include <string.h>

#include "core/catalogue.h"
#include "gen/html_scheme_preview.h"
#include "web/calls_view.h"
#include "web/form_view.h"
#include "web/page.h"
#include "web/scheme_work.h"

/* An application that nobody has begun, of the first kind that may apply. */
static void
empty_application(struct application_view *out, struct ctx *ctx, const struct scheme *scheme)
{
	*out = (struct application_view){ .ctx = ctx, .answers = answers_new(ctx->arena), .is_draft = true };
	out->application.scheme = scheme;
	out->application.title = out->application.number = out->application.state = "";
	out->facts.applicant = scheme->applicants[0].kind;
	out->facts.in_voluntary_register = true;
	out->facts.organisation_form = "FLI";
	out->facts.today = instant_day(ctx->now);
}

static enum status
add_sections(struct html_scheme_preview *view, struct ctx *ctx, const struct scheme *scheme)
{
	struct html_scheme_preview_sections *sections = arena_array(ctx->arena, scheme->n_sections, sizeof(*sections));
	struct buf fields = buf_new(ctx->arena), hidden = buf_new(ctx->arena);
	struct municipality_row *municipalities;
	struct application_view application;
	struct form_view form;
	enum status st;

	empty_application(&application, ctx, scheme);
	form = (struct form_view){
		.view = &application, .shown = application.answers, .fields = &fields, .hidden = &hidden
	};
	if ((st = municipality_list(&municipalities, &form.n_municipalities, ctx, application.facts.today)) != OK)
		return (st);
	form.municipalities = municipalities;
	for (size_t s = 0; s < scheme->n_sections; s++) {
		const struct scheme_section *section = &scheme->sections[s];
		struct html_scheme_preview_sections_questions *questions =
		    arena_array(ctx->arena, section->n_fields, sizeof(*questions));

		for (size_t f = 0; f < section->n_fields; f++) {
			questions[f].when = section->fields[f].relevant != NULL;
			form_view_field(&questions[f].part_field, &form, &section->fields[f]);
		}
		sections[s] = (struct html_scheme_preview_sections){ .heading = lang_pick(&section->title, ctx->lang),
			.intro = lang_pick(&section->intro, ctx->lang),
			.questions = questions,
			.n_questions = section->n_fields };
	}
	view->sections = sections;
	view->n_sections = scheme->n_sections;
	return (OK);
}

static void
add_criteria(struct html_scheme_preview *view, struct ctx *ctx, const struct scheme *scheme)
{
	struct html_scheme_preview_criteria *out = arena_array(ctx->arena, scheme->n_criteria + 1, sizeof(*out));
	bool marks = scheme->method == CRITERIA_WEIGHTED;

	for (size_t i = 0; i < scheme->n_criteria; i++) {
		const struct scheme_criterion *criterion = &scheme->criteria[i];
		struct html_scheme_preview_criteria_anchors *anchors =
		    arena_array(ctx->arena, criterion->n_anchors + 1, sizeof(*anchors));

		for (size_t k = 0; k < criterion->n_anchors; k++) {
			anchors[k].mark = arena_printf(ctx->arena, "%d", criterion->anchors[k].mark);
			anchors[k].text = lang_pick(&criterion->anchors[k].text, ctx->lang);
		}
		out[i] = (struct html_scheme_preview_criteria){ .id = criterion->id,
			.name = lang_pick(&criterion->name, ctx->lang),
			.description = lang_pick(&criterion->description, ctx->lang),
			.weight = marks ? arena_printf(ctx->arena, "%d", criterion->weight) : NULL,
			.marks = marks ? arena_printf(ctx->arena, "%d–%d", scheme->scale_min, scheme->scale_max) : NULL,
			.anchors = anchors,
			.n_anchors = criterion->n_anchors };
	}
	view->criteria = out;
	view->n_criteria = scheme->n_criteria;
	view->part_field_long_text = (struct html_part_field_long_text){ .id = "samlet",
		.name = "samlet",
		.label = marks ? tr(ctx->lang, "Samlet vurdering") : tr(ctx->lang, "Vurdering"),
		.help = marks ? "" : tr(ctx->lang, "Én begrunnelse for hele søknaden. Ordningen har ikke poeng."),
		.rows = "4" };
}

enum status
scheme_preview_show(struct ctx *ctx)
{
	const struct scheme_checked *checked;
	struct html_scheme_preview view = { .assessor = strcmp(query_text(ctx, "som"), "saksbehandler") == 0 };
	struct scheme_draft draft;
	const char *current;
	enum status st;

	if ((st = scheme_work_draft(&draft, ctx)) != OK)
		return (st);
	if (draft.calls)
		return (calls_preview(ctx, &draft));
	scheme_check_draft(&checked, ctx, draft.document, draft.len);
	/* A form that doesn't hold together can't be drawn; the overview says what must be put right first. */
	if (checked->scheme == NULL) {
		notice_set(ctx, tr(ctx->lang, "Forhåndsvisningen kommer når det som mangler, er på plass."));
		return (redirect(ctx, "/ordningsarbeid/%" PRId64, draft.id));
	}
	current = view.assessor ? tr(ctx->lang, "Se som saksbehandler") : tr(ctx->lang, "Se som søker");
	view.title = scheme_work_title(ctx, &draft);
	view.url = page_path(ctx);
	view.part_breadcrumbs = scheme_work_crumbs(ctx, &draft, NULL, NULL, current);
	if (view.assessor)
		add_criteria(&view, ctx, checked->scheme);
	else if ((st = add_sections(&view, ctx, checked->scheme)) != OK)
		return (st);
	return (page_render(
	    ctx, 200, arena_printf(ctx->arena, "%s: %s", current, view.title), HTML(scheme_preview), &view));
}
