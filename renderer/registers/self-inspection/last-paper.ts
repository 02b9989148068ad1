import { create } from 'zustand';
import { useSession } from '../../state/session.ts';
import { nextPaperNumber } from './paper-number.ts';

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
    next: { paperNumber: nextPaperNumber(last?.paperNumber ?? null), filedOn: last?.filedOn ?? null },
    remember: (paper: Paper) =>
      useLastPapers.setState(({ papers }) => ({ papers: { ...papers, [key]: paper } })),
  };
}
