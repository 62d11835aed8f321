/* scheme_value.c — single values out of a document: words, sums, shares, texts, truths. */
#include <stdlib.h>
#include <string.h>

#include "core/buf.h"
#include "core/text.h"
#include "scheme/scheme_read.h"

const char *
read_word(struct scheme_reader *r, const struct xml_node *node, const char *name)
{
	const char *value = xml_attribute(node, name);

	return (value == NULL ? NULL : scheme_text_normal(r->arena, value));
}

const char **
read_words(size_t *n, struct scheme_reader *r, const struct xml_node *node, const char *name)
{
	const char *value = xml_attribute(node, name);

	*n = 0;
	if (value == NULL)
		return (NULL);
	return ((const char **)text_split(r->arena, scheme_text_normal(r->arena, value), ' ', n));
}

int64_t
read_integer(const struct xml_node *node, const char *name, int64_t otherwise)
{
	const char *value = xml_attribute(node, name);

	return (value == NULL ? otherwise : strtoll(value, NULL, 10));
}

money
read_nok(const struct xml_node *node, const char *name, money otherwise)
{
	const char *value = xml_attribute(node, name);

	return (value == NULL ? otherwise : MONEY_NOK(strtoll(value, NULL, 10)));
}

/* "33.3" is 3330: the digits behind the point are filled up to two. */
share_bp
read_share(const struct xml_node *node, const char *name, share_bp otherwise)
{
	const char *value = xml_attribute(node, name), *point;
	long share;

	if (value == NULL)
		return (otherwise);
	share = strtol(value, NULL, 10) * 100;
	if ((point = strchr(value, '.')) != NULL)
		share += (point[1] - '0') * 10 + (point[2] == '\0' ? 0 : point[2] - '0');
	return ((share_bp)share);
}

bool
read_yes(const struct xml_node *node, const char *name, bool otherwise)
{
	const char *value = xml_attribute(node, name);

	return (value == NULL ? otherwise : strcmp(value, "yes") == 0);
}

int
read_code(const struct xml_node *node, const char *name, const char *const *codes, size_t n, int otherwise)
{
	const char *value = xml_attribute(node, name);

	for (size_t i = 0; value != NULL && i < n; i++)
		if (strcmp(codes[i], value) == 0)
			return ((int)i);
	return (otherwise);
}

unsigned
read_bits(const struct xml_node *node, const char *name, const char *const *codes, size_t n)
{
	const char *at = xml_attribute(node, name);
	unsigned bits = 0;

	for (; at != NULL && *at != '\0'; at += strcspn(at, " "), at += strspn(at, " "))
		for (size_t i = 0; i < n; i++)
			if (strlen(codes[i]) == strcspn(at, " ") && strncmp(codes[i], at, strlen(codes[i])) == 0)
				bits |= 1u << i;
	return (bits);
}

struct lang_text
read_texts(struct scheme_reader *r, const struct xml_node *node)
{
	struct lang_text text = { { NULL } };
	const struct xml_node *child;

	for (enum lang lang = 0; node != NULL && lang < LANG__MAX; lang++)
		if ((child = xml_child(node, lang_code(lang))) != NULL)
			text.in[lang] = scheme_text_normal(r->arena, xml_content(r->scratch, child));
	return (text);
}

struct lang_text
read_child_texts(struct scheme_reader *r, const struct xml_node *node, const char *child)
{
	return (read_texts(r, xml_child(node, child)));
}

/* A fact that exists, but not in this form, deserves better words than "there is no such name". */
static void
complain_of_expression(
    struct scheme_reader *r, const struct xml_node *node, const char *attribute, const struct expr_error *error)
{
	enum complaint detail = error->complaint;
	const char *needs = NULL, *text;
	size_t n = r->messages->n;

