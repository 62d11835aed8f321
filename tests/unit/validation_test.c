/* validation_test.c — each fault an application can have, at its boundary, and the words that say what to do. */
#include "check.h"
#include "domain_fixture.h"

#include "core/text.h"

#define NBSP "\u00a0"

/* Fails unless the path's first message, with path answered so, is text; "" for no message at all. */
static void
expect(struct fixture *f, const char *path, const char *value, const char *text)
{
	const char *told;

	answers_set(f->answers, path, value);
	told = fixture_told(f, NULL, path);
	if (strcmp(told, text) != 0)
		fail_msg("%s = \"%s\": told \"%s\", not \"%s\"", path, value, told, text);
}

static const char *
repeated(const char *what, size_t times)
{
	char *out = arena_alloc(arena, strlen(what) * times + 1), *to = out;

	for (size_t i = 0; i < times; i++)
		to = stpcpy(to, what);
	return (out);
}

static bool
has_errors(struct fixture *f)
{
	struct messages messages = fixture_run(f, NULL);

	return (messages_have_errors(&messages));
}

static void
expect_nothing(struct fixture *f)
{
	struct messages messages = fixture_run(f, NULL);

	if (messages.n > 0)
		fail_msg("told about %s: %s", messages.list[0].path, messages.list[0].text);
}

TEST(an_application_in_order_has_no_messages)
{
	expect_nothing(fixture_new(arena));
}

TEST(an_empty_application_asks_for_each_required_answer)
{
	static const char *const asked[][2] = {
		{ "tittel", "Fyll ut dette feltet." },
		{ "omtale", "Fyll ut dette feltet." },
		{ "periode.start", "Skriv når tiltaket starter, for eksempel 15.01.2027." },
		{ "periode.end", "Skriv når tiltaket slutter, for eksempel 15.06.2027." },
		{ "kommuner", "Velg minst én kommune." },
		{ "unge", "Svar ja eller nei." },
		{ "uttrykk", "Velg ett av svarene." },
		{ "tema", "Velg minst ett av svarene." },
		{ "epost", "Fyll ut dette feltet." },
		{ "sant", "Kryss av for å bekrefte." },
		{ "maltall.deltakere.number", "Skriv et tall. Skriv 0 hvis målet ikke gjelder dere." },
		{ "sum", "Skriv hvor mye dere søker om, i hele kroner, for eksempel 25 000." },
		{ "kostnader", "Før opp minst én kostnad." },
		{ "finansiering", "Før opp hvordan kostnadene blir dekket." },
	};
	struct fixture *f = fixture_new(arena);
	struct messages messages;

	f->answers = answers_new(arena);
	messages = fixture_run(f, NULL);
	for (size_t i = 0; i < COUNT_OF(asked); i++) {
		const struct message *message = messages_for(&messages, asked[i][0]);

		if (message == NULL)
			fail_msg("%s is not asked for", asked[i][0]);
		CHECK_TEXT(message->text, asked[i][1]);
		CHECK_INT(message->kind, MESSAGE_ERROR);
	}
	CHECK(messages_for(&messages, "hvordan") == NULL);
	CHECK(messages_for(&messages, "medlemmer") == NULL);
	CHECK(messages_for(&messages, "arsregnskap") == NULL);
	CHECK(messages_have_errors(&messages));
}

TEST(optional_sums_and_days_are_asked_for_when_required)
{
	struct fixture *f = fixture_new(arena);

	f->tiltaket[F_TICKET].required = f->tiltaket[F_OPENING].required = f->tiltaket[F_TITLE].required;
	CHECK_TEXT(fixture_told(f, NULL, "billett"), "Skriv beløpet i hele kroner, for eksempel 25 000.");
	CHECK_TEXT(fixture_told(f, NULL, "premiere"), "Skriv datoen som dag, måned og år, for eksempel 15.01.2027.");
}

TEST(saving_a_page_does_not_ask_for_what_is_empty)
{
	struct fixture *f = fixture_new(arena);

	f->answers = answers_new(arena);
	answers_set(f->answers, "kostnader.0.item", "Lokale");
	answers_set(f->answers, "kostnader.2.cash", "100");
	for (size_t i = 0; i < f->scheme.n_sections; i++)
		CHECK_INT(fixture_run(f, f->sections[i].id).n, 0);
}

TEST(saving_a_page_tells_about_that_page_only)
{
	struct fixture *f = fixture_new(arena);
	struct messages messages;

	answers_set(f->answers, "epost", "kari");
	answers_set(f->answers, "sum", "-5");
	messages = fixture_run(f, "soker");
	CHECK_INT(messages.n, 1);
	CHECK_TEXT(messages.list[0].path, "epost");
	CHECK_TEXT(messages.list[0].section, "soker");
	CHECK_TEXT(messages.list[0].about, "E-post");
}

