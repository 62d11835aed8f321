/* pdf_write.c — the file: streams compressed one by one, all other objects packed together, found by an XRef stream. */
#include <libdeflate.h>
#include <string.h>

#include "core/crypto.h"
#include "doc/pdf_inside.h"

#define OBJECTS_A_STREAM 200

enum entry_kind { ENTRY_FREE, ENTRY_PLAIN, ENTRY_PACKED, ENTRY_UNUSED };

struct entry {
	uint8_t kind;   /* enum entry_kind */
	uint16_t index; /* ENTRY_PACKED: place in its object stream */
	uint32_t where; /* ENTRY_PLAIN: byte; ENTRY_PACKED: the stream's number */
};

struct file {
	struct buf *out;
	struct pdf *pdf;
	size_t start; /* of the file in out */
	struct entry *entries;
	unsigned count, next;        /* libharu's objects; next free number */
	HPDF_Stream printer;         /* prints into sink */
	struct buf sink, raw, small; /* what is printed; a stream before and after compression */
	struct buf head, body;       /* of the object stream being filled */
	unsigned packed, pack_number;
};

static HPDF_STATUS
print(HPDF_Stream stream, const HPDF_BYTE *bytes, HPDF_UINT len)
{
	buf_add(stream->attr, bytes, len);
	return (HPDF_OK);
}

static void
deflate_to(struct file *f, struct buf *out, const struct buf *bytes, enum doc_deflate how)
{
	struct libdeflate_compressor *compressor = doc_fonts_compressor(f->pdf->fonts, how);
	size_t bound = libdeflate_zlib_compress_bound(compressor, bytes->len);

	buf_reserve(out, bound);
	out->len += libdeflate_zlib_compress(compressor, buf_text(bytes), bytes->len, out->data + out->len, bound);
}

static void
object_begin(struct file *f, unsigned number)
{
	f->entries[number] = (struct entry){ .kind = ENTRY_PLAIN, .where = (uint32_t)(f->out->len - f->start) };
	pdf_put_int(f->out, number);
	BUF_LIT(f->out, " 0 obj\n<<");
}

static void
stream_end(struct file *f, const struct buf *bytes)
{
	BUF_LIT(f->out, "/Length ");
	pdf_put_int(f->out, (long)bytes->len);
	BUF_LIT(f->out, ">>\nstream\n");
	buf_add(f->out, bytes->data, bytes->len);
	BUF_LIT(f->out, "\nendstream\nendobj\n");
}

static void
pack_end(struct file *f)
{
	if (f->packed == 0)
		return;
	f->raw.len = f->small.len = 0;
	buf_add(&f->raw, f->head.data, f->head.len);
	buf_add(&f->raw, f->body.data, f->body.len);
	deflate_to(f, &f->small, &f->raw, DOC_DEFLATE_QUICK);
	object_begin(f, f->pack_number);
	buf_printf(f->out, "/Type/ObjStm/N %u/First %zu/Filter/FlateDecode", f->packed, f->head.len);
	stream_end(f, &f->small);
	f->head.len = f->body.len = 0;
	f->packed = 0;
}

static void
pack(struct file *f, unsigned number, void *object)
{
	if (f->packed == 0)
		f->pack_number = f->next++;
	f->entries[number] =
	    (struct entry){ .kind = ENTRY_PACKED, .where = f->pack_number, .index = (uint16_t)f->packed++ };
	pdf_put_int(&f->head, number);
	buf_putc(&f->head, ' ');
	pdf_put_int(&f->head, (long)f->body.len);
	buf_putc(&f->head, ' ');
	f->sink.len = 0;
	HPDF_Obj_WriteValue(object, f->printer, NULL);
	buf_add(&f->body, f->sink.data, f->sink.len);
	buf_putc(&f->body, '\n');
	if (f->packed == OBJECTS_A_STREAM)
		pack_end(f);
}

/* libharu keeps a stream's length in an object of its own; we write the number itself. */
static void
drop_length(struct file *f, HPDF_Dict dict)
{
	HPDF_Obj_Header *length = HPDF_Dict_GetItem(dict, "Length", HPDF_OCLASS_NUMBER);
	unsigned number = length == NULL ? 0 : length->obj_id & 0x00FFFFFF;

	if (length != NULL && (length->obj_id & HPDF_OTYPE_INDIRECT) != 0 && number < f->count)
		f->entries[number].kind = ENTRY_UNUSED;
}

/* What a page shows says nothing of itself but its length; fonts, pictures and profiles do. */
static bool
is_page(HPDF_Dict dict)
{
	for (HPDF_UINT i = 0; i < dict->list->count; i++) {
		HPDF_DictElement element = HPDF_List_ItemAt(dict->list, i);

		if (strcmp(element->key, "Length") != 0 && strcmp(element->key, "Filter") != 0)
			return (false);
	}
	return (true);
}

