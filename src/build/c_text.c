/* c_text.c — writing C string literals. */
#include "build/c_text.h"

enum { PIECE_BYTES = 90 };

static void
c_char(struct buf *out, unsigned char c)
{
	switch (c) {
	case '\n':
		buf_puts(out, "\\n");
		return;
	case '\t':
		buf_puts(out, "\\t");
		return;
	case '"':
	case '\\':
		buf_putc(out, '\\');
		buf_putc(out, (char)c);
		return;
	default:
		if (c < 0x20 || c == 0x7f)
			buf_printf(out, "\\%03o", c);
		else
			buf_putc(out, (char)c);
	}
}

void
c_string(struct buf *out, const char *text, size_t len, int indent)
{
	size_t since = 0;

	buf_putc(out, '"');
	for (size_t i = 0; i < len; i++) {
		unsigned char c = (unsigned char)text[i];

		/* Never cut inside a UTF-8 sequence. */
		if (since >= PIECE_BYTES && (c & 0xc0) != 0x80) {
			buf_puts(out, "\"\n");
			for (int tab = 0; tab < indent; tab++)
				buf_putc(out, '\t');
			buf_putc(out, '"');
			since = 0;
		}
		c_char(out, c);
		since++;
	}
	buf_putc(out, '"');
}
