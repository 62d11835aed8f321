/* permission.c — the table of roles and what each may do. */
#include "web/permission.h"

#include <stddef.h>

#define BIT(role) (1U << (role))
#define APPLICANT BIT(ROLE_APPLICANT)
#define OFFICER BIT(ROLE_OFFICER)
#define LEADER BIT(ROLE_LEADER)
#define POLITICIAN BIT(ROLE_POLITICIAN)
#define ADMIN BIT(ROLE_ADMIN)
#define LOGGED_IN (APPLICANT | OFFICER | LEADER | POLITICIAN | ADMIN)
#define ANYONE (BIT(ROLE_NONE) | LOGGED_IN)

static const unsigned permissions[PERMISSION__MAX] = {
	[MAY_ANYONE] = ANYONE,
	[MAY_USE_ACCOUNT] = LOGGED_IN,
	[MAY_WRITE_APPLICATION] = APPLICANT,
	[MAY_SUBMIT_APPLICATION] = APPLICANT,
	[MAY_READ_APPLICATION] = APPLICANT,
	[MAY_READ_ATTACHMENT] = APPLICANT | OFFICER | LEADER,
	[MAY_READ_CASE] = OFFICER | LEADER,
	[MAY_DECLARE_IMPARTIALITY] = OFFICER | LEADER,
	[MAY_CHECK_FORMALLY] = OFFICER | LEADER,
	[MAY_ASSESS] = OFFICER | LEADER,
	[MAY_RECOMMEND] = OFFICER | LEADER,
	[MAY_DECIDE] = LEADER,
	[MAY_REGISTER_BODY_DECISION] = OFFICER | LEADER,
	[MAY_SEND_LETTER] = OFFICER | LEADER,
	[MAY_READ_COMMITTEE] = POLITICIAN,
	[MAY_PUBLISH_EVALUATION] = LEADER,
	[MAY_WRITE_SCHEME] = OFFICER | LEADER | ADMIN,
	[MAY_ADMINISTER] = ADMIN,
};

bool
permission_given(enum role role, enum permission permission)
{
	if (permission <= 0 || permission >= PERMISSION__MAX || role < 0 || role >= ROLE__MAX)
		return (false);
	return ((permissions[permission] & BIT(role)) != 0);
}
