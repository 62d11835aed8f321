/* grammar.h — inputs made from the vocabulary and the functions of expressions, for the fuzzers: most of them get past
 * the reader and reach what bytes changed at random never would. */
#ifndef FUZZ_GRAMMAR_H
#define FUZZ_GRAMMAR_H

#include <inttypes.h>
#include <sanitizer/allocator_interface.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "core/crypto.h"
#include "scheme/expr_tree.h"
#include "scheme/scheme_splice.h"
#include "scheme/vocabulary.h"

struct grammar {
	struct arena *arena;
	uint64_t state;
	const struct vocabulary *vocabulary;
	const char *names[64]; /* what expressions and references may mean: ids of the document among them */
	unsigned n_names;
	unsigned left; /* elements that may still be made */
};

static inline unsigned
grammar_pick(struct grammar *g, unsigned most)
{
	g->state = g->state * UINT64_C(6364136223846793005) + UINT64_C(1442695040888963407);
	return (most == 0 ? 0 : (unsigned)(g->state >> 33) % most);
}

#define GRAMMAR_ONE(g, ...)                                                                                            \
	((const char *const[]){                                                                                        \
	    __VA_ARGS__ }[grammar_pick(g, sizeof((const char *const[]){ __VA_ARGS__ }) / sizeof(const char *))])

static inline const char *
grammar_name(struct grammar *g)
{
	if (g->n_names == 0 || grammar_pick(g, 8) == 0)
		return (GRAMMAR_ONE(
		    g, "a", "applied", "costs", "municipalities", "start", "applicant-type", "finnes-ikke"));
	return (g->names[grammar_pick(g, g->n_names)]);
}

/* --- expressions ------------------------------------------------------------------------------------------------- */

static inline void grammar_expr(struct buf *out, struct grammar *g, unsigned depth);

static inline void
grammar_call(struct buf *out, struct grammar *g, unsigned depth)
{
	size_t n = 0;
	const struct expr_function *function;
	unsigned n_args;

	while (expr_function_at(n) != NULL)
		n++;
	function = expr_function_at(grammar_pick(g, (unsigned)n));
	n_args =
	    (unsigned)strcspn(function->takes, "*") + (strchr(function->takes, '*') != NULL ? grammar_pick(g, 4) : 0);
	if (grammar_pick(g, 16) == 0)
		n_args = grammar_pick(g, EXPR_MAX_ARGS + 2);
	buf_printf(out, "%s(", function->name);
	for (unsigned i = 0; i < n_args; i++) {
		buf_puts(out, i == 0 ? "" : ", ");
		if (strchr("ksal", function->takes[i < strlen(function->takes) ? i : 0]) != NULL)
			buf_puts(out, grammar_name(g));
		else
			grammar_expr(out, g, depth + 1);
	}
	buf_putc(out, ')');
}

static inline void
grammar_leaf(struct buf *out, struct grammar *g)
{
	switch (grammar_pick(g, 4)) {
	case 0:
		buf_puts(out,
		    GRAMMAR_ONE(g, "0", "1", "10000", "0.5", "0.000000000001", "99999999999999", "999999999999999999"));
		break;
	case 1:
		buf_puts(out, GRAMMAR_ONE(g, "'yes'", "'no'", "\"musikk\"", "''", "'2026-02-29'", "'a\"b'", "."));
		break;
	default:
		buf_puts(out, grammar_name(g));
	}
}

static inline void
grammar_expr(struct buf *out, struct grammar *g, unsigned depth)
{
	unsigned kind = depth > 6 ? 0 : grammar_pick(g, 8);

	if (out->len > EXPR_MAX_LENGTH || kind < 3) {
		grammar_leaf(out, g);
	} else if (kind == 3) {
		grammar_call(out, g, depth);
	} else if (kind == 4) {
		buf_puts(out, GRAMMAR_ONE(g, "-(", "not(", "("));
		grammar_expr(out, g, depth + 1);
		buf_putc(out, ')');
	} else {
		grammar_expr(out, g, depth + 1);
		buf_printf(out, " %s ",
		    GRAMMAR_ONE(g, "or", "and", "=", "!=", "<", "<=", ">", ">=", "+", "-", "*", "div", "mod"));
		grammar_expr(out, g, depth + 1);
	}
}

/* --- values ------------------------------------------------------------------------------------------------------ */

static inline const char *
grammar_word(struct grammar *g, const char *words)
{
	unsigned n = 1, nth;
	size_t len;

	for (const char *c = words; *c != '\0'; c++)
		n += *c == ' ';
	for (nth = grammar_pick(g, n); nth > 0; nth--)
		words = strchr(words, ' ') + 1;
	len = strcspn(words, " ");
	return (arena_strndup(g->arena, words, len));
}

