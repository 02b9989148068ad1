import { createContext, useContext } from 'react';
import { useIdentity } from '../../state/session.ts';

/** The office whose phase is evaluated, where it is another one: a group's, or that of closed books. */
export interface EvaluatedOffice {
  readonly id: string;
  /** The last day that its data reach; null: none have arrived. */
  readonly dataUntil: string | null;
}

export const EvaluatedOfficeContext = createContext<EvaluatedOffice | null>(null);

/** Null: the own office. */
export function useEvaluatedOffice(): EvaluatedOffice | null {
  return useContext(EvaluatedOfficeContext);
}

/** A group freezes what leaves it; at an office freezing takes effect at once. */
export function useIsGroup(): boolean {
  return useIdentity().role === 'group';
}
