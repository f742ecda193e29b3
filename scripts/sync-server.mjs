import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';

/**
 * `npm run sync-server`: writes the configuration of the NATS server that people's devices (docs/devices.md) and teams
 * (docs/team.md) use. A person's devices share one account of the server, and so does a team; accounts see nothing of
 * each other.
 */
const usage = `Usage: npm run sync-server -- <folder> <command>

  init [name:host …]   a configuration for one server, or for three: a:10.0.0.1 b:10.0.0.2 c:10.0.0.3
  add <name> <U…>      lets a person's devices in; Tokentab shows the line that begins with U
  remove <name>        shuts them out; what they stored stays until you delete it

  team <team> owner|member <name> <access line>         lets somebody into a team, or changes their role
  team <team> lead <name> <access line> <project …>     the same for somebody who reads these projects
  team <team> remove <name>                             shuts them out of it

Tokentab shows access lines (U….age1…) and the ids of projects.

Afterwards start or reload the server:  nats-server -c <folder>/nats.conf   nats-server --signal reload
`;

/** @typedef {{ name: string; host: string }} Host */
/** @typedef {{ role: string; key: string; projects: string[] }} Member */
/** @typedef {{ servers: Host[]; gigabytes: number; people: Record<string, string>; teams?: Record<string, Record<string, Member>> }} Setup */

/**
 * @param {Setup} setup
 * @param {Host} self
 * @param {string} [store] the folder of the data. A relative one depends on where the server is started, so it is absolute
 *   if the server runs on this machine.
 * @returns {string} the content of nats.conf
 */
export function natsConfiguration({ servers, gigabytes, people, teams = {} }, self, store = 'data') {
  const routes = servers.map(({ host }) => `nats://${host}:6222`).join(', ');
  /** @param {string} name @param {number} streams @param {string[]} users */
  const account = (name, streams, users) => `  ${name} {
    jetstream { max_mem: 64MB, max_store: ${gigabytes}GB, max_streams: ${streams} }
    users: [${users.join(', ')}]
  }`;
  const accounts = [
    ...Object.entries(people).map(([name, key]) => account(name, 4, [`{ nkey: ${key} }`])),
    ...Object.entries(teams).map(([team, members]) =>
      account(
        `team-${team}`,
        1,
        Object.values(members).map((member) => teamUser(team, member)),
      ),
    ),
  ];
  // NATS lets everybody in while its configuration names nobody.
  const named = [people, ...Object.values(teams)].some((users) => Object.keys(users).length > 0);
  if (!named) {
    const password = randomBytes(32).toString('hex');
    accounts.push(`  nobody { users: [{ user: nobody, password: "${password}" }] }`);
  }
  return [
    '# Written by "npm run sync-server". Changes are lost when it runs again.',
    `server_name: ${self.name}`,
    'listen: "127.0.0.1:4222"',
    `jetstream { store_dir: ${JSON.stringify(store)} }`,
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
 * The rights of a member: everything that isn't named is refused. The subjects are those of src/lib/team/subjects.ts. A
 * consumer's name is chosen by the member, so it is random, and only its filter can be limited.
 * @param {string} team
 * @param {Member} member
 * @returns {string} a user of the configuration
 */
function teamUser(team, { role, key, projects }) {
  const [api, stream, subjects] = ['$JS.API', `tt-t-${team}`, `tt.t.${team}`];
  const own = `${subjects}.d.*.*.${key}.*`;
  /** @param {string} filter */
  const reading = (filter) => `${api}.CONSUMER.CREATE.${stream}.*.${filter}`;
  const publish = [
    own,
    reading(own),
    `${api}.CONSUMER.MSG.NEXT.${stream}.*`,
    reading(`${subjects}.r.roster`),
    ...projects.map((project) => reading(`${subjects}.d.${project}.*.*.*`)),
  ];
  if (role === 'owner') {
    publish.push(
      `${subjects}.r.roster`,
      reading(`${subjects}.d.*.*.*.*`),
      `${api}.STREAM.CREATE.${stream}`,
      `${api}.STREAM.INFO.${stream}`,
    );
  }
  const list = publish.map((subject) => `"${subject}"`).join(', ');
  return `{ nkey: ${key}, permissions: {
      publish: { allow: [${list}] }
      subscribe: { allow: ["_INBOX_${key}.>"] }
    } }`;
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
  if (verb === 'team') return { ...setup, teams: changedTeams(setup, name, more) };
  requireName(name);
  if (verb === 'add') {
    const [key = ''] = more;
    if (!/^U[A-Z2-7]{55}$/.test(key))
      throw new Error(
        `"${key}" is not the line that Tokentab shows. It begins with U and has 56 characters.`,
      );
    if (name.startsWith('team-')) throw new Error('Names that begin with team- are those of teams.');
    requireNew(key, { ...setup, people: { ...people, [name]: '' } });
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

/**
 * @param {Setup} setup
 * @param {string} team
 * @param {string[]} command
 * @returns {NonNullable<Setup['teams']>}
 */
function changedTeams(setup, team, [role = '', name = '', line = '', ...projects]) {
  const teams = setup.teams ?? {};
  if (!/^[a-z][a-z0-9-]{0,30}$/.test(team))
    throw new Error(`"${team}" can't be the name of a team. Use lower-case letters, digits and -.`);
  requireName(name);
  const members = Object.hasOwn(teams, team) ? (teams[team] ?? {}) : {};
  const others = Object.fromEntries(Object.entries(members).filter(([other]) => other !== name));
  if (role === 'remove') {
    if (!Object.hasOwn(members, name)) throw new Error(`There is nobody called "${name}" in this team.`);
    return { ...teams, [team]: others };
  }
  if (!['owner', 'lead', 'member'].includes(role)) throw new Error(usage);
  const [, key = ''] = /^(U[A-Z2-7]{55})\.age1[a-z0-9]{58}$/.exec(line) ?? [];
  if (key === '')
    throw new Error(
      `"${line}" is not an access line. It begins with U and contains .age1, and Tokentab shows it.`,
    );
  const wrong = projects.find((project) => !/^[0-9a-z][0-9a-z-]{0,63}$/.test(project));
  if (wrong !== undefined) throw new Error(`"${wrong}" is not the id of a project.`);
  if ((role === 'lead') !== projects.length > 0)
    throw new Error('Name projects for a lead, and only for a lead.');
  requireNew(key, { ...setup, teams: { ...teams, [team]: others } });
  return { ...teams, [team]: { ...others, [name]: { role, key, projects } } };
}

/** @param {string} name */
function requireName(name) {
  if (!/^[a-z][a-z0-9_-]{0,40}$/.test(name))
    throw new Error(`"${name}" can't be a name. Use lower-case letters, digits, - and _.`);
}

/**
 * The server takes a key only once.
 * @param {string} key
 * @param {Setup} others
 */
function requireNew(key, { people, teams = {} }) {
  const members = Object.values(teams).flatMap((team) => Object.values(team));
  if ([...Object.values(people), ...members.map((member) => member.key)].includes(key))
    throw new Error('Somebody else has this line already.');
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
    const isOnly = setup.servers.length === 1;
    const name = isOnly ? 'nats.conf' : `nats-${server.name}.conf`;
    const store = isOnly ? resolve(folder, 'data') : 'data';
    writeFileSync(join(folder, name), natsConfiguration(setup, server, store));
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
