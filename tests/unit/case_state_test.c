/* case_state_test.c — what each reader sees of a case, what comes next, and who may do what. */
#include "check.h"
#include "domain_fixture.h"

#include "core/text.h"
#include "domain/case_state.h"
#include "domain/delegation.h"

static struct call open_call;

static struct case_facts
facts_in(enum case_state state)
{
	open_call = (struct call){ .id = 1,
		.opens_at = instant_at((struct date){ 2026, 10, 1 }, 9, 0, 0),
		.closes_at = instant_at((struct date){ 2026, 11, 2 }, 0, 0, 0) };
	return ((struct case_facts){ .state = state,
	    .may_sign = true,
	    .declared = true,
	    .body = { { "Hovedutvalget", "Hovudutvalet", NULL } },
	    .call = &open_call,
	    .answer_by = { 2027, 2, 1 },
	    .now = instant_at((struct date){ 2026, 10, 29 }, 12, 0, 0) });
}

static const char *
status_of(struct case_facts facts, bool applicant, enum lang lang)
{
	return (case_state_text(arena, &facts, applicant, lang));
}

static const char *
next_of(struct case_facts facts, bool applicant)
{
	return (case_next_step(arena, &facts, applicant, LANG_NB));
}

TEST(states_have_the_databases_codes)
{
	static const char *const codes[] = { "draft", "submitted", "formal_check", "assessing", "assessed",
		"recommended", "decided", "notified", "closed", "withdrawn" };
	enum case_state parsed = CASE_CLOSED;

	for (int i = 0; i < CASE__MAX; i++) {
		CHECK_TEXT(case_state_code((enum case_state)i), codes[i]);
		CHECK(case_state_parse(&parsed, codes[i]));
		CHECK_INT(parsed, i);
	}
	CHECK(!case_state_parse(&parsed, "lost"));
	CHECK(!case_state_parse(&parsed, NULL));
	CHECK_INT(parsed, CASE_WITHDRAWN);
}

TEST(applicants_and_officers_read_their_own_words)
{
	CHECK_TEXT(status_of(facts_in(CASE_DRAFT), true, LANG_NN), "Utkast, ikkje sendt");
	CHECK_TEXT(status_of(facts_in(CASE_SUBMITTED), true, LANG_NB), "Sendt");
	CHECK_TEXT(status_of(facts_in(CASE_SUBMITTED), false, LANG_NB), "Mottatt");
	CHECK_TEXT(status_of(facts_in(CASE_FORMAL_CHECK), true, LANG_NB), "Vi kontrollerer søknaden");
	CHECK_TEXT(status_of(facts_in(CASE_FORMAL_CHECK), false, LANG_NB), "Formalkontroll");
	CHECK_TEXT(status_of(facts_in(CASE_RECOMMENDED), false, LANG_NB), "Innstilt");
	CHECK_TEXT(status_of(facts_in(CASE_WITHDRAWN), true, LANG_NN), "Trekt");
	CHECK_TEXT(status_of(facts_in(CASE_SUBMITTED), true, LANG_EN), "Sent");
}

TEST(nothing_of_the_decision_shows_before_the_letter_has_gone)
{
	for (int at = CASE_ASSESSING; at <= CASE_DECIDED; at++)
		for (int outcome = 0; outcome < OUTCOME__MAX; outcome++) {
			struct case_facts facts = facts_in((enum case_state)at);

			facts.outcome = (enum outcome)outcome;
			CHECK_TEXT(status_of(facts, true, LANG_NB), "Til vurdering");
			CHECK_INT(case_state_tone(&facts, true), TONE_WAITING);
			CHECK(strstr(next_of(facts, true), "vedtak") == NULL);
			CHECK((case_actions(&facts, ROLE_APPLICANT) & (ACTION_READ_LETTER | ACTION_APPEAL)) == 0);
		}
}

