import { Button } from 'antd';
import { useMemo, useState } from 'react';
import type { Mark } from '../../../shared/vocabulary/words.ts';
import { pasteText } from '../../text/attendance-page.ts';
import { nameOf } from '../../text/study-page.ts';
import { type Column, DataTable } from '../../ui/data-table.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { IdentitySum } from '../../ui/identity-sum.tsx';
import { Key } from '../../ui/page.tsx';
import { MarkMeaning, meaningSet } from './mark-meaning.tsx';
import { MarkSign } from './mark-sign.tsx';
import {
  comparePaste,
  type PastedBlock,
  type PasteOutcome,
  type PasteRow,
  unexplained,
} from './pasted-marks.ts';
import type { AttendanceRow } from './study-queries.ts';

const OUTCOMES: readonly PasteOutcome[] = ['changed', 'unchanged', 'held', 'skipped'];
const TONES = { held: 'warn' } as const;

interface PasteDialogProps {
  readonly block: PastedBlock;
  readonly rows: readonly AttendanceRow[];
  readonly from: number;
  readonly where: string;
  readonly may: (mark: Mark) => boolean;
  readonly onApply: (changed: readonly PasteRow[]) => void;
  readonly onClose: () => void;
}

/** What was pasted beside what stands on the sheet, row by row, before anything is written. */
export function PasteDialog({ block, rows, from, where, may, onApply, onClose }: PasteDialogProps) {
  const [meanings, setMeanings] = useState<Readonly<Record<string, Mark>>>({});
  const [outcome, setOutcome] = useState<PasteOutcome | null>(null);
  const compared = comparePaste(block, rows, { from, meanings, may });
  const texts = useMemo(() => unexplained(compared), [compared]);
  const counts = Map.groupBy(compared, (row) => row.outcome);
  const countOf = (one: PasteOutcome) => counts.get(one)?.length ?? 0;
  const shown = outcome ? (counts.get(outcome) ?? []) : compared;
  const changes = counts.get('changed') ?? [];
  const apply = () => changes.length > 0 && onApply(changes);

  return (
    <Dialog
      title={pasteText.title}
      wide
      onClose={onClose}
      onSubmit={apply}
      foot={
        <>
          <span className="secondary session-note">{pasteText.heldNote}</span>
          <Button onClick={onClose}>{pasteText.cancel}</Button>
          <Button type="primary" htmlType="submit" disabled={changes.length === 0}>
            {changes.length > 0 ? pasteText.apply(changes.length) : pasteText.nothing} <Key>Ctrl+Enter</Key>
          </Button>
        </>
      }
    >
      <p className="secondary">{block.by === 'name' ? pasteText.byName : pasteText.byOrder(where)}</p>
      <IdentitySum
        whole={{ title: pasteText.read, value: compared.length }}
        terms={OUTCOMES.map((id) => ({
          id,
          title: pasteText.outcomes[id],
          value: countOf(id),
          tone: id === 'held' ? TONES.held : undefined,
        }))}
        chosen={outcome}
        onChoose={(id) => setOutcome(OUTCOMES.find((one) => one === id) ?? null)}
      />
      {texts.size > 0 && (
        <div className="paste-meanings">
          {[...texts].map(([text, count]) => (
            <MarkMeaning
              key={text}
              {...{ text, count, may }}
              value={meanings[text]}
              onChange={(one, mark) => setMeanings(meaningSet(meanings, one, mark))}
            />
          ))}
        </div>
      )}
      <div className="paste-rows">
        <DataTable
          id="pastedMarks"
          label={pasteText.label}
          columns={COLUMNS}
          total={shown.length}
          row={(at) => shown[at]}
          rowKey={({ line, text }) => `${line} ${text}`}
        />
      </div>
    </Dialog>
  );
}

const { columns } = pasteText;

const COLUMNS: readonly Column<PasteRow>[] = [
  { id: 'line', title: columns.line, width: 48, align: 'number', cell: ({ line }) => line },
  {
    id: 'pasted',
    title: columns.pasted,
    width: 200,
    cell: ({ name, text }) => [name, text].filter(Boolean).join(' ') || '—',
  },
  {
    id: 'person',
    title: columns.person,
    width: 210,
    cell: ({ row }) => (row ? `${nameOf(row)} · ${row.unitName}` : '—'),
  },
  {
    id: 'mark',
    title: columns.mark,
    width: 150,
    cell: ({ row, after, outcome }) =>
      after && (
        <>
          <MarkSign mark={after.mark} />{' '}
          {row && outcome === 'changed' && <span className="secondary">{pasteText.was(row.mark)}</span>}
        </>
      ),
  },
  {
    id: 'note',
    title: columns.note,
    cell: ({ doubt, after, outcome }) =>
      doubt ? pasteText.doubts[doubt] : (after?.reason ?? pasteText.outcomes[outcome]),
  },
];
