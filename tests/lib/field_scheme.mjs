// field_scheme.mjs — a scheme with every kind of field, published for a test and gone after it.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { after } from 'node:test';
import { Applicant, newCall, newOrganisation } from './applicant.mjs';
import { sql } from './visitor.mjs';

const home = process.env.TILSKUDD_HOME;
export const fieldScheme = 'felt-ordning';

// Published before the first draft; the calls and drafts go before it does.
export function publishFields() {
	const imported = spawnSync(`${home}/build/tilskudd`, ['scheme', 'import', `${home}/tests/fixtures/scheme/fields.xml`], { encoding: 'utf8' });
	assert.equal(imported.status, 0, imported.stderr);
}

export function forgetFields() {
	after(() => sql(`begin;
		set local session_replication_role = replica;
		delete from scheme_publication where scheme_id = '${fieldScheme}';
		delete from scheme_version where scheme_id = '${fieldScheme}';
		delete from scheme where scheme_id = '${fieldScheme}';
		commit;`));
}

// Somebody with a new draft of it, and the address of the section where the rows are.
export async function rowsDraft(options = {}) {
	const person = await Applicant.new();
	const organisation = newOrganisation(person.email, options);
	const id = await person.start(fieldScheme, organisation, { call: newCall(fieldScheme) });
	return { person, organisation, id, path: `/soknader/${id}/del/mer` };
}
