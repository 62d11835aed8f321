/* scheme_command.c — "tilskudd scheme": finds the verb and reads its words and options. */
#include <errno.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "cli/scheme_request.h"
#include "core/text.h"
#include "db/db.h"
#include "flow/aid_limit_file.h"
#include "flow/scheme_flow.h"
#include "scheme/scheme_store.h"

/* Options, as the table of verbs lists those that each takes. */
enum {
	O_JSON = 1 << 0,
	O_PUBLISHED = 1 << 1,
	O_CANONICAL = 1 << 2,
	O_HISTORY = 1 << 3,
	O_PUBLISH = 1 << 4,
	O_AGAINST = 1 << 5,
	O_OUT = 1 << 6
};

static const struct action {
	const char *name;
	scheme_action *run;
	size_t least, most; /* words */
	unsigned options;
	const char *usage, *about;
	const char *json; /* what --json writes, a name of each value; NULL where there is none */
} actions[] = {
	{ "check", scheme_check_run, 1, SIZE_MAX, O_JSON, "check [--json] FILE...",
	    "Checks scheme files: form, references, expressions, texts, sums, and the examples inside them.\n"
	    "Each message says file, line, what is wrong and what to do.",
	    "{ok, schemes, messages: [{file, line, text}], tests}; line 0: no line is to blame" },
	{ "test", scheme_test_run, 1, SIZE_MAX, O_JSON, "test [--json] FILE...",
	    "Runs the example applications inside scheme files, and tells of each what came out and why.",
	    "[{file, line, name, passed, failures: [text], explanation: [text]}]" },
	{ "list", scheme_list_run, 0, SIZE_MAX, O_JSON | O_PUBLISHED, "list [--json] [--published | FILE...]",
	    "Lists scheme files (those in conf/schemes when none is named), or with --published what is in force in "
	    "the "
	    "database.",
	    "[{id, field, unit, status, title_nb, title_nn, title_en, version, where}], of files also applicants, "
	    "rules,\n"
	    "criteria, questions, tests, source, and of --published number, installed, calls, open_calls, cases" },
	{ "show", scheme_show_run, 1, 1, O_CANONICAL | O_HISTORY | O_JSON,
	    "show [--canonical | --merged | --history] [--json] FILE | ID | ID@VERSION",
	    "Shows what a scheme says. ID is the version in force, ID@3 its third version, ID@abc123 the one whose "
	    "hash "
	    "begins so.\n--merged writes the document with what it extends; --history tells who changed it, when and "
	    "why.",
	    "{id, field, unit, status, language, version, title, summary, applicants: [{type, demands}],\n"
	    "rules: [{id, consequence, reason, when, test}], amounts: [{text, when}], earmarks, criteria: [{id, name, "
	    "weight,\n"
	    "tag}], method, questions: [{section, id, type, label, required, relevant, constraint, calculate}], "
	    "deciding,\n"
	    "payment, report, duties}; with --history [{number, version, published_at, installed, proposed_by, "
	    "approved_by,\n"
	    "why, remark, open_calls, restores}]" },
	{ "diff", scheme_diff_run, 2, 2, O_JSON, "diff [--json] A B",
	    "Tells what differs from A to B as sentences, each with what it asks of those who have begun or sent.\n"
	    "A and B are files, ID or ID@VERSION. With a database it counts the drafts and cases the changes touch.",
	    "{before: {name, id, version, number}, after, confirm, frozen, safe, changes: [{class, stricter, internal, "
	    "element, id,\n"
	    "question, text, before, after, drafts}], reach: {open_calls, coming_calls, drafts, undecided, sent}, "
	    "warning}" },
	{ "simulate", scheme_simulate_run, 1, 1, O_JSON | O_AGAINST, "simulate [--json] A --against YEARS",
	    "Runs a scheme, usually a changed file, over the applications that were sent to it in earlier years: who "
	    "would "
	    "be out,\nwhose total, place and sum would move, and what it would cost. Reads one moment of the database "
	    "and "
	    "writes nothing.\nYEARS is 2026 or 2024-2026.",
	    "{applications, become_ineligible, become_eligible, other_total, other_rank, other_highest_sum, "
	    "other_award,\n"
	    "without_marks, refused_by_criterion, other_priority, other_wishes_met, frame_nok, "
	    "highest_sums_before_nok,\n"
	    "highest_sums_after_nok, awards_before_nok, awards_after_nok, years: [{year and the same}], changed: "
	    "[{number,\n"
	    "organisation, year, round, before: {eligible, because, total, rank, refused, priority, wishes_met,\n"
	    "highest_sum_nok, award_nok}, after}]}" },
	{ "publish", scheme_publish_run, 0, 1, O_PUBLISH | O_JSON,
	    "publish FILE --by EMAIL --why TEXT [--open-calls]\n"
	    "publish ID --restore NUMBER --by EMAIL --why TEXT [--open-calls]\n"
	    "publish --approve PROPOSAL --by EMAIL [--remark TEXT]\n"
	    "publish --refuse PROPOSAL --by EMAIL --remark TEXT\n"
	    "publish --withdraw PROPOSAL --by EMAIL\n"
	    "publish [--json]",
	    "Proposes a version, which another person approves: a leader of the unit or an administrator. Without "
	    "anything "
	    "it lists\nthe proposals that wait. --open-calls lets calls that are open or coming take the version over, "
	    "and "
	    "drafts in them.",
	    "proposals that wait: [{proposal, id, version, base, why, proposed_by, proposed_at, open_calls,\n"
	    "needs_confirmation}]; when something is done {state, proposal, number}" },
	{ "blank-pdf", scheme_blank_run, 1, 1, O_OUT | O_JSON,
	    "blank-pdf [--json] FILE | ID | ID@VERSION [--lang nb|nn|en] -o FILE",
	    "Writes the scheme's application form as PDF, to print and fill in by hand. For a published scheme it "
	    "tells the "
	    "deadline\nand whom to ask.",
	    "{file, id, version, bytes}" },
	{ "import", scheme_import_run, 1, SIZE_MAX, 0, "import FILE...",
	    "Brings the schemes that come with the installation into force. A scheme that the county has changed "
	    "itself is "
	    "kept.",
	    NULL },
	{ "rng", scheme_rng_run, 0, 0, 0, "rng", "Writes the language as RELAX NG: conf/scheme.rng.", NULL },
};

