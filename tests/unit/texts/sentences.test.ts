import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { sentence as ofGerman } from '../../../src/lib/texts/de/sentences';
import { sentence as ofSpanish } from '../../../src/lib/texts/es/sentences';

const source = join(import.meta.dirname, '../../../src/lib');
/** Code that writes sentences for pages. Messages for programs that call `window.tokentab` stay English. */
const rooms = ['sources', 'ingest', 'database', 'prices', 'client', 'documents/calling', 'model/errors.ts'];
const saidToPrograms = /arguments\.ts$|public-api|document-calls|usage-event-input|check-argument\.ts$/;

/** A string in the code, with x for each expression in it. Strings joined by + are one. */
function textOf(node: ts.Node): string | undefined {
  if (ts.isStringLiteralLike(node)) return node.text;
  if (ts.isTemplateExpression(node))
    return node.head.text + node.templateSpans.map(({ literal }) => `x${literal.text}`).join('');
  if (!ts.isBinaryExpression(node) || node.operatorToken.kind !== ts.SyntaxKind.PlusToken) return undefined;
  const [left, right] = [textOf(node.left), textOf(node.right)];
  return left === undefined || right === undefined ? undefined : left + right;
}

function textsIn(file: string): string[] {
  const texts: string[] = [];
  const visit = (node: ts.Node): void => {
    const text = textOf(node);
    if (text === undefined) ts.forEachChild(node, visit);
    else texts.push(text);
  };
  visit(ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest));
  return texts;
}

const files = rooms.flatMap((room) =>
  room.endsWith('.ts')
    ? [room]
    : readdirSync(join(source, room), { recursive: true, encoding: 'utf8' })
        .filter((name) => name.endsWith('.ts') && !saidToPrograms.test(name))
        .map((name) => `${room}/${name}`),
);
/** Starts like a sentence or with an expression, ends like one, and has words in between. */
const isSentence = (text: string) => /^(?:[A-Z“]|x ).*[a-z”]+ .*[.…]$/s.test(text);

describe('every sentence of the workers has a German and a Spanish translation', () => {
  it.each(files.map((file) => [file, textsIn(join(source, file)).filter(isSentence)] as const))(
    '%s',
    (_, sentences) => {
      for (const sentence of [ofGerman, ofSpanish])
        expect(sentences.filter((text) => sentence(text) === undefined)).toEqual([]);
    },
  );

  it('the test finds sentences', () => {
    expect(textsIn(join(source, 'sources/reading/time.ts'))).toContain('The record has no date.');
    expect(files.length).toBeGreaterThan(100);
  });
});

describe('what a sentence names', () => {
  it('is in the German and the Spanish one too', () => {
    expect(ofGerman('The token count "input" is not a number.')).toBe(
      'Die Token-Anzahl „input“ ist keine Zahl.',
    );
    expect(ofGerman('On 2026-11-01, usage_daily does not match the sum of the events of project p.')).toBe(
      'Für 2026-11-01 enthält usage_daily nicht die Summe der Einträge von Projekt p.',
    );
    expect(ofSpanish('On 2026-11-01, usage_daily does not match the sum of the events of project p.')).toBe(
      'El 2026-11-01, usage_daily no contiene la suma de los eventos del proyecto p.',
    );
    expect(ofGerman('Not a usage log that Tokentab recognizes. (.json)')).toBe(
      'Kein Nutzungsprotokoll, das Tokentab kennt. (.json)',
    );
    expect(ofGerman('and 12 more')).toBe('und 12 weitere');
  });

  it('is translated if it is one of our words, and kept if it is a name', () => {
    expect(ofGerman('Not a usage log: a picture (.png). Others like it were skipped too.')).toBe(
      'Kein Nutzungsprotokoll: ein Bild (.png). Andere dieser Art wurden auch ausgelassen.',
    );
    expect(ofSpanish('Not a usage log: a picture (.png). Others like it were skipped too.')).toBe(
      'No es un log de uso: una imagen (.png). Otros parecidos también se omitieron.',
    );
    expect(ofGerman('Reading the file failed: The worker that reads files stopped.')).toBe(
      'Das Lesen der Datei schlug fehl: Der Worker, der Dateien liest, wurde beendet.',
    );
    expect(ofGerman('The pin of “event” has no position of its own.')).toBe(
      'Der Pin von „event“ hat keinen eigenen Platz.',
    );
  });

  it('is undefined if there is no translation', () => {
    expect(ofGerman('Nobody wrote this.')).toBeUndefined();
    expect(ofSpanish('Nobody wrote this.')).toBeUndefined();
  });
});
