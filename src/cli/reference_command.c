/* reference_command.c — "tilskudd reference load": municipalities, units, bodies, figures and letters' texts from
 * conf/ into the database. */
#include <dirent.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "cli/command.h"
#include "core/text.h"
#include "db/db.h"
#include "db/reference_db.h"
#include "flow/county.h"
#include "flow/letter_text_flow.h"

#define MAX_MUNICIPALITIES 500
#define COLUMNS 9
#define MAX_FIGURES 20000
#define FIGURE_COLUMNS 3

struct reference {
	struct county *county;
	struct municipality *municipalities;
	struct figure_row *figures;
	struct letter_text *texts;
	size_t n_municipalities, n_figures, n_texts, changed;
};

static const char *
conf_path(struct arena *arena, const char *file)
{
	const char *home = getenv("TILSKUDD_HOME");

	return (arena_printf(arena, "%s/conf/%s", text_blank(home) ? "." : home, file));
}

static int
failed_line(const char *path, int line, const char *why)
{
	fprintf(stderr, "%s:%d: %s\n", path, line, why);
	return (EXIT_FAILED);
}

/* Cuts the line into columns in place, empty ones kept; how many there were. */
static size_t
cut(char *line, char **column)
{
	size_t n = 0;

	for (char *at = line; at != NULL && n <= COLUMNS; n++) {
		char *end = strchr(at, ';');

		if (n < COLUMNS)
			column[n] = at;
		if (end != NULL)
			*end++ = '\0';
		at = end;
	}
	return (n);
}

static bool
day_or_none(struct date *out, const char *text)
{
	*out = (struct date){ 0 };
	return (*text == '\0' || date_parse(out, text) == OK);
}

static bool
place_or_none(int *out, const char *text)
{
	size_t digits = strspn(text, "0123456789");

	*out = digits == 0 ? -1 : (int)strtol(text, NULL, 10);
	return (text[digits] == '\0' && digits <= 2);
}

static bool
code_valid(const char *code)
{
	return (strlen(code) == 4 && strspn(code, "0123456789") == 4);
}

/* What is wrong with a line, or NULL. */
static const char *
read_municipality(struct municipality *m, struct arena *arena, char *line)
{
	char *column[COLUMNS], *end;

	if (cut(line, column) != COLUMNS)
		return ("write nine columns with ; between them");
	if (!code_valid(column[0]))
		return ("the code must be four digits");
	if (text_blank(column[1]))
		return ("the name is missing");
	if (*column[2] == '\0' || !day_or_none(&m->valid_from, column[2]) || !day_or_none(&m->valid_to, column[3]) ||
	    !day_or_none(&m->inhabitants_on, column[6]))
		return ("a date isn't one; write year-month-day, for example 2024-01-01");
	if (!text_equal(column[4], "yes") && !text_equal(column[4], "no"))
		return ("in_county must be yes or no");
	m->inhabitants = strtoll(column[5], &end, 10);
	if (*end != '\0' || m->inhabitants < 0 || m->inhabitants > 10000000)
		return ("inhabitants must be a whole number, or nothing");
	if (!place_or_none(&m->across, column[7]) || !place_or_none(&m->down, column[8]) ||
	    (m->across < 0) != (m->down < 0))
		return ("across and down must both be whole numbers from 0 to 99, or both nothing");
	m->code = arena_strdup(arena, column[0]);
	m->name = arena_strdup(arena, column[1]);
	m->in_county = text_equal(column[4], "yes");
	return (NULL);
}

/* Takes a line that says something; answers what is wrong with it, or NULL. */
typedef const char *take_line(struct reference *reference, struct arena *arena, char *line, void *of);

static const char *
take_municipality(struct reference *reference, struct arena *arena, char *line, void *of)
{
	const char *why;

	(void)of;
	if (reference->n_municipalities == MAX_MUNICIPALITIES)
		return ("there are more municipalities than there can be");
	if ((why = read_municipality(&reference->municipalities[reference->n_municipalities], arena, line)) == NULL)
		reference->n_municipalities++;
	return (why);
}

static bool
key_valid(const char *key)
{
	size_t len = strspn(key, "0123456789");

	return (key[len] == '\0' && (len == 4 || len == 9));
}

static bool
value_valid(const char *value)
{
	size_t whole = strspn(value, "0123456789");

	if (whole == 0 || whole > 12)
		return (false);
	return (value[whole] == '\0' ||
		(value[whole] == '.' && value[whole + 1] != '\0' && strlen(value + whole + 1) <= 6 &&
		    value[whole + 1 + strspn(value + whole + 1, "0123456789")] == '\0'));
}

/* A line of a file of figures, whose name is theirs. */
static const char *
take_figure(struct reference *reference, struct arena *arena, char *line, void *of)
{
	struct figure_row *figure = &reference->figures[reference->n_figures];
	char *column[COLUMNS], *end;

	if (reference->n_figures == MAX_FIGURES)
		return ("there are more figures than there can be");
	if (cut(line, column) != FIGURE_COLUMNS)
		return ("write three columns with ; between them");
	if (!key_valid(column[0]))
		return ("the key must be a municipality's four digits or an organisation's nine");
	figure->year = (int)strtol(column[1], &end, 10);
	if (*end != '\0' || figure->year < 1900 || figure->year > 2199)
		return ("the year isn't one; write it like 2024");
	if (!value_valid(column[2]))
		return ("the figure isn't one; write digits, with a point before decimals");
	figure->name = of;
	figure->key = arena_strdup(arena, column[0]);
	figure->value = arena_strdup(arena, column[2]);
	reference->n_figures++;
	return (NULL);
}

