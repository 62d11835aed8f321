/* expr_compile_test.c — what is wrong with an expression is found before it is used, at its place, with what to do. */
#include "expr_fixture.h"

#include "scheme/expr.h"

TEST(mistakes_are_told_with_their_place)
{
	static const struct fixture_row rows[] = {
		{ "", "tegn 1: uttrykket er tomt; skriv det eller ta bort attributtet" },
		{ "  ", "tegn 3: uttrykket er tomt; skriv det eller ta bort attributtet" },
		{ "applied >", "tegn 10: uttrykket slutter for tidlig; skriv resten" },
		{ "(applied", "tegn 9: det mangler en sluttparentes; sett inn «)»" },
		{ "applied)", "tegn 8: det er en sluttparentes for mye; ta den bort" },
		{ "applied costs", "tegn 9: det mangler noe mellom to ledd; sett inn for eksempel «and» eller «=»" },
		{ "'abc", "tegn 1: teksten slutter ikke; sett et anførselstegn til" },
		{ "1 < 2 < 3", "tegn 8: to sammenlikninger står etter hverandre; skriv «a < b and b < c»" },
		{ "10kr", "tegn 1: et tall går rett over i et ord; sett mellomrom eller rett det" },
		{ "999999999999999999", "tegn 1: tallet er for stort; skriv et mindre" },
		{ "../young", "tegn 1: stier som ../ og @ finnes ikke her; skriv bare navnet på feltet" },
		{ "/a", "tegn 1: stier som ../ og @ finnes ikke her; skriv bare navnet på feltet" },
		{ "applicant/@type = 'x'", "tegn 10: stier som ../ og @ finnes ikke her; skriv bare navnet på feltet" },
		{ "applied[1]", "tegn 8: stier som ../ og @ finnes ikke her; skriv bare navnet på feltet" },
		{ "$x", "tegn 1: stier som ../ og @ finnes ikke her; skriv bare navnet på feltet" },
		{ "applied & costs", "tegn 9: «&» kan ikke stå her; ta det bort" },
		{ "søker", "tegn 2: «ø» kan ikke stå her; ta det bort" },
		{ "t:today", "tegn 1: «t:today» er ikke et funksjonskall; skriv «t:today(…)»" },
		{ "t:", "tegn 1: «:» kan ikke stå her; ta det bort" },
		{ "child::x", "tegn 6: stier som ../ og @ finnes ikke her; skriv bare navnet på feltet" },
	};

	FIXTURE_CHECK(rows);
}

TEST(names_are_checked)
{
	static const struct fixture_row rows[] = {
		{ "aplied < 10000", "tegn 1: det finnes ikke noe felt eller faktum som heter «aplied»; rett navnet; "
				    "mente du «applied»?" },
		{ "1 < whatever", "tegn 5: det finnes ikke noe felt eller faktum som heter «whatever»; rett navnet" },
		{ "applied-costs > 0",
		    "tegn 1: det finnes ikke noe felt som heter «applied-costs»; sett mellomrom rundt minus" },
		{ "Applied > 0", "tegn 1: det finnes ikke noe felt eller faktum som heter «Applied»; rett navnet; "
				 "mente du «applied»?" },
		{ "t:selectd(kinds, 'film')",
		    "tegn 1: funksjonen «t:selectd» finnes ikke; rett navnet; mente du «t:selected»?" },
		{ "lang('nb')", "tegn 1: funksjonen «lang» finnes ikke; rett navnet" },
	};

	FIXTURE_CHECK(rows);
}

