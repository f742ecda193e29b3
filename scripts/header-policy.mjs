import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** The placeholder in `_headers` for the policy of the pages. */
const placeholder = '%page-policy%';

/** Cloudflare Pages reads 2,000 characters of a line. */
const mostCharacters = 1_950;

/** Directives that work only in a header: a `<meta>` policy ignores them. */
const headerOnly = "frame-ancestors 'none'";

/**
 * Extends an adapter: the pages' policy, which SvelteKit writes as `<meta>`, is also sent as a header, so that it
 * applies to everything above that element, too. One header serves all pages, so it contains the hashes of all of them.
 * @param {import('@sveltejs/kit').Adapter} adapter
 * @param {string} folder of the built site
 * @returns {import('@sveltejs/kit').Adapter}
 */
export function withHeaderPolicy(adapter, folder) {
  return {
    ...adapter,
    async adapt(builder) {
      await adapter.adapt(builder);
      const pages = readdirSync(folder, { recursive: true, encoding: 'utf8' })
        .filter((name) => name.endsWith('.html'))
        .sort()
        .map((name) => readFileSync(join(folder, name), 'utf8'));
      const path = join(folder, '_headers');
      writeFileSync(
        path,
        readFileSync(path, 'utf8').replace(placeholder, () => headerPolicy(pages)),
      );
    },
  };
}

/**
 * The policy that allows exactly what the `<meta>` policies of these pages allow together.
 * @param {readonly string[]} pages HTML
 */
export function headerPolicy(pages) {
  /** @type {Map<string, Set<string>>} */
  const directives = new Map();
  for (const page of pages) {
    const [, policy] = /http-equiv="content-security-policy" content="([^"]*)"/.exec(page) ?? [];
    if (policy === undefined) throw new Error('A built page has no content security policy.');
    for (const directive of policy.split(';')) {
      const [name = '', ...values] = directive.trim().split(/\s+/);
      const all = directives.get(name) ?? new Set();
      values.forEach((value) => all.add(value));
      directives.set(name, all);
    }
  }
  // SvelteKit adds it, but it has no effect if both of its parts are set.
  if (directives.has('style-src-elem')) directives.delete('style-src');
  const policy = [...directives].map(([name, values]) => [name, ...values].join(' ')).concat(headerOnly);
  const header = policy.join('; ');
  if (header.length > mostCharacters)
    throw new Error('The content security policy is too long for a header.');
  return header;
}
