import type { Core } from '../../state/core.ts';

export type TakeInput = Parameters<Core['packs']['take']>[0];
export type TakenReport = Awaited<ReturnType<Core['packs']['take']>>;
export type TakenPack = TakenReport['packs'][number];
export type PackRow = TakenPack['rows'][number];
export type PackCell = PackRow['cells'][number];
type Decision = NonNullable<TakeInput['decisions']>[number];
export type RowDecision = Omit<Decision, 'pack' | 'line'>;
export type GivenMark = NonNullable<NonNullable<TakeInput['map']>[string]>;

export interface TakenFile {
  readonly name: string;
  readonly content: string;
}

/** What is answered once for all packs. */
export interface Answers {
  readonly map: Readonly<Record<string, GivenMark>>;
  readonly secondment: 'in' | 'out' | null;
  /** Null: additions from the campaign's first day, changes from today. */
  readonly from: string | null;
}

export const NO_ANSWERS: Answers = { map: {}, secondment: null, from: null };

/** By pack and line. */
export type Decisions = ReadonlyMap<string, RowDecision>;

/** A report's line: its file, and the pack that is missing where there is none. */
export function keyOf({ fileName, pack }: Pick<TakenPack, 'fileName' | 'pack'>): string {
  return fileName === null ? `missing ${pack}` : `file ${fileName}`;
}

export function placeOf(pack: string | null, line: number): string {
  return `${pack} ${line}`;
}

/** A row out of its place: staying out, being somebody else, and anything else exclude each other. */
export function decided(decisions: Decisions, place: string, part: RowDecision): Decisions {
  const before = decisions.get(place) ?? {};
  return new Map([...decisions, [place, merged(before, part)]]);
}

export function undecided(decisions: Decisions, place: string): Decisions {
  return new Map([...decisions].filter(([one]) => one !== place));
}

function merged({ skip: _, ...before }: RowDecision, part: RowDecision): RowDecision {
  if (part.skip) return { skip: true };
  if (!part.cells) return { ...before, ...part, ...(before.cells && { cells: cellsBeside(before, part) }) };
  const named = new Set(part.cells.map(({ field }) => field));
  const others = (before.cells ?? []).filter(({ field }) => !named.has(field));
  return { ...writtenBeside(before, named), cells: [...others, ...part.cells] };
}

/** A cell that is written anew is not settled by what stood in it. */
function cellsBeside({ cells = [] }: RowDecision, part: RowDecision): NonNullable<RowDecision['cells']> {
  return cells.filter(({ field }) => !(field in part));
}

/** What was written into other cells of a filing stays written. */
function writtenBeside(before: RowDecision, named: ReadonlySet<PackCell['field']>): RowDecision {
  const written = WRITTEN.filter((field) => field in before && !named.has(field));
  return Object.fromEntries(written.map((field) => [field, before[field]]));
}

const WRITTEN = ['filedOn', 'declared', 'category', 'paperNumber'] as const;

export function inputOf(files: readonly TakenFile[], answers: Answers, decisions: Decisions): TakeInput {
  const { map, secondment, from } = answers;
  return {
    files: files.map(({ name, content }) => ({ fileName: name, content })),
    decisions: [...decisions].map(([place, decision]) => ({ ...fromPlace(place), ...decision })),
    map: { ...map },
    ...(secondment !== null && { secondment }),
    ...(from !== null && { from }),
  };
}

/** The same for one pack alone, and to be written. */
export function writingOf(input: TakeInput, { fileName, pack, seen }: TakenPack): TakeInput {
  return {
    ...input,
    files: input.files.filter((file) => file.fileName === fileName),
    decisions: (input.decisions ?? []).filter((decision) => decision.pack === pack),
    apply: [{ pack: pack ?? '', seen }],
  };
}

function fromPlace(place: string): Pick<Decision, 'pack' | 'line'> {
  const [pack = '', line = ''] = place.split(' ');
  return { pack, line: Number(line) };
}

/** Whether a pack can go in at all, as things stand. */
export function isReady({ outcome, code, seen, applied }: TakenPack): boolean {
  return outcome === 'returned' && !applied && code === null && seen !== '';
}

/** Held rows that wait for an answer; those that the file lacks can have none. */
export function openRows({ rows }: Pick<TakenPack, 'rows'>): number {
  return rows.filter(({ outcome, line }) => outcome === 'held' && line > 0).length;
}

/**
 * Rows that were ever held, as they were then, so that one that has been decided stays where it is and can be
 * decided otherwise.
 */
export function seenAfter(
  before: ReadonlyMap<string, PackRow>,
  packs: readonly TakenPack[],
  decisions: Decisions,
): ReadonlyMap<string, PackRow> {
  const kept = [...before].filter(([place]) => decisions.has(place));
  const held = packs.flatMap(({ pack, rows }) =>
    rows
      .filter(({ outcome, line }) => outcome === 'held' && line > 0)
      .map((row) => [placeOf(pack, row.line), row] as const),
  );
  return new Map([...held, ...kept]);
}

/** Texts for marks that nobody has explained, and those that were explained here, over all packs. */
export function marksToExplain(
  packs: readonly Pick<TakenPack, 'unmapped'>[],
  map: Answers['map'],
): readonly { readonly text: string; readonly count: number | null }[] {
  const counts = new Map<string, number>();
  for (const { text, count } of packs.flatMap(({ unmapped }) => unmapped))
    counts.set(text, (counts.get(text) ?? 0) + count);
  const texts = new Set([...counts.keys(), ...Object.keys(map)]);
  // An answered one stays where it is.
  return [...texts].sort().map((text) => ({ text, count: counts.get(text) ?? null }));
}

/** Two units may have sent files of one name: the folder tells them apart. */
export function withOwnNames<File extends { readonly name: string; readonly folder: string }>(
  files: readonly File[],
  taken: ReadonlySet<string>,
): readonly (File & { readonly name: string })[] {
  const names = new Set(taken);
  return files.map((file) => {
    const inFolder = file.folder ? `${file.folder}-${file.name}` : file.name;
    let name = names.has(file.name) ? inFolder : file.name;
    for (let number = 2; names.has(name); number++) name = `${number}-${inFolder}`;
    names.add(name);
    return { ...file, name };
  });
}
