/* earmark.c — sums under each earmark against what is kept for it. */
#include "domain/earmark.h"

#include <string.h>

#include "core/buf.h"
#include "core/catalogue.h"
#include "domain/amount.h"

static void
use_of(struct earmark_use *out, const struct scheme_earmark *earmark, money reserved,
    const struct earmark_claim *claims, size_t n)
{
	money left;

	*out = (struct earmark_use){ .earmark = earmark, .reserved = reserved };
	for (size_t i = 0; i < n; i++)
		if (claims[i].earmark != NULL && strcmp(claims[i].earmark, earmark->id) == 0)
			out->used = money_add(out->used, claims[i].sum);
	left = money_sub(out->reserved, out->used);
	out->left = left.ore > 0 ? left : MONEY_ZERO;
}

void
earmark_uses_of(struct earmark_uses *out, struct arena *arena, const struct scheme *scheme, const char *said,
    money frame, const struct earmark_claim *claims, size_t n)
{
	const struct scheme_sharing *sharing = &scheme->sharing;
	money sum = MONEY_ZERO, over;

	*out = (struct earmark_uses){ .list = arena_array(arena, sharing->n_earmarks, sizeof(*out->list)) };
	for (size_t i = 0; i < n; i++)
		sum = money_add(sum, claims[i].sum);
	for (size_t i = 0; i < sharing->n_earmarks; i++) {
		use_of(&out->list[out->n], &sharing->earmarks[i], earmark_reserved(&sharing->earmarks[i], said, frame),
		    claims, n);
		if (!sharing->earmarks[i].unused_to_others)
			out->kept = money_add(out->kept, out->list[out->n].left);
		out->n++;
	}
	over = money_sub(money_add(sum, out->kept), frame);
	/* Sums beyond the frame itself are told of the frame. */
	over = money_min(over, out->kept);
	out->over = over.ore > 0 ? over : MONEY_ZERO;
}

const char *
call_earmarks_text(struct arena *arena, const char *said, enum lang lang)
{
	struct buf out = buf_new(arena);
	struct call_earmark one;

	while (call_earmark_next(&one, arena, &said))
		buf_printf(&out, "%s%s", out.len == 0 ? "" : ", ",
		    tr_printf(arena, lang, "%s til «%s»",
			one.share >= 0 ? share_text(arena, one.share, lang) : money_show(arena, one.sum), one.id));
	return (arena_strdup(arena, buf_text(&out)));
}

const char *
earmark_use_text(struct arena *arena, const struct earmark_use *use, enum lang lang)
{
	return (tr_printf(arena, lang, "Øremerket: %s. Holdt av %s, brukt %s, igjen %s.",
	    lang_pick(&use->earmark->name, lang), money_show(arena, use->reserved), money_show(arena, use->used),
	    money_show(arena, use->left)));
}
