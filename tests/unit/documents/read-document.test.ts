import { readFileSync } from 'node:fs';
import { zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { DocumentError } from '../../../src/lib/documents/document';
import { readDocument } from '../../../src/lib/documents/reading/read-document';
import { chinesePdf, docx, paragraph, pdf } from './support';

const bytes = (text: string) => new TextEncoder().encode(text);
const problemOf = (data: Uint8Array) =>
  readDocument(data).then(
    () => 'none',
    (reason: unknown) => (reason instanceof DocumentError ? reason.problem : reason),
  );

describe('a PDF', () => {
  it('is read page by page', async () => {
    expect(await readDocument(pdf(['Ada Lovelace', 'Analyst']))).toEqual({
      kind: 'pdf',
      pages: 2,
      pagesWithoutText: 0,
      text: 'Ada Lovelace\n\nAnalyst',
      unreadableShare: 0,
      isTextMissing: false,
    });
  });

  it('counts pages without text, and is a scan if no page has any', async () => {
    expect(await readDocument(pdf(['Ada', '']))).toMatchObject({ pages: 2, pagesWithoutText: 1 });
    expect(await problemOf(pdf(['', '']))).toBe('scan');
  });

  it('is damaged if it is truncated before its first page', async () => {
    expect(await problemOf(pdf(['Ada']).subarray(0, 40))).toBe('damaged');
  });

  it('is found after other bytes at the beginning', async () => {
    const padded = new Uint8Array([...bytes('\r\n\r\n'), ...pdf(['Ada'])]);
    expect((await readDocument(padded)).kind).toBe('pdf');
  });

  it('reports that it needs a password', async () => {
    const locked = readFileSync(new URL('../../fixtures/documents/locked.pdf', import.meta.url));
    expect(await problemOf(new Uint8Array(locked))).toBe('locked');
  });
});

describe('a PDF whose fonts need Adobe’s tables of characters', () => {
  const tables = new URL('../../../node_modules/pdfjs-dist/cmaps/', import.meta.url);
  const loadFrom = (missing: string) => (file: string) =>
    missing !== '' && file.includes(missing)
      ? Promise.reject(new Error('offline'))
      : Promise.resolve(new Uint8Array(readFileSync(new URL(file, tables))));

  it('is read with them', async () => {
    const document = chinesePdf(['阿达·洛芙莱斯', '程序员']);
    expect(await readDocument(document, loadFrom(''))).toMatchObject({
      text: '阿达·洛芙莱斯\n\n程序员',
      isTextMissing: false,
    });
  });

  it.each(['UniGB-UCS2-H', 'Adobe-GB1-UCS2'])('without %s says that its text is missing', async (table) => {
    const reading = readDocument(chinesePdf(['程序员']), loadFrom(table));
    await expect(reading).rejects.toMatchObject({ problem: 'no-character-map' });
  });
});

describe('a Word document', () => {
  it('yields paragraphs, tabs, cells and headers', async () => {
    const cell = (text: string) => `<w:tc>${paragraph(text)}</w:tc>`;
    const data = docx(
      `${paragraph('Ada &amp; Charles')}<w:p><w:r><w:t>a</w:t><w:tab/><w:t>b</w:t></w:r></w:p>` +
        `<w:tbl><w:tr>${cell('x')}${cell('y')}</w:tr></w:tbl>`,
      { 'word/header1.xml': `<w:hdr>${paragraph('Head')}</w:hdr>`, 'word/styles.xml': paragraph('Style') },
    );
    const { kind, text } = await readDocument(data);
    expect(kind).toBe('docx');
    expect(text).toBe('Ada & Charles\na\tb\nx\ty\t\nHead');
  });

  it('is reported if it is another archive, damaged, or too large when unpacked', async () => {
    expect(await problemOf(zipSync({ 'a.txt': bytes('a') }))).toBe('unknown-kind');
    expect(await problemOf(docx(paragraph('Ada')).subarray(0, 60))).toBe('damaged');
    expect(await problemOf(docx(`<!--${' '.repeat(65 * 1024 * 1024)}-->`))).toBe('too-large');
  });
});

describe('other documents', () => {
  it('HTML yields what is visible', async () => {
    const html =
      '<!doctype html><head><title>T</title><style>p{}</style></head>' +
      '<body><h1>Ada</h1><p>One <b>two</b><br>three<script>x()</script></p></body>';
    expect(await readDocument(bytes(html))).toMatchObject({ kind: 'html', text: 'Ada\nOne two\nthree' });
  });

  it('text may be UTF-8, UTF-16 or Windows-1252', async () => {
    expect((await readDocument(bytes('# Łódź'))).text).toBe('# Łódź');
    expect((await readDocument(new Uint8Array([0xff, 0xfe, 0x41, 0x01]))).text).toBe('Ł');
    expect((await readDocument(new Uint8Array([0x4d, 0xfc, 0x6c, 0x6c]))).text).toBe('Müll');
  });

  it('bytes that are not text are reported, and so is an empty file', async () => {
    expect(await problemOf(new Uint8Array([0x89, 0x50, 0, 1, 2, 3]))).toBe('unknown-kind');
    expect(await problemOf(new Uint8Array())).toBe('empty');
    expect(await problemOf(bytes('  \n '))).toBe('empty');
  });

  it('ligatures become letters, and characters without meaning are measured', async () => {
    expect((await readDocument(bytes('ﬁne'))).text).toBe('fine');
    expect((await readDocument(bytes('ab\uE000\uE001'))).unreadableShare).toBe(0.5);
  });
});
