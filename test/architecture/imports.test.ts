import { describe, expect, it } from 'vitest';
import { NOUNS, PLACES, type Place } from './arrows.ts';
import { cycleIn, placeOf, roomGraph, wrongArrows } from './import-checker.ts';
import { importsOf } from './import-scanner.ts';
import { pathsIn, sourcesIn } from './source-files.ts';

const ROOMS = ['electron', 'renderer', 'shared'];

/** How one file can name another; the last two leave nothing behind when types are stripped. */
const FORMS: Readonly<Record<string, (to: string) => string>> = {
  import: (to) => `import { a } from '${to}';`,
  'bare import': (to) => `import '${to}';`,
  'mixed import': (to) => `import { type A, b } from '${to}';`,
  'export from': (to) => `export { a } from '${to}';`,
  'export all': (to) => `export * from '${to}';`,
  'import()': (to) => `const a = await import('${to}');`,
  'import() of a template': (to) => `const a = await import(\`${to}\`);`,
  'require()': (to) => `const a = require('${to}');`,
  'import = require()': (to) => `import a = require('${to}');`,
  'import.meta.resolve()': (to) => `const a = import.meta.resolve('${to}');`,
  'new URL()': (to) => `const a = new URL('${to}', import.meta.url);`,
  'import type': (to) => `import type { A } from '${to}';`,
  'import { type }': (to) => `import { type A } from '${to}';`,
  'export type': (to) => `export type { A } from '${to}';`,
  'import() in a type': (to) => `type A = import('${to}').A;`,
};
const TYPE_FORMS = ['import type', 'import { type }', 'export type', 'import() in a type'];

describe('the arrows of the layer map', () => {
  it('hold in every file of the program', () => {
    expect(wrongArrows(sourcesIn(...ROOMS))).toEqual([]);
  });

  it('lead round in no circle, neither on the map nor between the rooms as they are', () => {
    const map = new Map(PLACES.map((place) => [place.path, new Set(place.mayImport)]));
    expect(cycleIn(map)).toBeUndefined();
    expect(cycleIn(roomGraph(sourcesIn(...ROOMS)))).toBeUndefined();
  });

  it('are found in a circle when there is one', () => {
    const circle = [
      { path: 'electron/registers/study/a.ts', source: "import '../personnel/b.ts';" },
      { path: 'electron/registers/personnel/b.ts', source: "import type { A } from '../study/a.ts';" },
    ];
    expect(cycleIn(roomGraph(circle))).toEqual([
      'electron/registers/study',
      'electron/registers/personnel',
      'electron/registers/study',
    ]);
  });
});

describe.each(PLACES)('a file of $path', (place) => {
  it.each(Object.keys(FORMS))('may reach its permitted places, and no other, by %s', (form) => {
    const others = PLACES.filter((other) => other !== place);
    const reported = others.filter((other) => isReported(place, other, form)).map(({ path }) => path);
    const forbidden = others.filter((other) => !isPermitted(place, other, form)).map(({ path }) => path);
    expect(reported).toEqual(forbidden);
  });

  it('may reach its own place', () => {
    const files = [{ path: sampleOf(place, 'a'), source: FORMS.import!(`./${sampleName(place, 'b')}`) }];
    const isEntry = place.path === 'electron/*.ts';
    expect(wrongArrows(files).map(({ because }) => because)).toEqual(
      isEntry ? ['nobody imports an entry'] : [],
    );
  });
});

describe('beside the map', () => {
  it.each([
    ['electron/registers/study/study-register.ts', '../personnel/personnel-sql.ts'],
    ['electron/registers/moves-log.ts', './personnel/personnel-sql.ts'],
    ['electron/exchange/export.ts', '../registers/study/study-sql.ts'],
    ['electron/api/study-routes.ts', '../registers/study/study-sql.ts'],
  ])('%s may not import the queries %s', (from, to) => {
    expect(reasons(from, to)).toEqual(['queries belong to their register']);
  });

  it('a register imports its own queries and the use cases of another', () => {
    const from = 'electron/registers/study/study-register.ts';
    expect(reasons(from, './study-sql.ts')).toEqual([]);
    expect(reasons(from, '../personnel/personnel-register.ts')).toEqual([]);
  });

  it.each([
    ['renderer/registers/study/page.tsx', '../personnel/person-form.tsx'],
    ['renderer/app/routes.tsx', '../registers/study/page.tsx'],
  ])('%s may not import the inner page %s', (from, to) => {
    expect(reasons(from, to)).toEqual(['only the index.ts of a page folder']);
  });

  it('a page folder is imported by its index.ts', () => {
    expect(reasons('renderer/registers/study/page.tsx', '../personnel/index.ts')).toEqual([]);
    expect(reasons('renderer/app/routes.tsx', '../registers/study/index.ts')).toEqual([]);
  });

  it('commands may import the ports of the store, and nothing else of it', () => {
    expect(reasons('electron/commands/init.ts', '../store/ports.ts')).toEqual([]);
    expect(reasons('electron/commands/init.ts', '../store/handles.ts')).toHaveLength(1);
  });

  it('of the entries, only those that speak to a person at a terminal print sentences', () => {
    expect(reasons('electron/ledger.ts', '../renderer/text/errors.ts')).toEqual([]);
    expect(reasons('electron/core.ts', '../renderer/text/errors.ts')).toEqual([
      'only electron/ledger.ts and electron/loopback.ts and electron/main.ts print sentences',
    ]);
  });

  it.each(['electron/core/start.ts', 'electron/other.ts', 'shared/dates.ts', 'renderer/main.tsx'])(
    '%s has no place',
    (path) => {
      expect(wrongArrows([{ path, source: '' }])).toHaveLength(1);
      expect(reasons('electron/store/a.ts', `../../${path}`)).toEqual(['the layer map has no such place']);
    },
  );

  it('nobody imports the tests or the scripts', () => {
    expect(reasons('electron/store/a.ts', '../../test/support/scratch.ts')).toHaveLength(1);
    expect(reasons('electron/ledger.ts', '../scripts/story.mjs')).toHaveLength(1);
  });

  it('a test may import anything', () => {
    expect(reasons('test/store/store.test.ts', '../../electron/registers/study/study-sql.ts')).toEqual([]);
  });

  it('an import() that is computed is reported, for it cannot be checked', () => {
    const source = 'const a = await import(name);';
    expect(wrongArrows([{ path: 'electron/store/a.ts', source }])).toHaveLength(1);
  });
});

