// layers.mjs — dependencies point down only: the table of design, section 2, held against every #include.
import { basename } from 'node:path';
import { files, lineOf, read, tell, withoutComments } from '../lib/source.mjs';

const below = {
	core: [],
	xml: ['core'],
	scheme: ['core', 'xml'],
	domain: ['core', 'scheme'],
	doc: ['core', 'xml'],
	db: ['core', 'domain', 'scheme'],
	flow: ['core', 'xml', 'scheme', 'domain', 'doc', 'db'],
	outside: ['core', 'flow'],
	web: ['core', 'domain', 'scheme', 'flow', 'gen'],
	cli: ['core', 'xml', 'scheme', 'domain', 'doc', 'flow'],
	jobs: ['core', 'flow', 'cli'],
	build: ['core'],
};

// The doors hand the database and the clients of other systems to the flows.
const doors = [/^src\/cli\//, /^src\/jobs\//, /^src\/web\/page\.c$/, /^src\/web\/web_start\.c$/];
const handedIn = ['db', 'outside'];

// Who alone may include what comes from outside.
const owners = [
	[/^(utf8proc|sodium)\.h$/, /^src\/core\//],
	[/^libxml\//, /^src\/xml\//],
	[/^(hpdf|hb|hb-.*|fribidi|fribidi\/.*|libdeflate|png|turbojpeg|qrencode|hyphen|zip|libical\/ical)\.h$/, /^src\/doc\//],
	[/^libpq-fe\.h$/, /^src\/db\//],
	[/^(curl\/|cjose\/|jansson\.h)/, /^src\/outside\//],
	[/^gettext-po\.h$/, /^src\/build\//],
	[/^kore\//, /^src\/web\/kore_door\.c$/],
];

const sources = files('src', /\.[ch]$/);
const upward = [];
const foreign = [];

for (const path of sources) {
	const layer = path.split('/')[1];
	const text = withoutComments(read(path));
	for (const include of text.matchAll(/^[ \t]*#[ \t]*include[ \t]*([<"])([^>"]+)[>"]/gm)) {
		const [, kind, name] = include;
		const where = `${path}:${lineOf(text, include.index)}`;
		if (kind === '"') {
			const to = name.includes('/') ? name.split('/')[0] : '';
			const allowed =
				to === layer ||
				below[layer]?.includes(to) ||
				(handedIn.includes(to) && doors.some((door) => door.test(path)));
			if (!allowed) {
				upward.push(`${where}: src/${layer} may not include "${name}"`);
			}
		} else {
			for (const [what, owner] of owners) {
				if (what.test(name) && !owner.test(path)) {
					foreign.push(`${where}: <${name}> belongs to ${owner.source.replace(/[\\^$]/g, '')} alone`);
				}
			}
		}
	}
}

tell('every layer includes only what lies below it', upward);
tell('libraries are included by the layer that owns them', foreign);

for (const [folder, pattern] of [
	['src', /\.[ch]$/],
	['assets', /./],
]) {
	const seen = new Map();
	const twice = [];
	for (const path of files(folder, pattern)) {
		const name = basename(path);
		// Each language has its own catalogue of the same name.
		if (/\.po$|^package(-lock)?\.json$/.test(name)) {
			continue;
		}
		if (seen.has(name)) {
			twice.push(`${path} has the name of ${seen.get(name)}`);
		}
		seen.set(name, path);
	}
	tell(`file names are unique below ${folder}/`, twice);
}
