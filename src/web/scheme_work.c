/* scheme_work.c — what the pages where schemes are written share. */
#include "web/scheme_work.h"

#include <string.h>

#include "core/catalogue.h"
#include "core/text.h"
#include "web/page.h"

static const struct scheme_part parts[] = {
	/* Texts, sums and questions first: they are what is changed most. */
	{ "tekster", T("Tekster"), T("Det alle kan lese om ordningen, på bokmål og nynorsk."),
	    "title short-title summary purpose target-group not-supported" },
	{ "belop", T("Beløp"), T("Hvor mye som kan gis, og hva søkeren må dekke selv."), "amount years state-aid" },
	{ "skjema", T("Søknadsskjema"), T("Spørsmålene søkeren får, del for del."), "form" },
	{ "sokere", T("Hvem kan søke"), T("Hvem ordningen er for, og krav som må være oppfylt."),
	    "applicants eligibility" },
	{ "kriterier", T("Vurdering"), T("Hva som teller når søknadene vurderes, med eller uten poeng."),
	    "criteria distribution" },
	{ "mal", T("Mål og evaluering"), T("Hva fylkeskommunen vil oppnå, hva som telles og hvordan det følges opp."),
	    "goals follow-up evaluation" },
	{ "vedtak", T("Hvem bestemmer"), T("Hvem som avgjør søknader av ulik størrelse, og hvem som behandler klager."),
	    "workflow" },
	{ "utbetaling", T("Utbetaling, rapport og vilkår"),
	    T("Det som står i brevet, og det som skjer etter vedtaket."), "payment report terms laws" },
	{ "prover", T("Prøver"), T("Eksempler som viser at reglene virker slik dere mener."), "tests" },
	{ "om", T("Om ordningen"), T("Fagområde, enhet og status."), "." },
};

#define N_PARTS (sizeof(parts) / sizeof(parts[0]))

static const struct scheme_part calls_parts[] = {
	{ "utlysninger", T("Utlysninger"),
	    T("Når det kan søkes, hvor mye penger det er, og hva som er annerledes denne gangen."), "call" },
	{ "felles", T("For alle utlysninger"), T("Hvem søkerne kan spørre, og når ordningen vanligvis lyses ut."),
	    "contact usual cycle" },
};

#define N_CALLS_PARTS (sizeof(calls_parts) / sizeof(calls_parts[0]))

const struct scheme_part *
scheme_part_at(const struct scheme_draft *draft, size_t i)
{
	if (draft->calls)
		return (i < N_CALLS_PARTS ? &calls_parts[i] : NULL);
	return (i < N_PARTS ? &parts[i] : NULL);
}

const struct scheme_part *
scheme_part_named(const struct scheme_draft *draft, const char *slug)
{
	const struct scheme_part *part;

	for (size_t i = 0; (part = scheme_part_at(draft, i)) != NULL; i++)
		if (strcmp(part->slug, slug) == 0)
			return (part);
	return (NULL);
}

const struct scheme_part *
scheme_part_of(const struct scheme_draft *draft, const char *path)
{
	size_t len = strcspn(path, "/:.+");
	const struct scheme_part *part = NULL, *last = NULL;

	for (size_t i = 0; (part = scheme_part_at(draft, i)) != NULL; i++) {
		last = part;
		for (const char *at = part->elements; *at != '\0'; at += strcspn(at, " "), at += strspn(at, " "))
			if (len > 0 && strcspn(at, " ") == len && strncmp(at, path, len) == 0)
				return (part);
	}
	return (last);
}

/* The i-th of the scheme's elements that no part names. */
static const char *
unnamed(struct arena *arena, size_t i)
{
	static const struct scheme_draft whole = { .calls = false };
	struct vocabulary_child list[VOCABULARY_MOST_CHILDREN];
	size_t n = vocabulary_children(
	    list, VOCABULARY_MOST_CHILDREN, vocabulary_element(&scheme_vocabulary, VOCABULARY_ROOT));

	for (size_t k = 0; k < n; k++)
		if (!list[k].group && scheme_part_of(&whole, list[k].key) == &parts[N_PARTS - 1] && i-- == 0)
			return (arena_strdup(arena, list[k].key));
	return (NULL);
}

const char *
scheme_part_path(struct arena *arena, const struct scheme_part *part, size_t i)
{
	size_t n;
	char **paths = text_split(arena, part->elements, ' ', &n);

	if (i < n)
		return (strcmp(paths[i], ".") == 0 ? "" : paths[i]);
	return (part == &parts[N_PARTS - 1] ? unnamed(arena, i - n) : NULL);
}

