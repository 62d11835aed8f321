/* aid_limit_file.h — reads conf/limits.xml. */
#ifndef FLOW_AID_LIMIT_FILE_H
#define FLOW_AID_LIMIT_FILE_H

#include "domain/aid_limit.h"
#include "xml/xml_read.h"

#define AID_LIMITS_NS "urn:tilskudd:limits:1"

/*
 * out:     arena; untouched unless OK
 * error:   filled in unless OK; says what to do
 * returns: OK; ERR_IO when the file cannot be read; ERR_INVALID when something is missing or wrong in it
 */
enum status
aid_limits_read(struct aid_limits **out, struct xml_error *error, struct arena *arena, const char *path) MUST_CHECK;

/* Reads the file below home and lets the process use it; what is wrong is logged. */
enum status aid_limits_load(struct arena *arena, const char *home) MUST_CHECK;

#endif
