import { useQuery } from '@tanstack/react-query';
import { Button, Checkbox } from 'antd';
import { useState } from 'react';
import type { MakeupMove } from '../../../shared/vocabulary/words.ts';
import { core } from '../../state/core.ts';
import { useMay } from '../../state/session.ts';
import { useWrite } from '../../state/writes.ts';
import { dayOf } from '../../text/frame.ts';
import { makeupText } from '../../text/study-page.ts';
import { makeupWords } from '../../text/words.ts';
import { OnlyChip } from '../../ui/only-chip.tsx';
import { Empty, Panel } from '../../ui/page.tsx';
import { StateSign } from '../../ui/signs.tsx';
import { MakeupDialog } from './makeup-dialog.tsx';
import { bySession, type MakeupChoice } from './makeup-groups.ts';
import { MarkSign } from './mark-sign.tsx';
import { type MakeupRow, studyQueries } from './study-queries.ts';

/** The states in which a make-up waits for somebody, as the address names them. */
export const MAKEUP_STATES = ['pending', 'done'] as const;

interface MakeupsPanelProps {
  /** Only the rows of a number of the work list. */
  readonly only: (typeof MAKEUP_STATES)[number] | undefined;
  readonly onShowAll: () => void;
}

/** The backlog by the session that was missed; several people of one session at a time. */
export function MakeupsPanel({ only, onShowAll }: MakeupsPanelProps) {
  const makeups = useQuery(studyQueries.makeups(only ?? 'open'));
  const [choice, setChoice] = useState<MakeupChoice>({ session: null, people: [] });
  const [asking, setAsking] = useState<MakeupMove | null>(null);
  const rows = makeups.data?.rows ?? [];
  const groups = bySession(rows);
  const chosen = rows.filter(
    ({ session, person }) => session === choice.session && choice.people.includes(person),
  );
  const count = (state: MakeupRow['makeup']) => rows.filter(({ makeup }) => makeup === state).length;
  const clear = () => setChoice({ session: null, people: [] });
  return (
    <Panel
      title={`${makeupText.title} ${makeups.data?.total ?? ''}`}
      note={!only && makeupText.open(count('pending'), count('done'))}
      extra={only && <OnlyChip word={makeupWords[only]} onClear={onShowAll} />}
      className="study-makeups"
      foot={makeupText.note}
    >
      {groups.length === 0 && <Empty>{makeupText.none}</Empty>}
      <ul aria-label={makeupText.label}>
        {groups.map(({ session, title, day, people }) => (
          <li key={session}>
            <div className="makeup-session">
              <Checkbox
                checked={choice.session === session && choice.people.length === people.length}
                indeterminate={
                  choice.session === session &&
                  choice.people.length < people.length &&
                  choice.people.length > 0
                }
                onChange={({ target }) =>
                  setChoice({ session, people: target.checked ? people.map(({ person }) => person) : [] })
                }
                aria-label={makeupText.all(title)}
              />
              <b>{makeupText.session(day ? dayOf(day) : '', title)}</b>
              <span className="secondary">{people.length}</span>
            </div>
            <ul>
              {people.map((row) => (
                <li key={row.person} className="makeup-person">
                  <Checkbox
                    checked={choice.session === session && choice.people.includes(row.person)}
                    onChange={() => toggle(row)}
                    aria-label={makeupText.choose(row.name ?? makeupText.unnamed)}
                  />
                  <span>{row.name ?? makeupText.unnamed}</span>
                  <span className="secondary">{row.unitName}</span>
                  <MarkSign mark={row.mark} />
                  <StateSign shape={row.makeup === 'done' ? 'threeQuarters' : 'quarter'}>
                    {makeupWords[row.makeup]}
                  </StateSign>
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ul>
      {chosen.length > 0 && <Chosen rows={chosen} onAsk={setAsking} onDone={clear} />}
      {asking && chosen[0] && (
        <MakeupDialog
          move={asking}
          rows={chosen}
          onClose={() => setAsking(null)}
          onDone={() => {
            setAsking(null);
            clear();
          }}
        />
      )}
    </Panel>
  );

  function toggle({ session, person }: MakeupRow): void {
    const others = choice.session === session ? choice.people : [];
    const people = others.includes(person) ? others.filter((one) => one !== person) : [...others, person];
    setChoice({ session, people });
  }
}

interface ChosenProps {
  readonly rows: readonly MakeupRow[];
  readonly onAsk: (move: MakeupMove) => void;
  readonly onDone: () => void;
}

function Chosen({ rows, onAsk, onDone }: ChosenProps) {
  const isClerk = useMay('clerk');
  const isReviewer = useMay('reviewer');
  const confirm = useWrite(core.study.moveMakeup, { done: () => makeupText.done.confirm, onDone });
  const states = new Set(rows.map(({ makeup }) => makeup));
  const [first] = rows;
  if (!first) return null;
  return (
    <div className="makeup-chosen">
      <b>{makeupText.chosen(rows.length)}</b>
      {states.size > 1 ? <span className="secondary">{makeupText.mixed}</span> : buttons()}
    </div>
  );

  function buttons() {
    if (first?.makeup === 'pending')
      return (
        <>
          {isClerk && (
            <Button type="primary" onClick={() => onAsk('record')}>
              {makeupText.record}
            </Button>
          )}
          {isReviewer && <Button onClick={() => onAsk('waive')}>{makeupText.waive}</Button>}
        </>
      );
    if (!isReviewer || !first) return <span className="secondary">{makeupText.note}</span>;
    const people = rows.map(({ person }) => person);
    return (
      <>
        <Button
          type="primary"
          loading={confirm.isPending}
          onClick={() =>
            confirm.mutate({ session: first.session, rev: first.sessionRev, people, move: 'confirm' })
          }
        >
          {makeupText.confirm}
        </Button>
        <Button onClick={() => onAsk('reject')}>{makeupText.reject}</Button>
      </>
    );
  }
}