enum status
scheme_work_draft(struct scheme_draft *out, struct ctx *ctx)
{
	enum status st;
	int64_t id;

	if ((st = path_id(&id, ctx, "draft")) != OK)
		return (st);
	return (scheme_draft_get(out, ctx, id));
}

const char *
scheme_work_title(struct ctx *ctx, const struct scheme_draft *draft)
{
	const char *title = lang_pick(&draft->title, ctx->lang);

	if (text_blank(title))
		title = lang_pick(&draft->title, LANG_NB);
	if (text_blank(title))
		title = tr(ctx->lang, "Ordning uten navn");
	return (draft->calls ? tr_printf(ctx->arena, ctx->lang, "Utlysninger: %s", title) : title);
}

struct html_part_breadcrumbs
scheme_work_crumbs(
    struct ctx *ctx, const struct scheme_draft *draft, const char *url, const char *text, const char *current)
{
	struct html_part_breadcrumbs_links *links = arena_array(ctx->arena, 3, sizeof(*links));
	const char *own = arena_printf(ctx->arena, "/ordningsarbeid/%" PRId64, draft->id);
	size_t n = 0;

	links[n++] = (struct html_part_breadcrumbs_links){ "/ordningsarbeid", tr(ctx->lang, "Arbeid med ordninger") };
	if (current != NULL)
		links[n++] = (struct html_part_breadcrumbs_links){ own, scheme_work_title(ctx, draft) };
	if (url != NULL)
		links[n++] = (struct html_part_breadcrumbs_links){ url, text };
	return ((struct html_part_breadcrumbs){ .links = links,
	    .n_links = n,
	    .current = current == NULL ? scheme_work_title(ctx, draft) : current,
	    .back_url = links[n - 1].url,
	    .back_text = n == 2 ? tr(ctx->lang, "Tilbake til oversikten") : links[n - 1].text });
}

const char *
scheme_work_locked(struct ctx *ctx, const struct scheme_draft *draft)
{
	if (draft->open)
		return (NULL);
	if (draft->proposed)
		return (tr(ctx->lang,
		    "Utkastet er foreslått publisert og kan ikke endres før forslaget er avgjort eller trukket."));
	return (tr(ctx->lang, "Utkastet er avsluttet og kan ikke endres."));
}

/* The first steps of a path. */
static const char *
steps(struct arena *arena, const char *path, size_t n)
{
	const char *end = path;

	for (; n > 0 && *end != '\0'; n--)
		end += strcspn(end + (end > path), "/") + (end > path);
	return (arena_strndup(arena, path, (size_t)(end - path)));
}

/* The field of a text, "purpose=nb", or the element of so many steps. */
static const char *
anchor_of(struct arena *arena, const char *path, size_t n)
{
	const char *slash = strrchr(path, '/');
	enum lang lang;

	if (slash != NULL && lang_parse(&lang, slash + 1))
		return (arena_printf(arena, "%.*s=%s", (int)(slash - path), path, slash + 1));
	return (steps(arena, path, n));
}

/* An element's page, and the place on it. */
static const char *
element_place(struct ctx *ctx, const struct scheme_draft *draft, const char *path, size_t n)
{
	return (arena_printf(ctx->arena, "/ordningsarbeid/%" PRId64 "/element?sti=%s#" EDIT_ANCHOR "%s", draft->id,
	    scheme_form_query(ctx->arena, steps(ctx->arena, path, n)), anchor_of(ctx->arena, path, n + 1)));
}

const char *
scheme_work_place(struct ctx *ctx, const struct scheme_draft *draft, const struct checked_message *message)
{
	const struct scheme_part *part = scheme_part_of(draft, message->path);

	if (*message->path == '\0' && message->line > 1)
		return (arena_printf(ctx->arena, "/ordningsarbeid/%" PRId64 "/xml#l%d", draft->id, message->line));
	/* A question has a page of its own, and so has a call; the rest stands on the part's. */
	if (draft->calls && strncmp(message->path, "call", 4) == 0 && part == &calls_parts[0])
		return (element_place(ctx, draft, message->path, 1));
	if (strncmp(message->path, "form/section", 12) == 0)
		return (element_place(ctx, draft, message->path, 3));
	return (arena_printf(ctx->arena, "/ordningsarbeid/%" PRId64 "/del/%s#" EDIT_ANCHOR "%s", draft->id, part->slug,
	    anchor_of(ctx->arena, message->path, 2)));
}
