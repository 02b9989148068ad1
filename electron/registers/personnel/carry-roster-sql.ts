import { DEPARTED_STATUSES } from '../../../shared/vocabulary/words.ts';
import type { Readable, Write } from '../../store/handles.ts';

/** Stamped anew, or given by the database. */
const OWN_COLUMNS = ['pk', 'office', 'rev', 'changed_by', 'changed_at'];

const departed = DEPARTED_STATUSES.map((status) => `'${status}'`).join(', ');

/** Those who are not of the office any more on the day stay in the books that they stood in. */
const STAYERS = `old.deleted = 0 AND NOT EXISTS (
  SELECT 1 FROM posting WHERE posting.person = old.pk AND posting.deleted = 0 AND posting.status IN (${departed})
    AND posting.from_on <= ?2 AND (posting.until_on IS NULL OR posting.until_on > ?2))`;

const ROSTER = {
  unit: 'old.deleted = 0',
  person: STAYERS,
  posting: `old.deleted = 0 AND EXISTS (
    SELECT 1 FROM person AS kept JOIN person AS was ON was.id = kept.id
    WHERE kept.office = ?3 AND was.pk = old.person)`,
} as const;

export function countRoster(db: Readable, office: number, day: string): { units: number; people: number } {
  const count = (table: 'unit' | 'person') =>
    db.get<{ rows: number }>(
      `SELECT count(*) AS rows FROM ${table} AS old WHERE old.office = ?1 AND ?2 = ?2 AND ${ROSTER[table]}`,
      office,
      day,
    )?.rows ?? 0;
  return { units: count('unit'), people: count('person') };
}

/**
 * Copies an office's rows of a table into the own office under their ids, stamped with the write.
 * @param pointing columns that hold surrogates, with the table they point into, whose rows were copied before
 * @returns how many rows
 */
export function copyRows(
  write: Write,
  table: keyof typeof ROSTER,
  from: number,
  pointing: Readonly<Record<string, 'unit' | 'person'>>,
): number {
  const columns = write
    .all<{ name: string }>('SELECT name FROM pragma_table_info(?)', table)
    .map(({ name }) => name)
    .filter((name) => !OWN_COLUMNS.includes(name));
  const values = columns.map((column) => copiedValue(column, pointing[column]));
  return write.run(
    `INSERT INTO ${table} (${columns.join(', ')}, office, rev, changed_by, changed_at)
     SELECT ${values.join(', ')}, ?3, ?4, ?5, ?6 FROM ${table} AS old
     WHERE old.office = ?1 AND ?2 = ?2 AND ${ROSTER[table]} ORDER BY old.pk`,
    from,
    write.today,
    write.office,
    write.rev,
    write.account,
    write.at,
  ).changes;
}

/** Parents may stand behind their children: they are set once all are there. */
export function linkCopiedUnits(write: Write, from: number): void {
  write.run(
    `UPDATE unit SET parent = copy.pk FROM unit AS old JOIN unit AS above ON above.pk = old.parent
       JOIN unit AS copy ON copy.office = ?1 AND copy.id = above.id
     WHERE unit.office = ?1 AND old.office = ?2 AND old.id = unit.id`,
    write.office,
    from,
  );
}

function copiedValue(column: string, to: 'unit' | 'person' | undefined): string {
  if (column === 'parent') return 'NULL';
  if (!to) return `old.${column}`;
  return `(SELECT copy.pk FROM ${to} AS copy JOIN ${to} AS was ON was.id = copy.id
    WHERE was.pk = old.${column} AND copy.office = ?3)`;
}
