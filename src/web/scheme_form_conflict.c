/* scheme_form_conflict.c — tells somebody who wrote what others saved meanwhile: who, when, what, and where it stands.
 */
#include "web/scheme_form_conflict.h"

#include <string.h>

#include "core/catalogue.h"
#include "core/text.h"

const char *
scheme_form_conflict_of(const struct scheme_form *form, const char *name, const char *theirs)
{
	for (size_t i = 0; i < form->n_conflicts; i++)
		if (strcmp(form->conflicts[i].name, name) == 0)
			return (tr_printf(form->ctx->arena, form->ctx->lang,
			    "%s lagret: «%s». Ditt svar står i feltet og er ikke lagret ennå. Lagrer du igjen, er det "
			    "ditt som gjelder.",
			    form->conflict_by[i], theirs == NULL ? form->conflicts[i].theirs : theirs));
	return (NULL);
}

enum status
scheme_form_savers(const char ***by, struct ctx *ctx, const struct scheme_draft *draft,
    const struct scheme_draft_saved *saved, int seen)
{
	struct scheme_draft_state *states;
	enum status st;
	size_t n;

	if ((st = scheme_draft_states(&states, &n, ctx, draft->id)) != OK)
		return (st);
	*by = arena_array(ctx->arena, saved->n_conflicts + 1, sizeof(**by));
	for (size_t i = 0; i < saved->n_conflicts; i++) {
		size_t at = 0;

		while (at < n && states[at].version > seen && !text_lists(states[at].what, saved->conflicts[i].name))
			at++;
		if (at == n || states[at].version <= seen)
			at = 0;
		(*by)[i] = n == 0 ? ""
				  : arena_printf(ctx->arena, "%s, %s,", states[at].changed_by,
					instant_long(ctx->arena, states[at].changed_at, ctx->lang));
	}
	return (OK);
}

/* "Formål (nb)", "Høyst i kroner" */
static const char *
name_of(const struct scheme_form *form, const char *name)
{
	struct arena *arena = form->ctx->arena;
	const char *sign = name + strcspn(name, "@="), *label;
	const struct vocabulary_element *kind;
	char cardinality;

	kind = document_kind(&cardinality, form->vocabulary, arena_strndup(arena, name, (size_t)(sign - name)));
	label = vocabulary_words(form->ctx->lang, form->vocabulary, kind, *sign == '@' ? sign + 1 : NULL).label;
	return (*sign == '@' ? label : arena_printf(arena, "%s (%s)", label, sign + 1));
}

void
scheme_form_conflicts(struct html_scheme_part *view, const struct scheme_form *form, const struct scheme_draft *draft)
{
	struct arena *arena = form->ctx->arena;
	enum lang lang = form->ctx->lang;
	struct html_scheme_part_met *met = arena_array(arena, form->n_conflicts + 1, sizeof(*met));

	for (size_t i = 0; i < form->n_conflicts; i++)
		met[i] = (struct html_scheme_part_met){ .anchor = arena_printf(
							    arena, EDIT_ANCHOR "%s", form->conflicts[i].name),
			.text = name_of(form, form->conflicts[i].name) };
	view->met = met;
	view->n_met = form->n_conflicts;
	if (form->n_conflicts > 0)
		view->conflict = tr_printf(arena, lang,
		    "%s lagret utkastet sist, %s. Alt du skrev, står i feltene. Dette er ikke lagret ennå:",
		    draft->changed_by, instant_long(arena, draft->changed_at, lang));
}