TEST(types_are_checked)
{
	static const struct fixture_row rows[] = {
		{ "title > 3", "tegn 7: en tekst og et tall kan ikke sammenliknes; rett uttrykket" },
		{ "applied = '10000'", "tegn 9: et tall og en tekst kan ikke sammenliknes; rett uttrykket" },
		{ "title + 1", "tegn 1: her står en tekst, men det trengs et tall; rett uttrykket" },
		{ "applied and true()", "tegn 1: her står et tall, men det trengs sant eller usant; rett uttrykket" },
		{ "young and true()",
		    "tegn 1: «young» er et svar, ikke sant eller usant; skriv for eksempel young = 'yes'" },
		{ "not(young)", "tegn 5: «young» er et svar, ikke sant eller usant; skriv for eksempel young = 'yes'" },
		{ "title < 'b'", "tegn 7: en tekst kan ikke være større eller mindre; bruk = eller !=" },
		{ "periode.start > '2026-01-01'",
		    "tegn 15: en dato sammenliknes ikke med en tekst; skriv t:date('2026-01-31')" },
		{ "kinds = 'film'",
		    "tegn 1: «kinds» kan ha flere svar; bruk t:selected(kinds, 'kode') eller count(kinds)" },
		{ "files > 0", "tegn 1: «files» er ikke én verdi; bruk count(files)" },
		{ "budget.cash > 0", "tegn 1: «budget.cash» er en kolonne; bruk sum(budget.cash)" },
		{ "sum(applied)", "tegn 5: sum() trenger en kolonne, som kostnader.cash; rett det" },
		{ "count(applied)",
		    "tegn 7: count() trenger en tabell, en kolonne, vedlegg eller et felt med flere svar; rett det" },
		{ "t:selected(young, 'yes')",
		    "tegn 12: t:selected() trenger et felt med flere svar; bruk = for ett svar" },
		{ "t:answered(1)", "tegn 12: t:answered() trenger navnet på et felt; rett det" },
		{ "t:default(kinds, 1)", "tegn 11: t:default() trenger én verdi; rett det" },
		{ "t:default(applied, 'x')", "tegn 20: her står en tekst, men det trengs et tall; rett uttrykket" },
		{ "round()", "tegn 1: round() skal ha 1 argumenter og har 0; rett det" },
		{ "concat('a')", "tegn 1: concat() skal ha minst 2 argumenter og har 1; legg til" },
		{ "t:days(applied, t:today())", "tegn 8: her står et tall, men det trengs en dato; rett uttrykket" },
	};

	FIXTURE_CHECK(rows);
}

TEST(literals_are_checked)
{
	static const struct fixture_row rows[] = {
		{ "young = 'ja'", "tegn 9: «ja» er ikke noe svar på «young»; velg blant 'yes', 'no'" },
		{ "'ja' != young", "tegn 1: «ja» er ikke noe svar på «young»; velg blant 'yes', 'no'" },
		{ "t:selected(kinds, 'dans')",
		    "tegn 19: «dans» er ikke noe svar på «kinds»; velg blant 'musikk', 'film'" },
		{ "t:date('2026-02-30')", "tegn 8: «2026-02-30» er ingen dag; skriv den som 2026-01-31" },
		{ "t:date('1.2.2026')", "tegn 8: «1.2.2026» er ingen dag; skriv den som 2026-01-31" },
	};

	FIXTURE_CHECK(rows);
}

TEST(english_readers_get_english)
{
	struct arena *arena = arena_new(0);
	struct expr_error error;
	struct expr *expr = NULL;

	CHECK(expr_compile(&expr, &error, arena, "title + 1", &fixture_scope) == ERR_INVALID);
	CHECK_TEXT(expr_error_text(arena, LANG_EN, &error),
	    "character 1: here is a text, but a number is needed; correct the expression");
	CHECK(expr == NULL);
	arena_free(arena);
}

TEST(the_whole_must_be_of_the_type_asked_for)
{
	struct arena *arena = arena_new(0);
	struct expr_scope scope = fixture_scope;
	struct expr_error error;
	struct expr *expr;

	scope.result = EXPR_BOOLEAN;
	scope.self = NULL;
	CHECK(expr_compile(&expr, &error, arena, "applied", &scope) == ERR_INVALID);
	CHECK(error.complaint == COMPLAINT_EXPR_TYPE);
	CHECK(expr_compile(&expr, &error, arena, ". > 3", &scope) == ERR_INVALID);
	CHECK(error.complaint == COMPLAINT_EXPR_SELF && error.column == 1);
	CHECK(expr_compile(&expr, &error, arena, "applied > 3", &scope) == OK);
	CHECK(expr_type(expr) == EXPR_BOOLEAN);
	arena_free(arena);
}

/* before n times, then middle, then after n times. */
static const char *
wrapped(struct arena *arena, const char *before, const char *middle, const char *after, int n)
{
	struct buf out = buf_new(arena);

	for (int i = 0; i < n; i++)
		buf_puts(&out, before);
	buf_puts(&out, middle);
	for (int i = 0; i < n; i++)
		buf_puts(&out, after);
	return (buf_text(&out));
}