#define COUNT (sizeof(actions) / sizeof(actions[0]))

static const struct action *
action_find(const char *name)
{
	for (size_t i = 0; i < COUNT; i++)
		if (strcmp(actions[i].name, name) == 0)
			return (&actions[i]);
	return (NULL);
}

static void
show_usage(FILE *to, const struct action *action)
{
	const char *line = action->usage;

	for (size_t len; *line != '\0'; line += len + (line[len] == '\n')) {
		len = strcspn(line, "\n");
		fprintf(to, "%s tilskudd scheme %.*s\n", line == action->usage ? "usage:" : "      ", (int)len, line);
	}
}

static int
show_help(const struct action *action)
{
	show_usage(stdout, action);
	printf("\n%s\n\n--lang nb, nn or en chooses the words.\n", action->about);
	if (action->json != NULL)
		printf("--json writes for programs: %s.\n", action->json);
	printf("Exit codes: 0 done, 1 something was wrong, 2 the command line was not understood.\n");
	return (EXIT_DONE);
}

static int
show_all(FILE *to, int code)
{
	for (size_t i = 0; i < COUNT; i++)
		show_usage(to, &actions[i]);
	fprintf(to, "\n\"tilskudd scheme VERB --help\" tells what one does.\n");
	return (code);
}

static int misunderstood(const struct action *action, const char *fmt, ...) __attribute__((format(printf, 2, 3)));

static int
misunderstood(const struct action *action, const char *fmt, ...)
{
	va_list ap;

	fprintf(stderr, "tilskudd scheme %s: ", action->name);
	va_start(ap, fmt);
	vfprintf(stderr, fmt, ap);
	va_end(ap);
	fputc('\n', stderr);
	show_usage(stderr, action);
	return (EXIT_USAGE);
}

/* ------------------------------------------------------------------------------------------ options */

static bool
flag(struct scheme_request *request, unsigned options, const char *word)
{
	const struct {
		const char *name;
		unsigned option;
		bool *place;
	} flags[] = {
		{ "--json", O_JSON, &request->json },
		{ "--published", O_PUBLISHED, &request->published },
		{ "--canonical", O_CANONICAL, &request->canonical },
		{ "--merged", O_CANONICAL, &request->canonical },
		{ "--history", O_HISTORY, &request->history },
		{ "--open-calls", O_PUBLISH, &request->open_calls },
	};

	for (size_t i = 0; i < sizeof(flags) / sizeof(flags[0]); i++)
		if (strcmp(flags[i].name, word) == 0 && (options & flags[i].option) != 0) {
			*flags[i].place = true;
			return (true);
		}
	return (false);
}

static bool
number(int64_t *out, const char *value)
{
	char *end;

	errno = 0;
	*out = strtoll(value, &end, 10);
	return (errno == 0 && end != value && *end == '\0' && *out > 0);
}

static bool
word_option(struct scheme_request *request, unsigned options, const char *word, const char *value)
{
	const struct {
		const char *name;
		unsigned option;
		const char **place;
	} list[] = {
		{ "--by", O_PUBLISH, &request->by },
		{ "--why", O_PUBLISH, &request->why },
		{ "--remark", O_PUBLISH, &request->remark },
		{ "--against", O_AGAINST, &request->against },
		{ "-o", O_OUT, &request->out },
	};

	for (size_t i = 0; i < sizeof(list) / sizeof(list[0]); i++)
		if (strcmp(list[i].name, word) == 0 && (options & list[i].option) != 0) {
			*list[i].place = value;
			return (true);
		}
	return (false);
}

