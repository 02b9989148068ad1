import type { ReactNode } from 'react';
import { printRate } from '../../../shared/rules/rates.ts';
import type { AccountRole } from '../../../shared/vocabulary/words.ts';
import { dayOf } from '../../text/frame.ts';
import { studyText } from '../../text/study-page.ts';
import type { Column } from '../../ui/data-table.tsx';
import { WhoseChip } from '../../ui/signs.tsx';
import { SessionSign } from './session-sign.tsx';
import type { Session } from './study-queries.ts';

const text = studyText.columns;
const SUMS = ['due', 'present', 'onLeave', 'absent', 'unmarked'] as const;

export function sessionColumns(roles: readonly AccountRole[]): Column<Session>[] {
  return [
    { id: 'day', title: text.day, width: 128, cell: when, frozen: true },
    { id: 'title', title: text.title, cell: ({ title }) => <span title={title}>{title}</span> },
    { id: 'state', title: text.state, width: 84, cell: ({ state }) => <SessionSign state={state} /> },
    {
      id: 'whose',
      title: text.whose,
      width: 84,
      wideOnly: true,
      cell: ({ whose }) => (
        <WhoseChip whose={whose} mine={whose !== null && roles.some((role) => role === whose)} />
      ),
    },
    ...SUMS.map(
      (id): Column<Session> => ({
        id,
        title: text[id],
        width: 58,
        align: 'number',
        cell: (row) => sum(row, id),
      }),
    ),
    { id: 'rate', title: text.rate, width: 66, align: 'number', cell: rate },
  ];
}

function when({ day, startsAt }: Session): ReactNode {
  if (!day) return '—';
  return `${dayOf(day)} ${studyText.weekday(day)} ${startsAt ?? ''}`;
}

function hasList({ state }: Session): boolean {
  return state !== 'draft' && state !== 'scheduled' && state !== 'cancelled';
}

function sum(row: Session, id: (typeof SUMS)[number]): ReactNode {
  if (!hasList(row)) return '—';
  const value = row.sums[id];
  if (id === 'absent' && value > 0) return <b style={{ color: 'var(--danger)' }}>{value}</b>;
  if (id === 'unmarked' && value > 0) return <b style={{ color: 'var(--warn)' }}>{value}</b>;
  return value;
}

/** Only what is approved counts; before, the column says what keeps it. */
function rate(row: Session): ReactNode {
  const { present, due, unmarked } = row.sums;
  if (row.state === 'approved') return <b>{printRate({ numerator: present, denominator: due })}</b>;
  if (!hasList(row)) return '—';
  if (unmarked > 0) return <span style={{ color: 'var(--warn)' }}>{studyText.missing(unmarked)}</span>;
  return <span className="secondary">{studyText.notCounted}</span>;
}
