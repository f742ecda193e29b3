import { Buffer } from 'node:buffer';
import { expect, it } from 'vitest';
import { zed } from '../../../src/lib/sources/zed';
import { zstdBomb, zstdFrame } from '../ingest/unpack/zstandard';
import { readSource } from './read-source';
import { makeDatabase } from './support/make-database';

const thread = JSON.stringify({
  updated_at: '2026-03-01T10:00:00Z',
  cumulative_token_usage: { input_tokens: 30, output_tokens: 9 },
});
const asHex = (bytes: Uint8Array): string => `x'${Buffer.from(bytes).toString('hex')}'`;

it('a packed value that unpacks to more than any record, or claims to, costs its row and no other', async () => {
  const packed = [
    zstdBomb(1000),
    zstdFrame(new TextEncoder().encode(thread), { window: 30 }),
    zstdFrame(new TextEncoder().encode(thread)),
    zstdFrame(new TextEncoder().encode(thread)).subarray(0, 40),
  ];
  const rows = packed.map(
    (bytes, index) => `INSERT INTO threads VALUES ('t${index}', '', '2026-03-01', 'zstd', ${asHex(bytes)});`,
  );
  const database = await makeDatabase(
    `CREATE TABLE threads(id TEXT, summary TEXT, updated_at TEXT, data_type TEXT, data BLOB); ${rows.join('')}`,
  );
  const { events, problems } = await readSource(zed, [database]);
  expect(events).toMatchObject([{ sessionId: 't2', inputTokens: 30, outputTokens: 9 }]);
  expect(problems).toEqual([1, 2, 4].map((line) => ({ reason: 'thread-not-unpacked', line })));
});
