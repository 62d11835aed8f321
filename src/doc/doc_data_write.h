/* doc_data_write.h — writes a template's data as XML, to try templates with what a case really holds. */
#ifndef DOC_DOC_DATA_WRITE_H
#define DOC_DOC_DATA_WRITE_H

#include "core/buf.h"
#include "doc/doc_data.h"

/* Appends what doc_data_read() reads, one value a line. */
void doc_data_write(struct buf *out, const struct doc_data *data);

#endif
