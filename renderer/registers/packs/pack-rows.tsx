import { useQuery } from '@tanstack/react-query';
import { type KeyboardEvent, useMemo, useRef, useState } from 'react';
import { ROW_OUTCOMES, type RowOutcome } from '../../../shared/vocabulary/import-outcomes.ts';
import type { PackField, PackKind } from '../../../shared/vocabulary/pack-words.ts';
import { rowOutcomeWords } from '../../text/outcomes.ts';
import { decideText as text } from '../../text/packs-page.ts';
import { type Column, DataTable } from '../../ui/data-table.tsx';
import { IdentitySum } from '../../ui/identity-sum.tsx';
import { isComposing } from '../../ui/keyboard.ts';
import { OutcomeSign } from '../../ui/outcome-sign.tsx';
import { Empty, Key, Panel } from '../../ui/page.tsx';
import { LineAnswers } from './line-answers.tsx';
import { linesOf, type PackLine } from './pack-lines.ts';
import { optionsOf, type PackChoices, type PackOption } from './pack-options.ts';
import { type Campaign, packsQueries, type Unit } from './packs-queries.ts';
import { type PackRow, placeOf, type RowDecision, type TakenPack } from './taken-choices.ts';
import type { TakenPacks } from './taken-packs.ts';
import { whyOf } from './taken-table.tsx';

interface PackRowsProps {
  readonly taken: TakenPacks;
  readonly pack: TakenPack;
}

/** One pack cell by cell: as it went out, as it came back, as the register has it; what asks something is answered here. */
export function PackRows({ taken, pack }: PackRowsProps) {
  const units = useQuery(packsQueries.units());
  const campaign = useQuery({ ...packsQueries.campaign(), enabled: pack.kind === 'selfInspection' });
  const choices = useMemo(() => choicesFrom(units.data, campaign.data), [units.data, campaign.data]);
  const [asked, setAsked] = useState<RowOutcome | null>(null);
  const outcome = asked !== null && pack[asked] > 0 ? asked : null;
  const seen = useMemo(() => seenOf(taken.seen, pack.pack), [taken.seen, pack.pack]);
  const lines = useMemo(() => linesOf(pack.rows, seen, outcome), [pack.rows, seen, outcome]);
  const [selected, setSelected] = useState<string | null>(null);
  const [open, setOpen] = useState<{ readonly key: string; readonly digit: number } | null>(null);
  const frame = useRef<HTMLFieldSetElement>(null);
  const current = lines.find(({ key }) => key === selected);
  const isFixed = taken.writing.isRunning || pack.applied || pack.outcome !== 'returned';

  return (
    <Panel
      title={text.title(pack.unitName)}
      note={
        <IdentitySum
          whole={{ title: text.read, value: pack.read }}
          terms={ROW_OUTCOMES.map((id) => ({
            id,
            title: rowOutcomeWords[id],
            value: pack[id],
            tone: id === 'held' ? ('warn' as const) : undefined,
          }))}
          chosen={outcome}
          onChoose={(id) => setAsked(ROW_OUTCOMES.find((one) => one === id) ?? null)}
        />
      }
      extra={
        <span className="secondary wide-only">
          <Key>↑</Key> <Key>↓</Key> {text.keys.rows} <Key>1</Key> <Key>2</Key> <Key>3</Key>{' '}
          {text.keys.options}
        </span>
      }
      foot={footOf(current, pack)}
      className="packs-rows"
    >
      <fieldset ref={frame} className="packs-frame" aria-label={text.columns.how} onKeyDown={onKeyDown}>
        <DataTable<PackLine>
          id="packs.rows"
          label={text.title(pack.unitName)}
          columns={columns()}
          total={lines.length}
          row={(at) => lines[at]}
          rowKey={({ key }) => key}
          selected={selected}
          onSelect={({ key }) => setSelected(key)}
          empty={<Empty>{text.nothing(pack.unchanged)}</Empty>}
        />
      </fieldset>
    </Panel>
  );

  function columns(): readonly Column<PackLine>[] {
    const titles = text.columns;
    const width = window.matchMedia('(min-width: 1200px)').matches ? 120 : 96;
    const value = (of: 'issued' | 'pack' | 'today'): Column<PackLine> => ({
      ...{ id: of, title: titles[of], width },
      cell: ({ cell }) => cell && <Value cell={cell} of={of} />,
    });
    return [
      {
        ...{ id: 'line', title: titles.line, width: 44, align: 'number' },
        cell: (line) => line.isFirst && lineOf(line.row),
      },
      {
        ...{ id: 'name', title: titles.name, width: 76 },
        cell: ({ row, isFirst }) => isFirst && (row.name || text.blank),
      },
      {
        ...{ id: 'field', title: titles.field, width: 60 },
        cell: ({ cell }) => cell && text.fieldOf(cell.field),
      },
      value('issued'),
      value('pack'),
      value('today'),
      { id: 'outcome', title: titles.outcome, cell: (line) => <Outcome line={line} kind={pack.kind} /> },
      { id: 'how', title: titles.how, width: 322, cell: answers },
    ];
  }

  function answers(line: PackLine) {
    const options = optionsOf(line, pack.kind, choices);
    if (options.length === 0 || line.row.line === 0) return null;
    return (
      <LineAnswers
        label={text.answers(line.row.line, line.row.name, line.cell?.field ?? null)}
        options={options}
        decision={decisionOf(line)}
        open={open?.key === line.key ? open.digit : null}
        isDisabled={isFixed}
        onTake={(option) => takeOption(line, option)}
        onGive={(decision) => taken.decide(pack, line.row, decision)}
        onClose={close}
      />
    );
  }

  function decisionOf({ row }: PackLine): RowDecision | undefined {
    return taken.decisions.get(placeOf(pack.pack, row.line));
  }

  function takeOption(line: PackLine, option: PackOption): void {
    setSelected(line.key);
    if (option.kind === 'take') taken.decide(pack, line.held?.row ?? line.row, option.decision);
    else setOpen({ key: line.key, digit: option.digit });
  }

  /** The focus was in the list or the field that is gone now: it goes back to its row. */
  function close(): void {
    setOpen(null);
    setTimeout(() => frame.current?.querySelector<HTMLElement>('tr[aria-selected="true"]')?.focus(), 0);
  }

  /** A digit means the line that is marked, wherever in it the focus is. */
  function onKeyDown(event: KeyboardEvent<HTMLElement>): void {
    const { ctrlKey, altKey, metaKey, nativeEvent, key, target } = event;
    const isTyping = target instanceof HTMLInputElement;
    if (isTyping || ctrlKey || altKey || metaKey || isComposing(nativeEvent) || isFixed) return;
    const line = current ?? lines[indexOf(target)];
    const isClearing = key === '0' || key === 'Delete';
    if (!line?.held || line.row.line === 0 || !(isClearing || /^[1-9]$/.test(key))) return;
    event.preventDefault();
    setSelected(line.key);
    if (isClearing) {
      taken.decide(pack, line.held.row, null);
      return;
    }
    const option = optionsOf(line, pack.kind, choices).find(({ digit }) => digit === Number(key));
    if (option) takeOption(line, option);
  }
}

