/* smtp.h — carries mail to the county's mail server. */
#ifndef OUTSIDE_SMTP_H
#define OUTSIDE_SMTP_H

#include "flow/mail_flow.h"

struct smtp;

/*
 * Reads TILSKUDD_SMTP ("smtp://mail.fylke.no:25", "smtps://user:password@mail.fylke.no:465") and TILSKUDD_MAIL_FROM
 * ("tilskudd@fylke.no"). An smtp:// server that offers encryption gets it; a name and password are sent only encrypted,
 * or to this machine. libcurl is started; smtp_stop() ends it.
 *
 * out:     arena
 * returns: OK; ERR_INVALID when a setting is missing or not understood, which is logged
 */
enum status smtp_start(struct smtp **out, struct arena *arena) MUST_CHECK;
void smtp_stop(struct smtp *smtp);

struct mail_carrier smtp_carrier(struct smtp *smtp);

/*
 * The message as it goes over the wire: headers and quoted-printable body, lines ending in CRLF.
 *
 * out:     arena
 * returns: OK; ERR_INVALID when an address cannot stand in a header
 */
enum status
smtp_message(char **out, struct arena *arena, const char *from, const struct mail_message *message) MUST_CHECK;

#endif
