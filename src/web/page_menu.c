/* page_menu.c — the links on top of every page, by role. */
#include <string.h>

#include "core/catalogue.h"
#include "web/page_state.h"

#define BIT(role) (1U << (role))
#define STAFF (BIT(ROLE_OFFICER) | BIT(ROLE_LEADER))
#define EVERYONE (BIT(ROLE__MAX) - 1)

static const struct {
	const char *url, *text;
	unsigned roles;
} entries[] = {
	{ "/saker", T("Saker"), STAFF },
	{ "/vedtak", T("Vedtak"), BIT(ROLE_LEADER) },
	{ "/utvalg", T("Utvalget mitt"), BIT(ROLE_POLITICIAN) },
	{ "/ordninger", T("Ordninger"), EVERYONE },
	{ "/ordningsarbeid", T("Arbeid med ordninger"), STAFF | BIT(ROLE_ADMIN) },
	{ "/soknader", T("Mine søknader"), BIT(ROLE_APPLICANT) },
	{ "/evaluering", T("Evalueringer"), EVERYONE },
	{ "/konto", T("Konto"), EVERYONE & ~BIT(ROLE_NONE) },
};

#define N_ENTRIES (sizeof(entries) / sizeof(entries[0]))

bool
page_exists(struct arena *arena, enum http_method method, const char *path)
{
	struct route_match match;

	return (route_find(&match, arena, routes, n_routes, method, path) == OK);
}

/* "/saker" is the part of "/saker/12" too. */
static bool
is_part_of(const char *path, const char *url)
{
	size_t len = strlen(url);

	return (strncmp(path, url, len) == 0 && (path[len] == '\0' || path[len] == '/'));
}

const struct page_link *
page_menu(size_t *n, struct page *page)
{
	struct page_link *links = arena_array(page->ctx.arena, N_ENTRIES, sizeof(*links));

	*n = 0;
	for (size_t i = 0; i < N_ENTRIES; i++) {
		if ((entries[i].roles & BIT(page->ctx.role)) == 0 ||
		    !page_exists(page->ctx.arena, METHOD_GET, entries[i].url))
			continue;
		links[(*n)++] = (struct page_link){ .url = entries[i].url,
			.text = tr(page->ctx.lang, entries[i].text),
			.current = is_part_of(page->request->path, entries[i].url) };
	}
	return (links);
}
