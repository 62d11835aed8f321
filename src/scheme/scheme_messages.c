/* scheme_messages.c — gathers what is wrong with a scheme, a bounded number of messages in one language. */
#include "scheme/scheme_messages.h"

#include <string.h>

#include "core/buf.h"
#include "core/text.h"

#define EXCERPT 40

struct scheme_messages
scheme_messages_new(struct arena *arena, enum lang lang)
{
	return ((struct scheme_messages){ .name = "", .lang = lang, .arena = arena });
}

static void
grow(struct scheme_messages *messages)
{
	size_t cap = messages->cap == 0 ? 8 : messages->cap * 2;
	struct scheme_message *list = arena_array(messages->arena, cap, sizeof(*list));

	if (messages->n > 0)
		memcpy(list, messages->list, messages->n * sizeof(*list));
	messages->list = list;
	messages->cap = cap;
}

void
scheme_messages_add(struct scheme_messages *messages, int line, const char *text)
{
	if (messages->n == SCHEME_MAX_MESSAGES) {
		messages->more = true;
		return;
	}
	if (messages->n == messages->cap)
		grow(messages);
	messages->list[messages->n++] = (struct scheme_message){ .line = line, .text = text };
}

void
scheme_complain(struct scheme_messages *messages, int line, enum complaint complaint, const char *const *args)
{
	size_t n = messages->n;

	scheme_messages_add(messages, line, complaint_text(messages->arena, messages->lang, complaint, args));
	if (messages->n == n)
		return;
	messages->list[n].complaint = complaint;
	for (size_t i = 0; i < COMPLAINT_MAX_ARGS && args[i] != NULL; i++)
		messages->list[n].args[i] = arena_strdup(messages->arena, args[i]);
}

void
scheme_messages_sort(struct scheme_messages *messages)
{
	for (size_t i = 1; i < messages->n; i++) {
		struct scheme_message moving = messages->list[i];
		size_t k = i;

		for (; k > 0 && messages->list[k - 1].line > moving.line; k--)
			messages->list[k] = messages->list[k - 1];
		messages->list[k] = moving;
	}
}

void
scheme_message_place(const char **name, int *line, const struct scheme_messages *messages, size_t i)
{
	int shared = messages->list[i].line / SCHEME_SHARED_LINE;

	*line = messages->list[i].line % SCHEME_SHARED_LINE;
	*name = shared == 0 ? messages->name : messages->shared[shared - 1];
}

char *
scheme_message_line(const struct scheme_messages *messages, size_t i)
{
	const char *name, *text = messages->list[i].text;
	int line;

	scheme_message_place(&name, &line, messages, i);
	if (line == 0)
		return (arena_printf(messages->arena, "%s: %s", name, text));
	return (arena_printf(messages->arena, "%s:%d: %s", name, line, text));
}

const char *
scheme_suggestion(const struct scheme_messages *messages, const char *near)
{
	const char *args[COMPLAINT_MAX_ARGS] = { near };

	return (near == NULL ? "" : complaint_text(messages->arena, messages->lang, SUGGESTION, args));
}

const char *
text_excerpt(struct arena *arena, const char *text)
{
	const char *at = text, *end = text + strlen(text), *before;
	struct buf out = buf_new(arena);

	for (size_t n = 0; at < end; n++) {
		before = at;
		if (text_next(&at, end) == '\n' || n == EXCERPT) {
			buf_puts(&out, "...");
			break;
		}
		buf_add(&out, before, (size_t)(at - before));
	}
	return (buf_text(&out));
}
