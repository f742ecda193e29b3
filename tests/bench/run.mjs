import { runnerImport } from 'vite';

/** `npm run bench`: Vite reads the TypeScript, since the oldest Node that Tokentab supports does not. */
const { module } = await runnerImport(new URL('./bench.ts', import.meta.url).pathname, { configFile: false });
await module.bench(process.argv.slice(2));
// Vite's own watchers would hold the process.
process.exit(process.exitCode ?? 0);
