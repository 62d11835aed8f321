/* case_state.c — from the state machine's words to people's. */
#include "domain/case_state.h"

#include <string.h>

#include "core/catalogue.h"

static const char *const codes[CASE__MAX] = { "draft", "submitted", "formal_check", "assessing", "assessed",
	"recommended", "decided", "notified", "closed", "withdrawn" };

const char *
case_state_code(enum case_state state)
{
	return (codes[state]);
}

bool
case_state_parse(enum case_state *out, const char *code)
{
	for (int i = 0; code != NULL && i < CASE__MAX; i++)
		if (strcmp(codes[i], code) == 0) {
			*out = (enum case_state)i;
			return (true);
		}
	return (false);
}

/* --- the status word --------------------------------------------------------------------------------------------- */

/* What applicants read while the case is ours. */
static const char *const applicant_words[CASE__MAX] = {
	[CASE_DRAFT] = T("Utkast, ikke sendt"),
	[CASE_SUBMITTED] = T("Sendt"),
	[CASE_FORMAL_CHECK] = T("Vi kontrollerer søknaden"),
	[CASE_ASSESSING] = T("Til vurdering"),
	[CASE_ASSESSED] = T("Til vurdering"),
	[CASE_RECOMMENDED] = T("Til vurdering"),
	[CASE_DECIDED] = T("Til vurdering"),
	[CASE_NOTIFIED] = T("Svar er sendt"),
	[CASE_CLOSED] = T("Avsluttet"),
	[CASE_WITHDRAWN] = T("Trukket"),
};

static const char *const officer_words[CASE__MAX] = {
	[CASE_DRAFT] = T("Utkast, ikke sendt"),
	[CASE_SUBMITTED] = T("Mottatt"),
	[CASE_FORMAL_CHECK] = T("Formalkontroll"),
	[CASE_ASSESSING] = T("Til vurdering"),
	[CASE_ASSESSED] = T("Vurdert"),
	[CASE_RECOMMENDED] = T("Innstilt"),
	[CASE_DECIDED] = T("Vedtatt, brev ikke sendt"),
	[CASE_NOTIFIED] = T("Vedtak sendt"),
	[CASE_CLOSED] = T("Avsluttet"),
	[CASE_WITHDRAWN] = T("Trukket"),
};

/* With papers public, the applicant may know that there is a recommendation and when it is decided. */
static bool
recommended_in_public(const struct case_facts *facts)
{
	return (facts->state == CASE_RECOMMENDED && facts->papers_public);
}

const char *
case_state_text(struct arena *arena, const struct case_facts *facts, bool applicant, enum lang lang)
{
	if (facts->state == CASE_NOTIFIED && facts->outcome != OUTCOME_NONE)
		return (outcome_text(facts->outcome, lang));
	if (!applicant)
		return (tr(lang, officer_words[facts->state]));
	if (!recommended_in_public(facts))
		return (tr(lang, applicant_words[facts->state]));
	if (date_none(facts->meeting_on))
		return (tr(lang, "Innstilt"));
	return (tr_printf(arena, lang, "Innstilt. %s behandler saken %s", lang_pick(&facts->body, lang),
	    date_long(arena, facts->meeting_on, lang)));
}

static enum case_tone
outcome_tone(enum outcome outcome)
{
	if (outcome == OUTCOME_NONE)
		return (TONE_NEUTRAL);
	return (outcome == OUTCOME_GRANTED || outcome == OUTCOME_PARTLY_GRANTED ? TONE_DONE_WELL : TONE_DONE_BADLY);
}

enum case_tone
case_state_tone(const struct case_facts *facts, bool applicant)
{
	switch (facts->state) {
	case CASE_DRAFT:
		return (TONE_ATTENTION);
	case CASE_CLOSED:
	case CASE_WITHDRAWN:
		return (TONE_NEUTRAL);
	case CASE_NOTIFIED:
		return (outcome_tone(facts->outcome));
	case CASE_SUBMITTED:
		return (applicant ? TONE_WAITING : TONE_ATTENTION);
	case CASE_DECIDED:
		return (applicant ? TONE_WAITING : TONE_ATTENTION);
	default:
		return (TONE_WAITING);
	}
}

