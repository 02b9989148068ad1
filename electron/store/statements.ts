import type { Statement } from 'better-sqlite3';
import { naming } from './file-errors.ts';
import type { SqlValue, Writable } from './handles.ts';
import type { Connection } from './open-database.ts';

type Bound = (SqlValue | Readonly<Record<string, SqlValue>>)[];

interface Prepared {
  readonly statement: Statement<Bound>;
  /** The values as the statement takes them: `?1`, `?2` … are names to better-sqlite3, `?` are not. */
  bind(values: SqlValue[]): Bound;
}

/**
 * A connection as the registers use it: statements are prepared once per text and kept, and what SQLite
 * throws about files becomes the refusal that names it. Constraint errors are thrown on: they are bugs.
 */
export function statements(db: Connection): Writable {
  const kept = new Map<string, Prepared>();

  function prepared(sql: string): Prepared {
    const known = kept.get(sql);
    // A statement that is being iterated cannot run twice at a time.
    if (known && !known.statement.busy) return known;
    const fresh = { statement: db.prepare<Bound>(sql), bind: /\?\d/.test(sql) ? byNumber : asTheyAre };
    if (!known) kept.set(sql, fresh);
    return fresh;
  }

  return {
    get: <Row>(sql: string, ...values: SqlValue[]) =>
      naming('reading', () => {
        const { statement, bind } = prepared(sql);
        return statement.get(...bind(values)) as Row | undefined;
      }),
    all: <Row>(sql: string, ...values: SqlValue[]) =>
      naming('reading', () => {
        const { statement, bind } = prepared(sql);
        return statement.all(...bind(values)) as Row[];
      }),
    iterate: <Row>(sql: string, ...values: SqlValue[]) => rows<Row>(() => prepared(sql), values),
    run: (sql, ...values) =>
      naming('writing', () => {
        const { statement, bind } = prepared(sql);
        const { changes, lastInsertRowid } = statement.run(...bind(values));
        return { changes, lastInsertRowid: Number(lastInsertRowid) };
      }),
  };
}

const asTheyAre = (values: SqlValue[]): Bound => values;

const byNumber = (values: SqlValue[]): Bound => [
  Object.fromEntries(values.map((value, index) => [index + 1, value])),
];

function* rows<Row>(prepare: () => Prepared, values: SqlValue[]): IterableIterator<Row> {
  const cursor = naming('reading', () => {
    const { statement, bind } = prepare();
    return statement.iterate(...bind(values));
  });
  try {
    for (;;) {
      const step = naming('reading', () => cursor.next());
      if (step.done) return;
      yield step.value as Row;
    }
  } finally {
    cursor.return?.();
  }
}
