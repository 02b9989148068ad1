import { createHash } from 'node:crypto';
import type { PackFault } from '../../../shared/vocabulary/pack-words.ts';
import { ensure } from '../../../shared/vocabulary/refusal.ts';
import type { Readable, Write } from '../../store/handles.ts';
import { updateRow } from '../../store/rows.ts';
import type { Actor } from '../actor.ts';
import { changePerson } from '../personnel/pack-changes.ts';
import { applyRoster, existingPersonnel, type RosterDays } from '../personnel/roster-application.ts';
import type { Meanings } from '../study/attendance-import-meaning.ts';
import { mark } from '../study/study-attendance.ts';
import type { GivenMark, GivenPerson } from './given-rows.ts';
import { headOf, type PackHead } from './pack-head.ts';
import { identify, type RosterLine, type SignInLine } from './pack-lines.ts';
import { type PackRowPlan, planRosterPack, type RosterPackPlan } from './pack-roster-plan.ts';
import { planSignInPack, type SignInDecision } from './pack-sign-in-plan.ts';
import { openUnits, scopeOf } from './pack-units.ts';
import { givenOf, type PackRow, packById, packsAwaited } from './packs-sql.ts';

/** A file that bears a pack's id, as far as it could be read. */
export interface CameBack {
  readonly marker: { readonly pack: string; readonly digest: string };
  readonly fileDigest: string;
  /** Each is asked for the kind that the pack is. @throws Refusal codes of the noun sheet */
  rosterLines(): readonly RosterLine[];
  signInLines(): readonly SignInLine[];
}

export interface TakeOptions {
  readonly decisions: readonly (SignInDecision & { readonly pack: string })[];
  readonly meanings: Meanings;
  readonly secondment: 'in' | 'out' | undefined;
  readonly days: RosterDays;
  readonly actor: Actor;
}

/** The register as all packs of one moment are compared with it: read once, when the first of them asks. */
export class Standing {
  #known: ReturnType<typeof standingOn> | undefined;

  on(db: Readable, office: number, { changes }: RosterDays) {
    this.#known ??= standingOn(db, office, changes);
    return this.#known;
  }
}

function standingOn(db: Readable, office: number, day: RosterDays['changes']) {
  return { open: openUnits(db, office, day), existing: existingPersonnel(db, office, day) };
}

/** What came back, understood: how it would be taken over, or why not. */
export type Understood =
  | { readonly fault: PackFault; readonly head: PackHead | null }
  | { readonly head: PackHead; readonly plan: PackPlan };

export interface PackPlan {
  readonly rows: readonly PackRowPlan[];
  readonly unmapped: readonly { readonly text: string; readonly count: number }[];
  readonly unusedDecisions: RosterPackPlan['unusedDecisions'];
  /** Of the file, and of all that would become of it. */
  readonly seen: string;
  /** Carries it out in the write that it was made in. */
  apply(write: Write): void;
}

/** @throws Refusal codes of the noun sheet, `move_not_allowed`, `not_found` */
export function understand(
  db: Readable,
  office: number,
  came: CameBack,
  options: TakeOptions,
  standing = new Standing(),
): Understood {
  const pack = packById(db, office, came.marker.pack);
  if (!pack) return { fault: 'otherOffice', head: null };
  const head = headOf(pack);
  if (pack.digest !== came.marker.digest) return { fault: 'altered', head };
  if (pack.state !== 'outstanding') return { fault: pack.state, head };
  const decisions = options.decisions.filter((decision) => decision.pack === pack.id);
  const own = { ...options, decisions };
  const planned =
    pack.kind === 'roster'
      ? rosterPlan(db, office, pack, came, own, standing)
      : signInPlan(db, office, pack, came, own);
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
  const understood = understand(write, write.office, came, options);
  if ('fault' in understood) return understood;
  const { plan, head } = understood;
  ensure(seen === undefined || seen === plan.seen, 'conflict', { register: 'unit_pack' });
  plan.apply(write);
  const row = packById(write, write.office, head.pack);
  ensure(row, 'not_found', { register: 'unit_pack' });
  updateRow(write, 'unit_pack', row.pk, { applied_at: write.at });
  write.record({ pack: head.pack, kind: head.kind, unit: head.unit, session: head.session });
  return understood;
}

/** Packs that did not come back, of the kinds and sessions of those that did; all where none did. */
export function missingPacks(db: Readable, office: number, came: readonly PackHead[]): PackHead[] {
  const kinds = new Set(came.map(({ kind, session }) => `${kind} ${session}`));
  const here = new Set(came.map(({ pack }) => pack));
  return packsAwaited(db, office)
    .map(headOf)
    .filter(
      ({ pack, kind, session }) => !here.has(pack) && (kinds.size === 0 || kinds.has(`${kind} ${session}`)),
    );
}

type Planned = Omit<PackPlan, 'seen'> | 'altered';

function rosterPlan(
  db: Readable,
  office: number,
  pack: PackRow,
  came: CameBack,
  { decisions, secondment, days }: TakeOptions,
  standing: Standing,
): Planned {
  const identified = identify(came.rosterLines(), JSON.parse(givenOf(db, pack.pk)) as GivenPerson[]);
  if (identified === 'altered') return identified;
  const { open, existing } = standing.on(db, office, days);
  const scope = scopeOf(open, pack.unit, pack.below === 1);
  const unit = open.find(({ id }) => id === pack.unit) ?? null;
  const plan = planRosterPack({ identified, existing, unit, scope, decisions, secondment });
  return {
    rows: plan.rows,
    unmapped: [],
    unusedDecisions: plan.unusedDecisions,
    apply(write) {
      for (const { person, said } of plan.changes) changePerson(write, person, said, days.changes);
      if (plan.additions.rows.some(({ change }) => change)) applyRoster(write, plan.additions, days);
      write.record({ ...countOutcomes(plan.rows) });
    },
  };
}

function signInPlan(
  db: Readable,
  office: number,
  pack: PackRow,
  came: CameBack,
  { decisions, meanings, actor }: TakeOptions,
): Planned {
  const lines = came.signInLines();
  const identified = identify(lines, JSON.parse(givenOf(db, pack.pk)) as GivenMark[]);
  if (identified === 'altered') return identified;
  const session = pack.session ?? '';
  const plan = planSignInPack(db, office, actor, { session, lines, identified, decisions, meanings });
  return {
    rows: plan.rows,
    unmapped: plan.unmapped,
    unusedDecisions: plan.unusedDecisions,
    apply(write) {
      const { sessionRev: rev, marks } = plan;
      if (marks.length > 0) mark(write, actor, { session, rev, marks: [...marks] });
      write.record({ ...countOutcomes(plan.rows) });
    },
  };
}

/** The sums of a pack: they add up to `read`. */
export function countOutcomes(rows: readonly PackRowPlan[]) {
  const counts = { read: rows.length, added: 0, changed: 0, unchanged: 0, held: 0, skipped: 0 };
  for (const { outcome } of rows) counts[outcome] += 1;
  return counts;
}