static int
read_lines(struct reference *reference, struct arena *arena, const char *path, take_line *take, void *of)
{
	char line[1024];
	const char *why;
	FILE *file;
	int code = EXIT_DONE;

	if ((file = fopen(path, "r")) == NULL) {
		fprintf(stderr, "%s: cannot be read: %s\n", path, strerror(errno));
		return (EXIT_FAILED);
	}
	for (int n = 1; code == EXIT_DONE && fgets(line, sizeof(line), file) != NULL; n++) {
		line[strcspn(line, "\r\n")] = '\0';
		if (*line != '\0' && *line != '#' && (why = take(reference, arena, line, of)) != NULL)
			code = failed_line(path, n, why);
	}
	fclose(file);
	return (code);
}

static int
read_municipalities(struct reference *reference, struct arena *arena, const char *path)
{
	reference->municipalities = arena_array(arena, MAX_MUNICIPALITIES, sizeof(struct municipality));
	return (read_lines(reference, arena, path, take_municipality, NULL));
}

/* The figure's name is the file's without ".csv"; NULL when it is no file of figures. */
static char *
figure_name(struct arena *arena, const char *file)
{
	size_t len = strlen(file);

	return (len > 4 && strcmp(file + len - 4, ".csv") == 0 ? arena_strndup(arena, file, len - 4) : NULL);
}

/* Every file in conf/figures/; a county may have none. */
static int
read_figures(struct reference *reference, struct arena *arena, const char *path)
{
	const struct dirent *entry;
	int code = EXIT_DONE;
	char *name;
	DIR *dir;

	reference->figures = arena_array(arena, MAX_FIGURES, sizeof(struct figure_row));
	if ((dir = opendir(path)) == NULL)
		return (EXIT_DONE);
	while (code == EXIT_DONE && (entry = readdir(dir)) != NULL)
		if ((name = figure_name(arena, entry->d_name)) != NULL)
			code = read_lines(
			    reference, arena, arena_printf(arena, "%s/%s", path, entry->d_name), take_figure, name);
	closedir(dir);
	return (code);
}

static enum status
write_all(struct ctx *ctx, void *object)
{
	struct reference *r = object;
	enum status st;

	r->changed = 0;
	for (size_t i = 0; i < r->n_municipalities; i++)
		if ((st = reference_db_municipality(&r->changed, ctx, &r->municipalities[i])) != OK)
			return (st);
	for (size_t i = 0; i < r->n_figures; i++)
		if ((st = reference_db_figure(&r->changed, ctx, &r->figures[i])) != OK)
			return (st);
	for (size_t i = 0; i < r->n_texts; i++)
		if ((st = letter_text_import(&r->changed, ctx, &r->texts[i])) != OK)
			return (st);
	for (size_t i = 0; i < r->county->n_units; i++)
		if ((st = reference_db_unit(&r->changed, ctx, r->county->units[i].code, &r->county->units[i].name)) !=
		    OK)
			return (st);
	for (size_t i = 0; i < r->county->n_bodies; i++)
		if ((st = reference_db_body(&r->changed, ctx, r->county->bodies[i].code, &r->county->bodies[i].name)) !=
		    OK)
			return (st);
	return (OK);
}

static int
load(struct ctx *ctx)
{
	struct reference reference = { 0 };
	struct xml_error error = { 0 };
	enum status st;

	if (county_read(&reference.county, &error, ctx->arena, conf_path(ctx->arena, "county.xml")) != OK ||
	    letter_texts_read(&reference.texts, &reference.n_texts, &error, ctx->arena,
		conf_path(ctx->arena, "letters/texts.xml")) != OK) {
		fprintf(stderr, "%s\n", xml_error_text(ctx->arena, &error));
		return (EXIT_FAILED);
	}
	if (read_municipalities(&reference, ctx->arena, conf_path(ctx->arena, "municipalities.csv")) != EXIT_DONE ||
	    read_figures(&reference, ctx->arena, conf_path(ctx->arena, "figures")) != EXIT_DONE)
		return (EXIT_FAILED);
	if ((st = db_connect_here(&ctx->db, DB_JOBS)) == OK)
		st = db_transaction(ctx, write_all, &reference);
	db_close(ctx->db);
	ctx->db = NULL;
	if (st != OK) {
		fprintf(stderr, "tilskudd reference: nothing was loaded: %s\n", status_text(st));
		return (EXIT_FAILED);
	}
	printf("%zu municipalities, %zu units, %zu bodies, %zu figures, %zu letter texts; %zu rows were new or "
	       "changed\n",
	    reference.n_municipalities, reference.county->n_units, reference.county->n_bodies, reference.n_figures,
	    reference.n_texts, reference.changed);
	return (EXIT_DONE);
}

int
reference_command(struct ctx *ctx, int argc, char **argv)
{
	if (argc < 2)
		return (command_usage("reference", "say what to do"));
	if (argc > 2 || !text_equal(argv[1], "load"))
		return (command_usage("reference", "\"%s\" is not understood", argv[argc - 1]));
	return (load(ctx));
}
