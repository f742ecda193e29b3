import { execFileSync } from 'node:child_process';
import { expect } from 'playwright/test';

/** The number of pages in a PDF, counted by the objects that Chromium writes for each. */
export function pageCountOf(pdf: Buffer): number {
  const text = pdf.toString('latin1');
  expect(text.startsWith('%PDF-')).toBe(true);
  return text.match(/\/Type\s*\/Page\b(?!s)/g)?.length ?? 0;
}

/** The text of each page, line by line as displayed; undefined if this machine has no `pdftotext`. */
export function textOf(pdf: Buffer): string[] | undefined {
  try {
    const text = execFileSync('pdftotext', ['-layout', '-', '-'], { input: pdf, encoding: 'utf8' });
    return text.split('\f').filter((page) => page.trim() !== '');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}
