// deadline_calendar.test.mjs — deadlines as a calendar: read by a calendar's own parser, and held against the database.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import ICAL from 'ical.js';
import { sql, Visitor } from '../lib/visitor.mjs';

const guest = new Visitor();

// Parses what an address gives and returns its name and moments.
const calendar = async (path) => {
	const answer = await guest.get(path);
	assert.equal(answer.status, 200, path);
	assert.match(answer.headers.get('content-type'), /^text\/calendar/);
	for (const line of String(answer.body).split('\r\n')) {
		assert.ok(Buffer.byteLength(line) <= 75, `RFC 5545, 3.1: a line is at most 75 octets: ${line}`);
	}
	const root = new ICAL.Component(ICAL.parse(answer.body));
	const events = root.getAllSubcomponents('vevent').map((event) => ({
		uid: event.getFirstPropertyValue('uid'),
		at: event.getFirstPropertyValue('dtstart').toJSDate().getTime(),
		title: event.getFirstPropertyValue('summary'),
		text: event.getFirstPropertyValue('description'),
		url: event.getFirstPropertyValue('url'),
	}));
	return { name: root.getFirstPropertyValue('x-wr-calname'), events };
};

// Deadlines that everyone has, told a minute before midnight when they are at midnight.
const deadlines = (where) =>
	sql(`select s.scheme_id, extract(epoch from d.at - case when (d.at at time zone 'Europe/Oslo')::time = '00:00' then interval '1 minute' else '0' end) * 1000
	     from scheme s join call c using (scheme_id)
	     cross join lateral (select case when c.kind = 'fixed' then c.closes_at else c.main_closes_at end as at) d
	     where s.status in ('active', 'one-off') and c.status in ('announced', 'used-up') and d.at is not null
	       and greatest(c.opens_at, d.at) > now() - interval '31 days' and ${where}`)
		.map(([id, at]) => `${id} ${Math.round(Number(at))}`)
		.sort();
const closing = (events) =>
	events
		.filter(({ uid }) => uid.startsWith('closes-'))
		.map(({ url, at }) => `${url.split('/').at(-1)} ${at}`)
		.sort();

test('every deadline is in the calendar at its minute, in Oslo, and none that is not', async () => {
	const { events, name } = await calendar('/ordninger/frister.ics');
	const wanted = deadlines('true');
	assert.ok(wanted.length > 0, 'the demo has deadlines');
	assert.deepEqual(closing(events), wanted);
	assert.match(name, /^Søknadsfrister – /);
	assert.equal(new Set(events.map(({ uid }) => uid)).size, events.length, 'ids are of one moment each');
	assert.deepEqual(
		(await calendar('/ordninger/frister.ics')).events.map(({ uid }) => uid),
		events.map(({ uid }) => uid),
		'and the same each time',
	);
});

test('a field and a scheme have calendars of their own', async () => {
	assert.deepEqual(closing((await calendar('/ordninger/frister.ics?felt=kultur')).events), deadlines("s.field = 'kultur'"));
	const [[id, title]] = sql(`select s.scheme_id, v.title_nb from scheme s join call c using (scheme_id) join scheme_version v on v.version_hash = c.version_hash
	                           where s.status = 'active' and c.status = 'announced' and c.kind = 'fixed' and c.closes_at > now() order by 1 limit 1`);
	const { events, name } = await calendar(`/ordninger/${id}/frister.ics`);
	assert.deepEqual(closing(events), deadlines(`s.scheme_id = '${id}'`));
	assert.equal(name, title);
	assert.ok(events.every((event) => event.title.includes(title)));
	assert.equal((await guest.get('/ordninger/finnes-ikke/frister.ics')).status, 404);
});

test('the language stands in the address, since a calendar has no cookie', async () => {
	const { events } = await calendar('/ordninger/frister.ics?sprak=en');
	assert.ok(events.some(({ title }) => title.startsWith('Application deadline: ')));
	assert.ok(events.some(({ text }) => /\d{1,2} [A-Z][a-z]+ \d{4}/.test(text)));
	assert.ok((await guest.get('/ordninger?felt=idrett')).body.includes('/ordninger/frister.ics?sprak=nb&amp;felt=idrett'));
});
