/* application_view.h — an application as people read it: sections with questions and answers, plans, goals and files;
 * the same for those who wrote it and those who work on it. */
#ifndef WEB_APPLICATION_VIEW_H
#define WEB_APPLICATION_VIEW_H

#include "core/ctx.h"
#include "domain/application.h"
#include "domain/statement.h"
#include "gen/html_part_answers.h"

/* In front of a field's id where it is an id in a page: names of ours and of schemes never meet. */
#define FIELD_ANCHOR "f-"

/* Everything a page of an application needs, read in one go. */
struct application_view {
	struct ctx *ctx;
	struct application application;
	struct answers *answers; /* of the draft, or of the frozen document */
	struct application_file *files;
	size_t n_files;
	struct application_facts facts;
	struct statement_request *statements; /* asked for; none when the scheme asks for no statements */
	size_t n_statements;
	bool is_draft;
};

/*
 * Reads an application with its answers, files and facts.
 * returns: OK; ERR_NOT_FOUND when there is none or it is not theirs to see
 */
enum status application_view_load(struct application_view *out, struct ctx *ctx, int64_t id) MUST_CHECK;

/* As the one above, for an application that is read already. */
enum status
application_view_of(struct application_view *out, struct ctx *ctx, const struct application *application) MUST_CHECK;

/* As application_view_load(), for the application at ":id" in the address. */
enum status application_view_at_path(struct application_view *out, struct ctx *ctx) MUST_CHECK;

struct application_view_options {
	bool unanswered; /* also questions without an answer */
	/* Where answers are changed, the section's id and "#field" are put behind and before `change_query`; NULL:
	 * nowhere
	 */
	const char *change_url, *change_query;
};

/*
 * The view for templates/part_answers.html, in the reader's language.
 *
 * options: NULL: what was answered, without links to change it
 */
void application_view_answers(
    struct html_part_answers *out, const struct application_view *view, const struct application_view_options *options);

/* "240 kB", "1,2 MB". */
char *file_size_text(struct arena *arena, int64_t bytes);

/* Where a file of the application is fetched; NULL when it isn't this person's to read. */
const char *file_url(const struct application_view *view, const struct application_file *file);

/* Its size, or who reads it. */
const char *file_about(const struct application_view *view, const struct application_file *file);

/* What a goal counts, as people say it: "personer"; "" for pieces. Units we have no word for stay as they are. */
const char *goal_unit_text(const char *unit, enum lang lang);

#endif
