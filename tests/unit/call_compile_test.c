/* call_compile_test.c — a call document is read as it says, and each kind of mistake in one gives its message at its
 * line. */
#include "scheme_fixture.h"

#include "scheme/call_compile.h"
#include "scheme/scheme_gate.h"

static const char *
small(struct arena *arena)
{
	return (fixture_file(arena, "tests/fixtures/call/small.xml"));
}

static const char *
told(struct arena *arena, const char *xml, enum lang lang)
{
	struct scheme_messages messages = scheme_messages_new(arena, lang);
	const struct call_plans *plans = NULL;
	struct buf out = buf_new(arena);
	enum status st = call_compile(&plans, &messages, arena, "t.xml", xml, strlen(xml));

	CHECK((st == OK) == (messages.n == 0));
	CHECK((st == OK) == (plans != NULL));
	for (size_t i = 0; i < messages.n; i++)
		buf_printf(&out, "%s%d: %s", i == 0 ? "" : "\n", messages.list[i].line, messages.list[i].text);
	return (buf_text(&out));
}

static void
check_changes(const struct fixture_change *changes, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		struct arena *arena = arena_new(0);
		const char *got =
		    told(arena, fixture_swap(arena, small(arena), changes[i].find, changes[i].replace), LANG_NB);

		if (strcmp(got, changes[i].expected) != 0)
			fail_msg("%s -> %s:\nexpected %s\ngot      %s", changes[i].find, changes[i].replace,
			    changes[i].expected, got);
		arena_free(arena);
	}
}

#define CHECK_CHANGES(changes) check_changes(changes, sizeof(changes) / sizeof((changes)[0]))

static const struct call_plans *
compiled(struct arena *arena, const char *xml)
{
	struct scheme_messages messages = scheme_messages_new(arena, LANG_NB);
	const struct call_plans *plans = NULL;

	CHECK(call_compile(&plans, &messages, arena, "t.xml", xml, strlen(xml)) == OK);
	return (plans);
}

TEST(a_document_is_read_as_it_says)
{
	struct arena *arena = arena_new(0);
	const struct call_plans *plans = compiled(arena, small(arena));
	const struct call_plan *call = plans->calls;

	CHECK_TEXT(plans->scheme_id, "t-liten");
	CHECK_INT(plans->cycle_years, 0);
	CHECK_INT(plans->n_usual, 2);
	CHECK_INT(plans->usual[0].opens.month, 2);
	CHECK_INT(plans->usual[1].closes.month, 11);
	CHECK_INT(plans->n_calls, 5);
	CHECK_INT(call->year, 2026);
	CHECK_INT(call->round, 1);
	CHECK_INT(call->kind, CALL_FIXED);
	CHECK(!call->extra);
	CHECK_TEXT(instant_iso(arena, call->opens_at), "2026-02-01T08:00:00.000000Z");
	CHECK_TEXT(instant_iso(arena, call->closes_at), "2026-04-20T10:00:00.000000Z");
	CHECK_TEXT(date_iso(arena, call->covers_from), "2026-07-01");
	CHECK_TEXT(date_iso(arena, call->covers_to), "2026-12-31");
	CHECK_INT(call->frame.ore, 30000000);
	CHECK(call->conditional);
	CHECK_TEXT(call->condition.in[LANG_NB], "Om tinget vil.");
	CHECK_TEXT(date_iso(arena, call->answer_by), "2026-06-01");
	CHECK_TEXT(call->contact.name, "Kari Prøve");
	CHECK_TEXT(call->message.in[LANG_NN], "Hei");
	CHECK_INT(call->n_extended, 1);
	/* The whole last minute of the day counts. */
	CHECK_TEXT(instant_iso(arena, call->extended[0].from), "2026-04-01T22:00:00.000000Z");
	CHECK_TEXT(date_iso(arena, call->extended[0].decided_on), "2026-03-20");
	arena_free(arena);
}