TEST(five_hundred_characters_fit_and_one_more_is_told_with_both_counts)
{
	struct fixture *f = fixture_new(arena);

	expect(f, "omtale", repeated("ø", 500), "");
	expect(
	    f, "omtale", repeated("ø", 501), "Teksten er 501 tegn. Her er det plass til 500. Kort den ned med 1 tegn.");
	expect(f, "omtale", repeated("å", 2500),
	    "Teksten er 2" NBSP "500 tegn. Her er det plass til 500. Kort den ned med 2" NBSP "000 tegn.");
	expect(f, "tittel", repeated("x", 80), "");
	expect(f, "tittel", repeated("x", 81), "Teksten er 81 tegn. Her er det plass til 80. Kort den ned med 1 tegn.");
}

TEST(texts_without_a_limit_have_the_types_own)
{
	struct fixture *f = fixture_new(arena);

	f->tiltaket[F_TITLE].max_length = f->tiltaket[F_ABOUT].max_length = 0;
	CHECK_INT(field_limit(&f->tiltaket[F_TITLE]), 200);
	CHECK_INT(field_limit(&f->tiltaket[F_ABOUT]), 4000);
	CHECK_INT(field_limit(&f->soker[F_EMAIL]), 254);
	expect(f, "tittel", repeated("x", 200), "");
	expect(
	    f, "tittel", repeated("x", 201), "Teksten er 201 tegn. Her er det plass til 200. Kort den ned med 1 tegn.");
}

TEST(sums_that_cannot_be_read_are_told_why)
{
	static const char minus[] = "Summen kan ikke være mindre enn 0 kr. Skriv den uten minus, for eksempel 25 000.";
	static const char ore[] = "Skriv beløpet i hele kroner, uten øre, for eksempel 25 000.";
	static const char plain[] = "Skriv beløpet i hele kroner, for eksempel 25 000.";
	static const char huge[] =
	    "Summen er for stor. Skriv høyst 1" NBSP "000" NBSP "000" NBSP "000" NBSP "000" NBSP "kr.";
	struct fixture *f = fixture_new(arena);

	expect(f, "billett", "-5", minus);
	expect(f, "billett", "\u22125", minus);
	expect(f, "billett", "\u20135", minus);
	expect(f, "billett", "25 000,50", ore);
	expect(f, "billett", "25000.5", ore);
	expect(f, "billett", "mye", plain);
	expect(f, "billett", "mye,50", plain);
	expect(f, "billett", "1.2.3", plain);
	expect(f, "billett", "25,", plain);
	expect(f, "billett", "1000000000001", huge);
	expect(f, "billett", "999 999 999 999 999 999 999 999", huge);
}

TEST(sums_are_held_to_the_fields_limits_to_the_krone)
{
	struct fixture *f = fixture_new(arena);

	expect(f, "billett", "10", "");
	expect(f, "billett", "500", "");
	expect(f, "billett", "9", "Summen er 9" NBSP "kr. Den må være minst 10" NBSP "kr.");
	expect(f, "billett", "501", "Summen er 501" NBSP "kr. Den kan være høyst 500" NBSP "kr.");
	expect(f, "sum", "0", "Skriv en sum som er større enn 0 kr.");
}

TEST(numbers_are_whole_and_within_limits)
{
	static const char whole[] = "Skriv et helt tall med sifre, for eksempel 25.";
	struct fixture *f = fixture_new(arena);

	expect(f, "medlemmer", "5", "");
	expect(f, "medlemmer", "9000", "");
	expect(f, "medlemmer", "4", "Tallet er 4. Det må være minst 5.");
	expect(f, "medlemmer", "9001", "Tallet er 9" NBSP "001. Det kan være høyst 9" NBSP "000.");
	expect(f, "medlemmer", "-1", "Tallet kan ikke være mindre enn 0.");
	expect(f, "medlemmer", "2,5", whole);
	expect(f, "medlemmer", "mange", whole);
	expect(f, "medlemmer", "-", whole);
	expect(f, "medlemmer", "1000000000001",
	    "Tallet er for stort. Skriv høyst 1" NBSP "000" NBSP "000" NBSP "000" NBSP "000.");
	expect(f, "medlemmer", "99999999999999999999999999",
	    "Tallet er for stort. Skriv høyst 1" NBSP "000" NBSP "000" NBSP "000" NBSP "000.");
	f->tiltaket[F_MEMBERS].min = -10;
	expect(f, "medlemmer", "-10", "");
	expect(f, "medlemmer", "-11", "Tallet er -11. Det må være minst -10.");
	f->tiltaket[F_MEMBERS].min = 1;
	f->tiltaket[F_MEMBERS].max = 0;
	expect(f, "medlemmer", "0", "");
}

TEST(a_day_must_be_a_day)
{
	struct fixture *f = fixture_new(arena);

	expect(f, "premiere", "2027-02-28", "");
	expect(f, "premiere", "2027-02-29", "Skriv datoen som dag, måned og år, for eksempel 15.01.2027.");
	expect(f, "premiere", "i vår", "Skriv datoen som dag, måned og år, for eksempel 15.01.2027.");
}

