import { readFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import nx from '@nx/eslint-plugin';
import importX, { createNodeResolver } from 'eslint-plugin-import-x';
import tseslint from 'typescript-eslint';
import { layers, noNode, testOnly, testPackages } from './layers.mjs';

const files = ['**/*.ts', '**/*.tsx'];
const specs = ['**/*.spec.ts', '**/*.spec.tsx', '**/e2e/**', '**/conformance/**'];

/** Every package that some room owns; a room may import only its own of these. */
const owned = [...new Set(Object.values(layers).flatMap((room) => room.foreign))].filter(
  (name) => name !== '*',
);

const tags = (rooms) => rooms.map((room) => (room === '*' ? '*' : `room:${room}`));

/** `libs/agent` imports itself through relative paths only, so a room's own tag is always allowed. */
const constraint = (room, { ours, foreign }, extraOurs, extraForeign) => ({
  sourceTag: `room:${room}`,
  onlyDependOnLibsWithTags: tags([...ours, ...extraOurs, room]),
  ...(foreign.includes('*')
    ? {}
    : { bannedExternalImports: owned.filter((name) => ![...foreign, ...extraForeign].includes(name)) }),
});

const boundaries = (extraOurs, extraForeign) => [
  'error',
  {
    enforceBuildableLibDependency: false,
    banTransitiveDependencies: false,
    allowCircularSelfDependency: true,
    allow: [],
    depConstraints: Object.entries(layers).map(([room, rule]) =>
      constraint(room, rule, extraOurs, extraForeign),
    ),
  },
];

const nodeModules = builtinModules.flatMap((name) => [name, `node:${name}`]);

/** The room a lint run happens in: Nx runs `eslint .` with the project's folder as working directory. */
const project = JSON.parse(readFileSync('package.json', 'utf8'));
const here = project.name.replace('@travellite/', '');
const readsEnvironment = here === 'config' || project.nx.tags.includes('room:tools');

export default tseslint.config(
  { ignores: ['**/dist/**', '**/.reports/**', '**/node_modules/**', '**/*.mjs', '**/vite.config.ts'] },
  {
    files,
    extends: [tseslint.configs.recommended],
    plugins: { '@nx': nx, 'import-x': importX },
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: process.cwd() } },
    settings: {
      'import-x/resolver-next': [
        createNodeResolver({
          extensions: ['.ts', '.tsx', '.js'],
          extensionAlias: { '.js': ['.ts', '.tsx', '.js'] },
        }),
      ],
      'import-x/parsers': { '@typescript-eslint/parser': ['.ts', '.tsx'] },
      'import-x/extensions': ['.ts', '.tsx'],
    },
    rules: {
      '@nx/enforce-module-boundaries': boundaries([], []),
      'import-x/no-cycle': ['error', { ignoreExternal: true }],
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: { arguments: false } }],
      '@typescript-eslint/await-thenable': 'error',
      '@typescript-eslint/only-throw-error': 'error',
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/no-extraneous-class': 'off',
      'no-restricted-syntax': [
        'error',
        { selector: 'ExportAllDeclaration', message: 'Name what is exported, one by one.' },
        { selector: 'ExportDefaultDeclaration', message: 'No default exports.' },
      ],
      'no-empty': ['error', { allowEmptyCatch: false }],
      'no-console': here === 'telemetry' ? 'off' : 'error',
      eqeqeq: ['error', 'smart'],
      'max-lines': ['error', { max: 350, skipBlankLines: true, skipComments: true }],
      'max-lines-per-function': ['error', { max: 60, skipBlankLines: true, skipComments: true, IIFEs: true }],
      complexity: ['error', 20],
    },
  },
  {
    files: ['**/src/**/*.ts', '**/src/**/*.tsx'],
    ignores: specs,
    rules: {
      ...(readsEnvironment
        ? {}
        : {
            'no-restricted-properties': [
              'error',
              { object: 'process', property: 'env', message: 'Only libs/config reads the environment.' },
            ],
          }),
      ...(noNode.includes(here)
        ? {
            'no-restricted-imports': [
              'error',
              { paths: nodeModules.map((name) => ({ name, message: 'This room also runs in a browser.' })) },
            ],
          }
        : {}),
    },
  },
  {
    // A test may be long, prints nothing, and may use test tools and test servers.
    files: specs,
    rules: {
      '@nx/enforce-module-boundaries': boundaries(testOnly, testPackages),
      'max-lines-per-function': 'off',
      'max-lines': ['error', { max: 600, skipBlankLines: true, skipComments: true }],
      '@typescript-eslint/no-floating-promises': 'error',
    },
  },
  {
    // Data written as code is long by nature.
    files: ['**/data/**/*.ts'],
    rules: { 'max-lines': 'off' },
  },
);