static inline const char *
grammar_hostile(struct grammar *g)
{
	return (GRAMMAR_ONE(g, "", " ", "-1", "99999999999999999999", "NaN", "1e9", "../../etc/passwd", "a b",
	    "\xc3\xa6\xc3\xb8\xc3\xa5", "<b>&amp;", "2026-02-30", "0-0", "10..1", "criterion:", "{0}", "%s%n"));
}

static inline const char *
grammar_value(struct grammar *g, const struct vocabulary_attribute *attribute)
{
	struct buf out = buf_new(g->arena);

	if (grammar_pick(g, 24) == 0)
		return (grammar_hostile(g));
	switch (attribute->type) {
	case VOCABULARY_ID:
	case VOCABULARY_CODE:
		return (arena_printf(g->arena, "%c%u", 'a' + (char)grammar_pick(g, 4), grammar_pick(g, 40)));
	case VOCABULARY_SCHEME_ID:
		return (GRAMMAR_ONE(g, "in-ordning", "tr-bio", "a-b-c"));
	case VOCABULARY_REFERENCE:
		return (grammar_name(g));
	case VOCABULARY_REFERENCES:
		return (arena_printf(g->arena, "%s %s", grammar_name(g), grammar_name(g)));
	case VOCABULARY_ONE_OF:
	case VOCABULARY_SOME_OF:
		return (grammar_word(g, attribute->allowed));
	case VOCABULARY_INTEGER:
		return (GRAMMAR_ONE(g, "0", "1", "2", "10", "50", "100", "1000"));
	case VOCABULARY_NOK:
		return (GRAMMAR_ONE(g, "0", "1", "10000", "50000", "100000", "1000000000000"));
	case VOCABULARY_PERCENT:
		return (GRAMMAR_ONE(g, "0", "25", "33.33", "50", "75", "100"));
	case VOCABULARY_SCALE:
		return (GRAMMAR_ONE(g, "0-5", "1-6", "0-100", "5-5"));
	case VOCABULARY_USES:
		return (grammar_pick(g, 2) == 0 ? grammar_word(g, attribute->allowed)
						: arena_printf(g->arena, "criterion:%s", grammar_name(g)));
	case VOCABULARY_DATE:
		return (GRAMMAR_ONE(g, "2026-01-31", "2028-02-29", "1900-01-01", "9999-12-31"));
	case VOCABULARY_MOMENT:
		return (GRAMMAR_ONE(g, "2026-01-31", "2026-01-31 12:00", "2026-03-29 02:30", "2026-10-25 02:30"));
	case VOCABULARY_MONTH_DAY:
		return (GRAMMAR_ONE(g, "01-31", "02-29", "12-31"));
	case VOCABULARY_EXPRESSION:
		grammar_expr(&out, g, 0);
		return (buf_text(&out));
	default:
		return (GRAMMAR_ONE(g, "ord", "Flere ord her", "x"));
	}
}

/* --- elements ---------------------------------------------------------------------------------------------------- */

static inline void
grammar_attributes(struct splice_element *out, struct grammar *g, const struct vocabulary_element *element)
{
	for (size_t list = 0; list < 3 && element->attributes[list] != NULL; list++)
		for (const struct vocabulary_attribute *a = element->attributes[list]; a->name != NULL; a++)
			if (grammar_pick(g, 32) == 0 ? !a->must : a->must || grammar_pick(g, 2) == 0)
				splice_element_attribute(g->arena, out, a->name, grammar_value(g, a));
}

static inline const struct vocabulary_element *
grammar_of_child(struct grammar *g, const struct vocabulary_child *child)
{
	const struct vocabulary_element *element, *found = NULL;
	unsigned n = 0;

	if (!child->group)
		return (vocabulary_element(g->vocabulary, child->key));
	for (size_t i = 0; (element = vocabulary_at(g->vocabulary, i)) != NULL; i++)
		if (element->group != NULL && strcmp(element->group, child->key) == 0 && grammar_pick(g, ++n) == 0)
			found = element;
	return (found);
}

