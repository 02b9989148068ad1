import type { OfficeId } from '../../shared/vocabulary/ids.ts';
import { ensure, Refusal } from '../../shared/vocabulary/refusal.ts';
import { DEFAULT_CAPS } from '../bundle/caps.ts';
import { readDocument, type VerifiedDocument, verifyDocument } from '../bundle/document.ts';
import { decodeTables, type Tables } from '../bundle/tables.ts';
import type { ArrivedEvaluation } from '../registers/evaluation/evaluation-arrival.ts';
import type { Readable } from '../store/handles.ts';
import { unpackRows } from './columns.ts';
import { evaluationsIn } from './evaluation-rows.ts';
import { type FeedbackRecord, feedbackColumns } from './feedback-tables.ts';
import { ownSigningKeys } from './own-signing-keys.ts';
import { ownIdentity, partyByOffice } from './parties.ts';
import { type HandedDown, templatesIn } from './templates.ts';

/** What a group said in one bundle. */
export interface OwnWords {
  /** Sorts bundles in the order in which they were sealed. */
  readonly place: string;
  /** In the order in which it was said. */
  readonly feedback: readonly FeedbackRecord[];
  readonly evaluations: ReadonlyMap<string, ArrivedEvaluation>;
  readonly templates: ReadonlyMap<string, HandedDown>;
}

/**
 * What the own office said in a document, if it is one that it signed, for an office.
 * @param office surrogate of the office that it has to be for
 * @returns null where it was not signed by a key of our own, in its time, or is for another office, or says something
 *   that this version cannot read
 */
export function wordsOfOurs(db: Readable, office: number, document: Uint8Array): OwnWords | null {
  try {
    const { manifest, payload } = signedByUs(db, office, document);
    const { epoch, sequence } = manifest;
    return { place: [epoch.counter, sequence].map(padded).join(' '), ...wordsIn(decodeTables(payload)) };
  } catch (error) {
    if (error instanceof Refusal) return null;
    throw error;
  }
}

/** @throws Refusal as `verifyDocument` */
function signedByUs(db: Readable, office: number, document: Uint8Array): VerifiedDocument {
  const self = partyByOffice(db, office)?.keys.officeId;
  ensure(self, 'party_unknown');
  const own = ownIdentity(db);
  const { epoch, sequence } = readDocument(document).manifest;
  const chains = ownSigningKeys(db, office, { epoch: epoch.counter, sequence });
  let refusal = new Refusal('bundle_signature_wrong');
  for (const keys of chains) {
    const trust = (officeId: OfficeId) => (officeId === own.officeId ? keys : []);
    try {
      const verified = verifyDocument(document, { trust, self, caps: DEFAULT_CAPS });
      const { kind, sender } = verified.manifest;
      ensure(kind === 'feedback' && sender.demo === own.demo, 'exchange_direction');
      return verified;
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      refusal = error;
    }
  }
  throw refusal;
}

/** @throws Refusal `bundle_row_invalid`, `bundle_newer_register` */
function wordsIn(tables: Tables): Omit<OwnWords, 'place'> {
  const feedback = tables.get('feedback');
  return {
    feedback: feedback ? unpackRows(feedbackColumns, 'feedback', feedback) : [],
    evaluations: new Map(evaluationsIn(tables).map((said) => [said.head.id, said])),
    templates: new Map(templatesIn(tables).map((template) => [template.id, template])),
  };
}

function padded(number: number): string {
  return String(number).padStart(16, '0');
}
