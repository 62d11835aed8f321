/* user_command.c — "tilskudd user": accounts from the command line, the first administrator's above all. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "cli/command.h"
#include "core/text.h"
#include "db/account_db.h"
#include "db/db.h"
#include "flow/account_flow.h"

static int
failed(const char *what, enum status st)
{
	fprintf(stderr, "tilskudd user: %s: %s\n", what, status_text(st));
	return (EXIT_FAILED);
}

static int
refused(const char *why)
{
	fprintf(stderr, "tilskudd user: %s\n", why);
	return (EXIT_FAILED);
}

/* The value behind an option; NULL when it is not given. Options come in pairs after argv[from]. */
static const char *
option(int argc, char **argv, int from, const char *name)
{
	for (int i = from; i + 1 < argc; i += 2)
		if (text_equal(argv[i], name))
			return (argv[i + 1]);
	return (NULL);
}

static bool
flag(int argc, char **argv, const char *name)
{
	for (int i = 4; i < argc; i++)
		if (text_equal(argv[i], name))
			return (true);
	return (false);
}

static const char *
unknown_option(int argc, char **argv)
{
	static const char *const known[] = { "--name", "--role", "--unit", "--body", "--lang", "--phone" };

	for (int i = 3; i < argc; i += 2) {
		bool is_known = false;

		for (size_t k = 0; k < sizeof(known) / sizeof(known[0]); k++)
			is_known |= text_equal(argv[i], known[k]);
		if (!is_known || i + 1 == argc)
			return (argv[i]);
	}
	return (NULL);
}

/* One line from standard input: a password on the command line would be read by everyone on the machine. */
static const char *
password_read(struct ctx *ctx)
{
	char line[1024];
	const char *password;

	if (fgets(line, sizeof(line), stdin) == NULL)
		return (NULL);
	line[strcspn(line, "\r\n")] = '\0';
	return (text_clean(&password, NULL, ctx->arena, line, strlen(line)) == OK ? password : NULL);
}

static int
user_add(struct ctx *ctx, int argc, char **argv)
{
	struct account account = { .lang = LANG_NB };
	const char *role = option(argc, argv, 3, "--role"), *lang = option(argc, argv, 3, "--lang"), *bad;
	int64_t id;
	enum status st;

	if (argc < 3 || role == NULL || option(argc, argv, 3, "--name") == NULL)
		return (command_usage("user", "an account needs an e-mail address, --name and --role"));
	if ((bad = unknown_option(argc, argv)) != NULL)
		return (command_usage("user", "\"%s\" is not understood, or its value is missing", bad));
	if (!role_parse(&account.role, role) || account.role == ROLE_NONE)
		return (command_usage("user", "the roles are applicant, officer, leader, politician and admin"));
	if (lang != NULL && !lang_parse(&account.lang, lang))
		return (command_usage("user", "the languages are nb, nn and en"));
	account.email = argv[2];
	account.name = option(argc, argv, 3, "--name");
	account.phone = option(argc, argv, 3, "--phone");
	account.unit_code = option(argc, argv, 3, "--unit");
	account.body_code = option(argc, argv, 3, "--body");
	st = account_save(&id, ctx, &account, NULL);
	if (st == ERR_INVALID)
		return (refused("the e-mail address is not one, there is no such unit or body, or role and unit do not "
				"agree: officers and leaders have a --unit, others have none"));
	if (st != OK)
		return (failed(argv[2], st));
	printf("%s is there; the password is set by \"forgotten password\" or \"tilskudd user password %s\"\n", argv[2],
	    argv[2]);
	return (EXIT_DONE);
}

static int
user_password(struct ctx *ctx, const char *email)
{
	const char *password = password_read(ctx);
	enum status st;

	if (password == NULL)
		return (refused("give the password as one line of UTF-8 on standard input"));
	if ((st = account_set_password(ctx, email, password)) == ERR_INVALID)
		return (refused("a password has 12 to 200 characters"));
	if (st == ERR_NOT_FOUND)
		return (refused("there is no account with that e-mail address"));
	return (st == OK ? EXIT_DONE : failed(email, st));
}

static int
user_active(struct ctx *ctx, const char *email, bool active)
{
	enum status st = account_set_active(ctx, email, active);

	if (st == ERR_NOT_FOUND)
		return (refused("there is no account with that e-mail address"));
	return (st == OK ? EXIT_DONE : failed(email, st));
}

static int
user_member(struct ctx *ctx, int argc, char **argv)
{
	enum status st =
	    account_join(ctx, argv[2], argv[3], flag(argc, argv, "--sign"), flag(argc, argv, "--administer"));

	if (st == ERR_NOT_FOUND)
		return (refused("there is no such account or organisation"));
	return (st == OK ? EXIT_DONE : failed(argv[2], st));
}

static int
user_list(struct ctx *ctx)
{
	struct account_row *rows;
	size_t n;
	enum status st;

	if ((st = db_begin_read(ctx)) != OK || (st = account_db_list(&rows, &n, ctx)) != OK)
		return (failed("the list", db_rollback(ctx, st)));
	for (size_t i = 0; i < n; i++)
		printf("%-12s %-40s %s%s%s%s%s\n", role_code(rows[i].role), rows[i].email, rows[i].name,
		    rows[i].active ? "" : " (closed)", rows[i].has_password ? "" : " (no password)",
		    rows[i].demo ? " (demo)" : "",
		    rows[i].unit_code[0] == '\0' ? "" : arena_printf(ctx->arena, " [%s]", rows[i].unit_code));
	return (db_commit(ctx) == OK ? EXIT_DONE : EXIT_FAILED);
}

static int
user_run(struct ctx *ctx, int argc, char **argv)
{
	const char *what = argv[1];

	if (text_equal(what, "list") && argc == 2)
		return (user_list(ctx));
	if (text_equal(what, "add"))
		return (user_add(ctx, argc, argv));
	if (text_equal(what, "member") && argc >= 4)
		return (user_member(ctx, argc, argv));
	if (argc == 3 && text_equal(what, "password"))
		return (user_password(ctx, argv[2]));
	if (argc == 3 && (text_equal(what, "close") || text_equal(what, "open")))
		return (user_active(ctx, argv[2], text_equal(what, "open")));
	return (command_usage("user", "\"%s\" is not understood, or something is missing", what));
}

int
user_command(struct ctx *ctx, int argc, char **argv)
{
	enum status st;
	int code;

	if (argc < 2)
		return (command_usage("user", "say what to do"));
	if ((st = db_connect_here(&ctx->db, DB_JOBS)) != OK)
		code = failed("the database", st);
	else
		code = user_run(ctx, argc, argv);
	db_close(ctx->db);
	ctx->db = NULL;
	return (code);
}
