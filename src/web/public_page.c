/* public_page.c — pages for everyone: the front page, the catalogue of schemes, and what a public site must tell. */
#include <string.h>

#include "core/catalogue.h"
#include "gen/html_accessibility.h"
#include "gen/html_contact.h"
#include "gen/html_feedback.h"
#include "gen/html_privacy.h"
#include "web/page_state.h"

#define HOUR 3600

enum status
accessibility_show(struct ctx *ctx)
{
	struct html_accessibility view = { 0 };

	page_cache(ctx, HOUR);
	return (page_render(ctx, 200, tr(ctx->lang, "Tilgjengelighet"), HTML(accessibility), &view));
}

enum status
privacy_show(struct ctx *ctx)
{
	static const struct {
		const char *use, *lasts;
	} facts[COOKIE__MAX] = {
		[COOKIE_SESSION] = { T("Holder deg innlogget"), T("Til du lukker nettleseren, høyst 12 timer") },
		[COOKIE_FORM] = { T("Sikrer at innloggingen kommer fra deg"), T("Til du lukker nettleseren") },
		[COOKIE_LANGUAGE] = { T("Husker språket du valgte"), T("Ett år") },
		[COOKIE_NOTICE] = { T("Viser en beskjed på neste side"), T("Ett minutt") },
	};
	struct html_privacy_cookies cookies[COOKIE__MAX];
	struct html_privacy view = { .cookies = cookies, .n_cookies = COOKIE__MAX };

	for (int i = 0; i < COOKIE__MAX; i++)
		cookies[i] =
		    (struct html_privacy_cookies){ .name = cookie_name((enum cookie)i, ctx->page->request->is_tls),
			    .use = tr(ctx->lang, facts[i].use),
			    .lasts = tr(ctx->lang, facts[i].lasts) };
	page_cache(ctx, HOUR);
	return (page_render(ctx, 200, tr(ctx->lang, "Personvern"), HTML(privacy), &view));
}

enum status
contact_show(struct ctx *ctx)
{
	struct html_contact view = { .website = web_process()->site.website };

	page_cache(ctx, HOUR);
	return (page_render(ctx, 200, tr(ctx->lang, "Kontakt oss"), HTML(contact), &view));
}

enum status
feedback_show(struct ctx *ctx)
{
	struct html_feedback view = { .about = page_own_path(query_text(ctx, "side")) };

	return (page_render(ctx, 200, tr(ctx->lang, "Gi tilbakemelding"), HTML(feedback), &view));
}
