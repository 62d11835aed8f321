/* complaint.c — fills the complaints in. */
#include "scheme/complaint.h"

#include "core/text.h"

#define COMPLAINT_TEXTS(name, nb, en) { nb, en },
static const struct {
	const char *nb, *en;
} texts[] = { COMPLAINT_LIST(COMPLAINT_TEXTS) };
#undef COMPLAINT_TEXTS

char *
complaint_text(struct arena *arena, enum lang lang, enum complaint complaint, const char *const *args)
{
	return (
	    text_fill(arena, lang == LANG_EN ? texts[complaint].en : texts[complaint].nb, args, COMPLAINT_MAX_ARGS));
}
