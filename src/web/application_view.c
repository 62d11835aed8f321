/* application_view.c — builds the shared view of an application's answers. */
#include "web/application_view.h"

#include <string.h>

#include "core/catalogue.h"
#include "domain/answer_row_text.h"
#include "domain/answer_text.h"
#include "domain/work_plan.h"
#include "flow/application_flow.h"
#include "flow/statement_flow.h"
#include "web/page.h"
#include "web/plan_table.h"

enum status
application_view_of(struct application_view *out, struct ctx *ctx, const struct application *application)
{
	enum status st;

	*out = (struct application_view){
		.ctx = ctx, .application = *application, .is_draft = strcmp(application->state, "draft") == 0
	};
	if ((st = application_files(&out->files, &out->n_files, ctx, application->id)) != OK)
		return (st);
	if (scheme_field_of_type(application->scheme, FIELD_THIRD_PARTY) != NULL &&
	    (st = statement_list(&out->statements, &out->n_statements, ctx, application->id)) != OK)
		return (st);
	return (application_contents(&out->answers, &out->facts, ctx, &out->application, out->files, out->n_files));
}

enum status
application_view_load(struct application_view *out, struct ctx *ctx, int64_t id)
{
	struct application application;
	enum status st;

	if ((st = application_load(&application, ctx, id)) != OK)
		return (st);
	return (application_view_of(out, ctx, &application));
}

enum status
application_view_at_path(struct application_view *out, struct ctx *ctx)
{
	int64_t id;
	enum status st;

	if ((st = path_id(&id, ctx, "id")) != OK)
		return (st);
	return (application_view_load(out, ctx, id));
}

char *
file_size_text(struct arena *arena, int64_t bytes)
{
	int64_t tenths = (bytes * 10 + 512 * 1024) / (1024 * 1024);

	if (bytes < 1024)
		return (arena_printf(arena, "%d byte", (int)bytes));
	if (tenths < 10)
		return (arena_printf(arena, "%d kB", (int)((bytes + 512) / 1024)));
	return (arena_printf(arena, "%d,%d MB", (int)(tenths / 10), (int)(tenths % 10)));
}

const char *
file_url(const struct application_view *view, const struct application_file *file)
{
	if (file->id == 0)
		return (NULL);
	return (arena_printf(
	    view->ctx->arena, "/soknader/%lld/vedlegg/%lld", (long long)view->application.id, (long long)file->id));
}

const char *
file_about(const struct application_view *view, const struct application_file *file)
{
	if (file->id == 0)
		return (tr(view->ctx->lang, "Kommet. Bare fylkeskommunen leser den."));
	return (file_size_text(view->ctx->arena, file->size));
}

const char *
goal_unit_text(const char *unit, enum lang lang)
{
	static const struct {
		const char *unit, *text;
	} units[] = { { "person", T("personer") }, { "stk", "" }, { "time", T("timer") } };

	for (size_t i = 0; i < sizeof(units) / sizeof(units[0]); i++)
		if (strcmp(unit, units[i].unit) == 0)
			return (*units[i].text == '\0' ? "" : tr(lang, units[i].text));
	return (unit);
}

/* --- blocks ------------------------------------------------------------------------------------------------------ */

/* One section on its way: blocks in the order of the fields, questions side by side in one block. */
struct building {
	const struct application_view *view;
	const struct application_view_options *options;
	const struct scheme_section *section;
	struct arena *arena;
	enum lang lang;
	struct html_part_answers_sections_blocks *blocks;
	size_t n_blocks;
	struct html_part_answers_sections_blocks_facts *facts; /* of the block under way; NULL when there is none */
};

static const char *
change_url(const struct building *b, const struct scheme_field *field)
{
	if (b->options->change_url == NULL || field->calculate != NULL)
		return (NULL);
	return (arena_printf(b->arena, "%s%s%s#" FIELD_ANCHOR "%s", b->options->change_url, b->section->id,
	    b->options->change_query == NULL ? "" : b->options->change_query, field->id));
}

static struct html_part_answers_sections_blocks *
block_add(struct building *b)
{
	b->facts = NULL;
	return (&b->blocks[b->n_blocks++]);
}

static void
add_fact(struct building *b, const struct scheme_field *field)
{
	const char *answer = answer_text(b->arena, field, b->view->answers, &b->view->facts, b->lang);
	struct html_part_answers_sections_blocks *block;

	if (*answer == '\0' && !b->options->unanswered)
		return;
	if (b->facts == NULL) {
		block = block_add(b);
		b->facts = arena_array(b->arena, b->section->n_fields, sizeof(*b->facts));
		block->facts = b->facts;
	}
	block = &b->blocks[b->n_blocks - 1];
	b->facts[block->n_facts++] = (struct html_part_answers_sections_blocks_facts){
		.question = lang_pick(&field->label, b->lang),
		.answer = answer,
		.change_url = change_url(b, field),
	};
}

