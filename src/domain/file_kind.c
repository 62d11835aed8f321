/* file_kind.c — signatures, and a look into the first entries of zip containers. */
#include "domain/file_kind.h"

#include <string.h>
#include <strings.h>

#include "core/text.h"

static const struct {
	enum attachment_kind kind;
	const char *code;
} kinds[] = {
	{ ATTACH_PDF, "pdf" },
	{ ATTACH_IMAGE, "image" },
	{ ATTACH_DOCUMENT, "document" },
	{ ATTACH_SPREADSHEET, "spreadsheet" },
};

#define KINDS (sizeof(kinds) / sizeof(kinds[0]))

const char *
attachment_kind_code(enum attachment_kind kind)
{
	for (size_t i = 0; i < KINDS; i++)
		if (kinds[i].kind == kind)
			return (kinds[i].code);
	return ("");
}

bool
attachment_kind_parse(enum attachment_kind *kind, const char *code)
{
	for (size_t i = 0; i < KINDS; i++)
		if (text_equal(kinds[i].code, code)) {
			*kind = kinds[i].kind;
			return (true);
		}
	return (false);
}

struct signature {
	size_t offset;
	const char *bytes;
	size_t len;
	enum attachment_kind kind;
	const char *media_type;
};

#define AT(o, s) (o), (s), sizeof(s) - 1

static const struct signature signatures[] = {
	{ AT(0, "%PDF-"), ATTACH_PDF, "application/pdf" },
	{ AT(0, "\x89PNG\r\n\x1a\n"), ATTACH_IMAGE, "image/png" },
	{ AT(0, "\xff\xd8\xff"), ATTACH_IMAGE, "image/jpeg" },
	/* What phones write: single pictures, bursts and live pictures (ISO/IEC 23008-12, annex B). */
	{ AT(4, "ftypheic"), ATTACH_IMAGE, "image/heic" },
	{ AT(4, "ftypheix"), ATTACH_IMAGE, "image/heic" },
	{ AT(4, "ftypheim"), ATTACH_IMAGE, "image/heic" },
	{ AT(4, "ftypheis"), ATTACH_IMAGE, "image/heic" },
	{ AT(4, "ftyphevc"), ATTACH_IMAGE, "image/heic" },
	{ AT(4, "ftyphevx"), ATTACH_IMAGE, "image/heic" },
	{ AT(4, "ftypmif1"), ATTACH_IMAGE, "image/heif" },
	{ AT(4, "ftypmsf1"), ATTACH_IMAGE, "image/heif" },
	/* OpenDocument puts its media type first, uncompressed (ODF 1.2 part 3, 3.3). */
	{ AT(30, "mimetypeapplication/vnd.oasis.opendocument.text"), ATTACH_DOCUMENT,
	    "application/vnd.oasis.opendocument.text" },
	{ AT(30, "mimetypeapplication/vnd.oasis.opendocument.spreadsheet"), ATTACH_SPREADSHEET,
	    "application/vnd.oasis.opendocument.spreadsheet" },
};

static bool
matches(const struct signature *s, const unsigned char *bytes, size_t len)
{
	return (len >= s->offset + s->len && memcmp(bytes + s->offset, s->bytes, s->len) == 0);
}

/* Office Open XML names its parts in the zip's directory, which lies at the end of the file. */
static bool
zip_names(const unsigned char *bytes, size_t len, const char *part)
{
	return (memmem(bytes, len, part, strlen(part)) != NULL);
}

enum status
file_kind_of(enum attachment_kind *kind, const char **media_type, const void *content, size_t len)
{
	const unsigned char *bytes = content;

	for (size_t i = 0; i < sizeof(signatures) / sizeof(signatures[0]); i++)
		if (matches(&signatures[i], bytes, len)) {
			*kind = signatures[i].kind;
			*media_type = signatures[i].media_type;
			return (OK);
		}
	if (len < 4 || memcmp(bytes, "PK\x03\x04", 4) != 0 || !zip_names(bytes, len, "[Content_Types].xml"))
		return (ERR_INVALID);
	if (zip_names(bytes, len, "word/document.xml")) {
		*kind = ATTACH_DOCUMENT;
		*media_type = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
		return (OK);
	}
	if (zip_names(bytes, len, "xl/workbook.xml")) {
		*kind = ATTACH_SPREADSHEET;
		*media_type = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
		return (OK);
	}
	return (ERR_INVALID);
}

#define NAME_CHARACTERS 120

/*
 * What files of a media type are called. A PDF may be a program as well, to a machine that goes by its name; the first
 * ending is put behind a name with another one.
 */
static const struct {
	const char *media_type, *endings[4];
} named[] = {
	{ "application/pdf", { ".pdf" } },
	{ "image/png", { ".png" } },
	{ "image/jpeg", { ".jpg", ".jpeg", ".jfif" } },
	{ "image/heic", { ".heic", ".heif", ".hif" } },
	{ "image/heif", { ".heif", ".heic", ".hif" } },
	{ "application/vnd.oasis.opendocument.text", { ".odt" } },
	{ "application/vnd.oasis.opendocument.spreadsheet", { ".ods" } },
	{ "application/vnd.openxmlformats-officedocument.wordprocessingml.document", { ".docx" } },
	{ "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", { ".xlsx" } },
	{ FILE_OF_WORDS, { ".txt" } },
};

/* Whether a name ends with the ending, and has something in front of it. */
static bool
ends_with(const char *name, const char *ending)
{
	size_t len = strlen(name), end = strlen(ending);

	return (len > end && strcasecmp(name + len - end, ending) == 0);
}

/* The ending a name lacks; "" when it has one of those its media type has. */
static const char *
ending_lacked(const char *name, const char *media_type)
{
	for (size_t i = 0; i < sizeof(named) / sizeof(named[0]); i++) {
		if (strcmp(named[i].media_type, media_type) != 0)
			continue;
		for (const char *const *ending = named[i].endings; *ending != NULL; ending++)
			if (ends_with(name, *ending))
				return ("");
		return (named[i].endings[0]);
	}
	return ("");
}

/* What no name needs: control characters, those that file systems refuse, and those that turn the text around. */
static bool
does_harm(uint32_t cp)
{
	if (cp < 0x80)
		return (cp < 0x20 || cp == 0x7f || strchr("\"<>|:*?", (int)cp) != NULL);
	return (cp == 0xfffd || cp == 0x061c || cp == 0x200e || cp == 0x200f || (cp >= 0x202a && cp <= 0x202e) ||
		(cp >= 0x2066 && cp <= 0x2069));
}

static const char *
base_of(const char *name)
{
	const char *base = name;

	for (const char *at = name; *at != '\0'; at++)
		if (*at == '/' || *at == '\\')
			base = at + 1;
	return (base);
}

const char *
file_name_clean(struct arena *arena, const char *name, const char *media_type)
{
	const char *at = base_of(name), *end = at + strlen(at);
	char *out = arena_alloc(arena, strlen(at) + 1);
	size_t n = 0, len = 0;

	while (at < end && n < NAME_CHARACTERS) {
		const char *from = at;

		if (does_harm(text_next(&at, end)))
			continue;
		memcpy(out + len, from, (size_t)(at - from));
		len += (size_t)(at - from);
		n++;
	}
	out[len] = '\0';
	if (text_blank(out))
		out = arena_strdup(arena, "vedlegg");
	return (arena_printf(arena, "%s%s", out, ending_lacked(out, media_type)));
}
