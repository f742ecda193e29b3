import { ChainHash } from '../../model/chain-hash';

/**
 * The id of the project that an import creates for a folder or foreign name. It is the same on every device, so that
 * their projects merge. A version 8 UUID.
 */
export function madeProjectId(root: string): string {
  const hash = new ChainHash();
  hash.addText(root);
  const { digest } = hash;
  const variant = '89ab'.charAt(Number.parseInt(digest.charAt(16), 16) % 4);
  const text = `${digest.slice(0, 12)}8${digest.slice(13, 16)}${variant}${digest.slice(17)}`;
  return [text.slice(0, 8), text.slice(8, 12), text.slice(12, 16), text.slice(16, 20), text.slice(20)].join(
    '-',
  );
}
