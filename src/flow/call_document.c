/* call_document.c — writes calls as they stand as the document their editor works on. */
#include "flow/call_document.h"

#include <string.h>

#include "core/buf.h"
#include "core/text.h"
#include "scheme/call_compile.h"
#include "scheme/call_earmark.h"
#include "scheme/scheme_check.h"
#include "xml/xml_write.h"

struct writing {
	struct arena *arena;
	struct buf out;
	const struct call_contact *contact;
};

static void
attribute(struct writing *w, const char *name, const char *value)
{
	if (text_blank(value))
		return;
	buf_printf(&w->out, " %s=\"", name);
	xml_escape_attribute(&w->out, value);
	buf_putc(&w->out, '"');
}

static void
number(struct writing *w, const char *name, int value)
{
	attribute(w, name, value == 0 ? "" : arena_printf(w->arena, "%d", value));
}

static void
day(struct writing *w, const char *name, struct date value)
{
	attribute(w, name, date_none(value) ? "" : date_iso(w->arena, value));
}

/* "2026-02-01", with the time when it isn't the usual one. */
static const char *
moment_text(struct arena *arena, instant at, int usual_hour)
{
	int hour, minute, second;

	instant_clock(at, &hour, &minute, &second);
	if (hour == usual_hour && minute == 0)
		return (date_iso(arena, instant_day(at)));
	return (arena_printf(arena, "%s %02d:%02d", date_iso(arena, instant_day(at)), hour, minute));
}

/* Midnight is the end of the day before it. */
static const char *
closing_text(struct arena *arena, instant at)
{
	int hour, minute, second;

	if (at == 0)
		return ("");
	instant_clock(at, &hour, &minute, &second);
	if (hour == 0 && minute == 0)
		return (date_iso(arena, date_add_days(instant_day(at), -1)));
	return (arena_printf(arena, "%s %02d:%02d", date_iso(arena, instant_day(at)), hour, minute));
}

static void
texts(struct writing *w, const struct lang_text *text)
{
	for (enum lang lang = 0; lang < LANG__MAX; lang++) {
		if (text_blank(text->in[lang] == NULL ? "" : text->in[lang]))
			continue;
		buf_printf(&w->out, "<%s>", lang_code(lang));
		xml_escape_text(&w->out, text->in[lang]);
		buf_printf(&w->out, "</%s>", lang_code(lang));
	}
}

/* Ends the tag under way, with texts inside when there are any. */
static void
element_end(struct writing *w, const char *name, const struct lang_text *text)
{
	if (text == NULL || text_blank(lang_pick(text, LANG_NB))) {
		buf_puts(&w->out, "/>\n");
		return;
	}
	buf_putc(&w->out, '>');
	texts(w, text);
	buf_printf(&w->out, "</%s>\n", name);
}

static void
said(struct writing *w, const char *name, const struct lang_text *text)
{
	if (text_blank(lang_pick(text, LANG_NB)))
		return;
	buf_printf(&w->out, "    <%s", name);
	element_end(w, name, text);
}

/* ------------------------------------------------------------------------------------------ one call */

static void
write_times(struct writing *w, const struct call *call)
{
	if (!date_none(call->covers_from)) {
		buf_puts(&w->out, "    <covers");
		day(w, "from", call->covers_from);
		day(w, "to", call->covers_to);
		element_end(w, "covers", NULL);
	}
	if (call->before_start.count > 0) {
		buf_puts(&w->out, "    <before-start");
		number(w, "count", call->before_start.count);
		attribute(w, "unit", call_unit_code(call->before_start.unit));
		element_end(w, "before-start", NULL);
	}
}

static void
write_earmarks(struct writing *w, const struct call *call)
{
	const char *at = call->earmarks;
	struct call_earmark one;

	while (call_earmark_next(&one, w->arena, &at)) {
		buf_puts(&w->out, "    <earmark");
		attribute(w, "id", one.id);
		if (one.share >= 0)
			attribute(w, "share", percent_text(w->arena, one.share));
		else
			buf_printf(&w->out, " nok=\"%lld\"", (long long)(one.sum.ore / 100));
		element_end(w, "earmark", NULL);
	}
}

