import { expect, it } from 'vitest';
import { pathsIn, sourcesIn, topLevelNames } from './source-files.ts';

const FOLDERS = ['electron', 'renderer', 'shared', 'scripts', 'test'];
const MOST_LINES = 400;
const EMPTY_WORDS = ['util', 'utils', 'helper', 'helpers', 'common', 'manager', 'managers', 'misc'];

const TOP_LEVEL = [
  ...['electron', 'renderer', 'shared', 'resources', 'test', '.ci', 'scripts'],
  ...['README.md', 'LICENSE', '.gitignore'],
  ...['package.json', 'package-lock.json', 'tsconfig.json', 'tsconfig.base.json', 'electron-builder.yml'],
  ...['biome.json', 'knip.json', 'vitest.config.ts', 'vite.config.ts', 'electron.vite.config.ts'],
];

it('the top level holds the rooms of the layer map and what tools need, nothing else', () => {
  expect(topLevelNames().filter((name) => !TOP_LEVEL.includes(name))).toEqual([]);
});

it('no file or folder has a name that says nothing', () => {
  expect(pathsIn(...FOLDERS).filter(saysNothing)).toEqual([]);
});

it.each([
  'electron/store/utils.ts',
  'electron/helpers',
  'shared/common/dates.ts',
  'electron/study-manager.ts',
  'test/misc.test.ts',
  'electron/store/keyHelper.ts',
])('%s would be such a name', (path) => {
  expect(saysNothing(path)).toBe(true);
});

it('names that merely contain such a word are left alone', () => {
  expect(['electron/store/commonwealth.ts', 'shared/miscount.ts'].filter(saysNothing)).toEqual([]);
});

it(`no source file has more than ${MOST_LINES} lines`, () => {
  const tooLong = sourcesIn(...FOLDERS).filter(({ source }) => lines(source) > MOST_LINES);
  expect(tooLong.map(({ path, source }) => `${path}: ${lines(source)}`)).toEqual([]);
});

function saysNothing(path: string): boolean {
  const words = path
    .replace(/([a-z])([A-Z])/g, '$1-$2')
    .toLowerCase()
    .split(/[/._-]/);
  return words.some((word) => EMPTY_WORDS.includes(word));
}

function lines(source: string): number {
  return source.trimEnd().split('\n').length;
}