TEST(every_kind_and_every_turn_is_read)
{
	struct arena *arena = arena_new(0);
	const struct call_plans *plans = compiled(arena, small(arena));
	const struct call_plan *call = &plans->calls[1];

	CHECK_TEXT(instant_iso(arena, call->opens_at), "2026-09-01T08:30:00.000000Z");
	CHECK_TEXT(call->title.in[LANG_NB], "Våren");
	CHECK_INT(call->usual.month, 11);
	CHECK_INT(call->usual.day, 1);
	CHECK_TEXT(call->changed.in[LANG_NN], "Møtet er seint.");
	CHECK_INT(call->n_upstream, 1);
	CHECK_INT(call->upstream[0].body, CALL_BODY_MUNICIPALITY);
	CHECK_TEXT(date_iso(arena, call->upstream[0].closes_on), "2026-10-01");
	call = &plans->calls[2];
	CHECK_INT(call->kind, CALL_CONTINUOUS);
	CHECK_INT(call->round, 2);
	CHECK_INT(call->answer_weeks, 4);
	CHECK_TEXT(call->contact.email, "ola@fylke.test");
	CHECK_INT(call->status, CALL_USED_UP);
	CHECK_TEXT(date_iso(arena, call->status_on), "2027-10-01");
	call = &plans->calls[3];
	CHECK_INT(call->kind, CALL_MAIN_THEN_CONTINUOUS);
	CHECK(call->extra);
	CHECK_TEXT(instant_iso(arena, call->main_closes_at), "2027-03-01T23:00:00.000000Z");
	CHECK_INT(call->status, CALL_CANCELLED);
	CHECK_TEXT(call->status_why.in[LANG_NB], "Ingen penger");
	call = &plans->calls[4];
	CHECK_INT(call->kind, CALL_RELATIVE);
	CHECK_INT(call->before_start.count, 4);
	CHECK_INT(call->before_start.unit, CALL_UNIT_MONTHS);
	CHECK_INT(call->status, CALL_ON_HOLD);
	arena_free(arena);
}

TEST(codes_are_the_vocabularys_words)
{
	enum call_kind kind;
	enum call_unit unit;
	enum call_body body;
	enum call_status status;

	for (int i = 0; i < CALL_KIND__MAX; i++)
		CHECK(call_kind_parse(&kind, call_kind_code((enum call_kind)i)) && (int)kind == i &&
		      strstr(CALL_KINDS, call_kind_code(kind)) != NULL);
	for (int i = 0; i < CALL_UNIT__MAX; i++)
		CHECK(call_unit_parse(&unit, call_unit_code((enum call_unit)i)) && (int)unit == i &&
		      strstr(CALL_UNITS, call_unit_code(unit)) != NULL);
	for (int i = 0; i < CALL_BODY__MAX; i++)
		CHECK(call_body_parse(&body, call_body_code((enum call_body)i)) && (int)body == i &&
		      strstr(CALL_BODIES, call_body_code(body)) != NULL);
	for (int i = 0; i < CALL_STATUS__MAX; i++)
		CHECK(call_status_parse(&status, call_status_code((enum call_status)i)) && (int)status == i);
	CHECK(!call_kind_parse(&kind, "later") && !call_unit_parse(&unit, NULL) && !call_body_parse(&body, "") &&
	      !call_status_parse(&status, "on_hold"));
	CHECK(call_kind_in_batches(CALL_RELATIVE) && !call_kind_in_batches(CALL_FIXED));
}

