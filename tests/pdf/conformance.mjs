// conformance.mjs — the rules of PDF/A-2a (ISO 19005-2) and PDF/UA-1 (ISO 14289-1) that can be read from a file: each
// returns what breaks it. Objects come from qpdf; content streams, fonts and metadata are read here.
import { execFileSync } from 'node:child_process';

const isRef = (value) => typeof value === 'string' && /^\d+ \d+ R$/.test(value);
const text = (value) => (typeof value === 'string' ? value.replace(/^u:/, '') : undefined);

// The named places of a document: a name tree of leaves, each in order and within its limits.
export const placesOf = (get, catalog) => {
	const places = new Map();
	let before = '';
	for (const kid of get(get(get(catalog['/Names'])?.['/Dests'])?.['/Kids']) ?? []) {
		const { '/Names': names, '/Limits': [first, last] } = get(kid);
		for (let i = 0; i < names.length; i += 2) {
			if (names[i] >= first && names[i] <= last && names[i] > before) {
				places.set((before = names[i]), get(names[i + 1]));
			}
		}
	}
	return places;
};

// A file opened: { get, all, streams, catalog, pages, elements ... }, to be changed by tests of the rules themselves.
export const open = (pdf) => {
	const whole = JSON.parse(execFileSync(
		'qpdf', ['--json=2', '--json-key=qpdf', '--json-stream-data=inline', '--decode-level=generalized', pdf],
		{ encoding: 'utf8', maxBuffer: 1 << 28 },
	)).qpdf;
	const values = new Map();
	const streams = new Map();
	for (const [key, entry] of Object.entries(whole[1])) {
		const name = key.replace(/^obj:/, '');
		values.set(name, entry.value ?? entry.stream?.dict);
		if (entry.stream) {
			streams.set(name, Buffer.from(entry.stream.data ?? '', 'base64'));
		}
	}
	const get = (value) => (isRef(value) ? values.get(value) : value);
	const trailer = values.get('trailer');
	const catalog = get(trailer['/Root']);
	const file = { values, streams, get, trailer, catalog, version: whole[0].pdfversion, info: get(trailer['/Info']) ?? {} };
	file.pages = pageList(file, catalog['/Pages']).map((ref) => pageOf(file, ref));
	file.tree = get(catalog['/StructTreeRoot']);
	return file;
};

const pageList = ({ get }, ref) => (get(ref)['/Type'] === '/Pages' ? get(ref)['/Kids'].flatMap((kid) => pageList({ get }, kid)) : [ref]);

const pageOf = (file, ref) => {
	const object = file.get(ref);
	const contents = [object['/Contents']].flat();
	const content = Buffer.concat(contents.flatMap((one) => [file.streams.get(one) ?? Buffer.alloc(0), Buffer.from('\n')])).toString('latin1');
	return { ref, object, resources: file.get(object['/Resources']), operations: operations(content) };
};

