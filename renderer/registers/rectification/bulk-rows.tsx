import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { ItemSource, ItemState } from '../../../shared/vocabulary/words.ts';
import { bulkText as text } from '../../text/rectification-bulk.ts';
import { ledgerText } from '../../text/rectification-page.ts';
import { itemSourceWords, itemStateWords } from '../../text/words.ts';
import { type Column, DataTable } from '../../ui/data-table.tsx';
import { Tabs } from '../../ui/tabs.tsx';
import type { LeftOut, PlannedChange, PlannedRow } from './bulk-plan.ts';
import { becauseOf } from './move-reasons.ts';
import { rectificationQueries } from './rectification-queries.ts';
import { useCategoryName } from './use-category-name.ts';

interface BulkRowsProps {
  readonly plan: readonly PlannedRow[];
  /** Rows that the core refused, with its sentence. */
  readonly aside: ReadonlyMap<string, string>;
}

type Shown = 'changes' | 'stays';

/** Row by row: what changes from what to what, and why the others stay. */
export function BulkRows({ plan, aside }: BulkRowsProps) {
  const [asked, setAsked] = useState<Shown | null>(null);
  const said = useChangeWords();
  const stays = plan.filter(({ row, why }) => why !== null || aside.has(row.id));
  const changes = plan.filter((one) => !stays.includes(one));
  const shown = asked ?? (changes.length > 0 ? 'changes' : 'stays');
  const rows = shown === 'changes' ? changes : stays;
  return (
    <div>
      <Tabs
        label={text.show}
        tabs={[
          { id: 'changes', title: text.willChange(changes.length) },
          { id: 'stays', title: text.stays(stays.length) },
        ]}
        chosen={shown}
        onChoose={setAsked}
      />
      <div className="rectification-bulk-rows">
        <DataTable
          key={shown}
          label={text.listed[shown]}
          columns={[...COLUMNS, shown === 'changes' ? changeColumn(said) : whyColumn(aside)]}
          total={rows.length}
          row={(at) => rows[at]}
          rowKey={({ row }) => row.id}
        />
      </div>
    </div>
  );
}

const COLUMNS: readonly Column<PlannedRow>[] = [
  {
    id: 'number',
    title: text.columns.number,
    width: 80,
    cell: ({ row }) => row.number ?? ledgerText.numberless,
  },
  {
    id: 'problem',
    title: text.columns.problem,
    width: 280,
    cell: ({ row }) => <span title={row.problem}>{row.problem || ledgerText.problemBlank}</span>,
  },
];

function changeColumn(said: (change: PlannedChange) => string): Column<PlannedRow> {
  return {
    id: 'change',
    title: text.columns.change,
    cell: ({ changes }) => {
      const sentence = changes.map(said).join('；');
      return <span title={sentence}>{sentence}</span>;
    },
  };
}

function whyColumn(aside: ReadonlyMap<string, string>): Column<PlannedRow> {
  return {
    id: 'why',
    title: text.columns.why,
    cell: ({ row, why }) => {
      const sentence = aside.get(row.id) ?? (why ? sayWhy(why, row.source) : '');
      return <span title={sentence}>{sentence}</span>;
    },
  };
}

function sayWhy(why: LeftOut, source: ItemSource): string {
  if (why.kind === 'same') return text.why.same;
  if (why.kind === 'state') return text.why.state(why.state);
  if (why.kind === 'fixed') return text.why.fixed(why.fields);
  return becauseOf({ why: why.code, missing: why.missing, needs: why.needs, moves: [] }, source);
}

/** A change as it is read: names in place of ids. */
function useChangeWords(): (change: PlannedChange) => string {
  const categoryName = useCategoryName();
  const units = useQuery(rectificationQueries.units(undefined)).data ?? [];
  return ({ field, before, after }) => {
    if (field === 'state' && after === null) return word(field, before);
    return text.changeOf(text.fields[field], word(field, before), word(field, after));
  };

  function word(field: PlannedChange['field'], value: string | null): string {
    if (!value) return text.blank;
    if (field === 'source') return itemSourceWords[value as ItemSource];
    if (field === 'state') return itemStateWords[value as ItemState];
    if (field === 'category') return categoryName(value);
    if (field === 'unit') return units.find(({ id }) => id === value)?.name ?? value;
    if (field === 'dueOn' || field === 'extendedDueOn') return text.day(value);
    return value;
  }
}
