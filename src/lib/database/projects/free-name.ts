import { projectNameOf, segmentCount } from '../../model/project-root';
import type { Connection } from '../context';
import { isNameTaken } from './projects';

/** The folder's name, preceded by as many parent folders as needed to be unique, else numbered. */
export function freeNameOf(connection: Connection, root: string): string {
  for (let segments = 1; segments <= segmentCount(root); segments += 1) {
    const name = projectNameOf(root, segments);
    if (!isNameTaken(connection, name)) return name;
  }
  return freeName(connection, projectNameOf(root));
}

/** The name, numbered if another project has it. At most 300 characters. */
export function freeName(connection: Connection, wanted: string): string {
  if (!isNameTaken(connection, wanted)) return wanted;
  const name = Array.from(wanted).slice(0, 290).join('');
  let number = 2;
  while (isNameTaken(connection, `${name} (${number})`)) number += 1;
  return `${name} (${number})`;
}
