const swc = (tsx) => [
  '@swc/jest',
  {
    jsc: {
      parser: { syntax: 'typescript', tsx, decorators: true },
      transform: { legacyDecorator: true, decoratorMetadata: true, react: { runtime: 'automatic' } },
      target: 'es2024',
    },
    module: { type: 'es6' },
    sourceMaps: 'inline',
  },
];

/** One jest configuration for every project: each runs it with its own folder as `--rootDir`. */
export default {
  testEnvironment: 'node',
  testEnvironmentOptions: { customExportConditions: ['@travellite/source', 'node', 'node-addons'] },
  extensionsToTreatAsEsm: ['.ts', '.tsx'],
  moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': '$1' },
  // 'js' before 'mjs': a package that imports its own './x.js' beside an 'x.mjs' must get the former.
  moduleFileExtensions: ['ts', 'tsx', 'js', 'mjs', 'json', 'node'],
  testMatch: ['<rootDir>/**/*.spec.ts', '<rootDir>/**/*.spec.tsx'],
  testPathIgnorePatterns: ['/node_modules/', '/dist/'],
  modulePathIgnorePatterns: ['/dist/'],
  testTimeout: 20_000,
  passWithNoTests: true,
  transform: { '^.+\\.ts$': swc(false), '^.+\\.tsx$': swc(true) },
};