TEST(a_period_may_last_one_day_but_not_end_before_it_starts)
{
	struct fixture *f = fixture_new(arena);

	expect(f, "periode.end", "2027-01-15", "");
	expect(
	    f, "periode.end", "2027-01-14", "Sluttdatoen er før startdatoen. Skriv 15.01.2027 eller en senere dato.");
	expect(f, "periode.start", "vår", "Skriv startdatoen som dag, måned og år, for eksempel 15.01.2027.");
	CHECK_TEXT(fixture_told(f, NULL, "periode.end"), "");
}

TEST(a_start_outside_the_calls_period_is_warned_about)
{
	struct fixture *f = fixture_new(arena);

	f->facts.call_from = (struct date){ 2027, 1, 15 };
	f->facts.call_to = (struct date){ 2027, 6, 30 };
	expect_nothing(f);
	expect(f, "periode.start", "2027-01-14",
	    "Utlysningen gjelder tiltak som starter 15. januar 2027 eller senere. Se om en annen utlysning passer "
	    "bedre.");
	CHECK(!has_errors(f));
	answers_set(f->answers, "periode.end", "2028-01-01");
	expect(f, "periode.start", "2027-06-30", "");
	expect(f, "periode.start", "2027-07-01",
	    "Utlysningen gjelder tiltak som starter senest 30. juni 2027. Se om en annen utlysning passer bedre.");
}

TEST(choices_are_among_those_offered)
{
	struct fixture *f = fixture_new(arena);

	expect(f, "uttrykk", "film", "Velg blant svarene i listen.");
	expect(f, "uttrykk", "dans teater", "Velg blant svarene i listen.");
	expect(f, "tema", "klima helse by", "");
	expect(f, "tema", "klima film", "Velg blant svarene i listen.");
	expect(f, "unge", "kanskje", "Svar ja eller nei.");
	expect(f, "sant", "no", "Kryss av for å bekrefte.");
}

TEST(municipalities_are_looked_up)
{
	struct fixture *f = fixture_new(arena);

	expect(f, "kommuner", "all", "");
	expect(f, "kommuner", "3401 3405", "");
	expect(f, "kommuner", "3401 0301", "Vi kjenner ingen kommune med nummer «0301». Velg kommuner fra listen.");
	f->facts.municipality = NULL;
	expect(f, "kommuner", "3401 0301", "");
	expect(f, "kommuner", "3401 301", "Vi kjenner ingen kommune med nummer «301». Velg kommuner fra listen.");
	expect(f, "kommuner", "oslo", "Vi kjenner ingen kommune med nummer «oslo». Velg kommuner fra listen.");
}

TEST(addresses_numbers_and_accounts_are_checked)
{
	static const char email[] = "E-postadressen mangler noe. Skriv den slik: navn@eksempel.no";
	static const char *const wrong_emails[] = { "kari", "@lag.no", "kari@lag", "kari@@lag.no", "kari @lag.no",
		"kari@.no", "kari@lag..no", "kari@lag.n", "kari@lag.no,ola@lag.no", "kari@-lag.no" };
	static const char *const phones[] = { "91234567", "+4791234567", "004791234567", "+123456789012345" };
	static const char *const wrong_phones[] = { "9123456", "912345678", "+1234567", "+1234567890123456", "9123456x",
		"+", "00" };
	struct fixture *f = fixture_new(arena);

	expect(f, "epost", "post.kari@kultur.lag.example", "");
	for (size_t i = 0; i < COUNT_OF(wrong_emails); i++)
		expect(f, "epost", wrong_emails[i], email);
	expect(f, "epost", arena_printf(arena, "%s@lag.example", repeated("x", 243)),
	    "Teksten er 255 tegn. Her er det plass til 254. Kort den ned med 1 tegn.");
	for (size_t i = 0; i < COUNT_OF(phones); i++)
		expect(f, "telefon", phones[i], "");
	for (size_t i = 0; i < COUNT_OF(wrong_phones); i++)
		if (strncmp((answers_set(f->answers, "telefon", wrong_phones[i]), fixture_told(f, NULL, "telefon")),
			"Skriv et telefonnummer", 22) != 0)
			fail_msg("%s was taken", wrong_phones[i]);
	expect(f, "konto", "12345678912", "Kontonummeret stemmer ikke. Se etter om alle de elleve sifrene er riktige.");
}

