/* main.c — the command line's dispatcher: finds the verb, gives it a context, answers its exit code. */
#include <stdarg.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "cli/command.h"
#include "core/crypto.h"
#include "core/log.h"

/* Every verb there is, as --help lists them. */
static const struct command commands[] = {
	{ "call",
	    "when schemes take applications, and how much there is: check, import and list calls, or announce one",
	    "call check [--lang LANG] FILE...\n"
	    "call import [--by EMAIL] [--keep-others] [--lang LANG] FILE...\n"
	    "call list [--json] [--lang LANG] [SCHEME]\n"
	    "call rng\n"
	    "call open SCHEME --year YEAR --closes TIME --frame KRONER --answer-by DAY --contact NAME --phone NUMBER "
	    "--email ADDRESS [--opens TIME] [--round N] [--extra yes|no] [--covers-from DAY] [--covers-to DAY]\n",
	    call_command },
	{ "document", "every kind of document: list them, make one of a case, a scheme or sample data, check templates",
	    "document list [--json]\n"
	    "document render NAME --case NUMBER [--version N] [--lang nb|nn|en] [--html | --docx | --xml] "
	    "[--by EMAIL] -o FILE\n"
	    "document render application --draft ID --by EMAIL [--lang nb|nn|en] [--html | --docx | --xml] -o FILE\n"
	    "document render NAME --scheme ID | FILE [--year YYYY [--round N] [--list N]] [--lang nb|nn|en] "
	    "[--html | --docx | --xml] [--by EMAIL] -o FILE\n"
	    "document render NAME --data FILE [--lang nb|nn|en] [--html | --docx] [--allow-uncovered] [--templates "
	    "DIR] -o FILE\n"
	    "document versions --case NUMBER [--by EMAIL]\n"
	    "document check [--templates DIR]\n",
	    document_command },
	{ "demo", "load invented data of two years, to try everything with", "demo load\n", demo_command },
	{ "help", "show what a verb does", "help [VERB]\n", NULL },
	{ "jobs", "send mail and sweep up, until stopped; --once does what is due and ends", "jobs [--once]\n",
	    jobs_command },
	{ "migrate", "bring the database's tables up to date; --check only tells what is missing",
	    "migrate [--check]\n", migrate_command },
	{ "reference", "load municipalities, units, bodies and letters' texts from conf/", "reference load\n",
	    reference_command },
	{ "report", "write a report as PDF: a scheme's evaluation for a year",
	    "report evaluation --scheme ID --year YYYY [--lang nb|nn|en] -o FILE\n", report_command },
	{ "scheme", "check, test, compare, simulate, publish and print schemes; \"scheme VERB --help\" shows one",
	    "scheme check FILE...\n"
	    "scheme test FILE...\n"
	    "scheme list [--published | FILE...]\n"
	    "scheme show [--history] FILE | ID | ID@VERSION\n"
	    "scheme diff A B\n"
	    "scheme simulate A --against YEARS\n"
	    "scheme publish FILE | ID --restore N --by EMAIL --why TEXT [--open-calls]\n"
	    "scheme publish --approve | --refuse | --withdraw N --by EMAIL\n"
	    "scheme blank-pdf FILE | ID -o FILE\n"
	    "scheme import FILE...\n"
	    "scheme rng\n"
	    "scheme VERB --help\n",
	    scheme_command },
	{ "user", "accounts: who there is, new ones, passwords (read from standard input), who writes for whom",
	    "user list\nuser add EMAIL --name NAME --role ROLE [--unit CODE] [--body CODE] [--lang nb|nn|en]\n"
	    "user password EMAIL\nuser close EMAIL\nuser open EMAIL\n"
	    "user member EMAIL ORGNR [--sign] [--administer]\n",
	    user_command },
};

#define COUNT (sizeof(commands) / sizeof(commands[0]))

static const struct command *
command_find(const char *name)
{
	for (size_t i = 0; i < COUNT; i++)
		if (strcmp(commands[i].name, name) == 0)
			return (&commands[i]);
	return (NULL);
}

