import { type KeyboardEvent, useRef } from 'react';
import { setupText } from '../../text/administration-page.ts';
import { isComposing } from '../../ui/keyboard.ts';
import { Panel } from '../../ui/page.tsx';
import { TickSign } from '../../ui/signs.tsx';
import { foldTyped, GROUP_LENGTH, matches } from './recovery-groups.ts';

interface RecoveryTypingProps {
  readonly groups: readonly string[];
  readonly typed: readonly string[];
  readonly onTyped: (typed: readonly string[]) => void;
}

const text = setupText.recovery;

/** Seven boxes, each checked as it is filled; four characters lead on, Backspace in an empty one leads back. */
export function RecoveryTyping({ groups, typed, onTyped }: RecoveryTypingProps) {
  const boxes = useRef<(HTMLInputElement | null)[]>([]);
  const done = groups.filter((group, at) => matches(typed[at] ?? '', group)).length;
  const wrong = groups.findIndex((group, at) => isWrong(typed[at] ?? '', group));
  return (
    <Panel title={text.type} note={text.typed(done)} padded foot={text.note}>
      <ol className="recovery-boxes">
        {groups.map((group, at) => {
          const value = typed[at] ?? '';
          return (
            <li key={text.group(at + 1)}>
              <label htmlFor={`group-${at}`}>
                {text.group(at + 1)} {matches(value, group) && <TickSign />}
              </label>
              <input
                id={`group-${at}`}
                ref={(element) => {
                  boxes.current[at] = element;
                }}
                className={isWrong(value, group) ? 'mono wrong' : 'mono'}
                aria-invalid={isWrong(value, group)}
                autoComplete="off"
                spellCheck={false}
                value={value}
                onChange={({ target }) => type(at, target.value)}
                onPaste={(event) => event.preventDefault()}
                onKeyDown={(event) => goBack(event, at)}
              />
            </li>
          );
        })}
      </ol>
      {wrong >= 0 && (
        <div className="notice danger" role="alert">
          <h3>{text.wrong(wrong + 1)}</h3>
          <p>{text.wrongSays}</p>
        </div>
      )}
    </Panel>
  );

  function type(at: number, value: string): void {
    const next = [...typed];
    next[at] = foldTyped(value);
    onTyped(next);
    if (matches(next[at], groups[at] ?? '')) boxes.current[at + 1]?.focus();
  }

  function goBack(event: KeyboardEvent, at: number): void {
    if (event.key !== 'Backspace' || isComposing(event.nativeEvent) || typed[at]) return;
    event.preventDefault();
    boxes.current[at - 1]?.focus();
  }
}

function isWrong(typed: string, group: string): boolean {
  return typed.length >= GROUP_LENGTH && !matches(typed, group);
}
