/* county.h — the county that runs this installation, as conf/county.xml tells it. */
#ifndef FLOW_COUNTY_H
#define FLOW_COUNTY_H

#include "core/lang.h"
#include "xml/xml_read.h"

/* A unit or a body: the code is what schemes name. */
struct county_part {
	const char *code;
	struct lang_text name;
};

struct county {
	const char *code;      /* the county's number, two digits */
	const char *orgnr;     /* nine digits */
	struct lang_text name; /* of the organisation */
	struct lang_text place;
	const char *address; /* one line: "Postboks 1, 2325 Hamar" */
	const char *phone, *email, *website;
	struct county_part *units;
	size_t n_units;
	struct county_part *bodies;
	size_t n_bodies;
};

/*
 * Reads and checks the file at path.
 *
 * out:     arena; untouched unless OK
 * error:   filled in unless OK; says what to do
 * returns: OK; ERR_IO when the file cannot be read; ERR_INVALID when something is missing or wrong in it
 */
enum status county_read(struct county **out, struct xml_error *error, struct arena *arena, const char *path) MUST_CHECK;

/* Units and bodies by their codes; NULL when there is none of that code. */
const struct county_part *county_unit(const struct county *county, const char *code);
const struct county_part *county_body(const struct county *county, const char *code);

/* Where one writes to the county: "Innlandet fylkeskommune, Postboks 1, 2325 Hamar, eller post@fylke.example". */
const char *county_mail_text(struct arena *arena, const struct county *county, enum lang lang);

/* A body's name, its code when the county has no such or there is no county; as sentences about schemes ask for it. */
const char *county_body_name(const void *county, const char *code, enum lang lang);

#endif
