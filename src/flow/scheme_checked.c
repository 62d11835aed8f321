/* scheme_checked.c — checks documents that are being written, keeps the last ones, and puts messages in the form's
 * words. */
#include "flow/scheme_checked.h"

#include <string.h>

#include "core/catalogue.h"
#include "core/crypto.h"
#include "domain/scheme_trial.h"
#include "flow/county.h"
#include "scheme/complaint_plain.h"
#include "scheme/document_path.h"
#include "scheme/scheme_compile.h"

/* Officers look at the same few drafts page after page. */
#define KEPT 16

struct entry {
	const char *key; /* hash of the document, and the language */
	struct arena *arena;
	const struct scheme_checked *checked;
	unsigned long used;
};

struct check_store {
	struct arena *arena;
	struct entry entries[KEPT];
	unsigned long clock;
};

struct check_store *
check_store_new(void)
{
	struct arena *arena = arena_new(0);
	struct check_store *store = arena_alloc(arena, sizeof(*store));

	store->arena = arena;
	return (store);
}

/* ------------------------------------------------------------------------------------------ gathering what is wrong */

struct scheme_checked *
scheme_checked_new(struct arena *arena, const char *ns, const char *document, size_t len)
{
	struct scheme_checked *checked = arena_alloc(arena, sizeof(*checked));
	struct xml_error error;
	struct xml_doc *doc;

	if (xml_read(&doc, &error, arena, ns, "", document, len) == OK)
		checked->doc = doc;
	return (checked);
}

void
scheme_checked_room(struct scheme_checked *checked, struct arena *arena, size_t most)
{
	checked->messages = arena_array(arena, most + 1, sizeof(*checked->messages));
}

static void
scheme_checked_add(struct scheme_checked *checked, struct arena *arena, int line, const char *text)
{
	const struct xml_node *node = checked->doc == NULL || line == 0 ? NULL : document_at_line(checked->doc, line);

	checked->messages[checked->n++] = (struct checked_message){
		.line = line, .path = node == NULL ? "" : document_path(arena, node), .text = text
	};
}

/* What is told of the element around is about the one that is missing. */
static void
complaint_place(struct checked_message *told, struct arena *arena, const struct scheme_message *message)
{
	switch (message->complaint) {
	case COMPLAINT_ELEMENT_MISSING:
		told->path =
		    *told->path == '\0' ? message->args[1] : arena_printf(arena, "%s/%s", told->path, message->args[1]);
		told->missing = true;
		break;
	case COMPLAINT_ATTRIBUTE_MISSING:
	case COMPLAINT_GROUP_MISSING:
	case COMPLAINT_TEXT_MISSING:
	case COMPLAINT_TEXT_EMPTY:
		told->missing = true;
		break;
	default:
		break;
	}
}

void
scheme_checked_complaints(struct scheme_checked *checked, struct arena *arena, enum lang lang,
    const struct vocabulary *vocabulary, const struct scheme_messages *messages)
{
	for (size_t i = 0; i < messages->n; i++) {
		scheme_checked_add(checked, arena, messages->list[i].line,
		    complaint_plain(arena, lang, vocabulary, &messages->list[i]));
		complaint_place(&checked->messages[checked->n - 1], arena, &messages->list[i]);
	}
	checked->more = messages->more;
}

/* Other schemes are looked for when it is published; a county that nobody told of has every unit and body. */
static bool
is_known(void *user, enum mention_kind kind, const char *id)
{
	const struct county *county = user;

	return (kind == MENTION_SCHEME || county == NULL ||
		(kind == MENTION_UNIT ? county_unit(county, id) : county_body(county, id)) != NULL);
}

static void
add_tests(struct scheme_checked *checked, struct arena *arena, enum lang lang, const struct trial_result *trial)
{
	for (size_t i = 0; i < trial->n_failures; i++)
		scheme_checked_add(checked, arena, trial->failures[i].line,
		    tr_printf(arena, lang, "Prøven %s", trial->failures[i].text));
}

static const struct scheme_checked *
check(struct arena *arena, enum lang lang, const struct county *county, const char *document, size_t len)
{
	struct scheme_checked *checked = scheme_checked_new(arena, SCHEME_NS, document, len);
	struct scheme_messages messages = scheme_messages_new(arena, lang);
	const struct scheme *scheme = NULL;
	struct trial_result trial = { 0 };

	if (scheme_compile(&scheme, &messages, arena, "", document, len) == OK &&
	    scheme_check_mentions(&messages, scheme, is_known, (void *)(uintptr_t)county) == OK)
		scheme_tests_run(&trial, arena, scheme, lang);
	checked->n_tests = trial.n_run;
	scheme_checked_room(checked, arena, messages.n + trial.n_failures);
	scheme_checked_complaints(checked, arena, lang, &scheme_vocabulary, &messages);
	add_tests(checked, arena, lang, &trial);
	checked->scheme = checked->n == 0 ? scheme : NULL;
	return (checked);
}

/* ------------------------------------------------------------------------------------------ what is kept */

/* The one of that key, else the one used longest ago. */
static struct entry *
entry_for(struct check_store *store, const char *key)
{
	struct entry *oldest = &store->entries[0];

	for (size_t i = 0; i < KEPT; i++) {
		struct entry *entry = &store->entries[i];

		if (entry->key != NULL && strcmp(entry->key, key) == 0)
			return (entry);
		if (entry->used < oldest->used)
			oldest = entry;
	}
	return (oldest);
}

void
scheme_check_draft(const struct scheme_checked **out, struct ctx *ctx, const char *document, size_t len)
{
	const char *key;
	struct entry *entry;

	if (ctx->checks == NULL) {
		*out = check(ctx->arena, ctx->lang, ctx->county, document, len);
		return;
	}
	key = arena_printf(ctx->arena, "%s %s", crypto_sha256(ctx->arena, document, len), lang_code(ctx->lang));
	entry = entry_for(ctx->checks, key);
	if (entry->key == NULL || strcmp(entry->key, key) != 0) {
		/* Without a ceiling nothing unwinds between the arena's birth and its place in the store. */
		struct arena *arena = arena_new(0);
		const struct scheme_checked *checked = check(arena, ctx->lang, ctx->county, document, len);

		arena_free(entry->arena);
		*entry = (struct entry){ .key = arena_strdup(arena, key), .arena = arena, .checked = checked };
	}
	entry->used = ++ctx->checks->clock;
	*out = entry->checked;
}

size_t
scheme_checked_inside(size_t *missing, const struct scheme_checked *checked, const char *path)
{
	size_t len = strlen(path), n = 0;

	*missing = 0;
	for (size_t i = 0; i < checked->n; i++) {
		const char *own = checked->messages[i].path;

		if (len == 0 ? *own != '\0' : strncmp(own, path, len) != 0 || (own[len] != '\0' && own[len] != '/'))
			continue;
		n++;
		*missing += checked->messages[i].missing;
	}
	return (n);
}
