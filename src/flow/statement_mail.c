/* statement_mail.c — writes the e-mails about statements. What people have typed stands in lines of its own. */
#include "flow/statement_mail.h"

#include "core/catalogue.h"
#include "core/text.h"
#include "db/mail_db.h"
#include "flow/county.h"

static const char *
about(struct ctx *ctx, const struct statement_letter *letter)
{
	const char *title =
	    *letter->title == '\0' ? tr(letter->lang, "(uten navn ennå)") : text_one_line(ctx->arena, letter->title);

	return (
	    tr_printf(ctx->arena, letter->lang, "Det gjelder: %s\nSøker: %s\nOrdning: %s\nTiltak: %s\nHvem spør: %s\n",
		letter->question, text_one_line(ctx->arena, letter->organisation), letter->scheme, title,
		text_one_line(ctx->arena, letter->asker)));
}

static const char *
how(struct ctx *ctx, const struct statement_letter *letter)
{
	return (tr_printf(ctx->arena, letter->lang,
	    "Les mer og svar her, uten å logge inn:\n\n%s\n\n"
	    "Lenken virker til og med %s og kan brukes én gang. Den er din: ikke send den videre.\n\n"
	    "Kjenner du ikke den som spør, kan du se bort fra e-posten.\n",
	    letter->link, date_long(ctx->arena, instant_day(letter->expires_at - 1), letter->lang)));
}

enum status
statement_mail_ask(struct ctx *ctx, const struct statement_letter *letter)
{
	return (mail_db_add(ctx, letter->to, tr(letter->lang, "Kan du gi en uttalelse til en søknad?"),
	    tr_printf(ctx->arena, letter->lang,
		"Hei %s\n\nEn søker ber deg om en uttalelse til en søknad om tilskudd fra %s.\n\n%s\n%s",
		text_one_line(ctx->arena, letter->name), lang_pick(&ctx->county->name, letter->lang),
		about(ctx, letter), how(ctx, letter))));
}

enum status
statement_mail_remind(struct ctx *ctx, const struct statement_letter *letter)
{
	return (mail_db_add(ctx, letter->to, tr(letter->lang, "Påminnelse: uttalelse til en søknad"),
	    tr_printf(ctx->arena, letter->lang,
		"Hei %s\n\nVi minner om at en søker har bedt deg om en uttalelse til en søknad om tilskudd fra "
		"%s.\n\n%s\n%s",
		text_one_line(ctx->arena, letter->name), lang_pick(&ctx->county->name, letter->lang),
		about(ctx, letter), how(ctx, letter))));
}

enum status
statement_mail_given(struct ctx *ctx, const char *to, enum lang lang, const char *name, const char *from,
    const char *title, const char *link)
{
	return (mail_db_add(ctx, to, tr(lang, "En uttalelse er kommet"),
	    tr_printf(ctx->arena, lang,
		"Hei %s\n\nUttalelsen fra %s til søknaden deres er kommet.\n\nTiltak: %s\n\nSøknaden er her:\n\n%s\n",
		text_one_line(ctx->arena, name), text_one_line(ctx->arena, from), text_one_line(ctx->arena, title),
		link)));
}

enum status
statement_mail_declined(struct ctx *ctx, const char *to, enum lang lang, const char *name, const char *from,
    const char *title, const char *link)
{
	return (mail_db_add(ctx, to, tr(lang, "Ingen uttalelse kommer"),
	    tr_printf(ctx->arena, lang,
		"Hei %s\n\n%s har svart at det ikke kommer noen uttalelse. Dere kan spørre noen andre.\n\n"
		"Tiltak: %s\n\nSøknaden er her:\n\n%s\n",
		text_one_line(ctx->arena, name), text_one_line(ctx->arena, from), text_one_line(ctx->arena, title),
		link)));
}
