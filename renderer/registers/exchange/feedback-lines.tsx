import type { ErrorCode } from '../../../shared/vocabulary/error-codes.ts';
import { feedbackDeskText as text } from '../../text/feedback-desk.ts';
import { notTakenUpSentence } from '../../text/outcomes.ts';
import { remarkFieldWords } from '../../text/remarks.ts';
import { feedbackKindWords, itemStateWords, sessionStateWords } from '../../text/words.ts';
import type { Column } from '../../ui/data-table.tsx';
import { Panel } from '../../ui/page.tsx';
import { type StateShape, StateSign } from '../../ui/signs.tsx';
import { SimpleTable } from '../../ui/simple-table.tsx';
import type { BundleRow } from './exchange-queries.ts';

type Line = BundleRow['feedback'][number];

/** Rows of one bundle that the core tells of. */
const MOST = 500;

/** What the feedback of a rehearsal or an import does, row by row. */
export function FeedbackLines({ bundles }: { readonly bundles: readonly BundleRow[] }) {
  const speaking = bundles.filter(({ feedback }) => feedback.length > 0);
  return speaking.map(({ fileName, sequence, feedback }) => (
    <Panel
      key={fileName}
      className="feedback-lines"
      title={text.rehearsal(sequence)}
      foot={text.rehearsalFoot(feedback.length, feedback.length < MOST)}
    >
      <SimpleTable<Line>
        label={text.rehearsal(sequence)}
        rows={feedback}
        rowKey={({ id }) => id}
        isMarked={({ fate }) => fate === 'notApplicable'}
        columns={COLUMNS}
      />
    </Panel>
  ));
}

const SHAPES: Readonly<Record<Line['fate'], [StateShape, 'ok' | 'danger' | undefined]>> = {
  applied: ['full', 'ok'],
  notApplicable: ['crossed', 'danger'],
  waiting: ['half', undefined],
  unchanged: ['ring', undefined],
};

const COLUMNS: readonly Column<Line>[] = [
  { id: 'kind', title: text.columns.kind, width: 88, cell: ({ kind }) => feedbackKindWords[kind] },
  { id: 'subject', title: text.columns.subject, width: 200, cell: spokenOf },
  { id: 'says', title: text.columns.says, cell: says },
  { id: 'change', title: text.columns.change, width: 200, cell: change },
  { id: 'fate', title: text.columns.fate, width: 240, cell: fate },
];

/** Number or title, and the field where it is about one. */
export function spokenOf({ subjectName, field }: Pick<Line, 'subjectName' | 'field'>) {
  const words = [subjectName ?? text.wholeOffice, field && remarkFieldWords[field]]
    .filter(Boolean)
    .join(' · ');
  return <span title={words}>{words}</span>;
}

function says({ problem, reason }: Line) {
  const words = [problem, reason].filter(Boolean).join('；') || '—';
  return <span title={words}>{words}</span>;
}

function change({ kind, fate: done, before, after }: Line) {
  if (kind === 'remark') return text.remark;
  if (done === 'notApplicable' || done === 'unchanged') return wordOf(kind, after) ?? '—';
  if (kind === 'item') return text.newItem;
  if (kind === 'template') return text.template;
  return text.change(wordOf(kind, before), wordOf(kind, after));
}

/** A state is called as in the room of what is spoken of. */
function wordOf(kind: Line['kind'], state: string | null): string | null {
  const words: Readonly<Record<string, string>> = WORDS[kind] ?? itemStateWords;
  return state === null ? null : (words[state] ?? state);
}

const WORDS: Readonly<Partial<Record<Line['kind'], Readonly<Record<string, string>>>>> = {
  orderRework: sessionStateWords,
  reopenPeriod: text.periodStates,
};

function fate({ fate: done, why }: Line) {
  const [shape, tone] = SHAPES[done];
  const sentence = why ? notTakenUpSentence(why as ErrorCode) : '';
  return (
    <span title={sentence}>
      <StateSign shape={shape} tone={tone}>
        {text.fate(done)}
      </StateSign>{' '}
      {sentence}
    </span>
  );
}