static void
write_stream(struct file *f, unsigned number, HPDF_Dict dict)
{
	f->raw.len = f->small.len = 0;
	for (HPDF_UINT i = 0; i < HPDF_MemStream_GetBufCount(dict->stream); i++) {
		HPDF_UINT len;
		const HPDF_BYTE *chunk = HPDF_MemStream_GetBufPtr(dict->stream, i, &len);

		buf_add(&f->raw, chunk, len);
	}
	object_begin(f, number);
	f->sink.len = 0;
	for (HPDF_UINT i = 0; i < dict->list->count; i++) {
		HPDF_DictElement element = HPDF_List_ItemAt(dict->list, i);

		if (strcmp(element->key, "Length") == 0)
			continue;
		HPDF_Stream_WriteEscapeName(f->printer, element->key);
		HPDF_Stream_WriteChar(f->printer, ' ');
		HPDF_Obj_Write(element->value, f->printer, NULL);
	}
	buf_add(f->out, f->sink.data, f->sink.len);
	if ((dict->filter & HPDF_STREAM_FILTER_FLATE_DECODE) == 0) {
		stream_end(f, &f->raw);
		return;
	}
	deflate_to(f, &f->small, &f->raw, is_page(dict) ? DOC_DEFLATE_QUICK : DOC_DEFLATE_TIGHT);
	BUF_LIT(f->out, "/Filter/FlateDecode");
	stream_end(f, &f->small);
}

static void
write_objects(struct file *f)
{
	HPDF_Xref xref = f->pdf->haru->xref;

	for (unsigned i = 1; i < f->count; i++) {
		HPDF_Dict dict = ((HPDF_XrefEntry)HPDF_List_ItemAt(xref->entries, i))->obj;

		if ((dict->header.obj_class & HPDF_OCLASS_ANY) == HPDF_OCLASS_DICT && dict->stream != NULL)
			drop_length(f, dict);
	}
	for (unsigned i = 1; i < f->count; i++) {
		HPDF_Dict dict = ((HPDF_XrefEntry)HPDF_List_ItemAt(xref->entries, i))->obj;

		if (f->entries[i].kind == ENTRY_UNUSED)
			continue;
		if ((dict->header.obj_class & HPDF_OCLASS_ANY) == HPDF_OCLASS_DICT && dict->stream != NULL)
			write_stream(f, i, dict);
		else
			pack(f, i, dict);
	}
	pack_end(f);
}

static void
put_big(struct buf *out, uint32_t value, int bytes)
{
	while (bytes-- > 0)
		buf_putc(out, (char)(value >> 8 * bytes));
}

/* The file's id is of all that stands in it, so that the same document is the same file. */
static void
write_xref(struct file *f)
{
	unsigned number = f->next++;
	size_t where = f->out->len - f->start;
	const char *id = crypto_fingerprint(f->pdf->arena, f->out->data + f->start, where);
	struct buf table = buf_new(f->pdf->arena), small = buf_new(f->pdf->arena);

	object_begin(f, number);
	for (unsigned i = 0; i < f->next; i++) {
		const struct entry *entry = &f->entries[i];
		bool used = entry->kind == ENTRY_PLAIN || entry->kind == ENTRY_PACKED;

		put_big(&table, used ? entry->kind : 0, 1);
		put_big(&table, used ? entry->where : 0, 4);
		/* Those no object has are never to be given out: ISO 32000-1, 7.5.4. */
		put_big(&table, used ? entry->index : 65535, 2);
	}
	deflate_to(f, &small, &table, DOC_DEFLATE_TIGHT);
	buf_printf(f->out, "/Type/XRef/Size %u/W[1 4 2]/Root ", f->next);
	pdf_put_ref(f->out, f->pdf->haru->catalog);
	BUF_LIT(f->out, "/Info ");
	pdf_put_ref(f->out, f->pdf->haru->info);
	buf_printf(f->out, "/ID[<%s><%s>]/Filter/FlateDecode", id, id);
	stream_end(f, &small);
	buf_printf(f->out, "startxref\n%zu\n%%%%EOF\n", where);
}

static void
free_printer(void *object)
{
	HPDF_Stream_Free(object);
}

void
pdf_write(struct buf *out, struct pdf *pdf)
{
	struct arena *arena = pdf->arena;
	struct file f = { .out = out, .pdf = pdf, .start = out->len };

	f.count = f.next = pdf->haru->xref->entries->count;
	f.entries = arena_array(arena, f.count + f.count / OBJECTS_A_STREAM + 4, sizeof(*f.entries));
	f.sink = buf_new(arena);
	f.raw = buf_new(arena);
	f.small = buf_new(arena);
	f.head = buf_new(arena);
	f.body = buf_new(arena);
	f.printer = HPDF_CallbackWriter_New(pdf->haru->mmgr, (HPDF_Stream_Write_Func)print, &f.sink);
	if (f.printer == NULL) {
		pdf->failed = true;
		return;
	}
	arena_defer(arena, free_printer, f.printer);
	BUF_LIT(out, "%PDF-1.7\n%\xB5\xED\xAE\xFB\n");
	write_objects(&f);
	write_xref(&f);
	arena_release(arena, f.printer);
}