TEST(what_is_not_asked_for_is_not_checked)
{
	struct fixture *f = fixture_new(arena);

	answers_set(f->answers, "hvordan", repeated("x", 9999));
	CHECK_TEXT(fixture_told(f, NULL, "hvordan"), "");
	CHECK(!field_relevant(&f->scheme, &f->tiltaket[F_HOW], f->answers, &f->facts));
	CHECK(!field_required(&f->scheme, &f->tiltaket[F_HOW], f->answers, &f->facts));
	answers_set(f->answers, "unge", "yes");
	CHECK(text_starts(fixture_told(f, NULL, "hvordan"), "Teksten er 9" NBSP "999 tegn."));
	CHECK(field_relevant(&f->scheme, &f->tiltaket[F_HOW], f->answers, &f->facts));
	CHECK(field_required(&f->scheme, &f->tiltaket[F_HOW], f->answers, &f->facts));
	CHECK(!field_required(&f->scheme, &f->tiltaket[F_MEMBERS], f->answers, &f->facts));
}

TEST(a_constraint_tells_its_own_text)
{
	struct fixture *f = fixture_new(arena);

	f->tiltaket[F_MEMBERS].constraint = fixture_expr(arena, "medlemmer mod 2 = 0");
	expect(f, "medlemmer", "6", "");
	expect(f, "medlemmer", "", "");
	expect(f, "medlemmer", "7", "Svaret er utenfor det ordningen tillater. Endre svaret.");
	f->tiltaket[F_MEMBERS].constraint_text = (struct lang_text)TXT("Skriv et partall.");
	expect(f, "medlemmer", "7", "Skriv et partall.");
	f->tiltaket[F_PERIOD].constraint = fixture_expr(arena, "t:days(start, end) <= 151");
	expect(f, "periode.end", "2027-06-15", "");
	expect(f, "periode.end", "2027-06-16", "Svaret er utenfor det ordningen tillater. Endre svaret.");
}

TEST(goals_have_a_number_and_how_it_will_be_seen)
{
	struct fixture *f = fixture_new(arena);
	struct messages messages;

	answers_set(f->answers, "maltall.deltakere.how", "");
	messages = fixture_run(f, NULL);
	CHECK_INT(messages.n, 1);
	CHECK_INT(messages.list[0].kind, MESSAGE_WARNING);
	CHECK_TEXT(messages.list[0].path, "maltall.deltakere.how");
	CHECK_TEXT(messages.list[0].about, "Barn og unge som deltar");
	expect(f, "maltall.deltakere.number", "0", "");
	CHECK_TEXT(fixture_told(f, NULL, "maltall.deltakere.how"), "");
	expect(f, "maltall.deltakere.number", "-1", "Tallet kan ikke være mindre enn 0.");
	expect(f, "maltall.deltakere.number", "noen", "Skriv et helt tall med sifre, for eksempel 25.");
	expect(f, "maltall.innvandrere.number", "", "");
	expect(f, "maltall.deltakere.how", repeated("x", 501),
	    "Teksten er 501 tegn. Her er det plass til 500. Kort den ned med 1 tegn.");
}

TEST(rows_need_both_text_and_sum)
{
	struct fixture *f = fixture_new(arena);
	struct messages messages;

	answers_set(f->answers, "kostnader.2.item", "Reise");
	answers_set(f->answers, "kostnader.3.own", "0");
	answers_set(f->answers, "finansiering.2.cash", "0");
	messages = fixture_run(f, NULL);
	CHECK_INT(messages.n, 3);
	CHECK_TEXT(messages.list[0].path, "kostnader.2.cash");
	CHECK_TEXT(messages.list[0].about, "Kostnad 3");
	CHECK_TEXT(messages.list[0].text, "Skriv en sum i hele kroner, for eksempel 25 000, eller tøm linjen.");
	CHECK_TEXT(messages.list[1].path, "kostnader.3.item");
	CHECK_TEXT(messages.list[1].text, "Skriv hva kostnaden gjelder, eller tøm linjen.");
	CHECK_TEXT(messages.list[2].path, "finansiering.2.source");
	CHECK_TEXT(messages.list[2].about, "Finansiering 3");
	CHECK_TEXT(messages.list[2].text, "Skriv hvem pengene kommer fra, eller tøm linjen.");
}

TEST(a_row_left_empty_between_others_is_no_fault)
{
	struct fixture *f = fixture_new(arena);

	answers_set(f->answers, "kostnader.5.item", "Mat");
	answers_set(f->answers, "kostnader.5.cash", "1000");
	answers_set(f->answers, "sum", "41000");
	expect_nothing(f);
}

TEST(cells_are_checked_where_they_stand)
{
	struct fixture *f = fixture_new(arena);

	expect(f, "kostnader.0.cash", "femti tusen", "Skriv beløpet i hele kroner, for eksempel 25 000.");
	expect(f, "kostnader.0.own", "-1",
	    "Summen kan ikke være mindre enn 0 kr. Skriv den uten minus, for eksempel 25 000.");
	expect(f, "kostnader.0.item", repeated("x", 201),
	    "Teksten er 201 tegn. Her er det plass til 200. Kort den ned med 1 tegn.");
}

