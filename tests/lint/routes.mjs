// routes.mjs — routes, handlers and templates belong together, and every row names a permission.
import { basename } from 'node:path';
import { files, read, tell, withoutComments } from '../lib/source.mjs';

const rows = [...read('src/web/routes.c').matchAll(/^PAGE\((\w+),\s*"([^"]*)",\s*(\w+),\s*(\w+)\)/gm)].map(
	([, method, pattern, handler, permission]) => ({ method, pattern, handler, permission }),
);
tell('there are routes', rows.length > 0 ? [] : ['src/web/routes.c has no PAGE rows']);

tell(
	'every row names a permission',
	rows.filter((row) => !/^MAY_[A-Z_]+$/.test(row.permission)).map((row) => `${row.pattern}: ${row.permission}`),
);

const addresses = new Set();
tell(
	'no address has two rows for one method',
	rows
		.map((row) => `${row.method} ${row.pattern.replace(/:\w+/g, ':x')}`)
		.filter((address) => addresses.has(address) || !addresses.add(address)),
);

tell(
	'addresses are small letters a to z, digits, hyphens and names',
	rows.filter((row) => !/^\/([a-z0-9.-]+|:[a-z_]+)?(\/([a-z0-9.-]+|:[a-z_]+))*$/.test(row.pattern)).map((row) => row.pattern),
);

const web = files('src/web', /\.c$/).map((path) => withoutComments(read(path)));
tell(
	'every handler is written once',
	rows
		.map((row) => row.handler)
		.filter((handler, i, all) => all.indexOf(handler) === i)
		.filter((handler) => web.filter((text) => new RegExp(`^${handler}\\(struct ctx \\*`, 'm').test(text)).length !== 1),
);

tell(
	'handlers of POST end in _post, and only those',
	rows.filter((row) => (row.method === 'POST') !== /_post$/.test(row.handler)).map((row) => `${row.method} ${row.handler}`),
);

// A template is a function html_NAME(); one that nobody calls and nobody includes is dead.
const templates = files('assets/html', /\.html$/);
const used = [...web.map((text) => text), ...templates.map(read)].join('\n');
tell(
	'every template is used',
	templates.filter((path) => {
		const name = basename(path, '.html');
		return !new RegExp(`\\bhtml_${name}\\b|\\{\\{[>#<] ?${name}\\b`).test(used);
	}),
);
