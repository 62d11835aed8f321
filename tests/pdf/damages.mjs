// damages.mjs — ways to break a file, each with the rule that must tell it: its first words, or all after its clause.
import { elementsOf } from './conformance.mjs';

const bytes = (find, put) => (file) => {
	const whole = file.bytes.toString('latin1');
	const broken = whole.replace(find, put);
	if (broken === whole) {
		throw new Error(`there is no ${find}`);
	}
	file.bytes = Buffer.from(broken, 'latin1');
};
const metadata = (find, put) => (file) => {
	const ref = file.catalog['/Metadata'];
	file.streams.set(ref, Buffer.from(file.streams.get(ref).toString().replace(find, put)));
};
const every = (file) => [...file.values.values()];
const first = (file, wanted) => every(file).find((one) => one !== null && typeof one === 'object' && wanted(one));
const link = (file) => first(file, (one) => one['/Subtype'] === '/Link');
const web = (file) => first(file, (one) => one['/Subtype'] === '/Link' && one['/A'] !== undefined);
const cidFont = (file) => first(file, (one) => one['/Subtype'] === '/CIDFontType2');
const descriptor = (file) => first(file, (one) => one['/Type'] === '/FontDescriptor');
const type0 = (file) => first(file, (one) => one['/Subtype'] === '/Type0');
const program = (file, change) => {
	const ref = descriptor(file)['/FontFile2'];
	file.streams.set(ref, change(Buffer.from(file.streams.get(ref))));
};
// The map to characters of every font, with one entry changed.
const spelled = (unit) => (file) => every(file).filter((one) => one?.['/ToUnicode'] !== undefined).forEach((font) => {
	const ref = font['/ToUnicode'];
	file.streams.set(ref, Buffer.from(file.streams.get(ref).toString('latin1').replace(/^(<[0-9A-F]{4}>)<[0-9A-F]+>$/gm, `$1<${unit}>`)));
});
const paint = (op, ...args) => (file) => file.pages[0].operations.unshift({ op, args });
const table = (file, change) => change(elementsOf(file, '/Table').at(-1), (ref) => file.get(ref));

