import path from 'node:path';

/**
 * The rooms of src/ and the others that each may import, all of them below it (docs/decisions/0001-frame.md). Every
 * room may import `model`. Workers are started, not imported, so `?worker` and `new URL(…)` are always allowed.
 * @type {Record<string, readonly string[]>}
 */
const rooms = {
  app: [
    'routes',
    'components',
    'state',
    'texts',
    'client',
    'team',
    'sync',
    'protocol',
    'ingest',
    'documents',
    'sources',
  ],
  routes: ['components', 'state', 'texts', 'client', 'protocol', 'ingest', 'documents', 'sources'],
  components: ['state', 'texts', 'client', 'team', 'sync', 'protocol', 'ingest', 'documents', 'sources'],
  state: ['texts', 'client', 'team', 'sync', 'protocol', 'ingest', 'documents', 'sources'],
  texts: ['protocol'],
  // What members of a team exchange.
  team: ['sync', 'protocol'],
  // Syncing a user's devices.
  sync: ['protocol'],
  client: ['protocol', 'ingest', 'documents', 'sources'],
  ingest: ['protocol', 'sources'],
  sources: ['assembly'],
  documents: ['protocol'],
  database: ['protocol', 'prices', 'migrations'],
  // Backups and restoring, in a separate worker.
  safety: ['protocol', 'sources', 'database'],
  prices: [],
  protocol: [],
  'service-worker': ['protocol', 'ingest'],
  model: [],
};

/**
 * The folders of some rooms, lowest first: each may import those before it. A file directly in the room counts by its
 * name.
 * @type {Record<string, readonly string[]>}
 */
const folders = {
  components: [
    'lists',
    'forms',
    'parts',
    'charts',
    'usage',
    'export',
    'pins',
    'budgets',
    'imports',
    'views',
    'connected',
    'devices',
    'safety',
    'projects',
    'clients',
    'events',
    'prices',
    'mapping',
    'settings',
    'documents',
    'extraction',
    'team',
    'palette',
    'shell',
  ],
  state: [
    'shell',
    'palette',
    'database',
    'view',
    'mapping',
    'imports',
    'projects',
    'pins',
    'prices',
    'budgets',
    'events',
    'documents',
    'safety',
    'devices',
    'team',
    'start-app',
  ],
  ingest: ['import-target', 'files', 'unpack', 'scan', 'run', 'sample'],
  documents: [
    'document',
    'counting',
    'reading',
    'extraction',
    'contents',
    'worker',
    'calling',
    'running',
    'add-files',
  ],
  database: [
    'context',
    'sql',
    'arguments',
    'events',
    'settings',
    'copies',
    'prices',
    'projects',
    'usage',
    'whole-database',
    'imports',
    'budgets',
    'documents',
    'mappings',
    'teams',
    'merge',
    'devices',
    'commands',
    'leadership',
    'opening',
    'serve-page',
    'worker',
  ],
};

const known = new Set([...Object.keys(rooms), 'migrations', 'assembly']);

/** @type {import('eslint').Rule.RuleModule} */
export const downwardsOnly = {
  meta: {
    type: 'problem',
    schema: [],
    messages: {
      upwards:
        '{{from}} may not import {{to}}: imports run only downwards through rooms and folders (eslint/rooms.js).',
      unknown: '{{to}} is in no room that eslint/rooms.js knows.',
    },
  },
  create(context) {
    const from = roomOf(path.relative(context.cwd, context.filename));
    if (from === undefined) return {};

    /**
     * @param {import('eslint').AST.Token} node
     * @param {string} room
     * @param {string} target
     */
    const checkFolders = (node, room, target) => {
      const order = folders[room];
      if (order === undefined) return;
      const from = folderOf(path.relative(context.cwd, context.filename));
      const to = folderOf(target);
      const unknown = [from, to].find((folder) => !order.includes(folder));
      const data = { from: `${room}/${from}`, to: `${room}/${unknown ?? to}` };
      if (unknown !== undefined) context.report({ node, messageId: 'unknown', data });
      else if (order.indexOf(to) > order.indexOf(from)) {
        context.report({ node, messageId: 'upwards', data });
      }
    };

    /** @param {{ source?: unknown }} node */
    const check = (node) => {
      const source = /** @type {import('eslint').AST.Token | null | undefined} */ (node.source);
      if (typeof source?.value !== 'string') return;
      const target = resolve(source.value, context.filename, context.cwd);
      if (target === undefined) return;
      const to = roomOf(target) ?? target;
      if (to === from) return checkFolders(source, from, target);
      const data = { from, to };
      const unknown = [from, to].find((room) => !known.has(room));
      if (unknown) context.report({ node: source, messageId: 'unknown', data: { to: unknown } });
      else if (to !== 'model' && !rooms[from]?.includes(to)) {
        context.report({ node: source, messageId: 'upwards', data });
      }
    };
    return {
      ImportDeclaration: check,
      ExportNamedDeclaration: check,
      ExportAllDeclaration: check,
      ImportExpression: check,
      // typescript-eslint's node for the type `import('…').Type`.
      TSImportType: check,
    };
  },
};

/**
 * @param {string} file relative to the repository
 * @returns {string | undefined} the room; undefined for a file outside all rooms
 */
function roomOf(file) {
  const parts = file.split(path.sep);
  if (parts[0] === 'migrations' || parts[0] === 'assembly') return parts[0];
  if (parts[0] !== 'src') return undefined;
  const [, first = '', second = ''] = parts;
  if (first === 'routes') return 'routes';
  if (first !== 'lib') return path.parse(first).name.startsWith('service-worker') ? 'service-worker' : 'app';
  const room = parts.length > 3 ? second : path.parse(second).name;
  return room in rooms ? room : parts.slice(0, 3).join('/');
}

/**
 * @param {string} file relative to the repository, inside a room
 * @returns {string} its folder in the room; its own name without extensions if it is in none
 */
function folderOf(file) {
  const [, , , folder = ''] = file.split(path.sep);
  return folder.split('.')[0] ?? '';
}

/**
 * @param {string} source as written in the import
 * @param {string} importer
 * @param {string} cwd
 * @returns {string | undefined} the file, relative to the repository, or undefined for packages, styles and workers
 */
function resolve(source, importer, cwd) {
  const [specifier = '', query = ''] = source.split('?');
  if (/\bworker\b/.test(query) || specifier.endsWith('.css')) return undefined;
  if (specifier === '$lib' || specifier.startsWith('$lib/')) return path.join('src', specifier.slice(1));
  if (specifier.startsWith('/')) return path.join('.', specifier);
  if (!specifier.startsWith('.')) return undefined;
  const target = path.relative(cwd, path.resolve(path.dirname(importer), specifier));
  // SvelteKit's generated types next to each route.
  return path.basename(target) === '$types' ? undefined : target;
}
