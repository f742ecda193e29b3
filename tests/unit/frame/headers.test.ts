import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { headersFor, parseHeaders } from '../../../scripts/headers.mjs';

const rules = parseHeaders(readFileSync('static/_headers', 'utf8'));

it('caches forever only what has a hash in its name', () => {
  expect(headersFor(rules, '/_app/immutable/entry/app.js').get('cache-control')).toContain('immutable');
  for (const path of ['/', '/import', '/service-worker.js', '/_app/version.json']) {
    expect(headersFor(rules, path).get('cache-control')).toBeUndefined();
  }
});

it('restricts workers to our own origin, because a page’s policy does not apply to them', () => {
  const policy = headersFor(rules, '/_app/immutable/workers/worker.js').get('content-security-policy');
  expect(policy).toContain("%page-policy%, default-src 'self'");
  expect(policy).toContain("connect-src 'self'");
});

it('lets the caller reach nothing unless our service worker serves it', () => {
  const policy = headersFor(rules, '/caller.js').get('content-security-policy');
  expect(policy).toContain("default-src 'none'; connect-src 'none'");
});

it('refuses a header without a path', () => {
  expect(() => parseHeaders('  X-Name: value')).toThrow('cannot read');
});
