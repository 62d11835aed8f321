// content_rules.mjs — PDF/A-2's rules of what is painted: operators, resources, colours and pictures.
import { dictionaries, text } from '../pdf_file.mjs';

// Of ISO 32000-1, Annex A: what paths, text, states, colours and marks are told with.
const known = new Set(['q', 'Q', 'cm', 'w', 'J', 'j', 'M', 'd', 'm', 'l', 'c', 'v', 'y', 'h', 're', 'f', 'F', 'f*', 'S', 's', 'B', 'B*', 'b', 'b*', 'n', 'W', 'W*',
	'BT', 'ET', 'Tc', 'Tw', 'Tz', 'TL', 'Tf', 'Tr', 'Ts', 'Td', 'TD', 'Tm', 'T*', 'Tj', 'TJ', "'", '"', 'rg', 'RG', 'Do', 'BDC', 'BMC', 'EMC']);

// Operators that name something of the page's resources.
const named = { Tf: '/Font', Do: '/XObject' };

const profileWrong = (file, intent) => {
	const data = file.streams.get(intent?.['/DestOutputProfile']) ?? Buffer.alloc(132);
	const tags = Array.from({ length: data.readUInt32BE(128) }, (_, i) => 132 + 12 * i).map((at) => [data.readUInt32BE(at + 4), data.readUInt32BE(at + 8)]);
	return [
		...(data.readUInt32BE(0) === data.length && data.toString('latin1', 36, 40) === 'acsp' ? [] : ['no profile']),
		...(data[8] < 5 && ['prtr', 'mntr'].includes(data.toString('latin1', 12, 16)) && data.toString('latin1', 16, 20) === 'RGB ' ? [] : ['its version, class or colours']),
		...(file.get(intent?.['/DestOutputProfile'])?.['/N'] === 3 ? [] : ['N']),
		...(tags.length >= 9 && tags.every(([at, size]) => at % 4 === 0 && at + size <= data.length) ? [] : ['its tags']),
	];
};

// Components, bits and coding of a JPEG's frame.
const frame = (data) => {
	for (let at = 2; at + 9 < data.length && data[at] === 0xff; at += 2 + data.readUInt16BE(at + 2)) {
		if (data[at + 1] >= 0xc0 && data[at + 1] <= 0xc2) {
			return { bits: data[at + 4], height: data.readUInt16BE(at + 5), width: data.readUInt16BE(at + 7), parts: data[at + 9] };
		}
	}
	return {};
};

const pictureWrong = (file, ref, image) => {
	const data = file.streams.get(ref);
	const parts = { '/DeviceRGB': 3, '/DeviceGray': 1 }[image['/ColorSpace']];
	const right = image['/Filter'] === '/DCTDecode'
		? frame(data).bits === 8 && frame(data).parts === parts && frame(data).width === image['/Width'] && frame(data).height === image['/Height']
		: image['/Filter'] === undefined && data.length === image['/Width'] * image['/Height'] * parts;
	return right && image['/BitsPerComponent'] === 8 && Object.keys(image).every((key) => ['/Type', '/Subtype', '/Width', '/Height', '/ColorSpace', '/BitsPerComponent', '/Filter', '/Length'].includes(key)) ? [] : [`${ref}: ${JSON.stringify(image)}`];
};

const streamsOf = (file, subtype) => [...file.values].filter(([ref, one]) => file.streams.has(ref) && one?.['/Subtype'] === subtype);

export const contentRules = {
	'PDF/A-2, 6.2.2: content holds operators of the standard alone, and every page has what it names': (file) => file.pages.flatMap((page, n) => [
		...page.operations.filter(({ op }) => !known.has(op)).map(({ op }) => `page ${n + 1}: ${op}`),
		...(page.object['/Resources'] === undefined ? [`page ${n + 1}: no Resources of its own`] : []),
		...page.operations.filter(({ op, args }) => named[op] !== undefined && file.get(file.get(page.resources[named[op]])?.[args[0]]) === undefined).map(({ op, args }) => `page ${n + 1}: ${op} of ${args[0]}`),
	]),
	'PDF/A-2, 6.1.13: saved states are restored and nest 28 deep at most, pages are of 3 to 14400 points': (file) => file.pages.flatMap((page, n) => {
		const [left, bottom, right, top] = (page.object['/MediaBox'] ?? []).map(Number);
		let depth = 0;
		let wrong = false;
		for (const { op } of page.operations) {
			depth += op === 'q' ? 1 : op === 'Q' ? -1 : 0;
			wrong ||= depth < 0 || depth > 28;
		}
		return [
			...(wrong || depth !== 0 ? [`page ${n + 1}: q and Q`] : []),
			...([right - left, top - bottom].every((side) => side >= 3 && side <= 14400) ? [] : [`page ${n + 1}: ${page.object['/MediaBox']}`]),
		];
	}),
	'PDF/A-2, 6.2.3: there is one output intent, with an RGB profile that is whole': (file) => {
		const intents = (file.get(file.catalog['/OutputIntents']) ?? []).map(file.get);
		return [
			...(intents.length === 1 && intents[0]['/S'] === '/GTS_PDFA1' && text(intents[0]['/OutputConditionIdentifier']) && intents[0]['/DestOutputProfileRef'] === undefined ? [] : ['intent']),
			...profileWrong(file, intents[0]),
		];
	},
	'PDF/A-2, 6.2.4 to 6.2.6: colours are RGB, without states, spaces or intents of other kinds': (file) => [
		...file.pages.flatMap(({ operations }) => operations.filter(({ op }) => ['k', 'K', 'g', 'G', 'cs', 'CS', 'sc', 'SC', 'scn', 'SCN', 'sh', 'ri', 'gs', 'i'].includes(op)).map(({ op }) => op)),
		...file.pages.flatMap(({ resources }, n) => Object.keys(resources).filter((key) => !['/Font', '/XObject', '/ProcSet'].includes(key)).map((key) => `page ${n + 1}: ${key}`)),
		...file.pages.flatMap(({ operations }) => operations.filter(({ op, args }) => ['rg', 'RG'].includes(op) && !(args.length === 3 && args.every((part) => part >= 0 && part <= 1))).map(({ args }) => `${args}`)),
	],
	'PDF/A-2, 6.2.8, 6.2.9: what is drawn by name are whole pictures, RGB or grey': (file) => [
		...streamsOf(file, '/Image').flatMap(([ref, image]) => pictureWrong(file, ref, image)),
		...['/Form', '/PS'].flatMap((subtype) => streamsOf(file, subtype).map(([ref]) => `${ref} ${subtype}`)),
	],
	'PDF/A-2, 6.2.10: nothing shines through': (file) => dictionaries(file).flatMap(({ dict, ref }) => ['/Group', '/SMask', '/Mask', '/BM', '/ca', '/CA'].filter((key) => key in dict).map((key) => `${ref} ${key}`)),
};
