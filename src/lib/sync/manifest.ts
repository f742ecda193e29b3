import * as v from 'valibot';
import type { OwnFile } from './memory';
import { parseName } from './names';

const count = v.pipe(v.number(), v.integer(), v.minValue(0));
const shape = v.object({
  /** The user's name for the device. */
  deviceName: v.pipe(v.string(), v.maxLength(200)),
  /** When it was written, in UTC milliseconds by that device's clock. */
  at: count,
  nonce: v.string(),
  /** The device no longer takes part; its files stay. */
  hasLeft: v.boolean(),
  files: v.array(v.object({ name: v.string(), bytes: count, sha256: v.string() })),
});

/** A device's description of itself: its name, when it last synced, and which files it has written. */
export type Manifest = v.InferOutput<typeof shape>;

export function writeManifest(
  about: Omit<Manifest, 'files'>,
  files: readonly OwnFile[],
): Uint8Array<ArrayBuffer> {
  const manifest: Manifest = {
    ...about,
    files: files.map(({ name, bytes, sha256 }) => ({ name, bytes, sha256 })),
  };
  return new TextEncoder().encode(JSON.stringify(manifest));
}

/** Undefined if it isn't one, or names files of another device. */
export function readManifest(device: string, content: Uint8Array): Manifest | undefined {
  try {
    const manifest = v.parse(shape, JSON.parse(new TextDecoder().decode(content)));
    return manifest.files.every(({ name }) => parseName(name)?.device === device) ? manifest : undefined;
  } catch {
    return undefined;
  }
}