static inline void
grammar_element(struct splice_element *parent, struct splice_element **made, struct grammar *g,
    const struct vocabulary_element *element, unsigned depth)
{
	struct vocabulary_child children[VOCABULARY_MOST_CHILDREN];
	char *name = arena_strndup(g->arena, element->key, strcspn(element->key, ":"));
	struct splice_element *out = splice_element_new(g->arena, parent, name);
	size_t n = vocabulary_children(children, VOCABULARY_MOST_CHILDREN, element);

	*made = out;
	grammar_attributes(out, g, element);
	if (element->texts == TEXTS_LEAF)
		out->text = GRAMMAR_ONE(g, "Tekst", "To <ord> & tegn", "\xe2\x80\x9cx\xe2\x80\x9d", "x");
	for (size_t i = 0; i < n && depth < 8; i++) {
		bool must = children[i].cardinality == '1' || children[i].cardinality == '+';
		unsigned times = must ? grammar_pick(g, 32) != 0 : grammar_pick(g, 3) == 0;
		const struct vocabulary_element *inner;
		struct splice_element *ignored;

		times += strchr("*+", children[i].cardinality) != NULL ? grammar_pick(g, 3) : grammar_pick(g, 64) == 0;
		for (; times > 0 && g->left > 0; times--, g->left--)
			if ((inner = grammar_of_child(g, &children[i])) != NULL)
				grammar_element(out, &ignored, g, inner, depth + 1);
	}
}

/* --- documents --------------------------------------------------------------------------------------------------- */

/* Every element with what the vocabulary says it is; the ids on the way become names. */
struct grammar_place {
	struct xml_node *node;
	const struct vocabulary_element *element;
};

#define GRAMMAR_PLACES 4096

static inline size_t
grammar_places(struct grammar_place *places, size_t n, struct grammar *g, struct xml_node *node,
    const struct vocabulary_element *element)
{
	const char *id = xml_attribute(node, "id");
	size_t place;
	char cardinality;

	if (n == GRAMMAR_PLACES || element == NULL)
		return (n);
	places[n++] = (struct grammar_place){ node, element };
	if (id != NULL && g->n_names < 64)
		g->names[g->n_names++] = id;
	for (struct xml_node *child = xml_child(node, NULL); child != NULL; child = xml_next(child, NULL))
		n = grammar_places(
		    places, n, g, child, vocabulary_inside(&place, &cardinality, g->vocabulary, element, child->name));
	return (n);
}

static inline void
grammar_change(struct splices *splices, struct grammar *g, const struct grammar_place *at)
{
	const struct vocabulary_element *inner = NULL;
	struct vocabulary_child children[VOCABULARY_MOST_CHILDREN];
	struct splice_element *made;
	size_t n = vocabulary_children(children, VOCABULARY_MOST_CHILDREN, at->element);
	unsigned kind = grammar_pick(g, 8);

	if (kind < 3 && at->element->attributes[0] != NULL) {
		size_t list = at->element->attributes[1] != NULL ? grammar_pick(g, 2) : 0, a = 0;
		const struct vocabulary_attribute *attributes = at->element->attributes[list];

		while (attributes[a].name != NULL)
			a++;
		if (a > 0) {
			attributes += grammar_pick(g, (unsigned)a);
			splice_attribute(splices, at->node, attributes->name,
			    grammar_pick(g, 8) == 0 ? NULL : grammar_value(g, attributes));
		}
	} else if (kind < 6 && n > 0) {
		inner = grammar_of_child(g, &children[grammar_pick(g, (unsigned)n)]);
	} else if (kind == 6 && at->node->parent != NULL) {
		splice_remove(splices, at->node);
	} else if (xml_next(at->node, NULL) != NULL) {
		splice_swap(splices, at->node, xml_next(at->node, NULL));
	}
	if (inner == NULL)
		return;
	g->left = 40;
	grammar_element(NULL, &made, g, inner, 0);
	splice_insert(splices, at->node, grammar_pick(g, 2) == 0 ? NULL : xml_child(at->node, NULL), made);
}

/* The document with one to four changes that the vocabulary knows; NULL when it is none. */
static inline char *
grammar_document(size_t *len, struct grammar *g, const char *bytes, size_t n_bytes)
{
	static struct grammar_place places[GRAMMAR_PLACES];
	struct xml_error error = { 0 };
	struct xml_doc *doc = NULL;
	char *text = arena_strndup(g->arena, bytes, n_bytes);

	*len = strlen(text);
	for (unsigned i = 0, times = 1 + grammar_pick(g, 4); i < times; i++) {
		struct splices splices;
		size_t n;

		if (xml_read(&doc, &error, g->arena, g->vocabulary->ns, "fuzz.xml", text, *len) != OK)
			return (NULL);
		g->n_names = 0;
		n = grammar_places(places, 0, g, doc->root, vocabulary_element(g->vocabulary, g->vocabulary->roots[0]));
		splices = splices_new(g->arena, doc);
		grammar_change(&splices, g, &places[grammar_pick(g, (unsigned)n)]);
		text = splices_apply(len, &splices);
	}
	return (text);
}

/* --- in a fuzzer ------------------------------------------------------------------------------------------------- */

