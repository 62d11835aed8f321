/* rule_words.h — what the names, codes, schemes and lists in a scheme's expressions are called by people. */
#ifndef DOMAIN_RULE_WORDS_H
#define DOMAIN_RULE_WORDS_H

#include "domain/expr_answers.h"
#include "scheme/expr_explain.h"

/* Why an expression of the scheme is true or false of the application; "" for NULL. In the view's arena. */
const char *rule_explain(struct rule_view *view, const struct expr *expr, enum lang lang);

#endif
