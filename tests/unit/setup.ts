import fc from 'fast-check';
import { afterAll } from 'vitest';
import { runsAll } from '../budget';
import { closeOpened } from './opened';

// `npm test` tries the same cases each time, so that a change never fails by chance; `npm run test:all` tries new ones.
if (!runsAll) fc.configureGlobal({ seed: 20261130 });

afterAll(closeOpened);
