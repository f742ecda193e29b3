import js from '@eslint/js';
import { defineConfig, globalIgnores } from 'eslint/config';
import svelte from 'eslint-plugin-svelte';
import globals from 'globals';
import tseslint from 'typescript-eslint';
import { downwardsOnly } from './eslint/rooms.js';
import svelteConfig from './svelte.config.js';

const typed = [...tseslint.configs.strictTypeChecked, ...tseslint.configs.stylisticTypeChecked];
const storages = ['localStorage', 'sessionStorage'];

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
          // Kit keeps it out of the page's types: it has a tsconfig of its own.
          allowDefaultProject: ['src/service-worker.ts'],
          defaultProject: 'tsconfig.service-worker.json',
        },
        tsconfigRootDir: import.meta.dirname,
        extraFileExtensions: ['.svelte'],
      },
    },
    rules: {
      // TypeScript knows better what is defined.
      'no-undef': 'off',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_' }],
      '@typescript-eslint/consistent-type-imports': ['error', { disallowTypeAnnotations: false }],
      // Columns, environment and JSON are read by their names as they are spelled there.
      '@typescript-eslint/dot-notation': ['error', { allowIndexSignaturePropertyAccess: true }],
      '@typescript-eslint/consistent-type-definitions': ['error', 'interface'],
    },
  },
  // After the typed rules, which would put TypeScript's parser in place of Svelte's.
  ...svelte.configs.recommended,
  {
    files: ['**/*.svelte', '**/*.svelte.ts'],
    languageOptions: { parserOptions: { parser: tseslint.parser, svelteConfig } },
    rules: {
      // Writing `let` for what a rune makes reactive is Svelte's way.
      'prefer-const': 'off',
      'svelte/prefer-const': ['error', { destructuring: 'all' }],
      // `void count` reads a rune so that an effect depends on it.
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
      // Where all site data is blocked, even naming them throws: `client/notes.ts` knows.
      'no-restricted-globals': ['error', ...storages],
      'no-restricted-properties': ['error', ...storages.map((property) => ({ object: 'window', property }))],
      // `links.ts` has resolved every address that it gives.
      'svelte/no-navigation-without-resolve': 'off',
      'no-restricted-imports': [
        'error',
        { patterns: [{ regex: '^node:', message: 'src/ runs in browsers.' }] },
      ],
    },
  },
  {
    files: ['tests/**/*.ts'],
    rules: {
      // Playwright's fixtures take an empty pattern where they depend on nothing.
      'no-empty-pattern': 'off',
      '@typescript-eslint/no-non-null-assertion': 'off',
    },
  },
  { files: ['**/*.js', '**/*.mjs'], languageOptions: { globals: globals.node } },
  { files: ['static/**/*.js'], languageOptions: { globals: globals.browser } },
);
