import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rounds } from '../../budget';
import type { SourceContext } from '../../../src/lib/sources/source';
import { opencode } from '../../../src/lib/sources/opencode';
import { readSource } from './read-source';
import { fixture } from './support/fixtures';

const database = fixture('opencode/open.db');
const log = fixture('opencode/open.db-wal');
const frameBytes = 24 + 512;
const frames = (log.length - 32) / frameBytes;

/** What the messages of the assistant say after each transaction; the first is the database without its log. */
const states = [[1], [1, 10], [1, 10, 100], [2, 10, 100], [2, 10, 100], [2, 10, 100, 1000]];

async function read(wal: Uint8Array, context: Partial<SourceContext> = {}, file: Uint8Array = database) {
  const { events, problems } = await readSource(opencode, [file, wal], {
    writeAheadLogAt: file.length,
    ...context,
  });
  return {
    inputs: events.map(({ inputTokens }) => inputTokens),
    problems: problems.map(({ reason }) => reason),
  };
}

/** The frames after which a transaction is committed, by their number from 1. */
function commits(): number[] {
  const view = new DataView(log.buffer);
  const all = Array.from({ length: frames }, (_, index) => index + 1);
  return all.filter((frame) => view.getUint32(32 + (frame - 1) * frameBytes + 4) > 0);
}

describe('an open database and its write-ahead log', () => {
  it('gives the rows of both', async () => {
    expect(commits()).toHaveLength(5);
    expect(await read(log)).toEqual({ inputs: states[5], problems: [] });
  });

  it('is read as of the last complete transaction, wherever the log is truncated', async () => {
    for (let frame = 0; frame <= frames; frame += 1) {
      const committed = commits().filter((end) => end <= frame).length;
      for (const more of frame === frames ? [0] : [0, 1, 23, 24, 300, frameBytes - 1]) {
        const cut = log.subarray(0, 32 + frame * frameBytes + more);
        expect(await read(cut), `frame ${frame} and ${more} bytes`).toEqual({
          inputs: states[committed],
          problems: [],
        });
      }
    }
  });

  it('ends where a checksum, a salt or a page number is wrong', async () => {
    const [first = 0] = commits();
    for (const offset of [0, 8, 12, 16, 20, 24, 400]) {
      const broken = log.slice();
      const at = 32 + first * frameBytes + offset;
      broken.fill((broken[at] ?? 0) ^ 0x55, at, at + 1);
      expect(await read(broken)).toEqual({ inputs: states[1], problems: [] });
    }
  });

  it('is read without its log, and reports that, if the log’s header is invalid or from another database', async () => {
    for (const offset of [0, 3, 4, 8, 16, 24, 31]) {
      const broken = log.slice();
      broken.fill((broken[offset] ?? 0) ^ 0x55, offset, offset + 1);
      const { inputs, problems } = await read(broken);
      expect(inputs).toEqual(states[0]);
      expect(problems).toEqual([expect.stringMatching(/^wal-/)]);
    }
    expect((await read(log.subarray(0, 20))).problems).toHaveLength(1);
    const foreign = await read(log, {}, fixture('opencode/opencode.db'));
    expect(foreign.problems.length + foreign.inputs.length).toBeGreaterThan(0);
  });

  it('is read alone if its log is empty or missing', async () => {
    expect(await read(new Uint8Array())).toEqual({ inputs: states[0], problems: [] });
    const alone = await readSource(opencode, [database]);
    expect(alone.events).toHaveLength(1);
    expect(alone.problems).toMatchObject([{ reason: 'wal-missing' }]);
    // Nothing is missing from a complete folder: a database without a log was closed.
    const inFolder = await readSource(opencode, [database], { path: 'opencode/open.db' });
    expect([inFolder.events.length, inFolder.problems]).toEqual([1, []]);
  });

  it('withstands any bytes in its log', async () => {
    const changes = fc.array(fc.tuple(fc.nat(log.length - 1), fc.integer({ min: 0, max: 255 })), {
      maxLength: 8,
    });
    await fc.assert(
      fc.asyncProperty(changes, fc.uint8Array({ maxLength: 2000 }), async (changed, random) => {
        const copy = log.slice();
        for (const [index, byte] of changed) copy[index] = byte;
        expect(states).toContainEqual((await read(copy)).inputs);
        expect((await read(random)).inputs).toEqual(states[0]);
        // After a valid header, nothing is trusted without its checksum.
        expect((await read(Buffer.concat([log.subarray(0, 32), random]))).inputs).toEqual(states[0]);
      }),
      { numRuns: rounds(20, 60) },
    );
  });

  it('is read completely even if all of it is still in the log', async () => {
    const { problems, inputs } = await read(log, {}, new Uint8Array());
    // This log changes a database that was there before: alone it lacks pages, which is noticed.
    expect([inputs, problems.length > 0]).toEqual([[], true]);
  });
});
