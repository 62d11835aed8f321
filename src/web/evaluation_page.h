/* evaluation_page.h — what the pages of evaluations share: which one is asked for, and in what form. */
#ifndef WEB_EVALUATION_PAGE_H
#define WEB_EVALUATION_PAGE_H

#include "flow/evaluation_flow.h"
#include "web/page.h"

/* ".../:scheme/2026" is the page, "2026.pdf" and "2026.csv" the same as files. */
enum evaluation_form { EVALUATION_PAGE, EVALUATION_PDF, EVALUATION_CSV, EVALUATION_UNKNOWN };

struct evaluation_asked {
	const char *scheme_id;
	int year;
	enum evaluation_form form;
};

/* From the address. returns: OK; ERR_NOT_FOUND when it names no year or form */
enum status evaluation_asked(struct evaluation_asked *out, struct ctx *ctx) MUST_CHECK;
/* "evaluering-in-kulturaktivitet-2026.pdf" */
const char *evaluation_file_name(struct ctx *ctx, const struct evaluation_asked *asked, const char *suffix);

#endif
