/* report_command.c — writes reports to files, the same documents as the pages give. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "cli/command.h"
#include "cli/output_file.h"
#include "core/text.h"
#include "db/db.h"
#include "flow/evaluation_flow.h"
#include "flow/site_flow.h"

struct options {
	const char *scheme, *out;
	int year;
	enum lang lang;
};

/* A year is four digits and nothing else. */
static bool
year_parse(int *out, const char *text)
{
	char *end;
	long year = strtol(text, &end, 10);

	if (strspn(text, "0123456789") != 4 || *end != '\0' || year < 2000 || year > 2199)
		return (false);
	*out = (int)year;
	return (true);
}

/* One option and its value; false when it isn't one. */
static bool
option(struct options *to, const char *name, const char *value)
{
	if (strcmp(name, "--scheme") == 0)
		to->scheme = value;
	else if (strcmp(name, "-o") == 0)
		to->out = value;
	else if (strcmp(name, "--year") == 0)
		return (year_parse(&to->year, value));
	else if (strcmp(name, "--lang") == 0)
		return (lang_parse(&to->lang, value));
	else
		return (false);
	return (true);
}

static int
options_read(struct options *out, int argc, char **argv)
{
	*out = (struct options){ .lang = LANG_NB };
	if (argc < 2 || !text_equal(argv[1], "evaluation"))
		return (argc < 2 ? command_usage("report", "say which report")
				 : command_usage("report", "there is no report \"%s\"", argv[1]));
	for (int i = 2; i < argc; i += 2) {
		if (i + 1 >= argc)
			return (command_usage("report", "\"%s\" has no value", argv[i]));
		if (!option(out, argv[i], argv[i + 1]))
			return (command_usage("report", "\"%s %s\" isn't understood", argv[i], argv[i + 1]));
	}
	if (out->scheme == NULL || out->out == NULL || out->year == 0)
		return (command_usage("report", "--scheme, --year (2000-2199) and -o are needed"));
	return (EXIT_DONE);
}

static enum status
evaluation_draw(const void **bytes, size_t *len, struct ctx *ctx, const struct evaluation *evaluation, enum lang lang)
{
	struct buf *pdf = arena_alloc(ctx->arena, sizeof(*pdf));
	enum status st;

	*pdf = buf_new(ctx->arena);
	if ((st = evaluation_pdf(pdf, ctx, evaluation, lang)) != OK)
		return (st);
	*bytes = pdf->data;
	*len = pdf->len;
	return (OK);
}

/* A published evaluation as it was published, byte for byte in bokmål; else the figures of this moment. */
static enum status
evaluation_make(const void **bytes, size_t *len, struct ctx *ctx, const struct options *options)
{
	struct evaluation_source source;
	struct evaluation evaluation;
	enum status st;

	st = evaluation_published(&evaluation, ctx, options->scheme, options->year);
	if (st == OK && options->lang == LANG_NB)
		return (evaluation_published_pdf(bytes, len, ctx, options->scheme, options->year));
	if (st == ERR_NOT_FOUND)
		st = evaluation_live(&evaluation, &source, ctx, options->scheme, options->year);
	return (st == OK ? evaluation_draw(bytes, len, ctx, &evaluation, options->lang) : st);
}

static int
report_failed(enum status st, const struct options *options)
{
	if (st == ERR_NOT_FOUND)
		fprintf(stderr,
		    "tilskudd report: there is no scheme \"%s\"; \"tilskudd scheme list --published\" lists them\n",
		    options->scheme);
	else
		fprintf(stderr, "tilskudd report: %s\n", status_text(st));
	return (EXIT_FAILED);
}

int
report_command(struct ctx *ctx, int argc, char **argv)
{
	struct options options;
	const void *bytes = NULL;
	size_t len = 0;
	enum status st;
	int code;

	if ((code = options_read(&options, argc, argv)) != EXIT_DONE)
		return (code);
	/* The command line acts for the county; whoever may run it may read the database anyway. */
	ctx->role = ROLE_ADMIN;
	if ((st = site_equip(ctx)) == OK && (st = db_connect_here(&ctx->db, DB_JOBS)) == OK)
		st = evaluation_make(&bytes, &len, ctx, &options);
	db_close(ctx->db);
	return (st == OK ? output_file_write(ctx, "report", options.out, bytes, len) : report_failed(st, &options));
}
