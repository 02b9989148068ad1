import { Button } from 'antd';
import { type KeyboardEvent, type MouseEvent, useState } from 'react';
import { batchRowsText as text } from '../../text/self-inspection-batches.ts';
import type { BatchChoice } from './batch-choice.ts';

export interface BatchRow {
  readonly key: string;
  readonly name: string;
  readonly detail: string;
}

interface BatchRowsProps {
  readonly label: string;
  readonly detail: string;
  readonly rows: readonly BatchRow[];
  readonly choice: BatchChoice;
}

/** Whom a batch is about, each to be taken out; who was refused, and why, stands in the line. Arrows go up and down. */
export function BatchRows({ label, detail, rows, choice }: BatchRowsProps) {
  const [reached, setReached] = useState<string | null>(null);
  const keys = rows.map(({ key }) => key);
  const chosen = keys.filter(choice.isChosen).length;
  const stop = keys.includes(reached ?? '') ? reached : keys[0];
  return (
    <section className="self-inspection-batch" aria-label={label} onKeyDown={goOn}>
      {choice.refused.size > 0 && (
        <div className="notice danger" role="alert">
          <p>{text.refused(choice.refused.size)}</p>
          <div className="choices">
            <Button onClick={leaveOut}>{text.leaveOut}</Button>
          </div>
        </div>
      )}
      <label className="self-inspection-batch-all">
        <input
          type="checkbox"
          checked={chosen === keys.length}
          onChange={({ target }) => choice.chooseAll(keys, target.checked)}
        />
        <b>{text.all(chosen, keys.length)}</b>
      </label>
      <div className="self-inspection-batch-rows">
        <table aria-label={label}>
          <thead>
            <tr>
              <th scope="col">{text.name}</th>
              <th scope="col">{detail}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.key} className={choice.refused.has(row.key) ? 'marked-danger' : undefined}>
                <th scope="row">
                  <label>
                    <input
                      type="checkbox"
                      aria-label={text.choose(row.name)}
                      tabIndex={row.key === stop ? 0 : -1}
                      checked={choice.isChosen(row.key)}
                      onFocus={() => setReached(row.key)}
                      onChange={() => choice.toggle(row.key)}
                    />
                    {row.name}
                  </label>
                </th>
                <td>
                  {choice.isChosen(row.key) ? (
                    row.detail
                  ) : (
                    <span className="secondary">{text.notChosen}</span>
                  )}
                  <span className="self-inspection-refused">{choice.refused.get(row.key)}</span>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );

  /** The button goes with what it says; the focus stays in the dialog. */
  function leaveOut(event: MouseEvent<HTMLElement>): void {
    event.currentTarget.closest('section')?.querySelector('input')?.focus();
    choice.leaveOut();
  }
}

function goOn(event: KeyboardEvent<HTMLElement>): void {
  const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
  if (step === 0 || !(event.target instanceof HTMLInputElement)) return;
  const boxes = [...event.currentTarget.querySelectorAll('input')];
  event.preventDefault();
  boxes[boxes.indexOf(event.target) + step]?.focus();
}
