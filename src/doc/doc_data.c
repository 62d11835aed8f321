/* doc_data.c — short linked lists: a document has tens of keys, a row has fewer. */
#include "doc/doc_data.h"

#include <assert.h>
#include <string.h>

#include "core/text.h"

struct doc_data *
doc_data_new(struct arena *arena)
{
	struct doc_data *data = arena_alloc(arena, sizeof(*data));

	data->arena = arena;
	return (data);
}

static struct doc_value *
own_value(const struct doc_data *data, const char *key)
{
	struct doc_value *value;

	for (value = data->values; value != NULL; value = value->next)
		if (strcmp(value->key, key) == 0)
			break;
	return (value);
}

static struct doc_value *
value_set(struct doc_data *data, const char *key, enum doc_value_kind kind)
{
	struct doc_value *value = own_value(data, key);

	if (value == NULL) {
		value = arena_alloc(data->arena, sizeof(*value));
		value->key = arena_strdup(data->arena, key);
		value->next = data->values;
		data->values = value;
	}
	value->kind = kind;
	return (value);
}

void
doc_set_text(struct doc_data *data, const char *key, const char *value)
{
	value_set(data, key, DOC_VALUE_TEXT)->text = arena_strdup(data->arena, value);
}

void
doc_set_flag(struct doc_data *data, const char *key, bool flag)
{
	value_set(data, key, DOC_VALUE_FLAG)->flag = flag;
}

void
doc_set_number(struct doc_data *data, const char *key, double number, const char *shown)
{
	struct doc_value *value = value_set(data, key, DOC_VALUE_NUMBER);

	value->number = number;
	value->text = arena_strdup(data->arena, shown);
}

void
doc_set_list(struct doc_data *data, const char *list)
{
	const struct doc_value *value = own_value(data, list);

	if (value == NULL || value->kind != DOC_VALUE_LIST)
		value_set(data, list, DOC_VALUE_LIST);
}

struct doc_data *
doc_add_row(struct doc_data *data, const char *list)
{
	struct doc_data *row = doc_data_new(data->arena);
	struct doc_value *value;

	doc_set_list(data, list);
	value = own_value(data, list);
	assert(value != NULL);
	row->parent = data;
	if (value->last == NULL)
		value->rows = row;
	else
		value->last->next = row;
	value->last = row;
	return (row);
}

const struct doc_value *
doc_data_find(const struct doc_data *data, const char *key)
{
	const struct doc_value *value = NULL;

	for (; data != NULL && value == NULL; data = data->parent)
		value = own_value(data, key);
	return (value);
}

bool
doc_data_true(const struct doc_data *data, const char *key)
{
	const struct doc_value *value = doc_data_find(data, key);

	if (value == NULL)
		return (false);
	switch (value->kind) {
	case DOC_VALUE_FLAG:
		return (value->flag);
	case DOC_VALUE_NUMBER:
		return (value->number != 0);
	case DOC_VALUE_LIST:
		return (value->rows != NULL);
	case DOC_VALUE_TEXT:
		break;
	}
	return (!text_blank(value->text));
}
