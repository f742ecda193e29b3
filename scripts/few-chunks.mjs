/**
 * What the first page loads, in few files. Left alone, the bundler cuts a chunk wherever two pages share something: 43 files of 2 KB
 * on average, each with a request, an answer of the service worker and a module of its own, before anything is seen.
 * @returns {import('vite').Plugin}
 */
export function fewChunks() {
  return {
    name: 'tokentab:few-chunks',
    configEnvironment: (name) => (name === 'client' ? { build: { rolldownOptions: { output } } } : undefined),
  };
}

// A group takes along what its modules import, and the earlier group what both want.
const output = {
  codeSplitting: {
    groups: [
      {
        name: 'first',
        priority: 2,
        test: /\/(runtime\/client\/entry\.js|src\/routes\/\+(layout|page)\.(svelte|ts))$/,
      },
      { name: 'month', priority: 1, test: /\/components\/month\/MonthView\.svelte$/ },
    ],
  },
};
