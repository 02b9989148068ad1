import { Checkbox } from 'antd';
import type { KeyboardEvent } from 'react';
import { ROW_OUTCOMES } from '../../../shared/vocabulary/import-outcomes.ts';
import type { PackOutcome } from '../../../shared/vocabulary/pack-words.ts';
import { packKindWords, packOutcomeWords } from '../../text/packs.ts';
import { takenText as text } from '../../text/packs-page.ts';
import { type Column, DataTable } from '../../ui/data-table.tsx';
import { type StateShape, StateSign } from '../../ui/signs.tsx';
import { isReady, keyOf, openRows, type TakenPack } from './taken-choices.ts';
import type { TakenPacks } from './taken-packs.ts';

interface TakenTableProps {
  readonly taken: TakenPacks;
  readonly packs: readonly TakenPack[];
  readonly selected: string | null;
  readonly onSelect: (key: string) => void;
}

/** Each file once, then what has not come back; the space bar ticks, and what is selected opens below. */
export function TakenTable({ taken, packs, selected, onSelect }: TakenTableProps) {
  return (
    <fieldset className="packs-frame" aria-label={text.columns.tick} onKeyDown={onKeyDown}>
      <DataTable<TakenPack>
        id="packs.taken"
        label={text.title}
        columns={columnsOf(taken)}
        total={packs.length}
        row={(at) => packs[at]}
        rowKey={keyOf}
        selected={selected}
        onSelect={(pack) => onSelect(keyOf(pack))}
        isMarked={({ outcome }) => outcome === 'foreign' || outcome === 'refused'}
      />
    </fieldset>
  );

  function onKeyDown(event: KeyboardEvent<HTMLElement>): void {
    const pack = packs.find((one) => keyOf(one) === selected);
    if (event.key !== ' ' || event.target instanceof HTMLInputElement || !pack || !isReady(pack)) return;
    event.preventDefault();
    if (!taken.writing.isRunning) taken.pick(pack, !taken.isPicked(pack));
  }
}

function columnsOf(taken: TakenPacks): readonly Column<TakenPack>[] {
  const titles = text.columns;
  return [
    {
      id: 'tick',
      title: titles.tick,
      head: <TickAll taken={taken} />,
      width: 44,
      cell: (pack) =>
        isReady(pack) && (
          <Checkbox
            aria-label={text.tick(pack.unitName)}
            tabIndex={-1}
            checked={taken.isPicked(pack)}
            disabled={taken.writing.isRunning}
            onChange={({ target }) => taken.pick(pack, target.checked)}
          />
        ),
    },
    { id: 'unit', title: titles.unit, width: 152, cell: unitOf },
    { id: 'kind', title: titles.kind, width: 148, wideOnly: true, cell: kindOf },
    { id: 'outcome', title: titles.outcome, width: 92, cell: (pack) => <Outcome pack={pack} /> },
    { id: 'read', title: titles.read, width: 52, align: 'number', cell: (pack) => number(pack, pack.read) },
    ...ROW_OUTCOMES.map(
      (id): Column<TakenPack> => ({
        id,
        title: text.terms[id],
        width: 60,
        align: 'number',
        cell: (pack) => number(pack, pack[id], id === 'held'),
      }),
    ),
    {
      id: 'cells',
      title: titles.cells,
      width: 52,
      align: 'number',
      cell: (pack) => number(pack, pack.cells),
    },
    { id: 'why', title: titles.why, cell: (pack) => <Why pack={pack} taken={taken} /> },
  ];
}

function TickAll({ taken }: { readonly taken: TakenPacks }) {
  const ready = taken.packs.filter(isReady);
  const ticked = ready.filter(taken.isPicked).length;
  return (
    <Checkbox
      aria-label={text.tickAll}
      checked={ready.length > 0 && ticked === ready.length}
      indeterminate={ticked > 0 && ticked < ready.length}
      disabled={ready.length === 0 || taken.writing.isRunning}
      onChange={({ target }) => {
        for (const pack of ready) taken.pick(pack, target.checked);
      }}
    />
  );
}

function unitOf({ unitName, fileName, pack, below }: TakenPack) {
  const name = unitName ?? (pack === null ? fileName : text.wholeOffice);
  return (
    <span title={fileName ?? ''}>
      {name} {below && unitName !== null && <span className="secondary">{text.below}</span>}
    </span>
  );
}

function kindOf({ kind, occasionTitle }: TakenPack) {
  if (kind === null) return '—';
  const said = text.kind(packKindWords[kind], occasionTitle);
  return <span title={said}>{said}</span>;
}

/** Packs that were not compared stand in no sum. */
function number({ outcome }: TakenPack, value: number, isHeld = false) {
  if (outcome !== 'returned') return <span className="packs-not-compared" />;
  if (value === 0) return '—';
  return isHeld ? <b className="packs-held">{value}</b> : value;
}

const SHAPES: Readonly<Record<PackOutcome, [StateShape, 'ok' | 'danger' | undefined]>> = {
  returned: ['half', 'ok'],
  missing: ['dotted', undefined],
  foreign: ['crossed', 'danger'],
  stale: ['paused', undefined],
  refused: ['crossed', 'danger'],
};

function Outcome({ pack }: { readonly pack: TakenPack }) {
  if (pack.applied)
    return (
      <StateSign shape="full" tone="ok">
        {text.applied}
      </StateSign>
    );
  const [shape, tone] = SHAPES[pack.outcome];
  return (
    <StateSign shape={shape} tone={tone}>
      {packOutcomeWords[pack.outcome]}
    </StateSign>
  );
}

function Why({ pack, taken }: { readonly pack: TakenPack; readonly taken: TakenPacks }) {
  const said = whyOf(pack);
  if (pack.code !== 'conflict' || pack.outcome !== 'returned') return <span title={said}>{said}</span>;
  return (
    <>
      <button type="button" className="link-button" onClick={taken.again} disabled={taken.work.isRunning}>
        {text.again}
      </button>{' '}
      <span title={said}>{said}</span>
    </>
  );
}

/** What is to be known of a pack beyond its numbers. */
export function whyOf(pack: TakenPack): string {
  const { outcome, why, code, added, changed, held, issuedOn } = pack;
  if (pack.applied) return text.written(added, changed, held);
  if (code !== null) return text.refused(code);
  if (why !== null) return text.fault(why);
  if (outcome === 'missing') return text.missing(issuedOn ?? '');
  const open = openRows(pack);
  if (open > 0) return text.open(open);
  if (held > 0) return text.lacking(held);
  return added + changed === 0 ? text.nothingMoved : '';
}
