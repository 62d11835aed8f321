/* site_flow.h — the installation itself: which county runs it, where it stands and in which mode. */
#ifndef FLOW_SITE_FLOW_H
#define FLOW_SITE_FLOW_H

#include "core/ctx.h"

enum site_mode { SITE_DEMO, SITE_TEST, SITE_PRODUCTION };

struct site {
	enum site_mode mode;         /* TILSKUDD_MODE */
	const char *home;            /* TILSKUDD_HOME: the tree with conf/, sql/, assets/ */
	const char *url;             /* TILSKUDD_URL: where people find it, without a last slash; for links in e-mail */
	const struct county *county; /* conf/county.xml, whole: for ctx */
	struct lang_text name;       /* the county's */
	struct lang_text place;      /* "Innlandet" */
	const char *phone, *email, *website;
};

/*
 * Reads the environment and TILSKUDD_HOME/conf/county.xml.
 *
 * out:     arena; what is wrong is logged
 * returns: OK; ERR_INVALID for a mode that is none, or production without TILSKUDD_URL; ERR_IO
 */
enum status site_read(struct site *out, struct arena *arena) MUST_CHECK;

/* The path of a file in TILSKUDD_HOME: "conf/letters/texts.xml". */
const char *site_file(struct arena *arena, const char *file);

/*
 * The document templates of TILSKUDD_HOME/pdf-templates, with their fonts.
 *
 * out:     arena, which must live as long as the process
 * returns: OK; ERR_IO or ERR_INVALID, logged with file and line
 */
enum status site_documents(struct doc_store **out, struct arena *arena, const struct site *site) MUST_CHECK;

/*
 * For commands: reads the site and puts county, templates and an empty store of schemes in ctx.
 * returns: as site_read() and site_documents()
 */
enum status site_equip(struct ctx *ctx) MUST_CHECK;

#endif
