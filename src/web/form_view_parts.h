/* form_view_parts.h — what the files form_view*.c share and nobody else uses. */
#ifndef WEB_FORM_VIEW_PARTS_H
#define WEB_FORM_VIEW_PARTS_H

#include "web/form_view.h"

/* What every part of a form says about its field. */
struct field_about {
	const char *error, *id, *label, *help, *why, *warning;
	bool optional;
};

#define ABOUT(about)                                                                                                   \
	.error = (about)->error, .id = (about)->id, .label = (about)->label, .optional = (about)->optional,            \
	.help = (about)->help, .why = (about)->why, .warning = (about)->warning

/* One field on its way. */
struct field_view {
	const struct form_view *form;
	const struct scheme_field *field;
	const struct scheme *scheme;
	struct arena *arena;
	enum lang lang;
	struct field_about about;
};

/* The first message of the kind for the path; NULL when there is none. */
const char *field_error(const struct field_view *f, const char *path);

/* A sum as it stands in a field: "25 000"; what cannot be read as it was typed. */
const char *field_money(const struct field_view *f, const char *path);

/* Fills f->about for its field. */
void field_about_fill(struct field_view *f, bool optional);

/* A question that may stand in a row too. */
void field_question(struct html_part_question *out, struct field_view *f);

void field_address(struct html_part_field *out, const struct field_view *f);
void field_person(struct html_part_field *out, const struct field_view *f);
void field_rows(struct html_part_field *out, const struct field_view *f);

/* A group's rows with what is said about the field; the activities of a package are such a group. */
void form_view_group(struct html_part_field_rows *out, const struct field_view *f, const struct scheme_field *group);
void field_packages(struct html_part_field *out, const struct field_view *f);
void field_costs(struct html_part_field *out, const struct field_view *f);
void field_financing(struct html_part_field *out, const struct field_view *f);
void field_goals(struct html_part_field *out, const struct field_view *f);
void field_attachment(struct html_part_field *out, const struct field_view *f);

/* Why the question is asked, in the scheme's words or from what its answer is used for; "" when it doesn't say. */
const char *
field_why(struct arena *arena, const struct scheme *scheme, const struct scheme_field *field, enum lang lang);

#endif
