/* pdf_about.c — what the file says about itself: title, language, dates, colours, and the standards it follows. */
#include "doc/pdf_inside.h"
#include "xml/xml_write.h"

#define PRODUCER "Tilskudd"

/* UTC in both places, so that the two say the same. */
static const char *
date_in(struct pdf *pdf, instant at, const char *format)
{
	int64_t seconds = at / INSTANT_SECOND;
	struct date day = date_from_days(seconds >= 0 ? seconds / 86400 : (seconds - 86399) / 86400);
	int second = (int)(seconds - date_days(day) * 86400);

	return (arena_printf(
	    pdf->arena, format, day.year, day.month, day.day, second / 3600, second / 60 % 60, second % 60));
}

static void
put_element(struct buf *xmp, const char *open, const char *text, const char *close)
{
	buf_puts(xmp, open);
	xml_escape_text(xmp, text);
	buf_puts(xmp, close);
}

/* PDF/A wants every property outside the standard sets described; pdfuaid is the only one. */
static const char extension[] =
    "<rdf:Description rdf:about=\"\" xmlns:pdfaExtension=\"http://www.aiim.org/pdfa/ns/extension/\""
    " xmlns:pdfaSchema=\"http://www.aiim.org/pdfa/ns/schema#\""
    " xmlns:pdfaProperty=\"http://www.aiim.org/pdfa/ns/property#\"><pdfaExtension:schemas><rdf:Bag>"
    "<rdf:li rdf:parseType=\"Resource\"><pdfaSchema:schema>PDF/UA Universal Accessibility Schema</pdfaSchema:schema>"
    "<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>"
    "<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix><pdfaSchema:property><rdf:Seq>"
    "<rdf:li rdf:parseType=\"Resource\"><pdfaProperty:name>part</pdfaProperty:name>"
    "<pdfaProperty:valueType>Integer</pdfaProperty:valueType>"
    "<pdfaProperty:category>internal</pdfaProperty:category>"
    "<pdfaProperty:description>Part of ISO 14289 followed</pdfaProperty:description></rdf:li></rdf:Seq>"
    "</pdfaSchema:property></rdf:li></rdf:Bag></pdfaExtension:schemas></rdf:Description>\n";

static void
put_xmp(struct buf *xmp, struct pdf *pdf, const struct pdf_about *about)
{
	const char *made = date_in(pdf, about->made_at, "%04d-%02d-%02dT%02d:%02d:%02dZ");

	buf_puts(xmp,
	    "<?xpacket begin=\"\xEF\xBB\xBF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n<x:xmpmeta xmlns:x=\"adobe:ns:meta/\">"
	    "<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">\n<rdf:Description rdf:about=\"\""
	    " xmlns:dc=\"http://purl.org/dc/elements/1.1/\" xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\""
	    " xmlns:pdf=\"http://ns.adobe.com/pdf/1.3/\" xmlns:pdfaid=\"http://www.aiim.org/pdfa/ns/id/\""
	    " xmlns:pdfuaid=\"http://www.aiim.org/pdfua/ns/id/\">\n<dc:format>application/pdf</dc:format>\n");
	put_element(xmp, "<dc:title><rdf:Alt><rdf:li xml:lang=\"x-default\">", about->title,
	    "</rdf:li></rdf:Alt></dc:title>\n");
	if (about->author != NULL)
		put_element(xmp, "<dc:creator><rdf:Seq><rdf:li>", about->author, "</rdf:li></rdf:Seq></dc:creator>\n");
	put_element(xmp, "<dc:language><rdf:Bag><rdf:li>", about->language, "</rdf:li></rdf:Bag></dc:language>\n");
	put_element(xmp, "<xmp:CreateDate>", made, "</xmp:CreateDate>\n");
	put_element(xmp, "<xmp:ModifyDate>", made, "</xmp:ModifyDate>\n");
	buf_puts(xmp,
	    "<pdf:Producer>" PRODUCER "</pdf:Producer>\n<pdfaid:part>2</pdfaid:part>\n"
	    "<pdfaid:conformance>A</pdfaid:conformance>\n<pdfuaid:part>1</pdfuaid:part>\n</rdf:Description>\n");
	buf_puts(xmp, extension);
	buf_puts(xmp, "</rdf:RDF></x:xmpmeta>\n<?xpacket end=\"w\"?>");
}

