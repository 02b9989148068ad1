import { isBuiltin } from 'node:module';
import { posix } from 'node:path';
import { ENTRIES, ENTRIES_WITH_SENTENCES, PACKAGE_BANS, PLACES, type Place } from './arrows.ts';
import { type ImportOf, importsOf } from './import-scanner.ts';
import type { SourceFile } from './syntax.ts';

/** One wrong arrow: `from` imports `to`, and why that may not be. */
export interface Violation {
  readonly from: string;
  readonly to: string;
  readonly because: string;
}

/** Every wrong arrow of the given files. Files under test/ may import anything and are not looked at. */
export function wrongArrows(files: readonly SourceFile[]): Violation[] {
  return files.filter(({ path }) => !isInside(path, 'test')).flatMap(wrongArrowsOf);
}

/** The rooms of all files and which room imports which, for the search for cycles. A noun is its own room. */
export function roomGraph(files: readonly SourceFile[]): Map<string, Set<string>> {
  const graph = new Map<string, Set<string>>();
  for (const file of files) {
    const from = roomOf(file.path);
    const targets = graph.get(from) ?? new Set();
    graph.set(from, targets);
    for (const { specifier } of importsOf(file)) {
      const to = specifier && isRelative(specifier) ? roomOf(resolvePath(file.path, specifier)) : from;
      if (to !== from) targets.add(to);
    }
  }
  return graph;
}

/** The first cycle found, as the list of its rooms, or undefined. */
export function cycleIn(graph: ReadonlyMap<string, ReadonlySet<string>>): string[] | undefined {
  const done = new Set<string>();
  const walk = (room: string, path: readonly string[]): string[] | undefined => {
    if (path.includes(room)) return [...path.slice(path.indexOf(room)), room];
    if (done.has(room)) return undefined;
    for (const next of graph.get(room) ?? []) {
      const found = walk(next, [...path, room]);
      if (found) return found;
    }
    done.add(room);
    return undefined;
  };
  for (const room of graph.keys()) {
    const found = walk(room, []);
    if (found) return found;
  }
  return undefined;
}

export function placeOf(path: string): Place | undefined {
  if (posix.dirname(path) === 'electron') {
    const isEntry = ENTRIES.some((entry) => path === `electron/${entry}.ts`);
    return isEntry ? PLACES.find((place) => place.path === 'electron/*.ts') : undefined;
  }
  return PLACES.find((place) => isInside(path, place.path));
}

function wrongArrowsOf(file: SourceFile): Violation[] {
  const place = placeOf(file.path);
  if (!place) return [{ from: file.path, to: '', because: 'the layer map has no such place' }];
  return importsOf(file).flatMap((imported) => {
    const to = targetOf(file.path, imported.specifier);
    const because = isOwnFile(imported) ? whyWrong(place, file.path, to, imported) : whyBanned(file.path, to);
    return because ? [{ from: file.path, to, because }] : [];
  });
}

function isOwnFile({ specifier }: ImportOf): boolean {
  return specifier === undefined || isRelative(specifier);
}

function whyWrong(place: Place, from: string, to: string, { specifier, typeOnly }: ImportOf) {
  if (specifier === undefined) return 'a computed import() cannot be checked';
  const target = placeOf(to);
  if (!target) return 'the layer map has no such place';
  if (target.path === 'electron/*.ts') return 'nobody imports an entry';
  if (target === place) return whyWrongInside(place.path, from, to);
  const allowed = place.mayImport.find((path) => path === target.path || path === to);
  if (!allowed) return `${place.path} may not import ${target.path}`;
  if (place.typesOnly?.includes(allowed) && !typeOnly) return `only types of ${allowed}`;
  if (place.path === 'electron/*.ts' && allowed === 'renderer/text' && !ENTRIES_WITH_SENTENCES.includes(from))
    return `only ${ENTRIES_WITH_SENTENCES.join(' and ')} print sentences`;
  if (isSql(to)) return 'queries belong to their register';
  return isForeignPage(from, to) ? 'only the index.ts of a page folder' : undefined;
}

/** Nouns of one place see each other's use cases, never each other's queries or inner pages. */
function whyWrongInside(place: string, from: string, to: string) {
  const sameNoun = roomOf(from) === roomOf(to);
  if (place === 'electron/registers' && isSql(to) && !sameNoun) return 'queries belong to their register';
  return isForeignPage(from, to) && !sameNoun ? 'only the index.ts of a page folder' : undefined;
}

function isSql(path: string): boolean {
  return isInside(path, 'electron/registers') && path.endsWith('-sql.ts');
}

function isForeignPage(from: string, to: string): boolean {
  const nounAndFile =
    to.startsWith('renderer/registers/') && !/^renderer\/registers\/[^/]+\/index\.tsx?$/.test(to);
  return nounAndFile && roomOf(from) !== roomOf(to);
}

function whyBanned(from: string, to: string) {
  const ban = PACKAGE_BANS.find(
    (rule) =>
      isInside(from, rule.in) &&
      !rule.except?.some((folder) => isInside(from, folder)) &&
      rule.packages.some((name) => to === name || to.startsWith(name.endsWith(':') ? name : `${name}/`)),
  );
  return ban && `${ban.in} may not import ${to}`;
}

function targetOf(from: string, specifier: string | undefined): string {
  if (specifier === undefined) return '(computed)';
  if (isRelative(specifier)) return resolvePath(from, specifier);
  return isBuiltin(specifier) && !specifier.startsWith('node:') ? `node:${specifier}` : specifier;
}

/** The finest unit of the map: a noun under registers/, else the place, else the folder. */
function roomOf(path: string): string {
  const noun = /^(?:electron|renderer)\/registers\/[^/]+(?=\/)/.exec(path);
  return noun?.[0] ?? placeOf(path)?.path ?? posix.dirname(path);
}

function resolvePath(from: string, specifier: string): string {
  return posix.join(posix.dirname(from), specifier.replace(/\?.*$/, ''));
}

function isRelative(specifier: string): boolean {
  return specifier.startsWith('.') || specifier.startsWith('/') || specifier.startsWith('file:');
}

function isInside(path: string, folder: string): boolean {
  return path.startsWith(`${folder}/`);
}
