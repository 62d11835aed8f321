// call_document.mjs — schemes of a test's own with calls announced from a document, as "tilskudd call import" does it.
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after } from 'node:test';
import { newScheme, smallXml } from './small_scheme.mjs';
import { sql } from './visitor.mjs';

const program = join(process.env.TILSKUDD_HOME, 'build/tilskudd');
const made = [];

export const both = (text) => `<nb>${text}</nb><nn>${text} (nn)</nn>`;
export const PERIOD = `<period id="periode" required="true()">${both('Når')}<why use="case"/></period>`;

// The day so many days from now, in Oslo: "2026-04-01"; with a time when one is given.
export const day = (offset, time) =>
	new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Oslo' }).format(Date.now() + offset * 86400000) + (time ? ` ${time}` : '');
export const YEAR = Number(day(0).slice(0, 4));

// The document's text; calls: the inside of <calls>.
export const callsXml = (scheme, calls) => `<?xml version="1.0" encoding="UTF-8"?>
<calls xmlns="urn:tilskudd:call:1" scheme="${scheme}">
${calls.startsWith('<contact') || /^<(cycle|usual)/.test(calls) ? '' : '<contact name="Kari Prøve" phone="12 00 00 98" email="kari@fylke.test"/>\n'}${calls}
</calls>
`;

export const tool = (...words) => spawnSync(program, words, { encoding: 'utf8' });

// Writes the document beside its scheme's and runs "tilskudd call check" or "import" on it.
// beside: the calls of other schemes, in files of their own next to it.
export function callDocument(scheme, calls, { verb = 'import', options = [], parts = {}, beside = {} } = {}) {
	const folder = mkdtempSync(join(tmpdir(), 'utlysning-'));
	mkdirSync(join(folder, 'schemes'));
	mkdirSync(join(folder, 'calls'));
	writeFileSync(join(folder, 'schemes', `${scheme}.xml`), smallXml(scheme, parts));
	writeFileSync(join(folder, 'calls', `${scheme}.xml`), callsXml(scheme, calls));
	for (const [other, theirs] of Object.entries(beside)) {
		writeFileSync(join(folder, 'calls', `${other}.xml`), callsXml(other, theirs));
	}
	const said = tool('call', verb, ...options, join(folder, 'calls', `${scheme}.xml`));
	rmSync(folder, { recursive: true });
	return said;
}

// A scheme with its calls, announced; answers its id.
export function announced(scheme, calls, parts = {}, beside = {}) {
	newScheme(scheme, parts);
	made.push(scheme);
	const said = callDocument(scheme, calls, { parts, beside });
	if (said.status !== 0) {
		throw new Error(said.stderr + said.stdout);
	}
	return scheme;
}

export const callOf = (scheme, round = 1) => sql(`select call_id from call where scheme_id = :'v1' and round = :v2`, scheme, round)[0][0];

after(() => {
	for (const scheme of made) {
		sql(`begin; set local session_replication_role = replica;
			delete from call_change x using call c where c.call_id = x.call_id and c.scheme_id = :'v1';
			delete from call_note x using call c where c.call_id = x.call_id and c.scheme_id = :'v1';
			delete from ledger_posting p using ledger_entry x, call c where p.entry_id = x.entry_id and c.call_id = x.call_id and c.scheme_id = :'v1';
			delete from ledger_entry x using call c where c.call_id = x.call_id and c.scheme_id = :'v1';
			delete from call where scheme_id = :'v1'; delete from call_document where scheme_id = :'v1'; commit;`, scheme);
	}
});
