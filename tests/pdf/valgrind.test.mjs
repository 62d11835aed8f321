// valgrind.test.mjs — a letter and a report made by the program as it is shipped, with every read and write watched and
// every byte counted; and what comes out is what comes out without.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { test } from 'node:test';
import { bytes, fixture, make, work } from './document.mjs';

const root = new URL('../..', import.meta.url).pathname;
const watched = (...args) => spawnSync('valgrind', [
	'--quiet', '--error-exitcode=9', '--leak-check=full', '--show-leak-kinds=definite,indirect', '--errors-for-leak-kinds=definite,indirect',
	join(root, 'build/tilskudd'), 'document', 'render', ...args,
], { encoding: 'utf8', env: { ...process.env, TILSKUDD_HOME: root } });

for (const [name, data] of [['decision_letter', 'data/decision_letter-granted.xml'], ['evaluation', 'data/evaluation.xml']]) {
	test(`${name}: no wrong read or write, no leak, and the same bytes`, () => {
		const out = join(work, `${name}.pdf`);
		const { status, stderr } = watched(name, '--data', fixture(data), '-o', out);
		assert.equal(stderr, '');
		assert.equal(status, 0);
		assert.ok(bytes(out).equals(bytes(make(name, fixture(data)))));
	});
}
