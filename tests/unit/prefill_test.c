/* prefill_test.c — what is known stands in a new draft, in the form answers are stored in. */
#include "check.h"
#include "domain_fixture.h"

#include "domain/prefill.h"

static struct answers *
filled(struct fixture *f, const struct prefill_source *source)
{
	struct answers *out = answers_new(arena);

	prefill(out, &f->scheme, source);
	return (out);
}

static const struct prefill_source known = { "Dalen danselag", "974760673", "Gata 1, 2317 Hamar", "3403", "12345678911",
	"Kari Prøve", "kari@lag.example", "912 34 567" };

TEST(only_fields_that_ask_for_it_are_filled)
{
	struct fixture *f = fixture_new(arena);

	CHECK_INT(answers_count(filled(f, &known)), 0);
	f->soker[F_EMAIL].prefill = "user-email";
	f->soker[F_PHONE].prefill = "user-phone";
	f->soker[F_ACCOUNT].prefill = "organisation-account";
	CHECK_INT(answers_count(filled(f, &known)), 3);
	CHECK_TEXT(answers_get(filled(f, &known), "epost"), "kari@lag.example");
	CHECK_TEXT(answers_get(filled(f, &known), "telefon"), "91234567");
	CHECK_TEXT(answers_get(filled(f, &known), "konto"), "12345678911");
}

TEST(what_is_not_known_is_left_open)
{
	struct fixture *f = fixture_new(arena);
	struct prefill_source source = { "", "", "", "", "", "", "", "" };

	f->soker[F_EMAIL].prefill = "user-email";
	f->tiltaket[F_ABOUT].type = FIELD_ADDRESS;
	f->tiltaket[F_ABOUT].prefill = "organisation-address";
	CHECK_INT(answers_count(filled(f, &source)), 0);
}

TEST(an_address_is_taken_apart_where_it_can_be)
{
	static const struct {
		const char *address, *street, *postcode, *place;
	} cases[] = {
		{ "Gata 1, 2317 Hamar", "Gata 1", "2317", "Hamar" },
		{ "c/o Kari, Gata 1, 0150 Oslo", "c/o Kari, Gata 1", "0150", "Oslo" },
		{ "Postboks 5", "Postboks 5", "", "" },
		{ "Gata 1, Hamar", "Gata 1, Hamar", "", "" },
		{ "Gata 1, 23171 Hamar", "Gata 1, 23171 Hamar", "", "" },
		{ "Gata 1, 2317", "Gata 1, 2317", "", "" },
		{ "Gata 1, 2317 ", "Gata 1, 2317", "", "" },
	};
	struct fixture *f = fixture_new(arena);

	f->tiltaket[F_ABOUT].type = FIELD_ADDRESS;
	f->tiltaket[F_ABOUT].prefill = "organisation-address";
	for (size_t i = 0; i < COUNT_OF(cases); i++) {
		struct prefill_source source = known;
		struct answers *out;

		source.address = cases[i].address;
		out = filled(f, &source);
		CHECK_TEXT(answers_get(out, "omtale.street"), cases[i].street);
		CHECK_TEXT(answers_get(out, "omtale.postcode"), cases[i].postcode);
		CHECK_TEXT(answers_get(out, "omtale.place"), cases[i].place);
		CHECK_TEXT(answers_get(out, "omtale.municipality"), "3403");
	}
}

TEST(a_person_is_the_one_who_writes)
{
	struct fixture *f = fixture_new(arena);
	struct answers *out;

	f->tiltaket[F_ABOUT].type = FIELD_PERSON;
	f->tiltaket[F_ABOUT].role = FIELD_ROLE_CONTACT;
	f->tiltaket[F_ABOUT].prefill = "user";
	out = filled(f, &known);
	CHECK_TEXT(answers_get(out, "omtale.name"), "Kari Prøve");
	CHECK_TEXT(answers_get(out, "omtale.phone"), "91234567");
	CHECK_TEXT(answers_get(out, "omtale.position"), "");
}

int
main(void)
{
	const struct CMUnitTest tests[] = { WITH_ARENA(only_fields_that_ask_for_it_are_filled),
		WITH_ARENA(what_is_not_known_is_left_open), WITH_ARENA(an_address_is_taken_apart_where_it_can_be),
		WITH_ARENA(a_person_is_the_one_who_writes) };

	return (cmocka_run_group_tests(tests, NULL, NULL) == 0 ? 0 : 1);
}