static void
add_information(struct pdf *pdf, const struct pdf_about *about)
{
	const char *made = date_in(pdf, about->made_at, "D:%04d%02d%02d%02d%02d%02dZ");
	HPDF_MMgr memory = pdf->haru->mmgr;

	HPDF_Dict_Add(pdf->haru->info, "Title", pdf_text_object(pdf, about->title));
	if (about->author != NULL)
		HPDF_Dict_Add(pdf->haru->info, "Author", pdf_text_object(pdf, about->author));
	HPDF_Dict_Add(pdf->haru->info, "Producer", HPDF_String_New(memory, PRODUCER, NULL));
	HPDF_Dict_Add(pdf->haru->info, "CreationDate", HPDF_String_New(memory, made, NULL));
	HPDF_Dict_Add(pdf->haru->info, "ModDate", HPDF_String_New(memory, made, NULL));
}

static void
add_output_intent(struct pdf *pdf)
{
	HPDF_MMgr memory = pdf->haru->mmgr;
	HPDF_Dict profile = HPDF_DictStream_New(memory, pdf->haru->xref), intent;
	HPDF_Array intents;
	struct buf bytes = buf_new(pdf->arena);

	pdf_profile(&bytes);
	profile->filter = HPDF_STREAM_FILTER_FLATE_DECODE;
	HPDF_Dict_AddNumber(profile, "N", 3);
	pdf_put_stream(profile->stream, &bytes);
	intent = HPDF_Dict_New(memory);
	intents = HPDF_Array_New(memory);
	HPDF_Xref_Add(pdf->haru->xref, intent);
	HPDF_Dict_AddName(intent, "Type", "OutputIntent");
	HPDF_Dict_AddName(intent, "S", "GTS_PDFA1");
	HPDF_Dict_Add(intent, "OutputConditionIdentifier", HPDF_String_New(memory, "sRGB IEC61966-2.1", NULL));
	HPDF_Dict_Add(intent, "Info", HPDF_String_New(memory, "sRGB IEC61966-2.1", NULL));
	HPDF_Dict_Add(intent, "DestOutputProfile", profile);
	HPDF_Array_Add(intents, intent);
	HPDF_Dict_Add(pdf->haru->catalog, "OutputIntents", intents);
}

void
pdf_about_finish(struct pdf *pdf, const struct pdf_about *about)
{
	HPDF_MMgr memory = pdf->haru->mmgr;
	HPDF_Dict metadata = HPDF_DictStream_New(memory, pdf->haru->xref), viewer;
	struct buf xmp = buf_new(pdf->arena);

	put_xmp(&xmp, pdf, about);
	/* Uncompressed, so that any program finds it. */
	HPDF_Dict_AddName(metadata, "Type", "Metadata");
	HPDF_Dict_AddName(metadata, "Subtype", "XML");
	pdf_put_stream(metadata->stream, &xmp);
	HPDF_Dict_Add(pdf->haru->catalog, "Metadata", metadata);
	HPDF_Dict_Add(pdf->haru->catalog, "Lang", HPDF_String_New(memory, about->language, NULL));
	viewer = HPDF_Dict_New(memory);
	HPDF_Dict_AddBoolean(viewer, "DisplayDocTitle", HPDF_TRUE);
	HPDF_Dict_Add(pdf->haru->catalog, "ViewerPreferences", viewer);
	add_information(pdf, about);
	add_output_intent(pdf);
}
