/* document_render_command.c — "tilskudd document render": one document of a case, a list, a scheme or sample data. */
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "cli/document_request.h"
#include "cli/output_file.h"
#include "cli/scheme_file.h"
#include "core/text.h"
#include "db/db.h"
#include "doc/doc_data_read.h"
#include "doc/doc_data_write.h"
#include "doc/doc_store.h"
#include "flow/county.h"
#include "flow/document_place.h"
#include "flow/letter_text_flow.h"
#include "flow/site_flow.h"

/* Documents of sample data are dated so: the same data gives the same bytes. */
#define SAMPLE_DAY ((struct date){ 2026, 1, 15 })

/* --- where it goes ------------------------------------------------------------------------------------------------ */

static int
put(const struct document_request *request, const void *bytes, size_t len)
{
	if (strcmp(request->out, "-") != 0)
		return (output_file_write(request->ctx, "document", request->out, bytes, len));
	if (fwrite(bytes, 1, len, stdout) != len || fflush(stdout) != 0)
		return (document_failed("the document could not be written whole"));
	return (EXIT_DONE);
}

static int
paint(struct document_request *request, const struct doc_store *store, const char *template,
    const struct doc_data *data, enum lang lang, const struct doc_meta *meta)
{
	struct arena *arena = request->ctx->arena;
	struct buf out = buf_new(arena);
	struct doc_report report = { 0 };
	const char *said;
	enum status st = OK;

	if (request->xml)
		doc_data_write(&out, data);
	else if (request->html)
		st = doc_render_html(&out, &report, arena, store, template, data, lang, 0);
	else if (request->docx)
		st = doc_render_docx(&out, &report, arena, store, template, data, lang, meta->made_at);
	else
		st = doc_render(&out, &report, arena, store, template, data, lang, meta);
	said = doc_report_text(arena, &report);
	if (st != OK)
		return (document_failed("%s", *said == '\0' ? status_text(st) : said));
	if (*said != '\0')
		fprintf(stderr, "tilskudd document: %s\n", said);
	return (put(request, buf_text(&out), out.len));
}

/* --- of sample data ----------------------------------------------------------------------------------------------- */

/* Letters have the standing texts that come with the installation. */
static int
render_data(struct document_request *request, const struct doc_store *store, const char *template)
{
	const struct doc_meta meta = { .author = "Tilskudd",
		.made_at = instant_at(SAMPLE_DAY, 12, 0, 0),
		.allow_uncovered = request->allow_uncovered };
	struct xml_error error = { 0 };
	struct doc_data *data;

	if (doc_data_read(&data, &error, request->ctx->arena, request->data) != OK ||
	    letter_texts_supply(data, &error, site_file(request->ctx->arena, "conf/letters/texts.xml"), template,
		SAMPLE_DAY, request->lang) != OK)
		return (document_failed("%s", xml_error_text(request->ctx->arena, &error)));
	return (paint(request, store, template, data, request->lang, &meta));
}

/* A template that isn't in force yet. */
static int
render_template(struct document_request *request)
{
	struct doc_store *store;
	const char *problem;

	if (request->data == NULL)
		return (command_usage("document", "--templates is for trying templates out: give --data FILE too"));
	if (doc_store_load(&store, &problem, request->ctx->arena, request->templates) != OK)
		return (document_failed("%s", problem));
	return (render_data(request, store, request->name));
}

/* --- of what is in the database ----------------------------------------------------------------------------------- */

static bool
place_case(struct document_asked *asked, const struct document_request *request)
{
	enum status st = document_place_case(asked, request->ctx, request->number);

	if (st != OK)
		(void)document_failed("%s: %s%s", request->number,
		    st == ERR_NOT_FOUND ? "no sent application has that number; numbers look like 2026-00123"
					: status_text(st),
		    st == ERR_NOT_FOUND && request->by != NULL ? ". Or --by may not see it" : "");
	return (st == OK);
}

/* Drafts are their people's alone, on the command line too (R13). */
static bool
place_draft(struct document_asked *asked, const struct document_request *request)
{
	enum status st = document_place_draft(asked, request->ctx, request->draft);

	if (st != OK)
		(void)document_failed("%d: %s", request->draft,
		    st == ERR_NOT_FOUND ? "--by has no draft with that number; it is the one in the draft's address"
					: status_text(st));
	return (st == OK);
}

static bool
place_scheme(struct document_asked *asked, const struct document_request *request, enum document_of of)
{
	enum status st = OK;

	asked->scheme_id = request->scheme;
	asked->year = request->year;
	asked->batch = request->list;
	if (of == DOCUMENT_OF_CALL)
		st = document_place_call(asked, request->ctx, request->round == 0 ? 1 : request->round);
	if (st != OK)
		(void)document_failed("%s %d/%d: %s", request->scheme, request->year,
		    request->round == 0 ? 1 : request->round,
		    st == ERR_NOT_FOUND ? "there is no such call; \"tilskudd call list\" lists them" : status_text(st));
	return (st == OK);
}

/* Whether what was given is enough to know what the document is of. */
static bool
enough(const struct document_request *request, const struct document_type *type)
{
	static const char *const wanted[] = { [DOCUMENT_OF_CASE] = "--case NUMBER",
		[DOCUMENT_OF_CALL] = "--case NUMBER, or --scheme ID and --year YYYY",
		[DOCUMENT_OF_SCHEME] = "--scheme ID, or --case NUMBER",
		[DOCUMENT_OF_YEAR] = "--scheme ID and --year YYYY, or --case NUMBER",
		[DOCUMENT_OF_COUNTY] = "" };
	bool yearly = type->of == DOCUMENT_OF_CALL || type->of == DOCUMENT_OF_YEAR;

	if (type->of == DOCUMENT_OF_COUNTY || request->number != NULL || request->draft != 0)
		return (true);
	if (type->of != DOCUMENT_OF_CASE && request->scheme != NULL && (!yearly || request->year != 0))
		return (true);
	(void)document_failed("%s is a document of a %s: give %s, or --data FILE", type->name,
	    document_of_code(type->of), wanted[type->of]);
	return (false);
}

