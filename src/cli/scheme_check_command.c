/* scheme_check_command.c — "tilskudd scheme check" and "scheme test": what is wrong with scheme files, and what their
 * examples come to. */
#include <stdio.h>

#include "cli/scheme_file.h"
#include "cli/scheme_request.h"
#include "core/catalogue.h"

static void
json_messages(struct json *json, const struct scheme_messages *messages)
{
	for (size_t i = 0; i < messages->n; i++) {
		const char *name;
		int line;

		scheme_message_place(&name, &line, messages, i);
		json_open(json, NULL, '{');
		json_text(json, "file", name);
		json_int(json, "line", line);
		json_text(json, "text", messages->list[i].text);
		json_close(json, '}');
	}
}

static int
write_json(struct scheme_request *request, const struct scheme_file *files, size_t n, bool ok)
{
	struct buf out = buf_new(request->ctx->arena);
	struct json json = json_new(&out);
	size_t tests = 0;

	json_open(&json, NULL, '{');
	json_bool(&json, "ok", ok);
	json_int(&json, "schemes", (int64_t)n);
	json_open(&json, "messages", '[');
	for (size_t i = 0; i < n; i++) {
		json_messages(&json, &files[i].messages);
		tests += files[i].trial.n_run;
	}
	json_close(&json, ']');
	json_int(&json, "tests", (int64_t)tests);
	json_close(&json, '}');
	if (scheme_request_print(&out) != EXIT_DONE)
		return (EXIT_FAILED);
	return (ok ? EXIT_DONE : EXIT_FAILED);
}

/* All are checked, so that one run tells everything; NULL when conf/scheme.rng can't be read. */
static struct scheme_file *
check_all(bool *ok, struct scheme_request *request)
{
	const struct xml_schema *gate = scheme_file_gate(request->ctx);
	struct scheme_file *files = arena_array(request->ctx->arena, request->n_words, sizeof(*files));

	if ((*ok = gate != NULL) == false)
		return (NULL);
	for (size_t i = 0; i < request->n_words; i++)
		*ok &= scheme_file_check(&files[i], request->ctx, gate, request->words[i]);
	return (files);
}

int
scheme_check_run(struct scheme_request *request)
{
	struct scheme_file *files;
	bool ok;

	if ((files = check_all(&ok, request)) == NULL)
		return (EXIT_FAILED);
	if (request->json)
		return (write_json(request, files, request->n_words, ok));
	for (size_t i = 0; i < request->n_words; i++)
		scheme_file_tell(&files[i].messages);
	if (ok)
		printf(tr_plural(request->ctx->lang, "%zu ordning er i orden\n", "%zu ordninger er i orden\n",
			   (int64_t)request->n_words),
		    request->n_words);
	return (ok ? EXIT_DONE : EXIT_FAILED);
}

/* ------------------------------------------------------------------------------------------ test */

static void
json_case(struct json *json, const struct scheme_file *file, const struct trial_case *c)
{
	json_open(json, NULL, '{');
	json_text(json, "file", file->path);
	json_int(json, "line", c->line);
	json_text(json, "name", c->name);
	json_bool(json, "passed", c->n_failures == 0);
	json_open(json, "failures", '[');
	for (size_t i = 0; i < c->n_failures; i++)
		json_text(json, NULL, c->failures[i].text);
	json_close(json, ']');
	json_open(json, "explanation", '[');
	for (size_t i = 0; i < c->n_lines; i++)
		json_text(json, NULL, c->lines[i]);
	json_close(json, ']');
	json_close(json, '}');
}

/* What passed is one line; what didn't is told with how it came about. */
static void
text_case(struct buf *out, const struct scheme_file *file, const struct trial_case *c)
{
	buf_printf(out, "%s %s:%d: %s\n", c->n_failures == 0 ? "ok    " : "FAILED", file->path, c->line, c->name);
	if (c->n_failures == 0)
		return;
	for (size_t i = 0; i < c->n_failures; i++)
		buf_printf(out, "         %s\n", c->failures[i].text);
	for (size_t i = 0; i < c->n_lines; i++)
		buf_printf(out, "         | %s\n", c->lines[i]);
}

int
scheme_test_run(struct scheme_request *request)
{
	struct buf out = buf_new(request->ctx->arena);
	struct json json = json_new(&out);
	size_t passed = 0, failed = 0;
	bool ok = true;

	if (request->json)
		json_open(&json, NULL, '[');
	for (size_t i = 0; i < request->n_words; i++) {
		struct scheme_file file;

		if (!scheme_file_compile(&file, request->ctx, request->words[i])) {
			scheme_file_tell(&file.messages);
			ok = false;
			continue;
		}
		scheme_tests_run(&file.trial, request->ctx->arena, file.scheme, request->ctx->lang);
		for (size_t k = 0; k < file.trial.n_run; k++) {
			const struct trial_case *c = &file.trial.cases[k];

			*(c->n_failures == 0 ? &passed : &failed) += 1;
			if (request->json)
				json_case(&json, &file, c);
			else
				text_case(&out, &file, c);
		}
	}
	if (request->json)
		json_close(&json, ']');
	else
		buf_printf(&out, tr(request->ctx->lang, "%zu stemmer, %zu stemmer ikke\n"), passed, failed);
	if (scheme_request_print(&out) != EXIT_DONE)
		return (EXIT_FAILED);
	return (ok && failed == 0 ? EXIT_DONE : EXIT_FAILED);
}
