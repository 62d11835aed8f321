/* people_check.c — persons and addresses, part by part. */
#include <string.h>

#include "core/text.h"
#include "domain/validation_parts.h"

#define PART_LIMIT 120

/* A part on its own: nothing when it may be empty and is. Whether it has something to check. */
static bool
check_part(struct checking *c, const char *part, bool needed, const char *missing)
{
	const char *value = answers_part(c->view.answers, c->field->id, part);

	if (text_blank(value)) {
		if (needed)
			check_error(c, check_path(c, part), missing);
		return (false);
	}
	check_length(c, check_path(c, part), value, PART_LIMIT);
	return (true);
}

/* Whether any part is filled in: then the others that are needed are asked for too. */
static bool
is_begun(const struct checking *c)
{
	for (const char *const *part = field_parts(c->field); *part != NULL; part++)
		if (!text_blank(answers_part(c->view.answers, c->field->id, *part)))
			return (true);
	return (false);
}

/* Norwegian post codes are four digits (Posten Bring). */
static bool
is_postcode(const char *value)
{
	return (strlen(value) == 4 && strspn(value, "0123456789") == 4);
}

static bool
knows_municipality(const struct application_facts *facts, const char *code)
{
	return (strcmp(code, ADDRESS_ELSEWHERE) == 0 || facts->municipality == NULL ||
		facts->municipality(facts->municipality_of, code) != NULL);
}

void
check_address(struct checking *c)
{
	bool needed = c->required || (c->complete && is_begun(c));

	(void)check_part(c, "street", needed, tr(c->lang, "Skriv gate og nummer, eller stedet."));
	if (check_part(c, "postcode", needed, tr(c->lang, "Skriv postnummeret, fire sifre.")) &&
	    !is_postcode(answers_part(c->view.answers, c->field->id, "postcode")))
		check_error(
		    c, check_path(c, "postcode"), tr(c->lang, "Postnummeret skal ha fire sifre, for eksempel 2317."));
	(void)check_part(c, "place", needed, tr(c->lang, "Skriv poststedet."));
	if (check_part(c, "municipality", needed, tr(c->lang, "Velg kommune.")) &&
	    !knows_municipality(c->view.facts, answers_part(c->view.answers, c->field->id, "municipality")))
		check_error(c, check_path(c, "municipality"), tr(c->lang, "Velg en kommune fra listen."));
}

static void
check_basis(struct checking *c, bool needed)
{
	const char *basis = answers_part(c->view.answers, c->field->id, "basis");

	if (text_blank(basis) && needed)
		check_error(
		    c, check_path(c, "basis"), tr(c->lang, "Velg om personen har signaturrett eller fullmakt."));
	else if (!text_blank(basis) && strcmp(basis, "register") != 0 && strcmp(basis, "authorisation") != 0)
		check_error(c, check_path(c, "basis"), tr(c->lang, "Velg blant svarene i listen."));
}

void
check_person(struct checking *c)
{
	bool needed = c->required || (c->complete && is_begun(c));
	bool signatory = text_equal(c->field->role, FIELD_ROLE_SIGNATORY);

	(void)check_part(c, "name", needed, tr(c->lang, "Skriv navnet."));
	(void)check_part(c, "position", false, "");
	if (check_part(c, "email", needed, tr(c->lang, "Skriv e-postadressen.")))
		check_email_at(c, check_path(c, "email"), answers_part(c->view.answers, c->field->id, "email"));
	if (check_part(c, "phone", needed && !signatory, tr(c->lang, "Skriv telefonnummeret.")))
		check_phone_at(c, check_path(c, "phone"), answers_part(c->view.answers, c->field->id, "phone"));
	if (signatory)
		check_basis(c, needed);
}
