// kroner.test.mjs — the script that adds up sums reads them as the server does: the same table tries them both.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';

const here = (path) => readFileSync(new URL(path, import.meta.url), 'utf8');
const { read, show } = await import(`data:text/javascript,${encodeURIComponent(here('../../assets/js/kroner.js'))}`);
const table = (name) => JSON.parse(`[${new RegExp(`\\b${name}\\[\\] = \\{([^}]*)\\}`).exec(here('../unit/money_test.c'))[1]}]`);

test('what the server takes as 25 000 kr, the script does too', () => {
	assert.ok(table('ways').length > 10);
	for (const typed of table('ways')) {
		assert.equal(read(typed), 25000, typed);
	}
	assert.equal(read('1 000 000 000 000'), 1e12);
});

test('what the server refuses is no sum to the script either', () => {
	for (const typed of table('wrong')) {
		assert.equal(read(typed), null, typed);
	}
});

test('what it shows can be read again', () => {
	assert.equal(show(1350000), '1\u00a0350\u00a0000');
	assert.equal(read(show(1350000)), 1350000);
});
