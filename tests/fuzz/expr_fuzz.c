/* expr_fuzz.c — any bytes as an expression: refused with a place and words, or worked out, and the same when written.
 */
#include "grammar.h"

int
LLVMFuzzerInitialize(int *argc, char ***argv)
{
	(void)argc;
	(void)argv;
	atexit(grammar_report);
	return (0);
}

static const char *const yes_no[] = { "yes", "no", NULL };
static const struct expr_name names[] = { { "applied", EXPR_NUMBER, NULL }, { "costs", EXPR_NUMBER, NULL },
	{ "title", EXPR_TEXT, NULL }, { "young", EXPR_TEXT, yes_no }, { "start", EXPR_DATE, NULL },
	{ "yes", EXPR_BOOLEAN, NULL }, { "kinds", EXPR_CODES, NULL }, { "files", EXPR_ROWS, NULL },
	{ "budget.cash", EXPR_COLUMN, NULL } };

static struct expr_value
lookup(void *user, const char *name)
{
	(void)user;
	switch (name[0]) {
	case 'a':
		return (expr_money((money){ 7500050 }));
	case 't':
		return (expr_text("Blåøyd"));
	case 's':
		return (expr_date((struct date){ 2026, 1, 31 }));
	case 'y':
		return (strcmp(name, "yes") == 0 ? expr_boolean(true) : expr_text("yes"));
	case 'k':
		return (expr_codes("a b"));
	case 'b':
		return (expr_money(MONEY_MAX));
	default:
		return (expr_absent());
	}
}

static int64_t
count(void *user, const char *name)
{
	(void)user;
	return ((int64_t)strlen(name));
}

static bool
same(const struct expr_value *a, const struct expr_value *b)
{
	if (a->type != b->type)
		return (false);
	switch (a->type) {
	case EXPR_BOOLEAN:
		return (a->boolean == b->boolean);
	case EXPR_NUMBER:
		return (a->number == b->number);
	case EXPR_TEXT:
	case EXPR_CODES:
		return (strcmp(a->text, b->text) == 0);
	case EXPR_DATE:
		return (date_cmp(a->date, b->date) == 0);
	default:
		return (true);
	}
}

/* What is written compiles to what gives the same, and is written the same. */
static void
round_trip(struct arena *arena, const struct expr *expr, const struct expr_scope *scope, const struct expr_env *env)
{
	struct buf once = buf_new(arena), twice = buf_new(arena);
	struct expr_value first, second;
	struct expr_error error;
	struct expr *again;

	expr_write(&once, expr);
	/* Spaces around operators may make it longer than it was. */
	if (once.len > EXPR_MAX_LENGTH)
		return;
	if (expr_compile(&again, &error, arena, buf_text(&once), scope) != OK)
		abort();
	expr_write(&twice, again);
	expr_eval(&first, expr, env);
	expr_eval(&second, again, env);
	if (strcmp(buf_text(&once), buf_text(&twice)) != 0 || !same(&first, &second))
		abort();
	if (first.type != EXPR_ABSENT && first.type != expr_type(expr) && expr_type(expr) != EXPR_COLUMN)
		abort();
	if (first.type == EXPR_NUMBER && (first.number > EXPR_NUMBER_MAX || first.number < -EXPR_NUMBER_MAX))
		abort();
}

static void
run(struct arena *arena, const uint8_t *bytes, size_t len)
{
	static const struct expr_scope scope = {
		.names = names, .n_names = sizeof(names) / sizeof(names[0]), .self = "applied"
	};
	struct expr_env env = { .lookup = lookup, .count = count, .today = { 2026, 3, 1 }, .arena = arena };
	char *text = arena_strndup(arena, (const char *)bytes, len);
	struct expr_error error;
	struct expr *expr;
	enum status st = expr_compile(&expr, &error, arena, text, &scope);

	if (st == OK)
		round_trip(arena, expr, &scope, &env);
	else if (error.column < 1 || (size_t)error.column > strlen(text) + 1 ||
		 strlen(expr_error_text(arena, LANG_NB, &error)) < 10)
		abort();
}

int
LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len)
{
	grammar_run(run, bytes, len);
	return (0);
}

/* Two of three inputs are made by the grammar of expressions; the rest are bytes changed anyhow. */
size_t
LLVMFuzzerCustomMutator(uint8_t *bytes, size_t len, size_t max, unsigned seed)
{
	struct arena *arena = arena_new(0);
	struct grammar grammar = { .arena = arena, .state = seed };
	struct buf made = buf_new(arena);

	for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++)
		grammar.names[grammar.n_names++] = names[i].name;
	if (grammar_pick(&grammar, 3) > 0)
		grammar_expr(&made, &grammar, 0);
	if (!grammar_use(bytes, &len, max, made.len > 0 ? buf_text(&made) : NULL, made.len))
		len = LLVMFuzzerMutate(bytes, len, max);
	arena_free(arena);
	return (len);
}