TEST(the_letter_sent_the_outcome_is_the_status)
{
	struct case_facts facts = facts_in(CASE_NOTIFIED);

	facts.outcome = OUTCOME_PARTLY_GRANTED;
	CHECK_TEXT(status_of(facts, true, LANG_NB), "Delvis innvilget");
	CHECK_TEXT(status_of(facts, false, LANG_NB), "Delvis innvilget");
	CHECK_INT(case_state_tone(&facts, true), TONE_DONE_WELL);
	facts.outcome = OUTCOME_DISMISSED;
	CHECK_TEXT(status_of(facts, true, LANG_NN), "Avvist (ikkje vurdert)");
	CHECK_INT(case_state_tone(&facts, true), TONE_DONE_BADLY);
	facts.outcome = OUTCOME_NONE;
	CHECK_TEXT(status_of(facts, true, LANG_NB), "Svar er sendt");
	CHECK_INT(case_state_tone(&facts, true), TONE_NEUTRAL);
}

TEST(public_papers_let_the_applicant_know_of_the_meeting)
{
	struct case_facts facts = facts_in(CASE_RECOMMENDED);

	facts.body_decides = true;
	CHECK_TEXT(status_of(facts, true, LANG_NB), "Til vurdering");
	facts.papers_public = true;
	CHECK_TEXT(status_of(facts, true, LANG_NB), "Innstilt");
	facts.meeting_on = (struct date){ 2027, 3, 3 };
	CHECK_TEXT(status_of(facts, true, LANG_NB), "Innstilt. Hovedutvalget behandler saken 3. mars 2027");
	CHECK_TEXT(status_of(facts, true, LANG_NN), "Innstilt. Hovudutvalet behandlar saka 3. mars 2027");
	CHECK_TEXT(next_of(facts, false), "Vi venter på: vedtak i Hovedutvalget, som møtes 3. mars 2027.");
	facts.meeting_on = (struct date){ 0 };
	CHECK_TEXT(next_of(facts, false), "Vi venter på: vedtak i Hovedutvalget.");
	facts.body_decides = false;
	CHECK_TEXT(next_of(facts, false), "Vi venter på: vedtak av lederen.");
}

TEST(no_status_stands_without_a_next_step)
{
	for (int at = 0; at < CASE__MAX; at++)
		for (int bits = 0; bits < 64; bits++)
			for (int lang = 0; lang < LANG__MAX; lang++) {
				struct case_facts facts = facts_in((enum case_state)at);

				facts.may_sign = bits & 1;
				facts.declared = bits & 2;
				facts.cut_off = bits & 4;
				facts.body_decides = bits & 8;
				facts.list_locked = bits & 16;
				facts.late = bits & 32;
				for (int applicant = 0; applicant < 2; applicant++) {
					CHECK(!text_blank(case_next_step(arena, &facts, applicant, (enum lang)lang)));
					CHECK(!text_blank(case_state_text(arena, &facts, applicant, (enum lang)lang)));
				}
			}
}

TEST(a_draft_waits_for_its_people_until_the_deadline)
{
	struct case_facts facts = facts_in(CASE_DRAFT);

	CHECK_TEXT(next_of(facts, true),
	    "Vi venter på: at dere sender søknaden. Fristen er 1. november 2026 kl. 23.59 (om 3 dager).");
	facts.may_sign = false;
	CHECK_TEXT(next_of(facts, true), "Vi venter på: at en som kan signere for dere, sender søknaden. Fristen er 1. "
					 "november 2026 kl. 23.59 (om 3 "
					 "dager).");
	facts.now = facts.call->closes_at;
	CHECK_TEXT(next_of(facts, true), "Fristen gikk ut 1. november 2026 kl. 23.59. Sender dere nå, blir søknaden "
					 "registrert som for sen og trolig avvist.");
	CHECK_INT(case_state_tone(&facts, true), TONE_ATTENTION);
	open_call.status = CALL_CANCELLED;
	CHECK_TEXT(next_of(facts, true),
	    "Utlysningen er avlyst. Dere kan ikke sende søknaden nå, men utkastet blir tatt vare på.");
}

