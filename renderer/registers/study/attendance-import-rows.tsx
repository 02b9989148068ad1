import { Button, Select } from 'antd';
import { useMemo } from 'react';
import type { RowOutcome } from '../../../shared/vocabulary/import-outcomes.ts';
import { MARKS, type Mark } from '../../../shared/vocabulary/words.ts';
import { attendanceImportText as text } from '../../text/attendance-page.ts';
import { rowReasonSentences } from '../../text/outcomes.ts';
import { markWords } from '../../text/words.ts';
import { type Column, DataTable } from '../../ui/data-table.tsx';
import { OutcomeSign } from '../../ui/outcome-sign.tsx';
import { Empty } from '../../ui/page.tsx';
import { type Decision, rowsOf, type SheetReport, type SheetRow } from './attendance-import.ts';
import { MarkSign } from './mark-sign.tsx';

interface AttendanceImportRowsProps {
  readonly report: SheetReport;
  readonly outcome: RowOutcome | null;
  readonly may: (mark: Mark) => boolean;
  readonly onDecide: (decision: Decision) => void;
}

/** The places that one term of the sum counts, in the order of the file; a held one is decided in its line. */
export function AttendanceImportRows({ report, outcome, may, onDecide }: AttendanceImportRowsProps) {
  const rows = useMemo(() => rowsOf(report, outcome), [report, outcome]);
  const columns = useMemo(() => columnsOf(may, onDecide), [may, onDecide]);
  return (
    <div className="paste-rows">
      <DataTable
        id="signInRows"
        label={text.rows}
        columns={columns}
        total={rows.length}
        row={(at) => rows[at]}
        rowKey={({ line, block }) => `${line} ${block}`}
        empty={<Empty>{text.nothingHere}</Empty>}
      />
    </div>
  );
}

function columnsOf(
  may: (mark: Mark) => boolean,
  onDecide: (decision: Decision) => void,
): readonly Column<SheetRow>[] {
  const titles = text.columns;
  return [
    { id: 'line', title: titles.line, width: 48, align: 'number', cell: ({ line }) => line },
    {
      id: 'outcome',
      title: titles.outcome,
      width: 72,
      cell: ({ outcome }) => <OutcomeSign outcome={outcome} />,
    },
    { id: 'name', title: titles.name, width: 84, cell: ({ name }) => name || text.blank },
    { id: 'cell', title: titles.cell, width: 84, cell: ({ cell }) => cell || text.blank },
    { id: 'mark', title: titles.mark, width: 130, cell: change },
    {
      id: 'decide',
      title: titles.decide,
      width: 300,
      cell: (row) => row.outcome === 'held' && <Answers {...{ row, may, onDecide }} />,
    },
    { id: 'reason', title: titles.reason, cell: why },
  ];
}

function change({ before, after }: SheetRow) {
  if (!after) return null;
  return (
    <>
      <MarkSign mark={after.mark} />{' '}
      {before && before.mark !== after.mark && <span className="secondary">{text.was(before.mark)}</span>}
    </>
  );
}

function why({ reason, after }: SheetRow) {
  const said = reason ? rowReasonSentences[reason] : (after?.reason ?? '');
  return <span title={said}>{said}</span>;
}

interface AnswersProps {
  readonly row: SheetRow;
  readonly may: (mark: Mark) => boolean;
  readonly onDecide: (decision: Decision) => void;
}

/** Whom it means, which mark it is, or that it stays out: nothing is guessed. */
function Answers({ row, may, onDecide }: AnswersProps) {
  const place = { line: row.line, block: row.block };
  const marks = MARKS.filter((mark): mark is Exclude<Mark, 'leave'> => mark !== 'leave' && may(mark));
  return (
    <span className="import-answers">
      {row.candidates && (
        <Select
          size="small"
          aria-label={text.whoIs(row.name ?? '', row.line)}
          placeholder={text.who}
          value={row.person}
          onChange={(person) => person && onDecide({ ...place, person })}
          options={row.candidates.map(({ person, name, unitName, disambiguator }) => ({
            value: person,
            label: text.candidate(name, unitName, disambiguator),
          }))}
        />
      )}
      {row.person && (
        <Select
          size="small"
          aria-label={text.whichMark(row.name ?? '', row.line)}
          placeholder={text.mark}
          value={null}
          onChange={(mark: Exclude<Mark, 'leave'> | null) => mark && onDecide({ ...place, mark })}
          options={marks.map((mark) => ({ value: mark, label: markWords[mark] }))}
        />
      )}
      <Button size="small" onClick={() => onDecide({ ...place, skip: true })}>
        {text.skip}
      </Button>
    </span>
  );
}
