/* section_form.h — what was posted from a section of the form, as answers, files and wishes; and the section shown
 * again. */
#ifndef WEB_SECTION_FORM_H
#define WEB_SECTION_FORM_H

#include "flow/draft_flow.h"
#include "web/form_view.h"

/* The sections of one page: one of the scheme's, or all of them. */
struct section_page {
	struct application_view view;
	const struct scheme_section *section; /* NULL: all on one page */
	const char *action;                   /* the page's own address */
	bool from_check;                      /* came from checking the answers, and goes back there */
	const char *longer_table;             /* a plan with more rows; NULL for none */
	size_t longer_rows;
	const char *new_row;                 /* a group that gets one more row */
	const struct scheme_field *packages; /* with package: the field it belongs to */
	const char *package;                 /* the key of the work package whose page it is; NULL on sections' pages */
};

/* What came of a post. */
struct section_outcome {
	struct answers *posted;
	struct save_result saved;
	const char *fields; /* the ids the page showed and that could be saved */
	struct messages
	    messages; /* about files and answers that cannot be kept at all; with them the page is shown again */
};

/*
 * The page at ":id" and, unless all, ":section".
 * returns: OK; ERR_NOT_FOUND; a sent application has ERR_CONFLICT
 */
enum status section_page_read(struct section_page *out, struct ctx *ctx, bool all) MUST_CHECK;

/*
 * The page of a work package: "pakke/:package" behind a section's address.
 * returns: as section_page_read(); ERR_NOT_FOUND when the section has no packages or the key is none
 */
enum status package_page_read(struct section_page *out, struct ctx *ctx) MUST_CHECK;

/* The path of the package whose page it is. */
char *package_path(const struct section_page *page);

/* Leaves only the messages that are about the page's package. */
void section_page_only(const struct section_page *page, struct messages *messages);

/*
 * Saves what was posted, attaches the files and takes away the one that was to be removed.
 * returns: OK, also when something is to be put right; ERR_CONFLICT when it was sent meanwhile
 */
enum status section_page_save(struct section_outcome *out, struct section_page *page) MUST_CHECK;

/* What was posted of the scheme's questions, but for the row that is to be taken away. */
void section_answers_take(struct answers *out, struct ctx *ctx, const struct scheme *scheme);

/* The next section that asks for something; NULL after the last, and when everything is on one page. */
const struct scheme_section *section_page_next(const struct section_page *page);

/* "Planen", "Arbeidspakke 3: Språk og samfunn". */
const char *section_page_title(const struct section_page *page);

/*
 * Answers a save in the background, which is all or nothing: what others saved is told when the person presses a
 * button, with both answers to see. The first line is the draft's new version. Each further one is a calculated answer
 * that can be worked out: its path and what it says now, with a tab between. returns: OK; ERR_CONFLICT; ERR_INVALID
 * when something cannot be kept
 */
enum status
autosave_answer(struct ctx *ctx, const struct scheme *scheme, const struct section_outcome *outcome) MUST_CHECK;

/* The page's fields. outcome: NULL on the first showing */
enum status section_page_render(struct section_page *page, const struct section_outcome *outcome, int http) MUST_CHECK;

#endif
