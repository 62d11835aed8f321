/* document_command.c — "tilskudd document": checks the document templates, and makes one from sample data. */
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "cli/command.h"
#include "core/text.h"
#include "doc/doc_data_read.h"
#include "doc/doc_store.h"

/* Sample documents are dated so: the same data gives the same bytes. */
#define SAMPLE_DAY ((struct date){ 2026, 1, 15 })

struct options {
	const char *templates, *name, *data, *out;
	enum lang lang;
	bool html, docx, allow_uncovered;
};

static const char *
template_dir(struct arena *arena)
{
	const char *home = getenv("TILSKUDD_HOME");

	return (arena_printf(arena, "%s/pdf-templates", text_blank(home) ? "." : home));
}

/* The value after an option, or NULL at the end of the line. */
static bool
take(const char **out, char ***argv)
{
	if (*++*argv == NULL)
		return (false);
	*out = **argv;
	return (true);
}

static bool
option_read(struct options *o, char ***argv)
{
	const char *word = **argv, *value;

	if (strcmp(word, "--html") == 0)
		return (o->html = true);
	if (strcmp(word, "--docx") == 0)
		return (o->docx = true);
	if (strcmp(word, "--allow-uncovered") == 0)
		return (o->allow_uncovered = true);
	if (strcmp(word, "--data") == 0)
		return (take(&o->data, argv));
	if (strcmp(word, "--templates") == 0)
		return (take(&o->templates, argv));
	if (strcmp(word, "-o") == 0)
		return (take(&o->out, argv));
	if (strcmp(word, "--lang") == 0)
		return (take(&value, argv) && lang_parse(&o->lang, value));
	if (word[0] == '-' || o->name != NULL)
		return (false);
	o->name = word;
	return (true);
}

static int
failed(const char *what)
{
	fprintf(stderr, "tilskudd document: %s\n", what);
	return (EXIT_FAILED);
}

static int
file_write(struct ctx *ctx, const char *path, const struct buf *bytes)
{
	FILE *file = strcmp(path, "-") == 0 ? stdout : fopen(path, "wb");
	bool whole;

	if (file == NULL)
		return (failed(arena_printf(ctx->arena, "%s cannot be written (%s)", path, strerror(errno))));
	whole = fwrite(buf_text(bytes), 1, bytes->len, file) == bytes->len;
	if (file != stdout)
		whole = fclose(file) == 0 && whole;
	return (whole ? EXIT_DONE
		      : failed(arena_printf(ctx->arena, "%s could not be written whole; is the disk full?", path)));
}

static int
make(struct ctx *ctx, const struct doc_store *store, const struct options *o)
{
	const struct doc_meta meta = {
		.author = "Tilskudd", .made_at = instant_at(SAMPLE_DAY, 12, 0, 0), .allow_uncovered = o->allow_uncovered
	};
	struct buf out = buf_new(ctx->arena);
	struct doc_report report;
	struct xml_error error = { 0 };
	struct doc_data *data;
	const char *said;
	enum status st;

	if (doc_data_read(&data, &error, ctx->arena, o->data) != OK)
		return (failed(xml_error_text(ctx->arena, &error)));
	if (o->html)
		st = doc_render_html(&out, &report, ctx->arena, store, o->name, data, o->lang, 0);
	else if (o->docx)
		st = doc_render_docx(&out, &report, ctx->arena, store, o->name, data, o->lang, meta.made_at);
	else
		st = doc_render(&out, &report, ctx->arena, store, o->name, data, o->lang, &meta);
	said = doc_report_text(ctx->arena, &report);
	if (st != OK)
		return (failed(*said == '\0' ? status_text(st) : said));
	if (*said != '\0')
		fprintf(stderr, "tilskudd document: %s\n", said);
	return (file_write(ctx, o->out, &out));
}

int
document_command(struct ctx *ctx, int argc, char **argv)
{
	struct options o = { .templates = template_dir(ctx->arena), .lang = LANG_NB };
	const char *problem, *verb = argc < 2 ? "" : argv[1];
	struct doc_store *store;

	if (strcmp(verb, "check") != 0 && strcmp(verb, "make") != 0)
		return (command_usage("document", "say check or make"));
	for (argv += 2; *argv != NULL; argv++)
		if (!option_read(&o, &argv))
			return (
			    command_usage("document", "\"%s\" is not understood", *argv == NULL ? argv[-1] : *argv));
	if (strcmp(verb, "make") == 0 && (o.name == NULL || o.data == NULL || o.out == NULL))
		return (command_usage("document", "make needs a template, --data FILE and -o FILE"));
	if (doc_store_load(&store, &problem, ctx->arena, o.templates) != OK)
		return (failed(problem));
	return (strcmp(verb, "make") == 0 ? make(ctx, store, &o) : EXIT_DONE);
}