/* A whole document to change when the input is none; the fuzzers run from the root of the tree. */
static inline char *
grammar_base(size_t *len, const char *path)
{
	FILE *file = fopen(path, "rb");
	char *text = calloc(1, 65536);

	if (file == NULL || text == NULL || (*len = fread(text, 1, 65535, file)) == 0)
		abort();
	fclose(file);
	return (text);
}

/* How many inputs of each kind were made; told at the end, so that a run shows that half came from the grammar. */
static size_t grammar_made, bytes_made;

/* What inputs left allocated behind them, but for the first ones, which fill what is kept for good. */
static size_t inputs_run;
static int64_t bytes_kept;

#define GRAMMAR_FIRST 200
#define GRAMMAR_KEPT_MAX 65536

static void
grammar_report(void)
{
	fprintf(stderr, "grammar-made: %zu of %zu inputs\n", grammar_made, grammar_made + bytes_made);
	fprintf(stderr, "memory kept: %" PRId64 " bytes by %zu inputs\n", bytes_kept, inputs_run);
}

/* Runs one input and stops the fuzzer when memory grows from input to input. */
static inline void
grammar_run(void (*run)(struct arena *arena, const uint8_t *bytes, size_t len), const uint8_t *bytes, size_t len)
{
	int64_t before = (int64_t)__sanitizer_get_current_allocated_bytes();
	struct arena *arena = arena_new(0);

	run(arena, bytes, len);
	arena_free(arena);
	if (++inputs_run > GRAMMAR_FIRST)
		bytes_kept += (int64_t)__sanitizer_get_current_allocated_bytes() - before;
	if (bytes_kept > GRAMMAR_KEPT_MAX) {
		fprintf(stderr, "memory grows: %" PRId64 " bytes kept by %zu inputs\n", bytes_kept, inputs_run);
		abort();
	}
}

/* Puts what was made in data, when it is there and has room; whether it did. */
static inline bool
grammar_use(uint8_t *data, size_t *size, size_t max, const char *text, size_t len)
{
	bytes_made += text == NULL || len > max;
	if (text == NULL || len > max)
		return (false);
	memcpy(data, text, len);
	*size = len;
	grammar_made++;
	return (true);
}

int LLVMFuzzerInitialize(int *argc, char ***argv);
int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len);
size_t LLVMFuzzerMutate(uint8_t *bytes, size_t len, size_t max);
size_t LLVMFuzzerCustomMutator(uint8_t *bytes, size_t len, size_t max, unsigned seed);

/* The document changed as the vocabulary says, or base when it is none; two of three times. */
static inline size_t
grammar_mutate(const struct vocabulary *vocabulary, const char *base, size_t base_len, uint8_t *bytes, size_t len,
    size_t max, unsigned seed)
{
	struct arena *arena = arena_new(0);
	struct grammar grammar = { .arena = arena, .state = seed, .vocabulary = vocabulary };
	char *text = NULL;
	size_t made = 0;

	if (grammar_pick(&grammar, 3) > 0)
		text = grammar_document(&made, &grammar, (const char *)bytes, len);
	if (text == NULL && grammar_pick(&grammar, 3) > 0)
		text = grammar_document(&made, &grammar, base, base_len);
	if (!grammar_use(bytes, &len, max, text, made))
		len = LLVMFuzzerMutate(bytes, len, max);
	arena_free(arena);
	return (len);
}

/* What a fuzzer of documents begins with: run is called with each input, base is the document that is changed. */
#define GRAMMAR_FUZZER(vocabulary, base, run)                                                                          \
	static char *grammar_text;                                                                                     \
	static size_t grammar_len;                                                                                     \
	int LLVMFuzzerInitialize(int *argc, char ***argv)                                                              \
	{                                                                                                              \
		(void)argc, (void)argv;                                                                                \
		grammar_text = grammar_base(&grammar_len, base);                                                       \
		atexit(grammar_report);                                                                                \
		return (crypto_start() == OK ? 0 : 1);                                                                 \
	}                                                                                                              \
	int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len)                                                   \
	{                                                                                                              \
		grammar_run(run, bytes, len);                                                                          \
		return (0);                                                                                            \
	}                                                                                                              \
	size_t LLVMFuzzerCustomMutator(uint8_t *bytes, size_t len, size_t max, unsigned seed)                          \
	{                                                                                                              \
		return (grammar_mutate(vocabulary, grammar_text, grammar_len, bytes, len, max, seed));                 \
	}

/* What a compiled document promises. */
#define RELY(what)                                                                                                     \
	do {                                                                                                           \
		if (!(what)) {                                                                                         \
			fprintf(stderr, "a checked document breaks its promise: %s\n", #what);                         \
			abort();                                                                                       \
		}                                                                                                      \
	} while (0)

#endif
