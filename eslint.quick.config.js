import tseslint from 'typescript-eslint';
import config from './eslint.config.js';

/**
 * For `npm test`: components without the rules that need types, since TypeScript would build its whole program again for
 * each component, which takes longer than all the rest. `npm run lint`, `npm run check` and `npm run test:all` use all rules.
 */
export default [
  ...config,
  {
    files: ['**/*.svelte'],
    ...tseslint.configs.disableTypeChecked,
    linterOptions: { reportUnusedDisableDirectives: 'off' },
  },
];
