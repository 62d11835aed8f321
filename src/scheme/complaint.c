/* complaint.c — fills the complaints in. */
#include "scheme/complaint.h"

#include "core/text.h"

#define COMPLAINT_TEXTS(name, nb, nn, en) { { nb, nn, en } },
static const struct lang_text texts[] = { COMPLAINT_LIST(COMPLAINT_TEXTS) };
#undef COMPLAINT_TEXTS

char *
complaint_text(struct arena *arena, enum lang lang, enum complaint complaint, const char *const *args)
{
	return (text_fill(arena, texts[complaint].in[lang], args, COMPLAINT_MAX_ARGS));
}
