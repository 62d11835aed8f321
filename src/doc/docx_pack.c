/* docx_pack.c — parts put in one ZIP file through libzip, dated by the document. */
#include <zip.h>

#include "doc/doc_docx.h"

static bool
part_add(zip_t *archive, const struct docx_part *part, instant made_at)
{
	zip_source_t *source = zip_source_buffer(archive, part->bytes.data, part->bytes.len, 0);
	zip_int64_t index;

	if (source == NULL)
		return (false);
	if ((index = zip_file_add(archive, part->name, source, ZIP_FL_ENC_UTF_8)) < 0) {
		zip_source_free(source);
		return (false);
	}
	return (zip_set_file_compression(archive, (zip_uint64_t)index, ZIP_CM_DEFLATE, 6) == 0 &&
		zip_file_set_mtime(archive, (zip_uint64_t)index, (time_t)(made_at / INSTANT_SECOND), 0) == 0);
}

static bool
source_read(struct buf *out, zip_source_t *source)
{
	char block[8192];
	zip_int64_t n = 0;

	if (zip_source_open(source) != 0)
		return (false);
	while ((n = zip_source_read(source, block, sizeof(block))) > 0)
		buf_add(out, block, (size_t)n);
	zip_source_close(source);
	return (n == 0);
}

static void
free_source(void *object)
{
	zip_source_free(object);
}

enum status
docx_pack(struct buf *out, const struct docx_part *parts, size_t n, instant made_at)
{
	zip_error_t error;
	zip_source_t *source;
	zip_t *archive;
	bool whole = true;

	zip_error_init(&error);
	if ((source = zip_source_buffer_create(NULL, 0, 0, &error)) == NULL)
		return (ERR_IO);
	zip_source_keep(source);
	arena_defer(out->arena, free_source, source);
	if ((archive = zip_open_from_source(source, ZIP_TRUNCATE, &error)) == NULL) {
		zip_source_free(source);
		return (ERR_IO);
	}
	for (size_t i = 0; i < n && whole; i++)
		whole = part_add(archive, &parts[i], made_at);
	if (!whole)
		zip_discard(archive);
	else if (zip_close(archive) != 0) {
		zip_discard(archive);
		whole = false;
	}
	whole = whole && source_read(out, source);
	arena_release(out->arena, source);
	return (whole ? OK : ERR_IO);
}
