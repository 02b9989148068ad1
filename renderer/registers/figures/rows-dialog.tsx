import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import { FIGURE_RULES } from '../../../shared/rules/figures.ts';
import { FIGURE_PARTS, type FigureId, type FigurePart } from '../../../shared/vocabulary/words.ts';
import { usePagedRows } from '../../state/paged-rows.ts';
import { refusalOf } from '../../state/refusals.ts';
import { figureTexts } from '../../text/figures.ts';
import { figureRowsText as text } from '../../text/figures-page.ts';
import { DataTable } from '../../ui/data-table.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { ErrorNotice } from '../../ui/notices.tsx';
import { Empty } from '../../ui/page.tsx';
import { Tabs } from '../../ui/tabs.tsx';
import type { Question } from './figure-question.ts';
import { columnsOf, keyOf, placeOf } from './figure-row-columns.tsx';
import { figuresQueries } from './figures-queries.ts';
import { filterInWords, type RowNames } from './row-names.ts';

/** A number of which the rows are asked for. */
export interface Opened {
  readonly question: Question;
  readonly figure: FigureId;
  readonly part: FigurePart;
}

interface RowsDialogProps extends Opened {
  readonly names: RowNames;
  readonly onClose: () => void;
}

/** The rows that a number counts, as many as it says; and those of the other part beside it. */
export function RowsDialog({ question, figure, part: first, names, onClose }: RowsDialogProps) {
  const [part, setPart] = useState(first);
  const navigate = useNavigate();
  const { key, ask } = figuresQueries.rows(question, figure, part);
  const rows = usePagedRows(key, ask);
  const sums = useQuery(figuresQueries.asOf(question)).data?.figures[figure];
  const counts: Partial<Record<FigurePart, number>> = sums
    ? { ...sums, rest: sums.denominator - sums.numerator }
    : {};
  return (
    <Dialog
      wide
      title={text.title(figureTexts[figure].name, question.asOf)}
      onClose={onClose}
      foot={
        <>
          <span className="secondary figures-rows-foot">{text.open}</span>
          <Button onClick={onClose}>{text.close}</Button>
        </>
      }
    >
      <p className="secondary">
        {[filterInWords(question, names), figureTexts[figure].definition].filter(Boolean).join('。')}
      </p>
      <Tabs
        label={text.choose}
        tabs={FIGURE_PARTS.map((id) => ({ id, title: text.parts[id], count: counts[id] }))}
        chosen={part}
        onChoose={setPart}
      />
      {rows.error !== null && rows.error !== undefined && <ErrorNotice refusal={refusalOf(rows.error)} />}
      <div className="figures-rows-table">
        <DataTable
          label={text.label}
          columns={columnsOf(figure, names)}
          total={rows.total}
          row={rows.row}
          rowKey={keyOf}
          onShow={rows.show}
          onOpen={(row) => void navigate(placeOf(row))}
          empty={rows.isLoading ? null : <Empty>{text.empty}</Empty>}
        />
      </div>
      <p className="secondary">{text.part(part, rows.total, FIGURE_RULES[figure].counts)}</p>
    </Dialog>
  );
}