TEST(values_are_what_they_should_be)
{
	static const struct fixture_change changes[] = {
		{ NULL, NULL, "" },
		{ "scheme=\"t-liten\"", "scheme=\"Å\"",
		    "2: scheme=\"Å\" på <calls> går ikke; skriv 3 til 64 tegn: små bokstaver a-z, tall og bindestrek" },
		{ "kind=\"continuous\"", "kind=\"contineous\"",
		    "19: kind=\"contineous\" på <call> går ikke; skriv ett av ordene: fixed continuous "
		    "main-then-continuous "
		    "relative" },
		{ "opens=\"2026-02-01\"", "opens=\"1.2.2026\"",
		    "6: opens=\"1.2.2026\" på <call> går ikke; skriv en dag som 2026-01-31, eller dag og klokkeslett "
		    "som "
		    "2026-01-31 12:00" },
		{ "closes=\"2026-04-20 12:00\"", "closes=\"2026-04-20 24:00\"",
		    "6: closes=\"2026-04-20 24:00\" på <call> går ikke; skriv en dag som 2026-01-31, eller dag og "
		    "klokkeslett "
		    "som 2026-01-31 12:00" },
		{ "closes=\"2026-04-20 12:00\"", "closes=\"2026-04-31\"",
		    "6: closes=\"2026-04-31\" på <call> går ikke; skriv en dag som 2026-01-31, eller dag og "
		    "klokkeslett som "
		    "2026-01-31 12:00" },
		{ "closes=\"04-01\"", "closes=\"02-29\"",
		    "3: closes=\"02-29\" på <usual> går ikke; skriv måned og dag som 02-01, en dag som finnes hvert "
		    "år" },
		{ "unit=\"months\"", "unit=\"years\"",
		    "30: unit=\"years\" på <before-start> går ikke; skriv ett av ordene: days weeks months" },
		{ "count=\"4\"", "count=\"0\"",
		    "30: count=\"0\" på <before-start> går ikke; skriv et helt tall fra 1 til 400" },
		{ "year=\"2026\"", "year=\"26\"",
		    "6: year=\"26\" på <call> går ikke; skriv et helt tall fra 2000 til 2199" },
		{ "nok=\"300000\"", "nok=\"300 000\"",
		    "8: nok=\"300 000\" på <frame> går ikke; skriv hele kroner bare med sifre, som 25000" },
		{ "email=\"ola@fylke.test\"", "email=\"ola\"", "22: «ola» er ingen e-postadresse; rett email" },
		{ "email=\"kari@fylke.test\"", "email=\"kari@\"", "5: «kari@» er ingen e-postadresse; rett email" },
		{ "<message><nb>Hei</nb>", "<message>", "10: <message> mangler teksten på nb; skriv <nb>…</nb>" },
		{ "<extended from=\"2026-04-01\" on=\"2026-03-20\">", "<extended from=\"2026-04-01\">",
		    "11: <extended> mangler on=\"…\"; skriv en dag som 2026-01-31" },
		{ "<answer weeks=\"4\"/>", "", "19: <call> mangler <answer>; legg det til" },
		{ "<covers ", "<cover ", "7: <cover> kan ikke stå i <call>; rett navnet; mente du «covers»?" },
		{ "<cancelled on", "<canceled/><cancelled on",
		    "27: <canceled> kan ikke stå i <call>; rett navnet; mente du «cancelled»?" },
	};

	CHECK_CHANGES(changes);
}