TEST(a_table_holds_as_many_rows_as_it_says)
{
	struct fixture *f = fixture_new(arena);

	f->okonomi[F_COSTS].max_rows = 3;
	answers_set(f->answers, "kostnader.2.item", "Mat");
	answers_set(f->answers, "kostnader.2.cash", "0");
	expect_nothing(f);
	answers_set(f->answers, "kostnader.3.item", "Reise");
	answers_set(f->answers, "kostnader.3.cash", "0");
	CHECK_TEXT(
	    fixture_told(f, NULL, "kostnader"), "Planen har 4 linjer. Her er det plass til 3. Slå sammen noen av dem.");
}

TEST(a_plan_one_krone_off_does_not_balance)
{
	struct fixture *f = fixture_new(arena);

	answers_set(f->answers, "sum", "39999");
	CHECK_TEXT(fixture_told(f, NULL, "finansiering"),
	    "Finansieringen er 1" NBSP "kr lavere enn kostnadene. Endre en av summene, så de blir like.");
	answers_set(f->answers, "sum", "40001");
	CHECK_TEXT(fixture_told(f, NULL, "finansiering"),
	    "Finansieringen er 1" NBSP "kr høyere enn kostnadene. Endre en av summene, så de blir like.");
	answers_set(f->answers, "sum", "39000");
	CHECK_TEXT(fixture_told(f, "okonomi", "finansiering"),
	    "Finansieringen er 1" NBSP "000" NBSP "kr lavere enn kostnadene. Endre en av summene, så de blir like.");
	CHECK(has_errors(f));
}

TEST(a_plan_half_written_is_not_told_as_off_balance_yet)
{
	struct fixture *f = fixture_new(arena);

	answers_set(f->answers, "sum", "");
	CHECK_TEXT(fixture_told(f, "okonomi", "finansiering"), "");
	CHECK(*fixture_told(f, NULL, "finansiering") != '\0');
}

TEST(the_sum_applied_for_may_cover_every_cost)
{
	struct fixture *f = fixture_new(arena);

	answers_set(f->answers, "sum", "60000");
	answers_set(f->answers, "finansiering.0.source", "");
	answers_set(f->answers, "finansiering.0.cash", "");
	answers_set(f->answers, "finansiering.1.source", "");
	answers_set(f->answers, "finansiering.1.own", "");
	CHECK_TEXT(fixture_told(f, NULL, "finansiering"),
	    "Egeninnsatsen er 10" NBSP "000" NBSP
	    "kr lavere i finansieringen enn i kostnadene. Før den samme egeninnsatsen opp "
	    "begge steder.");
}

TEST(own_work_that_pays_for_cash_costs_is_warned_about)
{
	struct fixture *f = fixture_new(arena);

	answers_set(f->answers, "finansiering.1.own", "12000");
	answers_set(f->answers, "finansiering.0.cash", "8000");
	CHECK_TEXT(fixture_told(f, NULL, "finansiering"),
	    "Egeninnsatsen er 2" NBSP "000" NBSP
	    "kr høyere i finansieringen enn i kostnadene. Før den samme egeninnsatsen opp "
	    "begge steder.");
	CHECK(!has_errors(f));
}

TEST(plans_that_are_optional_may_be_left_out)
{
	struct fixture *f = fixture_new(arena);

	f->okonomi[F_COSTS].required = f->okonomi[F_FINANCING].required = NULL;
	f->caps[1].share = -1;
	for (size_t i = 0; i < answers_count(f->answers); i++)
		if (text_starts(answers_at(f->answers, i)->path, "kostnader") ||
		    text_starts(answers_at(f->answers, i)->path, "finansiering"))
			answers_set(f->answers, answers_at(f->answers, i)->path, "");
	expect_nothing(f);
}

TEST(files_are_there_whole_small_enough_and_of_the_right_kind)
{
	struct fixture *f = fixture_new(arena);
	struct attached *file = &f->files[0];

	answers_set(f->answers, "sum", "50001");
	answers_set(f->answers, "finansiering.0.cash", "0");
	answers_set(f->answers, "kostnader.0.cash", "50001");
	f->caps[1].share = 10000;
	CHECK_TEXT(fixture_told(f, NULL, "arsregnskap"), "Legg ved en fil.");
	*file = (struct attached){ "arsregnskap", "regnskap.pdf", ATTACH_PDF, 10 * 1048576, false };
	f->files[1] = (struct attached){ "annet", "annet.pdf", ATTACH_PDF, 0, false };
	f->facts.files = f->files;
	f->facts.n_files = 2;
	expect_nothing(f);
	file->size = 10 * 1048576 + 1;
	CHECK_TEXT(fixture_told(f, NULL, "arsregnskap"),
	    "Filen «regnskap.pdf» er 10,1 MB. Her er det plass til 10 MB. Legg ved en mindre fil.");
	file->size = 0;
	CHECK_TEXT(fixture_told(f, NULL, "arsregnskap"),
	    "Filen «regnskap.pdf» er tom. Lagre den på nytt og legg den ved igjen.");
	file->size = 1;
	file->kind = ATTACH_DOCUMENT;
	CHECK_TEXT(fixture_told(f, NULL, "arsregnskap"),
	    "Filen «regnskap.pdf» er et tekstdokument. Her kan dere legge ved PDF, bilde eller regneark.");
	f->vedlegg[0].kinds = ATTACH_PDF;
	file->kind = (enum attachment_kind)64;
	CHECK_TEXT(fixture_told(f, NULL, "arsregnskap"),
	    "Filen «regnskap.pdf» er en annen slags fil. Her kan dere legge ved PDF.");
	f->vedlegg[0].kinds = 0;
	f->vedlegg[0].max_mb = 0;
	expect_nothing(f);
}

