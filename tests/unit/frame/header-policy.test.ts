import { expect, it } from 'vitest';
import { headerPolicy } from '../../../scripts/header-policy.mjs';

const page = (policy: string) => `<meta http-equiv="content-security-policy" content="${policy}">`;

it('combines what the pages’ own policies allow in one header', () => {
  expect(
    headerPolicy([
      page("script-src 'self' 'sha256-a'; style-src 'self' 'sha256-x'; style-src-elem 'self' 'sha256-x'"),
      page("script-src 'self' 'sha256-a'; style-src 'self' 'sha256-y'; style-src-elem 'self' 'sha256-y'"),
    ]),
  ).toBe("script-src 'self' 'sha256-a'; style-src-elem 'self' 'sha256-x' 'sha256-y'; frame-ancestors 'none'");
});

it('refuses a page without a policy, and a line that hosts would truncate', () => {
  expect(() => headerPolicy(['<html></html>'])).toThrow('no content security policy');
  expect(() => headerPolicy([page(`script-src ${'x'.repeat(2_000)}`)])).toThrow('too long');
});
