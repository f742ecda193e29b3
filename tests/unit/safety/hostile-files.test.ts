import fc from 'fast-check';
import { beforeAll, expect, it } from 'vitest';
import type { Problem } from '../../../src/lib/model/problem';
import type { Inspection } from '../../../src/lib/protocol/backups';
import { SafetyService } from '../../../src/lib/safety/safety-service';
import { seal } from '../../../src/lib/safety/sealed';
import { rebuild } from '../../../src/lib/safety/rebuild';
import { UntrustedDatabase } from '../../../src/lib/sources/reading/untrusted-database';
import { rounds } from '../../budget';
import { openTestDatabase } from '../database/open';
import { addProject, importBatches, manualEvent, sourceEvent } from '../database/samples';

type Bytes = Uint8Array<ArrayBuffer>;

let service: SafetyService;
let whole: Bytes;
let packed: Bytes;
let intact: Inspection;

const zip = async (bytes: Bytes): Promise<Bytes> =>
  new Uint8Array(
    await new Response(new Blob([bytes]).stream().pipeThrough(new CompressionStream('gzip'))).arrayBuffer(),
  );
const text = (value: string): Bytes => Uint8Array.from(new TextEncoder().encode(value));
const join = (...parts: Bytes[]): Bytes => Uint8Array.from(parts.flatMap((part) => [...part]));

function inspect(bytes: Bytes, kind: 'file' | 'damaged' = 'file') {
  const source = { kind, file: new Blob([bytes]) };
  return service.answer({ id: '1', kind: 'inspect', source, timeZone: 'UTC' }) as Promise<Inspection>;
}

/** What the page would show: the problem, or what the file holds. */
async function outcome(...args: Parameters<typeof inspect>): Promise<string | Inspection> {
  try {
    return await inspect(...args);
  } catch (error) {
    expect((error as Error).name).toBe('TokentabError');
    return (error as Error).message;
  }
}

beforeAll(async () => {
  const { commands, database } = await openTestDatabase();
  addProject(commands, 'alpha');
  commands.recordUsageEvent(manualEvent());
  const events = Array.from({ length: 60 }, (_, index) =>
    sourceEvent({ dedupeKey: `test:${index}`, path: `/home/u/folder-${index % 7}`, position: index + 1 }),
  );
  importBatches(commands, 'import-1', [{ events }]);
  whole = Uint8Array.from(commands.exportDatabase());
  packed = await zip(whole);
  service = new SafetyService(Promise.resolve(database.sqlite3));
  intact = await inspect(whole);
  expect(intact).toMatchObject({ losses: [], contents: { events: 61 } });
});

const damaged = 'backup-damaged' satisfies Problem;
const damagedPacked = 'compressed-file-damaged' satisfies Problem;

it('every file that is no backup is refused with the reason', async () => {
  const { identity } = (await service.answer({ id: '1', kind: 'key', typed: null })) as { identity: string };
  const cases: Record<string, [Bytes, Problem]> = {
    'an empty file': [text(''), damaged],
    'a log': [text('{"type":"assistant"}\n'), damaged],
    'a picture': [
      Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, ...Array<number>(500).fill(7)),
      damaged,
    ],
    'only the magic of SQLite': [text('SQLite format 3\0'), damaged],
    'a compressed log': [await zip(text('{"type":"assistant"}\n')), damaged],
    'a compressed file within a compressed one': [await zip(packed), damaged],
    'half of a compressed file': [packed.slice(0, packed.length / 2), damagedPacked],
    'a compressed file with a wrong checksum': [packed.with(-5, (packed.at(-5) ?? 0) ^ 1), damagedPacked],
    'a compressed file with something after it': [join(packed, text('more')), damagedPacked],
    'a file of a device’s folder': [
      await seal({ format: 1, name: 'a', schema: 1 }, whole, identity),
      'encrypted-without-passphrase',
    ],
  };
  for (const [name, [bytes, sentence]] of Object.entries(cases))
    expect(await outcome(bytes), name).toBe(sentence);
});

/** Changes that damage and malice make: bits, runs of noise or zeros, moved blocks, cuts, additions. */
const changes = fc.array(
  fc.record({
    kind: fc.constantFrom('bit', 'noise', 'zero', 'copy', 'cut', 'insert'),
    /** Half of them within the first page, with its header and schema. */
    at: fc.oneof(fc.double({ min: 0, max: 1, noNaN: true }), fc.double({ min: 0, max: 0.02, noNaN: true })),
    from: fc.double({ min: 0, max: 1, noNaN: true }),
    noise: fc.uint8Array({ minLength: 1, maxLength: 64 }),
    length: fc.constantFrom(1, 4, 100, 4_096, 8_192),
  }),
  { minLength: 1, maxLength: 5 },
);

type Change = (typeof changes extends fc.Arbitrary<infer Each> ? Each : never)[number];

function mutate(bytes: Bytes, { kind, at, from, noise, length }: Change): Bytes {
  const start = Math.floor(at * (bytes.length - 1));
  const mutated = bytes.slice();
  switch (kind) {
    case 'bit':
      return mutated.with(start, (mutated[start] ?? 0) ^ (1 << ((noise[0] ?? 0) % 8)));
    case 'noise':
      mutated.set(noise.subarray(0, bytes.length - start), start);
      return mutated;
    case 'zero':
      return mutated.fill(0, start, start + length);
    case 'copy':
      return mutated.copyWithin(
        start,
        Math.floor(from * bytes.length),
        Math.floor(from * bytes.length) + length,
      );
    case 'cut':
      return bytes.slice(0, start);
    case 'insert':
      return join(bytes.slice(0, start), Uint8Array.from(noise), bytes.slice(start));
  }
}

it('a mutated backup is refused with a reason, or restored as a database that adds up', async () => {
  const { database } = await openTestDatabase();
  const tally = new Map<string, number>();
  const count = (what: string) => tally.set(what, (tally.get(what) ?? 0) + 1);
  await fc.assert(
    fc.asyncProperty(changes, fc.constantFrom('plain', 'packed', 'salvaged'), async (list, form) => {
      const mutated = list.reduce(
        (bytes, change) => mutate(bytes.length > 0 ? bytes : text('x'), change),
        form === 'packed' ? packed : whole,
      );
      const what = await outcome(mutated, form === 'salvaged' ? 'damaged' : 'file');
      if (typeof what === 'string') {
        count(`${form}: refused`);
        return;
      }
      count(`${form}: ${what.losses.length > 0 ? 'opened with losses' : 'opened'}`);
      // The checksum of a compressed file leaves no room for other contents.
      if (form === 'packed') expect(what).toEqual(intact);
      const bytes = (await service.answer({ id: '2', kind: 'take' })) as Bytes;
      const source = await UntrustedDatabase.open([bytes]);
      try {
        source.checkAll();
        const again = await rebuild(database.sqlite3, source, { timeZone: 'UTC', isSalvage: false });
        expect(again.contents).toEqual(what.contents);
        expect(again.losses).toEqual([]);
      } finally {
        source.close();
      }
    }),
    { numRuns: rounds(20, 200) },
  );
  if (tally.size > 0)
    console.info(`mutated backups: ${[...tally].map(([what, times]) => `${what} ${times}`).join(', ')}`);
}, 600_000);
