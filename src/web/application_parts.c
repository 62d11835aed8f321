/* application_parts.c — what the applicant's pages of one application share. */
#include <string.h>

#include "core/catalogue.h"
#include "domain/deadline.h"
#include "web/application_page.h"
#include "web/page.h"

void
draft_band(struct ctx *ctx, const struct application *application)
{
	page_band(ctx, BAND_DRAFT,
	    tr_printf(ctx->arena, ctx->lang, "Utkast, ikke sendt. %s",
		call_deadline_sentence(ctx->arena, &application->call, application->start, ctx->now, ctx->lang)));
}

void
sent_band(struct ctx *ctx, const struct application *application)
{
	page_band(ctx, BAND_SENT,
	    tr_printf(ctx->arena, ctx->lang, "Sendt %s. Søknadsnummer %s.",
		instant_long(ctx->arena, application->submitted_at, ctx->lang), application->number));
}

const char *
application_title(struct ctx *ctx, const struct application *application)
{
	return (*application->title != '\0' ? application->title : lang_pick(&application->scheme->title, ctx->lang));
}

struct html_part_breadcrumbs
application_crumbs(struct ctx *ctx, const struct application *application, const char *current)
{
	struct html_part_breadcrumbs_links *links = arena_array(ctx->arena, 2, sizeof(*links));
	const char *url = arena_printf(ctx->arena, "/soknader/%lld", (long long)application->id);
	const char *title = application_title(ctx, application);

	links[0] = (struct html_part_breadcrumbs_links){ .url = "/soknader", .text = tr(ctx->lang, "Mine søknader") };
	links[1] = (struct html_part_breadcrumbs_links){ .url = url, .text = title };
	if (current == NULL)
		return ((struct html_part_breadcrumbs){ .links = links,
		    .n_links = 1,
		    .current = title,
		    .back_url = "/soknader",
		    .back_text = tr(ctx->lang, "Mine søknader") });
	return ((struct html_part_breadcrumbs){ .links = links,
	    .n_links = 2,
	    .current = current,
	    .back_url = url,
	    .back_text = strcmp(application->state, "draft") == 0 ? tr(ctx->lang, "Tilbake til oversikten") : title });
}

void
applicant_case_facts(struct case_facts *out, struct ctx *ctx, const struct application *application)
{
	const struct scheme_applicant *kind = scheme_applicant(application->scheme, application->organisation.kind);

	*out = (struct case_facts){ .late = application->late,
		.may_sign = application->may_sign,
		.call = &application->call,
		.start = application->start,
		.answer_by = call_answer_by(&application->call, application->submitted_at),
		.now = ctx->now };
	case_state_parse(&out->state, application->state);
	outcome_parse(&out->outcome, application->outcome);
	if (application->notified_at != 0 && kind != NULL && kind->may_appeal)
		out->appeal_by = appeal_deadline(instant_day(application->notified_at));
}

const char *
message_about(struct arena *arena, const struct message *message)
{
	size_t len = strlen(message->about);

	while (len > 0 && strchr("?.:! ", message->about[len - 1]) != NULL)
		len--;
	return (arena_strndup(arena, message->about, len));
}

const char *
tone_color(enum case_tone tone)
{
	switch (tone) {
	case TONE_WAITING:
		return ("info");
	case TONE_DONE_WELL:
		return ("success");
	case TONE_DONE_BADLY:
		return ("danger");
	case TONE_ATTENTION:
		return ("warning");
	default:
		return ("neutral");
	}
}