TEST(the_applicant_is_told_when_an_answer_comes_and_when_it_is_overdue)
{
	struct case_facts facts = facts_in(CASE_ASSESSING);

	CHECK_TEXT(next_of(facts, true),
	    "Vi venter på: vår egen behandling. Dere får svar innen 1. februar 2027 og trenger ikke gjøre noe.");
	facts.now = instant_at((struct date){ 2027, 2, 1 }, 23, 59, 59);
	CHECK(strstr(next_of(facts, true), "forsinket") == NULL);
	facts.now = instant_at((struct date){ 2027, 2, 2 }, 0, 0, 0);
	CHECK(strstr(next_of(facts, true), "forsinket") != NULL);
	facts.answer_by = (struct date){ 0 };
	CHECK_TEXT(next_of(facts, true), "Vi venter på: vår egen behandling. Dere trenger ikke gjøre noe.");
}

TEST(an_answered_case_tells_of_the_appeal_while_it_runs)
{
	struct case_facts facts = facts_in(CASE_NOTIFIED);

	facts.outcome = OUTCOME_REJECTED;
	CHECK_TEXT(next_of(facts, true), "Saken er avgjort. Vedtaksbrevet ligger her.");
	facts.appeal_by = (struct date){ 2026, 10, 29 };
	CHECK_TEXT(next_of(facts, true), "Les vedtaksbrevet. Vil dere klage, er fristen 29. oktober 2026.");
	facts.appeal_by = (struct date){ 2026, 10, 28 };
	CHECK_TEXT(next_of(facts, true), "Saken er avgjort. Vedtaksbrevet ligger her.");
}

TEST(the_officer_is_told_what_to_do)
{
	struct case_facts facts = facts_in(CASE_SUBMITTED);

	CHECK_TEXT(next_of(facts, false), "Vi venter på: formalkontroll.");
	facts.late = true;
	CHECK(strstr(next_of(facts, false), "avvises eller godtas") != NULL);
	facts.declared = false;
	CHECK_TEXT(next_of(facts, false), "Vi venter på: at du tar stilling til om du er inhabil.");
	facts.state = CASE_NOTIFIED; /* with the answer sent, nobody need declare any more */
	CHECK_TEXT(next_of(facts, false), "Vi venter på: søkeren, som har klagerett til fristen går ut.");
	facts.state = CASE_SUBMITTED;
	facts.cut_off = true;
	CHECK_TEXT(next_of(facts, false), "Du er inhabil i saken. En annen behandler den.");
	CHECK_INT(case_state_tone(&facts, false), TONE_ATTENTION);
	CHECK_INT(case_state_tone(&facts, true), TONE_WAITING);
	facts = facts_in(CASE_DECIDED);
	CHECK_INT(case_state_tone(&facts, false), TONE_ATTENTION);
	facts = facts_in(CASE_CLOSED);
	CHECK_INT(case_state_tone(&facts, false), TONE_NEUTRAL);
}

/* What the role may do in each state, in order of enum case_state. */
static void
expect_actions(enum role role, const struct case_facts *bend, const unsigned (*wanted)[CASE__MAX])
{
	for (int state = 0; state < CASE__MAX; state++) {
		struct case_facts facts = *bend;
		unsigned got;

		facts.state = (enum case_state)state;
		got = case_actions(&facts, role);
		if (got != (*wanted)[state])
			fail_msg(
			    "%s: may %u, should %u", case_state_code((enum case_state)state), got, (*wanted)[state]);
	}
}

TEST(applicants_write_send_and_withdraw)
{
	struct case_facts facts = facts_in(CASE_DRAFT);
	const unsigned signer[CASE__MAX] = { ACTION_WRITE | ACTION_SEND | ACTION_DELETE_DRAFT, ACTION_WITHDRAW,
		ACTION_WITHDRAW, ACTION_WITHDRAW, ACTION_WITHDRAW, ACTION_WITHDRAW, 0,
		ACTION_READ_LETTER | ACTION_APPEAL, ACTION_READ_LETTER, 0 };
	const unsigned writer[CASE__MAX] = { ACTION_WRITE | ACTION_DELETE_DRAFT, 0, 0, 0, 0, 0, 0, ACTION_READ_LETTER,
		ACTION_READ_LETTER, 0 };
	const unsigned nobody[CASE__MAX] = { 0 };

	facts.outcome = OUTCOME_GRANTED;
	facts.appeal_by = (struct date){ 2026, 1, 1 }; /* a late appeal is taken in too */
	expect_actions(ROLE_APPLICANT, &facts, &signer);
	facts.may_sign = false;
	expect_actions(ROLE_APPLICANT, &facts, &writer);
	expect_actions(ROLE_POLITICIAN, &facts, &nobody);
	expect_actions(ROLE_NONE, &facts, &nobody);
	expect_actions(ROLE_ADMIN, &facts, &nobody);
}