static void
too_large(struct arena *arena, const char *text, enum complaint complaint)
{
	struct expr_error error;
	struct expr *expr;

	CHECK(expr_compile(&expr, &error, arena, text, &fixture_scope) == ERR_TOO_LARGE);
	CHECK(error.complaint == complaint);
}

TEST(cost_is_bounded)
{
	struct arena *arena = arena_new(0);
	struct expr_error error;
	struct expr *expr;

	too_large(arena, wrapped(arena, "(", "1", ")", 40), COMPLAINT_EXPR_DEPTH);
	too_large(arena, wrapped(arena, "not(", "true()", ")", 40), COMPLAINT_EXPR_DEPTH);
	too_large(arena, wrapped(arena, "- ", "1", "", 40), COMPLAINT_EXPR_DEPTH);
	too_large(arena, wrapped(arena, "1 + ", "1", "", 160), COMPLAINT_EXPR_NODES);
	too_large(arena, wrapped(arena, "1+1+", "1", "", 501), COMPLAINT_EXPR_LENGTH);
	CHECK(expr_compile(&expr, &error, arena, wrapped(arena, "(", "1", ")", 30), &fixture_scope) == OK);
	CHECK(expr_compile(&expr, &error, arena, wrapped(arena, "1 + ", "1", "", 140), &fixture_scope) == OK);
	CHECK(expr_compile(&expr, &error, arena, "t:min(1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16,17)", &fixture_scope) ==
	      ERR_INVALID);
	CHECK(error.complaint == COMPLAINT_EXPR_ARGUMENTS_MANY);
	arena_free(arena);
}

static const char *
written(struct arena *arena, const char *text)
{
	struct buf out = buf_new(arena);
	struct expr_error error;
	struct expr *expr;

	if (expr_compile(&expr, &error, arena, text, &fixture_scope) != OK)
		fail_msg("%s: %s", text, expr_error_text(arena, LANG_NB, &error));
	expr_write(&out, expr);
	return (arena_strdup(arena, buf_text(&out)));
}

TEST(what_is_written_has_just_the_parentheses_it_needs)
{
	static const struct fixture_row rows[] = {
		{ "((applied)>=(10000))", "applied >= 10000" },
		{ "(1+2)*3", "(1 + 2) * 3" },
		{ "1+(2*3)", "1 + 2 * 3" },
		{ "1-(2-3)", "1 - (2 - 3)" },
		{ "(1-2)-3", "1 - 2 - 3" },
		{ "-(1+2)", "-(1 + 2)" },
		{ "(true() or false()) and true()", "(true() or false()) and true()" },
		{ "true() or (false() and true())", "true() or false() and true()" },
		{ "(1 = 2) = (3 = 4)", "(1 = 2) = (3 = 4)" },
		{ ". > 0.50", "applied > 0.5" },
		{ "concat( \"it's\" , 'x' )", "concat(\"it's\", 'x')" },
	};
	struct arena *arena = arena_new(0);

	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		CHECK_TEXT(written(arena, rows[i].text), rows[i].expected);
		CHECK_TEXT(written(arena, rows[i].expected), rows[i].expected);
	}
	arena_free(arena);
}

TEST(the_names_used_are_told_once_each)
{
	struct arena *arena = arena_new(0);
	struct expr_error error;
	struct expr *expr;
	const char **names;
	size_t n;

	CHECK(expr_compile(&expr, &error, arena,
		  "applied > costs and (young = 'no' or applied < 3) and sum(budget.cash) > 1", &fixture_scope) == OK);
	names = expr_names(&n, arena, expr);
	CHECK_INT(n, 4);
	CHECK_TEXT(names[0], "applied");
	CHECK_TEXT(names[1], "costs");
	CHECK_TEXT(names[2], "young");
	CHECK_TEXT(names[3], "budget.cash");
	arena_free(arena);
}

UNIT_MAIN(UNIT(mistakes_are_told_with_their_place), UNIT(names_are_checked), UNIT(types_are_checked),
    UNIT(literals_are_checked), UNIT(english_readers_get_english), UNIT(the_whole_must_be_of_the_type_asked_for),
    UNIT(cost_is_bounded), UNIT(what_is_written_has_just_the_parentheses_it_needs),
    UNIT(the_names_used_are_told_once_each))