static struct html_part_answers_sections_blocks *
headed_block(struct building *b, const struct scheme_field *field, bool empty)
{
	struct html_part_answers_sections_blocks *block;

	if (empty && !b->options->unanswered)
		return (NULL);
	block = block_add(b);
	block->heading = lang_pick(&field->label, b->lang);
	block->change_url = change_url(b, field);
	block->empty = empty;
	return (block);
}

static void
add_plan_sums(
    struct html_part_answers_sections_blocks *block, const struct building *b, const struct scheme_field *field)
{
	struct application_sums sums;
	bool costs = field->type == FIELD_COSTS;

	sums_of(&sums, b->view->application.scheme, b->view->answers);
	block->sum_cash = money_show(b->arena, costs ? sums.costs_cash : sums.financing_cash);
	block->sum_own = money_show(b->arena, costs ? sums.costs_own : sums.financing_own);
	block->sum_all = money_show(b->arena, costs ? sums.costs : sums.financing);
	block->with_own = (costs ? sums.costs_own : sums.financing_own).ore > 0;
}

static void
add_plan(struct building *b, const struct scheme_field *field)
{
	struct html_part_answers_sections_blocks_lines *lines;
	struct html_part_answers_sections_blocks *block;
	struct answer_row *rows;
	size_t n = answer_rows(&rows, b->arena, b->view->application.scheme, field, b->view->answers, b->lang);

	if ((block = headed_block(b, field, n == 0)) == NULL || n == 0)
		return;
	lines = arena_array(b->arena, n, sizeof(*lines));
	for (size_t i = 0; i < n; i++)
		lines[i] = (struct html_part_answers_sections_blocks_lines){
			.what = rows[i].what, .cash = rows[i].cash, .own = rows[i].own
		};
	block->lines = lines;
	block->n_lines = n;
	block->line_head = field->type == FIELD_COSTS ? tr(b->lang, "Kostnad") : tr(b->lang, "Hvem betaler?");
	add_plan_sums(block, b, field);
}

static const char *
goal_number(const struct building *b, const struct scheme_goal *goal, const char *number)
{
	const char *unit = goal_unit_text(goal->unit, b->lang);

	return (*unit == '\0' ? number : arena_printf(b->arena, "%s %s", number, unit));
}

static void
add_goals(struct building *b, const struct scheme_field *field)
{
	const struct scheme *scheme = b->view->application.scheme;
	struct html_part_answers_sections_blocks_goals *goals;
	struct html_part_answers_sections_blocks *block;
	struct answer_row *rows;
	size_t n = answer_rows(&rows, b->arena, scheme, field, b->view->answers, b->lang), at = 0;

	if ((block = headed_block(b, field, n == 0)) == NULL || n == 0)
		return;
	goals = arena_array(b->arena, n, sizeof(*goals));
	/* Rows come in the goals' order, those without a number left out. */
	for (size_t i = 0; i < scheme->n_goals && at < n; i++)
		if (strcmp(rows[at].what, lang_pick(&scheme->goals[i].name, b->lang)) == 0) {
			goals[at].what = rows[at].what;
			goals[at].number = goal_number(b, &scheme->goals[i], rows[at].number);
			goals[at].how = rows[at].how;
			at++;
		}
	block->goals = goals;
	block->n_goals = at;
}

static void
add_files(struct building *b, const struct scheme_field *field)
{
	struct html_part_answers_sections_blocks_files *files = arena_array(b->arena, b->view->n_files, sizeof(*files));
	struct html_part_answers_sections_blocks *block;
	size_t n = 0;

	for (size_t i = 0; i < b->view->n_files; i++) {
		const struct application_file *file = &b->view->files[i];

		if (strcmp(file->field, field->id) == 0)
			files[n++] = (struct html_part_answers_sections_blocks_files){
				.url = file_url(b->view, file),
				.file_name = file->file_name,
				.size = file_about(b->view, file),
			};
	}
	if ((block = headed_block(b, field, n == 0)) == NULL)
		return;
	block->files = files;
	block->n_files = n;
}

/* --- rows and plans ---------------------------------------------------------------------------------------------- */

static void
add_rows(struct building *b, const struct scheme_field *field)
{
	const struct application_view *view = b->view;
	struct html_part_answers_sections_blocks *block;
	struct html_part_answers_sections_blocks_rows *rows;
	struct answer_group_row *list;
	size_t n =
	    answer_group_rows(&list, b->arena, view->application.scheme, field, view->answers, &view->facts, b->lang);

	if ((block = headed_block(b, field, n == 0)) == NULL || n == 0)
		return;
	rows = arena_array(b->arena, n, sizeof(*rows));
	for (size_t i = 0; i < n; i++) {
		struct html_part_answers_sections_blocks_rows_facts *facts =
		    arena_array(b->arena, list[i].n, sizeof(*facts));

		for (size_t f = 0; f < list[i].n; f++)
			facts[f] = (struct html_part_answers_sections_blocks_rows_facts){ list[i].facts[f].question,
				list[i].facts[f].answer };
		rows[i] = (struct html_part_answers_sections_blocks_rows){
			.title = list[i].title, .facts = facts, .n_facts = list[i].n
		};
	}
	block->rows = rows;
	block->n_rows = n;
}

