/* scheme_form_read.c — reads a form back as sets; what elements are called by people, and what is wrong where. */
#include <string.h>

#include "core/catalogue.h"
#include "core/text.h"
#include "scheme/document_path.h"
#include "web/page.h"
#include "web/scheme_form_condition.h"

#define TITLE_MOST 90

/* ------------------------------------------------------------------------------------------ titles and addresses */

static const char *
cut(struct arena *arena, const char *text)
{
	const char *at = text, *end = text + strlen(text);

	for (size_t n = 0; n < TITLE_MOST && at < end; n++)
		(void)text_next(&at, end);
	return (at == end ? text : arena_printf(arena, "%.*s …", (int)(at - text), text));
}

static const char *
own_text(const struct scheme_form *form, const struct xml_node *node)
{
	struct arena *arena = form->ctx->arena;
	const char *path = document_path(arena, node);
	const char *text =
	    document_value(arena, form->doc, arena_printf(arena, "%s=%s", path, lang_code(form->ctx->lang)));

	return (*text != '\0' ? text : document_value(arena, form->doc, arena_printf(arena, "%s=nb", path)));
}

const char *
scheme_form_title(struct scheme_form *form, const struct xml_node *node, const struct vocabulary_element *kind)
{
	struct arena *arena = form->ctx->arena;
	const char *text = own_text(form, node), *type = xml_attribute(node, "type");

	if (*text == '\0' && xml_child(node, "reason") != NULL)
		text = own_text(form, xml_child(node, "reason"));
	if (*text == '\0' && xml_attribute(node, "name") != NULL)
		text = xml_attribute(node, "name");
	/* A call goes by its year, and by its round when that is told. */
	if (*text == '\0' && xml_attribute(node, "year") != NULL)
		text = xml_attribute(node, "round") == NULL
			   ? tr_printf(arena, form->ctx->lang, "Utlysning %s", xml_attribute(node, "year"))
			   : tr_printf(arena, form->ctx->lang, "Utlysning %s, runde %s", xml_attribute(node, "year"),
				 xml_attribute(node, "round"));
	if (*text == '\0' && type != NULL)
		text = vocabulary_value_words(form->ctx->lang, form->vocabulary, kind, "type", type);
	if (*text == '\0')
		text = vocabulary_words(form->ctx->lang, form->vocabulary, kind, NULL).label;
	return (cut(arena, text));
}

const char *
scheme_form_query(struct arena *arena, const char *path)
{
	struct buf out = buf_new(arena);

	for (; *path != '\0'; path++)
		if (strchr("/:.-", *path) != NULL || (*path >= 'a' && *path <= 'z') || (*path >= '0' && *path <= '9'))
			buf_putc(&out, *path);
		else
			buf_printf(&out, "%%%02X", (unsigned char)*path);
	return (arena_strdup(arena, buf_text(&out)));
}

/* ------------------------------------------------------------------------------------------ what is wrong */

static bool
covers(const char *path, const char *own)
{
	size_t len = strlen(path);

	if (len == 0)
		return (*own == '\0');
	return (strncmp(own, path, len) == 0 && (own[len] == '\0' || own[len] == '/'));
}

size_t
scheme_form_tell(const char ***texts, struct scheme_form *form, const char *path, const char *anchor, const char *about)
{
	const struct scheme_checked *checked = form->checked;
	size_t n = 0;

	*texts = arena_array(form->ctx->arena, checked == NULL ? 1 : checked->n + 1, sizeof(**texts));
	for (size_t i = 0; checked != NULL && i < checked->n; i++) {
		if (form->told[i] || !covers(path, checked->messages[i].path))
			continue;
		form->told[i] = true;
		form->where[i] = anchor;
		form->about[i] = about;
		(*texts)[n++] = checked->messages[i].text;
	}
	return (n);
}

void
scheme_form_begin(struct scheme_form *form)
{
	size_t n = form->checked == NULL ? 0 : form->checked->n;

	form->told = arena_array(form->ctx->arena, n + 1, sizeof(*form->told));
	form->where = arena_array(form->ctx->arena, n + 1, sizeof(*form->where));
	form->about = arena_array(form->ctx->arena, n + 1, sizeof(*form->about));
	form->several = buf_new(form->ctx->arena);
}

/* ------------------------------------------------------------------------------------------ what was sent */

static const struct vocabulary_attribute *
attribute_named(const struct vocabulary *vocabulary, struct arena *arena, const char *name)
{
	size_t len = strcspn(name, "@");
	const struct vocabulary_element *kind;
	char cardinality;

	if (name[len] == '\0')
		return (NULL);
	kind = document_kind(&cardinality, vocabulary, arena_strndup(arena, name, len));
	return (kind == NULL ? NULL : vocabulary_attribute(kind, name + len + 1));
}

/* "form/section:a/choice+1/help=nb" is "form/section:a/text+1/help=nb" when a text was asked for. */
static const char *
with_type(struct arena *arena, const char *name, const char *type)
{
	static const char any[] = "/choice+1";
	const char *at = *type == '\0' ? NULL : strstr(name, any);

	if (at == NULL)
		return (name);
	return (arena_printf(arena, "%.*s/%s+1%s", (int)(at - name), name, type, at + strlen(any)));
}

static bool
is_set(const struct document_set *sets, size_t n, const char *name)
{
	for (size_t i = 0; i < n; i++)
		if (strcmp(sets[i].name, name) == 0)
			return (true);
	return (false);
}

/* Ticked boxes share a name: their values become one, with spaces between. */
static bool
join_value(struct document_set *sets, size_t n, struct arena *arena, const char *name, const char *value)
{
	for (size_t i = 0; i < n; i++)
		if (strcmp(sets[i].name, name) == 0) {
			sets[i].value =
			    arena_printf(arena, "%s%s%s", sets[i].value, *sets[i].value == '\0' ? "" : " ", value);
			return (true);
		}
	return (false);
}

size_t
scheme_form_posted(struct document_set **out, struct ctx *ctx, const struct vocabulary *vocabulary, const char *type)
{
	char **several = text_split(ctx->arena, form_text(ctx, "flere"), ' ', NULL);
	size_t n = 0, most = form_count(ctx);

	for (size_t i = 0; several[i] != NULL; i++)
		most++;
	*out = arena_array(ctx->arena, most + 1, sizeof(**out));
	for (size_t i = 0; i < form_count(ctx); i++) {
		const struct form_field *field = form_at(ctx, i);
		const char *name = with_type(ctx->arena, field->name, type), *value = field->value;
		const struct vocabulary_attribute *attribute;

		/* What a rule is chosen of has names of its own: "PATH@when#0.hva". */
		if (strpbrk(name, "@=") == NULL || strchr(name, '#') != NULL)
			continue;
		attribute = attribute_named(vocabulary, ctx->arena, name);
		if (attribute != NULL && scheme_form_is_condition(attribute))
			value = scheme_form_condition_posted(ctx, field->name, value);
		if (join_value(*out, n, ctx->arena, name, value))
			continue;
		(*out)[n++] = (struct document_set){ name,
			attribute == NULL ? value : document_value_typed(ctx->arena, attribute, value) };
	}
	/* Nothing is ticked any more in those that sent nothing. */
	for (size_t i = 0; several[i] != NULL; i++)
		if (strpbrk(several[i], "@=") != NULL) {
			const char *name = with_type(ctx->arena, several[i], type);

			if (!is_set(*out, n, name))
				(*out)[n++] = (struct document_set){ name, "" };
		}
	return (n);
}
