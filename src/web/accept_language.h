/* accept_language.h — which of our languages a browser asks for. */
#ifndef WEB_ACCEPT_LANGUAGE_H
#define WEB_ACCEPT_LANGUAGE_H

#include "core/lang.h"

/*
 * The language of Accept-Language with the highest weight, the first of equals; no, da and sv read bokmål.
 * Bokmål when it names none of ours.
 */
enum lang accept_language(const char *header);

#endif