static bool
number_option(struct scheme_request *request, unsigned options, const char *word, const char *value)
{
	const struct {
		const char *name;
		int64_t *place;
	} list[] = {
		{ "--approve", &request->approve },
		{ "--refuse", &request->refuse },
		{ "--withdraw", &request->withdraw },
		{ "--restore", &request->restore },
	};

	for (size_t i = 0; i < sizeof(list) / sizeof(list[0]); i++)
		if (strcmp(list[i].name, word) == 0 && (options & O_PUBLISH) != 0)
			return (number(list[i].place, value));
	return (false);
}

static bool
option(struct scheme_request *request, unsigned options, const char *word, const char *value)
{
	if (strcmp(word, "--lang") == 0)
		return (lang_parse(&request->ctx->lang, value));
	return (word_option(request, options, word, value) || number_option(request, options, word, value));
}

static int
read_words(struct scheme_request *request, const struct action *action, int argc, char **argv)
{
	bool plain = false;

	request->words = arena_array(request->ctx->arena, (size_t)argc, sizeof(*request->words));
	for (int i = 2; i < argc; i++) {
		if (plain || argv[i][0] != '-')
			request->words[request->n_words++] = argv[i];
		else if (strcmp(argv[i], "--") == 0)
			plain = true;
		else if (flag(request, action->options, argv[i]))
			continue;
		else if (i + 1 < argc && option(request, action->options, argv[i], argv[i + 1]))
			i++;
		else if (strcmp(argv[i], "--lang") == 0)
			return (misunderstood(action, "--lang wants nb, nn or en"));
		else
			return (misunderstood(action, "\"%s\" is not understood here", argv[i]));
	}
	if (request->n_words < action->least || request->n_words > action->most)
		return (misunderstood(action, "it takes %s",
		    action->most == 0   ? "no file"
		    : action->most == 1 ? "one file or scheme"
		    : action->most == 2 ? "two files or schemes"
					: "at least one file"));
	return (EXIT_DONE);
}

/* ------------------------------------------------------------------------------------------ what verbs share */

bool
scheme_request_database(struct scheme_request *request)
{
	struct ctx *ctx = request->ctx;
	enum status st;

	if (ctx->db != NULL)
		return (true);
	if ((st = db_connect_here(&ctx->db, DB_JOBS)) == OK) {
		ctx->schemes = scheme_flow_store();
		return (true);
	}
	(void)scheme_request_failed("", "the database cannot be reached: %s; is TILSKUDD_DB right?", status_text(st));
	db_close(ctx->db);
	ctx->db = NULL;
	return (false);
}

int
scheme_request_print(const struct buf *out)
{
	fputs(buf_text(out), stdout);
	return (fflush(stdout) == 0 ? EXIT_DONE : EXIT_FAILED);
}

int
scheme_request_failed(const char *action, const char *fmt, ...)
{
	va_list ap;

	fprintf(stderr, "tilskudd scheme%s%s: ", *action == '\0' ? "" : " ", action);
	va_start(ap, fmt);
	vfprintf(stderr, fmt, ap);
	va_end(ap);
	fputc('\n', stderr);
	return (EXIT_FAILED);
}

int
scheme_request_misused(const char *action, const char *why)
{
	return (misunderstood(action_find(action), "%s", why));
}

static bool
asks_help(int argc, char **argv)
{
	for (int i = 1; i < argc && strcmp(argv[i], "--") != 0; i++)
		if (strcmp(argv[i], "--help") == 0 || strcmp(argv[i], "-h") == 0)
			return (true);
	return (false);
}

int
scheme_command(struct ctx *ctx, int argc, char **argv)
{
	struct scheme_request request = { .ctx = ctx };
	const struct action *action = argc < 2 ? NULL : action_find(argv[1]);
	int code;

	if (asks_help(argc, argv))
		return (action == NULL ? show_all(stdout, EXIT_DONE) : show_help(action));
	if (action == NULL) {
		fprintf(stderr,
		    argc < 2 ? "tilskudd scheme: say what to do\n" : "tilskudd scheme: \"%s\" is not understood\n",
		    argc < 2 ? "" : argv[1]);
		return (show_all(stderr, EXIT_USAGE));
	}
	if ((code = read_words(&request, action, argc, argv)) != EXIT_DONE)
		return (code);
	if (aid_limits_load(ctx->arena, text_blank(getenv("TILSKUDD_HOME")) ? "." : getenv("TILSKUDD_HOME")) != OK)
		return (scheme_request_failed(
		    "", "TILSKUDD_HOME must say where the folder with conf/ is; run it there, or set it"));
	code = action->run(&request);
	scheme_store_free(ctx->schemes);
	ctx->schemes = NULL;
	db_close(ctx->db);
	ctx->db = NULL;
	return (code);
}
