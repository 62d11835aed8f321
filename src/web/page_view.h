/* page_view.h — what every page shows around its own content: {{@key}} in templates. */
#ifndef WEB_PAGE_VIEW_H
#define WEB_PAGE_VIEW_H

#include <stdbool.h>
#include <stddef.h>

#include "core/lang.h"

/* One link in the menu. */
struct page_link {
	const char *url;
	const char *text; /* in the reader's language */
	bool current;     /* the page is in this part of the site */
};

/* A short message on top of the page, after something was done. */
struct page_notice {
	const char *text;
	bool good, warning, bad, plain; /* exactly one */
};

struct page_view {
	enum lang lang;
	const char *lang_code;         /* "nb", "nn", "en" */
	bool is_nb, is_nn, is_en;      /* the same, for the language switch */
	const char *title;             /* in the reader's language, without the site's name */
	bool has_errors;               /* the title then begins "Feil:" */
	const char *path;              /* this page with its query, so that the language switch and login come back */
	const char *csrf_token;        /* masked anew for this answer */
	const char *form_key;          /* one-time key of this answer's forms */
	const char *user_name;         /* "" when nobody is logged in */
	const char *organisation_name; /* acted for; "" for none */
	bool is_applicant, is_officer, is_leader, is_politician, is_admin;
	bool is_staff;             /* officer, leader or admin: denser pages */
	const char *role_class;    /* class of <body>: "anyone", "applicant", "staff" or "politician" */
	const char *asset_version; /* changes when an asset does */
	const char *county_name;   /* "Innlandet fylkeskommune" */
	const char *contact_email, *contact_phone;
	bool demo;              /* demo data: says so on every page */
	const char *band_draft; /* grey band: "Utkast, ikke sendt. Fristen er ..."; "" or NULL for none */
	const char *band_sent;  /* green band: "Sendt ... Søknadsnummer ..."; "" or NULL for none */
	const struct page_link *nav;
	size_t n_nav;
	const struct page_notice *notices;
	size_t n_notices;
};

#endif
