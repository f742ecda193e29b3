import js from '@eslint/js';
import { defineConfig, globalIgnores } from 'eslint/config';
import svelte from 'eslint-plugin-svelte';
import globals from 'globals';
import tseslint from 'typescript-eslint';
import { downwardsOnly } from './eslint/rooms.js';
import svelteConfig from './svelte.config.js';

const typed = [...tseslint.configs.strictTypeChecked, ...tseslint.configs.stylisticTypeChecked];
// Without the function in it, which ESLint's cache can't serialize.
const kit = { ...svelteConfig.kit, typescript: undefined };
const storages = ['localStorage', 'sessionStorage'];
const node = { regex: '^node:', message: 'src/ runs in browsers.' };
const call = {
  regex: '/state/database/connection\\.svelte$',
  importNames: ['call'],
  message: 'Components draw: `state` calls the database, or a live query.',
};

export default defineConfig(
  globalIgnores([
    'node_modules/',
    '.svelte-kit/',
    'build/',
    'coverage/',
    'test-results/',
    'playwright-report/',
    '.tokentab-*/',
    'tests/fixtures/',
    // AssemblyScript, whose types TypeScript's rules don't know.
    'assembly/',
  ]),
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  js.configs.recommended,
  {
    files: ['**/*.ts', '**/*.svelte'],
    extends: typed,
    languageOptions: {
      globals: { ...globals.browser, ...globals.node },
      parserOptions: {
        projectService: {
          // SvelteKit excludes it from the page's types, so it has its own tsconfig.
          allowDefaultProject: ['src/service-worker.ts'],
          defaultProject: 'tsconfig.service-worker.json',
        },
        tsconfigRootDir: import.meta.dirname,
        extraFileExtensions: ['.svelte'],
      },
    },
    rules: {
      // TypeScript checks this better.
      'no-undef': 'off',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_' }],
      '@typescript-eslint/consistent-type-imports': ['error', { disallowTypeAnnotations: false }],
      // Columns, environment variables and JSON keys are accessed by their exact names.
      '@typescript-eslint/dot-notation': ['error', { allowIndexSignaturePropertyAccess: true }],
      '@typescript-eslint/consistent-type-definitions': ['error', 'interface'],
    },
  },
  // After the typed rules, which would otherwise replace Svelte's parser with TypeScript's.
  ...svelte.configs.recommended,
  {
    files: ['**/*.svelte', '**/*.svelte.ts'],
    languageOptions: { parserOptions: { parser: tseslint.parser, svelteConfig: { ...svelteConfig, kit } } },
    rules: {
      // In Svelte, `let` is the convention for values that a rune makes reactive.
      'prefer-const': 'off',
      'svelte/prefer-const': ['error', { destructuring: 'all' }],
      // `void count` reads a rune, so that an effect depends on it.
      '@typescript-eslint/no-meaningless-void-operator': 'off',
    },
  },
  {
    files: ['src/**/*.{ts,svelte}'],
    plugins: { tokentab: { rules: { 'downwards-only': downwardsOnly } } },
    rules: {
      'tokentab/downwards-only': 'error',
      'no-console': 'error',
      'svelte/no-at-html-tags': 'error',
      // When all site data is blocked, even referring to them throws; `client/preferences.ts` handles that.
      'no-restricted-globals': ['error', ...storages],
      'no-restricted-properties': ['error', ...storages.map((property) => ({ object: 'window', property }))],
      // `links.ts` resolves every address that it returns.
      'svelte/no-navigation-without-resolve': 'off',
      'no-restricted-imports': ['error', { patterns: [node] }],
    },
  },
  {
    files: ['src/lib/components/**/*.{ts,svelte}', 'src/routes/**/*.{ts,svelte}'],
    rules: { 'no-restricted-imports': ['error', { patterns: [node, call] }] },
  },
  {
    files: ['tests/**/*.ts'],
    rules: {
      // Playwright's fixtures use an empty pattern if they depend on nothing.
      'no-empty-pattern': 'off',
      '@typescript-eslint/no-non-null-assertion': 'off',
    },
  },
  { files: ['**/*.js', '**/*.mjs'], languageOptions: { globals: globals.node } },
  { files: ['static/**/*.js'], languageOptions: { globals: globals.browser } },
);
