// styles.mjs — every class that our stylesheets speak of is one that a page, a script or a document has.
import { files, lineOf, read, tell } from '../lib/source.mjs';

const pages = [...files('assets/html', /\.html$/), ...files('assets/js', /\.js$/), ...files('assets/error'), ...files('src', /\.c$/)]
	.map(read)
	.join('\n');
// A document's web twin gives each block its template's class behind "doc-".
const documents = files('pdf-templates', /\.xml$/).map(read).join('\n');
const has = (name) =>
	new RegExp(`(?<![\\w-])${name}(?![\\w-])`).test(pages) ||
	(name.startsWith('doc-') && new RegExp(`(?<![\\w-])${name.slice(4)}(?![\\w-])`).test(documents));

const unknown = [];
for (const path of files('assets/css', /\.css$/)) {
	const text = read(path).replace(/\/\*[^]*?\*\//g, (comment) => comment.replace(/[^\n]/g, ' '));
	for (const rule of text.matchAll(/([^{};]+)\{/g)) {
		for (const [, name] of rule[1].matchAll(/\.([a-zA-Z][\w-]*)/g)) {
			// Designsystemet's own classes come from its parts.
			if (!name.startsWith('ds-') && !has(name)) {
				unknown.push(`${path}:${lineOf(text, rule.index)}: .${name}`);
			}
		}
	}
}
tell('every class in the stylesheets is used', unknown);