TEST(days_must_fit_each_other)
{
	static const struct fixture_change changes[] = {
		{ "opens=\"2026-02-01\"", "opens=\"2026-04-20 12:00\"",
		    "6: utlysningen lukker før den åpner; rett opens eller closes\n"
		    "11: den gamle fristen er før utlysningen åpnet; rett from eller opens" },
		{ "year=\"2026\"", "year=\"2028\"",
		    "6: fristen er i 2026, men year er 2028; rett en av dem, det kan ikke være mer enn ett år "
		    "imellom" },
		{ "to=\"2026-12-31\"", "to=\"2026-06-30\"",
		    "7: perioden slutter før den begynner; rett from eller to" },
		{ "by=\"2026-06-01\"", "by=\"2026-04-20\"", "9: svaret skal komme før fristen er ute; rett by" },
		{ "from=\"2026-04-01\" on", "from=\"2026-04-20 12:00\" on",
		    "6: fristen er en annen enn i <usual>; legg til <changed> med grunnen, eller rett closes\n"
		    "11: den gamle fristen er ikke før den nye; rett from eller closes" },
		{ "<extended from",
		    "<extended from=\"2026-04-10\" on=\"2026-03-01\"><nb>a</nb><nn>a</nn></extended><extended from",
		    "6: fristen er en annen enn i <usual>; legg til <changed> med grunnen, eller rett closes\n"
		    "11: fristene i <extended> må stige; sett den eldste først" },
		{ "<changed usual=\"11-01\"><nb>Møtet er sent.</nb><nn>Møtet er seint.</nn></changed>", "",
		    "13: fristen er en annen enn i <usual>; legg til <changed> med grunnen, eller rett closes" },
		{ "<changed usual=\"11-01\">", "<changed usual=\"11-15\">",
		    "16: <changed> sier at fristen er en annen enn vanlig, men den er som vanlig; ta det bort" },
		{ "body=\"municipality\" closes=\"2026-10-01\"", "body=\"municipality\" closes=\"2026-11-16\"",
		    "17: den andre fristen er ikke før vår; rett closes i <upstream>" },
		{ "round=\"2\"", "", "19: to utlysninger er runde 1 av 2027; gi den ene en annen round" },
		{ "<usual opens", "<cycle years=\"3\"/><usual opens",
		    "13: ordningen lyses ut hvert 3. år, men det er 1 år siden utlysningen i 2026; rett year eller "
		    "<cycle>, eller "
		    "skriv extra=\"yes\"\n"
		    "19: ordningen lyses ut hvert 3. år, men det er 1 år siden utlysningen i 2026; rett year eller "
		    "<cycle>, eller "
		    "skriv extra=\"yes\"\n"
		    "29: ordningen lyses ut hvert 3. år, men det er 1 år siden utlysningen i 2026; rett year eller "
		    "<cycle>, eller "
		    "skriv extra=\"yes\"" },
	};

	CHECK_CHANGES(changes);
}

TEST(kinds_have_what_is_theirs)
{
	static const struct fixture_change changes[] = {
		{ " main-closes=\"2027-03-01\"", "", "25: hovedrunden har ingen frist; skriv main-closes=\"…\"" },
		{ "main-closes=\"2027-03-01\"", "main-closes=\"2028-01-01\"",
		    "25: hovedrundens frist må ligge mellom opens og closes; rett main-closes\n"
		    "26: svaret skal komme før fristen er ute; rett by" },
		{ "closes=\"2026-04-20 12:00\"", "closes=\"2026-04-20 12:00\" main-closes=\"2026-03-01\"",
		    "6: main-closes hører bare til kind=\"main-then-continuous\"; ta den bort eller rett kind" },
		{ "<before-start count=\"4\" unit=\"months\"/>", "",
		    "29: kind=\"relative\" sier ikke hvor lenge før start søknaden må komme; legg til <before-start>" },
		{ "<covers from", "<before-start count=\"3\" unit=\"weeks\"/><covers from",
		    "7: en fast frist har ingen <before-start>; ta den bort eller rett kind" },
		{ "<answer by=\"2026-06-01\"/>", "<answer/>",
		    "9: <answer> sier ikke når svaret kommer etter fristen; skriv by=\"…\"" },
		{ "<answer by=\"2026-06-01\"/>", "<answer by=\"2026-06-01\" weeks=\"3\"/>",
		    "9: weeks i <answer> passer ikke til kind=\"fixed\"; ta det bort" },
		{ "<answer weeks=\"4\"/>", "<answer/>",
		    "21: <answer> sier ikke hvor lang tid svaret tar når søknader behandles fortløpende; skriv "
		    "weeks=\"…\"" },
		{ "<answer weeks=\"4\"/>", "<answer by=\"2028-01-31\" weeks=\"4\"/>",
		    "21: by i <answer> passer ikke til kind=\"continuous\"; ta det bort" },
		{ "<answer by=\"2027-05-01\" weeks=\"6\"/>", "<answer weeks=\"6\"/>",
		    "26: <answer> sier ikke når svaret kommer etter fristen; skriv by=\"…\"" },
		{ "<frame nok=\"300000\" conditional=\"yes\">", "<frame nok=\"300000\">",
		    "8: teksten i <frame> sier hva rammen avhenger av, men conditional er ikke yes; skriv "
		    "conditional=\"yes\" "
		    "eller ta teksten bort" },
		{ "<frame nok=\"100000\"/>", "<frame/>",
		    "20: <frame> sier ingenting; skriv nok=\"…\", eller conditional=\"yes\" når summen ikke er kjent" },
		{ "<extended from", "<used-up on=\"2026-03-01\"/><extended from",
		    "11: en fast frist gjelder også når pengene er fordelt; ta bort <used-up>, eller bruk "
		    "<cancelled>" },
		{ "<used-up on", "<cancelled on=\"2027-09-01\"><nb>a</nb><nn>a</nn></cancelled><used-up on",
		    "23: utlysningen har både <cancelled> og <used-up>; behold det som gjelder nå" },
	};

	CHECK_CHANGES(changes);
}

