import type { Preset } from '../../../shared/contract/preset.ts';
import { ensure } from '../../../shared/vocabulary/refusal.ts';
import type { FigureId } from '../../../shared/vocabulary/words.ts';
import type { Readable } from '../../store/handles.ts';
import { OWN_OFFICE } from '../../store/office-sql.ts';
import { campaignOffice, currentCampaign } from '../campaign/campaign-register.ts';

/** An indicator with the list that it stands in; one without a name is a placeholder. */
export interface Indicator {
  readonly id: string;
  readonly name: string | null;
  readonly figure: FigureId | null;
  readonly evidence: boolean;
  readonly list: string;
  readonly listName: string;
  /** Among the indicators of its phase, from 0. */
  readonly place: number;
}

export type NamedIndicator = Indicator & { readonly name: string };

export type Phase = Preset['phases'][number];

/** Phases as the office's campaign has them now. */
export function phasesOf(db: Readable, office: number): readonly Phase[] {
  return contentOf(db, office).phases;
}

/** @throws Refusal `phase_unknown` */
export function requirePhase(db: Readable, office: number, id: string): Phase {
  const phase = phasesOf(db, office).find((one) => one.id === id);
  ensure(phase, 'phase_unknown', { phase: id });
  return phase;
}

/** What a phase is evaluated by, list by list. */
export function indicatorsOf(db: Readable, office: number, phase: string): Indicator[] {
  return contentOf(db, office)
    .evaluation.filter((list) => list.phase === undefined || list.phase === phase)
    .flatMap((list) =>
      list.indicators.map(({ id, name, figure = null, evidence }) => ({
        ...{ id, name, figure, evidence },
        list: list.id,
        listName: list.name,
      })),
    )
    .map((one, place) => ({ ...one, place }));
}

export function namedIndicators(db: Readable, office: number, phase: string): NamedIndicator[] {
  return indicatorsOf(db, office, phase).filter((one): one is NamedIndicator => one.name !== null);
}

function contentOf(db: Readable, office: number): Preset {
  return currentCampaign(db, campaignOffice(db, OWN_OFFICE, office)).content;
}
