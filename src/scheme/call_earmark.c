/* call_earmark.c — how much is kept under a scheme's earmarks: what its call says, and the scheme where that is silent.
 */
#include "scheme/call_earmark.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "core/buf.h"

#define WHOLE_BP 10000

char *
call_earmarks_write(struct arena *arena, const struct call_earmark *list, size_t n)
{
	struct buf out = buf_new(arena);

	for (size_t i = 0; i < n; i++) {
		buf_printf(&out, "%s%s=", i == 0 ? "" : " ", list[i].id);
		if (list[i].share >= 0)
			buf_printf(&out, "%" PRId32 "bp", list[i].share);
		else
			buf_printf(&out, "%" PRId64, list[i].sum.ore);
	}
	return (arena_strdup(arena, buf_text(&out)));
}

/* The value behind "=". */
static struct call_earmark
value_of(const char *value)
{
	char *end;
	int64_t number = strtoll(value, &end, 10);

	if (*end == 'b')
		return ((struct call_earmark){ .share = (share_bp)number });
	return ((struct call_earmark){ .share = -1, .sum = { number } });
}

bool
call_earmark_next(struct call_earmark *out, struct arena *arena, const char **at)
{
	size_t len = *at == NULL ? 0 : strcspn(*at, "=");

	if (*at == NULL || (*at)[len] == '\0')
		return (false);
	*out = value_of(*at + len + 1);
	out->id = arena_strndup(arena, *at, len);
	*at += len + 1;
	*at += strcspn(*at, " ");
	*at += strspn(*at, " ");
	return (true);
}

bool
earmark_said(struct call_earmark *out, const struct scheme_earmark *earmark, const char *said)
{
	size_t len = strlen(earmark->id);

	for (const char *at = said; at != NULL && *at != '\0'; at += strcspn(at, " "), at += strspn(at, " "))
		if (strncmp(at, earmark->id, len) == 0 && at[len] == '=') {
			*out = value_of(at + len + 1);
			out->id = earmark->id;
			return (true);
		}
	return (false);
}

money
earmark_reserved(const struct scheme_earmark *earmark, const char *said, money frame)
{
	struct call_earmark size = { .share = earmark->share, .sum = earmark->sum };

	(void)earmark_said(&size, earmark, said);
	if (size.share >= 0)
		return (money_share(frame, size.share, WHOLE_BP));
	return (size.sum.ore < 0 ? MONEY_ZERO : size.sum);
}
