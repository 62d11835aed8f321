/* form_view_why.c — "Hvorfor spør vi om dette?": every question says what its answer is used for (R11, R88). */
#include "core/buf.h"
#include "core/catalogue.h"
#include "web/form_view_parts.h"

static const struct {
	enum field_use use;
	const char *text;
} uses[] = {
	{ USE_ELIGIBILITY, T("Svaret viser om tiltaket er innenfor reglene for ordningen.") },
	{ USE_AMOUNT, T("Svaret brukes når vi regner ut hvor mye dere kan få.") },
	{ USE_STATISTICS, T("Svaret blir med i åpen statistikk over tilskudd.") },
	{ USE_CONTACT, T("Vi trenger det for å kunne kontakte dere om søknaden.") },
	{ USE_PAYMENT, T("Vi trenger det for å kunne betale ut tilskuddet.") },
	{ USE_CONTROL, T("Vi bruker svaret når vi kontrollerer at tilskuddet er brukt slik det skal.") },
	{ USE_CASE, T("Svaret følger saken i lister, brev og arkiv.") },
};

static void
add(struct buf *out, const char *sentence)
{
	buf_printf(out, "%s%s", out->len == 0 ? "" : " ", sentence);
}

const char *
field_why(struct arena *arena, const struct scheme *scheme, const struct scheme_field *field, enum lang lang)
{
	const char *own = lang_pick(&field->why, lang);
	const struct scheme_criterion *criterion;
	struct buf out = buf_new(arena);

	if (*own != '\0')
		return (own);
	if ((field->uses & USE_CRITERION) != 0 && field->use_criterion != NULL &&
	    (criterion = scheme_criterion(scheme, field->use_criterion)) != NULL && !criterion->internal)
		add(&out,
		    tr_printf(arena, lang, "Svaret brukes når vi vurderer «%s».", lang_pick(&criterion->name, lang)));
	for (size_t i = 0; i < sizeof(uses) / sizeof(uses[0]); i++)
		if ((field->uses & uses[i].use) != 0)
			add(&out, tr(lang, uses[i].text));
	return (buf_text(&out));
}
