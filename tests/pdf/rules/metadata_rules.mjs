// metadata_rules.mjs — PDF/A-2's and PDF/UA-1's rules of the metadata: what the file says of itself, in XMP and beside it.
import { once, text } from '../pdf_file.mjs';
import { readPacket, valueOf } from './xmp_packet.mjs';

const packet = once((file) => readPacket(file.streams.get(file.catalog['/Metadata'])));
const find = (file, name) => packet(file).properties.find((one) => one.name === name)?.element;
const words = (file, name) => (find(file, name) === undefined ? undefined : valueOf(find(file, name)).values.map((one) => one.text).join('; '));

const uaSpace = 'http://www.aiim.org/pdfua/ns/id/';
const isText = (value) => value.trim() === value && value !== '';
const isDate = (value) => /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/.test(value);

// Properties of the XMP Specification and of PDF/A itself: namespace, form, and what a value looks like.
const predefined = {
	'dc:format': ['http://purl.org/dc/elements/1.1/', 'Text', isText],
	'dc:title': ['http://purl.org/dc/elements/1.1/', 'Alt', isText],
	'dc:creator': ['http://purl.org/dc/elements/1.1/', 'Seq', isText],
	'dc:language': ['http://purl.org/dc/elements/1.1/', 'Bag', (value) => /^[a-z]{2,3}(-[A-Za-z0-9]{1,8})*$/.test(value)],
	'xmp:CreateDate': ['http://ns.adobe.com/xap/1.0/', 'Text', isDate],
	'xmp:ModifyDate': ['http://ns.adobe.com/xap/1.0/', 'Text', isDate],
	'pdf:Producer': ['http://ns.adobe.com/pdf/1.3/', 'Text', isText],
	'pdfaid:part': ['http://www.aiim.org/pdfa/ns/id/', 'Text', (value) => value === '2'],
	'pdfaid:conformance': ['http://www.aiim.org/pdfa/ns/id/', 'Text', (value) => value === 'A'],
	'pdfaExtension:schemas': ['http://www.aiim.org/pdfa/ns/extension/', 'Bag', () => true],
};
// Described by the file's own extension schema.
const described = { 'pdfuaid:part': [uaSpace, 'Text', (value) => value === '1'] };

const exactly = (element, names) => (element?.attributes['rdf:parseType'] === 'Resource' && element.children.map((one) => one.name).join(' ') === names ? [] : [`${element?.name} has ${element?.children.map((one) => one.name)}`]);
const field = (element, name) => element?.children.find((one) => one.name === name);

// The one schema that is described, with its one property.
const extension = (file) => {
	const schemas = find(file, 'pdfaExtension:schemas');
	const { form, values } = schemas === undefined ? { values: [] } : valueOf(schemas);
	const list = field(values[0], 'pdfaSchema:property');
	const { form: listForm, values: properties } = list === undefined ? { values: [] } : valueOf(list);
	const said = (element, name) => field(element, name)?.text;
	return [
		...(form === 'Bag' && values.length === 1 && listForm === 'Seq' && properties.length === 1 ? [] : ['one schema with one property']),
		...exactly(values[0], 'pdfaSchema:schema pdfaSchema:namespaceURI pdfaSchema:prefix pdfaSchema:property'),
		...exactly(properties[0], 'pdfaProperty:name pdfaProperty:valueType pdfaProperty:category pdfaProperty:description'),
		...(said(values[0], 'pdfaSchema:namespaceURI') === uaSpace && said(values[0], 'pdfaSchema:prefix') === 'pdfuaid' ? [] : ['which schema']),
		...(said(properties[0], 'pdfaProperty:name') === 'part' && said(properties[0], 'pdfaProperty:valueType') === 'Integer' && said(properties[0], 'pdfaProperty:category') === 'internal' ? [] : ['which property']),
	];
};

const date = (value) => text(value)?.replace(/^D:(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)Z$/, '$1-$2-$3T$4:$5:$6Z');
const beside = { '/Title': 'dc:title', '/Author': 'dc:creator', '/Producer': 'pdf:Producer', '/CreationDate': 'xmp:CreateDate', '/ModDate': 'xmp:ModifyDate' };

export const metadataRules = {
	'PDF/A-2, 6.6.2.1: the metadata are one plain XMP packet, in UTF-8, well formed': (file) => {
		const stream = file.get(file.catalog['/Metadata']);
		return [
			...(stream?.['/Type'] === '/Metadata' && stream['/Subtype'] === '/XML' && stream['/Filter'] === undefined ? [] : ['the stream']),
			...(packet(file).problem === undefined ? [] : [packet(file).problem]),
		];
	},
	'PDF/A-2, 6.6.2.3: every property is one of the standards\' or described, once, and of its type': (file) => {
		const { properties } = packet(file);
		return [
			...properties.flatMap(({ name, space, element }) => {
				const [wanted, form, holds] = predefined[name] ?? described[name] ?? [];
				const value = valueOf(element);
				return space === wanted && value.form === form && value.values.length > 0 && value.values.every((one) => holds(one.text)) ? [] : [`${name}: ${value.form} ${value.values.map((one) => one.text)}`];
			}),
			...properties.filter(({ name }, i) => properties.findIndex((one) => one.name === name) !== i).map(({ name }) => `${name} twice`),
			...extension(file),
		];
	},
	'PDF/A-2, 6.6.3: the metadata and the information say the same': (file) => [
		...Object.entries(beside).filter(([key, name]) => (file.info[key] === undefined ? undefined : date(file.info[key])) !== words(file, name)).map(([key, name]) => `${key}: ${date(file.info[key])}, ${words(file, name)}`),
		...Object.keys(file.info).filter((key) => beside[key] === undefined),
		...(words(file, 'dc:language') === text(file.catalog['/Lang']) ? [] : [`Lang: ${words(file, 'dc:language')}, ${text(file.catalog['/Lang'])}`]),
	],
	'PDF/A-2, 6.6.4: the file claims PDF/A-2a': (file) => (words(file, 'pdfaid:part') === '2' && words(file, 'pdfaid:conformance') === 'A' ? [] : ['pdfaid']),
	'PDF/UA-1, 5, 7.1, 7.2: the file claims PDF/UA-1, and has a title in the language it tells': (file) => [
		...(words(file, 'pdfuaid:part') === '1' ? [] : ['pdfuaid']),
		...((words(file, 'dc:title') ?? '').trim() !== '' && valueOf(find(file, 'dc:title')).values[0].attributes['xml:lang'] === 'x-default' && text(file.catalog['/Lang']) ? [] : ['dc:title']),
	],
};
