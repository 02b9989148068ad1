import { levelsAt, writersOf } from '../../../shared/rules/evaluation-moves.ts';
import { nextRound } from '../../../shared/rules/evaluation-rounds.ts';
import { printRate, type Rate } from '../../../shared/rules/rates.ts';
import type { CalendarDate } from '../../../shared/vocabulary/dates.ts';
import type { EvaluationOrigin } from '../../../shared/vocabulary/evaluation-words.ts';
import { FIGURE_IDS, type FigureId } from '../../../shared/vocabulary/words.ts';
import type { Readable } from '../../store/handles.ts';
import { isClosedBook, OWN_OFFICE } from '../../store/office-sql.ts';
import type { Asking } from '../actor.ts';
import { historyOf } from '../moves-log.ts';
import type { EvaluationDesk } from './evaluation-desk.ts';
import { type Indicator, indicatorsOf, type Phase, phasesOf, requirePhase } from './evaluation-lists.ts';
import { offered } from './evaluation-moves.ts';
import { filterOf, shownOrder } from './evaluation-orders.ts';
import { countOrders, listOrders, openByPhase } from './evaluation-orders-sql.ts';
import {
  countByPhase,
  countGroupEvaluations,
  type EvaluationRow,
  evaluatedOffice,
  evaluationsOf,
  type GroupFilter,
  groupEvaluations,
  type LineRow,
  linesOfPhase,
} from './evaluation-sql.ts';

/** Every level and round of a phase beside each other, with today's figures. @throws Refusal `phase_unknown` */
export function sheet(
  db: Readable,
  desk: EvaluationDesk,
  { office, today }: Omit<Asking, 'actor'>,
  asked: string | undefined,
) {
  const phases = phasesOf(db, office);
  const phase = asked === undefined ? phaseOfDay(phases, today) : requirePhase(db, office, asked).id;
  const rows = evaluationsOf(db, office, phase);
  const lines = linesOfPhase(db, office, phase);
  const orders = listOrders(db, filterOf(office, { phase }), ALL).rows;
  const figures = remembered((day) => desk.figuresOn(office, day));
  return {
    ...{ today, phase, phases: shownPhases(db, office, phases) },
    lists: shownLists([...indicatorsOf(db, office, phase), ...lines.flatMap(asIndicator)]),
    live: figures(today),
    evaluations: rows.map((row) => ({
      ...shownEvaluation(db, desk, row),
      lines: linesShown(db, row, lines, figures),
      orders: orders.filter(({ evaluation }) => evaluation === row.pk).map((one) => shownOrder(one, today)),
    })),
    next: evaluates(db, desk, office) ? levelsAt(desk.at).map((level) => nextFor(rows, desk, level)) : [],
  };
}

/** An office evaluates itself, a group others; closed books nobody. */
function evaluates(db: Readable, { at }: EvaluationDesk, office: number): boolean {
  return !isClosedBook(db, office) && (office === OWN_OFFICE) === (at === 'office');
}

/** What the own office, a group, found of its offices. */
export function evaluationsOfGroup(
  db: Readable,
  filter: GroupFilter,
  page: { readonly offset: number; readonly limit: number },
) {
  const evaluations = groupEvaluations(db, filter, page).map((row) => ({
    ...{ id: row.id, office: row.target_id, officeName: row.target_name, phase: row.phase },
    phaseName: phasesOf(db, evaluatedOffice(row)).find(({ id }) => id === row.phase)?.name ?? row.phase,
    ...{ round: row.round, level: row.level, state: row.state },
    ...{ evaluatedOn: row.evaluated_on, verdict: row.verdict },
    openOrders: countOrders(db, filterOf(evaluatedOffice(row), { evaluation: row.pk, state: 'open' })),
  }));
  return { total: countGroupEvaluations(db, filter), evaluations };
}

/** Drafts that a group's leader has to freeze before they leave. */
export function draftsOfGroup(db: Readable) {
  const count = countGroupEvaluations(db, { state: 'draft' });
  return [{ kind: 'evaluationDraft', whose: 'group', count }] as const;
}

/** A phase has some dozens of orders. */
const ALL = { offset: 0, limit: 500 };

function phaseOfDay(phases: readonly Phase[], day: CalendarDate): string {
  return (phases.findLast(({ beginsOn }) => beginsOn <= day) ?? phases[0])?.id ?? '';
}

