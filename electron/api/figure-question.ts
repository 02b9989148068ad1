import type { Preset } from '../../shared/contract/preset.ts';
import { saysOf } from '../../shared/rules/figures.ts';
import type { CalendarDate } from '../../shared/vocabulary/dates.ts';
import { type EducationType, FIGURE_IDS, type OrganKind } from '../../shared/vocabulary/words.ts';
import { campaignOffice, campaignOn } from '../registers/campaign/campaign-register.ts';
import type { PhaseScope } from '../registers/figure-scope.ts';
import type { FiguresMeant } from '../registers/figures/office-figures.ts';
import { type UnitTree, unitTree } from '../registers/personnel/unit-tree.ts';
import type { Readable } from '../store/handles.ts';
import { isOfOurs } from '../store/office-sql.ts';
import { officeAsked } from './office-asked.ts';

/** What the figures are asked for, as a page says it. */
export interface FigureQuestion {
  readonly asOf: CalendarDate;
  readonly office?: string | undefined;
  /** Null: what is of no unit. */
  readonly unit?: string | null | undefined;
  /** With all units below it, unless false. */
  readonly below?: boolean | undefined;
  readonly organKind?: OrganKind | undefined;
  /** Null: what is of no phase. */
  readonly phase?: string | null | undefined;
  readonly type?: EducationType | undefined;
  readonly session?: string | undefined;
  readonly round?: string | undefined;
}

/** The same as the registers take it; the figures that say anything of it, in the order in which they are printed. */
export interface FiguresAsked extends FiguresMeant {
  readonly tree: UnitTree;
}

/** @throws Refusal `not_found` for an office or a unit that is not there, `campaign_missing` */
export function asked(db: Readable, own: number, question: FigureQuestion): FiguresAsked {
  const office = officeAsked(db, own, question.office);
  const { asOf, type, session, round } = question;
  const campaign = campaignOn(db, campaignOffice(db, own, office), asOf).content;
  const tree = unitTree(db, office);
  const scope = {
    units: unitsOf(tree, question),
    phase: question.phase === undefined ? null : phaseScope(campaign, question.phase),
    type: type ?? null,
  };
  const figures = FIGURE_IDS.filter((id) => saysOf(id, question))
    .filter((id) => session !== undefined || id !== 'attendanceRate')
    // talks stay at their office: a group has no rows to count
    .filter((id) => id !== 'talkCoverage' || isOfOurs(db, office));
  return { office, asOf, scope, session, round, campaign, tree, figures };
}

export function phaseScope({ phases }: Preset, phase: string | null): PhaseScope {
  const meant = phase === null ? phases : phases.filter(({ id }) => id === phase);
  return {
    ids: meant.map(({ id }) => id),
    spans: meant.map(({ beginsOn, endsOn }) => ({ from: beginsOn, until: endsOn })),
    within: phase !== null,
  };
}

function unitsOf(tree: UnitTree, { unit, below = true, organKind }: FigureQuestion): number[] | null {
  if (unit === undefined && organKind === undefined) return null;
  if (unit === null) return organKind ? [] : [0];
  const top = unit === undefined ? undefined : tree.named(unit).pk;
  return tree.units
    .map(({ pk }) => pk)
    .filter(
      (pk) => top === undefined || pk === top || (below && tree.climb(pk).some((one) => one.pk === top)),
    )
    .filter((pk) => organKind === undefined || tree.kindOf(pk) === organKind);
}
