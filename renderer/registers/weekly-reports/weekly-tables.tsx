import { addDays, calendarDate } from '../../../shared/vocabulary/dates.ts';
import { figureTexts } from '../../text/figures.ts';
import { weeklyText as text } from '../../text/weekly-page.ts';
import { Panel } from '../../ui/page.tsx';
import { SimpleTable } from '../../ui/simple-table.tsx';
import { categoryLines, countLines, figureLines, type Shown } from './weekly-lines.ts';
import type { WeeklyContent } from './weekly-queries.ts';

interface WeeklyTablesProps {
  readonly week: WeeklyContent;
  /** Last frozen version of the week before. */
  readonly before: WeeklyContent | null;
  /** The frozen version that the shown numbers are held against. */
  readonly was: WeeklyContent | null;
}

/** What a weekly report says, next to the week before. */
export function WeeklyTables({ week, before, was }: WeeklyTablesProps) {
  const monday = calendarDate(week.weekBeginsOn);
  const columns = text.columns;
  const categories = categoryLines(week, was);
  return (
    <div className="weekly-tables">
      <Panel
        title={text.counts}
        note={before ? null : text.beforeMissing}
        foot={<p>{text.definition}</p>}
        className="weekly-counts"
      >
        <SimpleTable
          label={text.counts}
          rows={countLines(week, before, was)}
          rowKey={({ count }) => count}
          columns={[
            { id: 'item', title: columns.item, cell: ({ count }) => nameOf(count) },
            {
              id: 'week',
              title: columns.week,
              width: 68,
              align: 'number',
              cell: (line) => <Value of={line.week} />,
            },
            { id: 'before', title: columns.before, width: 60, align: 'number', cell: (line) => line.before },
            { id: 'change', title: columns.change, width: 56, align: 'number', cell: (line) => line.change },
            {
              id: 'total',
              title: columns.total,
              width: 68,
              align: 'number',
              cell: (line) => <Value of={line.total} />,
            },
          ]}
        />
      </Panel>
      <Panel title={text.figures} note={text.until(week.asOf)} className="weekly-figures">
        <SimpleTable
          label={text.figures}
          rows={figureLines(week, before, was)}
          rowKey={({ figure }) => figure}
          columns={[
            { id: 'figure', title: columns.item, cell: ({ figure }) => figureTexts[figure].name },
            {
              id: 'rate',
              title: columns.rate,
              width: 76,
              align: 'number',
              cell: (line) => <Value of={line.rate} />,
            },
            {
              id: 'parts',
              title: columns.parts,
              width: 88,
              align: 'number',
              cell: (line) => <Value of={line.parts} />,
            },
            {
              id: 'before',
              title: columns.lastWeek,
              width: 68,
              align: 'number',
              cell: (line) => line.before,
            },
          ]}
        />
      </Panel>
      <Panel
        title={text.categories}
        note={text.week(monday, addDays(monday, 6))}
        className="weekly-categories"
      >
        {categories.length === 0 ? (
          <p className="weekly-none">{text.noItems}</p>
        ) : (
          <SimpleTable
            label={text.categories}
            rows={categories}
            rowKey={({ category }) => category ?? ''}
            columns={[
              { id: 'name', title: text.category.name, cell: ({ name }) => name ?? text.noCategory },
              ...(['issuedWeek', 'issuedTotal', 'closedWeek', 'closedTotal'] as const).map((id, at) => ({
                id,
                title: text.category[id],
                width: 96,
                align: 'number' as const,
                cell: ({ numbers }: { readonly numbers: readonly Shown[] }) => <Value of={numbers[at]} />,
              })),
            ]}
          />
        )}
      </Panel>
    </div>
  );
}

/** A number that changed since it was frozen says what it was. */
function Value({ of }: { readonly of: Shown | undefined }) {
  if (!of || of.was === null) return of?.text;
  return (
    <span className="weekly-changed">
      {of.text} <span className="secondary">{text.changedFrom(of.was)}</span>
    </span>
  );
}

function nameOf(count: ReturnType<typeof countLines>[number]['count']): string {
  return count === 'participation' ? text.participation : text.countNames[count];
}
