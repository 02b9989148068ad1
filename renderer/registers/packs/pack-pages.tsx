import type { ComponentType } from 'react';
import type { PackKind } from '../../../shared/vocabulary/pack-words.ts';
import { RoundChoice } from './round-choice.tsx';
import { SessionChoice } from './session-choice.tsx';

export interface OccasionChoiceProps {
  readonly occasion: string | undefined;
  readonly onChange: (occasion: string | undefined) => void;
}

interface PackPage {
  /** The room whose list the packs are of. */
  readonly room: '/personnel' | '/study' | '/self-inspection';
  /** Null: packs of the kind are given out for nothing but their unit. */
  readonly Occasion: ComponentType<OccasionChoiceProps> | null;
}

/** What is particular about each kind here; its words stand in text/packs-page.ts, its answers in pack-options.ts. */
export const PACK_PAGES: Readonly<Record<PackKind, PackPage>> = {
  roster: { room: '/personnel', Occasion: null },
  signIn: { room: '/study', Occasion: SessionChoice },
  selfInspection: { room: '/self-inspection', Occasion: RoundChoice },
};
