import { expect, it } from 'vitest';
import { runsAll } from '../../../budget';
import { allPlaces } from '../../../../src/lib/sources/places';
import { sources } from '../../../../src/lib/sources/registry';
import { fixture, fixturesOf } from '../../sources/support/fixtures';
import { alike, ways, type Tree } from './folder-tree';

const inProject = ' in a project';
const projects = runsAll ? 200 : 20;

/** The folders of the tool on each system; for an export, the one for downloads. */
function foldersOf({ places, within }: (typeof sources)[number]): string[] {
  const folders = allPlaces({ ...places, export: [] })
    .filter((place) => place.startsWith('~/'))
    .map((place) => `${place.slice('~/'.length)}${within === undefined ? '' : `/1/${within}`}`);
  return folders.length === 0 ? ['Downloads'] : folders;
}

function put(tree: Tree, path: string, content: Uint8Array<ArrayBuffer>): void {
  const names = path.split('/');
  let folder = tree;
  for (const name of names.slice(0, -1)) folder = (folder[name] ??= {}) as Tree;
  folder[names.at(-1) ?? ''] = content;
}

/** Projects, each with a thousand files that could be logs by their names. */
function otherFiles(): Tree {
  const project: Tree = {
    data: { ...alike(400, '.json', '{"a":1}'), ...alike(200, '.txt', 'x') },
    cache: { ...alike(200, '', 'x'), ...alike(200, '.db', 'x') },
  };
  return Object.fromEntries(Array.from({ length: projects }, (_, index) => [`project-${index}`, project]));
}

it.each(ways)(
  `finds the files of every source in a home folder of ${projects},000 others, chosen by %s`,
  async (_way, collect) => {
    const home: Tree = { work: otherFiles() };
    const logs = new Set<string>();
    for (const source of sources) {
      for (const name of fixturesOf(source.id)) {
        const project = allPlaces(source.places).find((place) => place.endsWith(inProject));
        const paths =
          project === undefined
            ? foldersOf(source).map((folder) => `${folder}/${source.id}-${name}`)
            : [`work/engine/${project.slice(0, -inProject.length)}`];
        for (const path of paths) {
          put(home, path, fixture(`${source.id}/${name}`));
          logs.add(`home/${path}`);
        }
      }
    }
    const { files } = await collect('home', home);
    const found = new Set(files.map(({ path }) => path));
    expect([...logs].filter((path) => !found.has(path))).toEqual([]);
    // Opening a file takes the browser almost a millisecond.
    expect(found.size - logs.size).toBeLessThan(2_000);
  },
);
