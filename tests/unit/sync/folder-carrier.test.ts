import { mkdirSync, mkdtempSync, renameSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { FolderCarrier } from '../../../src/lib/sync/folder-carrier';
import { manifestOf } from '../../../src/lib/sync/names';
import { nodeDirectory } from './node-directory';

/** On the disk, where something else may change any file at any time. */

const device = crypto.randomUUID();
const manifest = manifestOf(device);
let root: string;
let beforeReading: () => void;
let carrier: FolderCarrier;
beforeEach(async () => {
  root = mkdtempSync(join(tmpdir(), 'tokentab-folder-'));
  beforeReading = () => undefined;
  carrier = new FolderCarrier(
    nodeDirectory(root, {
      beforeReading: () => {
        beforeReading();
      },
    }),
    'aaaaaaaa',
  );
  await carrier.write(manifest, Uint8Array.of(1, 2, 3));
});
afterEach(() => {
  rmSync(root, { recursive: true, force: true });
});
const place = () => join(root, 'Tokentab aaaaaaaa', manifest);

it('reads a file later that is replaced while it is read', async () => {
  beforeReading = () => {
    beforeReading = () => undefined;
    writeFileSync(`${place()}.new`, 'four');
    utimesSync(`${place()}.new`, 1, 1);
    renameSync(`${place()}.new`, place());
  };
  expect(await carrier.read(manifest)).toBeNull();
  expect(await carrier.read(manifest)).toHaveLength(4);
});

it('reads nothing of a file that disappears while it is read', async () => {
  beforeReading = () => {
    rmSync(place());
  };
  expect(await carrier.read(manifest)).toBeNull();
  expect(await carrier.list()).toEqual([]);
});

it('lists no folder of another kind, and no file of another end', async () => {
  const directory = join(root, 'Tokentab aaaaaaaa');
  mkdirSync(join(directory, 'photos'));
  writeFileSync(join(directory, 'photos', 'manifest.age'), 'x');
  writeFileSync(`${place()}.crswap`, '');
  writeFileSync(join(directory, device, '.syncthing.manifest.age.tmp'), 'x');
  writeFileSync(join(directory, 'manifest.age'), 'x');
  expect(await carrier.list()).toMatchObject([{ name: manifest, bytes: 3 }]);
});

it('is gone when the folder is gone, and creates no other in its place', async () => {
  rmSync(root, { recursive: true });
  await expect(carrier.list()).rejects.toMatchObject({ name: 'NotFoundError' });
  await expect(carrier.write(manifest, Uint8Array.of(1))).rejects.toMatchObject({ name: 'NotFoundError' });
  expect(await carrier.read(manifest)).toBeNull();
});
