/* site_flow.c — reads what an installation is from its environment and conf/county.xml. */
#include "flow/site_flow.h"

#include <stdlib.h>
#include <string.h>

#include "core/log.h"
#include "doc/doc_store.h"
#include "flow/aid_limit_file.h"
#include "flow/county_flow.h"
#include "flow/municipality_flow.h"
#include "flow/scheme_flow.h"

static const char *
environment(const char *name, const char *otherwise)
{
	const char *value = getenv(name);

	return (value == NULL || *value == '\0' ? otherwise : value);
}

static enum status
mode_read(enum site_mode *out)
{
	static const char *const names[] = { "demo", "test", "production" };
	const char *mode = environment("TILSKUDD_MODE", "demo");

	for (int i = SITE_DEMO; i <= SITE_PRODUCTION; i++)
		if (strcmp(mode, names[i]) == 0) {
			*out = (enum site_mode)i;
			return (OK);
		}
	log_line(LOG_ERROR, NULL, "TILSKUDD_MODE is \"%s\"; it must be demo, test or production", mode);
	return (ERR_INVALID);
}

/* Never taken from the request's Host: a link in an e-mail would go where a stranger wants. */
static enum status
url_read(const char **out, struct arena *arena, enum site_mode mode)
{
	const char *url = environment("TILSKUDD_URL", NULL);
	char *copy;

	if (url == NULL && mode == SITE_PRODUCTION) {
		log_line(LOG_ERROR, NULL,
		    "TILSKUDD_URL is not set; links in e-mails need it, for example https://tilskudd.fylke.no");
		return (ERR_INVALID);
	}
	if (url == NULL)
		url = arena_printf(arena, "http://127.0.0.1:%s", environment("PORT", "8080"));
	copy = arena_strdup(arena, url);
	if (*copy != '\0' && copy[strlen(copy) - 1] == '/')
		copy[strlen(copy) - 1] = '\0';
	*out = copy;
	return (OK);
}

const char *
site_file(struct arena *arena, const char *file)
{
	return (arena_printf(arena, "%s/%s", environment("TILSKUDD_HOME", "."), file));
}

enum status
site_read(struct site *out, struct arena *arena)
{
	struct site site = { .home = arena_strdup(arena, environment("TILSKUDD_HOME", ".")) };
	const struct county *county;
	enum status st;

	if ((st = mode_read(&site.mode)) != OK || (st = url_read(&site.url, arena, site.mode)) != OK)
		return (st);
	if ((st = county_load(&county, arena, site_file(arena, "conf/county.xml"))) != OK)
		return (st);
	if ((st = aid_limits_load(arena, site.home)) != OK)
		return (st);
	site.county = county;
	site.name = county->name;
	site.place = county->place;
	site.phone = county->phone;
	site.email = county->email;
	site.website = county->website;
	*out = site;
	return (OK);
}

enum status
site_documents(struct doc_store **out, struct arena *arena, const struct site *site)
{
	const char *data = environment("TILSKUDD_DATA", ""), *problem = "";
	enum status st;

	/* The copy the server was set up with, when there is one: it was whole then (conf/host/lib/configure.sh). */
	if (*data != '\0' && doc_store_load(out, &problem, arena, arena_printf(arena, "%s/templates", data)) == OK)
		return (OK);
	st = doc_store_load(out, &problem, arena, arena_printf(arena, "%s/pdf-templates", site->home));
	if (st != OK)
		log_line(LOG_ERROR, NULL, "%s", problem);
	return (st);
}

static void
free_stores(void *object)
{
	struct ctx *ctx = object;

	scheme_store_free(ctx->schemes);
	municipality_store_free(ctx->municipalities);
}

enum status
site_equip(struct ctx *ctx)
{
	struct site site;
	enum status st;

	if ((st = site_read(&site, ctx->arena)) != OK || (st = site_documents(&ctx->docs, ctx->arena, &site)) != OK)
		return (st);
	ctx->county = site.county;
	ctx->schemes = scheme_flow_store();
	ctx->municipalities = municipality_store_new();
	arena_defer(ctx->arena, free_stores, ctx);
	return (OK);
}
