/* letter_text_file.c — reads conf/letters/texts.xml: the standing texts that come with the installation. */
#include <string.h>

#include "core/text.h"
#include "doc/doc_data.h"
#include "flow/letter_text_flow.h"

#define TEXTS_NS "urn:tilskudd:letter-texts:1"
#define CAME_WITH "Fulgte med systemet."

struct reader {
	struct arena *arena;
	struct xml_error *error;
	const char *name;
};

static enum status
wrong(const struct reader *r, int line, const char *message)
{
	*r->error = (struct xml_error){ .name = r->name, .line = line, .message = message };
	return (ERR_INVALID);
}

/* Lines as they are written in the file, without its indentation; blank ones between paragraphs are kept. */
static const char *
words_of(const struct reader *r, const struct xml_node *node)
{
	const char *at = text_trim(r->arena, xml_content(r->arena, node));
	char *out = arena_strdup(r->arena, "");

	while (*at != '\0') {
		size_t len = strcspn(at, "\n");

		out = arena_printf(r->arena, "%s%s%s", out, *out == '\0' ? "" : "\n",
		    text_trim(r->arena, arena_strndup(r->arena, at, len)));
		at += len + (at[len] == '\n');
	}
	return (out);
}

static enum status
read_day(struct date *out, const struct reader *r, const struct xml_node *node, const char *name)
{
	const char *value = xml_attribute(node, name);

	*out = (struct date){ 0 };
	if (value == NULL || date_parse(out, value) == OK)
		return (OK);
	return (wrong(r, node->line, arena_printf(r->arena, "%s is no day; write it as 2027-01-15", name)));
}

static enum status
read_languages(struct letter_text *out, const struct reader *r, const struct xml_node *node)
{
	struct messages messages = messages_new(r->arena);
	bool english = letter_block_about(out->block)->english;

	for (enum lang lang = LANG_NB; lang < LANG__MAX; lang++) {
		const struct xml_node *child = xml_child(node, lang_code(lang));

		if (child != NULL)
			out->text.in[lang] = words_of(r, child);
		if (lang == LANG_EN && !english)
			continue;
		letter_text_check(&messages, out->block, lang_code(lang), out->text.in[lang], lang, LANG_EN);
		if (messages.n > 0)
			return (wrong(r, child == NULL ? node->line : child->line,
			    arena_printf(r->arena, "<%s> of \"%s\": %s", lang_code(lang),
				letter_block_about(out->block)->code, messages.list[0].text)));
	}
	return (OK);
}

static enum status
read_text(struct letter_text *out, const struct reader *r, const struct xml_node *node)
{
	const char *code = xml_attribute(node, "block");
	enum status st;

	*out = (struct letter_text){ .why = CAME_WITH, .written_by = "" };
	if (!letter_block_parse(&out->block, code == NULL ? "" : code))
		return (wrong(r, node->line,
		    arena_printf(r->arena, "there is no block called \"%s\"", code == NULL ? "" : code)));
	if ((st = read_day(&out->from, r, node, "from")) != OK || (st = read_day(&out->until, r, node, "until")) != OK)
		return (st);
	if (date_none(out->from))
		return (wrong(r, node->line, "from is missing; write the first day the text holds"));
	return (read_languages(out, r, node));
}

static enum status
all_there(const struct reader *r, const struct xml_node *root, const struct letter_text *texts, size_t n)
{
	bool there[BLOCK__MAX] = { false };

	for (size_t i = 0; i < n; i++)
		there[texts[i].block] = true;
	for (int i = 0; i < BLOCK__MAX; i++)
		if (!there[i])
			return (wrong(r, root->line,
			    arena_printf(r->arena, "the block \"%s\" has no <text>",
				letter_block_about((enum letter_block)i)->code)));
	return (OK);
}

enum status
letter_texts_read(struct letter_text **out, size_t *n, struct xml_error *error, struct arena *arena, const char *path)
{
	struct reader r = { arena, error, path };
	struct letter_text *texts;
	struct xml_doc *doc;
	size_t room = 0;
	enum status st;

	if ((st = xml_read_file(&doc, error, arena, TEXTS_NS, path)) != OK)
		return (st);
	for (const struct xml_node *c = xml_child(doc->root, "text"); c != NULL; c = xml_next(c, "text"))
		room++;
	texts = arena_array(arena, room, sizeof(*texts));
	*n = 0;
	for (const struct xml_node *c = xml_child(doc->root, "text"); c != NULL; c = xml_next(c, "text"))
		if ((st = read_text(&texts[(*n)++], &r, c)) != OK)
			return (st);
	if ((st = all_there(&r, doc->root, texts, room)) != OK)
		return (st);
	*out = texts;
	return (OK);
}

/* The kind whose template it is; LETTER_KIND__MAX for papers that are no letters. */
static enum letter_kind
kind_of(const char *template)
{
	int kind = 0;

	while (kind < LETTER_KIND__MAX && !text_equal(letter_template((enum letter_kind)kind), template) &&
	       !text_equal(letter_template_in((enum letter_kind)kind, LANG_EN), template))
		kind++;
	return ((enum letter_kind)kind);
}

static void
choose(struct letter_texts *out, struct letter_text *list, size_t n, struct date day)
{
	for (size_t i = 0; i < n; i++) {
		struct letter_text *held = &out->of[list[i].block];

		list[i].id = (int64_t)i + 1;
		if (date_cmp(list[i].from, day) <= 0 &&
		    (date_none(list[i].until) || date_cmp(list[i].until, day) >= 0) &&
		    (held->id == 0 || date_cmp(held->from, list[i].from) <= 0))
			*held = list[i];
	}
}

enum status
letter_texts_supply(struct doc_data *data, struct xml_error *error, const char *path, const char *template,
    struct date day, enum lang lang)
{
	struct letter_texts *texts = arena_alloc(data->arena, sizeof(*texts));
	enum letter_kind kind = kind_of(template);
	struct letter_text *list;
	enum status st;
	size_t n;

	if (kind == LETTER_KIND__MAX)
		return (OK);
	if ((st = letter_texts_read(&list, &n, error, data->arena, path)) != OK)
		return (st);
	choose(texts, list, n, day);
	letter_texts_put(data, texts, kind, lang);
	return (OK);
}
