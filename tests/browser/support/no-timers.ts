/** In a worker with this no timer of half a second or more ever ends: whoever waits for one waits for ever. */
for (const name of ['setTimeout', 'setInterval'] as const) {
  const start = Reflect.get(self, name).bind(self);
  Object.assign(self, { [name]: (run: () => void, ms = 0) => (ms < 500 ? start(run, ms) : 0) });
}