function shownPhases(db: Readable, office: number, phases: readonly Phase[]) {
  const evaluations = countByPhase(db, office);
  const open = openByPhase(db, office);
  return phases.map(({ id, name, beginsOn, endsOn }) => ({
    ...{ id, name, beginsOn, endsOn },
    evaluations: evaluations.get(id) ?? 0,
    openOrders: open.get(id) ?? 0,
  }));
}

/** What the campaign has now, and what stands only in evaluations made under an earlier list. */
function shownLists(indicators: readonly Indicator[]) {
  const distinct = [...new Map([...indicators].reverse().map((one) => [one.id, one])).values()].reverse();
  const lists = new Map(distinct.map(({ list, listName }) => [list, listName]));
  return [...lists].map(([id, name]) => ({
    ...{ id, name },
    indicators: distinct
      .filter(({ list }) => list === id)
      .map(({ id: indicator, name: called, figure, evidence }) => ({
        ...{ id: indicator, name: called, figure, evidence },
      })),
  }));
}

function asIndicator(line: LineRow): Indicator[] {
  const { indicator: id, name, figure, list, list_name: listName, place } = line;
  return [{ ...{ id, name, figure, list, listName, place }, evidence: false }];
}

function shownEvaluation(db: Readable, desk: EvaluationDesk, row: EvaluationRow) {
  const writers = writersOf(row.level, desk.at);
  const isOpen = row.office === OWN_OFFICE && evaluates(db, desk, evaluatedOffice(row));
  return {
    ...{ id: row.id, rev: row.rev, phase: row.phase, round: row.round, level: row.level, state: row.state },
    ...{ evaluatedOn: row.evaluated_on, asOf: row.as_of, by: row.by, documentNumber: row.document_number },
    ...{ verdict: row.verdict, deadline: row.deadline, remark: row.remark },
    moves: historyOf(db, 'evaluation', row.pk),
    allowed: isOpen ? offered(db, desk, row) : [],
    origin: originOf(row),
    mine: isOpen && row.state === 'draft' && desk.actor.roles.some((role) => writers.includes(role)),
  };
}

function originOf({ office, target }: EvaluationRow): EvaluationOrigin {
  if (office === OWN_OFFICE) return 'here';
  return target === null ? 'office' : 'group';
}

/** Of a frozen evaluation what stands in it; of a draft what would: figures as of its day, texts as written. */
function linesShown(
  db: Readable,
  row: EvaluationRow,
  lines: readonly LineRow[],
  figures: ReturnType<typeof remembered>,
) {
  const kept = lines.filter(({ evaluation }) => evaluation === row.pk).map(keptLine);
  if (row.state !== 'draft') return kept;
  const live = figures(row.as_of);
  return indicatorsOf(db, evaluatedOffice(row), row.phase).flatMap(({ id, name, figure, list, listName }) => {
    if (name === null) return [];
    const written = kept.find(({ indicator }) => indicator === id);
    const value = figure === null ? null : (live[figure] ?? null);
    const { text = null, evidenceNumber = null } = written ?? {};
    return [{ indicator: id, ...{ list, listName, name, figure, value, text, evidenceNumber } }];
  });
}

function keptLine(line: LineRow) {
  const { numerator, denominator } = line;
  return {
    ...{ indicator: line.indicator, list: line.list, listName: line.list_name },
    ...{ name: line.name, figure: line.figure },
    value: numerator === null || denominator === null ? null : printed({ numerator, denominator }),
    ...{ text: line.text, evidenceNumber: line.evidence_number },
  };
}

function nextFor(
  rows: readonly EvaluationRow[],
  { actor, at }: EvaluationDesk,
  level: EvaluationRow['level'],
) {
  const next = nextRound(rows, level);
  const may = actor.roles.some((role) => writersOf(level, at).includes(role));
  return { level, round: next.round, why: next.why ?? (may ? null : 'not_allowed') };
}

type Printed = Partial<Record<FigureId, Rate & { readonly text: string }>>;

/** Figures of a day are asked for once. */
function remembered(figuresOn: (day: CalendarDate) => ReturnType<EvaluationDesk['figuresOn']>) {
  const known = new Map<CalendarDate, Printed>();
  return (day: CalendarDate): Printed => {
    const before = known.get(day);
    if (before) return before;
    const rates = figuresOn(day);
    const now: Printed = {};
    for (const id of FIGURE_IDS) {
      const rate = rates[id];
      if (rate) now[id] = printed(rate);
    }
    known.set(day, now);
    return now;
  };
}

function printed(rate: Rate) {
  return { ...rate, text: printRate(rate) };
}
