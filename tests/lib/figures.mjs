// figures.mjs — a year's evaluation worked out again from the raw rows, without the database's own sums.
import { sql } from './visitor.mjs';

const number = (text) => (text === '' ? null : Number(text));
const sum = (list, of) => list.reduce((total, one) => total + (of(one) ?? 0), 0);
const count = (list, of) => list.filter(of).length;

// The lower of the two in the middle, as percentile_disc(0.5) takes it.
export const median = (values) => {
	const sorted = [...values].sort((a, b) => a - b);
	return sorted.length === 0 ? 0 : sorted[Math.ceil(sorted.length / 2) - 1];
};

const osloDay = (instant) => {
	const parts = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/Oslo', year: 'numeric', month: '2-digit', day: '2-digit' });
	return parts.format(new Date(instant));
};
const daysBetween = (from, to) => Math.round((Date.parse(to) - Date.parse(from)) / 86400000);

const decisions = () =>
	new Map(
		sql("select d.application_id, n.outcome, n.awarded_ore, d.decided_on from decision d join decision_now n using (decision_id) where d.state = 'notified'").map(
			([id, outcome, awarded, on]) => [id, { outcome, awarded: Number(awarded), on }],
		),
	);

const places = () => {
	const of = new Map();
	for (const [id, code] of sql('select application_id, municipality_code from application_municipality')) {
		of.set(id, [...(of.get(id) ?? []), code].sort());
	}
	return of;
};

// Every application that was sent, with what the applicant has been told.
const cases = (scheme, year) => {
	const told = decisions();
	const reach = places();
	return sql(
		`select a.application_id, a.number, a.state, a.applied_ore, a.integration, to_char(a.submitted_at at time zone 'UTC',
			'YYYY-MM-DD"T"HH24:MI:SS"Z"'), o.kind, o.immigrant_organisation, a.title, o.name
		   from application a join call c using (call_id) join organisation o using (organisation_id)
		  where c.scheme_id = :'v1' and c.year = :v2 and a.state <> 'draft'`,
		scheme, year,
	).map(([id, nr, state, applied, integration, sent, kind, immigrant, title, organisation]) => ({
		id, number: nr, state, applied: number(applied), integration: integration === 't', sent, kind, immigrant: immigrant === 't',
		title, organisation, outcome: null, awarded: 0, ...told.get(id), codes: reach.get(id) ?? [],
	}));
};

const totals = (scheme, year, list) => {
	const awards = list.filter((one) => one.awarded > 0);
	const assessed = list.filter((one) => ['granted', 'partly_granted', 'rejected'].includes(one.outcome));
	const outcome = (name) => count(list, (one) => one.outcome === name);
	return {
		received: list.length,
		dismissed: outcome('dismissed'),
		granted: outcome('granted'),
		partly_granted: outcome('partly_granted'),
		rejected: outcome('rejected'),
		withdrawn: count(list, (one) => one.state === 'withdrawn'),
		pending: count(list, (one) => one.outcome === null && one.state !== 'withdrawn'),
		applied_ore: sum(list, (one) => one.applied),
		decided_applied_ore: sum(assessed, (one) => one.applied),
		awarded_ore: sum(list, (one) => one.awarded),
		median_ore: median(awards.map((one) => one.awarded)),
		mean_ore: awards.length === 0 ? 0 : Math.round(sum(awards, (one) => one.awarded) / awards.length / 100) * 100,
		median_days: median(list.filter((one) => one.on).map((one) => daysBetween(osloDay(one.sent), one.on))),
		integration: count(awards, (one) => one.integration),
		integration_ore: sum(awards.filter((one) => one.integration), (one) => one.awarded),
		integration_received: count(list, (one) => one.integration),
		immigrant: count(list, (one) => one.immigrant),
		immigrant_granted: count(awards, (one) => one.immigrant),
		immigrant_ore: sum(awards.filter((one) => one.immigrant), (one) => one.awarded),
		frame_ore: sum(
			sql("select frame_ore from call where scheme_id = :'v1' and year = :v2 and status <> 'cancelled'", scheme, year),
			([frame]) => Number(frame),
		),
	};
};

// Whole kroner, dealt out one by one to the first by code until they are gone; øre to the first.
const share = (one, code) => {
	const kroner = Math.floor(one.awarded / 100);
	const place = one.codes.indexOf(code);
	const each = Math.floor(kroner / one.codes.length);
	return (each + (place < kroner % one.codes.length ? 1 : 0)) * 100 + (place === 0 ? one.awarded % 100 : 0);
};

const municipalities = (now, last) =>
	sql('select code, name, coalesce(inhabitants, 0) from municipality where in_county and valid_to is null').map(
		([code, name, inhabitants]) => {
			const here = now.filter((one) => one.codes.includes(code));
			return {
				code, name, inhabitants: Number(inhabitants), applications: here.length,
				grants: count(here, (one) => one.awarded > 0 && share(one, code) > 0),
				awarded_ore: sum(here, (one) => share(one, code)),
				last_ore: sum(last.filter((one) => one.codes.includes(code)), (one) => share(one, code)),
			};
		},
	);

const kinds = (now, last) =>
	[...new Set([...now, ...last].map((one) => one.kind))].map((kind) => {
		const [mine, before] = [now, last].map((list) => list.filter((one) => one.kind === kind));
		return {
			kind, received: mine.length, grants: count(mine, (one) => one.awarded > 0), applied_ore: sum(mine, (one) => one.applied),
			awarded_ore: sum(mine, (one) => one.awarded), last_grants: count(before, (one) => one.awarded > 0),
			last_ore: sum(before, (one) => one.awarded),
		};
	});

const goals = (now, last) => {
	const rows = sql('select application_id, goal_id, promised from application_goal');
	const of = (list) => {
		const granted = new Set(list.filter((one) => one.awarded > 0).map((one) => one.id));
		return rows.filter(([id]) => granted.has(id));
	};
	const [mine, before] = [of(now), of(last)];
	return [...new Set([...mine, ...before].map(([, goal]) => goal))].map((goal) => {
		const [a, b] = [mine, before].map((list) => list.filter(([, id]) => id === goal));
		return {
			goal_id: goal, projects: a.length, promised: sum(a, ([, , n]) => Number(n)), last_projects: b.length,
			last_promised: sum(b, ([, , n]) => Number(n)),
		};
	});
};

export const recompute = (scheme, year) => {
	const [now, last] = [cases(scheme, year), cases(scheme, year - 1)];
	return {
		totals: totals(scheme, year, now),
		last: totals(scheme, year - 1, last),
		municipalities: municipalities(now, last),
		kinds: kinds(now, last),
		goals: goals(now, last),
		grants: now
			.filter((one) => one.awarded > 0)
			.sort((a, b) => b.awarded - a.awarded || (a.number < b.number ? -1 : 1)),
	};
};
