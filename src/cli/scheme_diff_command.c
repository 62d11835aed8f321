/* scheme_diff_command.c — "tilskudd scheme diff": what differs between two versions, and whom it touches. */
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "cli/scheme_source.h"
#include "core/catalogue.h"
#include "core/text.h"

/* What is written: the changes, and what they reach where there is a database to ask. */
struct told {
	const struct scheme_source *before, *after;
	struct scheme_changes changes;
	struct scheme_reach reach;
	bool has_reach;
};

static void
json_source(struct json *json, const char *name, const struct scheme_source *source)
{
	json_open(json, name, '{');
	json_text(json, "name", source->name);
	json_text(json, "id", source->scheme->id);
	json_text(json, "version", source->scheme->version_hash);
	if (source->published)
		json_int(json, "number", source->publication.number);
	json_close(json, '}');
}

static void
json_change(struct json *json, const struct told *told, size_t i)
{
	const struct scheme_change *change = &told->changes.list[i];

	json_open(json, NULL, '{');
	json_text(json, "class", change_class_code(change->class));
	json_bool(json, "stricter", change->stricter);
	json_bool(json, "internal", change->internal);
	json_text(json, "element", change->element);
	json_text(json, "id", *change->id == '\0' ? NULL : change->id);
	json_text(json, "question", change->field);
	json_text(json, "text", change->text);
	json_text(json, "before", change->before);
	json_text(json, "after", change->after);
	if (told->has_reach && change->class != CHANGE_FROZEN)
		json_int(json, "drafts", told->reach.touched[i]);
	json_close(json, '}');
}

static void
json_reach(struct json *json, const struct scheme_reach *reach)
{
	json_open(json, "reach", '{');
	json_int(json, "open_calls", reach->open_calls);
	json_int(json, "coming_calls", reach->coming_calls);
	json_int(json, "drafts", reach->drafts);
	json_int(json, "undecided", reach->undecided);
	json_int(json, "sent", reach->sent);
	json_close(json, '}');
}

static void
write_json(struct buf *out, const struct told *told, enum lang lang)
{
	struct json json = json_new(out);

	json_open(&json, NULL, '{');
	json_source(&json, "before", told->before);
	json_source(&json, "after", told->after);
	for (enum change_class class = 0; class < CHANGE__MAX; class ++)
		json_int(&json, change_class_code(class), (int64_t)told->changes.of_class[class]);
	json_open(&json, "changes", '[');
	for (size_t i = 0; i < told->changes.n; i++)
		json_change(&json, told, i);
	json_close(&json, ']');
	if (told->has_reach)
		json_reach(&json, &told->reach);
	json_text(&json, "warning", told->changes.stricter ? scheme_changes_warning(&told->changes, lang) : NULL);
	json_close(&json, '}');
}

/* What is tested stands behind the sentence, for those who read expressions. */
static void
write_expression(struct buf *out, const struct scheme_change *change)
{
	if (change->is_expression)
		buf_printf(out, " (%s → %s)", change->before == NULL ? "–" : change->before,
		    change->after == NULL ? "–" : change->after);
}

static void
write_class(struct buf *out, const struct told *told, enum change_class class, enum lang lang)
{
	if (told->changes.of_class[class] == 0)
		return;
	buf_printf(out, "%s (%zu)\n", change_class_text(class, lang), told->changes.of_class[class]);
	for (size_t i = 0; i < told->changes.n; i++) {
		const struct scheme_change *change = &told->changes.list[i];

		if (change->class != class)
			continue;
		buf_printf(out, "  - %s", change->text);
		write_expression(out, change);
		if (told->has_reach && class == CHANGE_CONFIRM && told->reach.drafts > 0)
			buf_printf(out, " [%" PRId64 " %s]", told->reach.touched[i], tr(lang, "utkast"));
		buf_putc(out, '\n');
	}
	buf_putc(out, '\n');
}

static void
write_reach(struct buf *out, const struct scheme_reach *reach, enum lang lang)
{
	buf_printf(out,
	    tr(lang,
		"Åpne utlysninger: %d. Utlysninger som kommer: %d. Utkast i dem: %d. Sendte saker som beholder sin "
		"versjon: %d, %d av dem uten vedtak.\n"),
	    (int)reach->open_calls, (int)reach->coming_calls, (int)reach->drafts, (int)reach->sent,
	    (int)reach->undecided);
}

static void
write_text(struct buf *out, const struct told *told, enum lang lang)
{
	const char *warning = scheme_changes_warning(&told->changes, lang);

	buf_printf(out, "%s (%.12s) → %s (%.12s)\n\n", told->before->name, told->before->scheme->version_hash,
	    told->after->name, told->after->scheme->version_hash);
	if (told->changes.n == 0)
		buf_printf(out, "%s\n", tr(lang, "De sier det samme."));
	write_class(out, told, CHANGE_CONFIRM, lang);
	write_class(out, told, CHANGE_FROZEN, lang);
	write_class(out, told, CHANGE_SAFE, lang);
	if (told->has_reach)
		write_reach(out, &told->reach, lang);
	if (*warning != '\0')
		buf_printf(out, "%s\n", warning);
}

/* Two files are compared without a database when there is none. */
static bool
reach(struct told *told, struct scheme_request *request)
{
	enum status st;

	if (request->ctx->db == NULL && text_blank(getenv("TILSKUDD_DB")))
		return (true);
	if (!scheme_request_database(request))
		return (false);
	if ((st = scheme_reach_of(&told->reach, request->ctx, told->before->scheme->id, &told->changes)) != OK) {
		(void)scheme_request_failed("diff", "what it touches could not be counted: %s", status_text(st));
		return (false);
	}
	return (told->has_reach = true);
}

int
scheme_diff_run(struct scheme_request *request)
{
	struct buf out = buf_new(request->ctx->arena);
	struct scheme_source before, after;
	struct told told = { .before = &before, .after = &after };
	enum lang lang = request->ctx->lang;

	if (!scheme_source_get(&before, request, request->words[0]) ||
	    !scheme_source_get(&after, request, request->words[1]))
		return (EXIT_FAILED);
	if (strcmp(before.scheme->id, after.scheme->id) != 0)
		fprintf(stderr, tr(lang, "%s og %s er forskjellige ordninger\n"), before.scheme->id, after.scheme->id);
	if (scheme_diff(&told.changes, request->ctx->arena, before.xml, after.xml, lang) != OK)
		return (scheme_request_failed("diff", "a document could not be read"));
	if (!reach(&told, request))
		return (EXIT_FAILED);
	if (request->json)
		write_json(&out, &told, lang);
	else
		write_text(&out, &told, lang);
	return (scheme_request_print(&out));
}
