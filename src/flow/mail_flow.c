/* mail_flow.c — the words of our e-mails in three languages. */
#include "flow/mail_flow.h"

#include <string.h>

#include "core/buf.h"
#include "core/text.h"
#include "db/mail_db.h"

struct mail_words {
	struct lang_text subject, body;
};

/* {name}, {number}, {title} and {link} are put in. The greeting and the signature are the same in all. */
static const struct mail_words words[MAIL__MAX] = {
	[MAIL_PASSWORD_RESET] = { .subject.in = { "Nytt passord i Tilskudd", "Nytt passord i Tilskot", "New password" },
	    .body.in = { "Noen, trolig du, har bedt om nytt passord for denne e-postadressen. Lag et nytt passord "
			 "her:\n\n"
			 "{link}\n\n"
			 "Lenken virker i én time og kan brukes én gang. Har du ikke bedt om dette, kan du se bort fra "
			 "e-posten; passordet ditt er som før.",
		"Nokon, truleg du, har bede om nytt passord for denne e-postadressa. Lag eit nytt passord her:\n\n"
		"{link}\n\n"
		"Lenkja verkar i éin time og kan brukast éin gong. Har du ikkje bede om dette, kan du sjå bort frå "
		"e-posten; passordet ditt er som før.",
		"Someone, probably you, has asked for a new password for this e-mail address. Choose one here:\n\n"
		"{link}\n\n"
		"The link works for one hour, once. If you did not ask for this, you can ignore this e-mail; your "
		"password is unchanged." } },
	[MAIL_RECEIVED] = { .subject.in = { "Søknad {number} er mottatt", "Søknad {number} er motteken",
				"Application {number} has been received" },
	    .body.in = { "Vi har mottatt søknaden «{title}». Søknadsnummeret er {number}.\n\n"
			 "Kvitteringen med alt dere sendte, ligger her:\n\n{link}",
		"Vi har motteke søknaden «{title}». Søknadsnummeret er {number}.\n\n"
		"Kvitteringa med alt de sende, ligg her:\n\n{link}",
		"We have received the application “{title}”. Its number is {number}.\n\n"
		"The receipt with everything you sent is here:\n\n{link}" } },
	[MAIL_LETTER_WAITS] = { .subject.in = { "Et brev om søknad {number} venter",
				    "Eit brev om søknad {number} ventar",
				    "A letter about application {number} awaits you" },
	    .body.in = { "Det er kommet et brev om søknad {number}. Logg inn for å lese det:\n\n{link}",
		"Det er kome eit brev om søknad {number}. Logg inn for å lese det:\n\n{link}",
		"There is a letter about application {number}. Log in to read it:\n\n{link}" } },
};

static const struct lang_text greeting = { .in = { "Hei", "Hei", "Hello" } };
static const struct lang_text signature = {
	.in = { "Du kan ikke svare på denne e-posten. Kontaktpersonen står på søknadens side.",
	    "Du kan ikkje svare på denne e-posten. Kontaktpersonen står på sida til søknaden.",
	    "This e-mail cannot be answered. The application's page names a person to contact." }
};

/* A line break in what people wrote must not look like the end of our sentence. */
static void
put_fact(struct buf *buf, const char *fact)
{
	for (; fact != NULL && *fact != '\0'; fact++)
		buf_putc(buf, (unsigned char)*fact < ' ' ? ' ' : *fact);
}

static const char *
fact_at(const struct mail_facts *facts, const char *name, size_t len)
{
	const struct {
		const char *name, *fact;
	} known[] = { { "name", facts->name }, { "number", facts->number }, { "title", facts->title },
		{ "link", facts->link } };

	for (size_t i = 0; i < sizeof(known) / sizeof(known[0]); i++)
		if (strlen(known[i].name) == len && strncmp(known[i].name, name, len) == 0)
			return (known[i].fact);
	return ("");
}

static void
fill(struct buf *buf, const char *text, const struct mail_facts *facts)
{
	const char *end;

	for (; *text != '\0'; text = *end == '\0' ? end : end + 1) {
		if (*text == '{') {
			end = text + strcspn(text, "}");
			put_fact(buf, fact_at(facts, text + 1, (size_t)(end - text) - 1));
			continue;
		}
		end = text + strcspn(text, "{");
		buf_add(buf, text, (size_t)(end - text));
		if (*end == '{')
			end--;
	}
}

enum status
mail_to_person(struct ctx *ctx, enum mail_kind kind, enum lang lang, const char *to, const struct mail_facts *facts)
{
	struct buf subject = buf_new(ctx->arena), body = buf_new(ctx->arena);

	fill(&subject, lang_pick(&words[kind].subject, lang), facts);
	buf_puts(&body, lang_pick(&greeting, lang));
	if (!text_blank(facts->name)) {
		buf_putc(&body, ' ');
		put_fact(&body, facts->name);
	}
	buf_puts(&body, "\n\n");
	fill(&body, lang_pick(&words[kind].body, lang), facts);
	buf_puts(&body, "\n\n-- \n");
	buf_puts(&body, lang_pick(&signature, lang));
	buf_putc(&body, '\n');
	return (mail_db_add(ctx, to, buf_text(&subject), buf_text(&body)));
}

enum status
mail_to_applicants(struct ctx *ctx, enum mail_kind kind, int64_t application_id, const struct mail_facts *facts)
{
	struct mail_reader *readers;
	size_t n;
	enum status st;

	if ((st = mail_db_readers(&readers, &n, ctx, application_id)) != OK)
		return (st);
	for (size_t i = 0; i < n; i++)
		if ((st = mail_to_person(ctx, kind, readers[i].lang, readers[i].email, facts)) != OK)
			return (st);
	return (OK);
}
