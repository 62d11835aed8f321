/* shared_reason.c — compares what is left of reasons without names, punctuation and spaces. */
#include "domain/shared_reason.h"

#include <string.h>

#include "core/catalogue.h"
#include "core/text.h"

#define NAMED 5 /* cases named in a warning */

bool
reason_must_be_own(enum outcome outcome)
{
	return (outcome == OUTCOME_REJECTED || outcome == OUTCOME_PARTLY_GRANTED);
}

/* Takes every place a name stands out of a folded text. */
static void
take_out(struct arena *arena, char *text, const char *name)
{
	const char *folded = text_blank(name) ? "" : text_fold(arena, name);
	size_t len = strlen(folded);

	if (len == 0)
		return;
	for (char *at = text; (at = strstr(at, folded)) != NULL;)
		memmove(at, at + len, strlen(at + len) + 1);
}

static bool
is_kept(unsigned char c)
{
	return (c >= 0x80 || (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z'));
}

/* What makes a reason this one: letters and digits alone. */
static const char *
kernel_of(struct arena *arena, const struct case_reason *one)
{
	char *text = text_fold(arena, one->reason == NULL ? "" : one->reason), *to = text;

	take_out(arena, text, one->title);
	take_out(arena, text, one->organisation);
	for (const char *at = text; *at != '\0'; at++)
		if (is_kept((unsigned char)*at))
			*to++ = *at;
	*to = '\0';
	return (text);
}

/* FNV-1a: equal texts have equal sums, so that most pairs are told apart by one comparison. */
static uint64_t
sum_of(const char *text)
{
	uint64_t sum = 14695981039346656037u;

	for (; *text != '\0'; text++)
		sum = (sum ^ (unsigned char)*text) * 1099511628211u;
	return (sum);
}

struct kernel {
	const char *text;
	uint64_t sum;
};

static const char *
names_text(struct arena *arena, const char *const *names, size_t n_named, size_t others, enum lang lang)
{
	if (others <= n_named)
		return (text_join(arena, names, n_named, tr(lang, " og ")));
	return (
	    tr_printf(arena, lang, "%s og %d til", text_join(arena, names, n_named, ", "), (int)(others - n_named)));
}

static struct shared_reason
shared_of(struct arena *arena, const struct case_reason *cases, const struct kernel *kernels, size_t n, size_t i,
    enum lang lang)
{
	struct shared_reason out = { .first = i, .names = "" };
	const char *names[NAMED];
	size_t named = 0;

	if (*kernels[i].text == '\0')
		return (out);
	for (size_t k = 0; k < n; k++) {
		if (k == i || kernels[k].sum != kernels[i].sum || strcmp(kernels[k].text, kernels[i].text) != 0)
			continue;
		out.first = k < out.first ? k : out.first;
		out.others++;
		if (named < NAMED)
			names[named++] = cases[k].number;
	}
	if (out.others > 0)
		out.names = names_text(arena, names, named, out.others, lang);
	return (out);
}

void
reasons_share(struct shared_reason *out, struct arena *arena, const struct case_reason *cases, size_t n, enum lang lang)
{
	struct kernel *kernels = arena_array(arena, n, sizeof(*kernels));

	for (size_t i = 0; i < n; i++) {
		kernels[i].text = kernel_of(arena, &cases[i]);
		kernels[i].sum = sum_of(kernels[i].text);
	}
	for (size_t i = 0; i < n; i++)
		out[i] = shared_of(arena, cases, kernels, n, i, lang);
}

const char *
shared_reason_text(struct arena *arena, const struct shared_reason *shared, enum lang lang)
{
	return (tr_printf(arena, lang,
	    "Begrunnelsen står ordrett også i %s. Skriv hva som gjelder nettopp denne søknaden.", shared->names));
}
