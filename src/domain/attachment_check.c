/* attachment_check.c — the files beside the answers: there, not empty, not too large, of a kind that was asked for. */
#include <string.h>

#include "core/buf.h"
#include "domain/deadline.h"
#include "domain/validation_parts.h"

#define MEGABYTE INT64_C(1048576)

static const struct {
	enum attachment_kind kind;
	const char *name, *or_name;
} kinds[] = {
	{ ATTACH_PDF, T("PDF"), T("PDF") },
	{ ATTACH_IMAGE, T("et bilde"), T("bilde") },
	{ ATTACH_DOCUMENT, T("et tekstdokument"), T("tekstdokument") },
	{ ATTACH_SPREADSHEET, T("et regneark"), T("regneark") },
};
#define N_KINDS (sizeof(kinds) / sizeof(kinds[0]))

/* "PDF, bilde eller regneark" */
char *
attachment_kinds_text(struct arena *arena, unsigned wanted, enum lang lang)
{
	struct buf text = buf_new(arena);
	unsigned left = wanted & (ATTACH_PDF | ATTACH_IMAGE | ATTACH_DOCUMENT | ATTACH_SPREADSHEET);

	for (size_t i = 0; i < N_KINDS; i++) {
		if ((left & kinds[i].kind) == 0)
			continue;
		left &= ~(unsigned)kinds[i].kind;
		if (text.len > 0)
			buf_puts(&text, left != 0 ? ", " : tr(lang, " eller "));
		buf_puts(&text, tr(lang, kinds[i].or_name));
	}
	return (arena_strdup(arena, buf_text(&text)));
}

static const char *
kind_name(enum attachment_kind kind, enum lang lang)
{
	for (size_t i = 0; i < N_KINDS; i++)
		if (kinds[i].kind == kind)
			return (tr(lang, kinds[i].name));
	return (tr(lang, "en annen slags fil"));
}

/* Megabytes with one decimal, rounded up: a file over the limit is never shown as being on it. */
static char *
megabytes(struct checking *c, int64_t bytes)
{
	int64_t tenths = (bytes * 10 + MEGABYTE - 1) / MEGABYTE;

	return (tenths % 10 == 0 ? arena_printf(c->arena, "%lld", (long long)(tenths / 10))
				 : arena_printf(c->arena, "%lld%s%lld", (long long)(tenths / 10),
				       c->lang == LANG_EN ? "." : ",", (long long)(tenths % 10)));
}

size_t
attached_count(const struct application_facts *facts, const char *field)
{
	size_t n = 0;

	for (size_t i = 0; i < facts->n_files; i++)
		n += strcmp(facts->files[i].field, field) == 0 && !facts->files[i].beside;
	return (n);
}

bool
attachment_retired(const struct scheme *scheme, const char *field)
{
	const struct scheme_field *now = scheme_field(scheme, field);

	return (now == NULL || !field_takes_files(now));
}

static void
check_file(struct checking *c, const struct attached *file)
{
	const struct scheme_field *field = c->field;

	if (file->size <= 0)
		check_error(c, field->id,
		    SAY(c, "Filen «%s» er tom. Lagre den på nytt og legg den ved igjen.", file->file_name));
	else if (field->max_mb > 0 && file->size > field->max_mb * MEGABYTE)
		check_error(c, field->id,
		    SAY(c, "Filen «%s» er %s MB. Her er det plass til %s MB. Legg ved en mindre fil.", file->file_name,
			megabytes(c, file->size), megabytes(c, field->max_mb * MEGABYTE)));
	else if (field->kinds != 0 && (field->kinds & file->kind) == 0)
		check_error(c, field->id,
		    SAY(c, "Filen «%s» er %s. Her kan dere legge ved %s.", file->file_name,
			kind_name(file->kind, c->lang), attachment_kinds_text(c->arena, field->kinds, c->lang)));
}

static bool
same_letter(char a, char b)
{
	return ((a >= 'A' && a <= 'Z' ? a + 32 : a) == (b >= 'A' && b <= 'Z' ? b + 32 : b));
}

/* The last star takes as little as it can, and one more each time the rest does not fit: no harder than length squared.
 */
static bool
matches(const char *pattern, const char *name)
{
	const char *star = NULL, *from = name;

	while (*name != '\0') {
		if (*pattern == '*') {
			star = ++pattern;
			from = name;
		} else if (*pattern != '\0' && same_letter(*pattern, *name)) {
			pattern++;
			name++;
		} else if (star != NULL) {
			pattern = star;
			name = ++from;
		} else
			return (false);
	}
	return (pattern[strspn(pattern, "*")] == '\0');
}

bool
file_name_fits(const struct scheme_field *field, const char *file_name)
{
	return (field->file_name == NULL || matches(field->file_name, file_name));
}

/* What may come later is asked for, but stops nobody from sending. */
static void
check_missing(struct checking *c)
{
	bool statement = c->field->type == FIELD_THIRD_PARTY;

	if (!later_allowed(&c->field->later))
		check_error(c, c->field->id,
		    statement
			? tr(c->lang,
			      "Be om uttalelsen på e-post, eller last den opp. Søknaden kan sendes når den er her.")
			: tr(c->lang, "Legg ved en fil."));
	else if (c->view.facts->closes_at != 0)
		check_warning(c, c->field->id,
		    SAY(c, "Dette kan sendes senere, innen %s. Det gjør dere på søknadens side.",
			date_long(c->arena, later_day(&c->field->later, c->view.facts->closes_at), c->lang)));
}

void
check_attachment(struct checking *c)
{
	const struct application_facts *facts = c->view.facts;
	int n = (int)attached_count(facts, c->field->id);

	for (size_t i = 0; i < facts->n_files; i++)
		if (strcmp(facts->files[i].field, c->field->id) == 0) {
			check_file(c, &facts->files[i]);
			if (!file_name_fits(c->field, facts->files[i].file_name))
				check_warning(c, c->field->id,
				    SAY(c, "Filen «%s» bør hete noe slikt som %s.", facts->files[i].file_name,
					c->field->file_name));
		}
	if (n == 0 && c->required)
		check_missing(c);
	else if (c->field->max_files > 0 && n > c->field->max_files)
		check_error(c, c->field->id,
		    SAY(c, "Her kan det være høyst %d filer, og dere har %d. Fjern noen av dem.", c->field->max_files,
			n));
}
