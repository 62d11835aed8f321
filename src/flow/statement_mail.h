/* statement_mail.h — the e-mails about statements: to those who are asked, and to those who asked. */
#ifndef FLOW_STATEMENT_MAIL_H
#define FLOW_STATEMENT_MAIL_H

#include "core/ctx.h"

/* What an e-mail to somebody who is asked says. */
struct statement_letter {
	const char *to, *name;
	enum lang lang;
	const char *asker, *organisation, *scheme, *title, *question, *link;
	instant expires_at;
};

enum status statement_mail_ask(struct ctx *ctx, const struct statement_letter *letter) MUST_CHECK;
enum status statement_mail_remind(struct ctx *ctx, const struct statement_letter *letter) MUST_CHECK;

/* To the applicant. from: who was asked; link: to the application's page */
enum status statement_mail_given(struct ctx *ctx, const char *to, enum lang lang, const char *name, const char *from,
    const char *title, const char *link) MUST_CHECK;
enum status statement_mail_declined(struct ctx *ctx, const char *to, enum lang lang, const char *name, const char *from,
    const char *title, const char *link) MUST_CHECK;

#endif
