// visitor.mjs — a browser without a screen: cookies, forms with their tokens, and the database beside it.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';

const { BASE_URL, RUN } = process.env;
export const PASSWORD = 'Tilskudd-demo-2026';

const entities = { amp: '&', lt: '<', gt: '>', quot: '"', '#34': '"', '#39': "'", nbsp: '\u00a0' };
export const unescape = (text) => text.replace(/&(#?\w+);/g, (whole, name) => entities[name] ?? whole);

// What a page says, without its tags.
export const words = (html) => unescape(html.replace(/<(script|style)[^]*?<\/\1>/g, '').replace(/<[^>]+>/g, ' ')).replace(/\s+/g, ' ');

const attribute = (tag, name) => unescape(new RegExp(`\\b${name}="([^"]*)"`).exec(tag)?.[1] ?? '');

// The forms of a page: where each goes, and its fields as they stand.
export const forms = (html) =>
	[...html.matchAll(/<form\b([^>]*)>([^]*?)<\/form>/g)].map(([, tag, inside]) => ({
		action: attribute(tag, 'action'),
		method: attribute(tag, 'method') || 'get',
		fields: [...inside.matchAll(/<input\b[^>]*>/g)]
			.map(([input]) => input)
			.filter((input) => !/type="(radio|checkbox)"/.test(input) || /\bchecked\b/.test(input))
			.map((input) => [attribute(input, 'name'), attribute(input, 'value')])
			.filter(([name]) => name !== ''),
		inside,
	}));

// Debian 12's Node joins the lines with commas and cannot give them one by one; ours hold no dates.
export const setCookies = (headers) =>
	headers.getSetCookie?.() ?? (headers.get('set-cookie') ?? '').split(/, (?=[^;,=\s]+=)/).filter((line) => line !== '');

export class Visitor {
	cookies = new Map();
	page = ''; // the last page read

	async request(path, options = {}) {
		const answer = await fetch(new URL(path, BASE_URL), {
			redirect: 'manual',
			...options,
			headers: {
				...(this.cookies.size > 0 && { cookie: [...this.cookies].map(([k, v]) => `${k}=${v}`).join('; ') }),
				...options.headers,
			},
		});
		for (const line of setCookies(answer.headers)) {
			const [, name, value] = /^([^=]+)=([^;]*)/.exec(line);
			if (value === '' || /max-age=0/i.test(line)) {
				this.cookies.delete(name);
			} else {
				this.cookies.set(name, value);
			}
		}
		const bytes = Buffer.from(await answer.arrayBuffer()), body = bytes.toString();
		if (/^text\/html/.test(answer.headers.get('content-type') ?? '')) {
			this.page = body;
		}
		return { status: answer.status, headers: answer.headers, location: answer.headers.get('location'), body, bytes };
	}

	get(path, headers = {}) {
		return this.request(path, { headers });
	}

	// Sends fields ([[name, value]] or {name: value}) with the tokens of the last page that had a form going there.
	post(path, fields = {}, { tokens = this.tokens(path), headers = {} } = {}) {
		const pairs = Array.isArray(fields) ? fields : Object.entries(fields);
		return this.request(path, {
			method: 'POST',
			headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers },
			body: new URLSearchParams([...pairs, ...tokens]).toString(),
		});
	}

	tokens(path) {
		const all = forms(this.page);
		const form = all.find(({ action }) => action === path) ?? all.find(({ method }) => method === 'post');
		return (form?.fields ?? []).filter(([name]) => name === 'csrf' || name === 'form_key');
	}

	form(path) {
		const form = forms(this.page).find(({ action }) => action === path);
		assert.ok(form, `a form that goes to ${path}`);
		return form;
	}

	async follow(answer) {
		assert.equal(answer.status, 303, `a way on, not ${answer.status}`);
		return this.get(answer.location);
	}

	async login(email, password = PASSWORD, back = '') {
		await this.get(`/logg-inn${back && `?tilbake=${encodeURIComponent(back)}`}`);
		return this.post('/logg-inn', { email, password, tilbake: back });
	}
}

export const visitor = async (email) => {
	const someone = new Visitor();
	if (email) {
		assert.equal((await someone.login(email)).status, 303, `${email} is logged in`);
	}
	return someone;
};

// What the database says, as its owner: rows of values as text.
export const sql = (query, ...values) => {
	const args = ['-X', '-q', '-A', '-t', '-F', '\t', '-v', 'ON_ERROR_STOP=1', '-h', RUN, '-U', 'postgres', '-d', 'tilskudd'];
	values.forEach((value, i) => args.push('-v', `v${i + 1}=${value}`));
	const out = execFileSync('psql', [...args, '-f', '-'], { input: query, encoding: 'utf8' });
	return out.split('\n').filter(Boolean).map((row) => row.split('\t'));
};