TEST(officers_declare_before_anything_and_never_see_drafts)
{
	struct case_facts facts = facts_in(CASE_DRAFT);
	const unsigned declared[CASE__MAX] = { 0, ACTION_FORMAL_CHECK, ACTION_FORMAL_CHECK, ACTION_ASSESS,
		ACTION_PROPOSE | ACTION_ASSESS, 0, ACTION_SEND_LETTER, ACTION_READ_LETTER, ACTION_READ_LETTER, 0 };
	const unsigned undeclared[CASE__MAX] = { 0, ACTION_DECLARE, ACTION_DECLARE, ACTION_DECLARE, ACTION_DECLARE,
		ACTION_DECLARE, ACTION_DECLARE, ACTION_READ_LETTER, ACTION_READ_LETTER, ACTION_READ_LETTER };
	const unsigned nothing[CASE__MAX] = { 0 };

	expect_actions(ROLE_OFFICER, &facts, &declared);
	facts.declared = false;
	expect_actions(ROLE_OFFICER, &facts, &undeclared);
	facts.declared = facts.cut_off = true;
	expect_actions(ROLE_OFFICER, &facts, &nothing);
	expect_actions(ROLE_LEADER, &facts, &nothing);
}

TEST(deciding_needs_a_locked_list_and_other_eyes)
{
	struct case_facts facts = facts_in(CASE_RECOMMENDED);

	CHECK_INT(case_actions(&facts, ROLE_LEADER), 0);
	facts.list_locked = true;
	CHECK_INT(case_actions(&facts, ROLE_LEADER), ACTION_DECIDE);
	CHECK_INT(case_actions(&facts, ROLE_OFFICER), 0);
	facts.proposed_by_reader = true;
	CHECK_INT(case_actions(&facts, ROLE_LEADER), 0);
	facts.body_decides = true;
	CHECK_INT(case_actions(&facts, ROLE_LEADER), ACTION_REGISTER_BODY_DECISION);
	CHECK_INT(case_actions(&facts, ROLE_OFFICER), ACTION_REGISTER_BODY_DECISION);
	facts.state = CASE_ASSESSED;
	CHECK_INT(case_actions(&facts, ROLE_OFFICER), 0);
	facts.state = CASE_DECIDED;
	CHECK_INT(case_actions(&facts, ROLE_LEADER), ACTION_SEND_LETTER);
}

/* --- delegation -------------------------------------------------------------------------------------------------- */

static const struct delegation_act leader = {
	.role = ROLE_LEADER, .user_id = 1, .proposed_by = 2, .impartial = true, .sum = { 5000000 }
};

TEST(the_sum_finds_its_decider_to_the_krone)
{
	struct fixture *f = fixture_new(arena);

	CHECK(delegation_body(&f->scheme, MONEY_ZERO) == NULL);
	CHECK(delegation_body(&f->scheme, MONEY_NOK(50000)) == NULL);
	CHECK_TEXT(delegation_body(&f->scheme, MONEY_NOK(50001)), "hovedutvalg-kultur");
}

TEST(the_leader_decides_her_own_cases_and_not_the_bodys)
{
	struct fixture *f = fixture_new(arena);
	struct delegation_act act = leader;

	CHECK_INT(delegation_decide(&f->scheme, &act), DELEGATION_OK);
	act.sum = MONEY_NOK(50001);
	CHECK_INT(delegation_decide(&f->scheme, &act), DELEGATION_BODY);
	act = leader;
	act.proposed_by = 1;
	CHECK_INT(delegation_decide(&f->scheme, &act), DELEGATION_FOUR_EYES);
	act.proposed_by = 0;
	act.impartial = false;
	CHECK_INT(delegation_decide(&f->scheme, &act), DELEGATION_UNDECLARED);
	act.role = ROLE_OFFICER;
	CHECK_INT(delegation_decide(&f->scheme, &act), DELEGATION_ROLE);
	act.sum = MONEY_NOK(50001);
	CHECK_INT(delegation_decide(&f->scheme, &act), DELEGATION_ROLE);
}

