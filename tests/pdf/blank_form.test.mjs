// blank_form.test.mjs — the form on paper of every scheme: whole, tagged, with every question, and room to answer each.
import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';

import { check, flowing, info, structure, work } from './document.mjs';

const root = new URL('../..', import.meta.url).pathname;
const folder = join(root, 'conf/schemes');
const files = readdirSync(folder).filter((name) => name.endsWith('.xml'));
const env = { ...process.env, TILSKUDD_HOME: root };
const tool = (...args) => execFileSync(join(root, 'build/tilskudd'), args, { encoding: 'utf8', env, maxBuffer: 1 << 26 });

function blank(scheme, lang = 'nb') {
	const out = join(work, `${scheme}-${lang}.pdf`);
	const made = spawnSync(join(root, 'build/tilskudd'), ['scheme', 'blank-pdf', join(folder, `${scheme}.xml`), '--lang', lang, '-o', out], { encoding: 'utf8', env });
	assert.equal(made.status, 0, made.stderr);
	return out;
}

// Labels of the form's questions, from the canonical document; white space as the paper has it.
function labels(scheme, lang) {
	const xml = tool('scheme', 'show', '--merged', join(folder, `${scheme}.xml`));
	const form = xml.slice(xml.indexOf('<form'), xml.indexOf('</form>'));
	const plain = (text) => text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&').replace(/\s+/g, ' ').trim();
	return [...form.matchAll(/<([a-z-]+)((?: [a-z-]+="[^"]*")* id="[^"]*"[^>]*)><nb>([^<]*)<\/nb><nn>([^<]*)<\/nn>/g)]
		.filter((m) => m[1] !== 'section').map((m) => plain(lang === 'nn' ? m[4] : m[3]));
}

test('every scheme has a form on paper, whole and tagged', () => {
	for (const file of files) {
		const pdf = blank(file.replace('.xml', ''));
		check(pdf);
		assert.match(info(pdf), /Tagged:\s+yes/, file);
		assert.match(info(pdf), /Title:\s+Søknadsskjema: /, file);
		assert.match(structure(pdf), /^ {2}H1/m, file);
	}
});

test('every question stands on it, in both written standards', () => {
	for (const scheme of ['in-kulturaktivitet-barn-ungdom', 'in-inkludering-integrering', 'in-forebyggende-trafikksikkerhet']) {
		for (const lang of ['nb', 'nn']) {
			const text = flowing(blank(scheme, lang)).replace(/- /g, '');
			const asked = labels(scheme, lang);
			assert.ok(asked.length > 8, scheme);
			for (const label of asked) {
				assert.ok(text.includes(label.replace(/- /g, '')), `${scheme} ${lang}: "${label}" is not on the paper`);
			}
		}
	}
});

test('it tells how to answer, what to enclose, who signs and where to send it', () => {
	const text = flowing(blank('in-kulturaktivitet-barn-ungdom'));
	for (const phrase of ['Søknadsskjema til å fylle ut for hånd', 'Hvem kan søke', 'Høyst 500 tegn.', '☐ Musikk', 'Svar bare hvis dere svarte «Ja»',
		'Sum kostnader', 'Summen dere søker om her', 'Barn og unge som deltar', 'Vedlegg', '☐ Siste årsregnskap', 'Underskrift', 'Hvor sender dere skjemaet?',
		'Innlandet fylkeskommune, Postboks', 'Side 1 av']) {
		assert.ok(text.includes(phrase), `"${phrase}" is not in: ${text}`);
	}
	assert.ok(flowing(blank('in-kulturaktivitet-barn-ungdom', 'en')).includes('Where do you send the form?'));
});

test('what is empty on paper is nothing to a reader program', () => {
	assert.doesNotMatch(structure(blank('in-kulturaktivitet-barn-ungdom')), /Figure/);
});