export const damages = [
	['6.1.2:', bytes('%PDF-1.7', '%PDF-2.0')],
	['6.1.2:', bytes(/%[\x80-\xff]{4}/, '%abcd')],
	['6.1.3:', bytes(/$/, 'more\n')],
	['6.1.3:', (file) => { file.trailer['/Encrypt'] = {}; }],
	['6.1.3:', (file) => { delete file.trailer['/ID']; }],
	['6.1.4:', bytes(/startxref\n\d/, 'startxref\n9')],
	['6.1.4:', bytes(/\n(\d+) 0 obj\n<<\/Type ?\/Metadata/, '\n99$1 0 obj\n<</Type /Metadata')],
	['6.1.6:', bytes(/\/ID\[<./, '/ID[<')],
	['6.1.6:', bytes(/\/ID\[<./, '/ID[<x')],
	['6.1.7:', bytes(/(\/Type\/ObjStm[^]*?\/Length )\d/, '$19')],
	['6.1.7:', bytes('\nendstream', ' endstream')],
	['6.1.7:', bytes('/Filter/FlateDecode', '/Filter/LZWxxDecode')],
	['6.1.8:', bytes('/Subtype /XML', '/Subtype /X\xffL')],
	['6.1.9:', bytes('\nendobj\n', ' endobj\n')],
	['6.1.9:', bytes(/(\d) 0 obj\n<</, '$1  0 obj\n<')],
	['6.1.13: numbers', bytes(/\/N 3(?=[^0-9])/, '/N 3000000000')],
	['6.1.13: numbers', (file) => { file.pages[0].content += `<${'00'.repeat(32768)}>`; }],
	['6.1.13: numbers', (file) => { file.pages[0].content += `/${'x'.repeat(128)} `; }],
	['6.1.13: saved', paint('q')],
	['6.1.13: saved', (file) => { file.pages[0].object['/MediaBox'] = [0, 0, 14401, 2]; }],
	['6.8 to 6.11', (file) => { file.catalog['/AA'] = {}; }],
	['6.8 to 6.11', (file) => { file.catalog['/Legal'] = {}; }],
	['6.8 to 6.11', (file) => { file.pages[0].object['/PresSteps'] = {}; }],
	['6.7.2;', (file) => { file.catalog['/MarkInfo']['/Marked'] = false; }],
	['6.7.2;', (file) => { delete file.catalog['/Lang']; }],
	['6.7.2;', (file) => { file.get(file.catalog['/ViewerPreferences'])['/DisplayDocTitle'] = false; }],
	['6.7.2;', (file) => { file.info['/Title'] = 'u: '; }],
	['every language', (file) => { elementsOf(file, '/Span')[0]['/Lang'] = 'u:på norsk'; }],

	['6.6.2.1:', metadata('<?xpacket begin="\ufeff"', '<?xpacket begin="\ufeff" bytes="9"')],
	['6.6.2.1:', metadata('</dc:format>', '</dc:forma>')],
	['6.6.2.1:', metadata('application/pdf', 'pdf & more')],
	['6.6.2.1:', metadata('application/pdf', '\u0001')],
	['6.6.2.1:', metadata(' xmlns:pdf="', ' xmlns:other="')],
	['6.6.2.3:', metadata('<dc:format>', '<dc:rating>9</dc:rating><dc:format>')],
	['6.6.2.3:', metadata('<rdf:Bag><rdf:li>n', '<rdf:Seq><rdf:li>n')],
	['6.6.2.3:', metadata('<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>', '')],
	['6.6.2.3:', metadata('pdfaProperty:valueType>Integer', 'pdfaProperty:valueType>Number')],
	['6.6.2.3:', metadata(/xmlns:pdfuaid="[^"]*"/, 'xmlns:pdfuaid="http://example.test/"')],
	['6.6.3:', (file) => { file.info['/Title'] = 'u:Noe annet'; }],
	['6.6.3:', (file) => { file.info['/ModDate'] = 'u:D:20200101000000Z'; }],
	['6.6.3:', (file) => { file.info['/Keywords'] = 'u:mer'; }],
	['6.6.4:', metadata('pdfaid:conformance>A', 'pdfaid:conformance>B')],
	['PDF/UA-1, 5,', metadata('<pdfuaid:part>1</pdfuaid:part>', '')],
	['PDF/UA-1, 5,', metadata(/<dc:title>.*<\/dc:title>/, '')],

	['6.2.2:', paint('BX')],
	['6.2.2:', paint('Do', '/I99')],
	['6.2.2:', (file) => { delete file.pages[0].object['/Resources']; }],
	['6.2.3:', (file) => { delete file.catalog['/OutputIntents']; }],
	['6.2.3:', (file) => { const [intent] = file.catalog['/OutputIntents'].map(file.get); file.streams.get(intent['/DestOutputProfile'])[8] = 5; }],
	['6.2.4 to', paint('k', 0, 0, 0, 1)],
	['6.2.4 to', paint('rg', 0, 0, 2)],
	['6.2.4 to', (file) => { file.pages[0].resources['/ExtGState'] = {}; }],
	['6.2.8,', (file) => { const one = descriptor(file)['/FontFile2']; file.values.set(one, { '/Subtype': '/Image', '/Interpolate': true }); }],
	['6.2.8,', (file) => { const one = descriptor(file)['/FontFile2']; file.values.set(one, { '/Subtype': '/Form' }); }],
	['6.2.10:', (file) => { file.pages[0].object['/Group'] = { '/S': '/Transparency' }; }],

	['6.2.11.2:', (file) => { descriptor(file)['/FontName'] = '/ABCDEF+Other'; }],
	['6.2.11.2:', (file) => { type0(file)['/BaseFont'] = '/NotoSans-Regular'; }],
	['6.2.11.2:', (file) => { cidFont(file)['/Subtype'] = '/TrueType'; }],
	['6.2.11.3;', (file) => { type0(file)['/Encoding'] = '/UniKS-UTF16-H'; }],
	['6.2.11.3;', (file) => { delete cidFont(file)['/CIDToGIDMap']; }],
	['6.2.11.4;', (file) => { delete descriptor(file)['/FontFile2']; }],
	['6.2.11.4;', (file) => { descriptor(file)['/CIDSet'] = '1 0 R'; }],
	['6.2.11.4;', (file) => program(file, (data) => { data[data.length - 5] ^= 1; return data; })],
	['6.2.11.5;', (file) => { file.get(cidFont(file)['/W'])[1].forEach((_, i, list) => { list[i] += 5; }); }],
	['6.2.11.7.2;', (file) => every(file).forEach((one) => delete one?.['/ToUnicode'])],
	['6.2.11.7.2;', spelled('FEFF')],
	['6.2.11.7.2;', spelled('0000')],
	['6.2.11.7.2;', spelled('D800')],
	['6.2.11.7.2: the maps', (file) => { const ref = type0(file)['/ToUnicode']; file.streams.set(ref, Buffer.from(file.streams.get(ref).toString('latin1').replace('begincmap', '/Other usecmap begincmap'))); }],
	['6.2.11.7.3:', spelled('E001')],
	['6.2.11.8;', (file) => { const ref = cidFont(file)['/CIDToGIDMap']; file.streams.set(ref, Buffer.alloc(file.streams.get(ref).length)); }],

	['7.1: everything', paint('f')],
	['7.1: everything', (file) => { file.pages[0].operations.find(({ op }) => op === 'EMC').op = 'BX'; }],
	['7.1: everything', (file) => { const at = file.pages[0].operations.findIndex(({ op }) => op === 'BDC'); file.pages[0].operations.splice(at + 1, 0, { op: 'BDC', args: ['/Artifact', '<<>>'] }, { op: 'EMC', args: [] }); }],
	['the parent tree leads', (file) => { file.get(file.tree['/ParentTree'])['/Nums'].splice(0, 2); }],
	['the parent tree leads', (file) => { elementsOf(file, '/H1')[0]['/S'] = '/P'; }],
	['the structure is one tree', (file) => { elementsOf(file, '/P')[0]['/P'] = '1 0 R'; }],
	['the structure is one tree', (file) => { elementsOf(file, '/P')[0]['/K'].push(999); }],
	['the structure is one tree', (file) => { delete elementsOf(file, '/P')[0]['/Type']; }],
	['6.7.3.4;', (file) => { elementsOf(file, '/LI')[0]['/S'] = '/Item'; }],
	['6.7.3.4;', (file) => { file.tree['/RoleMap'] = { '/P': '/H1' }; }],
	['7.2: parts of', (file) => { elementsOf(file, '/TR')[0]['/S'] = '/P'; }],
	['7.2: parts of', (file) => table(file, (one, get) => { one['/K'] = one['/K'].filter((kid) => get(kid)?.['/S'] !== '/TBody'); })],
	['7.2: parts of', (file) => table(file, (one, get) => { get(one['/K'].find((kid) => get(kid)?.['/S'] === '/TBody'))['/K'] = []; })],
	['7.2: parts of', (file) => table(file, (one) => { one['/K'].push(one['/K'].shift()); one['/K'].unshift(one['/K'].at(-1)); })],
	['7.2: parts of', (file) => { elementsOf(file, '/LBody')[0]['/S'] = '/P'; }],
	['7.2: tables are', (file) => { elementsOf(file, '/TR')[1]['/K'].pop(); }],
	['7.2: tables are', (file) => { elementsOf(file, '/TD')[0]['/A'] = { '/O': '/Table', '/RowSpan': 2 }; }],
	['7.5:', (file) => { delete elementsOf(file, '/TH')[0]['/A']; }],
	['7.5:', (file) => { elementsOf(file, '/TH').forEach((one) => { one['/S'] = '/TD'; }); }],
	['UA-1, 7.4:', (file) => { elementsOf(file, '/H2')[0]['/S'] = '/H3'; }],
	['UA-1, 7.4:', (file) => { elementsOf(file, '/P')[0]['/S'] = '/H'; }],
	['7.3, 7.7:', (file) => { delete elementsOf(file, '/Figure')[0]['/Alt']; }],
	['7.3, 7.7:', (file) => { delete elementsOf(file, '/Figure')[0]['/A']; }],
	['7.9:', (file) => { delete elementsOf(file, '/Note')[0]['/ID']; }],
	['7.9:', (file) => { elementsOf(file, '/Note').forEach((one) => { one['/ID'] = 'u:note1'; }); }],
	['what runs from right', (file) => { elementsOf(file, '/Span').forEach((one) => delete one['/ActualText']); }],
	['words of another script', (file) => { elementsOf(file, '/Span').forEach((one) => delete one['/Lang']); }],

	['6.3:', (file) => { link(file)['/Subtype'] = '/Text'; }],
	['6.3:', (file) => { link(file)['/F'] = 2; }],
	['6.3:', (file) => { link(file)['/Rect'] = [900, 900, 990, 990]; }],
	['6.5.1:', (file) => { web(file)['/A'] = { '/S': '/Launch' }; }],
	['6.5.1:', (file) => { web(file)['/A']['/URI'] = 'u:https://bøk.test/'; }],
	['6.5.1:', (file) => { first(file, (one) => one['/Subtype'] === '/Link' && one['/Dest'] !== undefined)['/Dest'] = 'u:nowhere'; }],
	['7.18.5: every link', (file) => { delete link(file)['/Contents']; }],
	['7.18.5: every link', (file) => { link(file)['/StructParent'] = 0; }],
	['7.18.5: every Link', (file) => { elementsOf(file, '/Link')[0]['/K'].pop(); }],
	['7.18.3:', (file) => { delete file.pages[0].object['/Tabs']; }],
	['7.17:', (file) => { first(file, (one) => one['/Parent'] !== undefined && one['/Title'] !== undefined)['/Dest'] = '/nowhere'; }],
];