describe('packages', () => {
  const BANNED: readonly (readonly [from: string, name: string])[] = [
    ['shared/rules/figures.ts', 'node:path'],
    ['shared/rules/figures.ts', 'path'],
    ['shared/contract/base.ts', 'electron'],
    ['shared/vocabulary/ids.ts', 'better-sqlite3'],
    ['electron/bundle/container.ts', 'node:fs'],
    ['electron/bundle/container.ts', 'fs/promises'],
    ['electron/bundle/container.ts', 'better-sqlite3'],
    ['electron/bundle/container.ts', 'electron'],
    ['electron/store/handles.ts', 'electron'],
    ['electron/main.ts', 'electron/main'],
    ['renderer/app/frame.tsx', 'electron'],
    ['renderer/text/errors.ts', 'node:os'],
  ];
  it.each(BANNED)('%s may not import %s, in any form', (from, name) => {
    for (const form of Object.keys(FORMS).filter((key) => key !== 'new URL()'))
      expect(reasons(from, name, form), form).toHaveLength(1);
  });

  it.each([
    ['electron/shell/window.ts', 'electron'],
    ['electron/store/handles.ts', 'better-sqlite3'],
    ['electron/bundle/container.ts', 'node:crypto'],
    ['shared/contract/base.ts', 'zod'],
    ['shared/contract/base.ts', 'electron-like-name'],
  ])('%s may import %s', (from, name) => {
    expect(reasons(from, name)).toEqual([]);
  });
});

describe('the scanner', () => {
  it('sees no import in comments, strings, templates, regular expressions or the text of a page', () => {
    const source = `
      // import a from './a.ts'
      /* import('./b.ts') */
      const s = "import c from './c.ts'", t = \`import('./d.ts') \${1}\`, r = /import('.\\/e.ts')/;
      const page = <p>don't import('./f.ts')</p>;
      const picture = new URL('./icon.png', import.meta.url), page2 = new URL('https://example.org/a.ts');`;
    expect(importsOf({ path: 'renderer/app/a.tsx', source })).toEqual([]);
  });

  it('looks past odd spacing, attributes and queries', () => {
    const source = `import\n{ a }\nfrom\n"./a.json" with { type: 'json' }; const w = import ( /* x */ './b.ts?worker' );`;
    const specifiers = importsOf({ path: 'electron/store/x.ts', source }).map(({ specifier }) => specifier);
    expect(specifiers).toEqual(['./a.json', './b.ts?worker']);
  });

  it('refuses what it cannot parse instead of passing over it', () => {
    expect(() => importsOf({ path: 'electron/store/x.ts', source: 'import { from' })).toThrow();
  });
});

it('registers and pages are called by the nouns of the campaign', () => {
  const folders = [...pathsIn('electron'), ...pathsIn('renderer')]
    .map((path) => /^(?:electron|renderer)\/registers\/([^/.]+)$/.exec(path)?.[1])
    .filter((name) => name !== undefined);
  expect(folders.filter((name) => !NOUNS.some((noun) => noun === name))).toEqual([]);
});

function isReported(from: Place, to: Place, form: string): boolean {
  return reasons(sampleOf(from, 'a'), `/${sampleOf(to, 'b')}`, form).length > 0;
}

function isPermitted(from: Place, to: Place, form: string): boolean {
  if (!from.mayImport.includes(to.path)) return false;
  return !from.typesOnly?.includes(to.path) || TYPE_FORMS.includes(form);
}

/** What is said of one planted import; `to` may be given from the root with a leading `/`. */
function reasons(from: string, to: string, form = 'import'): string[] {
  const up = '../'.repeat(from.split('/').length - 1);
  const specifier = to.startsWith('/') ? `${up}${to.slice(1)}` : to;
  return wrongArrows([{ path: from, source: FORMS[form]!(specifier) }]).map(({ because }) => because);
}

/** A file that stands for the place; it exists only in the test. */
function sampleOf(place: Place, name: 'a' | 'b'): string {
  const folder = place.path === 'electron/*.ts' ? 'electron' : place.path;
  const path = `${folder}/${sampleName(place, name)}`;
  expect(placeOf(path)).toBe(place);
  return path;
}

function sampleName(place: Place, name: 'a' | 'b'): string {
  if (place.path === 'electron/*.ts') return name === 'a' ? 'ledger.ts' : 'core.ts';
  if (place.path === 'renderer/registers') return name === 'a' ? 'study/a.ts' : 'study/index.ts';
  return `${name}.ts`;
}
