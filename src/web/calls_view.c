/* calls_view.c — tells those who write calls what stands, what has happened to them, and what a draft still lacks. */
#include "web/calls_view.h"

#include <string.h>

#include "core/catalogue.h"
#include "core/text.h"
#include "scheme/document_path.h"
#include "web/page.h"
#include "web/scheme_call.h"

/* ------------------------------------------------------------------------------------------ what stands */

static struct html_scheme_publications_calls
call_row(struct ctx *ctx, const struct call *call)
{
	/* Who else gives from the frame is the scheme's page to tell. */
	static const struct catalogue_scheme alone = { .n_partners = 0 };
	enum call_phase phase = call_phase(call, ctx->now);

	return ((struct html_scheme_publications_calls){ .name = call_name(ctx->arena, call, ctx->lang),
	    .phase = call_phase_text(call, ctx->now, ctx->lang),
	    .open = phase == CALL_PHASE_OPEN,
	    .coming = phase == CALL_PHASE_COMING,
	    .opens = instant_long(ctx->arena, call->opens_at, ctx->lang),
	    .deadline = call_deadline_fact(ctx->arena, call, ctx->lang),
	    .frame = scheme_call_frame(ctx, call, &alone) });
}

/* What happened, in a few words; the rest of the sentence is what it was and became. */
static const char *
event_words(struct ctx *ctx, const char *kind)
{
	static const struct {
		const char *kind, *words;
	} all[] = { { "announced", T("Kunngjort") }, { "extended", T("Fristen ble utsatt") },
		{ "on-hold", T("Satt på vent") }, { "cancelled", T("Avlyst") },
		{ "used-up", T("Pengene er brukt opp") }, { "resumed", T("Tatt opp igjen") },
		{ "frame", T("Rammen ble endret") }, { "earmarks", T("Øremerkingen ble endret") },
		{ "dates", T("Datoer ble endret") }, { "words", T("Tekst ble endret") } };

	for (size_t i = 0; i < sizeof(all) / sizeof(all[0]); i++)
		if (strcmp(all[i].kind, kind) == 0)
			return (tr(ctx->lang, all[i].words));
	return (kind);
}

/* Of a status the words say all; of the rest it is told what it was and became. */
static const char *
event_what(struct ctx *ctx, const struct calls_event *event)
{
	const char *words = event_words(ctx, event->kind);
	bool told = strcmp(event->kind, "frame") == 0 || strcmp(event->kind, "extended") == 0 ||
		    strcmp(event->kind, "dates") == 0 || strcmp(event->kind, "earmarks") == 0;

	if (!told || *event->became == '\0')
		return (words);
	return (tr_printf(ctx->arena, ctx->lang, "%s: fra %s til %s", words, event->was, event->became));
}

static void
add_events(struct html_scheme_publications *view, struct ctx *ctx, const struct calls_event *list, size_t n)
{
	struct html_scheme_publications_events *rows = arena_array(ctx->arena, n + 1, sizeof(*rows));

	for (size_t i = 0; i < n; i++)
		rows[i] = (struct html_scheme_publications_events){
			.name = tr_printf(ctx->arena, ctx->lang, "Utlysning %d, runde %d", list[i].year, list[i].round),
			.what = event_what(ctx, &list[i]),
			.when = instant_long(ctx->arena, list[i].at, ctx->lang),
			.by = list[i].by,
			.proposed_by = text_blank(list[i].proposed_by) ? NULL : list[i].proposed_by,
			.why = text_blank(list[i].why) ? lang_pick(&list[i].reason, ctx->lang) : list[i].why,
		};
	view->events = rows;
	view->n_events = n;
}

enum status
calls_view_standing(struct html_scheme_publications *view, struct ctx *ctx, const struct scheme_work *work)
{
	struct html_scheme_publications_calls *rows;
	struct calls_in_force in_force;
	struct calls_event *events;
	enum status st;
	size_t n;

	if ((st = calls_in_force(&in_force, ctx, work->scheme_id)) != OK ||
	    (st = calls_history(&events, &n, ctx, work->scheme_id)) != OK)
		return (st);
	rows = arena_array(ctx->arena, in_force.n + 1, sizeof(*rows));
	/* The newest is what one comes for. */
	for (size_t i = 0; i < in_force.n; i++)
		rows[i] = call_row(ctx, &in_force.calls[in_force.n - 1 - i].call);
	view->calls = rows;
	view->n_calls = in_force.n;
	if (work->calls_draft_id != 0)
		view->calls_draft_url = arena_printf(ctx->arena, "/ordningsarbeid/%" PRId64, work->calls_draft_id);
	add_events(view, ctx, events, n);
	return (OK);
}

