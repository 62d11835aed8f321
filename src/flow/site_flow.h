/* site_flow.h — the installation itself: which county runs it, where it stands and in which mode. */
#ifndef FLOW_SITE_FLOW_H
#define FLOW_SITE_FLOW_H

#include "core/arena.h"
#include "core/lang.h"

struct county;

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

#endif
