import { useQuery } from '@tanstack/react-query';
import { filingsText } from '../../text/self-inspection-page.ts';
import { IdentitySum } from '../../ui/identity-sum.tsx';
import { stateWord } from './filing-signs.tsx';
import { type ChangeSearch, LISTED_STATES, type ListedState } from './room-search.ts';
import { RoundPapers } from './round-papers.tsx';
import { selfInspectionQueries } from './self-inspection-queries.ts';

const TONES: Readonly<Partial<Record<ListedState, 'danger' | 'warn'>>> = { due: 'warn', returned: 'danger' };

interface CoverageStripProps {
  readonly round: string;
  readonly state: ListedState | undefined;
  readonly change: ChangeSearch;
  /** Whose round it is, where a group reads it. */
  readonly office?: string;
  /** Opens the list of who still owes a form; absent at a group, which knows no names. */
  readonly onRemind?: () => void;
}

/** 应填＝待填报＋已填报＋已审核＋归档＋退回补充, each term a filter; then the share of those who filed. */
export function CoverageStrip({ round, state, change, office, onRemind }: CoverageStripProps) {
  const { data } = useQuery(selfInspectionQueries.coverage(round));
  if (!data) return <div className="toolbar">{filingsText.loading}</div>;
  const { whole, figure } = data;
  const isOwed = whole.due + whole.returned > 0;
  const terms = LISTED_STATES.map((id) => ({
    id,
    title: stateWord(id),
    value: whole[id],
    tone: TONES[id],
  }));
  return (
    <div className="toolbar self-inspection-strip">
      <IdentitySum
        whole={{ title: filingsText.expected, value: whole.expected }}
        terms={terms}
        chosen={state ?? null}
        onChoose={(id) => change({ state: LISTED_STATES.find((one) => one === id), matter: undefined })}
      />
      <span className="sum self-inspection-rate">
        {filingsText.coverage} <b>{figure.text}</b>
        <span className="secondary">
          {figure.numerator}/{figure.denominator}
        </span>
      </span>
      <RoundPapers round={round} {...(office && { office })} onRemind={isOwed ? onRemind : undefined} />
    </div>
  );
}