/* ------------------------------------------------------------------------------------------ a draft */

/* "Frist 01.03.2027", as it is written so far. */
static const char *
times_written(struct scheme_form *form, const char *path)
{
	struct arena *arena = form->ctx->arena;
	const struct vocabulary_element *call = vocabulary_element(&call_vocabulary, "call");
	const char *opens = document_value(arena, form->doc, arena_printf(arena, "%s@opens", path)),
		   *closes = document_value(arena, form->doc, arena_printf(arena, "%s@closes", path));

	if (*opens == '\0' || *closes == '\0')
		return (NULL);
	return (tr_printf(arena, form->ctx->lang, "Åpner %s, frist %s",
	    document_value_shown(arena, vocabulary_attribute(call, "opens"), opens),
	    document_value_shown(arena, vocabulary_attribute(call, "closes"), closes)));
}

static const char *
count_wrong(struct ctx *ctx, size_t n)
{
	return (arena_printf(ctx->arena, tr_plural(ctx->lang, "%s ting må rettes", "%s ting må rettes", (int64_t)n),
	    money_count(ctx->arena, (int64_t)n)));
}

static struct html_part_task_list_tasks
call_task(struct scheme_form *form, const char *url, const struct xml_node *call)
{
	struct ctx *ctx = form->ctx;
	const char *path = document_path(ctx->arena, call);
	size_t missing, n = scheme_checked_inside(&missing, form->checked, path);

	return ((struct html_part_task_list_tasks){ .id = arena_printf(ctx->arena, "del-%s", path),
	    .url = arena_printf(ctx->arena, "%s/element?sti=%s", url, scheme_form_query(ctx->arena, path)),
	    .title = scheme_form_title(form, call, vocabulary_element(&call_vocabulary, "call")),
	    .hint = n == 0 ? times_written(form, path) : count_wrong(ctx, n),
	    .done = n == 0,
	    .started = n > 0 && n == missing,
	    .wrong = n > missing });
}

/* Contact and usual deadlines: what is wrong and stands in no call. */
static struct html_part_task_list_tasks
shared_task(struct ctx *ctx, const struct scheme_draft *draft, const char *url, const struct scheme_checked *checked)
{
	const struct scheme_part *part = scheme_part_at(draft, 1);
	size_t n = 0;

	for (size_t i = 0; i < checked->n; i++)
		n += scheme_part_of(draft, checked->messages[i].path) == part && *checked->messages[i].path != '\0';
	return ((struct html_part_task_list_tasks){ .id = "del-felles",
	    .url = arena_printf(ctx->arena, "%s/del/%s", url, part->slug),
	    .title = tr(ctx->lang, part->title),
	    .hint = n == 0 ? tr(ctx->lang, part->lead) : count_wrong(ctx, n),
	    .done = n == 0,
	    .wrong = n > 0 });
}

void
calls_view_tasks(struct html_scheme_draft *view, struct ctx *ctx, const struct scheme_draft *draft,
    const struct scheme_checked *checked)
{
	struct scheme_form form = {
		.ctx = ctx, .vocabulary = &call_vocabulary, .doc = checked->doc, .checked = checked
	};
	size_t n = checked->doc == NULL ? 0 : document_count(checked->doc->root, "call"), i = 0;
	struct html_part_task_list_tasks *tasks = arena_array(ctx->arena, n + 1, sizeof(*tasks));

	for (const struct xml_node *call = n == 0 ? NULL : xml_child(checked->doc->root, "call"); call != NULL;
	     call = xml_next(call, "call"))
		tasks[i++] = call_task(&form, view->url, call);
	tasks[i++] = shared_task(ctx, draft, view->url, checked);
	view->part_task_list = (struct html_part_task_list){ .tasks = tasks, .n_tasks = i };
	if (draft->open)
		view->add_url = arena_printf(ctx->arena, "%s/element?sti=call%%2B1", view->url);
	if (draft->open && n > 0)
		view->order_url = arena_printf(ctx->arena, "%s/del/utlysninger", view->url);
}
