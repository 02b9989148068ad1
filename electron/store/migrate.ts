import { ensure } from '../../shared/vocabulary/refusal.ts';
import { naming } from './file-errors.ts';
import { MIGRATIONS, type Migration } from './migrations/index.ts';
import { APPLICATION_ID, type Connection } from './open-database.ts';

/** @throws Refusal `newer_schema`, and `database_damaged` where the file is no ledger at all */
export function checkSchema(db: Connection, migrations: readonly Migration[] = MIGRATIONS): void {
  ensure(numberOf(db, 'application_id') === APPLICATION_ID, 'database_damaged', { cause: 'application_id' });
  const found = schemaNumber(db);
  const known = migrations.at(-1)?.number ?? 0;
  ensure(found <= known, 'newer_schema', { found, known });
}

/** The migrations that a database still lacks. */
export function pendingMigrations(
  db: Connection,
  migrations: readonly Migration[] = MIGRATIONS,
): readonly Migration[] {
  const found = schemaNumber(db);
  return migrations.filter(({ number }) => number > found);
}

/**
 * Runs migrations, each in a transaction that also sets its number, so that a cut leaves a whole schema.
 * @param alongside runs inside each of these transactions
 */
export function migrate(
  db: Connection,
  pending: readonly Migration[],
  alongside: (migration: Migration) => void = () => undefined,
): void {
  for (const migration of pending) {
    naming('writing', () => {
      db.transaction(() => {
        db.exec(migration.sql);
        db.pragma(`application_id = ${APPLICATION_ID}`);
        db.pragma(`user_version = ${migration.number}`);
        alongside(migration);
      }).immediate();
    });
  }
}

export function schemaNumber(db: Connection): number {
  return numberOf(db, 'user_version');
}

function numberOf(db: Connection, pragma: string): number {
  return Number(naming('reading', () => db.pragma(pragma, { simple: true })));
}