TEST(no_files_are_asked_for_at_the_limit_itself)
{
	struct fixture *f = fixture_new(arena);

	answers_set(f->answers, "sum", "50000");
	answers_set(f->answers, "finansiering.0.cash", "0");
	CHECK_TEXT(fixture_told(f, NULL, "arsregnskap"), "");
}

TEST(failed_rules_are_warnings_with_what_they_lead_to)
{
	struct fixture *f = fixture_new(arena);
	struct messages messages;

	answers_set(f->answers, "kommuner", "3401");
	answers_set(f->answers, "sum", "9999");
	answers_set(f->answers, "finansiering.0.cash", "40001");
	f->facts.in_voluntary_register = false;
	messages = fixture_run(f, NULL);
	CHECK_INT(messages.n, 3);
	CHECK(!messages_have_errors(&messages));
	CHECK_TEXT(messages.list[0].path, "voluntary-register");
	CHECK_TEXT(messages_for(&messages, "sum")->text,
	    "Vi behandler ikke søknader under 10 000 kr. Søknadssummen er 9\u00a0999\u00a0kr, og må være minst "
	    "10\u00a0000\u00a0kr. Dere kan sende søknaden likevel, men da blir den trolig avvist uten å bli vurdert.");
	CHECK_TEXT(messages_for(&messages, "kommuner")->text,
	    "Tiltak i én kommune blir sjelden prioritert. Antall kommuner er 1, og må være minst 2.");
}

TEST(sums_over_the_schemes_limits_are_warned_about_with_the_numbers)
{
	struct fixture *f = fixture_new(arena);

	answers_set(f->answers, "sum", "45001");
	answers_set(f->answers, "finansiering.0.cash", "4999");
	CHECK_TEXT(fixture_told(f, NULL, "sum"),
	    "Dere søker om 45" NBSP "001" NBSP "kr, men ordningen gir høyst 45" NBSP "000" NBSP "kr (75" NBSP
	    "% av kostnadene 60" NBSP "000" NBSP "kr = 45" NBSP "000" NBSP
	    "kr). Sett ned summen, eller send den som den er og få høyst det.");
	CHECK(!has_errors(f));
	f->caps[1].share = -1;
	f->caps[0].sum = MONEY_NOK(45000);
	CHECK_TEXT(fixture_told(f, NULL, "sum"),
	    "Dere søker om 45" NBSP "001" NBSP "kr, men ordningen gir høyst 45" NBSP "000" NBSP
	    "kr. Sett ned summen, eller send den som den er og få høyst det.");
	f->caps[0].sum = MONEY_NOK(45001);
	CHECK_TEXT(fixture_told(f, NULL, "sum"), "");
	fixture_own_share(f, 2500, SHARE_OF_COSTS);
	CHECK_TEXT(fixture_told(f, NULL, "sum"), "Egenandelen er 14" NBSP "999" NBSP "kr. Den må være minst 25" NBSP
						 "% av kostnadene. Søk om mindre, eller dekk mer selv.");
}

TEST(sums_the_scheme_never_gives_are_warned_about)
{
	struct fixture *f = fixture_new(arena);
	struct scheme_sum sums[] = { { .sum = MONEY_NOK(20000) }, { .sum = MONEY_NOK(40000) } };
	struct scheme_rate rate = { .sum = MONEY_NOK(500), .per = 1, .unit = TXT("natt") };

	f->scheme.amount.step = MONEY_NOK(1000);
	answers_set(f->answers, "sum", "40500");
	answers_set(f->answers, "finansiering.0.cash", "9500");
	CHECK_TEXT(fixture_told(f, NULL, "sum"),
	    "Dere søker om 40" NBSP "500" NBSP "kr, men ordningen gir bare hele 1" NBSP "000" NBSP
	    "kr. Rund av summen.");
	answers_set(f->answers, "sum", "40000");
	answers_set(f->answers, "finansiering.0.cash", "10000");
	CHECK_TEXT(fixture_told(f, NULL, "sum"), "");
	f->scheme.amount.step = MONEY_ZERO;
	f->scheme.amount.sums = sums;
	f->scheme.amount.n_sums = 2;
	f->scheme.amount.levels = true;
	CHECK_TEXT(fixture_told(f, NULL, "sum"), "");
	sums[1].sum = MONEY_NOK(40001);
	CHECK_TEXT(fixture_told(f, NULL, "sum"),
	    "Dere søker om 40" NBSP "000" NBSP "kr, men ordningen gir bare 20" NBSP "000" NBSP "kr, 40" NBSP "001" NBSP
	    "kr. Skriv en av summene den gir.");
	CHECK(!has_errors(f));
	f->scheme.amount.n_sums = 0;
	rate.count = fixture_expr(arena, "79");
	f->scheme.amount.rates = &rate;
	f->scheme.amount.n_rates = 1;
	CHECK_TEXT(fixture_told(f, NULL, "sum"),
	    "Dere søker om 40" NBSP "000" NBSP "kr, men ordningen gir høyst 39" NBSP "500" NBSP "kr (500" NBSP
	    "kr per natt (79) = 39" NBSP "500" NBSP "kr). Sett ned summen, eller send den som den er og få høyst det.");
	rate.count = fixture_expr(arena, "80");
	CHECK_TEXT(fixture_told(f, NULL, "sum"), "");
}

