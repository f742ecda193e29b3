/**
 * With this in a worker, no timer of half a second or more ever fires, so anything that depends on one waits forever.
 */
for (const name of ['setTimeout', 'setInterval'] as const) {
  const start = Reflect.get(self, name).bind(self);
  Object.assign(self, { [name]: (run: () => void, ms = 0) => (ms < 500 ? start(run, ms) : 0) });
}
