import type { Given } from '../../../shared/contract/base.ts';
import type { packs } from '../../../shared/contract/packs.ts';
import { ensure } from '../../../shared/vocabulary/refusal.ts';
import type { Readable, Write } from '../../store/handles.ts';
import { insertRow, updateRow } from '../../store/rows.ts';
import { people } from '../personnel/personnel-register.ts';
import { type GivenRow, packDigest, rowKeys, type Unkeyed } from './given-rows.ts';
import { headOf, type PackHead } from './pack-head.ts';
import type { Gathered } from './pack-kind.ts';
import { PACK_REGISTERS } from './pack-kinds.ts';
import { openUnits, type PackUnit, scopeOf, unitsToIssue } from './pack-units.ts';
import { countPacks, packById, packPage } from './packs-sql.ts';
import { EVERYBODY, rosterRow } from './roster-packs.ts';

/** What a file is written from. */
export interface IssuedPack {
  readonly head: PackHead;
  readonly digest: string;
  readonly rows: readonly GivenRow[];
  /** Names that columns may hold, in the order of lists. */
  readonly names: { readonly units: readonly string[]; readonly categories: readonly string[] };
}

type IssueAsked = Given<typeof packs.issue>;
type ExportAsked = Given<typeof packs.exportRoster>;

/**
 * Keeps what every unit is given, without a step to be undone: the files have left.
 * @throws Refusal `not_found`, `move_not_allowed`, `missing_field`, `pack_nobody`
 */
export function issuePacks(write: Write, asked: IssueAsked): IssuedPack[] {
  const { kind, below } = asked;
  const gathered = PACK_REGISTERS[kind].gather(write, asked.occasion ?? null);
  const { occasion, categories, rows } = gathered;
  const open = openUnits(write, write.office, gathered.day ?? write.today);
  const byUnit = Map.groupBy(rows, ({ unit }) => unit);
  const givesEmpty = gathered.givesEmpty && asked.units.length > 0;
  const issued = unitsToIssue(open, asked.units, below).flatMap((unit) => {
    const scope = scopeOf(open, unit.id, below);
    const own = [...scope.keys()].flatMap((id) => byUnit.get(id) ?? []);
    if (own.length === 0 && !givesEmpty) return [];
    return [keep(write, { kind, unit, below, occasion, categories }, own, scope)];
  });
  ensure(issued.length > 0, 'pack_nobody');
  return leave(write, issued);
}

/** The list as it is seen. */
export function exportRoster(write: Write, asked: ExportAsked): IssuedPack[] {
  const open = openUnits(write, write.office, write.today);
  const listed = people(write, write.office, { ...asked, ...EVERYBODY }, write.today).people;
  const of = { kind: 'roster', unit: null, below: true, occasion: null, categories: [] } as const;
  return leave(write, [keep(write, of, listed.map(rosterRow), scopeOf(open, null, true))]);
}

export function issuedPacks(db: Readable, office: number, asked: Given<typeof packs.issued>) {
  const { kind = null, occasion = null, state = null } = asked;
  const filter = { kind, occasion, state };
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

interface Issuing extends Pick<Gathered, 'occasion' | 'categories'> {
  readonly kind: PackHead['kind'];
  readonly unit: PackUnit | null;
  readonly below: boolean;
}

function keep(
  write: Write,
  { kind, unit, below, occasion, categories }: Issuing,
  rows: readonly Unkeyed[],
  scope: ReadonlyMap<string, PackUnit>,
): IssuedPack {
  const id = write.newId();
  const keys = rowKeys(write, rows.length);
  const keyed = rows.map((row, at) => ({ key: keys[at] ?? '', ...row }) satisfies GivenRow);
  const digest = packDigest(id, keyed);
  insertRow(write, 'unit_pack', id, {
    ...{ kind, unit: unit?.id ?? null, below: below ? 1 : 0, session: occasion?.id ?? null },
    ...{ issued_on: write.today, issued_at: write.at, issued_by: write.account },
    ...{ given: JSON.stringify(keyed), given_count: keyed.length, digest },
  });
  const head = {
    ...{ pack: id, kind, unit: unit?.id ?? null, unitName: unit?.name ?? null, below },
    ...{ occasion: occasion?.id ?? null, occasionTitle: occasion?.title ?? null, issuedOn: write.today },
  };
  const units = [...scope.values()].map(({ name }) => name);
  return { head, digest, rows: keyed, names: { units, categories } };
}

function leave(write: Write, issued: IssuedPack[]): IssuedPack[] {
  write.undo.leaveNoStep();
  write.record({ packs: issued.length, rows: issued.reduce((sum, { rows }) => sum + rows.length, 0) });
  return issued;
}
