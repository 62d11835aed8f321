/* complaint.c — fills the complaints in. */
#include "scheme/complaint.h"

#include "core/buf.h"

#define COMPLAINT_TEXTS(name, nb, en) { nb, en },
static const struct {
	const char *nb, *en;
} texts[] = { COMPLAINT_LIST(COMPLAINT_TEXTS) };
#undef COMPLAINT_TEXTS

static bool
is_slot(const char *at)
{
	return (at[0] == '{' && at[1] >= '0' && at[1] < '0' + COMPLAINT_MAX_ARGS && at[2] == '}');
}

char *
complaint_text(struct arena *arena, enum lang lang, enum complaint complaint, const char *const *args)
{
	struct buf out = buf_new(arena);
	const char *at = lang == LANG_EN ? texts[complaint].en : texts[complaint].nb;

	for (; *at != '\0'; at++) {
		if (!is_slot(at)) {
			buf_putc(&out, *at);
			continue;
		}
		if (args[at[1] - '0'] != NULL)
			buf_puts(&out, args[at[1] - '0']);
		at += 2;
	}
	return (arena_strdup(arena, buf_text(&out)));
}
