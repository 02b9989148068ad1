import type { Readable, SqlValue, UndoImages } from './handles.ts';

export type UndoRefusal = Parameters<UndoImages['refuse']>[0];

export interface Image {
  readonly table: string;
  readonly row: number;
  /** rev of the row before; null: it was not there, or a bulk image. */
  readonly rev: number | null;
  /** JSON; null: it was not there. */
  readonly before: string | null;
  readonly bulk: boolean;
}

/** What a write leaves to be undone; `undefined` when it leaves no step. */
export interface KeptStep {
  readonly refusal: UndoRefusal | null;
  readonly images: readonly Image[];
}

export interface KeptImages extends UndoImages {
  step(): KeptStep | undefined;
}

/** Collects a write's images in memory: most writes touch a handful of rows, and a bulk image is compact. */
export function keptImages(db: Readable): KeptImages {
  let images: Image[] = [];
  let refusal: UndoRefusal | null = null;
  let leavesStep = true;
  const self: KeptImages = {
    get kept() {
      return leavesStep && refusal === null;
    },
    created(table, row) {
      if (self.kept) images.push({ table, row, rev: null, before: null, bulk: false });
    },
    changing(table, row, columns) {
      const found = self.kept ? columnsBefore(db, table, row, columns) : undefined;
      if (!found) return;
      const { rev, ...before } = found;
      images.push({ table, row, rev, before: JSON.stringify(before), bulk: false });
    },
    bulk(table, row, image) {
      if (self.kept) images.push({ table, row, rev: null, before: JSON.stringify(image), bulk: true });
    },
    refuse(reason) {
      refusal ??= reason;
      images = [];
    },
    leaveNoStep() {
      leavesStep = false;
      images = [];
    },
    step: () => (leavesStep ? { refusal: refusal ?? nothingWritten(images), images } : undefined),
  };
  return self;
}

/** For writes that are rolled back. */
export const NO_IMAGES: UndoImages = {
  kept: false,
  created: () => undefined,
  changing: () => undefined,
  bulk: () => undefined,
  refuse: () => undefined,
  leaveNoStep: () => undefined,
};

/** Exports, keys, accounts and received rows come here: they write nothing that is kept as an image. */
function nothingWritten(images: readonly Image[]): UndoRefusal | null {
  return images.length === 0 ? 'undo_not_possible' : null;
}

type Found = { readonly rev: number } & Readonly<Record<string, SqlValue>>;

function columnsBefore(db: Readable, table: string, row: number, columns: readonly string[]) {
  const names = ['rev', 'changed_by', 'changed_at', ...columns];
  return db.get<Found>(`SELECT ${names.join(', ')} FROM ${table} WHERE pk = ?`, row);
}
