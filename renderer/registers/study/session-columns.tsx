import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { printRate } from '../../../shared/rules/rates.ts';
import { hasFrozenList } from '../../../shared/rules/session-moves.ts';
import type { AccountRole } from '../../../shared/vocabulary/words.ts';
import { dayOf } from '../../text/frame.ts';
import { studyText } from '../../text/study-page.ts';
import { sessionStateWords } from '../../text/words.ts';
import type { Column } from '../../ui/data-table.tsx';
import { WhoseChip } from '../../ui/signs.tsx';
import { SessionSign } from './session-sign.tsx';
import type { Session } from './study-queries.ts';

const text = studyText.columns;
const SUMS = ['due', 'present', 'onLeave', 'absent', 'unmarked'] as const;

/** Below 1200 px the sums shrink to 实到/应到 and the day stands without weekday and hour. */
export function sessionColumns(roles: readonly AccountRole[], isWide: boolean): Column<Session>[] {
  const state = {
    id: 'state',
    title: text.state,
    width: 80,
    cell: ({ state: one }: Session) => <SessionSign state={one} />,
  };
  if (!isWide) return [day(76, shortWhen), title, state, rate, fraction];
  return [day(126, when), title, state, whoseColumn(roles), ...SUMS.map(sumColumn), rate];
}

const title: Column<Session> = {
  id: 'title',
  title: text.title,
  cell: ({ id, title: one, state, mandatory }) => (
    <>
      <Link
        to="/study/$id"
        params={{ id }}
        title={one}
        tabIndex={-1}
        className={state === 'cancelled' ? 'session-cancelled' : undefined}
      >
        {one}
      </Link>
      {mandatory === false && <span className="secondary"> {studyText.voluntary}</span>}
    </>
  ),
};

const rate: Column<Session> = {
  id: 'rate',
  title: text.rate,
  width: 76,
  align: 'number',
  cell: (row) =>
    row.state === 'approved' ? (
      <b>{printRate({ numerator: row.sums.present, denominator: row.sums.due })}</b>
    ) : (
      uncounted(row)
    ),
};

const fraction: Column<Session> = {
  id: 'fraction',
  title: text.fraction,
  width: 88,
  align: 'number',
  cell: (row) => (hasList(row) ? `${row.sums.present}/${row.sums.due}` : '—'),
};

function day(width: number, cell: (row: Session) => string): Column<Session> {
  return { id: 'day', title: text.day, width, cell, frozen: true };
}

function whoseColumn(roles: readonly AccountRole[]): Column<Session> {
  return {
    id: 'whose',
    title: text.whose,
    width: 84,
    cell: ({ whose }) => <WhoseChip whose={whose} mine={roles.some((role) => role === whose)} />,
  };
}

function sumColumn(id: (typeof SUMS)[number]): Column<Session> {
  return {
    id,
    title: text[id],
    width: id === 'unmarked' ? 60 : 50,
    align: 'number',
    cell: (row) => sum(row, id),
  };
}

function when(row: Session): string {
  return row.day ? `${dayOf(row.day)} ${studyText.weekdayShort(row.day)} ${row.startsAt ?? ''}` : '—';
}

function shortWhen(row: Session): string {
  return row.day ? dayOf(row.day) : '—';
}

function hasList({ state }: Session): boolean {
  return hasFrozenList(state) && state !== 'cancelled';
}

function sum(row: Session, id: (typeof SUMS)[number]): ReactNode {
  if (!hasList(row)) return '—';
  const value = row.sums[id];
  if (id === 'absent' && value > 0) return <b style={{ color: 'var(--danger)' }}>{value}</b>;
  if (id === 'unmarked' && value > 0) return <b style={{ color: 'var(--warn)' }}>{value}</b>;
  return value;
}

/** Only what is approved counts; before, the hatch says so and the words what keeps it. */
function uncounted(row: Session): ReactNode {
  if (!hasList(row)) return '—';
  const { unmarked } = row.sums;
  return (
    <span className="session-uncounted">
      {unmarked > 0 ? (
        <b style={{ color: 'var(--warn)' }}>{studyText.missing(unmarked)}</b>
      ) : (
        <span className="secondary">{studyText.waits[row.state] ?? sessionStateWords[row.state]}</span>
      )}
    </span>
  );
}
