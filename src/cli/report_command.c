/* report_command.c — writes reports to files, the same documents as the pages give. */
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "cli/command.h"
#include "core/text.h"
#include "db/db.h"
#include "flow/evaluation_flow.h"
#include "flow/site_flow.h"

struct options {
	const char *scheme, *out;
	int year;
	enum lang lang;
};

/* One option and its value; false when it isn't one. */
static bool
option(struct options *to, const char *name, const char *value)
{
	if (strcmp(name, "--scheme") == 0)
		to->scheme = value;
	else if (strcmp(name, "-o") == 0)
		to->out = value;
	else if (strcmp(name, "--year") == 0)
		to->year = atoi(value);
	else if (strcmp(name, "--lang") == 0)
		return (lang_parse(&to->lang, value) && to->lang != LANG_EN);
	else
		return (false);
	return (true);
}

static int
options_read(struct options *out, int argc, char **argv)
{
	*out = (struct options){ .lang = LANG_NB };
	if (argc < 2 || !text_equal(argv[1], "evaluation"))
		return (command_usage("report", argc < 2 ? "say which report" : "there is no report \"%s\"", argv[1]));
	for (int i = 2; i < argc; i += 2)
		if (i + 1 >= argc || !option(out, argv[i], argv[i + 1]))
			return (command_usage("report", "\"%s\" isn't understood", argv[i]));
	if (out->scheme == NULL || out->out == NULL || out->year < 2000 || out->year > 2199)
		return (command_usage("report", "--scheme, --year (2000-2199) and -o are needed"));
	return (EXIT_DONE);
}

static int
write_file(const char *path, const struct buf *bytes)
{
	FILE *file = fopen(path, "wb");
	bool written;

	if (file == NULL) {
		fprintf(stderr, "tilskudd report: %s can't be written: %s\n", path, strerror(errno));
		return (EXIT_FAILED);
	}
	written = fwrite(bytes->data, 1, bytes->len, file) == bytes->len;
	if (fclose(file) != 0 || !written) {
		fprintf(stderr, "tilskudd report: %s can't be written: is the disk full?\n", path);
		return (EXIT_FAILED);
	}
	return (EXIT_DONE);
}

/* A published evaluation as it was published; else the figures of this moment. */
static enum status
evaluation_make(struct buf *pdf, struct ctx *ctx, const struct options *options)
{
	struct evaluation_source source;
	struct evaluation evaluation;
	enum status st;

	st = evaluation_published(&evaluation, ctx, options->scheme, options->year);
	if (st == ERR_NOT_FOUND)
		st = evaluation_live(&evaluation, &source, ctx, options->scheme, options->year);
	return (st == OK ? evaluation_pdf(pdf, ctx, &evaluation, options->lang) : st);
}

int
report_command(struct ctx *ctx, int argc, char **argv)
{
	struct buf pdf = buf_new(ctx->arena);
	struct options options;
	enum status st;
	int code;

	if ((code = options_read(&options, argc, argv)) != EXIT_DONE)
		return (code);
	/* The command line acts for the county; whoever may run it may read the database anyway. */
	ctx->role = ROLE_ADMIN;
	if ((st = site_equip(ctx)) == OK && (st = db_connect_here(&ctx->db, DB_JOBS)) == OK)
		st = evaluation_make(&pdf, ctx, &options);
	db_close(ctx->db);
	if (st == ERR_NOT_FOUND) {
		fprintf(stderr,
		    "tilskudd report: there is no scheme \"%s\"; \"tilskudd scheme list --published\" lists them\n",
		    options.scheme);
		return (EXIT_FAILED);
	}
	if (st != OK) {
		fprintf(stderr, "tilskudd report: %s\n", status_text(st));
		return (EXIT_FAILED);
	}
	return (write_file(options.out, &pdf));
}