static bool
placed(struct document_asked *asked, const struct document_request *request, const struct document_type *type)
{
	if (request->number != NULL)
		return (place_case(asked, request));
	if (request->draft != 0)
		return (place_draft(asked, request));
	return (request->scheme == NULL || place_scheme(asked, request, type->of));
}

static int
not_made(const struct document_type *type, const struct document_asked *asked, enum status st)
{
	static const char *const absent[] = { [DOCUMENT_OF_CASE] =
						  "the case has no such document yet, or --by may not see it",
		[DOCUMENT_OF_CALL] = "there is no such list, or --by has not declared to be impartial in all of it",
		[DOCUMENT_OF_SCHEME] = "no such scheme is published; \"tilskudd scheme list --published\" lists them",
		[DOCUMENT_OF_YEAR] = "no such scheme is published; \"tilskudd scheme list --published\" lists them",
		[DOCUMENT_OF_COUNTY] = "nothing is published" };

	if (st == ERR_NOT_FOUND && asked->version > 0)
		return (
		    document_failed("%s: the application has no version %d; \"tilskudd document versions\" lists them",
			type->name, asked->version));
	return (document_failed("%s: %s", type->name, st == ERR_NOT_FOUND ? absent[type->of] : status_text(st)));
}

/* What was sent, locked or published is what it was; another language or another form is made anew. */
static bool
as_kept(const void **pdf, size_t *len, const struct document_request *request, const struct document_type *type,
    const struct document_asked *asked)
{
	if (request->has_lang || request->html || request->docx || request->xml)
		return (false);
	return (document_as_kept(pdf, len, request->ctx, type, asked) == OK);
}

static int
render_asked(struct document_request *request, const struct document_type *type, const struct document_asked *asked)
{
	struct ctx *ctx = request->ctx;
	struct doc_meta meta = { .allow_uncovered = true };
	struct document document;
	const void *pdf;
	size_t len;
	enum status st;

	if (as_kept(&pdf, &len, request, type, asked))
		return (put(request, pdf, len));
	if ((st = document_make(&document, ctx, type->name, asked)) != OK)
		return (not_made(type, asked, st));
	if (document.note != NULL)
		fprintf(stderr, "tilskudd document: %s\n", document.note);
	meta.author = lang_pick(&ctx->county->name, document.lang);
	meta.made_at = document.made_at;
	return (paint(request, ctx->docs, type->template, document.data, document.lang, &meta));
}

/* A scheme's file needs no database. */
static bool
is_file(const char *name)
{
	return (name != NULL && (strchr(name, '/') != NULL || access(name, R_OK) == 0));
}

static int
render_file(struct document_request *request, const struct document_type *type, struct document_asked *asked)
{
	struct scheme_file file;

	if (!scheme_file_compile(&file, request->ctx, request->scheme)) {
		scheme_file_tell(&file.messages);
		return (EXIT_FAILED);
	}
	asked->scheme = file.scheme;
	return (render_asked(request, type, asked));
}

static int
render_made(struct document_request *request, const struct document_type *type)
{
	struct ctx *ctx = request->ctx;
	struct document_asked asked = {
		.has_lang = request->has_lang, .lang = request->lang, .version = request->version
	};
	struct site site;
	int code = EXIT_FAILED;
	enum status st;

	if (!enough(request, type))
		return (EXIT_FAILED);
	if ((st = site_read(&site, ctx->arena)) != OK)
		return (document_failed("%s", status_text(st)));
	asked.url = site.url;
	if (type->of == DOCUMENT_OF_SCHEME && is_file(request->scheme))
		return (render_file(request, type, &asked));
	if (document_reader_open(request)) {
		if (placed(&asked, request, type))
			code = render_asked(request, type, &asked);
		db_close(ctx->db);
		ctx->db = NULL;
	}
	return (code);
}

int
document_render_run(struct document_request *request)
{
	const struct document_type *type;
	enum status st;

	if (request->name == NULL || request->out == NULL)
		return (command_usage("document", "render needs the name of a document and -o FILE"));
	if (request->data != NULL && (request->number != NULL || request->scheme != NULL || request->draft != 0))
		return (command_usage("document", "--data stands in place of --case and --scheme"));
	if (request->html + request->docx + request->xml > 1)
		return (command_usage("document", "--html, --docx and --xml are forms of the same: choose one"));
	if ((request->draft != 0 || request->version != 0) && strcmp(request->name, "application") != 0)
		return (command_usage("document", "--draft and --version are for the document \"application\""));
	if (request->draft != 0 && request->by == NULL)
		return (
		    command_usage("document", "a draft is its applicant's alone: say --by EMAIL of one who writes it"));
	if (request->templates != NULL)
		return (render_template(request));
	if ((type = document_type(request->name)) == NULL)
		return (document_failed(
		    "there is no document \"%s\"; \"tilskudd document list\" lists them", request->name));
	if ((st = site_equip(request->ctx)) != OK)
		return (document_failed("%s", status_text(st)));
	return (request->data != NULL ? render_data(request, request->ctx->docs, type->template)
				      : render_made(request, type));
}
