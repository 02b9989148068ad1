import type { ExportReason } from '../../shared/vocabulary/period-words.ts';
import { sealBundle } from '../bundle/bundle.ts';
import type { Table } from '../bundle/tables.ts';
import type { Advance } from '../store/advance.ts';
import type { Readable } from '../store/handles.ts';
import type { OpenLedger } from '../store/ledger-store.ts';
import type { SentRow } from './bundle-log-sql.ts';
import {
  type ExportPorts,
  type ExportRequest,
  type Gathered,
  gather,
  rowsSinceLast,
} from './export-bundle.ts';
import { type HeldRows, heldWhenSent, wasSentTo } from './export-preview-sql.ts';
import { withEcho } from './feedback-echo-out.ts';
import { FEEDBACK_ECHO } from './feedback-echo-tables.ts';
import { ALWAYS_THERE } from './unsent.ts';

export interface PreviewedTable {
  readonly table: string;
  readonly rows: number;
  readonly added: number | null;
  readonly changed: number;
  readonly deleted: number;
}

/**
 * What `exportBundle` would seal now, sealed for real to know its size and thrown away; nothing is written.
 * @throws Refusal as `exportBundle`
 */
export async function previewBundle(
  ledger: OpenLedger,
  ports: ExportPorts,
  request: ExportRequest,
  advance?: Advance,
) {
  await advance?.('collect', 0, 2);
  const { gathered, ...told } = ledger.read((db) => {
    const found = gather(db, ledger, ports, request);
    return { gathered: found, ...toldOf(db, found, request) };
  });
  await advance?.('seal', 1, 2);
  const { statement, echo, keys, party } = gathered;
  const tables = await withEcho(ledger, gathered.tables, echo);
  const { bytes } = await sealBundle(statement, tables, {
    signingSeed: keys.signingSeed,
    recipient: party.keys.recipient,
  });
  return { ...told, ...withGivenBack(told.tables, tables.get(FEEDBACK_ECHO)), bytes: bytes.length };
}

/** Nothing of it lies in the books that the base was sealed from. */
function withGivenBack(leaving: readonly PreviewedTable[], echo: Table | undefined) {
  const tables = echo ? [...leaving, previewed(FEEDBACK_ECHO, echo, {}, null)] : [...leaving];
  return { tables, rows: tables.reduce((sum, { rows }) => sum + rows, 0) };
}

function toldOf(db: Readable, gathered: Gathered, request: ExportRequest) {
  const { statement, party, base, reported, stated, held } = gathered;
  const before = base ? heldWhenSent(db, base.pk) : null;
  const tables = [...gathered.tables]
    .filter(([name]) => name !== ALWAYS_THERE)
    .map(([name, table]) => previewed(name, table, held, before));
  return {
    kind: statement.kind,
    recipient: party.keys.officeId,
    sequence: statement.sequence,
    full: statement.full,
    why: reasonOf(db, gathered, request),
    since: base ? sinceOf(base) : null,
    tables,
    mayBeNil: stated !== null && reported !== undefined && rowsSinceLast(db, gathered) === 0,
    period: stated && {
      from: stated.from,
      until: stated.until,
      nil: stated.nil === 1,
      closed: stated.closed === 1,
    },
  };
}

function reasonOf(db: Readable, { party, base, reported }: Gathered, request: ExportRequest): ExportReason {
  if (request.namesReason !== undefined) return 'withNames';
  if (request.full) return 'asked';
  if (base) return 'incremental';
  if (reported) return 'notAcknowledged';
  return wasSentTo(db, party.pk) ? 'newEpoch' : 'firstBundle';
}

function sinceOf({ sequence, created_at }: SentRow) {
  return { sequence, on: created_at };
}

/**
 * A row that came and went since the base is one that is deleted.
 * @param before null: the bundle is full
 */
function previewed(
  name: string,
  { rows, columns }: Table,
  held: HeldRows,
  before: HeldRows | undefined | null,
): PreviewedTable {
  const deleted = columns.get('deleted')?.filter((cell) => cell === 1).length ?? 0;
  const live = rows - deleted;
  const grown = before === null ? live : grownBy(held[name], before?.[name]);
  const added = grown === null ? null : Math.min(grown, live);
  return { table: name, rows, added, changed: live - (added ?? 0), deleted };
}

function grownBy(now: number | undefined, then: number | undefined): number | null {
  return now === undefined || then === undefined ? null : now - then;
}
