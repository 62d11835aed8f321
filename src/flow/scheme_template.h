/* scheme_template.h — what a new scheme can begin from: schemes with everything common filled in and the rest open. */
#ifndef FLOW_SCHEME_TEMPLATE_H
#define FLOW_SCHEME_TEMPLATE_H

#include "core/ctx.h"

struct scheme_template {
	const char *id; /* the file's name without .xml */
	struct lang_text name, about;
	const char *document;
	size_t len;
};

struct scheme_templates {
	struct scheme_template *list; /* as conf/schemes/templates/templates.xml has them */
	size_t n;
};

/*
 * Reads the folder's list and the documents it names.
 *
 * out:     arena, which must live as long as the process
 * returns: OK; ERR_IO or ERR_INVALID, logged with file and line
 */
enum status scheme_templates_load(struct scheme_templates **out, struct arena *arena, const char *dir) MUST_CHECK;

/* NULL when there is none of that id. */
const struct scheme_template *scheme_template_find(const struct scheme_templates *templates, const char *id);

#endif