static void
write_money(struct writing *w, const struct call *call, const struct call_notes *notes)
{
	bool shared = *call->frame_owner != '\0';

	if (call->frame.ore > 0 || call->conditional) {
		buf_puts(&w->out, "    <frame");
		attribute(w, "shared-with", call->frame_owner);
		if (call->frame.ore > 0 && !shared)
			buf_printf(&w->out, " nok=\"%lld\"", (long long)(call->frame.ore / 100));
		attribute(w, "conditional", call->conditional ? "yes" : "");
		element_end(w, "frame", &notes->condition);
	}
	write_earmarks(w, call);
	buf_puts(&w->out, "    <answer");
	day(w, "by", call->answer_by);
	number(w, "weeks", call->answer_weeks);
	element_end(w, "answer", NULL);
}

static void
write_contact(struct writing *w, const char *indent, const struct call_contact *contact)
{
	buf_printf(&w->out, "%s<contact", indent);
	attribute(w, "name", contact->name);
	attribute(w, "phone", contact->phone);
	attribute(w, "email", contact->email);
	element_end(w, "contact", NULL);
}

static void
write_own_contact(struct writing *w, const struct call *call)
{
	const struct call_contact own = { call->contact_name, call->contact_phone, call->contact_email };

	if (strcmp(own.name, w->contact->name) != 0 || strcmp(own.phone, w->contact->phone) != 0 ||
	    strcmp(own.email, w->contact->email) != 0)
		write_contact(w, "    ", &own);
}

static void
write_happened(struct writing *w, const struct call *call, const struct call_notes *notes)
{
	for (size_t i = 0; i < notes->n_extended; i++) {
		buf_puts(&w->out, "    <extended");
		attribute(w, "from", closing_text(w->arena, notes->extended[i].from));
		day(w, "on", notes->extended[i].decided_on);
		element_end(w, "extended", &notes->extended[i].why);
	}
	if (notes->usual.month != 0) {
		buf_puts(&w->out, "    <changed");
		attribute(w, "usual", month_day_write(w->arena, notes->usual));
		element_end(w, "changed", &notes->changed);
	}
	if (call->status != CALL_ANNOUNCED) {
		buf_printf(&w->out, "    <%s", call_status_code(call->status));
		day(w, "on", call->status_on);
		element_end(w, call_status_code(call->status), &notes->status);
	}
	for (size_t i = 0; i < notes->n_upstream; i++) {
		buf_puts(&w->out, "    <upstream");
		attribute(w, "body", call_body_code(notes->upstream[i].body));
		day(w, "closes", notes->upstream[i].closes_on);
		element_end(w, "upstream", &notes->upstream[i].text);
	}
}

static void
write_call(struct writing *w, const struct call_standing *standing)
{
	const struct call *call = &standing->call;

	buf_puts(&w->out, "  <call");
	number(w, "year", call->year);
	number(w, "round", call->round);
	attribute(w, "kind", call_kind_code(call->kind));
	attribute(w, "extra", call->extra ? "yes" : "");
	attribute(w, "opens", moment_text(w->arena, call->opens_at, 9));
	attribute(w, "closes", closing_text(w->arena, call->closes_at));
	attribute(w, "main-closes", closing_text(w->arena, call->main_closes_at));
	buf_puts(&w->out, ">\n");
	said(w, "title", &call->title);
	write_times(w, call);
	write_money(w, call, &standing->notes);
	write_own_contact(w, call);
	said(w, "message", &standing->notes.message);
	write_happened(w, call, &standing->notes);
	buf_puts(&w->out, "  </call>\n");
}

char *
call_document_make(struct arena *arena, const char *scheme_id, const struct call_contact *contact,
    const struct call_standing *standing, size_t n)
{
	struct writing w = { arena, buf_new(arena), contact };

	buf_printf(&w.out, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<calls xmlns=\"" CALL_NS "\" scheme=\"%s\">\n",
	    scheme_id);
	write_contact(&w, "  ", contact);
	for (size_t i = 0; i < n; i++)
		write_call(&w, &standing[i]);
	buf_puts(&w.out, "</calls>\n");
	return (arena_strdup(arena, buf_text(&w.out)));
}