TEST(english_readers_get_english)
{
	struct arena *arena = arena_new(0);

	CHECK_TEXT(told(arena, fixture_swap(arena, small(arena), " main-closes=\"2027-03-01\"", ""), LANG_EN),
	    "25: the main round has no deadline; write main-closes=\"…\"");
	CHECK_TEXT(told(arena, "<scheme xmlns=\"" CALL_NS "\"/>", LANG_EN),
	    "1: the outermost element is <scheme>; it must be <calls>");
	arena_free(arena);
}

/* A period is what relative deadlines are counted from. */
TEST(the_scheme_must_be_theirs_and_ask_for_a_period)
{
	struct arena *arena = arena_new(0);
	struct scheme_messages messages = scheme_messages_new(arena, LANG_NB);
	const struct call_plans *plans = compiled(arena, small(arena));
	const struct scheme none = { .id = "t-liten" }, other = { .id = "t-annen" };

	CHECK(call_check_scheme(&messages, plans, &none) == ERR_INVALID);
	CHECK_INT(messages.n, 1);
	CHECK_INT(messages.list[0].line, 29);
	CHECK_TEXT(messages.list[0].text, "fristen regnes fra aktivitetens start, men skjemaet til ordningen har ingen "
					  "<period>; legg den til der");
	messages = scheme_messages_new(arena, LANG_NB);
	CHECK(call_check_scheme(&messages, plans, &other) == ERR_INVALID);
	CHECK_TEXT(messages.list[0].text, "utlysningene er av «t-liten», men ordningen heter «t-annen»; rett scheme");
	arena_free(arena);
}

/* conf/call.rng is the table as it is now, and takes what the table takes. */
TEST(the_gate_is_the_table)
{
	struct arena *arena = arena_new(0);
	struct scheme_messages messages = scheme_messages_new(arena, LANG_NB);
	struct buf out = buf_new(arena);
	struct xml_schema *gate;
	struct xml_error error;
	const char *xml = small(arena), *wrong;

	vocabulary_write_rng(&out, &call_vocabulary);
	if (strcmp(buf_text(&out), fixture_file(arena, "conf/call.rng")) != 0)
		fail_msg("conf/call.rng is old: run build/tilskudd call rng > conf/call.rng");
	CHECK(xml_relaxng_load(&gate, &error, arena, "conf/call.rng") == OK);
	CHECK(scheme_gate_check(&messages, arena, gate, &call_vocabulary, "t.xml", xml, strlen(xml)) == OK);
	wrong = fixture_swap(arena, xml, "kind=\"relative\"", "kind=\"sometimes\"");
	CHECK(
	    scheme_gate_check(&messages, arena, gate, &call_vocabulary, "t.xml", wrong, strlen(wrong)) == ERR_INVALID);
	arena_free(arena);
}

SCHEME_MAIN(UNIT(a_document_is_read_as_it_says), UNIT(every_kind_and_every_turn_is_read),
    UNIT(codes_are_the_vocabularys_words), UNIT(values_are_what_they_should_be), UNIT(days_must_fit_each_other),
    UNIT(kinds_have_what_is_theirs), UNIT(english_readers_get_english),
    UNIT(the_scheme_must_be_theirs_and_ask_for_a_period), UNIT(the_gate_is_the_table))
