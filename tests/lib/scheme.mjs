// scheme.mjs — schemes as the command line writes them out, and answers that fit what they ask.
import { execFileSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { unescape } from './visitor.mjs';

const home = join(dirname(fileURLToPath(import.meta.url)), '../..');

export const schemeIds = readdirSync(join(home, 'conf/schemes')).filter((name) => name.endsWith('.xml')).map((name) => name.replace(/\.xml$/, ''));

// --- the document: elements with their attributes and children, no more than our own canonical XML needs

function parse(xml) {
	const root = { name: '', attributes: {}, children: [], text: '' };
	const open = [root];
	for (const [, close, name, attributes, text] of xml.matchAll(/<(\/?)([\w-]+)((?:\s+[\w:-]+="[^"]*")*)\s*>([^<]*)/g)) {
		if (close) {
			open.pop();
			continue;
		}
		const node = {
			name,
			attributes: Object.fromEntries([...attributes.matchAll(/([\w:-]+)="([^"]*)"/g)].map(([, key, value]) => [key, unescape(value)])),
			children: [],
			text: unescape(text),
		};
		open.at(-1).children.push(node);
		open.push(node);
	}
	return root.children[0];
}

const child = (node, name) => node?.children.find((one) => one.name === name);
const all = (node, name) => node?.children.filter((one) => one.name === name) ?? [];
const bokmal = (node) => child(node, 'nb')?.text ?? '';
const written = (node) => ({ nb: bokmal(node), nn: child(node, 'nn')?.text ?? '' });
const number = (text, otherwise = 0) => (text === undefined ? otherwise : Number(text));

// With what it shares with others merged in.
const merged = (id) =>
	execFileSync(join(home, 'build/tilskudd'), ['scheme', 'show', '--merged', join(home, 'conf/schemes', `${id}.xml`)], { encoding: 'utf8' });

const notFields = new Set(['nb', 'nn', 'en', 'intro', 'row-name', 'why', 'help', 'constraint-text', 'ask']);

function readField(node) {
	const { id, min, max, required = '', relevant = '', constraint = '' } = node.attributes;
	return {
		...node.attributes,
		id,
		type: node.name,
		label: bokmal(node),
		limits: { min: number(min, null), max: number(max, null) },
		min: number(min),
		max: number(max),
		required,
		later: node.attributes['later-days'] !== undefined || node.attributes['later-by'] !== undefined,
		relevant,
		constraint,
		constraintText: bokmal(child(node, 'constraint-text')),
		options: all(node, 'option').map((option) => option.attributes.code),
		costTypes: all(node, 'cost-type').map((type) => type.attributes.code),
		rowName: bokmal(child(node, 'row-name')),
		minRows: number(node.attributes['min-rows'], 1),
		fields: node.name === 'group' ? node.children.filter((one) => !notFields.has(one.name)).map(readField) : [],
	};
}

function readCase(node) {
	const { applied, costs, municipalities, start = '', end = '', ...rest } = node.attributes;
	const own = number(rest['own-work'], costs === undefined || rest['costs-cash'] === undefined ? 0 : costs - rest['costs-cash']);
	return {
		...rest,
		applied: number(applied),
		costs: number(costs),
		own,
		from: start,
		to: end,
		municipalities: number(municipalities, 2),
		given: Object.fromEntries(all(node, 'answer').map((answer) => [answer.attributes.name, answer.attributes.value])),
		// What only the county's own data could give an application.
		world: node.children.some(({ name }) => ['earlier', 'registered', 'judged'].includes(name)),
	};
}

const read = new Map();

export function readScheme(id) {
	if (!read.has(id)) {
		read.set(id, fromDocument(id, parse(merged(id))));
	}
	return read.get(id);
}

function fromDocument(id, root) {
	const sections = all(child(root, 'form'), 'section').map((section) => ({
		id: section.attributes.id,
		fields: section.children.filter(({ name }) => !notFields.has(name)).map(readField),
	}));
	const cases = all(child(root, 'tests'), 'case').map(readCase);
	return {
		id,
		title: bokmal(child(root, 'title')),
		texts: { title: written(child(root, 'title')), report: written(child(root, 'report')) },
		unit: root.attributes.unit,
		sharing: child(root, 'distribution')?.attributes.kind,
		decisions: all(child(root, 'workflow'), 'decision').map(({ attributes }) => attributes),
		mayAppeal: all(child(root, 'applicants'), 'applicant')[0].attributes['may-appeal'] !== 'no',
		sections,
		fields: sections.flatMap((section) => section.fields),
		goals: all(child(root, 'goals'), 'goal').map((goal) => goal.attributes.id),
		optionalGoals: all(child(root, 'goals'), 'goal').filter((goal) => goal.attributes.optional === 'yes').map((goal) => goal.attributes.id),
		highestRate: Math.max(0, ...all(child(root, 'amount'), 'own-work').map((work) => Number(work.attributes['max-rate'] ?? 0))),
		kind: all(child(root, 'applicants'), 'applicant')[0].attributes.type,
		rules: all(child(root, 'eligibility'), 'rule').map((rule) => ({ ...rule.attributes, reason: bokmal(child(rule, 'reason')) })),
		cases,
		// The first example that may have a grant says what to apply for.
		...cases.find((one) => one.eligible === 'yes'),
	};
}

// --- answers

const typedDay = (iso) => iso.split('-').reverse().join('.');
const isDay = (text) => /^\d{4}-\d\d-\d\d$/.test(text);
const someMunicipalities = ['3403', '3411', '3405', '3407', '3420', '3436'];

// Own work as the plan asks for it: as hours at a round rate where the scheme has a highest one.
function ownWork(sum, most) {
	const rate = [250, 200, 100, 50, 10, 5, 1].find((one) => one <= most && sum % one === 0);
	return most > 0 ? { hours: sum / rate, rate } : { own: sum };
}

function costLines(field, { costs, own, given }, highestRate) {
	const lines = [];
	for (const type of field.costTypes) {
		const sum = Number(given[`${field.id}.${type}`] ?? 0);
		if (sum > 0) {
			lines.push({ item: `Kostnad av type ${type}`, cash: sum, type });
		}
	}
	const left = costs - own - lines.reduce((sum, line) => sum + line.cash, 0);
	const plain = field.costTypes.find((type) => given[`${field.id}.${type}`] === undefined) ?? field.costTypes[0];
	// A page shows three lines to begin with.
	const two = left > 20000 && lines.length + (own > 0) < 2;
	if (two) {
		lines.push({ item: 'Leie av lokale', cash: '10 000,-', type: plain });
	}
	if (left > 0) {
		lines.unshift({ item: 'Honorar', cash: two ? left - 10000 : left, type: plain });
	}
	if (own > 0) {
		lines.push({ item: 'Dugnad', ...ownWork(own, highestRate), type: plain });
	}
	return lines;
}

// What somebody would answer to one question; id is the field's own, or its place in a row.
function answerTo(answers, scheme, field, id, { from, to, example }) {
	const { type, min, max, options, minRows, role } = field;
	const text = `Svar på ${field.id}: vi lager noe sammen.`;
	const day = (n) => new Date(Date.now() + n * 86400000);
	const typed = (n) => `${day(n).getDate()}.${day(n).getMonth() + 1}.${day(n).getFullYear()}`;
	const parts = (path, values) => {
		for (const [part, value] of Object.entries(values)) {
			if (value !== undefined) {
				answers[`${path}.${part}`] = String(value);
			}
		}
	};
	switch (type) {
		case 'text': answers[id] = text.slice(0, max || 200); break;
		case 'long-text': answers[id] = `${text}\n\nDe fleste er med frivillig.`; break;
		case 'integer': answers[id] = String(Math.max(min, Math.min(20, max || 20))); break;
		case 'money': answers[id] = '10 000'; break;
		case 'date': answers[id] = typed(from); break;
		case 'period':
			parts(id, {
				start: typedDay(example.from || scheme.from) || typed(from),
				end: typedDay(example.to || scheme.to) || typed(to),
			});
			break;
		case 'yes-no': answers[id] = 'yes'; break;
		case 'choice': answers[id] = options[0]; break;
		case 'multi-choice': answers[id] = options.slice(0, 2); break;
		case 'municipalities': answers[id] = someMunicipalities.slice(0, example.municipalities); break;
		case 'email': answers[id] = 'kontakt@lag.test'; break;
		case 'phone': answers[id] = '+47 12 00 00 99'; break;
		case 'account': answers[id] = '9999 00 10001'; break;
		case 'statement': answers[id] = 'yes'; break;
		case 'applied-sum': answers[id] = String(example.applied); break;
		case 'goal-table':
			scheme.goals.forEach((goal) => parts(`${id}.${goal}`, { number: 12, how: 'Vi teller dem som kommer.' }));
			break;
		case 'cost-table':
			costLines(field, example, scheme.highestRate).forEach((line, n) => parts(`${id}.${n}`, line));
			break;
		case 'financing-table':
			if (example.costs - example.own > example.applied) {
				parts(`${id}.0`, { source: 'Egne penger', cash: example.costs - example.own - example.applied });
			}
			if (example.own > 0) {
				parts(`${id}.1`, { source: 'Dugnad', own: example.own });
			}
			break;
		case 'birth-date': answers[id] = '17.5.1998'; break;
		case 'organisation-number': answers[id] = '974 760 673'; break;
		case 'address': parts(id, { street: 'Storgata 1', postcode: '2317', place: 'Hamar', municipality: '3403' }); break;
		case 'person':
			parts(id, { name: 'Kari Prøve', position: 'Leder', email: 'kari@lag.test', phone: '12 00 00 96', ...(role === 'signatory' && { basis: 'register' }) });
			break;
		case 'group':
			for (let row = 1; row <= Math.max(minRows, 1); row += 1) {
				field.fields.filter(({ relevant }) => relevant === '')
					.forEach((inner) => answerTo(answers, scheme, inner, `${id}.${row}.${inner.id}`, { from, to, example }));
			}
			break;
		case 'partners':
			parts(`${id}.1`, { name: 'Frivilligsentralen', number: '974 760 673', role: 'Lokaler', cash: '5 000', hours: 20, confirmed: 'yes' });
			break;
		case 'work-packages': {
			const quarter = (n) => `${day(n).getFullYear()}-${String(Math.floor(day(n).getMonth() / 3) * 3 + 1).padStart(2, '0')}`;
			parts(`${id}.1`, {
				name: 'Oppstart', goal: 'Komme i gang', responsible: 'Kari', cost: '10 000',
				'1.name': 'Kick off', '1.from': quarter(from), '1.to': quarter(to), '1.milestone': 'I gang',
			});
			break;
		}
		default:
	}
}

// Whether a question is answered with a file before sending; what others state may be one too.
export const wantsFile = ({ type, required }) => ['attachment', 'third-party-statement'].includes(type) && required !== '' && required !== 'false()';

// Everything a scheme asks, in one of its examples; the first that may have a grant when none is named, and in what an example leaves
// open.
export function validAnswers(scheme, { from = 70, to = 200, example = scheme } = {}) {
	const answers = {};
	for (const field of scheme.fields) {
		answerTo(answers, scheme, field, field.id, { from, to, example });
	}
	for (const [id, value] of Object.entries({ ...scheme.given, ...example.given })) {
		if (id in answers) {
			answers[id] = Array.isArray(answers[id]) ? value.split(' ') : isDay(value) ? typedDay(value) : value;
		}
	}
	return answers;
}