static void
add_work_plan(struct building *b, const struct scheme_field *field)
{
	const struct application_view *view = b->view;
	struct html_part_answers_sections_blocks *block;
	struct work_plan plan;

	work_plan(&plan, b->arena, view->application.scheme, field, view->answers, &view->facts);
	if ((block = headed_block(b, field, plan.n == 0)) == NULL || plan.n == 0)
		return;
	block->plan = plan_table(b->arena, &plan, lang_pick(&field->label, b->lang), b->lang);
	block->n_plan = 1;
}

static void
add_field(struct building *b, const struct scheme_field *field)
{
	switch (field->type) {
	case FIELD_GROUP:
	case FIELD_PARTNERS:
		add_rows(b, field);
		break;
	case FIELD_PACKAGES:
		add_work_plan(b, field);
		break;
	case FIELD_COSTS:
	case FIELD_FINANCING:
		add_plan(b, field);
		break;
	case FIELD_GOALS:
		add_goals(b, field);
		break;
	case FIELD_ATTACHMENT:
	case FIELD_THIRD_PARTY:
		add_files(b, field);
		break;
	default:
		add_fact(b, field);
	}
}

static void
section_build(struct html_part_answers_sections *out, struct building *b)
{
	const struct application_view *view = b->view;

	b->blocks = arena_array(b->arena, b->section->n_fields, sizeof(*b->blocks));
	b->n_blocks = 0;
	b->facts = NULL;
	for (size_t f = 0; f < b->section->n_fields; f++)
		if (field_relevant(view->application.scheme, &b->section->fields[f], view->answers, &view->facts))
			add_field(b, &b->section->fields[f]);
	*out = (struct html_part_answers_sections){
		.id = arena_printf(b->arena, "svar-%s", b->section->id),
		.title = lang_pick(&b->section->title, b->lang),
		.blocks = b->blocks,
		.n_blocks = b->n_blocks,
	};
}

/* Files sent to questions the scheme no longer has. */
static size_t
retired_files(struct html_part_answers_sections_blocks *block, const struct application_view *view)
{
	struct html_part_answers_sections_blocks_files *files =
	    arena_array(view->ctx->arena, view->n_files, sizeof(*files));
	size_t n = 0;

	for (size_t i = 0; i < view->n_files; i++)
		if (attachment_retired(view->application.scheme, view->files[i].field))
			files[n++] =
			    (struct html_part_answers_sections_blocks_files){ .url = file_url(view, &view->files[i]),
				    .file_name = view->files[i].file_name,
				    .size = file_about(view, &view->files[i]) };
	block->files = files;
	block->n_files = n;
	return (n);
}

/* Answers to questions the scheme no longer has. */
static size_t
earlier_build(struct html_part_answers_sections *section, const struct application_view *view)
{
	const struct application *application = &view->application;
	struct arena *arena = view->ctx->arena;
	struct html_part_answers_sections_blocks *block = arena_array(arena, 1, sizeof(*block));
	struct html_part_answers_sections_blocks_facts *facts;

	if (retired_files(block, view) + application->n_earlier == 0)
		return (0);
	facts = arena_array(arena, application->n_earlier, sizeof(*facts));
	for (size_t i = 0; i < application->n_earlier; i++)
		facts[i] =
		    (struct html_part_answers_sections_blocks_facts){ .question = application->earlier[i].question,
			    .answer = application->earlier[i].answer };
	block->facts = facts;
	block->n_facts = application->n_earlier;
	*section = (struct html_part_answers_sections){ .id = "tidligere",
		.title = tr(view->ctx->lang, "Tidligere spørsmål"),
		.note = tr(view->ctx->lang,
		    "Spørsmålene er tatt ut av skjemaet siden dere svarte. Svarene følger saken, men "
		    "teller ikke i vurderingen."),
		.blocks = block,
		.n_blocks = 1 };
	return (1);
}

void
application_view_answers(
    struct html_part_answers *out, const struct application_view *view, const struct application_view_options *options)
{
	static const struct application_view_options plain;
	const struct scheme *scheme = view->application.scheme;
	struct arena *arena = view->ctx->arena;
	struct html_part_answers_sections *sections = arena_array(arena, scheme->n_sections + 1, sizeof(*sections));
	struct building b = {
		.view = view, .options = options == NULL ? &plain : options, .arena = arena, .lang = view->ctx->lang
	};
	size_t n = 0;

	for (size_t s = 0; s < scheme->n_sections; s++) {
		b.section = &scheme->sections[s];
		section_build(&sections[n], &b);
		n += b.n_blocks > 0;
	}
	n += earlier_build(&sections[n], view);
	*out = (struct html_part_answers){ .sections = sections, .n_sections = n };
}
