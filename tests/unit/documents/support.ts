import { zipSync, strToU8 } from 'fflate';

const helvetica = {
  object: '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
  write: (text: string) => `(${text})`,
};

/** A font as old programs write it: neither the file nor its table of characters is in the document. */
function chinese(encoding: string): typeof helvetica {
  const descriptor = `/FontDescriptor << /Type /FontDescriptor /FontName /STSong-Light /Flags 6 >>`;
  const system = '/CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 4 >>';
  const descendant = `<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light ${system} ${descriptor} /DW 1000 >>`;
  return {
    object: `<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /${encoding} /DescendantFonts [${descendant}] >>`,
    write: (text) => `<${Buffer.from(text, 'utf16le').swap16().toString('hex')}>`,
  };
}

/** A PDF in Chinese that needs Adobe's tables: of this encoding, and of the collection of characters. */
export const chinesePdf = (pages: readonly string[], encoding = 'UniGB-UCS2-H'): Uint8Array =>
  pdf(pages, chinese(encoding));

/** A handmade PDF with one page per text; an empty text is a page without text. */
export function pdf(pages: readonly string[], font = helvetica): Uint8Array {
  const objects: string[] = [];
  const add = (body: string) => objects.push(body);
  add('<< /Type /Catalog /Pages 2 0 R >>');
  const kids = pages.map((_, index) => `${4 + index * 2} 0 R`).join(' ');
  add(`<< /Type /Pages /Kids [${kids}] /Count ${pages.length} >>`);
  add(font.object);
  pages.forEach((text, index) => {
    const stream = text === '' ? '' : `BT /F1 12 Tf 72 720 Td ${font.write(text)} Tj ET`;
    add(
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Resources << /Font << /F1 3 0 R >> >> /Contents ${5 + index * 2} 0 R >>`,
    );
    add(`<< /Length ${stream.length} >>\nstream\n${stream}\nendstream`);
  });
  let out = '%PDF-1.4\n';
  const places = objects.map((body, index) => {
    const place = out.length;
    out += `${index + 1} 0 obj\n${body}\nendobj\n`;
    return place;
  });
  const start = out.length;
  const table = places.map((place) => `${String(place).padStart(10, '0')} 00000 n \n`).join('');
  out += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}`;
  out += `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${start}\n%%EOF`;
  return new TextEncoder().encode(out);
}

const wordNames = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';

/** A DOCX with this body and possibly other parts. */
export function docx(body: string, parts: Record<string, string> = {}): Uint8Array {
  const xml = `<?xml version="1.0"?><w:document ${wordNames}><w:body>${body}</w:body></w:document>`;
  const files = { 'word/document.xml': xml, ...parts };
  return zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)])));
}

export const paragraph = (text: string) => `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`;

/** Node has no DOMMatrix. pdf.js refers to it when it is loaded, but reading text never uses it. */
if (!('DOMMatrix' in globalThis)) Object.assign(globalThis, { DOMMatrix: Object });
