import { Checkbox, Input } from 'antd';
import { useId } from 'react';
import { namedText as text } from '../../text/named-bundles.ts';

/** What has to be said before names leave. */
export interface NamesSaid {
  readonly reason: string;
  readonly isSure: boolean;
}

export function mayLeave({ reason, isSure }: NamesSaid): boolean {
  return isSure && reason.trim() !== '';
}

interface NamesChoiceProps {
  /** Null: without names, as ever. */
  readonly said: NamesSaid | null;
  /** Name of whoever gets them. */
  readonly recipient: string;
  readonly onChange: (said: NamesSaid | null) => void;
}

/** The second way of an export, with its own confirmation: in plain words what leaves, and that it never comes back. */
export function NamesChoice({ said, recipient, onChange }: NamesChoiceProps) {
  const field = useId();
  return (
    <div className="names-choice">
      <Checkbox
        checked={said !== null}
        onChange={({ target }) => onChange(target.checked ? { reason: '', isSure: false } : null)}
      >
        <span className="secondary">{text.choice}</span>
      </Checkbox>
      {said === null ? (
        <p className="hint">{text.choiceHint}</p>
      ) : (
        <div className="notice danger">
          <ul>
            {text.warning(recipient).map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
          <label htmlFor={field}>{text.reason}</label>
          <Input
            id={field}
            value={said.reason}
            maxLength={200}
            required
            onChange={({ target }) => onChange({ ...said, reason: target.value })}
          />
          <Checkbox
            checked={said.isSure}
            onChange={({ target }) => onChange({ ...said, isSure: target.checked })}
          >
            {text.sure}
          </Checkbox>
        </div>
      )}
    </div>
  );
}
