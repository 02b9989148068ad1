import { type CompositionEvent, type KeyboardEvent, useRef } from 'react';
import { setupText } from '../../text/administration-page.ts';
import { isComposing } from '../../ui/keyboard.ts';
import { Key, Panel } from '../../ui/page.tsx';
import { TickSign, WarningSign } from '../../ui/signs.tsx';
import { LinesNotice } from './lines-notice.tsx';
import { NumberedTitle } from './numbered-title.tsx';
import { firstWrong, foldTyped, matches, nextOpen } from './recovery-groups.ts';

interface RecoveryTypingProps {
  readonly groups: readonly string[];
  readonly typed: readonly string[];
  readonly onTyped: (typed: readonly string[]) => void;
  readonly onEnter: () => void;
}

const text = setupText.recovery;

/** Seven boxes, each checked as it is filled; four characters lead on, Backspace in an empty one leads back. */
export function RecoveryTyping({ groups, typed, onTyped, onEnter }: RecoveryTypingProps) {
  const boxes = useRef<(HTMLInputElement | null)[]>([]);
  const matched = groups.filter((group, at) => matches(typed[at] ?? '', group)).length;
  const wrongAt = groups.findIndex((group, at) => firstWrong(typed[at] ?? '', group) !== null);
  return (
    <Panel
      title={<NumberedTitle number={2}>{text.type}</NumberedTitle>}
      note={text.typed(matched)}
      extra={
        <span className="secondary wide-only">
          <Key>Backspace</Key> {text.backspace}
        </span>
      }
      padded
      foot={text.note}
    >
      <ol className="recovery-boxes">{groups.map(box)}</ol>
      {wrongAt >= 0 && (
        <LinesNotice
          title={
            <>
              <WarningSign />{' '}
              {text.wrong(wrongAt + 1, firstWrong(typed[wrongAt] ?? '', groups[wrongAt] ?? '') ?? 1)}
            </>
          }
          lines={text.wrongLines(wrongAt + 1, matched)}
        />
      )}
    </Panel>
  );

  function box(group: string, at: number) {
    const value = typed[at] ?? '';
    const isRight = matches(value, group);
    const isWrong = firstWrong(value, group) !== null;
    return (
      <li key={text.group(at + 1)}>
        <label htmlFor={`group-${at}`} className={isWrong ? 'wrong' : undefined}>
          {text.group(at + 1)} {isRight && <TickSign />}
          {isWrong && <WrongSign />}
        </label>
        <input
          id={`group-${at}`}
          ref={(element) => {
            boxes.current[at] = element;
          }}
          className={boxClass(isRight, isWrong)}
          aria-invalid={isWrong}
          autoComplete="off"
          spellCheck={false}
          value={value}
          onChange={({ target, nativeEvent }) =>
            // While an input method composes, the text is its own.
            (nativeEvent as InputEvent).isComposing ? keep(at, target.value) : take(at, target.value)
          }
          onCompositionEnd={(event: CompositionEvent<HTMLInputElement>) =>
            take(at, event.currentTarget.value)
          }
          onPaste={(event) => event.preventDefault()}
          onDrop={(event) => event.preventDefault()}
          onKeyDown={(event) => onKeyDown(event, at)}
        />
      </li>
    );
  }

  function take(at: number, value: string): void {
    const next = keep(at, foldTyped(value));
    if (matches(next[at] ?? '', groups[at] ?? '')) boxes.current[nextOpen(next, groups, at)]?.focus();
  }

  function keep(at: number, value: string): readonly string[] {
    const next = groups.map((_, index) => (index === at ? value : (typed[index] ?? '')));
    onTyped(next);
    return next;
  }

  function onKeyDown(event: KeyboardEvent, at: number): void {
    if (isComposing(event.nativeEvent)) return;
    if (event.key === 'Enter') onEnter();
    if (event.key !== 'Backspace' || typed[at]) return;
    event.preventDefault();
    boxes.current[at - 1]?.focus();
  }
}

function WrongSign() {
  return <span aria-hidden="true">✕</span>;
}

function boxClass(isRight: boolean, isWrong: boolean): string {
  if (isWrong) return 'mono wrong';
  return isRight ? 'mono right' : 'mono';
}
