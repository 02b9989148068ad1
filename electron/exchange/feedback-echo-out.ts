import type { OfficeId } from '../../shared/vocabulary/ids.ts';
import { Refusal } from '../../shared/vocabulary/refusal.ts';
import { openContainer } from '../bundle/container.ts';
import { readDocument } from '../bundle/document.ts';
import { decodeTables, type Tables } from '../bundle/tables.ts';
import { partsOf } from '../registers/text-parts.ts';
import type { Readable } from '../store/handles.ts';
import type { OpenLedger } from '../store/ledger-store.ts';
import { packRows } from './columns.ts';
import { bundlesWithMissing, missingIds } from './feedback-echo-sql.ts';
import { type EchoRecord, FEEDBACK_ECHO, feedbackEchoColumns } from './feedback-echo-tables.ts';
import { ownIdentities } from './own-keys.ts';
import type { Party } from './parties.ts';
import { keptContent } from './quarantine-sql.ts';
import { byBundle, sortedBy } from './row-order.ts';

/** UTF-16 units of one report: what is given back must not keep the registers from being sealed ([B22]). */
const MOST = 8 * 1024 * 1024;

/** What a report gives back. */
export interface Echo {
  readonly group: OfficeId;
  /** Ids of rows that the group has lost. */
  readonly missing: readonly string[];
  /** Hashes of the bundles that may hold them, newest first. */
  readonly bundles: readonly string[];
}

/** What the group has lost, as was found after a revision. */
export function echoFor(db: Readable, { pk, keys }: Party, after: number): Echo {
  const missing = missingIds(db, pk, after);
  return {
    group: keys.officeId,
    missing,
    bundles: missing.length > 0 ? bundlesWithMissing(db, pk, after) : [],
  };
}

/**
 * The tables of a report with the documents that hold what the group has lost, as few as hold all of it, from the
 * files that were kept of its bundles. What cannot be opened any more stays out.
 */
export async function withEcho(ledger: OpenLedger, tables: Tables, echo: Echo | null): Promise<Tables> {
  if (!echo || echo.bundles.length === 0) return tables;
  const left = new Set(echo.missing);
  const rows: EchoRecord[] = [];
  let length = 0;
  for (const bundle of echo.bundles) {
    if (left.size === 0) break;
    const said = await documentOf(ledger, bundle, echo.group);
    if (!said?.ids.some((id) => left.has(id))) continue;
    const text = Buffer.from(said.document).toString('base64');
    if (length + text.length > MOST) continue;
    length += text.length;
    for (const id of said.ids) left.delete(id);
    rows.push(...partsOf(text).map((content, part) => ({ bundle, part, content })));
  }
  if (rows.length === 0) return tables;
  return new Map(tables).set(FEEDBACK_ECHO, packRows(feedbackEchoColumns, sortedBy(byBundle, rows)));
}

interface Said {
  readonly document: Uint8Array;
  /** Of its rows of feedback. */
  readonly ids: readonly string[];
}

/** Null where it cannot be opened, or where another installation signed it: the one that this group came after. */
async function documentOf(ledger: OpenLedger, hash: string, group: OfficeId): Promise<Said | null> {
  const content = ledger.read((db) => keptContent(db, hash));
  if (!content) return null;
  try {
    const document = await openContainer(content, ledger.read(ownIdentities));
    const { manifest, payload } = readDocument(document);
    if (manifest.sender.officeId !== group) return null;
    const ids = decodeTables(payload).get('feedback')?.columns.get('id') ?? [];
    return { document, ids: Array.from(ids, String) };
  } catch (error) {
    if (error instanceof Refusal) return null;
    throw error;
  }
}
