/* call.c — when a call takes applications, and until when each application may come. */
#include "domain/call.h"

#define DAYS_A_WEEK 7

enum call_phase
call_phase(const struct call *call, instant at)
{
	if (call->status == CALL_CANCELLED)
		return (CALL_PHASE_CANCELLED);
	if (call->status == CALL_ON_HOLD)
		return (CALL_PHASE_ON_HOLD);
	if (at < call->opens_at)
		return (CALL_PHASE_COMING);
	if (at >= call->closes_at)
		return (CALL_PHASE_PASSED);
	return (call->used_up_at != 0 && at >= call->used_up_at ? CALL_PHASE_USED_UP : CALL_PHASE_OPEN);
}

bool
call_may_begin(const struct call *call, instant at)
{
	return (call_may_send(call) && at >= call->opens_at);
}

bool
call_may_send(const struct call *call)
{
	return (call->status != CALL_CANCELLED && call->status != CALL_ON_HOLD);
}

struct date
lead_last_day(struct call_lead lead, struct date start)
{
	switch (lead.unit) {
	case CALL_UNIT_MONTHS:
		return (date_add_months(start, -lead.count));
	case CALL_UNIT_WEEKS:
		return (date_add_days(start, -lead.count * DAYS_A_WEEK));
	default:
		return (date_add_days(start, -lead.count));
	}
}

instant
call_due_at(const struct call *call, struct date start)
{
	instant due = call->closes_at, lead;

	if (call->used_up_at != 0 && call->used_up_at < due)
		due = call->used_up_at;
	if (call->before_start.count == 0 || date_none(start))
		return (due);
	lead = instant_at(date_add_days(lead_last_day(call->before_start, start), 1), 0, 0, 0);
	return (lead < due ? lead : due);
}

bool
call_in_round(const struct call *call, instant at)
{
	return (call->kind == CALL_FIXED || (call->kind == CALL_MAIN_THEN_CONTINUOUS && at < call->main_closes_at));
}

struct date
call_answer_by(const struct call *call, instant at)
{
	if (call->answer_weeks == 0 || (call_in_round(call, at) && !date_none(call->answer_by)))
		return (call->answer_by);
	return (date_add_days(instant_day(at), call->answer_weeks * DAYS_A_WEEK));
}
