import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';

/**
 * `npm run sync-server`: writes the configuration of the NATS server that people's devices use (docs/devices.md). A
 * person's devices share one account of the server, which sees nothing of the others.
 */
const usage = `Usage: npm run sync-server -- <folder> <command>

  init [name:host …]   a configuration for one server, or for three: a:10.0.0.1 b:10.0.0.2 c:10.0.0.3
  add <name> <U…>      lets a person's devices in; Tokentab shows the line that begins with U
  remove <name>        shuts them out; what they stored stays until you delete it

Afterwards start or reload the server:  nats-server -c <folder>/nats.conf   nats-server --signal reload
`;

/** @typedef {{ name: string; host: string }} Host */
/** @typedef {{ servers: Host[]; gigabytes: number; people: Record<string, string> }} Setup */

/**
 * @param {Setup} setup
 * @param {Host} self
 * @returns {string} the content of nats.conf
 */
export function natsConfiguration({ servers, gigabytes, people }, self) {
  const routes = servers.map(({ host }) => `nats://${host}:6222`).join(', ');
  const accounts = Object.entries(people).map(
    ([name, key]) => `  ${name} {
    jetstream { max_mem: 64MB, max_store: ${gigabytes}GB, max_streams: 4 }
    users: [{ nkey: ${key} }]
  }`,
  );
  return [
    '# Written by "npm run sync-server". Changes are lost when it runs again.',
    `server_name: ${self.name}`,
    'listen: "127.0.0.1:4222"',
    `jetstream { store_dir: "data" }`,
    '# Only the web server in front reaches it, and only pages of its own site get in.',
    `websocket { listen: "127.0.0.1:8091", no_tls: true, same_origin: true }`,
    ...(servers.length > 1
      ? [`cluster { name: tokentab, listen: "${self.host}:6222", routes: [${routes}] }`]
      : []),
    `accounts {\n${accounts.join('\n')}\n}`,
    '',
  ].join('\n');
}

/**
 * Applies one command to the set-up of a folder.
 * @param {Setup} setup
 * @param {string[]} command
 * @returns {Setup} throws a sentence for the user if the command is wrong
 */
export function changed(setup, [verb, name = '', ...more]) {
  const { people } = setup;
  if (verb === 'init') {
    const servers = [name, ...more].filter(Boolean).map((text) => {
      const [, server = '', host = ''] = /^([a-z0-9-]+):([\w.-]+)$/i.exec(text) ?? [];
      if (server === '') throw new Error(`"${text}" is not a server. Write it as name:host.`);
      return { name: server, host };
    });
    if (![0, 1, 3].includes(servers.length)) throw new Error('Name no server, one, or three.');
    return { ...setup, servers: servers.length > 0 ? servers : [{ name: 'tokentab', host: '127.0.0.1' }] };
  }
  if (!/^[a-z][a-z0-9_-]{0,40}$/.test(name))
    throw new Error(`"${name}" can't be a name. Use lower-case letters, digits, - and _.`);
  if (verb === 'add') {
    const [key = ''] = more;
    if (!/^U[A-Z2-7]{55}$/.test(key))
      throw new Error(
        `"${key}" is not the line that Tokentab shows. It begins with U and has 56 characters.`,
      );
    if (Object.entries(people).some(([other, known]) => known === key && other !== name))
      throw new Error('Somebody else has this line already.');
    return { ...setup, people: { ...people, [name]: key } };
  }
  if (verb === 'remove') {
    if (!Object.hasOwn(people, name)) throw new Error(`There is nobody called "${name}".`);
    return {
      ...setup,
      people: Object.fromEntries(Object.entries(people).filter(([other]) => other !== name)),
    };
  }
  throw new Error(usage);
}

/** @param {string[]} args */
function main(args) {
  const [folder, ...command] = parseArgs({ args, allowPositionals: true }).positionals;
  if (folder === undefined || command.length === 0) throw new Error(usage);
  mkdirSync(folder, { recursive: true });
  const file = join(folder, 'sync-server.json');
  /** @type {Setup} */
  const before = existsSync(file)
    ? JSON.parse(readFileSync(file, 'utf8'))
    : { servers: [{ name: 'tokentab', host: '127.0.0.1' }], gigabytes: 2, people: {} };
  const setup = changed(before, command);
  writeFileSync(file, `${JSON.stringify(setup, null, 2)}\n`);
  for (const server of setup.servers) {
    const name = setup.servers.length > 1 ? `nats-${server.name}.conf` : 'nats.conf';
    writeFileSync(join(folder, name), natsConfiguration(setup, server));
    console.log(`Wrote ${join(folder, name)}`);
  }
}

if (process.argv[1]?.endsWith('sync-server.mjs')) {
  try {
    main(process.argv.slice(2));
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exit(1);
  }
}
