/* scheme_compile.h — from a scheme's XML to its compiled form, or to messages that say how to put it right. */
#ifndef SCHEME_SCHEME_COMPILE_H
#define SCHEME_SCHEME_COMPILE_H

#include "scheme/complaint.h"
#include "scheme/scheme.h"

#define SCHEME_NS "urn:tilskudd:scheme:1"
#define SCHEME_MAX_BYTES (1024 * 1024)
#define SCHEME_MAX_MESSAGES 100

#define SCHEME_MAX_SHARED 4 /* a scheme extends one shared document, which may extend another, and so on */

/* Lines from here on are those of the shared document that the scheme extends, from twice this those of the next. */
#define SCHEME_SHARED_LINE (1 << 24)

struct scheme_message {
	int line;                 /* 0 when no line is to blame */
	const char *text;         /* "what is wrong; what to do" */
	enum complaint complaint; /* COMPLAINT_NONE when the text is all there is */
	enum complaint detail;    /* what is wrong inside an expression; otherwise COMPLAINT_NONE */
	const char *args[COMPLAINT_MAX_ARGS];
};

struct scheme_messages {
	const char *name;                      /* of the document, set when it is read */
	const char *shared[SCHEME_MAX_SHARED]; /* of the shared documents, likewise */
	size_t n_shared;
	enum lang lang;
	struct scheme_message *list;
	size_t n, cap;
	bool more; /* there were more than SCHEME_MAX_MESSAGES */
	struct arena *arena;
};

/* lang: what the messages are written in. */
struct scheme_messages scheme_messages_new(struct arena *arena, enum lang lang);

/* The document a message is about and its line there; 0 when no line is to blame. */
void scheme_message_place(const char **name, int *line, const struct scheme_messages *messages, size_t i);

/* "name:line: text". */
char *scheme_message_line(const struct scheme_messages *messages, size_t i);

/*
 * Reads, checks and compiles one scheme document.
 *
 * out:      arena; shares nothing with xml or messages; untouched unless OK
 * messages: everything found wrong, by line
 * name:     what messages call the document, usually its path
 * xml:      borrowed
 * returns:  OK; ERR_TOO_LARGE over SCHEME_MAX_BYTES; ERR_INVALID with at least one message
 */
enum status scheme_compile(const struct scheme **out, struct scheme_messages *messages, struct arena *arena,
    const char *name, const char *xml, size_t len) MUST_CHECK;

/* A shared document: what messages call it, and its text. */
struct scheme_shared {
	const char *name, *xml;
	size_t len;
};

/* Finds the shared document of that id; false when there is none. What it gives is borrowed. */
typedef bool scheme_find_shared(struct scheme_shared *out, void *user, const char *id);

/*
 * As scheme_compile(), for a document that may extend a shared one: merged first, then checked and compiled.
 *
 * merged: the canonical text of what was compiled, arena; untouched unless OK
 * user:   handed to find
 */
enum status scheme_compile_extending(const struct scheme **out, const char **merged, struct scheme_messages *messages,
    struct arena *arena, const struct scheme_shared *document, scheme_find_shared *find, void *user) MUST_CHECK;

/*
 * The canonical form whose SHA-256 is the version's name: C14N without comments, white space between elements and
 * around texts taken out, runs of it inside texts as one space (a blank line stays as a paragraph).
 *
 * returns: as scheme_compile(), for the outer form only; messages as there
 */
enum status scheme_canonical(char **out, struct scheme_messages *messages, struct arena *arena, const char *name,
    const char *xml, size_t len) MUST_CHECK;

/* A basis of state aid that nobody knows the limit of, with its message; OK when known, or when there is none. */
enum status scheme_check_aid(struct scheme_messages *messages, const struct scheme *scheme, bool known) MUST_CHECK;

/*
 * Holds what a scheme names outside itself against what there is; its own id is always one.
 *
 * known:   whether there is a scheme, a unit or a body of that id
 * returns: OK; ERR_INVALID with a message for each that is unknown
 */
enum status scheme_check_mentions(struct scheme_messages *messages, const struct scheme *scheme,
    bool (*known)(void *user, enum mention_kind kind, const char *id), void *user) MUST_CHECK;

#endif