/* --- what comes next --------------------------------------------------------------------------------------------- */

static char *
draft_next(struct arena *arena, const struct case_facts *facts, enum lang lang)
{
	const char *deadline = call_deadline_sentence(arena, facts->call, facts->start, facts->now, lang);

	if (!call_may_send(facts->call))
		return (tr_printf(
		    arena, lang, "%s Dere kan ikke sende søknaden nå, men utkastet blir tatt vare på.", deadline));
	if (facts->now >= call_due_at(facts->call, facts->start))
		return (tr_printf(arena, lang,
		    "%s Sender dere nå, blir søknaden registrert som for sen og trolig avvist.", deadline));
	if (!facts->may_sign)
		return (tr_printf(
		    arena, lang, "Vi venter på: at en som kan signere for dere, sender søknaden. %s", deadline));
	return (tr_printf(arena, lang, "Vi venter på: at dere sender søknaden. %s", deadline));
}

/* While the case is ours: when an answer can be expected, and an honest word when that day has passed. */
static char *
answer_next(struct arena *arena, const struct case_facts *facts, enum lang lang)
{
	if (date_none(facts->answer_by))
		return (
		    arena_strdup(arena, tr(lang, "Vi venter på: vår egen behandling. Dere trenger ikke gjøre noe.")));
	if (date_cmp(instant_day(facts->now), facts->answer_by) > 0)
		return (tr_printf(arena, lang,
		    "Vi venter på: vår egen behandling. Vi skulle svart dere innen %s, og er forsinket. Dere trenger "
		    "ikke gjøre "
		    "noe.",
		    date_long(arena, facts->answer_by, lang)));
	return (tr_printf(arena, lang,
	    "Vi venter på: vår egen behandling. Dere får svar innen %s og trenger ikke gjøre noe.",
	    date_long(arena, facts->answer_by, lang)));
}

static char *
notified_next(struct arena *arena, const struct case_facts *facts, enum lang lang)
{
	if (!date_none(facts->appeal_by) && date_cmp(instant_day(facts->now), facts->appeal_by) <= 0)
		return (tr_printf(arena, lang, "Les vedtaksbrevet. Vil dere klage, er fristen %s.",
		    date_long(arena, facts->appeal_by, lang)));
	return (arena_strdup(arena, tr(lang, "Saken er avgjort. Vedtaksbrevet ligger her.")));
}

static char *
applicant_next(struct arena *arena, const struct case_facts *facts, enum lang lang)
{
	switch (facts->state) {
	case CASE_DRAFT:
		return (draft_next(arena, facts, lang));
	case CASE_NOTIFIED:
		return (notified_next(arena, facts, lang));
	case CASE_CLOSED:
		return (arena_strdup(arena, tr(lang, "Saken er ferdig. Dere trenger ikke gjøre noe mer.")));
	case CASE_WITHDRAWN:
		return (arena_strdup(arena, tr(lang, "Dere har trukket søknaden. Den blir ikke behandlet.")));
	default:
		return (answer_next(arena, facts, lang));
	}
}

static const char *
decision_next(struct arena *arena, const struct case_facts *facts, enum lang lang)
{
	if (!facts->body_decides)
		return (tr(lang, "Vi venter på: vedtak av lederen."));
	if (date_none(facts->meeting_on))
		return (tr_printf(arena, lang, "Vi venter på: vedtak i %s.", lang_pick(&facts->body, lang)));
	return (tr_printf(arena, lang, "Vi venter på: vedtak i %s, som møtes %s.", lang_pick(&facts->body, lang),
	    date_long(arena, facts->meeting_on, lang)));
}

