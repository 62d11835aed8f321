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
