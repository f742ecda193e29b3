/**
 * How much tests try. `npm test` runs short rounds and leaves out end-to-end tests tagged `@long`; `npm run test:all`
 * (`TOKENTAB_TESTS=all`) runs everything.
 */
export const runsAll = process.env['TOKENTAB_TESTS'] === 'all';

/** How many rounds to try: usually, and in `npm run test:all`. */
export const rounds = (usual: number, all: number): number => (runsAll ? all : usual);