// Content as [{ op, args }]; numbers, names and strings as they are written.
const operations = (content) => {
	const found = [];
	const token = /\s*(<<(?:[^<>]|<[0-9A-Fa-f\s]*>)*>>|<[0-9A-Fa-f\s]*>|\((?:\\.|[^\\()])*\)|\[|\]|\/[^\s/<>[\]()]+|[^\s/<>[\]()]+)/gy;
	let args = [];
	let list = null;
	for (let match; (match = token.exec(content)) !== null;) {
		const word = match[1];
		if (word === '[') {
			list = [];
		} else if (word === ']') {
			args.push(list);
			list = null;
		} else if (/^[</([+\-.\d]/.test(word)) {
			(list ?? args).push(/^[+\-.\d]/.test(word) ? Number(word) : word);
		} else {
			found.push({ op: word, args });
			args = [];
		}
	}
	return found;
};

// Every element below the tree's root, with its parent and depth.
const elements = (file) => {
	const found = [];
	const walk = (ref, parent) => {
		const element = file.get(ref);
		found.push({ ref, element, parent });
		for (const kid of [element['/K'] ?? []].flat()) {
			if (isRef(kid) && file.get(kid)?.['/S'] !== undefined) {
				walk(kid, ref);
			}
		}
	};
	for (const kid of [file.tree?.['/K'] ?? []].flat()) {
		walk(kid, file.catalog['/StructTreeRoot']);
	}
	return found;
};

const kids = (file, element) => [element['/K'] ?? []].flat();
const kidElements = (file, element) => kids(file, element).filter((kid) => isRef(kid) && file.get(kid)?.['/S'] !== undefined).map((kid) => file.get(kid));
const attribute = (file, element, name) => {
	const list = [file.get(element['/A']) ?? []].flat().map((one) => file.get(one));
	return list.find((one) => one?.[name] !== undefined)?.[name];
};
// What is painted: operators that leave a mark on the page.
const paints = new Set(['Tj', 'TJ', "'", '"', 'f', 'F', 'f*', 'S', 's', 'B', 'B*', 'b', 'b*', 'Do', 'sh', 'BI', 'EI']);
const known = new Set([...paints, 'q', 'Q', 'cm', 'w', 'J', 'j', 'M', 'd', 'i', 'm', 'l', 'c', 'v', 'y', 'h', 're', 'n', 'W', 'W*',
	'BT', 'ET', 'Tc', 'Tw', 'Tz', 'TL', 'Tf', 'Tr', 'Ts', 'Td', 'TD', 'Tm', 'T*', 'rg', 'RG', 'g', 'G', 'BDC', 'BMC', 'EMC']);

// The marks of a page in order: { tag, mcid, artifact, painted }.
const marks = (page, tell = () => {}) => {
	const found = [];
	let open = null;
	for (const { op, args } of page.operations) {
		if (op === 'BDC' || op === 'BMC') {
			if (open !== null) {
				tell('marks stand in each other');
			}
			const mcid = /\/MCID (\d+)/.exec(args[1] ?? '')?.[1];
			open = { tag: args[0], mcid: mcid === undefined ? undefined : Number(mcid), artifact: args[0] === '/Artifact', painted: 0 };
			found.push(open);
		} else if (op === 'EMC') {
			if (open === null) {
				tell('a mark ends that did not begin');
			}
			open = null;
		} else if (paints.has(op)) {
			if (open === null) {
				tell(`${op} paints outside every mark`);
			} else {
				open.painted++;
			}
		}
	}
	if (open !== null) {
		tell('a mark does not end');
	}
	return found;
};

const parentTree = (file) => {
	const numbers = file.get(file.tree?.['/ParentTree'])?.['/Nums'] ?? [];
	return new Map(numbers.flatMap((key, i) => (i % 2 === 0 ? [[key, file.get(numbers[i + 1]) === undefined ? undefined : numbers[i + 1]]] : [])));
};

const rows = (file, element) => kidElements(file, element).flatMap((kid) => (kid['/S'] === '/TR' ? [kid] : ['/THead', '/TBody', '/TFoot'].includes(kid['/S']) ? kidElements(file, kid) : []));

// ToUnicode of a font: code to text.
const unicodes = (file, font) => {
	const map = new Map();
	const cmap = file.streams.get(font['/ToUnicode'])?.toString('latin1') ?? '';
	for (const [, block] of cmap.matchAll(/beginbfchar\n([^]*?)endbfchar/g)) {
		for (const [, code, units] of block.matchAll(/<([0-9A-F]{4})><([0-9A-F]*)>/g)) {
			map.set(parseInt(code, 16), String.fromCharCode(...(units.match(/.{4}/g) ?? []).map((unit) => parseInt(unit, 16))));
		}
	}
	return map;
};

// Words as they are painted: [{ n (of the page), page, mcid, ref (of their element), words }]; artifacts left out.
const shown = (file) => {
	const tree = parentTree(file);
	return file.pages.flatMap((page, i) => {
		const fonts = file.get(page.resources['/Font']) ?? {};
		const list = file.get(tree.get(page.object['/StructParents'])) ?? [];
		const found = [];
		let mcid;
		let map = new Map();
		for (const { op, args } of page.operations) {
			if (op === 'BDC') {
				mcid = /\/MCID (\d+)/.exec(args[1])?.[1];
			} else if (op === 'Tf') {
				map = unicodes(file, file.get(fonts[args[0]]));
			} else if (op === 'TJ' && mcid !== undefined) {
				const codes = args.flat().filter((one) => typeof one === 'string').flatMap((one) => one.slice(1, -1).match(/.{4}/g) ?? []);
				found.push({ n: i + 1, page: page.ref, mcid, ref: list[mcid], words: codes.map((code) => map.get(parseInt(code, 16)) ?? '').join('') });
			}
		}
		return found;
	});
};

// Codes of each font that text shows: Map of font dictionary to Set.
const codesShown = (file) => {
	const shown = new Map();
	for (const page of file.pages) {
		const fonts = file.get(page.resources['/Font']) ?? {};
		let font = null;
		for (const { op, args } of page.operations) {
			if (op === 'Tf') {
				font = file.get(fonts[args[0]]);
			} else if (op === 'TJ' || op === 'Tj') {
				const codes = shown.get(font) ?? shown.set(font, new Set()).get(font);
				for (const part of args.flat().filter((one) => typeof one === 'string')) {
					for (const code of part.slice(1, -1).match(/.{4}/g) ?? []) {
						codes.add(parseInt(code, 16));
					}
				}
			}
		}
	}
	return shown;
};

const tables = (data) => new Map(Array.from({ length: data.readUInt16BE(4) }, (_, i) => {
	const at = 12 + 16 * i;
	return [data.toString('latin1', at, at + 4), data.subarray(data.readUInt32BE(at + 8), data.readUInt32BE(at + 8) + data.readUInt32BE(at + 12))];
}));

const xmp = (file) => file.streams.get(file.catalog['/Metadata'])?.toString('utf8') ?? '';
const plainXml = (value) => value?.replace(/&lt;/g, '<').replace(/&gt;/g, '>').replace(/&quot;/g, '"').replace(/&amp;/g, '&');
const said = (file, pattern) => plainXml(new RegExp(pattern).exec(xmp(file))?.[1]);

const inTable = { '/THead': ['/Table'], '/TBody': ['/Table'], '/TFoot': ['/Table'], '/TR': ['/Table', '/THead', '/TBody', '/TFoot'],
	'/TH': ['/TR'], '/TD': ['/TR'], '/LI': ['/L'], '/Lbl': ['/LI', '/Note'], '/LBody': ['/LI'], '/TOCI': ['/TOC'], '/Caption': ['/Table', '/Figure', '/L'] };
const holds = { '/Table': ['/Caption', '/THead', '/TBody', '/TFoot', '/TR'], '/THead': ['/TR'], '/TBody': ['/TR'], '/TFoot': ['/TR'], '/TR': ['/TH', '/TD'],
	'/L': ['/LI', '/L', '/Caption'], '/LI': ['/Lbl', '/LBody'], '/TOC': ['/TOCI', '/TOC', '/Caption'] };
const standard = new Set(['/Document', '/P', '/H1', '/H2', '/H3', '/H4', '/H5', '/H6', '/L', '/LI', '/Lbl', '/LBody', '/Table', '/THead', '/TBody', '/TFoot',
	'/TR', '/TH', '/TD', '/Caption', '/Figure', '/Link', '/Note', '/Reference', '/Span', '/TOC', '/TOCI', '/Sect', '/Div', '/Part']);

// Each rule: what the standard says, and what in the file breaks it.
export const rules = {
	'the file is PDF 1.7, not encrypted, with an identity': (file) => [
		...(file.version === '1.7' ? [] : [file.version]),
		...(file.trailer['/Encrypt'] === undefined ? [] : ['encrypted']),
		...(file.trailer['/ID']?.length === 2 && file.trailer['/ID'].every((id) => (id.startsWith('b:') ? id.length === 34 : id.length > 2)) ? [] : ['no ID']),
	],
	'nothing runs, plays, is attached or asks for other programs': (file) => {
		const whole = JSON.stringify([...file.values.values()]);
		return ['/JavaScript', '/JS', '/Launch', '/AA', '/OpenAction', '/EmbeddedFiles', '/AcroForm', '/OCProperties', '/XFA', '/PS', '/RichMedia', '/Movie', '/Sound']
			.filter((name) => whole.includes(`"${name}"`));
	},
	'the catalog says that the file is tagged, in which language, and that its title is shown': (file) => [
		...(file.catalog['/MarkInfo']?.['/Marked'] === true && file.catalog['/MarkInfo']['/Suspects'] !== true ? [] : ['Marked']),
		...(/^[a-z]{2,3}(-[A-Za-z0-9]{1,8})*$/.test(text(file.catalog['/Lang']) ?? '') ? [] : ['Lang']),
		...(file.get(file.catalog['/ViewerPreferences'])?.['/DisplayDocTitle'] === true ? [] : ['DisplayDocTitle']),
		...((text(file.info['/Title']) ?? '').trim() === '' ? ['Title'] : []),
	],
	'the metadata say the same as the information, and claim PDF/A-2a and PDF/UA-1': (file) => {
		const stream = file.get(file.catalog['/Metadata']);
		const date = (value) => text(value)?.replace(/^D:(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)Z$/, '$1-$2-$3T$4:$5:$6Z');
		const pairs = [
			['Title', text(file.info['/Title']), said(file, '<dc:title><rdf:Alt><rdf:li xml:lang="x-default">([^<]*)<')],
			['Author', text(file.info['/Author']), said(file, '<dc:creator><rdf:Seq><rdf:li>([^<]*)</rdf:li></rdf:Seq>')],
			['Producer', text(file.info['/Producer']), said(file, '<pdf:Producer>([^<]*)<')],
			['CreationDate', date(file.info['/CreationDate']), said(file, '<xmp:CreateDate>([^<]*)<')],
			['ModDate', date(file.info['/ModDate']), said(file, '<xmp:ModifyDate>([^<]*)<')],
			['Lang', text(file.catalog['/Lang']), said(file, '<dc:language><rdf:Bag><rdf:li>([^<]*)<')],
			['part of PDF/A', '2', said(file, '<pdfaid:part>([^<]*)<')],
			['level of PDF/A', 'A', said(file, '<pdfaid:conformance>([^<]*)<')],
			['part of PDF/UA', '1', said(file, '<pdfuaid:part>([^<]*)<')],
			['pdfuaid described', 'http://www.aiim.org/pdfua/ns/id/', said(file, '<pdfaSchema:namespaceURI>([^<]*)<')],
			['pdfuaid:part described', 'Integer', said(file, '<pdfaProperty:valueType>([^<]*)<')],
		];
		return [
			...(stream?.['/Type'] === '/Metadata' && stream['/Subtype'] === '/XML' && stream['/Filter'] === undefined ? [] : ['the stream']),
			...(/^<\?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"\?>/.test(xmp(file)) ? [] : ['the packet']),
			...pairs.filter(([, a, b]) => a !== b).map(([what, a, b]) => `${what}: ${a}, ${b}`),
		];
	},
	'one output intent with an RGB profile, and no colour outside it': (file) => {
		const intents = (file.get(file.catalog['/OutputIntents']) ?? []).map(file.get);
		const profile = file.streams.get(intents[0]?.['/DestOutputProfile']);
		const colours = file.pages.flatMap((page) => page.operations.filter(({ op }) => ['k', 'K', 'cs', 'CS', 'sc', 'SC', 'scn', 'SCN', 'sh', 'ri', 'gs'].includes(op)).map(({ op }) => op));
		const images = [...file.values.values()].filter((one) => one?.['/Subtype'] === '/Image');
		return [
			...(intents.length === 1 && intents[0]['/S'] === '/GTS_PDFA1' && text(intents[0]['/OutputConditionIdentifier']) ? [] : ['intent']),
			...(profile?.toString('latin1', 36, 40) === 'acsp' && profile.toString('latin1', 16, 20) === 'RGB ' && profile.readUInt32BE(0) === profile.length && profile[8] <= 4 &&
				file.get(intents[0]['/DestOutputProfile'])['/N'] === 3 ? [] : ['profile']),
			...colours,
			...images.filter((one) => !['/DeviceRGB', '/DeviceGray'].includes(one['/ColorSpace']) || one['/SMask'] || one['/Interpolate'] || one['/Alternates'] || one['/OPI']).map(() => 'an image'),
			...[...file.values.values()].filter((one) => one?.['/Group'] !== undefined || one?.['/SMask'] !== undefined).map(() => 'transparency'),
		];
	},
	'content holds operators of the standard only, and states that are saved are restored': (file) => file.pages.flatMap((page, n) => {
		let depth = 0;
		const wrong = page.operations.filter(({ op }) => !known.has(op)).map(({ op }) => `page ${n + 1}: ${op}`);
		for (const { op } of page.operations) {
			depth += op === 'q' ? 1 : op === 'Q' ? -1 : 0;
			if (depth < 0 || depth > 28) {
				wrong.push(`page ${n + 1}: q and Q`);
				break;
			}
		}
		return depth === 0 ? wrong : [...wrong, `page ${n + 1}: ${depth} states are left`];
	}),
	'everything that is painted belongs to an element or is an artifact': (file) => file.pages.flatMap((page, n) => {
		const wrong = [];
		const all = marks(page, (what) => wrong.push(`page ${n + 1}: ${what}`));
		for (const mark of all.filter((one) => !one.artifact && one.mcid === undefined)) {
			wrong.push(`page ${n + 1}: ${mark.tag} is neither`);
		}
		return wrong;
	}),
	'the parent tree leads each mark to its element, which lists it, under the same name': (file) => {
		const tree = parentTree(file);
		const wrong = [];
		for (const [n, page] of file.pages.entries()) {
			const list = file.get(tree.get(page.object['/StructParents']));
			const used = marks(page).filter((one) => one.mcid !== undefined);
			if (!Array.isArray(list) || list.length !== used.length || new Set(used.map((one) => one.mcid)).size !== used.length) {
				wrong.push(`page ${n + 1}: ${used.length} marks, ${list?.length} parents`);
				continue;
			}
			for (const mark of used) {
				const element = file.get(list[mark.mcid]);
				const lists = kids(file, element ?? {}).some((kid) => (kid === mark.mcid && element['/Pg'] === page.ref) ||
					(kid?.['/MCID'] === mark.mcid && kid['/Type'] === '/MCR' && kid['/Pg'] === page.ref));
				if (!lists || element['/S'] !== mark.tag) {
					wrong.push(`page ${n + 1}: mark ${mark.mcid} ${mark.tag}, element ${element?.['/S']}`);
				}
			}
		}
		if (Math.max(-1, ...tree.keys()) >= (file.tree?.['/ParentTreeNextKey'] ?? 0)) {
			wrong.push('ParentTreeNextKey');
		}
		return wrong;
	},
	'the structure is one tree: each element hangs where its parent lists it, and what it lists is there': (file) => {
		const all = elements(file);
		const seen = new Set();
		const wrong = [];
		for (const { ref, element, parent } of all) {
			if (element['/P'] !== parent) {
				wrong.push(`${ref} ${element['/S']}: its parent is another`);
			}
			if (seen.has(ref)) {
				wrong.push(`${ref} ${element['/S']}: listed twice`);
			}
			seen.add(ref);
			for (const kid of kids(file, element)) {
				const page = file.pages.find((one) => one.ref === (kid?.['/Pg'] ?? element['/Pg']));
				const mcid = kid?.['/MCID'] ?? kid;
				if (typeof mcid === 'number' && !marks(page ?? { operations: [] }).some((one) => one.mcid === mcid)) {
					wrong.push(`${ref} ${element['/S']}: no mark ${mcid} on its page`);
				}
			}
		}
		for (const [ref, one] of file.values) {
			if (one?.['/S'] !== undefined && one['/P'] !== undefined && !seen.has(ref)) {
				wrong.push(`${ref} ${one['/S']}: not in the tree`);
			}
		}
		return all[0]?.element['/S'] === '/Document' && [file.tree['/K']].flat().length === 1 ? wrong : [...wrong, 'its root is no Document'];
	},
	'elements are of the standard types, and stand where those may': (file) => {
		const parents = new Map(elements(file).map(({ ref, element }) => [ref, element]));
		return elements(file).flatMap(({ ref, element, parent }) => {
			const type = element['/S'];
			const above = parents.get(parent)?.['/S'];
			return [
				...(standard.has(type) ? [] : [`${ref} ${type} is not standard`]),
				...(inTable[type] && !inTable[type].includes(above) ? [`${ref} ${type} stands in ${above}`] : []),
				...kidElements(file, element).filter((kid) => holds[type] && !holds[type].includes(kid['/S'])).map((kid) => `${ref} ${type} holds ${kid['/S']}`),
			];
		});
	},
	'tables are regular grids, and their heads say what they head': (file) => elements(file).filter(({ element }) => element['/S'] === '/Table').flatMap(({ ref, element }) => {
		const covered = [];
		const wrong = [];
		const all = rows(file, element);
		const widths = all.map((row, y) => {
			covered[y] ??= new Set();
			let x = 0;
			for (const cell of kidElements(file, row)) {
				const [across, down] = ['/ColSpan', '/RowSpan'].map((name) => attribute(file, cell, name) ?? 1);
				while (covered[y].has(x)) {
					x++;
				}
				for (let dy = 0; dy < down; dy++) {
					for (let dx = 0; dx < across; dx++) {
						const row = (covered[y + dy] ??= new Set());
						if (row.has(x + dx)) {
							wrong.push(`${ref}: cells on each other in row ${y + dy + 1}`);
						}
						row.add(x + dx);
					}
				}
				if (cell['/S'] === '/TH' && !['/Column', '/Row', '/Both'].includes(attribute(file, cell, '/Scope'))) {
					wrong.push(`${ref}: a TH without Scope in row ${y + 1}`);
				}
			}
			return 0;
		}).map((_, y) => covered[y].size);
		return [...wrong, ...(covered.length === all.length && new Set(widths).size <= 1 ? [] : [`${ref}: rows of ${[...new Set(widths)]} cells, ${covered.length} of ${all.length} rows`])];
	}),
	'headings begin with H1 and leave no level out': (file) => {
		const levels = elements(file).map(({ element }) => /^\/H([1-6])$/.exec(element['/S'])?.[1]).filter(Boolean).map(Number);
		return levels.flatMap((level, i) => (level > (levels[i - 1] ?? 0) + 1 ? [`H${level} behind ${i === 0 ? 'nothing' : `H${levels[i - 1]}`}`] : []));
	},
	'every figure has words in its place, and a box': (file) => elements(file).filter(({ element }) => element['/S'] === '/Figure').flatMap(({ ref, element }) => [
		...((text(element['/Alt']) ?? '').trim().length > 1 ? [] : [`${ref}: no Alt`]),
		...(attribute(file, element, '/BBox')?.length === 4 || kids(file, element).some((kid) => kid?.['/MCID'] !== undefined) ? [] : [`${ref}: no BBox`]),
	]),
	'every annotation is a link with words, printed, and of a Link element that lists it': (file) => {
		const tree = parentTree(file);
		const places = placesOf(file.get, file.catalog);
		return file.pages.flatMap((page, n) => (file.get(page.object['/Annots']) ?? []).flatMap((ref) => {
			const link = file.get(ref);
			const element = file.get(tree.get(link['/StructParent']));
			return [
				...(link['/Subtype'] === '/Link' ? [] : [link['/Subtype']]),
				...((text(link['/Contents']) ?? '').trim() === '' ? ['no Contents'] : []),
				...(link['/F'] === 4 ? [] : [`F ${link['/F']}`]),
				...(link['/A'] === undefined || link['/A']['/S'] === '/URI' ? [] : [`A ${link['/A']['/S']}`]),
				...(link['/Dest'] === undefined || places.has(link['/Dest']) ? [] : [`nothing is called ${link['/Dest']}`]),
				...(element?.['/S'] === '/Link' && kids(file, element).some((kid) => kid?.['/Type'] === '/OBJR' && kid['/Obj'] === ref) ? [] : ['no OBJR']),
			].map((what) => `page ${n + 1}: ${what}`);
		}));
	},
	'every link has words and an annotation': (file) => elements(file).filter(({ element }) => element['/S'] === '/Link').flatMap(({ ref, element }) => [
		...(kids(file, element).some((kid) => kid?.['/Type'] === '/OBJR') ? [] : [`${ref}: no annotation`]),
		...(kids(file, element).some((kid) => typeof kid === 'number' || isRef(kid) || kid?.['/MCID'] !== undefined) ? [] : [`${ref}: no words`]),
	]),
	'pages are walked in the order of the structure': (file) => file.pages.flatMap((page, n) => [
		...(page.object['/Tabs'] === '/S' ? [] : [`page ${n + 1}: Tabs`]),
		...(Number.isInteger(page.object['/StructParents']) ? [] : [`page ${n + 1}: StructParents`]),
	]),
	'every note has a name of its own, and is found by it': (file) => {
		const notes = elements(file).filter(({ element }) => element['/S'] === '/Note');
		const ids = notes.map(({ element }) => text(element['/ID']));
		const names = file.get(file.get(file.tree?.['/IDTree'])?.['/Names']) ?? [];
		const found = new Map(names.flatMap((name, i) => (i % 2 === 0 ? [[text(name), names[i + 1]]] : [])));
		return [
			...(new Set(ids).size === ids.length ? [] : ['two notes have one name']),
			...notes.filter(({ ref, element }) => !element['/ID'] || found.get(text(element['/ID'])) !== ref).map(({ ref }) => `${ref}: not found by its name`),
			...(JSON.stringify([...found.keys()]) === JSON.stringify([...found.keys()].sort()) ? [] : ['the names are not in order']),
		];
	},
	'fonts are embedded, and their widths are those of the glyphs': (file) => {
		const wrong = [];
		for (const font of [...file.values.values()].filter((one) => one?.['/Type'] === '/Font')) {
			const name = font['/BaseFont'];
			if (!['/Type0', '/CIDFontType2'].includes(font['/Subtype']) || !/^\/[A-Z]{6}\+./.test(name)) {
				wrong.push(`${name}: ${font['/Subtype']}`);
			}
			if (font['/Subtype'] !== '/CIDFontType2') {
				continue;
			}
			const descriptor = file.get(font['/FontDescriptor']);
			const program = file.streams.get(descriptor?.['/FontFile2']);
			const map = file.streams.get(font['/CIDToGIDMap']);
			if (!program || !map || descriptor['/FontName'] !== name) {
				wrong.push(`${name}: not embedded`);
				continue;
			}
			const parts = tables(program);
			const units = parts.get('head').readUInt16BE(18);
			const metrics = parts.get('hhea').readUInt16BE(34);
			const glyphs = parts.get('maxp').readUInt16BE(4);
			const [first, widths] = file.get(font['/W']) ?? [];
			for (let code = 1; code < map.length / 2; code++) {
				const glyph = map.readUInt16BE(2 * code);
				const width = parts.get('hmtx').readUInt16BE(4 * Math.min(glyph, metrics - 1)) * 1000 / units;
				if (glyph === 0 || glyph >= glyphs || Math.abs(width - widths[code - first]) > 1) {
					wrong.push(`${name}: code ${code}, glyph ${glyph}, ${width} wide, told ${widths[code - first]}`);
				}
			}
		}
		return wrong;
	},
	'every code that is shown stands for characters': (file) => [...codesShown(file)].flatMap(([font, codes]) => {
		const map = unicodes(file, font ?? {});
		const cid = file.get(file.get(font?.['/DescendantFonts'])?.[0]);
		const count = (file.streams.get(cid?.['/CIDToGIDMap'])?.length ?? 0) / 2;
		return [...codes].filter((code) => code === 0 || code >= count || !map.get(code) || /[\0\ufeff\ufffe]/.test(map.get(code))).map((code) => `${font?.['/BaseFont']}: code ${code}`);
	}),
	'what runs from right to left is told in the order it is read': (file) => {
		const above = new Map(elements(file).map(({ ref, element, parent }) => [ref, { element, parent }]));
		const told = (ref) => above.has(ref) && (above.get(ref).element['/ActualText'] !== undefined || above.get(ref).element['/Alt'] !== undefined || told(above.get(ref).parent));
		return shown(file).filter(({ words, ref }) => /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/.test(words) && !told(ref)).map(({ n, words }) => `page ${n}: ${words}`);
	},
	'words of another script say that they are not of the document\'s language': (file) => {
		const above = new Map(elements(file).map(({ ref, element, parent }) => [ref, { element, parent }]));
		const language = (ref) => (above.has(ref) ? above.get(ref).element['/Lang'] ?? language(above.get(ref).parent) : file.catalog['/Lang']);
		return shown(file).filter(({ words, ref }) => /[\u0370-\u052f\u0590-\u08ff\u1200-\u139f]/.test(words) && above.get(ref)?.element['/S'] !== '/Figure' &&
			/^(nb|nn|en)\b/.test(text(language(ref)) ?? '')).map(({ n, words }) => `page ${n}: ${words}`);
	},
	'bookmarks have words, and lead somewhere': (file) => {
		const places = placesOf(file.get, file.catalog);
		return [...file.values.values()].filter((one) => one?.['/Parent'] !== undefined && one['/Title'] !== undefined)
			.flatMap((one) => (text(one['/Title']).trim() !== '' && places.has(one['/Dest']) ? [] : [text(one['/Title'])]));
	},
};

// All that is broken: ["rule: what"].
export const broken = (file) => Object.entries(rules).flatMap(([rule, breaks]) => breaks(file).map((what) => `${rule}: ${what}`));

// The words as a reader program says them: in the order of the structure, with what stands in their place.
export const readOut = (file) => {
	const said = new Map();
	for (const { page, mcid, words } of shown(file)) {
		said.set(`${page} ${mcid}`, (said.get(`${page} ${mcid}`) ?? '') + words);
	}
	const say = (element) => {
		const type = element['/S'];
		const numbered = kidElements(file, element).length > 0 && type === '/L' && attribute(file, element, '/ListNumbering') !== '/None';
		if (['/Figure', '/Note', '/TOC'].includes(type) || (type === '/Reference' && !JSON.stringify(element).includes('OBJR'))) {
			return '';
		}
		if (element['/ActualText'] !== undefined) {
			return text(element['/ActualText']);
		}
		return kids(file, element).map((kid) => {
			if (isRef(kid)) {
				const one = file.get(kid);
				return one?.['/S'] === undefined ? '' : numbered && one['/S'] === '/LI' ? kidElements(file, one).filter((part) => part['/S'] !== '/Lbl').map(say).join(' ') : say(one);
			}
			return said.get(`${kid?.['/Pg'] ?? element['/Pg']} ${kid?.['/MCID'] ?? kid}`) ?? '';
		}).join(' ');
	};
	return elements(file).filter(({ parent }) => parent === file.catalog['/StructTreeRoot']).map(({ element }) => say(element)).join(' ');
};

// Exported for the tests of the rules.
export const elementsOf = (file, type) => elements(file).filter(({ element }) => element['/S'] === type).map(({ element }) => element);
