/* delegation.c — a case's sum finds its decider; the rest is who must keep away. */
#include "domain/delegation.h"

#include <string.h>

#include "core/catalogue.h"

const char *
delegation_body(const struct scheme *scheme, money proposed)
{
	return (scheme_level(scheme, proposed)->body);
}

/* What keeps anyone from either: role, four eyes, impartiality. */
static enum delegation_refusal
refuse(const struct delegation_act *act)
{
	if (act->role != ROLE_LEADER)
		return (DELEGATION_ROLE);
	if (act->proposed_by != 0 && act->proposed_by == act->user_id)
		return (DELEGATION_FOUR_EYES);
	return (act->impartial ? DELEGATION_OK : DELEGATION_UNDECLARED);
}

enum delegation_refusal
delegation_decide(const struct scheme *scheme, const struct delegation_act *act)
{
	if (act->role == ROLE_LEADER && delegation_body(scheme, act->sum) != NULL)
		return (DELEGATION_BODY);
	return (refuse(act));
}

enum delegation_refusal
delegation_register(const struct scheme *scheme, const struct delegation_act *act, const char *body)
{
	const char *right = delegation_body(scheme, act->sum);

	if (act->role != ROLE_LEADER && act->role != ROLE_OFFICER)
		return (DELEGATION_ROLE);
	if (right == NULL)
		return (DELEGATION_LEADER);
	if (strcmp(right, body) != 0)
		return (DELEGATION_BODY);
	/* Registering is writing down what others decided: whoever proposed may do it, a person with a conflict may
	 * not. */
	return (act->impartial ? DELEGATION_OK : DELEGATION_UNDECLARED);
}

const char *
delegation_text(enum delegation_refusal refusal, enum lang lang)
{
	switch (refusal) {
	case DELEGATION_ROLE:
		return (tr(lang, "Bare lederen kan avgjøre saker etter delegasjon."));
	case DELEGATION_BODY:
		return (tr(lang, "Saken hører til et politisk organ. Registrer vedtaket organet har gjort."));
	case DELEGATION_LEADER:
		return (tr(lang, "Saken er delegert til lederen og skal ikke registreres som et politisk vedtak."));
	case DELEGATION_FOUR_EYES:
		return (tr(lang, "Du har selv foreslått summen. En annen må avgjøre saken."));
	case DELEGATION_UNDECLARED:
		return (tr(lang, "Ta stilling til om du er inhabil i saken, før du avgjør den."));
	default:
		return ("");
	}
}

bool
delegation_departs(enum outcome recommended, money proposed, enum outcome decided, money awarded)
{
	return (recommended != decided || money_cmp(proposed, awarded) != 0);
}
