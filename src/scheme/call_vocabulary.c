/* call_vocabulary.c — every element and attribute of a call document, and what each is for. */
#include "scheme/call_compile.h"
#include "scheme/vocabulary_parts.h"

static attributes calls_attributes = {
	{ "scheme", VOCABULARY_SCHEME_ID, MUST, NULL, "id of the scheme whose calls these are; the file has its name" },
	END,
};

static attributes cycle_attributes = {
	{ "years", VOCABULARY_INTEGER, MUST, "2..10", "how many years from one ordinary call to the next" },
	END,
};

static attributes usual_attributes = {
	{ "closes", VOCABULARY_MONTH_DAY, MUST, NULL, "the deadline of an ordinary year: 02-01 is 1 February" },
	{ "opens", VOCABULARY_MONTH_DAY, MAY, NULL, "the day it usually opens" },
	END,
};

static attributes contact_attributes = {
	{ "name", VOCABULARY_WORDS, MUST, NULL, "who applicants can ask" },
	{ "phone", VOCABULARY_WORDS, MUST, NULL, "telephone" },
	{ "email", VOCABULARY_WORDS, MUST, NULL, "e-mail" },
	END,
};

static attributes call_attributes = {
	{ "year", VOCABULARY_INTEGER, MUST, "2000..2199",
	    "the year whose money it is; with round it is the call's name" },
	{ "round", VOCABULARY_INTEGER, MAY, "1..99", "number within the year; 1 when left out" },
	{ "kind", VOCABULARY_ONE_OF, MUST, CALL_KINDS,
	    "fixed: one deadline. continuous: handled as they come, until the money is gone. main-then-continuous: a "
	    "round first, then the leftovers as they come. relative: a time before the activity starts" },
	{ "extra", VOCABULARY_ONE_OF, MAY, "yes no", "yes: beside the year's ordinary calls" },
	{ "opens", VOCABULARY_MOMENT, MUST, NULL, "when it opens, Norwegian time; 09:00 when no time is given" },
	{ "closes", VOCABULARY_MOMENT, MUST, NULL,
	    "the deadline; of calls without a fixed one the last day of all. 23:59, the minute included, when no time "
	    "is given" },
	{ "main-closes", VOCABULARY_MOMENT, MAY, NULL,
	    "with kind=\"main-then-continuous\": the main round's deadline" },
	END,
};

static attributes covers_attributes = {
	{ "from", VOCABULARY_DATE, MUST, NULL, "first day of the activities" },
	{ "to", VOCABULARY_DATE, MUST, NULL, "last day of them" },
	END,
};

static attributes before_start_attributes = {
	{ "count", VOCABULARY_INTEGER, MUST, "1..400", "how many" },
	{ "unit", VOCABULARY_ONE_OF, MUST, CALL_UNITS, "of what" },
	END,
};

static attributes frame_attributes = {
	{ "nok", VOCABULARY_NOK, MAY, NULL, "what the call may give in all, whole kroner; left out when not known" },
	{ "shared-with", VOCABULARY_SCHEME_ID, MAY, NULL,
	    "instead of nok: it gives from the frame of that scheme's call of the same year and round" },
	{ "conditional", VOCABULARY_ONE_OF, MAY, "yes no",
	    "yes: the county council has not granted it yet; the text says so in other words than the usual" },
	END,
};

static attributes earmark_attributes = {
	{ "id", VOCABULARY_REFERENCE, MUST, NULL, "the scheme's earmark: it says whom it is for" },
	{ "share", VOCABULARY_PERCENT, MAY, NULL, "percent of the call's frame that is kept for them" },
	{ "nok", VOCABULARY_NOK, MAY, NULL, "or kroner that are kept for them; 0 for nothing this time" },
	END,
};

static attributes answer_attributes = {
	{ "by", VOCABULARY_DATE, MAY, NULL, "last day of the answer after a deadline" },
	{ "weeks", VOCABULARY_INTEGER, MAY, "1..52", "most weeks from an application came, when handled as they come" },
	END,
};

