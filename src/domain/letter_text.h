/* letter_text.h — the standing texts of letters: which there are, what may stand in them, and how they are filled in.
 */
#ifndef DOMAIN_LETTER_TEXT_H
#define DOMAIN_LETTER_TEXT_H

#include "domain/validation.h"

enum letter_block {
	BLOCK_OPENING_GRANTED,
	BLOCK_OPENING_PARTLY,
	BLOCK_OPENING_REJECTED,
	BLOCK_OPENING_DISMISSED,
	BLOCK_REASONS_JUDGED,
	BLOCK_REASONS_DISMISSED,
	BLOCK_USE,
	BLOCK_CONTROL,
	BLOCK_AGAIN,
	BLOCK_APPEAL,
	BLOCK_NO_APPEAL,
	BLOCK_POSTPONED,
	BLOCK_ACCESS,
	BLOCK_PUBLIC,
	BLOCK_CHANGED,
	BLOCK_IN_ENGLISH,
	BLOCK_DEFECT_OPENING,
	BLOCK_DEFECT_SEND,
	BLOCK_DEFECT_CONSEQUENCE,
	BLOCK_PROVISIONAL_OPENING,
	BLOCK_PROVISIONAL_REASON,
	BLOCK_PROVISIONAL_ANSWER,
	BLOCK_PROVISIONAL_NEXT,
	BLOCK_FORWARD_OPENING,
	BLOCK_FORWARD_UPHOLD,
	BLOCK_FORWARD_CHANGE,
	BLOCK_FORWARD_DISMISS,
	BLOCK_FORWARD_COPY,
	BLOCK__MAX
};

/* What a text is filled in with; written {sum} in it. */
enum letter_field {
	IN_NUMBER,
	IN_TITLE,
	IN_SCHEME,
	IN_APPLICANT,
	IN_COUNTY,
	IN_RECEIVED,
	IN_APPLIED,
	IN_AWARDED,
	IN_DUE,
	IN_ANSWER_BY,
	IN_APPEAL_BODY,
	IN_APPEAL_TO,
	IN_APPEALED_ON,
	IN_DECIDED_ON,
	IN__MAX
};

/* The letters blocks stand in, each a template; decisions are one template with four outcomes. */
enum letter_kind { LETTER_DECISION, LETTER_DEFECT, LETTER_PROVISIONAL, LETTER_FORWARD, LETTER_KIND__MAX };

struct letter_block_about {
	const char *code;  /* "appeal": as in the database and in conf/letters/texts.xml */
	const char *title; /* what it is called; msgid */
	const char *about; /* where it stands and what it must say; msgid */
	enum letter_kind kind;
	unsigned may, must;              /* bits 1 << enum letter_field */
	bool english;                    /* applicants who read English get it in English */
	const char *demanded[LANG__MAX]; /* words the law demands in it; NULL for none */
};

const struct letter_block_about *letter_block_about(enum letter_block block);
/* False, and *out untouched, for a code that is none. */
bool letter_block_parse(enum letter_block *out, const char *code);

/* "{sum}" without its braces. */
const char *letter_field_name(enum letter_field field);

/* "decision_letter", "defect_letter" ...: its template in pdf-templates/. */
const char *letter_template(enum letter_kind kind);

/* The same in a language: decisions are explained in English on a paper of their own. */
const char *letter_template_in(enum letter_kind kind, enum lang lang);

#define LETTER_TEXT_MAX 8000 /* code points, as the table allows */

/*
 * What is wrong with a text: empty, too long, a field that is none or not closed (told with its line), a field or words
 * that must be there and are not.
 *
 * path:    of the messages
 * written: the language the text is in
 * lang:    the reader's
 */
void letter_text_check(struct messages *out, enum letter_block block, const char *path, const char *text,
    enum lang written, enum lang lang);

/* The text with its fields filled in; value answers "" for what isn't known. out: arena */
char *letter_text_fill(
    struct arena *arena, const char *text, const char *(*value)(const void *of, const char *key), const void *of);

#endif
