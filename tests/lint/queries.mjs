// queries.mjs — C and sql/queries name the same queries, and each query says what it does.
import { files, lineOf, read, tell, withoutComments } from '../lib/source.mjs';

const names = new Map();
const twice = [];
const unsaid = [];
for (const path of files('sql/queries', /\.sql$/)) {
	const text = read(path);
	for (const block of text.matchAll(/^-- name: *(\S+)[ \t]*\n((?:--.*\n)*)/gm)) {
		const where = `${path}:${lineOf(text, block.index)}`;
		if (names.has(block[1])) {
			twice.push(`${where}: ${block[1]} is also in ${names.get(block[1])}`);
		}
		if (block[2].trim() === '') {
			unsaid.push(`${where}: ${block[1]}`);
		}
		names.set(block[1], where);
	}
}

// The functions that take a query's name: those in src/db with such a parameter.
const takers = new Set();
for (const path of files('src/db', /\.h$/)) {
	for (const f of withoutComments(read(path)).matchAll(/\b(\w+)\s*\(([^;{]*?const char \*query\b[^;{]*)\)/g)) {
		takers.add(f[1]);
	}
}

const missing = [];
const literals = new Set();
const call = new RegExp(`\\b(?:${[...takers].join('|')})\\s*\\(((?:[^()"]|\\([^()]*\\))*)"(\\w+)"`, 'g');
for (const path of files('src', /\.c$/)) {
	const text = withoutComments(read(path));
	for (const literal of text.matchAll(/"([a-z][a-z0-9_]*)"/g)) {
		literals.add(literal[1]);
	}
	// The wrapper itself also sends begin and commit, which are no queries of ours.
	for (const use of takers.size === 0 || /^src\/db\/db(_|\.)/.test(path) ? [] : text.matchAll(call)) {
		if (!names.has(use[2])) {
			missing.push(`${path}:${lineOf(text, use.index)}: no query "${use[2]}" in sql/queries`);
		}
	}
}

tell('the functions that run queries are known', takers.size === 0 ? ['no function in src/db has a "query" parameter'] : []);
tell('every query a C file runs exists', missing);
tell(
	'every query is run by a C file',
	[...names].filter(([name]) => !literals.has(name)).map(([name, where]) => `${where}: ${name}`),
);
tell('no name is used twice', twice);
tell('every query says what it does', unsaid);

const inC = [];
for (const path of files('src', /\.c$/).filter((p) => !p.startsWith('src/build/'))) {
	const text = withoutComments(read(path));
	for (const sql of text.matchAll(/"\s*(select|insert into|update|delete from)\s+[a-z_*]+[^"]*"/gi)) {
		if (!/^src\/db\/(db|migrate)(_[a-z]+)?\.c$/.test(path)) {
			inC.push(`${path}:${lineOf(text, sql.index)}: ${sql[0].slice(0, 50)}`);
		}
	}
}
tell('no SQL is written in C', inC);
