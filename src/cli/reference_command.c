/* reference_command.c — "tilskudd reference load": municipalities, units and bodies from conf/ into the database. */
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "cli/command.h"
#include "core/text.h"
#include "db/db.h"
#include "db/reference_db.h"
#include "flow/county.h"

#define MAX_MUNICIPALITIES 500
#define COLUMNS 9

struct reference {
	struct county *county;
	struct municipality *municipalities;
	size_t n_municipalities, changed;
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

static int
read_municipalities(struct reference *reference, struct arena *arena, const char *path)
{
	char line[1024];
	const char *why;
	FILE *file;
	int code = EXIT_DONE;

	if ((file = fopen(path, "r")) == NULL) {
		fprintf(stderr, "%s: cannot be read: %s\n", path, strerror(errno));
		return (EXIT_FAILED);
	}
	reference->municipalities = arena_array(arena, MAX_MUNICIPALITIES, sizeof(struct municipality));
	for (int n = 1; code == EXIT_DONE && fgets(line, sizeof(line), file) != NULL; n++) {
		line[strcspn(line, "\r\n")] = '\0';
		if (*line == '\0' || *line == '#')
			continue;
		if (reference->n_municipalities == MAX_MUNICIPALITIES)
			code = failed_line(path, n, "there are more municipalities than there can be");
		else if ((why = read_municipality(
			      &reference->municipalities[reference->n_municipalities], arena, line)) != NULL)
			code = failed_line(path, n, why);
		else
			reference->n_municipalities++;
	}
	fclose(file);
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

	if (county_read(&reference.county, &error, ctx->arena, conf_path(ctx->arena, "county.xml")) != OK) {
		fprintf(stderr, "%s\n", xml_error_text(ctx->arena, &error));
		return (EXIT_FAILED);
	}
	if (read_municipalities(&reference, ctx->arena, conf_path(ctx->arena, "municipalities.csv")) != EXIT_DONE)
		return (EXIT_FAILED);
	if ((st = db_connect_here(&ctx->db, DB_JOBS)) == OK)
		st = db_transaction(ctx, write_all, &reference);
	db_close(ctx->db);
	ctx->db = NULL;
	if (st != OK) {
		fprintf(stderr, "tilskudd reference: nothing was loaded: %s\n", status_text(st));
		return (EXIT_FAILED);
	}
	printf("%zu municipalities, %zu units, %zu bodies; %zu rows were new or changed\n", reference.n_municipalities,
	    reference.county->n_units, reference.county->n_bodies, reference.changed);
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
