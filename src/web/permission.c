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

static const struct {
	const char *code;
	unsigned roles;
} permissions[PERMISSION__MAX] = {
	[MAY_ANYONE] = { "anyone", ANYONE },
	[MAY_USE_ACCOUNT] = { "use_account", LOGGED_IN },
	[MAY_WRITE_APPLICATION] = { "write_application", APPLICANT },
	[MAY_SUBMIT_APPLICATION] = { "submit_application", APPLICANT },
	[MAY_READ_APPLICATION] = { "read_application", APPLICANT },
	[MAY_READ_ATTACHMENT] = { "read_attachment", APPLICANT | OFFICER | LEADER },
	[MAY_READ_CASE] = { "read_case", OFFICER | LEADER },
	[MAY_DECLARE_IMPARTIALITY] = { "declare_impartiality", OFFICER | LEADER },
	[MAY_CHECK_FORMALLY] = { "check_formally", OFFICER | LEADER },
	[MAY_ASSESS] = { "assess", OFFICER | LEADER },
	[MAY_RECOMMEND] = { "recommend", OFFICER | LEADER },
	[MAY_DECIDE] = { "decide", LEADER },
	[MAY_REGISTER_BODY_DECISION] = { "register_body_decision", OFFICER | LEADER },
	[MAY_SEND_LETTER] = { "send_letter", OFFICER | LEADER },
	[MAY_READ_COMMITTEE] = { "read_committee", POLITICIAN },
	[MAY_PUBLISH_EVALUATION] = { "publish_evaluation", LEADER },
	[MAY_ADMINISTER] = { "administer", ADMIN },
};

bool
permission_given(enum role role, enum permission permission)
{
	if (permission <= 0 || permission >= PERMISSION__MAX || role < 0 || role >= ROLE__MAX)
		return (false);
	return ((permissions[permission].roles & BIT(role)) != 0);
}

const char *
permission_code(enum permission permission)
{
	const char *code = permission <= 0 || permission >= PERMISSION__MAX ? NULL : permissions[permission].code;

	return (code == NULL ? "none" : code);
}
