// source.mjs — reading the tree for the lint tests, and telling results. It is no test itself.
import { readFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('../..', import.meta.url));

// Paths below folder, from the root, in order; nothing made while building and nothing of others.
export function files(folder, pattern = /./) {
	const found = [];
	const walk = (path) => {
		for (const name of readdirSync(join(root, path)).sort()) {
			const here = join(path, name);
			if (['node_modules', 'build', 'var', '.git'].includes(name) && here !== 'src/build') {
				continue;
			}
			if (statSync(join(root, here)).isDirectory()) {
				walk(here);
			} else if (pattern.test(name)) {
				found.push(here);
			}
		}
	};
	walk(folder);
	return found;
}

export const read = (path) => readFileSync(join(root, path), 'utf8');

// C without comments; strings stay, line numbers too.
export const withoutComments = (c) =>
	c.replace(/"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*'|\/\*[\s\S]*?\*\/|\/\/[^\n]*/g, (piece) =>
		piece[0] === '/' ? piece.replace(/[^\n]/g, ' ') : piece,
	);

export const lineOf = (text, index) => text.slice(0, index).split('\n').length;

// One result: faults is a list of lines that say where and what.
export function tell(name, faults) {
	console.log(`${faults.length === 0 ? 'ok' : 'not ok'} ${name}`);
	for (const fault of faults) {
		console.log(`# ${fault}`);
	}
	if (faults.length > 0) {
		process.exitCode = 1;
	}
}