static const char *
officer_next(struct arena *arena, const struct case_facts *facts, enum lang lang)
{
	if (facts->cut_off)
		return (tr(lang, "Du er inhabil i saken. En annen behandler den."));
	if (!facts->declared && facts->state < CASE_NOTIFIED)
		return (tr(lang, "Vi venter på: at du tar stilling til om du er inhabil."));
	switch (facts->state) {
	case CASE_SUBMITTED:
	case CASE_FORMAL_CHECK:
		return (facts->late
			    ? tr(lang, "Vi venter på: formalkontroll. Søknaden kom etter fristen og må avvises eller "
				       "godtas med en begrunnelse.")
			    : tr(lang, "Vi venter på: formalkontroll."));
	case CASE_ASSESSING:
		return (tr(lang, "Vi venter på: at vurderingen blir ferdig."));
	case CASE_ASSESSED:
		return (facts->list_locked
			    ? tr(lang, "Vi venter på: at søknaden kommer med på en innstillingsliste.")
			    : tr(lang, "Vi venter på: forslag til sum, og at innstillingslisten blir låst."));
	case CASE_RECOMMENDED:
		return (decision_next(arena, facts, lang));
	case CASE_DECIDED:
		return (tr(lang, "Vi venter på: at vedtaksbrevet blir sendt."));
	case CASE_NOTIFIED:
		return (tr(lang, "Vi venter på: søkeren, som har klagerett til fristen går ut."));
	case CASE_DRAFT:
		return (tr(lang, "Vi venter på: at søkeren sender søknaden."));
	default:
		return (tr(lang, "Saken er ferdig."));
	}
}

char *
case_next_step(struct arena *arena, const struct case_facts *facts, bool applicant, enum lang lang)
{
	if (applicant)
		return (applicant_next(arena, facts, lang));
	return (arena_strdup(arena, officer_next(arena, facts, lang)));
}

/* --- who may do what --------------------------------------------------------------------------------------------- */

static bool
before_decision(enum case_state state)
{
	return (state >= CASE_SUBMITTED && state <= CASE_RECOMMENDED);
}

static unsigned
applicant_actions(const struct case_facts *facts)
{
	unsigned may = 0;

	if (facts->state == CASE_DRAFT)
		may |= ACTION_WRITE | ACTION_DELETE_DRAFT | (facts->may_sign ? ACTION_SEND : 0);
	if (before_decision(facts->state) && facts->may_sign)
		may |= ACTION_WITHDRAW;
	if (facts->state == CASE_NOTIFIED || facts->state == CASE_CLOSED)
		may |= facts->outcome != OUTCOME_NONE ? ACTION_READ_LETTER : 0;
	if (facts->state == CASE_NOTIFIED && facts->may_sign && !date_none(facts->appeal_by))
		may |= ACTION_APPEAL; /* late appeals are taken in too; who decides weighs them (fvl. § 31) */
	return (may);
}

static unsigned
leader_actions(const struct case_facts *facts)
{
	if (facts->state == CASE_DECIDED)
		return (ACTION_SEND_LETTER);
	if (facts->state != CASE_RECOMMENDED || !facts->list_locked)
		return (0);
	if (facts->body_decides)
		return (ACTION_REGISTER_BODY_DECISION);
	return (facts->proposed_by_reader ? 0 : ACTION_DECIDE);
}

static unsigned
officer_actions(const struct case_facts *facts, enum role role)
{
	unsigned may = 0;

	if (facts->state == CASE_DRAFT || facts->cut_off)
		return (0);
	if (!facts->declared)
		return (facts->state < CASE_NOTIFIED ? ACTION_DECLARE : ACTION_READ_LETTER);
	switch (facts->state) {
	case CASE_SUBMITTED:
	case CASE_FORMAL_CHECK:
		may |= ACTION_FORMAL_CHECK;
		break;
	case CASE_ASSESSING:
		may |= ACTION_ASSESS;
		break;
	case CASE_ASSESSED:
		may |= facts->list_locked ? 0 : ACTION_PROPOSE | ACTION_ASSESS;
		break;
	case CASE_RECOMMENDED:
		may |= facts->body_decides && facts->list_locked ? ACTION_REGISTER_BODY_DECISION : 0;
		break;
	case CASE_DECIDED:
		may |= ACTION_SEND_LETTER;
		break;
	case CASE_NOTIFIED:
	case CASE_CLOSED:
		may |= ACTION_READ_LETTER;
		break;
	default:
		break;
	}
	return (may | (role == ROLE_LEADER ? leader_actions(facts) : 0));
}

unsigned
case_actions(const struct case_facts *facts, enum role role)
{
	switch (role) {
	case ROLE_APPLICANT:
		return (applicant_actions(facts));
	case ROLE_OFFICER:
	case ROLE_LEADER:
		return (officer_actions(facts, role));
	default:
		return (0);
	}
}
