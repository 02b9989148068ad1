import { FIGURE_RULES, sumFigures } from '../../shared/rules/figures.ts';
import type { EducationType, OrganKind } from '../../shared/vocabulary/words.ts';
import { ORGAN_KINDS } from '../../shared/vocabulary/words.ts';
import { figuresByUnit, figuresOf, type Rates } from '../registers/figures/office-figures.ts';
import type { TreeUnit } from '../registers/personnel/unit-tree.ts';
import { reachByUnit as reachOfUnits } from '../registers/study/study-figures.ts';
import type { Readable } from '../store/handles.ts';
import { asked, type FigureQuestion, type FiguresAsked, phaseScope } from './figure-question.ts';
import { underCorrection } from './figures.ts';

interface UnitRow {
  /** Null: of no unit. */
  readonly id: string | null;
  readonly name: string | null;
  /** Whether those below it are counted in the row: false where they have rows of their own. */
  readonly below: boolean;
  readonly hasUnits: boolean;
}

/** The top units, each with all below it; of one unit those directly below it, and it alone. */
export function tableByUnit(db: Readable, own: number, question: FigureQuestion) {
  const meant = asked(db, own, question);
  const units = figuresByUnit(db, meant);
  const rowOf = rowsOfTree(meant, question);
  const parts = Map.groupBy(units, ([unit]) => rowOf.rowOfUnit(unit));
  const rows: (UnitRow & { figures: Rates })[] = rowOf.rows
    .map((row) => ({ ...row.shown, parts: parts.get(row.key) ?? [], isThere: row.isThere }))
    .filter(({ isThere, parts: found }) => isThere || found.length > 0)
    .map(({ parts: found, isThere: _, ...row }) => ({ ...row, figures: summedUp(meant, found) }));
  return tableOf(db, meant, rows, [...units]);
}

/** Of the people of each unit as the table has them, how many each type has reached. */
export function reachByUnit(db: Readable, own: number, question: FigureQuestion) {
  const meant = asked(db, own, question);
  const types = typesOf(meant);
  const { office, asOf, scope } = meant;
  const reach = reachOfUnits(
    db,
    office,
    asOf,
    types.map(({ type }) => type),
    scope,
  );
  const rowOf = rowsOfTree(meant, question);
  const parts = Map.groupBy(reach, ([unit]) => rowOf.rowOfUnit(unit));
  const rows = rowOf.rows.flatMap(({ key, shown }) => {
    const found = parts.get(key)?.map(([, one]) => one) ?? [];
    const sum = (of: (one: (typeof found)[number]) => number) => found.reduce((all, one) => all + of(one), 0);
    const people = sum((one) => one.people);
    const reached = types.map(({ type }) => sum((one) => one.reached.get(type) ?? 0));
    return people > 0 ? [{ ...shown, people, reached }] : [];
  });
  return { asOf, types, rows };
}

export function tableByOrganKind(db: Readable, own: number, question: FigureQuestion) {
  const meant = asked(db, own, question);
  const units = [...figuresByUnit(db, meant)];
  const kinds = Map.groupBy(units, ([unit]) => meant.tree.kindOf(unit));
  const order: (OrganKind | null)[] = [...ORGAN_KINDS, null];
  const rows = order
    .filter((organKind) => kinds.has(organKind))
    .map((organKind) => ({ organKind, figures: summedUp(meant, kinds.get(organKind) ?? []) }));
  return tableOf(db, meant, rows, units);
}

/** The campaign's phases, and what is of none of them when there is any. */
export function tableByPhase(db: Readable, own: number, question: FigureQuestion) {
  const meant = asked(db, own, question);
  const within = (phase: string | null) =>
    figuresOf(db, { ...meant, scope: { ...meant.scope, phase: phaseScope(meant.campaign, phase) } });
  const rows = meant.campaign.phases.map(({ id, name }) => ({ phase: id, name, figures: within(id) }));
  const none = { phase: null, name: null, figures: within(null) };
  return {
    ...frameOf(db, meant),
    rows: hasRows(none.figures) ? [...rows, none] : rows,
    total: figuresOf(db, meant),
  };
}

/** A session of several types stands in the row of each. */
export function tableByType(db: Readable, own: number, question: FigureQuestion) {
  const meant = asked(db, own, question);
  const rows = typesOf(meant).map(({ type, required }) => {
    const { figures, ...one } = asked(db, own, { ...question, type });
    return { type, required, figures: figuresOf(db, { ...one, figures }) };
  });
  return { ...frameOf(db, meant), rows, total: figuresOf(db, meant) };
}

function typesOf({ campaign }: FiguresAsked): { type: EducationType; required: boolean }[] {
  const { required, offered } = campaign.educationTypes;
  return [
    ...required.map((type) => ({ type, required: true })),
    ...offered.map((type) => ({ type, required: false })),
  ];
}

/** Key of the row of what is of no unit. */
const NONE = 0;

/** The rows of a table by unit, and in which of them each unit stands. */
function rowsOfTree({ tree }: FiguresAsked, { unit, below = true }: FigureQuestion) {
  const shownOf = (one: TreeUnit, counted: boolean): UnitRow => {
    const hasUnits = tree.childrenOf(one.pk).some(({ deleted }) => deleted === 0);
    return { id: one.id, name: one.name, below: counted, hasUnits: counted && hasUnits };
  };
  const top = unit ? tree.named(unit) : null;
  const children = unit === null || !below ? [] : tree.childrenOf(top?.pk ?? null);
  const keys = new Set([...children.map(({ pk }) => pk), ...(top ? [top.pk] : [])]);
  const none = { id: null, name: null, below: false, hasUnits: false };
  return {
    rows: [
      ...(top ? [{ key: top.pk, shown: shownOf(top, false), isThere: true }] : []),
      ...children.map((one) => ({ key: one.pk, shown: shownOf(one, true), isThere: one.deleted === 0 })),
      { key: NONE, shown: none, isThere: false },
    ],
    rowOfUnit: (pk: number) => tree.climb(pk).find((one) => keys.has(one.pk))?.pk ?? NONE,
  };
}

type UnitRates = readonly (readonly [unit: number, rates: Rates])[];

function summedUp({ figures }: FiguresAsked, units: UnitRates): Rates {
  return sumFigures(
    figures,
    units.map(([, rates]) => rates),
  );
}

function tableOf<Row>(db: Readable, meant: FiguresAsked, rows: readonly Row[], units: UnitRates) {
  return { ...frameOf(db, meant), rows, total: summedUp(meant, units) };
}

function frameOf(db: Readable, meant: FiguresAsked) {
  return { asOf: meant.asOf, sessionsUnderCorrection: underCorrection(db, meant) };
}

/** Figures that count people have all of E in every row. */
function hasRows(rates: Rates): boolean {
  return Object.entries(rates).some(
    ([id, rate]) => FIGURE_RULES[id as keyof typeof FIGURE_RULES].counts !== 'people' && rate.denominator > 0,
  );
}
