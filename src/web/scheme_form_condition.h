/* scheme_form_condition.h — a rule in a scheme's form: chosen from lists, or written when lists can't say it. */
#ifndef WEB_SCHEME_FORM_CONDITION_H
#define WEB_SCHEME_FORM_CONDITION_H

#include "gen/html_part_field_condition.h"
#include "web/scheme_form.h"

/* Whether the attribute is a rule that is true or not, and of which lists can be made. */
bool scheme_form_is_condition(const struct vocabulary_attribute *attribute);

/*
 * Fills in what a rule consists of; id, name, label and help are there already.
 *
 * value: the rule as it stands
 * empty: what it means that there is no rule
 */
void scheme_form_condition(
    struct html_part_field_condition *out, struct scheme_form *form, const char *value, const char *empty);

/* A rule in words, "summen det søkes om, i kroner er minst 50 000"; NULL when it isn't one that can be chosen. */
const char *scheme_form_condition_words(struct scheme_form *form, const char *value);

/*
 * What was sent for the rule of that name: what was chosen when that was changed, else what was written.
 *
 * written: what stood in the field for rules that are written
 */
const char *scheme_form_condition_posted(struct ctx *ctx, const char *name, const char *written);

#endif
