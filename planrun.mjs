import { runnerImport } from 'vite';
const { module } = await runnerImport('/tmp/perf/plan-run.ts', { configFile: false, resolve:{alias:{'$lib':'/tmp/perf/src/lib'}} });
await module.run();
process.exit(0);
