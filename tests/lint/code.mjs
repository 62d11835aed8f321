// code.mjs — habits of our C that a compiler does not check: opening lines, memory, sizes of files.
import { files, lineOf, read, tell, withoutComments } from '../lib/source.mjs';

const sources = files('src', /\.[ch]$/);
const tests = files('tests', /\.[ch]$/);

tell(
	'every C file opens with one sentence on its job',
	[...sources, ...tests].filter((path) => {
		const name = path.split('/').pop();
		return !new RegExp(`^/\\*\\n? ?\\*? ?${name.replace('.', '\\.')} — `).test(read(path));
	}),
);

// An arena frees; the wrappers of foreign objects are named here, each with what it wraps.
const mayFree = [
	/^src\/core\//, // the arena itself
	/^src\/build\//, // programs that end at once
	/^src\/xml\//, // xmlDoc and libxml2's strings
	/^src\/doc\/doc_hyphen\.c$/, // libhyphen's lists
	/^src\/db\/(db(_[a-z]+)?|migrate)\.c$/, // PGresult, and scandir()'s lists of files
];
const frees = [];
for (const path of sources.filter((p) => p.endsWith('.c') && !mayFree.some((m) => m.test(p)))) {
	const text = withoutComments(read(path)).replace(/"(?:\\.|[^"\\\n])*"/g, '""');
	for (const call of text.matchAll(/(?<![\w.>])(free|malloc|calloc|realloc|reallocarray|strdup|strndup|asprintf)\s*\(/g)) {
		frees.push(`${path}:${lineOf(text, call.index)}: ${call[1]}(); memory comes from the arena`);
	}
}
tell('nobody allocates or frees outside core and the wrappers', frees);

const unsafe = [];
for (const path of sources) {
	const text = withoutComments(read(path)).replace(/"(?:\\.|[^"\\\n])*"/g, '""');
	for (const call of text.matchAll(/(?<![\w.>])(strcpy|strcat|sprintf|vsprintf|gets|atoi|atol|strtok|system|popen|localtime|gmtime|asctime|ctime|setlocale|setjmp|longjmp)\s*\(/g)) {
		if (/set|long/.test(call[1]) && path === 'src/core/arena.c') {
			continue;
		}
		unsafe.push(`${path}:${lineOf(text, call.index)}: ${call[1]}()`);
	}
}
tell('functions that overflow, share state or start programs are not called', unsafe);

// A function that no other file of ours calls is static, or nobody's; one may be shown to a test besides. Names in strings
// count: programs that write C name what it calls.
const forTests = [
	'arena_used', // how near a ceiling something came
	'case_state_code', // the name of a state in what a test says
	'doc_template_read', // a template that lies in no folder
	'scheme_store_count', // what a store holds
];
const words = new Map(sources.map((path) => [path, withoutComments(read(path))]));
const counts = new Map([...words].map(([path, text]) => {
	const count = new Map();
	for (const [word] of text.matchAll(/\b[a-z_]\w*\b/g)) {
		count.set(word, (count.get(word) ?? 0) + 1);
	}
	return [path, count];
}));
const lonely = [];
for (const [path, text] of words) {
	if (!path.endsWith('.c') || path === 'src/web/kore_door.c') {
		continue;
	}
	for (const [, type, name] of text.matchAll(/^([a-z][^\n;{}()]*)\n([a-z_]\w*)\(/gm)) {
		if (/^static\b/.test(type) || name === 'main' || forTests.includes(name)) {
			continue;
		}
		// A header that names it once more does so in a macro.
		const called = [...counts].some(([other, count]) => other !== path && (count.get(name) ?? 0) > (other.endsWith('.h') ? 1 : 0));
		const tried = counts.get(path).get(name) > 1 && tests.some((test) => new RegExp(`\\b${name}\\b`).test(read(test)));
		if (!called && !tried) {
			lonely.push(`${path}: ${name}() is called by no other file; make it static, or take it out`);
		}
	}
}
tell('what a file shows to others, others use', lonely);

tell(
	'no file is longer than 600 lines',
	sources.map((path) => [path, read(path).split('\n').length - 1]).filter(([, n]) => n > 600).map(([p, n]) => `${p}: ${n} lines`),
);

tell(
	'nothing is left for later',
	[...sources, ...tests, ...files('sql'), ...files('conf'), ...files('assets', /\.(html|js|css)$/)].flatMap((path) =>
		read(path)
			.split('\n')
			.map((line, i) => [line, i + 1])
			.filter(([line]) => /\b(TODO|FIXME|XXX|HACK)\b/.test(line))
			.map(([, n]) => `${path}:${n}`),
	),
);
