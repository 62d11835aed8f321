// cut_off.test.mjs — whoever has a conflict in a case finds nothing of it by any address (fvl. § 6, R24).
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Staff } from '../lib/staff.mjs';
import { sql, visitor, words } from '../lib/visitor.mjs';

// A case with a file on a locked list that the officer has declared for, whose applicant has another case there. The conflict is the
// leader's for as long as the test lasts; a declaration is otherwise for good.
const [id, call, number, title] = sql(`select a.application_id, a.call_id, a.number, a.title
	from application a join app_user u on u.unit_id = a.unit_id join recommendation_list l using (call_id)
	where u.email = 'saksbehandler@demo.test' and l.state = 'locked' and not exists (
	    select from application o where o.call_id = a.call_id and o.state <> 'draft'
	        and not exists (select from impartiality i where i.application_id = o.application_id and i.user_id = u.user_id
	            and i.declared = 'impartial'))
	order by exists (select from attachment f where f.application_id = a.application_id) desc,
	    (select count(*) from application o where o.organisation_id = a.organisation_id and o.unit_id = a.unit_id and o.state <> 'draft') desc,
	    a.application_id limit 1`)[0];
const [attachment] = sql(`select coalesce(min(attachment_id), 1) from attachment where application_id = ${id}`)[0];
const officer = "(select user_id from app_user where email = 'saksbehandler@demo.test')";

test('a conflict closes every way to the case', async (t) => {
	const person = await visitor('saksbehandler@demo.test');
	const before = sql(`select declared, ground from impartiality where application_id = ${id} and user_id = ${officer}`)[0];
	assert.equal((await person.get(`/utlysninger/${call}/innstilling.pdf`)).status, 200, 'the paper before the conflict');
	sql(`insert into impartiality (application_id, user_id, declared, ground) values (${id}, ${officer}, 'conflict', 'Bror')
	     on conflict (application_id, user_id) do update set declared = 'conflict', ground = 'Bror'`);
	t.after(() =>
		sql(
			before
				? `update impartiality set declared = '${before[0]}', ground = '' where application_id = ${id} and user_id = ${officer}`
				: `delete from impartiality where application_id = ${id} and user_id = ${officer}`,
		),
	);
	for (const address of [
		`/saker/${id}/formalkontroll`,
		`/saker/${id}/vurdering`,
		`/saker/${id}/brev.pdf`,
		`/soknader/${id}/vedlegg/${attachment}`,
		`/soknader/${id}/soknad`,
		`/soknader/${id}/soknad.pdf`,
		`/utlysninger/${call}/innstilling.pdf`,
		`/utlysninger/${call}/saksframlegg.pdf`,
		`/utlysninger/${call}/arbeidspapir.pdf`,
		`/utlysninger/${call}/saksframlegg.docx`,
	]) {
		assert.ok([403, 404].includes((await person.get(address)).status), address);
	}
	for (const address of [`/saker/${id}`, `/utlysninger/${call}/innstilling`, `/saker?sok=${encodeURIComponent(number)}`]) {
		const { status, body } = await person.get(address);
		assert.equal(status, 200, address);
		assert.equal(words(body).includes(title), false, `${address} does not name what is applied for`);
	}
	const list = await person.get(`/utlysninger/${call}/innstilling`);
	assert.doesNotMatch(list.body, /innstilling\.pdf/, 'no link to a paper that does not open');
	const others = sql(`select o.application_id from application o join application a using (organisation_id)
		where a.application_id = ${id} and o.application_id <> ${id} and o.state <> 'draft' and o.unit_id = a.unit_id
		  and exists (select from impartiality i where i.application_id = o.application_id and i.user_id = ${officer} and i.declared = 'impartial')`);
	for (const [other] of others) {
		assert.equal(words((await person.get(`/saker/${other}`)).body).includes(number), false, 'nor the organisation\'s history');
	}
});

test('an officer who has declared nothing opens no file', async () => {
	const [undeclared, file] = sql(`select a.application_id, f.attachment_id
		from application a join attachment f using (application_id) join app_user u on u.unit_id = a.unit_id
		where u.email = 'saksbehandler@demo.test' and a.state <> 'draft'
		  and not exists (select from impartiality i where i.application_id = a.application_id and i.user_id = u.user_id) limit 1`)[0];
	const person = await visitor('saksbehandler@demo.test');
	assert.equal((await person.get(`/soknader/${undeclared}/vedlegg/${file}`)).status, 404);
});

test('a list is no paper for an officer who has not declared in every case of it', async () => {
	const officer = await Staff.new({ unit: sql(`select u.code from application join unit u using (unit_id) where application_id = ${id}`)[0][0] });
	const paper = () => officer.get(`/utlysninger/${call}/innstilling.pdf`);
	const ids = sql(`select application_id from application where call_id = ${call} and state <> 'draft' order by 1`).map(([one]) => one);
	for (const one of ids) {
		assert.equal((await paper()).status, 404, `before case ${one}`);
		const list = await officer.get(`/utlysninger/${call}/innstilling`);
		assert.doesNotMatch(list.body, /innstilling\.pdf/, 'no link to a paper that does not open');
		await officer.declare(one);
	}
	assert.equal((await paper()).status, 200);
});
