/* appeal_test.c — an appeal is in time on its last day, and late the day after. */
#include "check.h"

#include "flow/appeal_flow.h"

TEST(the_last_day_is_in_time)
{
	struct appeal appeal = { .received_on = { 2026, 6, 1 }, .appeal_by = { 2026, 6, 1 } };

	CHECK(appeal_in_time(&appeal));
	appeal.received_on.day = 2;
	CHECK(!appeal_in_time(&appeal));
}

TEST(views_have_codes)
{
	enum appeal_view view = APPEAL_DISMISS;

	for (int i = 0; i < APPEAL_VIEW__MAX; i++)
		CHECK(appeal_view_parse(&view, appeal_view_code((enum appeal_view)i)) && view == (enum appeal_view)i);
	CHECK(!appeal_view_parse(&view, "maybe"));
}

UNIT_MAIN(UNIT(the_last_day_is_in_time), UNIT(views_have_codes))
