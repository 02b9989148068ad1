import {
  BUNDLE_TABLE,
  listed,
  OFFICE_TABLE,
  quoted,
  REGISTER_TABLES,
  type SqlTable,
} from './load-schema-sql.ts';
import { CATALOGUE, listOf } from './report-catalogue.ts';

/** What loads the files, with psql from within their folder; again and again, in any order. */
export function loadScript(): string {
  const staged = [BUNDLE_TABLE, ...REGISTER_TABLES];
  return [
    '-- psql --no-psqlrc --dbname DATABASE --file load.sql, run in the folder of these files. All of it or nothing.',
    '\\set ON_ERROR_STOP on',
    '\\encoding UTF8',
    'BEGIN;',
    '\\ir schema.sql',
    `LOCK TABLE ${quoted('office')} IN EXCLUSIVE MODE;`,
    ...staged.map(staging),
    ONE_HISTORY,
    OFFICES,
    ...REGISTER_TABLES.map(withoutOldEpochs),
    `INSERT INTO ${quoted('bundle')} ${currentRows(BUNDLE_TABLE)} ON CONFLICT DO NOTHING;`,
    ...REGISTER_TABLES.map(taking),
    ...REGISTER_TABLES.map(withoutUnlisted),
    'COMMIT;',
    '',
  ].join('\n\n');
}

/** Its COPY file. */
export const fileOf = ({ name }: SqlTable): string => `${name}.copy`;

const stagedName = (name: string) => quoted(`staged_${name}`);
const namesOf = ({ columns }: SqlTable) => columns.map(({ name }) => name);

function staging(table: SqlTable): string {
  const staged = stagedName(table.name);
  return [
    `CREATE TEMPORARY TABLE ${staged} (LIKE ${quoted(table.name)}) ON COMMIT DROP;`,
    `\\copy ${staged} (${listed(namesOf(table))}) FROM '${fileOf(table)}'`,
  ].join('\n');
}

/** [X26] of SPEC.md, against what was loaded before. */
const ONE_HISTORY = `DO $$ BEGIN
  IF EXISTS (
    SELECT FROM "staged_bundle" AS s JOIN "bundle" AS b ON b."office" = s."office"
    WHERE (b."epoch" = s."epoch") <> (b."epochId" = s."epochId")
      OR (b."epoch" = s."epoch" AND b."sequence" = s."sequence" AND b."hash" <> s."hash")
  ) THEN
    RAISE EXCEPTION 'bundle_fork: an office tells two histories; nothing was loaded';
  END IF;
END $$;`;

const OFFICES = `INSERT INTO "office" (${listed(namesOf(OFFICE_TABLE))})
SELECT DISTINCT ON ("office") ${listed(namesOf(BUNDLE_TABLE))} FROM "staged_bundle"
ORDER BY "office", "epoch" DESC, "sequence" DESC
ON CONFLICT ("id") DO UPDATE SET ${assigned(namesOf(OFFICE_TABLE).slice(1))}
WHERE ("office"."epoch", "office"."sequence") < (excluded."epoch", excluded."sequence");`;

/** Who begins anew begins with everything: what it had before goes. */
function withoutOldEpochs({ name }: SqlTable): string {
  const table = quoted(name);
  return `DELETE FROM ${table} USING "office" WHERE ${table}."office" = "office"."id" AND ${table}."epoch" < "office"."epoch";`;
}

/** The staged rows of the epoch in which each office is now; of one row the newest. */
function currentRows(table: SqlTable): string {
  const columns = namesOf(table);
  return `(${listed(columns)})
SELECT DISTINCT ON (${table.key.map((name) => `s.${quoted(name)}`).join(', ')}) ${columns.map((name) => `s.${quoted(name)}`).join(', ')}
FROM ${stagedName(table.name)} AS s JOIN "office" AS o ON o."id" = s."office" AND o."epoch" = s."epoch"
ORDER BY ${table.key.map((name) => `s.${quoted(name)}`).join(', ')}, s."sequence" DESC`;
}

function taking(table: SqlTable): string {
  const { name, key } = table;
  const { wholeWith, lists } = CATALOGUE[name] ?? {};
  if (wholeWith) return takingWhole(table, wholeWith, listOf(lists, wholeWith));
  const rest = namesOf(table).filter((column) => !key.includes(column));
  return `INSERT INTO ${quoted(name)} ${currentRows(table)}
ON CONFLICT (${listed(key)}) DO UPDATE SET ${assigned(rest)}
WHERE ${quoted(name)}."sequence" < excluded."sequence";`;
}

/** A full bundle holds every row that there is: what none has brought since the last one is of another history. */
function withoutUnlisted({ name }: SqlTable): string {
  const table = quoted(name);
  return `DELETE FROM ${table} USING (
  SELECT b."office", max(b."sequence") AS "sequence" FROM "bundle" AS b
  JOIN "office" AS o ON o."id" = b."office" AND o."epoch" = b."epoch" WHERE b."full" GROUP BY b."office"
) AS f WHERE ${table}."office" = f."office" AND ${table}."sequence" < f."sequence";`;
}

/** Rows that come whole with the row they hang on: those are theirs that came with its newest version. */
function takingWhole(table: SqlTable, column: string, owner: string): string {
  const own = quoted(table.name);
  const by = (rows: string) =>
    `o."office" = ${rows}."office" AND o."id" = ${rows}.${quoted(column)} AND o."epoch" = ${rows}."epoch"`;
  const columns = namesOf(table);
  return `DELETE FROM ${own} USING ${quoted(owner)} AS o WHERE ${by(own)} AND ${own}."sequence" < o."sequence";
INSERT INTO ${own} (${listed(columns)})
SELECT ${columns.map((name) => `s.${quoted(name)}`).join(', ')}
FROM ${stagedName(table.name)} AS s JOIN ${quoted(owner)} AS o ON ${by('s')} AND o."sequence" = s."sequence"
ON CONFLICT DO NOTHING;`;
}

function assigned(columns: readonly string[]): string {
  return columns.map((name) => `${quoted(name)} = excluded.${quoted(name)}`).join(', ');
}