	if (error->complaint == COMPLAINT_EXPR_NAME)
		needs = scheme_fact_needs(error->args[0]);
	if (needs != NULL) {
		detail = COMPLAINT_FACT;
		text = complaint_text(r->messages->arena, r->messages->lang, detail,
		    (const char *[COMPLAINT_MAX_ARGS]){ error->args[0], needs });
	} else
		text = expr_error_text(r->messages->arena, r->messages->lang, error);
	COMPLAIN(r->messages, xml_attribute_line(node, attribute), COMPLAINT_EXPRESSION, attribute, node->name, text);
	if (r->messages->n > n)
		r->messages->list[n].detail = detail;
}

static void
remember(struct scheme_reader *r, const struct scheme_condition *condition)
{
	struct scheme_condition *kept = arena_memdup(r->scratch, condition, sizeof(*condition));

	kept->group = r->group;
	if (r->last == NULL)
		r->conditions = kept;
	else
		r->last->next = kept;
	r->last = kept;
}

void
scheme_mention(struct scheme_reader *r, enum mention_kind kind, const char *id, int line)
{
	struct scheme_mention *mention;

	if (id == NULL)
		return;
	mention = arena_alloc(r->arena, sizeof(*mention));
	*mention = (struct scheme_mention){ kind, id, line, r->scheme->mentions };
	r->scheme->mentions = mention;
}

struct noting {
	struct scheme_reader *r;
	int line;
};

static void
note_scheme(void *user, const char *id)
{
	const struct noting *noting = user;

	scheme_mention(noting->r, MENTION_SCHEME, id, noting->line);
}

static struct expr *
read_expression(
    struct scheme_reader *r, const struct xml_node *node, const char *name, const char *self, enum expr_type result)
{
	const char *text = xml_attribute(node, name);
	struct expr_scope scope = r->scope;
	struct expr_error error;
	struct expr *expr;

	/* A document full of mistakes is told of the first ones only: finding near names costs. */
	if (text == NULL || r->messages->more)
		return (NULL);
	scope.self = self;
	scope.result = result;
	if (expr_compile(&expr, &error, r->arena, text, &scope) == OK) {
		r->scheme->uses_figures |= strstr(text, "t:figure(") != NULL;
		r->scheme->asks_history |= expr_asks_history(expr);
		expr_schemes(expr, note_scheme, &(struct noting){ r, xml_attribute_line(node, name) });
		remember(r, &(struct scheme_condition){ .expr = expr, .node = node, .attribute = name, .self = self });
		return (expr);
	}
	complain_of_expression(r, node, name, &error);
	return (NULL);
}

struct expr *
read_truth(struct scheme_reader *r, const struct xml_node *node, const char *name, const char *self)
{
	return (read_expression(r, node, name, self, EXPR_BOOLEAN));
}

struct expr *
read_number(struct scheme_reader *r, const struct xml_node *node, const char *name)
{
	return (read_expression(r, node, name, NULL, EXPR_NUMBER));
}

struct expr *
read_day_of(struct scheme_reader *r, const struct xml_node *node, const char *name)
{
	return (read_expression(r, node, name, NULL, EXPR_DATE));
}

size_t
count_children(const struct xml_node *node, const char *name)
{
	size_t n = 0;

	if (node == NULL)
		return (0);
	for (const struct xml_node *child = xml_child(node, name); child != NULL; child = xml_next(child, name))
		n++;
	return (n);
}

char *
scheme_text_normal(struct arena *arena, const char *text)
{
	struct buf out = buf_new(arena);
	int lines;

	for (text += strspn(text, " \t\r\n"); *text != '\0';) {
		size_t word = strcspn(text, " \t\r\n"), space = strspn(text + word, " \t\r\n");

		buf_add(&out, text, word);
		text += word;
		lines = 0;
		for (size_t i = 0; i < space; i++)
			lines += text[i] == '\n';
		text += space;
		if (*text != '\0')
			buf_puts(&out, lines > 1 ? "\n\n" : " ");
	}
	return (arena_strdup(arena, buf_text(&out)));
}
