import { Input, Radio } from 'antd';
import { useId } from 'react';
import { PARTY_RELATIONS, type PartyRelation } from '../../../shared/vocabulary/party-relations.ts';
import type { core } from '../../state/core.ts';
import { keyText } from '../../text/exchange-keys.ts';
import { exchangeText } from '../../text/exchange-page.ts';
import { fingerprintWords, groupTyped } from '../../text/fingerprint-words.ts';

export type Offered = Awaited<ReturnType<typeof core.exchange.readKeys>> & {
  readonly content: string;
  /** Id of the office that was set up anew with these keys. */
  readonly succeeds: string | null;
};

interface OfferedKeysProps {
  readonly offered: Offered;
  readonly predecessor: string | null;
  readonly hidden: readonly number[];
  readonly typed: Readonly<Record<number, string>>;
  readonly reason: string;
  readonly onTyped: (group: number, text: string) => void;
  readonly onReason: (text: string) => void;
  /** Undefined: it is known what the other one is to us. */
  readonly relation: PartyRelation | null | undefined;
  readonly onRelation: (relation: PartyRelation) => void;
}

/** What the file says, and what has to be typed before it counts. */
export function OfferedKeys(props: OfferedKeysProps) {
  const { offered, predecessor, reason, onReason } = props;
  const { name, code } = exchangeText.partyColumns;
  const reasonId = useId();
  if (offered.trusted && props.relation === undefined) return <p className="notice ok">{keyText.known}</p>;
  if (offered.says !== 'keys') return <p className="notice">{said(offered)}</p>;
  const closing = predecessor ? keyText.succeeds(predecessor) : offered.replaces ? keyText.replaces : null;
  return (
    <>
      <dl className="pairs">
        <dt>{name}</dt>
        <dd>{offered.name}</dd>
        <dt>{code}</dt>
        <dd className="mono">{offered.code}</dd>
      </dl>
      {props.relation !== undefined && <Relation {...props} />}
      {!offered.trusted && <p>{keyText.trustSteps}</p>}
      {!offered.trusted && <Groups {...props} />}
      {closing && <p className="notice danger">{closing}</p>}
      {closing && (
        <div className="field">
          <label htmlFor={reasonId}>
            {keyText.reason}
            <span className="required"> *</span>
          </label>
          <Input id={reasonId} value={reason} onChange={({ target }) => onReason(target.value)} />
        </div>
      )}
    </>
  );
}

/** Between two groups nothing else tells who reports to whom. */
function Relation({ relation, onRelation }: OfferedKeysProps) {
  return (
    <fieldset className="field exchange-relation">
      <legend>
        {keyText.relation}
        <span className="required"> *</span>
      </legend>
      <Radio.Group
        value={relation}
        options={PARTY_RELATIONS.map((value) => ({ value, label: keyText.relations[value] }))}
        onChange={({ target }) => onRelation(target.value)}
      />
      <p className="secondary">{keyText.relationHint}</p>
    </fieldset>
  );
}

function Groups({ offered, hidden, typed, onTyped }: OfferedKeysProps) {
  const words = fingerprintWords(offered.fingerprint);
  return (
    <ol className="exchange-groups exchange-fingerprint">
      {offered.fingerprint.split(' ').map((digits, at) => {
        const place = at + 1;
        const text = typed[place] ?? '';
        const isWrong = text !== '' && groupTyped(text) === null;
        return (
          <li key={keyText.group(place)}>
            <span className="secondary">{keyText.group(place)}</span>
            {hidden.includes(place) ? (
              <>
                <Input
                  aria-label={keyText.typed(place)}
                  aria-invalid={isWrong}
                  placeholder={keyText.hidden}
                  status={isWrong ? 'error' : ''}
                  value={text}
                  onChange={({ target }) => onTyped(place, target.value)}
                />
                {isWrong && <span className="exchange-wrong">{keyText.typedWrong}</span>}
              </>
            ) : (
              <>
                <span className="mono">{digits}</span>
                <span>{words[at]}</span>
              </>
            )}
          </li>
        );
      })}
    </ol>
  );
}

function said({ says, name, from, reason }: Offered): string {
  const sequence = from?.sequence ?? 1;
  return says === 'rotation'
    ? keyText.rotation(name, sequence)
    : keyText.revocation(name, sequence, reason ?? '');
}
