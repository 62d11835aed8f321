/* scheme_form_place.c — what stands in front in a form and what behind "Flere valg", by what is chosen elsewhere in it.
 */
#include <string.h>

#include "scheme/document_edit.h"
#include "web/scheme_form.h"

/* What has no meaning without marks stays behind "Flere valg" until there are marks. */
static bool
is_of_marks(const char *attribute)
{
	static const char *const of_marks[] = { "scale", "weight", "min-mark", "below" };

	for (size_t i = 0; attribute != NULL && i < sizeof(of_marks) / sizeof(of_marks[0]); i++)
		if (strcmp(attribute, of_marks[i]) == 0)
			return (true);
	return (false);
}

/* What kinds of call need, and what the others have no use for; "" is the element itself. */
static const struct {
	const char *element, *attribute, *kind;
	enum scheme_form_place place;
} of_calls[] = {
	{ "call", "main-closes", "main-then-continuous", FORM_IN_FRONT },
	{ "answer", "weeks", "continuous", FORM_IN_FRONT },
	{ "answer", "weeks", "main-then-continuous", FORM_IN_FRONT },
	{ "answer", "weeks", "relative", FORM_IN_FRONT },
	{ "answer", "by", "continuous", FORM_BEHIND },
	{ "answer", "by", "relative", FORM_BEHIND },
	{ "before-start", "", "relative", FORM_IN_FRONT },
};

static enum scheme_form_place
of_call(const struct scheme_form *form, const char *path, const char *element, const char *attribute)
{
	struct arena *arena = form->ctx->arena;
	const char *call = arena_strndup(arena, path, strcspn(path, "/"));
	const char *kind = scheme_form_value(form, arena_printf(arena, "%s@kind", call));

	/* A call has a contact of its own when somebody else than the usual one answers. */
	if (strcmp(element, "contact") == 0 && attribute == NULL && strchr(path, '/') != NULL)
		return (FORM_BEHIND);
	for (size_t i = 0; i < sizeof(of_calls) / sizeof(of_calls[0]); i++)
		if (strcmp(of_calls[i].element, element) == 0 &&
		    strcmp(of_calls[i].attribute, attribute == NULL ? "" : attribute) == 0 &&
		    strcmp(of_calls[i].kind, kind) == 0)
			return (of_calls[i].place);
	return (FORM_AS_USUAL);
}

enum scheme_form_place
scheme_form_place(
    const struct scheme_form *form, const char *path, const struct vocabulary_element *kind, const char *attribute)
{
	if (form->vocabulary == &call_vocabulary)
		return (of_call(form, path, kind->key, attribute));
	if (strncmp(path, "criteria", 8) == 0 && is_of_marks(attribute) &&
	    strcmp(document_value(form->ctx->arena, form->doc, "criteria@method"), "overall") == 0)
		return (FORM_BEHIND);
	return (FORM_AS_USUAL);
}
