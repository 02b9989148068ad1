import { useQuery } from '@tanstack/react-query';
import { type KeyboardEvent, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { heldText, rehearsalText } from '../../text/roster-import-page.ts';
import { type Column, DataTable } from '../../ui/data-table.tsx';
import { isComposing } from '../../ui/keyboard.ts';
import { Key, Panel } from '../../ui/page.tsx';
import { TickSign } from '../../ui/signs.tsx';
import { openUnitChoices } from './choices.ts';
import { HeldAnswers } from './held-answers.tsx';
import { type Held, type HeldState, heldList, stateOf } from './held-list.ts';
import { optionsOf, optionsOfUnit } from './held-options.ts';
import { personnelQueries } from './personnel-queries.ts';
import type { RosterReport, RosterRow, RowDecision } from './roster-choices.ts';
import type { RosterImport } from './roster-import.ts';

/** In px: title, head, foot and rules; and one row. A short list leaves its room to what is below it. */
const FRAME_HEIGHT = 92;
const ROW_HEIGHT = 32;

interface HeldRowsProps {
  readonly roster: RosterImport;
  readonly report: RosterReport;
}

/** What nobody but a person can settle, one by one: arrows go from row to row, digits choose. */
export function HeldRows({ roster, report }: HeldRowsProps) {
  const { decisions, choices, seen, doubts, rehearsedDecisions, work } = roster;
  const units = useQuery(personnelQueries.units());
  const unitChoices = useMemo(() => openUnitChoices(units.data ?? []), [units.data]);
  const rows = useMemo(() => heldList(doubts, seen), [doubts, seen]);
  const outcomes = useMemo(() => new Map(report.rows.map((row) => [row.line, row])), [report]);
  const [selected, setSelected] = useState<string | null>(null);
  const [open, setOpen] = useState<{ readonly key: string; readonly at: number } | null>(null);
  const frame = useRef<HTMLDivElement>(null);
  // The focus goes back to its row before the next key is heard.
  const returns = useRef(false);
  useLayoutEffect(() => {
    if (open || !returns.current) return;
    returns.current = false;
    frame.current?.querySelector<HTMLElement>('tr[aria-selected="true"]')?.focus();
  }, [open]);
  const known = useMemo(
    () => ({ choices, decisions, rehearsedDecisions }),
    [choices, decisions, rehearsedDecisions],
  );
  const stateNow = (held: Held) => stateOf(held, outcomes, known);
  const left = useMemo(
    () => rows.filter((held) => stateOf(held, outcomes, known).isOpen).length,
    [rows, outcomes, known],
  );
  const title = heldText.title(rows.length, doubts.length > 0);
  const current = rows.find(({ key }) => key === selected);

  return (
    <div className="import-held-place" style={{ maxHeight: FRAME_HEIGHT + rows.length * ROW_HEIGHT }}>
      <Panel
        title={title}
        note={left === 0 ? heldText.allDecided(rows.length) : heldText.state(rows.length - left, left)}
        extra={
          <span className="secondary wide-only">
            <Key>↑</Key> <Key>↓</Key> {heldText.keys.rows} <Key>1</Key> <Key>2</Key> <Key>3</Key>{' '}
            {heldText.keys.options}
          </span>
        }
        foot={<Whole held={current} report={report} />}
        className="import-held"
      >
        <div
          ref={frame}
          className="held-frame"
          role="toolbar"
          aria-label={heldText.columns.how}
          onKeyDown={onKeyDown}
        >
          <DataTable
            id="personnel.import.held"
            label={title}
            columns={columns()}
            total={rows.length}
            row={(at) => rows[at]}
            rowKey={({ key }) => key}
            selected={selected}
            onSelect={({ key }) => setSelected(key)}
          />
        </div>
      </Panel>
    </div>
  );

  function columns(): readonly Column<Held>[] {
    const titles = heldText.columns;
    return [
      { id: 'line', title: titles.line, width: 48, align: 'number', cell: lineOf },
      { id: 'name', title: titles.name, width: 76, cell: nameOf },
      { id: 'unit', title: titles.unit, width: 120, cell: (held) => unitOf(held) || rehearsalText.blankCell },
      { id: 'why', title: titles.why, cell: (held) => <Why held={held} state={stateNow(held)} /> },
      { id: 'how', title: titles.how, width: 256, cell: answers },
    ];
  }

  function answers(held: Held) {
    return (
      <HeldAnswers
        label={held.kind === 'unit' ? heldText.unitAnswers(held.doubt.text) : answersLabel(held.row)}
        options={optionsNow(held)}
        decision={stateNow(held).decision}
        open={open?.key === held.key ? open.at : null}
        isDisabled={work.isWriting}
        onTake={(at) => takeOption(held, at)}
        onGive={(decision) => give(held, decision)}
        onClose={close}
      />
    );
  }

  function optionsNow(held: Held) {
    return held.kind === 'unit' ? optionsOfUnit(held.doubt, unitChoices) : optionsOf(held.row, unitChoices);
  }

  function takeOption(held: Held, at: number): void {
    const option = optionsNow(held)[at];
    if (!option) return;
    setSelected(held.key);
    if (option.kind === 'take') give(held, option.decision);
    else setOpen({ key: held.key, at });
  }

  function give(held: Held, decision: RowDecision | null): void {
    if (held.kind === 'row') roster.decide(held.row, decision);
    else roster.answerUnit(held.doubt.text, decision?.unit ?? null);
  }

  function close(byKey: boolean): void {
    setOpen(null);
    returns.current = byKey;
  }

  /** A digit means the row that is marked, wherever in it the focus is. */
  function onKeyDown(event: KeyboardEvent<HTMLElement>): void {
    const { ctrlKey, altKey, metaKey, nativeEvent, key, target } = event;
    const isTyping = target instanceof HTMLInputElement;
    if (isTyping || ctrlKey || altKey || metaKey || isComposing(nativeEvent) || work.isWriting) return;
    const held = current ?? rows[indexOf(target)];
    const isClearing = key === '0' || key === 'Delete';
    if (!held || !(isClearing || /^[1-9]$/.test(key))) return;
    event.preventDefault();
    setSelected(held.key);
    if (isClearing) give(held, null);
    else takeOption(held, Number(key) - 1);
  }
}

function indexOf(target: EventTarget): number {
  const row = target instanceof Element ? target.closest('tr[data-index]') : null;
  return Number(row?.getAttribute('data-index') ?? -1);
}

function lineOf(held: Held) {
  return held.kind === 'unit' ? heldText.wholeFile : held.row.line;
}

function nameOf(held: Held) {
  return held.kind === 'unit'
    ? heldText.rowsOfUnit(held.doubt.rows)
    : held.row.name || rehearsalText.blankCell;
}

function unitOf(held: Held): string | null {
  return held.kind === 'unit' ? held.doubt.text : held.row.unit;
}

function answersLabel({ line, name }: RosterRow): string {
  return heldText.answers(line, name ?? '');
}

function sentenceOf(held: Held): string {
  if (held.kind === 'unit') return heldText.whyUnit[held.doubt.reason];
  const { reason, name, candidates = [] } = held.row;
  return reason ? heldText.why(reason, name ?? '', candidates) : '';
}

function Why({ held, state }: { readonly held: Held; readonly state: HeldState }) {
  const { decision, outcome, isOpen } = state;
  if (outcome)
    return (
      <span className="held-settled">
        <TickSign /> {heldText.settled[outcome]}
      </span>
    );
  if (decision && !isOpen && held.kind === 'row')
    return <span className="secondary">{heldText.waiting}</span>;
  return <>{sentenceOf(held)}</>;
}

/** The whole sentence of the row that is marked, which its cell may have no room for. */
function Whole({ held, report }: { readonly held: Held | undefined; readonly report: RosterReport }) {
  const unused = report.unusedDecisions.filter(({ why }) => why === 'impossible').map(({ line }) => line);
  if (unused.length > 0)
    return (
      <span className="held-unused">{heldText.unused(unused.length, unused.slice(0, 10).join('、'))}</span>
    );
  if (!held) return <>{heldText.hint}</>;
  if (held.kind === 'unit') return <>{sentenceOf(held)}</>;
  return <>{heldText.line(held.row.line, sentenceOf(held))}</>;
}
