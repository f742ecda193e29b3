import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import fc from 'fast-check';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import type { ReadFile } from '../../../src/lib/sources/source';
import { rounds } from '../../budget';
import { sharedData } from '../shared-data';
import { inChunks, split } from './chunks';
import { assistantLine, progressLine, toLog, userLine } from './claude-code-lines';
import { testNow } from './read-source';
import { families, writeRollout } from './support/codex-rollouts';

type Name = 'claude-code' | 'codex-cli';
type Readers = Record<Name, ReadFile>;

/** Those of an engine with SIMD, and those of one without. */
let picking: Readers;
let parsing: Readers;

/** The modules remember what they can use, so each engine gets its own: a query makes another module of a file. */
const load = async (engine: string): Promise<Readers> => {
  const module = (name: Name): string => `../../../src/lib/sources/${name}/read.ts?${engine}`;
  const [claude, codex] = (await Promise.all([
    import(module('claude-code')),
    import(module('codex-cli')),
  ])) as {
    read: ReadFile;
  }[];
  const readers = { 'claude-code': claude!.read, 'codex-cli': codex!.read };
  for (const name of ['claude-code', 'codex-cli'] as const)
    await everything(readers[name], [files[name][0] ?? new Uint8Array()]);
  return readers;
};

beforeAll(async () => {
  picking = await load('simd');
  const without = vi.spyOn(WebAssembly, 'validate').mockReturnValue(false);
  parsing = await load('no-simd');
  expect(without).toHaveBeenCalledTimes(2);
  without.mockRestore();
});

const bytesOf = (file: string): Uint8Array => new Uint8Array(readFileSync(file));
const filesIn = (folder: string): Uint8Array[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.jsonl'))
    .map((entry) => bytesOf(join(entry.parentPath, entry.name)));
const fixtures = resolve(import.meta.dirname, '../../fixtures');
const files = {
  'claude-code': filesIn(join(fixtures, 'claude-code')),
  'codex-cli': filesIn(join(fixtures, 'codex-cli')),
};

/** All calls of the sink, in their order. */
async function everything(read: ReadFile, chunks: readonly Uint8Array[]): Promise<unknown[]> {
  const calls: unknown[] = [];
  const note =
    (kind: string) =>
    (...values: unknown[]): void =>
      void calls.push([kind, ...values]);
  const sink = {
    event: note('event'),
    session: note('session'),
    lineage: note('lineage'),
    planLimits: note('planLimits'),
    problem: note('problem'),
  };
  await read(inChunks(chunks), sink, { now: testNow });
  return calls;
}

async function expectEqual(name: Name, chunks: readonly Uint8Array[]): Promise<unknown[]> {
  const picked = await everything(picking[name], chunks);
  expect(picked).toEqual(await everything(parsing[name], chunks));
  return picked;
}

const shared = sharedData('.');
if (shared === null) console.warn('Skipped: the folder of real logs is not here.');

describe.each(['claude-code', 'codex-cli'] as const)('both readers of %s', (name) => {
  it.skipIf(shared === null)('read the same in all real logs', async () => {
    let calls = 0;
    for (const bytes of filesIn(shared ?? '')) calls += (await expectEqual(name, [bytes])).length;
    expect(calls).toBeGreaterThan(10);
  });

  it('read the same in fixtures, cut off anywhere', async () => {
    for (const bytes of files[name]) {
      for (let length = 0; length <= bytes.length; length += 7)
        await expectEqual(name, [bytes.subarray(0, length)]);
    }
  });

  it('read the same in any chunks, with any damage', async () => {
    const byte = fc.oneof(fc.nat(255), fc.constantFrom(0x0a, 0x22, 0x5c, 0x7b, 0x7d));
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...files[name]),
        fc.array(fc.nat(20_000), { maxLength: 6 }),
        fc.array(fc.tuple(fc.nat(20_000), byte), { maxLength: 4 }),
        async (file, cuts, damage) => {
          const bytes = file.slice();
          for (const [at, value] of damage) bytes[at % bytes.length] = value;
          await expectEqual(name, split(bytes, cuts));
        },
      ),
      { numRuns: rounds(200, 5000) },
    );
  });
});

it('both readers read the same in logs of Claude Code with odd values', async () => {
  const value = fc.oneof(
    fc.jsonValue({ maxDepth: 2 }),
    fc.constantFrom('2026-11-02T09:00:00Z', '/p', 'msg_1', null),
  );
  const odd = (keys: readonly string[]) => fc.dictionary(fc.constantFrom(...keys), value, { maxKeys: 3 });
  const line = fc
    .record({
      line: odd(['type', 'timestamp', 'cwd', 'sessionId', 'requestId', 'version', 'data', 'message']),
      message: odd(['id', 'model', 'stop_reason', 'usage', 'content']),
      usage: odd(['input_tokens', 'output_tokens', 'cache_creation', 'iterations', 'usage']),
      isNested: fc.boolean(),
    })
    .map(({ isNested, ...change }) =>
      isNested ? progressLine(assistantLine(change)) : assistantLine(change),
    );
  await fc.assert(
    fc.asyncProperty(fc.array(line, { maxLength: 6 }), async (lines) => {
      await expectEqual('claude-code', [new TextEncoder().encode(toLog(userLine(), ...lines))]);
    }),
    { numRuns: rounds(200, 5000) },
  );
});

it('both readers read the same in families of Codex rollouts', async () => {
  await fc.assert(
    fc.asyncProperty(families, async (rollouts) => {
      for (const rollout of rollouts) {
        const bytes = new TextEncoder().encode(writeRollout(rollout));
        await expectEqual('codex-cli', [bytes]);
      }
    }),
    { numRuns: rounds(50, 500) },
  );
});
