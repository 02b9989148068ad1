import { useEffect, useMemo, useRef } from 'react';
import { foldName } from '../../../shared/rules/names.ts';
import type { RowOutcome, RowReason } from '../../../shared/vocabulary/import-outcomes.ts';
import { errorSentence } from '../../text/errors.ts';
import { dayOf } from '../../text/frame.ts';
import { rowReasonSentences } from '../../text/outcomes.ts';
import { filingImportText as text } from '../../text/self-inspection-import.ts';
import { declarationWords } from '../../text/words.ts';
import { type Column, DataTable } from '../../ui/data-table.tsx';
import { OutcomeSign } from '../../ui/outcome-sign.tsx';
import { Empty } from '../../ui/page.tsx';
import type { FilingImport, FilingReport, ImportedRow } from './filing-import.ts';
import { ImportAnswers } from './import-answers.tsx';
import { answersTo } from './import-decisions.ts';
import { useCategoryName } from './use-categories.ts';

interface ImportRowsProps {
  readonly report: FilingReport;
  readonly outcome: RowOutcome | null;
  readonly decide: FilingImport['decide'];
}

/** The rows that one term of the sum counts, in the order of the sheet; a held one is decided in its line. */
export function ImportRows({ report, outcome, decide }: ImportRowsProps) {
  const categoryName = useCategoryName();
  const rows = useMemo(
    () => report.rows.filter((row) => outcome === null || row.outcome === outcome),
    [report, outcome],
  );
  const frame = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (report && document.activeElement === document.body) goOn(frame.current);
  }, [report]);
  return (
    <div className="self-inspection-import-rows" ref={frame}>
      <DataTable
        id="filingImport"
        label={text.rows}
        columns={columnsOf(decide, categoryName, rows)}
        total={rows.length}
        row={(at) => rows[at]}
        rowKey={({ line }) => String(line)}
        empty={<Empty>{text.nothingHere}</Empty>}
      />
    </div>
  );
}

/** The row that was answered went with its controls: the focus stays in the dialog, at the next one in doubt. */
function goOn(frame: HTMLElement | null): void {
  const next = '.self-inspection-import-answers :is(input, button)';
  (frame?.querySelector<HTMLElement>(next) ?? frame?.querySelector<HTMLElement>('.data-table'))?.focus();
}

function columnsOf(
  decide: FilingImport['decide'],
  categoryName: (id: string) => string,
  rows: readonly ImportedRow[],
): readonly Column<ImportedRow>[] {
  const titles = text.columns;
  const hasTwoWays = rows.some((row) => answersTo(row).length > 2);
  return [
    { id: 'line', title: titles.line, width: 44, align: 'number', cell: ({ line }) => line },
    {
      id: 'outcome',
      title: titles.outcome,
      width: 68,
      cell: ({ outcome }) => <OutcomeSign outcome={outcome} />,
    },
    { id: 'name', title: titles.name, width: 76, cell: ({ name }) => name ?? text.blank },
    { id: 'unit', title: titles.unit, width: 96, cell: ({ unit }) => titled(unit ?? '') },
    { id: 'filing', title: titles.filing, width: 168, cell: (row) => titled(saidOf(row, categoryName)) },
    {
      id: 'decide',
      title: titles.decide,
      width: hasTwoWays ? 288 : 204,
      cell: (row) => <ImportAnswers row={row} decide={decide} />,
    },
    { id: 'why', title: titles.why, cell: (row) => titled(whyOf(row)) },
  ];
}

function titled(said: string) {
  return <span title={said}>{said}</span>;
}

function saidOf(
  { filedOn, declared, paperNumber, category }: ImportedRow,
  categoryName: (id: string) => string,
) {
  return text.said([
    paperNumber,
    filedOn && dayOf(filedOn),
    declared && declarationWords[declared],
    category && categoryName(category),
  ]);
}

/** Of filings some doubts mean something else than of the lists they were worded for. */
const OF_FILINGS: Readonly<Partial<Record<RowReason, string>>> = {
  unmappedMark: text.unclear,
  contradictoryCells: text.contradicts,
  contradictoryRows: text.rowsDiffer,
  notExpected: text.notExpected,
};

function whyOf(row: ImportedRow): string {
  const { outcome, reason, code, fields } = row;
  if (code) return errorSentence(code, fields ?? {});
  if (reason === 'missingField') return missingOf(row);
  if (reason) return OF_FILINGS[reason] ?? rowReasonSentences[reason];
  if (outcome === 'unchanged') return text.alreadySo;
  return isNamedOtherwise(row) ? text.meant(row.whom.name, row.whom.unitName) : '';
}

/** Whom a person picked for a row that names somebody else, or nobody. */
function isNamedOtherwise(row: ImportedRow): row is ImportedRow & { whom: NonNullable<ImportedRow['whom']> } {
  return row.whom !== null && foldName(row.whom.name) !== foldName(row.name ?? '');
}

function missingOf({ name, filedOn, declared }: ImportedRow): string {
  if (name === null) return rowReasonSentences.missingField;
  if (filedOn === null) return text.noDay;
  return declared === null ? text.noDeclaration : text.noCategory;
}
