/* email.h — whether something is an e-mail address, as far as that can be told without sending. */
#ifndef CORE_EMAIL_H
#define CORE_EMAIL_H

#include <stdbool.h>

/* One @ with something before it and a name with a dot after it: anything more only mail itself can tell. */
bool email_valid(const char *value);

/* The same, and of characters that every mail server takes, and no longer than one takes. */
bool email_sendable(const char *value);

#endif
