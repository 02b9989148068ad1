import { dayOf } from '../../text/frame.ts';
import { ledgerText } from '../../text/rectification-page.ts';
import { itemSourceWords } from '../../text/words.ts';
import type { Column } from '../../ui/data-table.tsx';
import { ItemStateSign } from '../../ui/item-state-sign.tsx';
import { ItemDue, ItemWhose, SupervisedSign } from './item-signs.tsx';
import type { Sort } from './ledger-search.ts';
import type { ItemRow } from './rectification-queries.ts';

const { columns: titles } = ledgerText;

interface LedgerColumns {
  readonly isWide: boolean;
  readonly sort: Sort;
  readonly onSort: (sort: Sort) => void;
  readonly categoryName: (id: string | null) => string;
}

/** Number and problem stay in sight; due date, state and whose move come next, so that they show unscrolled. */
export function ledgerColumns({ isWide, sort, onSort, categoryName }: LedgerColumns): Column<ItemRow>[] {
  return [
    {
      id: 'number',
      title: titles.number,
      width: isWide ? 80 : 64,
      frozen: true,
      cell: ({ number }) => <ItemNumber number={number} />,
      ...sorted('number'),
    },
    {
      id: 'problem',
      title: titles.problem,
      width: isWide ? 232 : 180,
      frozen: true,
      cell: problemCell,
    },
    { id: 'due', title: titles.due, width: isWide ? 176 : 140, cell: dueCell, ...sorted('due') },
    { id: 'state', title: titles.state, width: 116, cell: (item) => <ItemStateSign {...item} /> },
    { id: 'whose', title: titles.whose, width: 88, cell: ({ whose }) => <ItemWhose whose={whose} /> },
    { id: 'unit', title: titles.unit, width: 120, cell: ({ unitName }) => text(unitName) },
    { id: 'source', title: titles.source, width: 104, cell: ({ source }) => itemSourceWords[source] },
    { id: 'category', title: titles.category, width: 160, cell: categoryCell },
    { id: 'measures', title: titles.measures, width: 200, wideOnly: true, cell: measuresCell },
    { id: 'leader', title: titles.leader, width: 84, cell: ({ leader }) => text(leader) },
    { id: 'owner', title: titles.owner, width: 84, cell: ({ owner }) => text(owner) },
    {
      id: 'evidence',
      title: titles.evidence,
      width: 120,
      cell: ({ evidenceNumber }) => text(evidenceNumber),
    },
    {
      id: 'applied',
      title: titles.applied,
      width: 72,
      wideOnly: true,
      cell: ({ appliedOn }) => text(appliedOn && dayOf(appliedOn)),
    },
    {
      id: 'closed',
      title: titles.closed,
      width: 72,
      wideOnly: true,
      cell: ({ closedOn }) => text(closedOn && dayOf(closedOn)),
    },
    {
      id: 'reworked',
      title: titles.reworked,
      width: 56,
      wideOnly: true,
      align: 'number',
      cell: ({ timesReworked }) => timesReworked || text(null),
    },
  ];

  function sorted(by: Sort) {
    return { onSort: () => onSort(by), ...(sort === by && { sorted: 'ascending' as const }) };
  }

  function categoryCell({ category }: ItemRow) {
    const name = categoryName(category);
    return name ? <span title={name}>{name}</span> : text(null);
  }
}

interface ChoosingColumn {
  readonly ids: ReadonlySet<string>;
  readonly total: number;
  readonly most: number;
  readonly onToggle: (row: ItemRow, index: number) => void;
  readonly onExtend: (index: number) => void;
  readonly onAll: (isOn: boolean) => void;
}

/** A box before each row; with Shift all rows down to it. The keyboard has the space bar for it. */
export function choosingColumn(choosing: ChoosingColumn): Column<ItemRow> {
  const { ids, total, most, onToggle, onExtend, onAll } = choosing;
  const hint = ledgerText.chooseAllHint(most);
  return {
    id: 'chosen',
    title: ledgerText.chooseAll,
    width: 40,
    frozen: true,
    head: (
      <input
        type="checkbox"
        aria-label={hint}
        title={hint}
        checked={ids.size > 0 && ids.size >= Math.min(total, most)}
        onChange={({ target }) => onAll(target.checked)}
      />
    ),
    cell: (row, index) => (
      <input
        type="checkbox"
        tabIndex={-1}
        aria-label={ledgerText.choose(row.number ?? row.problem)}
        checked={ids.has(row.id)}
        onChange={() => {}}
        onClick={(event) => {
          event.stopPropagation();
          if (event.shiftKey) onExtend(index);
          else onToggle(row, index);
        }}
        onDoubleClick={(event) => event.stopPropagation()}
      />
    ),
  };
}

function problemCell({ problem, supervision }: ItemRow) {
  return (
    <>
      {supervision && <SupervisedSign supervision={supervision} />}
      <span title={problem}>{problem || ledgerText.problemBlank}</span>
    </>
  );
}

function dueCell(item: ItemRow) {
  return <ItemDue {...item} />;
}

function measuresCell({ measures }: ItemRow) {
  return measures ? <span title={measures}>{measures}</span> : text(null);
}

function text(value: string | null) {
  return value ?? <span className="secondary">—</span>;
}

/** The year is the same in nearly every row: it goes first when there is little room. */
function ItemNumber({ number }: { readonly number: string | null }) {
  if (number === null) return <span className="secondary">{ledgerText.numberless}</span>;
  const [year, running] = number.split('-');
  return (
    <span className="rectification-number">
      <span className="wide-only">{year}-</span>
      {running}
    </span>
  );
}
