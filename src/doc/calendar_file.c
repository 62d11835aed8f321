/* calendar_file.c — a calendar's moments through libical, which escapes and folds the lines. */
#include "doc/calendar_file.h"

#include <libical/ical.h>

/* Calendars ask again twice a day: a deadline that is extended is known the same day. */
#define REFRESH "PT12H"

static void
component_free(void *component)
{
	icalcomponent_free(component);
}

static icaltimetype
utc_of(instant at)
{
	return (icaltime_from_timet_with_zone((time_t)(at / INSTANT_SECOND), 0, icaltimezone_get_utc_timezone()));
}

static void
named_add(icalcomponent *to, const char *name, const char *value)
{
	icalproperty *property = icalproperty_new_x(value);

	icalproperty_set_x_name(property, name);
	icalcomponent_add_property(to, property);
}

static icalcomponent *
moment_of(const struct calendar_moment *moment, instant made_at)
{
	icalcomponent *event = icalcomponent_new_vevent();

	icalcomponent_add_property(event, icalproperty_new_uid(moment->uid));
	icalcomponent_add_property(event, icalproperty_new_dtstamp(utc_of(made_at)));
	icalcomponent_add_property(event, icalproperty_new_dtstart(utc_of(moment->at)));
	icalcomponent_add_property(event, icalproperty_new_summary(moment->title));
	icalcomponent_add_property(event, icalproperty_new_description(moment->text));
	if (*moment->url != '\0')
		icalcomponent_add_property(event, icalproperty_new_url(moment->url));
	icalcomponent_add_property(event, icalproperty_new_transp(ICAL_TRANSP_TRANSPARENT));
	return (event);
}

static icalcomponent *
calendar_of(const struct calendar_file *file)
{
	icalcomponent *calendar = icalcomponent_new_vcalendar();
	icalproperty *name = icalproperty_new_name(file->name);

	icalproperty_add_parameter(name, icalparameter_new_language(file->lang));
	icalcomponent_add_property(calendar, icalproperty_new_version("2.0"));
	icalcomponent_add_property(calendar, icalproperty_new_prodid(file->producer));
	icalcomponent_add_property(calendar, icalproperty_new_calscale("GREGORIAN"));
	icalcomponent_add_property(calendar, name);
	/* What calendars asked for before RFC 7986, and many still do. */
	named_add(calendar, "X-WR-CALNAME", file->name);
	named_add(calendar, "X-PUBLISHED-TTL", REFRESH);
	for (size_t i = 0; i < file->n_moments; i++)
		icalcomponent_add_component(calendar, moment_of(&file->moments[i], file->made_at));
	return (calendar);
}

enum status
calendar_write(struct buf *out, const struct calendar_file *file)
{
	icalcomponent *calendar = calendar_of(file);
	char *text;

	arena_defer(out->arena, component_free, calendar);
	text = icalcomponent_as_ical_string_r(calendar);
	arena_release(out->arena, calendar);
	if (text == NULL)
		return (ERR_IO);
	arena_defer(out->arena, icalmemory_free_buffer, text);
	buf_puts(out, text);
	arena_release(out->arena, text);
	return (OK);
}
