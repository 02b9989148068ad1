import type { ExportGroup } from '../../text/export-preview.ts';

/** Which ledger a table of a bundle belongs to, in the order in which they are shown. */
const TABLES: Readonly<Record<Exclude<ExportGroup, 'other'>, readonly string[]>> = {
  roster: ['unit', 'person', 'membership', 'filer', 'filerMembership'],
  study: ['session', 'sessionMove'],
  attendance: ['attendance'],
  selfInspection: ['round', 'filing'],
  rectification: ['item', 'itemMove'],
  actions: ['action', 'actionMove'],
  supporting: ['institution', 'counter'],
  evaluation: ['evaluation', 'evaluationLine', 'evaluationOrder', 'evaluationMove', 'orderAnswer'],
  weekly: ['weeklyReport'],
  campaign: ['campaign'],
  feedback: ['feedback', 'feedbackOutcome', 'template'],
  feedbackEcho: ['feedbackEcho'],
  figures: ['figureOffice', 'figure'],
  period: ['period'],
  namedPeople: ['namedUnit', 'namedPerson'],
  namedAttendance: ['namedSession', 'namedAttendance'],
  namedFilings: ['namedRound', 'namedFiling'],
};

interface Counts {
  readonly rows: number;
  /** Null: not known apart from what was changed. */
  readonly added: number | null;
  readonly changed: number;
  readonly deleted: number;
}

export interface LeavingGroup extends Counts {
  readonly group: ExportGroup;
}

/** Tables of a bundle put together by ledger; those that this version has no word for stand as one at the end. */
export function leavingGroups(
  tables: readonly (Counts & { readonly table: string })[],
): readonly LeavingGroup[] {
  const order = [...Object.keys(TABLES), 'other'] as ExportGroup[];
  return order.flatMap((group) => {
    const own = tables.filter(({ table }) => groupOf(table) === group);
    return own.length === 0 ? [] : [{ group, ...sumOf(own) }];
  });
}

/** Added is unknown only where no part of it is known. */
export function sumOf(parts: readonly Counts[]): Counts {
  const known = parts.filter(({ added }) => added !== null);
  const sum = (of: 'rows' | 'changed' | 'deleted') => parts.reduce((all, part) => all + part[of], 0);
  return {
    rows: sum('rows'),
    added: known.length === 0 ? null : known.reduce((all, { added }) => all + (added ?? 0), 0),
    changed: sum('changed'),
    deleted: sum('deleted'),
  };
}

function groupOf(table: string): ExportGroup {
  const found = Object.entries(TABLES).find(([, tables]) => tables.includes(table));
  return found ? (found[0] as ExportGroup) : 'other';
}