static attributes extended_attributes = {
	{ "from", VOCABULARY_MOMENT, MUST, NULL, "the deadline that was; closes is the new one" },
	{ "on", VOCABULARY_DATE, MUST, NULL, "the day it was decided" },
	END,
};

static attributes since_attributes = {
	{ "on", VOCABULARY_DATE, MUST, NULL, "from which day" },
	END,
};

static attributes changed_attributes = {
	{ "usual", VOCABULARY_MONTH_DAY, MUST, NULL, "the deadline people are used to" },
	END,
};

static attributes upstream_attributes = {
	{ "body", VOCABULARY_ONE_OF, MUST, CALL_BODIES, "whose deadline" },
	{ "closes", VOCABULARY_DATE, MAY, NULL, "the day, when it is the same for all" },
	END,
};

static const struct vocabulary_element elements[] = {
	{ "calls", TEXTS_NONE, "cycle? usual* contact call+", { calls_attributes }, NULL,
	    "the calls of one scheme: when and how much; how is the scheme's" },
	{ "nb", TEXTS_LEAF, "", { NULL }, NULL, "the text in bokmål" },
	{ "nn", TEXTS_LEAF, "", { NULL }, NULL, "the text in nynorsk" },
	{ "en", TEXTS_LEAF, "", { NULL }, NULL, "the text in English; bokmål is shown without it" },
	{ "cycle", TEXTS_NONE, "", { cycle_attributes }, NULL, "announced every second, third ... year" },
	{ "usual", TEXTS_NONE, "", { usual_attributes }, NULL,
	    "a deadline of ordinary years, told when no call is announced; one for each round" },
	{ "contact", TEXTS_NONE, "", { contact_attributes }, NULL, "who applicants can ask; a call may have its own" },
	{ "call", TEXTS_NONE,
	    "title? covers? before-start? frame? earmark* answer contact? message? extended* changed? on-hold? "
	    "cancelled? "
	    "used-up? upstream*",
	    { call_attributes }, NULL, "one call for applications" },
	{ "title", TEXTS_MUST, "", { NULL }, NULL, "a name for this call: extra call spring 2021" },
	{ "covers", TEXTS_NONE, "", { covers_attributes }, NULL, "when what is supported takes place" },
	{ "before-start", TEXTS_NONE, "", { before_start_attributes }, NULL,
	    "how long before the first day of the form's <period> an application must have come" },
	{ "frame", TEXTS_MAY, "", { frame_attributes }, NULL, "the money of the call" },
	{ "earmark", TEXTS_NONE, "", { earmark_attributes }, NULL,
	    "how much this call keeps under an earmark of the scheme, instead of what the scheme says" },
	{ "answer", TEXTS_NONE, "", { answer_attributes }, NULL, "when applicants have their answer at the latest" },
	{ "message", TEXTS_MUST, "", { NULL }, NULL, "the call's own words to applicants, shown where they begin" },
	{ "extended", TEXTS_MUST, "", { extended_attributes }, NULL, "the deadline was moved, and why" },
	{ "changed", TEXTS_MUST, "", { changed_attributes }, NULL,
	    "why this year's deadline is another than the usual" },
	{ "on-hold", TEXTS_MUST, "", { since_attributes }, NULL,
	    "nobody can apply for the time being, and why; opens and closes are what is planned" },
	{ "cancelled", TEXTS_MUST, "", { since_attributes }, NULL, "the call is called off, and why" },
	{ "used-up", TEXTS_MAY, "", { since_attributes }, NULL,
	    "the money is gone before the last day; known by itself when nothing of the frame is left" },
	{ "upstream", TEXTS_MUST, "", { upstream_attributes }, NULL,
	    "a deadline of another body, which comes before ours, in words" },
};

static const char *const roots[] = { "calls", NULL };

const struct vocabulary call_vocabulary = {
	.elements = elements,
	.n = sizeof(elements) / sizeof(elements[0]),
	.ns = CALL_NS,
	.roots = roots,
	.rng = "conf/call.rng",
	.command = "tilskudd call rng",
};
