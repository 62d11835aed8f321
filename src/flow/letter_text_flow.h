/* letter_text_flow.h — letters' standing texts: what holds on a day, writing a new one, and what was written before. */
#ifndef FLOW_LETTER_TEXT_FLOW_H
#define FLOW_LETTER_TEXT_FLOW_H

#include "core/ctx.h"
#include "domain/letter_text.h"
#include "xml/xml_read.h"

struct doc_data;

struct letter_text {
	int64_t id; /* 0: there is none */
	enum letter_block block;
	struct date from, until; /* until: none when nothing ends it */
	struct lang_text text;
	const char *why, *written_by; /* written_by: "" for what came with the installation */
	instant written_at;
};

/* One text a block, those that hold on a day. */
struct letter_texts {
	struct letter_text of[BLOCK__MAX];
};

enum status letter_texts_on(struct letter_texts *out, struct ctx *ctx, struct date day) MUST_CHECK;

/*
 * Fills the blocks of a kind of letter in from its data and puts them there as text_<code>; a block that no text holds
 * for stays away. Blocks another outcome's letter has are put too: the template leaves them out.
 */
void letter_texts_put(struct doc_data *data, const struct letter_texts *texts, enum letter_kind kind, enum lang lang);

/* One block filled in from the data, in a language; "" when no text holds. */
const char *
letter_text_in(const struct doc_data *data, const struct letter_texts *texts, enum letter_block block, enum lang lang);

/* When a block was last written, and whether a change is to come. */
struct letter_text_state {
	const char *written_by;
	instant written_at;
	struct date planned; /* none: no change is to come */
};
enum status letter_text_states(struct letter_text_state out[BLOCK__MAX], struct ctx *ctx) MUST_CHECK;

/* Everything written for a block, what holds last first. */
enum status
letter_text_history(struct letter_text **out, size_t *n, struct ctx *ctx, enum letter_block block) MUST_CHECK;

/*
 * Writes a new text of a block; letters take it from its day. What was written before stays in the history, and what is
 * sent stays as it is.
 *
 * returns: OK; ERR_INVALID with messages; ERR_FORBIDDEN
 */
enum status letter_text_write(struct messages *messages, struct ctx *ctx, const struct letter_text *text) MUST_CHECK;

/*
 * The texts of conf/letters/texts.xml, each checked.
 *
 * out:     arena; untouched unless OK
 * error:   filled in unless OK
 * returns: OK; ERR_IO; ERR_INVALID also when a block has no text
 */
enum status letter_texts_read(
    struct letter_text **out, size_t *n, struct xml_error *error, struct arena *arena, const char *path) MUST_CHECK;

/*
 * Puts the texts of that file, as they hold on a day, in data for a template of a letter; others are left as they are.
 * For letters made without a database.
 *
 * returns: OK; as letter_texts_read()
 */
enum status letter_texts_supply(struct doc_data *data, struct xml_error *error, const char *path, const char *template,
    struct date day, enum lang lang) MUST_CHECK;

/* Enters one of them unless it stands there already; *changed counts those that were new. As DB_JOBS, in a transaction.
 */
enum status letter_text_import(size_t *changed, struct ctx *ctx, const struct letter_text *text) MUST_CHECK;

#endif
