// small_scheme.mjs — schemes of a test's own: the least a scheme must say, and the part the test is about.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after } from 'node:test';
import { sql } from './visitor.mjs';

export const both = (text) => `<nb>${text}</nb><nn>${text}</nn>`;
const made = [];

// Runs after the applicants' own tidying up has taken what was applied for under them.
after(() => {
	for (const id of made) {
		sql(`begin; set local session_replication_role = replica;
			delete from scheme_publication where scheme_id = :'v1'; delete from scheme_version where scheme_id = :'v1';
			delete from scheme where scheme_id = :'v1'; commit;`, id);
	}
});

export const smallXml = (id, parts = {}) => `<?xml version="1.0" encoding="UTF-8"?>
<scheme xmlns="urn:tilskudd:scheme:1" id="${id}" field="kultur" unit="${parts.unit ?? 'kultur'}" status="${parts.status ?? 'active'}"${parts.attributes ?? ''}>
  <title>${both(parts.title ?? `Ordningen ${id}`)}</title>
  <summary>${both('Kort')}</summary><purpose>${both('Formål')}</purpose><target-group>${both('Alle')}</target-group>
  ${parts.before ?? ''}
  <applicants>${parts.applicants ?? '<applicant type="voluntary"/>'}</applicants>
  <eligibility>${parts.rules ?? ''}</eligibility>
  <amount>${parts.amount ?? '<max nok="500000"/>'}</amount>
  ${parts.criteria ?? `<criteria method="overall"><criterion id="kvalitet">${both('Kvalitet')}</criterion></criteria>`}
  ${parts.distribution ?? '<distribution kind="judged"/>'}
  <form><section id="tiltaket">${both('Tiltaket')}
    <text id="tittel" role="title" max="80" required="true()">${both('Navn')}<why use="case"/></text>
    ${parts.applied ?? `<applied-sum id="sum" required="true()">${both('Sum')}<why use="amount"/></applied-sum>`}
    ${parts.fields ?? ''}
  </section></form>
  <workflow>${parts.workflow ?? '<decision/><appeal body="klagenemnd"/>'}</workflow>
  <payment>${parts.payment ?? '<part share="100" when="accepted"/>'}</payment>
  <terms><term>${both('Pengene brukes til formålet.')}</term></terms>
  <laws><law>${both('Forvaltningsloven')}</law></laws>
  <report ${parts.due ?? ''}>${both('Innen 31. desember')}${parts.report ?? ''}</report>
  ${parts.after ?? ''}
</scheme>
`;

// rule('id', 'test', 'Teksten', { kind, outcome, more }): a knock-out that leads to dismissal unless said otherwise.
export const rule = (id, test, reason, { kind = 'knock-out', outcome = 'dismissal', more = '' } = {}) =>
	`<rule id="${id}" kind="${kind}" ${kind === 'warning' ? '' : `outcome="${outcome}"`} ${more}
		${test === null ? 'judged-by="officer"' : `test="${test.replaceAll('<', '&lt;')}"`}><reason>${both(reason)}</reason></rule>`;

// A file's schemes lie beside each other, so that one may name another.
const folder = mkdtempSync(join(tmpdir(), 'ordning-'));
after(() => rmSync(folder, { recursive: true }));

// Checks and publishes the scheme, and answers its id.
export function newScheme(id, parts) {
	writeFileSync(join(folder, `${id}.xml`), smallXml(id, parts));
	const program = join(process.env.TILSKUDD_HOME, 'build/tilskudd');
	const imported = spawnSync(program, ['scheme', 'import', join(folder, `${id}.xml`)], { encoding: 'utf8' });
	assert.equal(imported.status, 0, imported.stderr + imported.stdout);
	made.push(id);
	return id;
}
