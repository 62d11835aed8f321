/* scheme_file.c — reads scheme files and tells what is wrong with them. */
#include "cli/scheme_file.h"

#include <errno.h>
#include <glob.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "core/catalogue.h"
#include "core/text.h"
#include "domain/aid_limit.h"
#include "domain/scheme_trial.h"
#include "flow/county_flow.h"
#include "scheme/scheme_gate.h"
#include "scheme/scheme_messages.h"

static const char *
home_path(struct arena *arena, const char *below)
{
	const char *home = getenv("TILSKUDD_HOME");

	return (arena_printf(arena, "%s/%s", text_blank(home) ? "." : home, below));
}

static const char *
unreadable(struct ctx *ctx, int error)
{
	switch (error) {
	case ENOENT:
		return (tr(ctx->lang, "det er ingen fil med det navnet; rett navnet"));
	case EISDIR:
		return (tr(ctx->lang, "det er en mappe; nevn filene i den, for eksempel med *.xml bak"));
	case EACCES:
		return (tr(ctx->lang, "fila kan ikke leses av den som kjører dette; endre rettighetene"));
	default:
		return (tr_printf(ctx->arena, ctx->lang, "fila kan ikke leses (%s); prøv igjen eller velg en annen",
		    strerror(error)));
	}
}

/* One byte more than is allowed is enough to be refused by the compiler. */
bool
scheme_file_read(struct scheme_file *out, struct ctx *ctx, const char *path)
{
	char *bytes = arena_alloc(ctx->arena, SCHEME_MAX_BYTES + 2);
	FILE *file;
	bool read;

	*out =
	    (struct scheme_file){ .path = path, .xml = bytes, .messages = scheme_messages_new(ctx->arena, ctx->lang) };
	out->messages.name = path;
	errno = 0;
	file = fopen(path, "rb");
	if (file != NULL)
		out->len = fread(bytes, 1, SCHEME_MAX_BYTES + 1, file);
	if (!(read = file != NULL && ferror(file) == 0))
		scheme_messages_add(&out->messages, 0, unreadable(ctx, errno));
	if (file != NULL)
		fclose(file);
	return (read);
}

void
scheme_file_tell(const struct scheme_messages *messages)
{
	for (size_t i = 0; i < messages->n; i++)
		fprintf(stderr, "%s\n", scheme_message_line(messages, i));
	if (messages->more)
		fprintf(stderr, "%s: ...\n", messages->name);
}

/* shared/ID.xml beside the file that asks. */
struct beside {
	struct ctx *ctx;
	const char *path;
};

static bool
find_beside(struct scheme_shared *out, void *user, const char *id)
{
	const struct beside *beside = user;
	const char *slash = strrchr(beside->path, '/');
	int folder = slash == NULL ? 0 : (int)(slash + 1 - beside->path);
	const char *path = arena_printf(beside->ctx->arena, "%.*sshared/%s.xml", folder, beside->path, id);
	struct scheme_file file;

	if (access(path, F_OK) != 0 || !scheme_file_read(&file, beside->ctx, path))
		return (false);
	*out = (struct scheme_shared){ file.path, file.xml, file.len };
	return (true);
}

/* A document that extends another is from here on the two together: that is what is gated, shown and published. */
static void
take_merged(struct scheme_file *file, const struct scheme_messages *messages, const char *merged)
{
	if (messages->n_shared == 0)
		return;
	file->xml = merged;
	file->len = strlen(merged);
}

bool
scheme_file_compile(struct scheme_file *out, struct ctx *ctx, const char *path)
{
	struct beside beside = { ctx, path };
	const char *merged;

	if (!scheme_file_read(out, ctx, path) ||
	    scheme_compile_extending(&out->scheme, &merged, &out->messages, ctx->arena,
		&(struct scheme_shared){ path, out->xml, out->len }, find_beside, &beside) != OK)
		return (false);
	take_merged(out, &out->messages, merged);
	return (true);
}

/* A scheme beside the file, or among the installation's own; a unit or a body that the county has. */
static bool
is_known(void *user, enum mention_kind kind, const char *id)
{
	const struct beside *beside = user;
	const struct county *county = beside->ctx->county;
	const char *slash = strrchr(beside->path, '/');
	int folder = slash == NULL ? 0 : (int)(slash + 1 - beside->path);
	struct arena *arena = beside->ctx->arena;

	if (kind != MENTION_SCHEME)
		return ((kind == MENTION_UNIT ? county_unit(county, id) : county_body(county, id)) != NULL);
	return (access(arena_printf(arena, "%.*s%s.xml", folder, beside->path, id), F_OK) == 0 ||
		access(home_path(arena, arena_printf(arena, "conf/schemes/%s.xml", id)), F_OK) == 0);
}

static bool
mentions_known(struct scheme_file *file, struct ctx *ctx)
{
	struct beside beside = { ctx, file->path };

	if (ctx->county == NULL &&
	    county_load(&ctx->county, ctx->arena, home_path(ctx->arena, "conf/county.xml")) != OK)
		return (false);
	return (scheme_check_mentions(&file->messages, file->scheme, is_known, &beside) == OK);
}

static bool
aid_known(struct scheme_file *file)
{
	const char *basis = file->scheme->state_aid.basis;

	return (scheme_check_aid(
		    &file->messages, file->scheme, basis == NULL || aid_basis_known(aid_limits_used(), basis)) == OK);
}

static bool
trial(struct scheme_file *file, struct ctx *ctx)
{
	scheme_tests_run(&file->trial, ctx->arena, file->scheme, ctx->lang);
	for (size_t i = 0; i < file->trial.n_failures; i++)
		scheme_messages_add(&file->messages, file->trial.failures[i].line, file->trial.failures[i].text);
	return (file->trial.n_failures == 0);
}

bool
scheme_file_check(struct scheme_file *out, struct ctx *ctx, const struct xml_schema *gate, const char *path)
{
	return (
	    scheme_file_compile(out, ctx, path) &&
	    scheme_gate_check(&out->messages, ctx->arena, gate, &scheme_vocabulary, path, out->xml, out->len) == OK &&
	    mentions_known(out, ctx) && aid_known(out) && trial(out, ctx));
}

const struct xml_schema *
scheme_file_rng(struct ctx *ctx, const char *below)
{
	struct xml_schema *gate;
	struct xml_error error;

	if (xml_relaxng_load(&gate, &error, ctx->arena, home_path(ctx->arena, below)) == OK)
		return (gate);
	fprintf(stderr, "%s\n", xml_error_text(ctx->arena, &error));
	return (NULL);
}

const struct xml_schema *
scheme_file_gate(struct ctx *ctx)
{
	return (scheme_file_rng(ctx, scheme_vocabulary.rng));
}

static void
free_glob(void *object)
{
	globfree(object);
}

char **
scheme_file_all(size_t *count, struct ctx *ctx)
{
	glob_t *found = arena_alloc(ctx->arena, sizeof(*found));

	arena_defer(ctx->arena, free_glob, found);
	*count = glob(home_path(ctx->arena, "conf/schemes/*.xml"), 0, NULL, found) == 0 ? found->gl_pathc : 0;
	return (found->gl_pathv);
}
