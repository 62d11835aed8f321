/* demo_statements.c — those the demo's applicants ask for statements: one who has not answered yet where the
 * application is a draft, and one who has where it is sent. */
#include "cli/demo_run.h"
#include "core/catalogue.h"
#include "core/crypto.h"
#include "flow/application_flow.h"
#include "flow/statement_flow.h"

/* The demo's own address: nobody follows the links. */
#define DEMO_URL "http://localhost"

static enum status
give(struct demo_run *run, const char *token)
{
	struct ctx nobody = *run->ctx;
	struct statement_invitation invitation;
	struct messages messages;
	enum status st;

	nobody.user_id = 0;
	nobody.role = ROLE_NONE;
	if ((st = statement_open(&invitation, &nobody, token)) != OK)
		return (st);
	return (statement_give(&messages, &nobody, &invitation, token,
	    &(struct statement_given){
		.words = tr(invitation.lang, "Vi er med og stiller med lokale og en kontaktperson gjennom hele "
					     "perioden. Tiltaket går inn i planene våre."),
		.confirmed = true },
	    DEMO_URL));
}

static enum status
ask(const char **token, struct demo_run *run, const struct application *application, const struct scheme_field *field,
    int number)
{
	struct statement_asking asking = { .field = field,
		.name = tr(application->lang, "Kulturkontoret i kommunen"),
		.email = arena_printf(run->ctx->arena, "kultur%d@kommune.example", number),
		.message = tr(application->lang, "Hei! Kan dere si noen ord om samarbeidet? Takk for hjelpen."),
		.show = field->shows == NULL ? "" : field->shows,
		.lang = application->lang };
	struct application_facts facts;
	struct messages messages;
	struct answers *answers;
	enum status st;

	*token = crypto_token(run->ctx->arena);
	if ((st = application_contents(&answers, &facts, run->ctx, application, NULL, 0)) != OK)
		return (st);
	if (!field_relevant(application->scheme, field, answers, &facts))
		return (ERR_NOT_FOUND);
	return (statement_ask(&messages, run->ctx, application, answers, &facts, &asking, 1, *token, DEMO_URL));
}

enum status
demo_statement_make(struct demo_run *run, const struct application *application, const struct demo_application *a)
{
	const struct scheme_field *field = scheme_field_of_type(application->scheme, FIELD_THIRD_PARTY);
	const char *token;
	enum status st;

	if (field == NULL)
		return (OK);
	st = ask(&token, run, application, field, a->number);
	if (st == OK && a->state != DEMO_DRAFT)
		st = give(run, token);
	return (st == OK || st == ERR_NOT_FOUND ? OK : demo_failed("statement", a->title, NULL, st));
}
