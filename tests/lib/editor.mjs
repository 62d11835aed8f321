// editor.mjs — the forms that schemes and calls are written in, as a browser would send them.
import assert from 'node:assert/strict';
import { forms, unescape } from './visitor.mjs';

// The fields of a page's form as a browser would send them.
export function fieldsOf(person, path) {
	const form = forms(person.page).find(({ action }) => action === path);
	assert.ok(form, path);
	const list = form.fields.filter(([name]) => name !== 'csrf' && name !== 'form_key');
	for (const [, tag, text] of form.inside.matchAll(/<textarea\b([^>]*)>([^]*?)<\/textarea>/g)) {
		// The first line break of a text area is no part of what it holds.
		list.push([unescape(/name="([^"]*)"/.exec(tag)[1]), unescape(text.replace(/^\n/, ''))]);
	}
	for (const [, tag, inside] of form.inside.matchAll(/<select\b([^>]*)>([^]*?)<\/select>/g)) {
		const chosen = /<option value="([^"]*)"\s+selected/.exec(inside) ?? /<option value="([^"]*)"/.exec(inside);
		list.push([unescape(/name="([^"]*)"/.exec(tag)[1]), unescape(chosen?.[1] ?? '')]);
	}
	for (const [input] of form.inside.matchAll(/<input\b[^>]*type="(?:radio|checkbox)"[^>]*\bchecked\b[^>]*>/g)) {
		if (!list.some(([name, value]) => name === unescape(/name="([^"]*)"/.exec(input)[1]) && value === unescape(/value="([^"]*)"/.exec(input)[1]))) {
			list.push([unescape(/name="([^"]*)"/.exec(input)[1]), unescape(/value="([^"]*)"/.exec(input)[1])]);
		}
	}
	return list;
}

// The same with some of them changed.
export const put = (fields, changes) => fields.map(([name, value]) => [name, changes[name] ?? value]);