static void
show_usage(FILE *to, const struct command *command)
{
	const char *line = command->usage, *end;

	for (; *line != '\0'; line = *end == '\0' ? end : end + 1) {
		end = line + strcspn(line, "\n");
		fprintf(
		    to, "%s tilskudd %.*s\n", line == command->usage ? "usage:" : "      ", (int)(end - line), line);
	}
}

static int
show_verbs(FILE *to, int code)
{
	fprintf(to, "usage: tilskudd VERB [ARGUMENT...]\n\n");
	for (size_t i = 0; i < COUNT; i++)
		fprintf(to, "  %-10s %s\n", commands[i].name, commands[i].summary);
	fprintf(to, "\n\"tilskudd VERB --help\" shows one.\n"
		    "Exit codes: 0 done, 1 something was wrong, 2 the command line was not understood.\n");
	return (code);
}

static int
show_verb(const struct command *command)
{
	printf("tilskudd %s: %s\n", command->name, command->summary);
	show_usage(stdout, command);
	return (EXIT_DONE);
}

static int
unknown(const char *name)
{
	fprintf(stderr, "tilskudd: there is no verb \"%s\"; \"tilskudd help\" lists them\n", name);
	return (EXIT_USAGE);
}

int
command_usage(const char *verb, const char *fmt, ...)
{
	const struct command *command = command_find(verb);
	va_list ap;

	fprintf(stderr, "tilskudd %s: ", verb);
	va_start(ap, fmt);
	vfprintf(stderr, fmt, ap);
	va_end(ap);
	fputc('\n', stderr);
	if (command != NULL)
		show_usage(stderr, command);
	return (EXIT_USAGE);
}

static int
help(int argc, char **argv)
{
	const struct command *command;

	if (argc < 2)
		return (show_verbs(stdout, EXIT_DONE));
	if ((command = command_find(argv[1])) == NULL)
		return (unknown(argv[1]));
	return (show_verb(command));
}

static bool
asks_help(int argc, char **argv)
{
	for (int i = 1; i < argc && strcmp(argv[i], "--") != 0; i++)
		if (strcmp(argv[i], "--help") == 0 || strcmp(argv[i], "-h") == 0)
			return (true);
	return (false);
}

struct work {
	const struct command *command;
	struct ctx *ctx;
	int argc;
	char **argv;
	int code;
};

static enum status
run(void *object)
{
	struct work *work = object;

	work->code = work->command->run(work->ctx, work->argc, work->argv);
	return (OK);
}

static int
command_run_guarded(const struct command *command, int argc, char **argv)
{
	struct arena *arena = arena_new(0);
	struct ctx ctx = { .arena = arena,
		.request_id = arena_printf(arena, "%s-%ld", command->name, (long)getpid()),
		.user_name = "",
		.lang = LANG_NB,
		.received_at = instant_now() };
	struct work work = { command, &ctx, argc, argv, EXIT_FAILED };

	ctx.now = ctx.received_at;
	if (arena_guard(arena, run, &work) != OK)
		fprintf(stderr, "tilskudd %s: a limit on memory was passed\n", command->name);
	arena_free(arena);
	return (work.code);
}

int
main(int argc, char **argv)
{
	const struct command *command;

	if (argc < 2)
		return (show_verbs(stderr, EXIT_USAGE));
	if (strcmp(argv[1], "--help") == 0 || strcmp(argv[1], "-h") == 0)
		return (show_verbs(stdout, EXIT_DONE));
	if ((command = command_find(argv[1])) == NULL)
		return (unknown(argv[1]));
	if (command->run == NULL)
		return (help(argc - 1, argv + 1));
	if (asks_help(argc - 1, argv + 1) && command->run != scheme_command)
		return (show_verb(command));
	if (command->run != jobs_command)
		log_least(LOG_WARNING);
	if (crypto_start() != OK) {
		fprintf(stderr, "tilskudd: libsodium cannot start: no source of random numbers\n");
		return (EXIT_FAILED);
	}
	return (command_run_guarded(command, argc - 1, argv + 1));
}