function indexOf(target: EventTarget): number {
  const row = target instanceof Element ? target.closest('tr[data-index]') : null;
  return Number(row?.getAttribute('data-index') ?? -1);
}

function seenOf(seen: ReadonlyMap<string, PackRow>, pack: string | null): ReadonlyMap<number, PackRow> {
  const own = [...seen].filter(([place]) => place.startsWith(`${pack} `));
  return new Map(own.map(([, row]) => [row.line, row]));
}

function lineOf({ line }: PackRow) {
  return line === 0 ? '—' : line;
}

/** Categories are told by name, as units wrote them. */
function choicesFrom(units: readonly Unit[] = [], campaign: Campaign | undefined): PackChoices {
  const open = units.filter(({ closedOn }) => closedOn === null);
  const offered = (campaign?.categories ?? []).filter(({ appliesTo }) => appliesTo === 'all');
  return {
    units: open.map(({ id, name }) => ({ value: id, label: name })),
    categories: offered.map(({ name }) => ({ value: name, label: name })),
  };
}

interface OutcomeProps {
  readonly line: PackLine;
  readonly kind: PackKind | null;
}

/** What becomes of it, and why. */
function Outcome({ line, kind }: OutcomeProps) {
  const { row, cell } = line;
  const said = sentenceOf(line, kind);
  return (
    <span title={said}>
      <OutcomeSign outcome={cell ? outcomeOfCell(row, cell) : row.outcome} /> {said}
    </span>
  );
}

/** A mark where there was none comes in; a cell of a row that stays out stays out with it. */
function outcomeOfCell(row: PackRow, { outcome }: NonNullable<PackLine['cell']>): RowOutcome {
  if (row.outcome === 'skipped') return 'skipped';
  return row.outcome === 'added' && outcome === 'changed' ? 'added' : outcome;
}

interface ValueProps {
  readonly cell: NonNullable<PackLine['cell']>;
  readonly of: 'issued' | 'pack' | 'today';
}

/** What moved since the pack went out stands out. */
function Value({ cell, of }: ValueProps) {
  const said = text.valueOf(cell.field, cell[of]);
  const isMoved =
    of !== 'issued' && cell[of] !== cell.issued && (cell[of] !== null || cell.outcome !== 'unchanged');
  return (
    <span className={isMoved ? 'packs-moved' : 'packs-still'} title={said}>
      {said}
    </span>
  );
}

function sentenceOf({ row, cell }: PackLine, kind: PackKind | null): string {
  if (row.outcome === 'skipped' && row.reason) return text.why(row.reason, kind);
  if (row.code !== null) return text.refused(row.code, row.fields);
  if (cell)
    return cell.reason
      ? text.why(cell.reason, kind, cell.field)
      : text.whyCell(cell.outcome, cell.pack === cell.today);
  const says = text.says(
    row.cells
      .filter(({ field, pack }) => field !== 'name' && pack !== null)
      .map(({ field, pack }) => [field, pack]),
  );
  if (!row.reason) return says;
  const why = text.why(row.reason, kind, faultyField(row));
  // who is asked about a filing's cell has to see the others
  return kind === 'selfInspection' && says ? text.whyBeside(why, says) : why;
}

function footOf(current: PackLine | undefined, pack: TakenPack): string {
  const unused = pack.unusedDecisions.filter(({ why }) => why === 'impossible').map(({ line }) => line);
  if (unused.length > 0) return text.unused(unused);
  if (!current) return pack.code === null ? text.hint : whyOf(pack);
  const { row, cell } = current;
  const reason = row.outcome === 'skipped' ? row.reason : (cell?.reason ?? (cell ? null : row.reason));
  const said = reason && text.sentence(reason, pack.kind, cell?.field ?? faultyField(row));
  return text.whole(row.line, said ?? sentenceOf(current, pack.kind));
}

/** Of a row in doubt as a whole: the cell that its reason speaks of. */
function faultyField({ cells }: PackRow): PackField | null {
  return cells.find(({ reason }) => reason !== null)?.field ?? null;
}
