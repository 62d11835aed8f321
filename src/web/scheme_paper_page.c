/* scheme_paper_page.c — schemes on paper for everyone: the form to fill in by hand, the leaflet of one, the booklet. */
#include "core/catalogue.h"
#include "web/document_page.h"
#include "web/page_state.h"

static struct document_asked
asked_at_path(struct ctx *ctx)
{
	return ((struct document_asked){ .scheme_id = path_text(ctx, "scheme"),
	    .url = web_process()->site.url,
	    .has_lang = true,
	    .lang = ctx->lang });
}

static enum status
scheme_paper(struct ctx *ctx, const char *name, const char *file)
{
	struct document_asked asked = asked_at_path(ctx);

	return (document_page_pdf(ctx, name, &asked, arena_printf(ctx->arena, "%s-%s.pdf", file, asked.scheme_id)));
}

enum status
blank_form_show(struct ctx *ctx)
{
	return (scheme_paper(ctx, "blank_form", "skjema"));
}

enum status
scheme_leaflet_pdf_show(struct ctx *ctx)
{
	return (scheme_paper(ctx, "scheme_leaflet", "informasjonsark"));
}

/* "Ordninger > the scheme > current", the scheme when there is one. */
static struct html_part_breadcrumbs
crumbs_of(struct ctx *ctx, const char *scheme_id, const char *current)
{
	struct html_part_breadcrumbs_links *links = arena_array(ctx->arena, 2, sizeof(*links));
	struct html_part_breadcrumbs crumbs = { .links = links, .n_links = 1, .current = current };

	links[0] = (struct html_part_breadcrumbs_links){ .url = "/ordninger", .text = tr(ctx->lang, "Ordninger") };
	if (scheme_id != NULL)
		links[crumbs.n_links++] =
		    (struct html_part_breadcrumbs_links){ .url = arena_printf(ctx->arena, "/ordninger/%s", scheme_id),
			    .text = tr(ctx->lang, "Ordningen") };
	crumbs.back_url = links[crumbs.n_links - 1].url;
	crumbs.back_text = links[crumbs.n_links - 1].text;
	return (crumbs);
}

enum status
scheme_leaflet_show(struct ctx *ctx)
{
	struct document_asked asked = asked_at_path(ctx);
	struct document_frame frame = { .title = tr(ctx->lang, "Informasjonsark"),
		.pdf_url = arena_printf(ctx->arena, "/ordninger/%s/informasjonsark.pdf", asked.scheme_id) };

	frame.crumbs = crumbs_of(ctx, asked.scheme_id, frame.title);
	return (document_page_twin(ctx, "scheme_leaflet", &asked, &frame));
}

enum status
catalogue_booklet_show(struct ctx *ctx)
{
	struct document_asked asked = asked_at_path(ctx);
	struct document_frame frame = { .title = tr(ctx->lang, "Hefte med åpne ordninger"),
		.pdf_url = "/ordninger/hefte.pdf" };

	frame.crumbs = crumbs_of(ctx, NULL, frame.title);
	return (document_page_twin(ctx, "catalogue_booklet", &asked, &frame));
}

enum status
catalogue_booklet_pdf_show(struct ctx *ctx)
{
	struct document_asked asked = asked_at_path(ctx);

	return (document_page_pdf(ctx, "catalogue_booklet", &asked, "hefte.pdf"));
}
