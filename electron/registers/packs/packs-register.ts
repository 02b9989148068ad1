import type { Given } from '../../../shared/contract/base.ts';
import type { packs } from '../../../shared/contract/packs.ts';
import { ensure } from '../../../shared/vocabulary/refusal.ts';
import { DEPARTED_STATUSES, POSTING_STATUSES } from '../../../shared/vocabulary/words.ts';
import type { Readable, Write } from '../../store/handles.ts';
import { insertRow, updateRow } from '../../store/rows.ts';
import { people } from '../personnel/personnel-register.ts';
import { peopleToSign } from '../study/pack-sign-in.ts';
import { type GivenMark, type GivenPerson, type GivenRow, packDigest, rowKeys } from './given-rows.ts';
import { headOf, type PackHead } from './pack-head.ts';
import { openUnits, type PackUnit, scopeOf, unitsToIssue } from './pack-units.ts';
import { countPacks, packById, packPage } from './packs-sql.ts';

/** What a file is written from. */
export interface IssuedPack {
  readonly head: PackHead;
  readonly digest: string;
  readonly rows: readonly GivenRow[];
  /** Names of the units that its rows may name, in the order of lists. */
  readonly units: readonly string[];
}

type Unkeyed = Omit<GivenPerson, 'key'> | Omit<GivenMark, 'key'>;

type IssueAsked = Given<typeof packs.issue>;
type ExportAsked = Given<typeof packs.exportRoster>;

/** More than any office has: a pack is given whole. */
const EVERYBODY = { offset: 0, limit: 1_000_000 };
const STAYING = POSTING_STATUSES.filter((status) => !DEPARTED_STATUSES.includes(status));

/**
 * Keeps what every unit is given, without a step to be undone: the files have left.
 * @throws Refusal `not_found`, `move_not_allowed`, `missing_field`, `pack_nobody`
 */
export function issuePacks(write: Write, asked: IssueAsked): IssuedPack[] {
  const { kind, below } = asked;
  const session = asked.session === undefined ? null : peopleToSign(write, write.office, asked.session);
  const open = openUnits(write, write.office, session?.day ?? write.today);
  const rows: readonly Unkeyed[] = session ? session.people : staying(write);
  const byUnit = Map.groupBy(rows, ({ unit }) => unit);
  const issued = unitsToIssue(open, asked.units, below).flatMap((unit) => {
    const scope = scopeOf(open, unit.id, below);
    const own = [...scope.keys()].flatMap((id) => byUnit.get(id) ?? []);
    if (own.length === 0 && (kind === 'signIn' || asked.units.length === 0)) return [];
    return [keep(write, { kind, unit, below, session: session?.session ?? null }, own, scope)];
  });
  ensure(issued.length > 0, 'pack_nobody');
  return leave(write, issued);
}

/** The list as it is seen. */
export function exportRoster(write: Write, asked: ExportAsked): IssuedPack[] {
  const open = openUnits(write, write.office, write.today);
  const listed = people(write, write.office, { ...asked, ...EVERYBODY }, write.today).people;
  const of = { kind: 'roster', unit: null, below: true, session: null } as const;
  return leave(write, [keep(write, of, listed.map(given), scopeOf(open, null, true))]);
}

export function issuedPacks(db: Readable, office: number, asked: Given<typeof packs.issued>) {
  const { kind = null, session = null, state = null } = asked;
  const filter = { kind, session, state };
  return {
    total: countPacks(db, office, filter),
    packs: packPage(db, office, filter, asked).map((row) => ({
      ...headOf(row),
      issuedAt: row.issued_at,
      issuedBy: row.issued_by_name,
      rows: row.given_count,
      state: row.state,
      appliedAt: row.applied_at,
    })),
  };
}

/** @throws Refusal `not_found` */
export function withdrawPacks(write: Write, asked: Given<typeof packs.withdraw>) {
  const rows = asked.packs.map((id) => {
    const row = packById(write, write.office, id);
    ensure(row, 'not_found', { register: 'unit_pack' });
    return row;
  });
  const standing = rows.filter(({ deleted }) => deleted === 0);
  for (const { pk } of standing) updateRow(write, 'unit_pack', pk, { deleted: 1 });
  write.record({ packs: standing.length });
  return { withdrawn: standing.length, rev: write.rev };
}

function staying(write: Write) {
  const asked = { status: STAYING, sort: 'order' as const, ...EVERYBODY };
  return people(write, write.office, asked, write.today).people.map(given);
}

function given(row: ReturnType<typeof people>['people'][number]): Omit<GivenPerson, 'key'> {
  const { id: person, name, unit, unitName, post, staffing, status, orderNumber, disambiguator } = row;
  return { person, name: name ?? '', unit, unitName, post, staffing, status, orderNumber, disambiguator };
}

interface Issuing {
  readonly kind: PackHead['kind'];
  readonly unit: PackUnit | null;
  readonly below: boolean;
  readonly session: { readonly id: string; readonly title: string } | null;
}

function keep(
  write: Write,
  { kind, unit, below, session }: Issuing,
  rows: readonly Unkeyed[],
  scope: ReadonlyMap<string, PackUnit>,
): IssuedPack {
  const id = write.newId();
  const keys = rowKeys(write, rows.length);
  const keyed = rows.map((row, at) => ({ key: keys[at] ?? '', ...row }) satisfies GivenRow);
  const digest = packDigest(id, keyed);
  insertRow(write, 'unit_pack', id, {
    ...{ kind, unit: unit?.id ?? null, below: below ? 1 : 0, session: session?.id ?? null },
    ...{ issued_on: write.today, issued_at: write.at, issued_by: write.account },
    ...{ given: JSON.stringify(keyed), given_count: keyed.length, digest },
  });
  const head = {
    ...{ pack: id, kind, unit: unit?.id ?? null, unitName: unit?.name ?? null, below },
    ...{ session: session?.id ?? null, sessionTitle: session?.title ?? null, issuedOn: write.today },
  };
  return { head, digest, rows: keyed, units: [...scope.values()].map(({ name }) => name) };
}

function leave(write: Write, issued: IssuedPack[]): IssuedPack[] {
  write.undo.leaveNoStep();
  write.record({ packs: issued.length, rows: issued.reduce((sum, { rows }) => sum + rows.length, 0) });
  return issued;
}
