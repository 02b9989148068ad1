import { ensure } from '../../shared/vocabulary/refusal.ts';
import type { SqlValue, Write } from '../store/handles.ts';
import {
  deferReferences,
  dropStep,
  hasLooseReference,
  type ImageRow,
  type ImportStep,
  imagesBefore,
  insertStep,
  lastImage,
  oldSteps,
  putRowBack,
  removeRow,
  removeToldByRev,
  setRowBack,
  tablesBetween,
  tablesNamed,
  unwatch,
  watch,
} from './import-images-sql.ts';

/**
 * Bundles of one sender whose images are kept: only the last import is ever taken back by itself, but where a fork is
 * settled for the other branch, all go that came after the parting.
 */
const STEPS_KEPT = 8;

/** Images taken at a time when they are played back. */
const AT_ONCE = 1000;

/** What an import found before it, as it is noted while the import runs. */
export interface Images {
  /** To be called when the books stand as the bundle left them, with the surrogate of its row. */
  keep(bundle: number, sender: number): void;
}

/**
 * From now on every row that changes leaves an image, whichever register writes it.
 * @param isKept false where the import closes books: every row of them moves, and nothing of it is taken back
 */
export function beginImages(write: Write, isKept: boolean): Images {
  const before = lastImage(write);
  if (isKept) watch(write);
  return {
    keep(bundle, sender) {
      if (isKept) unwatch(write);
      const [first, last] = [before + 1, lastImage(write)];
      const columns = isKept ? shapesOf(write, tablesBetween(write, first, last)) : null;
      insertStep(write, { bundle, first, last, columns });
      for (const step of oldSteps(write, sender, STEPS_KEPT)) dropStep(write, step);
    },
  };
}

/** How images of these tables are to be read, whatever columns the tables get later. */
function shapesOf(write: Write, tables: readonly string[]): string {
  const told = tablesNamed(write, JSON.stringify(tables)).map(({ name, columns, key }) => [
    name,
    { columns, key },
  ]);
  return JSON.stringify(Object.fromEntries(told));
}

/** Whose import it was, and up to which revision of theirs it went. */
export interface TakenIn {
  readonly sender: number;
  readonly headRev: number;
}

type Shapes = Readonly<Record<string, { readonly columns: string[]; readonly key: string[] }>>;

/**
 * Plays the images of an import back, newest first: the books stand as they stood before it, row for row.
 * @returns how many rows that took
 * @throws Refusal `import_not_undoable` when a row does not stand as the import left it; nothing may stay then
 */
export function takeBack(write: Write, step: ImportStep, { sender, headRev }: TakenIn): number {
  const shapes: Shapes = JSON.parse(step.columns ?? '{}');
  deferReferences(write);
  let rows = 0;
  const play = (which: Parameters<typeof imagesBefore>[1]) => {
    for (const image of imagesOf(write, step, which)) {
      const shape = shapes[image.tbl];
      ensure(shape && playBack(write, image, shape), 'import_not_undoable', { why: 'writtenSince' });
      rows += 1;
    }
  };
  play('changed');
  // what is left of this revision was added; only then is there room for what was taken out
  rows += removeToldByRev(write, sender, headRev);
  play('removed');
  play('others');
  ensure(!hasLooseReference(write), 'import_not_undoable', { why: 'writtenSince' });
  dropStep(write, step);
  return rows;
}

/** In stretches: nothing can be written while a query is being read. */
function* imagesOf(
  write: Write,
  { first, last }: ImportStep,
  which: Parameters<typeof imagesBefore>[1],
): Generator<ImageRow> {
  let below = last + 1;
  for (;;) {
    const images = imagesBefore(write, which, { first, below, limit: AT_ONCE });
    yield* images;
    if (images.length < AT_ONCE) return;
    below = images.at(-1)?.pk ?? first;
  }
}

/** @returns false when the row does not stand as the import left it */
function playBack(write: Write, image: ImageRow, shape: Shapes[string]): boolean {
  const key = named(shape.key, image.key);
  if (image.before === null) return removeRow(write, image.tbl, key);
  const before = named(shape.columns, image.before);
  if (image.after === null) {
    putRowBack(write, image.tbl, before);
    return true;
  }
  const after = named(shape.columns, image.after);
  const differs = before.map(([, value], at) => value !== after[at]?.[1]);
  const changed = <Cell>(_: Cell, at: number) => differs[at] === true;
  if (!differs.includes(true)) return true;
  return setRowBack(write, image.tbl, key, before.filter(changed), after.filter(changed));
}

function named(columns: readonly string[], list: string): [string, SqlValue][] {
  const cells: SqlValue[] = JSON.parse(list);
  return columns.map((column, at) => [column, cells[at] ?? null]);
}