TEST(a_bodys_decision_is_registered_for_its_own_cases)
{
	struct fixture *f = fixture_new(arena);
	struct delegation_act act = leader;

	CHECK_INT(delegation_register(&f->scheme, &act, "hovedutvalg-kultur"), DELEGATION_LEADER);
	act.sum = MONEY_NOK(50001);
	CHECK_INT(delegation_register(&f->scheme, &act, "hovedutvalg-kultur"), DELEGATION_OK);
	CHECK_INT(delegation_register(&f->scheme, &act, "fylkesutvalget"), DELEGATION_BODY);
	act.proposed_by = 1;
	act.role = ROLE_OFFICER;
	CHECK_INT(delegation_register(&f->scheme, &act, "hovedutvalg-kultur"), DELEGATION_OK);
	act.impartial = false;
	CHECK_INT(delegation_register(&f->scheme, &act, "hovedutvalg-kultur"), DELEGATION_UNDECLARED);
	act.role = ROLE_APPLICANT;
	CHECK_INT(delegation_register(&f->scheme, &act, "hovedutvalg-kultur"), DELEGATION_ROLE);
}

TEST(each_refusal_says_what_to_do)
{
	CHECK_TEXT(delegation_text(DELEGATION_OK, LANG_NB), "");
	for (int i = DELEGATION_ROLE; i <= DELEGATION_UNDECLARED; i++)
		for (int lang = 0; lang < LANG__MAX; lang++)
			CHECK(!text_blank(delegation_text((enum delegation_refusal)i, (enum lang)lang)));
	CHECK_TEXT(
	    delegation_text(DELEGATION_FOUR_EYES, LANG_NB), "Du har selv foreslått summen. En annen må avgjøre saken.");
}

TEST(any_change_from_what_was_recommended_is_a_departure)
{
	CHECK(!delegation_departs(OUTCOME_GRANTED, MONEY_NOK(5), OUTCOME_GRANTED, MONEY_NOK(5)));
	CHECK(delegation_departs(OUTCOME_GRANTED, MONEY_NOK(5), OUTCOME_PARTLY_GRANTED, MONEY_NOK(4)));
	CHECK(delegation_departs(OUTCOME_REJECTED, MONEY_ZERO, OUTCOME_DISMISSED, MONEY_ZERO));
	CHECK(delegation_departs(OUTCOME_PARTLY_GRANTED, MONEY_NOK(5), OUTCOME_PARTLY_GRANTED, MONEY_NOK(6)));
}

UNIT_MAIN(WITH_ARENA(states_have_the_databases_codes), WITH_ARENA(applicants_and_officers_read_their_own_words),
    WITH_ARENA(nothing_of_the_decision_shows_before_the_letter_has_gone),
    WITH_ARENA(the_letter_sent_the_outcome_is_the_status),
    WITH_ARENA(public_papers_let_the_applicant_know_of_the_meeting), WITH_ARENA(no_status_stands_without_a_next_step),
    WITH_ARENA(a_draft_waits_for_its_people_until_the_deadline),
    WITH_ARENA(the_applicant_is_told_when_an_answer_comes_and_when_it_is_overdue),
    WITH_ARENA(an_answered_case_tells_of_the_appeal_while_it_runs), WITH_ARENA(the_officer_is_told_what_to_do),
    WITH_ARENA(applicants_write_send_and_withdraw), WITH_ARENA(officers_declare_before_anything_and_never_see_drafts),
    WITH_ARENA(deciding_needs_a_locked_list_and_other_eyes), WITH_ARENA(the_sum_finds_its_decider_to_the_krone),
    WITH_ARENA(the_leader_decides_her_own_cases_and_not_the_bodys),
    WITH_ARENA(a_bodys_decision_is_registered_for_its_own_cases), WITH_ARENA(each_refusal_says_what_to_do),
    WITH_ARENA(any_change_from_what_was_recommended_is_a_departure))
