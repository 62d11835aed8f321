/* scheme_check.h — what must hold between the parts of a scheme that is well formed. */
#ifndef SCHEME_SCHEME_CHECK_H
#define SCHEME_SCHEME_CHECK_H

#include "scheme/scheme_read.h"

#define SCHEME_MAX_FIELDS 500

/* Ids, types and counts of fields: what names in expressions depend on. Before the expressions. */
void scheme_check_names(struct scheme_reader *r);

/* The rest, each with its messages. */
void scheme_check_form(struct scheme_reader *r);
void scheme_check_criteria(struct scheme_reader *r);
void scheme_check_amount(struct scheme_reader *r);
void scheme_check_sharing(struct scheme_reader *r);
void scheme_check_parts(struct scheme_reader *r);
void scheme_check_rules(struct scheme_reader *r);
void scheme_check_after(struct scheme_reader *r);
void scheme_check_tests(struct scheme_reader *r);

/* When all else is well: conditions that nobody can meet, and answers that nothing uses. */
void scheme_check_reach(struct scheme_reader *r);

/* The field a name is about: the row's own, else the form's, a part's, or the one a fact comes from; NULL when none. */
const struct scheme_field *
scheme_field_named(const struct scheme *scheme, const struct scheme_field *group, const char *name);

/* Complains when two children of that name have the same value of the attribute. parent may be NULL. */
void check_unique(struct scheme_reader *r, const struct xml_node *parent, const char *child, const char *attribute);

/* Whether it is the same whatever is answered. */
bool check_constant(struct scheme_reader *r, const struct expr *expr);

/* "66.67" of hundredths of a percent. */
const char *percent_text(struct arena *arena, int64_t share);

/* The i-th child of that name, for its line; the parent itself when there are fewer. */
const struct xml_node *child_at(const struct xml_node *parent, const char *name, size_t i);

#endif
