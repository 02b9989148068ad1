import { createHash } from 'node:crypto';
import type { PackFault } from '../../../shared/vocabulary/pack-words.ts';
import { ensure } from '../../../shared/vocabulary/refusal.ts';
import type { Readable, Write } from '../../store/handles.ts';
import { updateRow } from '../../store/rows.ts';
import { headOf, type PackHead } from './pack-head.ts';
import { type CameBack, Moment, type Planned, type TakeOptions } from './pack-kind.ts';
import { PACK_REGISTERS } from './pack-kinds.ts';
import type { PackRowPlan } from './pack-roster-plan.ts';
import { packById, packsAwaited } from './packs-sql.ts';

/** What came back, understood: how it would be taken over, or why not. */
export type Understood =
  | { readonly fault: PackFault; readonly head: PackHead | null }
  | { readonly head: PackHead; readonly plan: PackPlan };

export interface PackPlan extends Planned {
  /** Of the file, and of all that would become of it. */
  readonly seen: string;
}

/**
 * @param write rolled back where nothing is to be taken over: plans may try in it what they plan
 * @throws Refusal codes of the noun sheet, `move_not_allowed`, `not_found`
 */
export function understand(
  write: Write,
  came: CameBack,
  options: TakeOptions,
  moment = new Moment(),
): Understood {
  const pack = packById(write, write.office, came.marker.pack);
  if (!pack) return { fault: 'otherOffice', head: null };
  const head = headOf(pack);
  if (pack.digest !== came.marker.digest) return { fault: 'altered', head };
  if (pack.state !== 'outstanding') return { fault: pack.state, head };
  const decisions = options.decisions.filter((decision) => decision.pack === pack.id);
  const planned = PACK_REGISTERS[pack.kind].plan(write, pack, came, { ...options, decisions }, moment);
  if (planned === 'altered') return { fault: 'altered', head };
  const { rows, unmapped } = planned;
  const seen = createHash('sha256')
    .update(JSON.stringify([came.fileDigest, rows, unmapped]))
    .digest('hex');
  return { head, plan: { ...planned, seen } };
}

/** Of a pack that this office gave. */
export function packHead(db: Readable, office: number, id: string): PackHead | null {
  const pack = packById(db, office, id);
  return pack ? headOf(pack) : null;
}

/**
 * Takes one pack over as one step, if it still says what was seen.
 * @throws Refusal `conflict`, and as `understand`
 */
export function takePack(write: Write, came: CameBack, options: TakeOptions, seen?: string): Understood {
  const understood = understand(write, came, options);
  if ('fault' in understood) return understood;
  const { plan, head } = understood;
  ensure(seen === undefined || seen === plan.seen, 'conflict', { register: 'unit_pack' });
  plan.apply(write);
  const row = packById(write, write.office, head.pack);
  ensure(row, 'not_found', { register: 'unit_pack' });
  updateRow(write, 'unit_pack', row.pk, { applied_at: write.at });
  const { pack, kind, unit, occasion } = head;
  write.record({ ...countOutcomes(plan.rows), pack, kind, unit, occasion });
  return understood;
}

/** Packs that did not come back, of the kinds and occasions of those that did; all where none did. */
export function missingPacks(db: Readable, office: number, came: readonly PackHead[]): PackHead[] {
  const kinds = new Set(came.map(({ kind, occasion }) => `${kind} ${occasion}`));
  const here = new Set(came.map(({ pack }) => pack));
  return packsAwaited(db, office)
    .map(headOf)
    .filter(
      ({ pack, kind, occasion }) => !here.has(pack) && (kinds.size === 0 || kinds.has(`${kind} ${occasion}`)),
    );
}

/** The sums of a pack: they add up to `read`. */
export function countOutcomes(rows: readonly PackRowPlan[]) {
  const counts = { read: rows.length, added: 0, changed: 0, unchanged: 0, held: 0, skipped: 0 };
  for (const { outcome } of rows) counts[outcome] += 1;
  return counts;
}
