/* docx_picture.c — images and QR codes as pictures in the text, with the words for someone who does not see them. */
#include <stdio.h>
#include <string.h>

#include "doc/doc_image.h"
#include "doc/doc_qr.h"
#include "doc/docx_inside.h"
#include "xml/xml_write.h"

const char *
docx_alignment(int align)
{
	return (align >= DOC_ALIGN_RIGHT    ? "<w:jc w:val=\"end\"/>"
		: align == DOC_ALIGN_CENTER ? "<w:jc w:val=\"center\"/>"
					    : "");
}

static const char *
picture_add(struct docx *d, struct buf bytes, const char *type)
{
	if (d->n_pictures == d->picture_room) {
		int more = d->picture_room == 0 ? 4 : d->picture_room * 2;
		struct docx_part *pictures = arena_array(d->arena, (size_t)more, sizeof(*pictures));

		if (d->n_pictures > 0)
			memcpy(pictures, d->pictures, (size_t)d->n_pictures * sizeof(*pictures));
		d->pictures = pictures;
		d->picture_room = more;
	}
	d->pictures[d->n_pictures].bytes = bytes;
	d->pictures[d->n_pictures].name =
	    arena_printf(d->arena, "word/media/picture%d.%s", d->n_pictures + 1, type + strlen("image/"));
	return (d->pictures[d->n_pictures++].name);
}

#define DRAWING "http://schemas.openxmlformats.org/drawingml/2006/"
#define EMU 12700.0 /* a point in the units of drawings */

/* width and height in points */
static void
put_picture(struct docx *d, struct buf bytes, const char *type, const char *alt, double width, double height, int align)
{
	const char *name = picture_add(d, bytes, type);
	int n = d->n_pictures;
	char extent[80];

	snprintf(extent, sizeof(extent), "cx=\"%.0f\" cy=\"%.0f\"", width * EMU, height * EMU);
	buf_printf(&d->links, "<Relationship Id=\"picture%d\" Type=\"" REL "image\" Target=\"%s\"/>", n,
	    name + strlen("word/"));
	buf_printf(d->out,
	    "<w:p><w:pPr>%s</w:pPr><w:r><w:drawing><wp:inline xmlns:wp=\"" DRAWING
	    "wordprocessingDrawing\"><wp:extent %s/><wp:docPr id=\"%d\" name=\"Figure %d\" descr=\"",
	    docx_alignment(align), extent, n, n);
	xml_escape_attribute(d->out, alt);
	buf_printf(d->out,
	    "\"/><a:graphic xmlns:a=\"" DRAWING "main\"><a:graphicData uri=\"" DRAWING
	    "picture\"><pic:pic xmlns:pic=\"" DRAWING "picture\"><pic:nvPicPr><pic:cNvPr id=\"%d\" "
	    "name=\"Figure %d\"/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip r:embed=\"picture%d\"/>"
	    "<a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm><a:off x=\"0\" y=\"0\"/>"
	    "<a:ext %s/></a:xfrm><a:prstGeom prst=\"rect\"><a:avLst/></a:prstGeom></pic:spPr></pic:pic>"
	    "</a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>\n",
	    n, n, n, extent);
}

enum status
docx_image(struct docx *d, const struct doc_figure *figure)
{
	struct doc_image image;
	enum status st = doc_image_read(&image, d->arena, figure->image);

	if (st != OK)
		d->report->problem = doc_image_problem(d->arena, figure->image);
	else
		put_picture(d, image.bytes, doc_image_type(&image), figure->alt == NULL ? "" : figure->alt,
		    figure->width, figure->width * image.height / image.width, figure->image_style->align);
	return (st);
}

enum status
docx_code(struct docx *d, const struct doc_figure *figure)
{
	struct buf bytes = buf_new(d->arena);
	enum status st = doc_qr_png(&bytes, d->arena, figure->code);

	if (st != OK)
		d->report->problem = doc_qr_problem(d->arena, figure->code);
	else
		put_picture(d, bytes, "image/png", doc_qr_alt(d->arena, figure), figure->width, figure->width,
		    figure->image_style->align);
	return (st);
}