TEST(limits_are_told_on_the_page_where_the_sum_stands)
{
	struct fixture *f = fixture_new(arena);

	answers_set(f->answers, "sum", "45001");
	CHECK(*fixture_told(f, "okonomi", "sum") != '\0');
	CHECK_INT(fixture_run(f, "tiltaket").n, 0);
	answers_set(f->answers, "kostnader.0.cash", "");
	answers_set(f->answers, "kostnader.1.own", ""); /* 75 % of costs that are not there yet */
	CHECK_TEXT(fixture_told(f, "okonomi", "sum"), "");
	answers_set(f->answers, "sum", "100001");
	CHECK(*fixture_told(f, "okonomi", "sum") != '\0');
	CHECK(*fixture_told(f, NULL, "sum") != '\0');
}

TEST(own_work_over_its_ceiling_is_warned_about)
{
	struct fixture *f = fixture_new(arena);

	fixture_own_work(f, 1000);
	CHECK_TEXT(fixture_told(f, NULL, "sum"), "Egeninnsats teller med høyst 10" NBSP "% av finansieringen: 6" NBSP
						 "000" NBSP "kr av 10" NBSP "000" NBSP "kr.");
	fixture_own_work(f, 1667);
	CHECK_TEXT(fixture_told(f, NULL, "sum"), "");
}

/* The plan of a real project of four years, whose control sums are known (R14). */
static const struct {
	const char *item;
	int64_t cash, own;
} sogn_costs[] = {
	{ "Prosjektleder", 900000, 0 },
	{ "Kontaktpersoner i kommuner", 0, 700000 },
	{ "Næringsaktører i kommunene", 0, 100000 },
	{ "Arrangement og kickoff", 80000, 175000 },
	{ "Aktiviteter", 50000, 250000 },
	{ "Møter/reiser", 50000, 125000 },
}, sogn_financing[] = {
	{ "Sogn regionråd", 200000, 100000 },
	{ "Kommunene", 200000, 1250000 },
};
#define SOGN_APPLIED "680000" /* "Eksterne": what is applied for */

static void
fill_row(struct answers *answers, const char *table, size_t row, const char *column, const char *value)
{
	answers_set(answers, arena_printf(arena, "%s.%zu.%s", table, row, column), value);
}

static void
fill_sogn(struct fixture *f)
{
	for (size_t i = 0; i < COUNT_OF(sogn_costs); i++) {
		fill_row(f->answers, "kostnader", i, "item", sogn_costs[i].item);
		fill_row(f->answers, "kostnader", i, "cash", money_digits(arena, MONEY_NOK(sogn_costs[i].cash)));
		fill_row(f->answers, "kostnader", i, "own", money_digits(arena, MONEY_NOK(sogn_costs[i].own)));
	}
	for (size_t i = 0; i < COUNT_OF(sogn_financing); i++) {
		fill_row(f->answers, "finansiering", i, "source", sogn_financing[i].item);
		fill_row(f->answers, "finansiering", i, "cash", money_digits(arena, MONEY_NOK(sogn_financing[i].cash)));
		fill_row(f->answers, "finansiering", i, "own", money_digits(arena, MONEY_NOK(sogn_financing[i].own)));
	}
	answers_set(f->answers, "sum", SOGN_APPLIED);
	answers_normalise(f->answers, &f->scheme);
}

