import type { CalendarDate } from '../../shared/vocabulary/dates.ts';
import { ensure } from '../../shared/vocabulary/refusal.ts';
import { takeBackEvaluation } from '../registers/evaluation/evaluation-return.ts';
import type { Write } from '../store/handles.ts';
import type { RowFate } from '../store/received-rows.ts';
import { insertRow, updateRow } from '../store/rows.ts';
import { type OwnWords, wordsOfOurs } from './feedback-echo-documents.ts';
import { ownFeedback } from './feedback-echo-sql.ts';
import { type EchoRecord, FEEDBACK_ECHO } from './feedback-echo-tables.ts';
import { type FeedbackRecord, saidColumns } from './feedback-tables.ts';
import { takeBackTemplate } from './templates.ts';

export interface TakenBack {
  /** Of each row of the table. */
  readonly fates: readonly RowFate[];
  /** Rows of feedback that stand again. */
  readonly regained: number;
}

/**
 * At the group: takes back what it once said to an office and has lost since, from documents that it signed itself. A
 * document that it did not sign, or not for this office, changes nothing: its own key may be among what was lost.
 * @param office surrogate of the office that gives back
 * @throws Refusal `bundle_row_invalid` for parts that do not belong together
 */
export function takeBackWords(write: Write, office: number, rows: readonly EchoRecord[]): TakenBack {
  if (rows.length === 0) return { fates: [], regained: 0 };
  const documents = [...Map.groupBy(rows, ({ bundle }) => bundle)].flatMap(([bundle, parts]) => {
    const words = wordsOfOurs(write, office, joined(parts));
    return words ? [{ bundle, words }] : [];
  });
  const inOrder = documents.toSorted((one, other) => one.words.place.localeCompare(other.words.place));
  // of what is told more than once, the last word counts
  const known = {
    evaluations: new Map(inOrder.flatMap(({ words }) => [...words.evaluations])),
    templates: new Map(inOrder.flatMap(({ words }) => [...words.templates])),
  };
  const back = inOrder.flatMap(({ bundle, words }) =>
    words.feedback.filter((row) => takeBack(write, office, row, known)).map(({ id }) => ({ bundle, id })),
  );
  if (back.length > 0) write.record({ takenBack: back.map(({ id }) => id) });
  const brought = new Set(back.map(({ bundle }) => bundle));
  return {
    fates: rows.map(({ bundle }) => (brought.has(bundle) ? 'added' : 'unchanged')),
    regained: back.length,
  };
}

function joined(parts: readonly EchoRecord[]): Uint8Array {
  const whole = parts.every(({ part }, place) => part === place);
  ensure(whole, 'bundle_row_invalid', { register: FEEDBACK_ECHO, column: 'part' });
  return Buffer.from(parts.map(({ content }) => content).join(''), 'base64');
}

type Known = Pick<OwnWords, 'evaluations' | 'templates'>;

/** @returns whether it stands again */
function takeBack(write: Write, office: number, row: FeedbackRecord, known: Known): boolean {
  const held = ownFeedback(write, write.office, row.id);
  // a draft that was thrown away since had left all the same
  if (held && (held.state !== 'draft' || held.target !== office)) return false;
  if (!takeBackSubject(write, office, row, known)) return false;
  const columns = { ...saidColumns(row), state: 'released', released_on: row.on, deleted: 0 };
  if (held) updateRow(write, 'feedback', held.pk, columns);
  else insertRow(write, 'feedback', row.id, { target: office, ...columns, drafted_by: 0 });
  return true;
}

/** What a row announces or hands down stands with it, or the row does not. */
function takeBackSubject(write: Write, office: number, row: FeedbackRecord, known: Known): boolean {
  const { kind, subject, reason } = row;
  if (kind === 'template') return takeBackTemplate(write, subject ?? '', known.templates.get(subject ?? ''));
  if (kind !== 'evaluation') return true;
  const on: CalendarDate = row.on ?? write.today;
  return takeBackEvaluation(write, office, {
    id: subject ?? '',
    said: known.evaluations.get(subject ?? ''),
    on,
    reason,
  });
}
