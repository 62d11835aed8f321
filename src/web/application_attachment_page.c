/* application_attachment_page.c — a file that lies beside the answers, as a download: never shown as a page of ours. */
#include "flow/draft_flow.h"
#include "web/page.h"

enum status
attachment_show(struct ctx *ctx)
{
	struct application_file file;
	const void *bytes;
	int64_t id, attachment;
	enum status st;

	if ((st = path_id(&id, ctx, "id")) != OK || (st = path_id(&attachment, ctx, "attachment")) != OK ||
	    (st = application_file(&file, &bytes, ctx, id, attachment)) != OK)
		return (st);
	return (page_download(ctx, file.media_type, bytes, (size_t)file.size, file.file_name));
}