TEST(sogn_for_alle_balances_to_its_control_sums)
{
	struct fixture *f = fixture_new(arena);
	struct application_sums sums;

	fill_sogn(f);
	f->facts.applicant = APPLICANT_COOPERATION;
	f->scheme.amount.n_max = 0;
	sums_of(&sums, &f->scheme, f->answers);
	CHECK_INT(sums.costs_cash.ore, 108000000);
	CHECK_INT(sums.costs_own.ore, 135000000);
	CHECK_INT(sums.costs.ore, 243000000);
	CHECK_INT(sums.financing_cash.ore, 108000000);
	CHECK_INT(sums.financing_own.ore, 135000000);
	CHECK_INT(sums.financing.ore, 243000000);
	CHECK_TEXT(fixture_told(f, NULL, "finansiering"), "");
	CHECK_TEXT(fixture_told(f, NULL, "applicant-type"), "Søkeren må være en av dem ordningen er for. Dere kan "
							    "sende søknaden likevel, men da blir den trolig avvist "
							    "uten å bli "
							    "vurdert.");
	f->facts.applicant = APPLICANT_MUNICIPALITY;
	expect_nothing(f);
}

TEST(messages_speak_the_readers_language)
{
	struct fixture *f = fixture_new(arena);
	struct messages messages = messages_new(arena);

	answers_set(f->answers, "unge", "");
	answers_set(f->answers, "sum", "39000");
	validation_run(&messages, &f->scheme, f->answers, &f->facts, NULL, LANG_NN);
	CHECK_TEXT(messages_for(&messages, "finansiering")->text,
	    "Finansieringa er 1" NBSP "000" NBSP "kr lågare enn kostnadene. Endre ein av summane, så dei blir like.");
	CHECK_TEXT(messages_for(&messages, "finansiering")->about, "Finansiering");
	messages = messages_new(arena);
	validation_run(&messages, &f->scheme, f->answers, &f->facts, NULL, LANG_EN);
	CHECK_TEXT(messages_for(&messages, "unge")->text, "Answer yes or no.");
}

TEST(many_messages_keep_their_order)
{
	struct messages messages = messages_new(arena);

	for (int i = 0; i < 100; i++)
		messages_add(&messages, MESSAGE_WARNING, "s", arena_printf(arena, "p%d", i), "x");
	CHECK_INT(messages.n, 100);
	CHECK_TEXT(messages.list[99].path, "p99");
	CHECK(!messages_have_errors(&messages));
	CHECK(messages_for(&messages, "p100") == NULL);
}

UNIT_MAIN(WITH_ARENA(an_application_in_order_has_no_messages),
    WITH_ARENA(an_empty_application_asks_for_each_required_answer),
    WITH_ARENA(optional_sums_and_days_are_asked_for_when_required),
    WITH_ARENA(saving_a_page_does_not_ask_for_what_is_empty), WITH_ARENA(saving_a_page_tells_about_that_page_only),
    WITH_ARENA(five_hundred_characters_fit_and_one_more_is_told_with_both_counts),
    WITH_ARENA(texts_without_a_limit_have_the_types_own), WITH_ARENA(sums_that_cannot_be_read_are_told_why),
    WITH_ARENA(sums_are_held_to_the_fields_limits_to_the_krone), WITH_ARENA(numbers_are_whole_and_within_limits),
    WITH_ARENA(a_day_must_be_a_day), WITH_ARENA(a_period_may_last_one_day_but_not_end_before_it_starts),
    WITH_ARENA(a_start_outside_the_calls_period_is_warned_about), WITH_ARENA(choices_are_among_those_offered),
    WITH_ARENA(municipalities_are_looked_up), WITH_ARENA(addresses_numbers_and_accounts_are_checked),
    WITH_ARENA(what_is_not_asked_for_is_not_checked), WITH_ARENA(a_constraint_tells_its_own_text),
    WITH_ARENA(goals_have_a_number_and_how_it_will_be_seen), WITH_ARENA(rows_need_both_text_and_sum),
    WITH_ARENA(a_row_left_empty_between_others_is_no_fault), WITH_ARENA(cells_are_checked_where_they_stand),
    WITH_ARENA(a_table_holds_as_many_rows_as_it_says), WITH_ARENA(a_plan_one_krone_off_does_not_balance),
    WITH_ARENA(a_plan_half_written_is_not_told_as_off_balance_yet),
    WITH_ARENA(the_sum_applied_for_may_cover_every_cost), WITH_ARENA(own_work_that_pays_for_cash_costs_is_warned_about),
    WITH_ARENA(plans_that_are_optional_may_be_left_out),
    WITH_ARENA(files_are_there_whole_small_enough_and_of_the_right_kind),
    WITH_ARENA(no_files_are_asked_for_at_the_limit_itself),
    WITH_ARENA(failed_rules_are_warnings_with_what_they_lead_to),
    WITH_ARENA(sums_over_the_schemes_limits_are_warned_about_with_the_numbers),
    WITH_ARENA(sums_the_scheme_never_gives_are_warned_about),
    WITH_ARENA(limits_are_told_on_the_page_where_the_sum_stands), WITH_ARENA(own_work_over_its_ceiling_is_warned_about),
    WITH_ARENA(sogn_for_alle_balances_to_its_control_sums), WITH_ARENA(messages_speak_the_readers_language),
    WITH_ARENA(many_messages_keep_their_order))
