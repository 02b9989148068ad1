import { create } from 'zustand';
import { nextPaperNumber } from '../../../shared/rules/paper-numbers.ts';
import { useSession } from '../../state/session.ts';

export interface Paper {
  readonly paperNumber: string | null;
  readonly filedOn: string | null;
}

/** The last paper entered, by account and round, for as long as the program runs: the next follows it. */
const useLastPapers = create<{ readonly papers: Readonly<Record<string, Paper>> }>(() => ({ papers: {} }));

export function useLastPaper(round: string) {
  const account = useSession((session) => session.identity?.account?.id ?? '');
  const key = `${account} ${round}`;
  const last = useLastPapers((state) => state.papers[key]);
  return {
    next: { paperNumber: nextPaperNumber(last?.paperNumber ?? ''), filedOn: last?.filedOn ?? null },
    remember: (paper: Paper) =>
      useLastPapers.setState(({ papers }) => ({ papers: { ...papers, [key]: paper } })),
  };
}
