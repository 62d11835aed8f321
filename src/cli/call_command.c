/* call_command.c — "tilskudd call": checks, imports and lists calls, opens one, and writes conf/call.rng. */
#include <stdio.h>
#include <string.h>

#include "cli/call_actions.h"
#include "cli/call_file.h"
#include "scheme/vocabulary.h"

/* All are checked, so that one run tells everything. */
static int
check(struct call_request *request)
{
	const struct xml_schema *gate = call_file_gate(request->ctx);
	size_t calls = 0;
	bool ok = gate != NULL;

	for (size_t i = 0; i < request->n_files && gate != NULL; i++) {
		struct call_file file;

		if (call_file_check(&file, request->ctx, gate, request->files[i]))
			calls += file.plans->n_calls;
		else
			ok = false;
	}
	if (!ok)
		return (EXIT_FAILED);
	printf(request->ctx->lang == LANG_EN ? "%zu calls of %zu schemes are in order\n"
					     : "%zu utlysninger av %zu ordninger er i orden\n",
	    calls, request->n_files);
	return (EXIT_DONE);
}

static int
write_rng(struct call_request *request)
{
	struct buf out = buf_new(request->ctx->arena);

	vocabulary_write_rng(&out, &call_vocabulary);
	fputs(buf_text(&out), stdout);
	return (fflush(stdout) == 0 ? EXIT_DONE : EXIT_FAILED);
}

static const struct action {
	const char *name;
	int (*run)(struct call_request *);
	size_t least, most; /* files */
} actions[] = {
	{ "check", check, 1, SIZE_MAX },
	{ "import", call_import_files, 1, SIZE_MAX },
	{ "list", call_list_all, 0, 1 },
	{ "rng", write_rng, 0, 0 },
};

static int
read_words(struct call_request *request, int argc, char **argv)
{
	request->files = arena_array(request->ctx->arena, (size_t)argc, sizeof(*request->files));
	for (int i = 2; i < argc; i++) {
		if (argv[i][0] != '-')
			request->files[request->n_files++] = argv[i];
		else if (strcmp(argv[i], "--lang") == 0 && i + 1 < argc && lang_parse(&request->ctx->lang, argv[i + 1]))
			i++;
		else if (strcmp(argv[i], "--by") == 0 && i + 1 < argc)
			request->by = argv[++i];
		else if (strcmp(argv[i], "--json") == 0)
			request->json = true;
		else if (strcmp(argv[i], "--keep-others") == 0)
			request->keep_others = true;
		else
			return (command_usage("call", "\"%s\" is not understood", argv[i]));
	}
	return (EXIT_DONE);
}

int
call_command(struct ctx *ctx, int argc, char **argv)
{
	struct call_request request = { .ctx = ctx };
	int code;

	if (argc < 2)
		return (command_usage("call", "say what to do"));
	if (strcmp(argv[1], "open") == 0)
		return (call_open_command(ctx, argc, argv));
	for (size_t i = 0; i < sizeof(actions) / sizeof(actions[0]); i++) {
		if (strcmp(actions[i].name, argv[1]) != 0)
			continue;
		if ((code = read_words(&request, argc, argv)) != EXIT_DONE)
			return (code);
		if (request.n_files < actions[i].least || request.n_files > actions[i].most)
			return (command_usage("call", "%s takes %s", argv[1],
			    actions[i].most == 0   ? "no file"
			    : actions[i].most == 1 ? "at most one scheme"
						   : "at least one file"));
		return (actions[i].run(&request));
	}
	return (command_usage("call", "\"%s\" is not understood", argv[1]));
}
