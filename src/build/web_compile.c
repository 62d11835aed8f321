/*
 * web_compile.c — compiles page templates and PO files into C while the system is built.
 *
 *   web_compile --html assets/html --locale assets/locale --out build/gen [--draft]
 *   web_compile --locale assets/locale --out build/gen     texts.c alone: the texts C code asks for
 *   web_compile --locale assets/locale --sources src       checks that every tr("...") in C has its translations
 *
 * A template assets/html/x.html becomes html_x.h with struct html_x, and html_x.c with
 *   void html_x(struct buf *out, const struct page_view *page, const struct html_x *view);
 * --draft lets texts without translation through with a warning, for use while a page is being written.
 *
 * The template language
 *   {{key}}            prints a text, escaped for its place (const char *; NULL prints nothing)
 *   {{@key}}           the same from the page's common data (web/page_view.h)
 *   {{../key}}         from one list further out
 *   {{=key}}           prints a struct safe_html as it is: only what a template or a document's HTML twin wrote
 *   {{#list}} ... {{/list}}      for each row; inside, keys are the row's (struct html_x_list; fields list and n_list)
 *   {{^list}} ... {{/list}}      when there are no rows
 *   {{?key}} ... {{/key}}        when the flag is set, the text is not empty, the list has rows
 *   {{!key}} ... {{/key}}        when not; the key is a bool unless it is printed somewhere too
 *   {{n_list}}         how many rows the list has
 *   {{>part_y}}        includes part_y.html; the field part_y is a struct html_part_y
 *   {{>part_y name}}   the same under another name, for the second of a kind
 *   {{#list>part_y}}   the part once for each row of list (const struct html_part_y *; no end)
 *   {{<piece_z}}       the text of piece_z.html, as if it stood here: the same keys (a piece is no template of its own)
 *   {{t "Fra {from} til {@title}"}}             a text in the reader's language; {keys} are printed escaped
 *   {{tn count "Én søknad" "{count} søknader"}} singular and plural; count is an int64_t, or n_list
 *   {{@content}}       once in layout.html: gives html_layout_top() and html_layout_bottom()
 *
 * Keys may stand in text and in quoted attribute values. In href, src, action and formaction a key at the start is
 * checked against the schemes allowed (/, ?, #, https, mailto, tel), a key after a beginning of ours is
 * percent-encoded. Names of tags and attributes, unquoted values, comments, scripts and styles take no keys. A section
 * holds whole tags or whole attributes: <option value="{{value}}" {{?selected}}selected{{/selected}}> Every tag that is
 * opened is closed in the same section. Comments and indentation are left out of the page.
 */
#include <getopt.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "build/build_file.h"
#include "build/build_report.h"
#include "build/html_template.h"
#include "build/po_catalogue.h"
#include "build/source_texts.h"

struct options {
	const char *html, *locale, *out, *sources;
	bool draft;
};

static struct template *
templates_read(struct arena *arena, const char *folder)
{
	struct template *first = NULL, **tail = &first;
	size_t n;
	char **names = folder_names(arena, folder, ".html", &n);

	for (size_t i = 0; names != NULL && i < n; i++) {
		const char *path = arena_printf(arena, "%s/%s", folder, names[i]);
		size_t len;
		char *text = strncmp(names[i], "piece_", 6) == 0 ? NULL : file_read(arena, path, &len);
		const char *name = arena_strndup(arena, names[i], strlen(names[i]) - strlen(".html"));

		if (text == NULL || (*tail = template_parse(arena, path, name, text, len)) == NULL)
			continue;
		tail = &(*tail)->next;
	}
	return (first);
}

static bool
templates_check(struct arena *arena, struct template *all, struct po_catalogue *catalogue, bool draft)
{
	bool good = true;

	for (struct template *one = all; one != NULL; one = one->next)
		good &= template_check(all, one);
	for (struct template *one = all; one != NULL; one = one->next)
		good &= template_translate(arena, one, catalogue, draft);
	return (good);
}

static bool
texts_compile(struct po_catalogue *catalogue, struct arena *arena, const struct options *options)
{
	return (po_catalogue_read(catalogue, arena, options->locale) && folder_make(arena, options->out) &&
		po_catalogue_emit(arena, catalogue, options->out));
}

static bool
compile(struct arena *arena, const struct options *options)
{
	struct po_catalogue catalogue;
	struct template *all;

	if (!texts_compile(&catalogue, arena, options))
		return (false);
	if (options->html == NULL)
		return (true);
	all = templates_read(arena, options->html);
	if (build_errors() > 0 || !templates_check(arena, all, &catalogue, options->draft))
		return (false);
	for (const struct template *one = all; one != NULL; one = one->next)
		if (!template_emit(arena, one, options->out))
			return (false);
	return (template_emit_all(arena, all, options->out));
}

static bool
sources_check(struct arena *arena, const struct options *options)
{
	struct po_catalogue catalogue;

	return (po_catalogue_read(&catalogue, arena, options->locale) &&
		source_texts_check(arena, &catalogue, options->sources));
}

static int
usage(FILE *to)
{
	fputs("Usage: web_compile [--html FOLDER] --locale FOLDER --out FOLDER [--draft]\n"
	      "       web_compile --locale FOLDER --sources FOLDER\n"
	      "Compiles page templates and translations to C, or checks the texts in C code.\n",
	    to);
	return (to == stdout ? 0 : 2);
}

static bool
options_read(struct options *options, int argc, char **argv)
{
	static const struct option known[] = { { "html", required_argument, NULL, 'h' },
		{ "locale", required_argument, NULL, 'l' }, { "out", required_argument, NULL, 'o' },
		{ "sources", required_argument, NULL, 's' }, { "draft", no_argument, NULL, 'd' },
		{ "help", no_argument, NULL, '?' }, { NULL, 0, NULL, 0 } };
	int c;

	while ((c = getopt_long(argc, argv, "", known, NULL)) != -1)
		switch (c) {
		case 'h':
			options->html = optarg;
			break;
		case 'l':
			options->locale = optarg;
			break;
		case 'o':
			options->out = optarg;
			break;
		case 's':
			options->sources = optarg;
			break;
		case 'd':
			options->draft = true;
			break;
		default:
			return (false);
		}
	return (options->locale != NULL && optind == argc && (options->sources != NULL || options->out != NULL));
}

int
main(int argc, char **argv)
{
	struct options options = { 0 };
	struct arena *arena;
	bool good;

	if (argc == 2 && strcmp(argv[1], "--help") == 0)
		return (usage(stdout));
	if (!options_read(&options, argc, argv))
		return (usage(stderr));
	arena = arena_new(0);
	good = options.sources != NULL ? sources_check(arena, &options) : compile(arena, &options);
	if (!good)
		fprintf(stderr, "web_compile: %d error%s\n", build_errors(), build_errors() == 1 ? "" : "s");
	arena_free(arena);
	return (good ? 0 : 1);
}
