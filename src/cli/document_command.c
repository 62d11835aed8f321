/* document_command.c — "tilskudd document": checks templates, lists the kinds of documents, makes any of them. */
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "cli/document_request.h"
#include "core/json.h"
#include "core/text.h"
#include "doc/doc_store.h"
#include "flow/document_registry.h"

#define NUMBER_ROOM 9 /* digits of a number that an option takes */

int
document_failed(const char *fmt, ...)
{
	va_list ap;

	fprintf(stderr, "tilskudd document: ");
	va_start(ap, fmt);
	vfprintf(stderr, fmt, ap);
	va_end(ap);
	fputc('\n', stderr);
	return (EXIT_FAILED);
}

/* --- check and list ----------------------------------------------------------------------------------------------- */

static int
check_run(struct document_request *request)
{
	struct arena *arena = request->ctx->arena;
	const char *home = getenv("TILSKUDD_HOME"), *problem;
	struct doc_store *store;

	if (request->templates == NULL)
		request->templates = arena_printf(arena, "%s/pdf-templates", text_blank(home) ? "." : home);
	return (doc_store_load(&store, &problem, arena, request->templates) == OK ? EXIT_DONE
										  : document_failed("%s", problem));
}

static void
list_json(struct buf *out, const struct document_type *types, size_t n)
{
	struct json json = json_new(out);

	json_open(&json, NULL, '[');
	for (size_t i = 0; i < n; i++) {
		json_open(&json, NULL, '{');
		json_text(&json, "name", types[i].name);
		json_text(&json, "template", types[i].template);
		json_text(&json, "of", document_of_code(types[i].of));
		json_text(&json, "about", types[i].about);
		json_bool(&json, "kept", types[i].kept != NULL);
		json_close(&json, '}');
	}
	json_close(&json, ']');
	buf_putc(out, '\n');
}

static int
document_list_run(struct document_request *request)
{
	struct buf out = buf_new(request->ctx->arena);
	size_t n;
	const struct document_type *types = document_types(&n);

	if (request->json)
		list_json(&out, types, n);
	for (size_t i = 0; i < n && !request->json; i++)
		buf_printf(
		    &out, "%-20s  of a %-7s  %s\n", types[i].name, document_of_code(types[i].of), types[i].about);
	fputs(buf_text(&out), stdout);
	return (fflush(stdout) == 0 ? EXIT_DONE : EXIT_FAILED);
}

/* --- the command line --------------------------------------------------------------------------------------------- */

static const struct verb {
	const char *name;
	int (*run)(struct document_request *request);
	bool named; /* takes the name of a document */
} verbs[] = {
	{ "check", check_run, false },
	{ "list", document_list_run, false },
	{ "render", document_render_run, true },
	{ "versions", document_versions_run, false },
};

static bool
number_parse(int *out, const char *text)
{
	if (*text == '\0' || strlen(text) > NUMBER_ROOM || strspn(text, "0123456789") != strlen(text))
		return (false);
	*out = (int)strtol(text, NULL, 10);
	return (*out > 0);
}

static bool
flag_read(struct document_request *request, const char *word)
{
	bool *flags[] = { &request->json, &request->html, &request->docx, &request->xml, &request->allow_uncovered };
	static const char *const names[] = { "--json", "--html", "--docx", "--xml", "--allow-uncovered" };

	for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++)
		if (strcmp(names[i], word) == 0)
			return (*flags[i] = true);
	return (false);
}

/* An option and its value; false when it is none, or the value is not one of its. */
static bool
option_read(struct document_request *request, const char *word, const char *value)
{
	const char **texts[] = { &request->templates, &request->number, &request->scheme, &request->data, &request->out,
		&request->by };
	static const char *const text_names[] = { "--templates", "--case", "--scheme", "--data", "-o", "--by" };
	int *numbers[] = { &request->year, &request->round, &request->list, &request->version, &request->draft };
	static const char *const number_names[] = { "--year", "--round", "--list", "--version", "--draft" };

	if (value == NULL)
		return (false);
	for (size_t i = 0; i < sizeof(text_names) / sizeof(text_names[0]); i++)
		if (strcmp(text_names[i], word) == 0) {
			*texts[i] = value;
			return (true);
		}
	for (size_t i = 0; i < sizeof(number_names) / sizeof(number_names[0]); i++)
		if (strcmp(number_names[i], word) == 0)
			return (number_parse(numbers[i], value));
	return (strcmp(word, "--lang") == 0 && (request->has_lang = lang_parse(&request->lang, value)));
}

int
document_command(struct ctx *ctx, int argc, char **argv)
{
	struct document_request request = { .ctx = ctx, .lang = LANG_NB };
	const struct verb *verb = NULL;

	for (size_t i = 0; i < sizeof(verbs) / sizeof(verbs[0]) && argc > 1; i++)
		if (strcmp(verbs[i].name, argv[1]) == 0)
			verb = &verbs[i];
	if (verb == NULL)
		return (command_usage("document",
		    argc > 1 ? "there is no \"document %s\"" : "say check, list, render or versions%s",
		    argc > 1 ? argv[1] : ""));
	for (int i = 2; i < argc; i++) {
		if (flag_read(&request, argv[i]))
			continue;
		if (argv[i][0] != '-' && verb->named && request.name == NULL)
			request.name = argv[i];
		else if (i + 1 < argc && option_read(&request, argv[i], argv[i + 1]))
			i++;
		else
			return (command_usage("document", "\"%s%s%s\" is not understood", argv[i],
			    argv[i][0] == '-' && i + 1 < argc ? " " : "",
			    argv[i][0] == '-' && i + 1 < argc ? argv[i + 1] : ""));
	}
	return (verb->run(&request));
}
