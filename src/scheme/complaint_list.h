/* complaint_list.h — every complaint there is: name, bokmål, nynorsk, English; {0} to {3} are filled in. */
#ifndef SCHEME_COMPLAINT_LIST_H
#define SCHEME_COMPLAINT_LIST_H

#include "scheme/complaint_calls.h"
#include "scheme/complaint_schemes.h"
#include "scheme/complaint_words.h"

#define COMPLAINT_LIST(C) COMPLAINT_WORDS(C) COMPLAINT_SCHEMES(C) COMPLAINT_CALLS(C)

#endif
