/**
 * Combines the code of the first page into a few chunks. By default the bundler makes a chunk of everything that two
 * pages share: 43 files of 2 KB on average before anything is visible, each with its own request, service worker
 * response and module.
 * @returns {import('vite').Plugin}
 */
export function fewChunks() {
  return {
    name: 'tokentab:few-chunks',
    configEnvironment: (name) => (name === 'client' ? { build: { rolldownOptions: { output } } } : undefined),
  };
}

// A group includes the dependencies of its modules. A module that two groups need is in the first of them.
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
