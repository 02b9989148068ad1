import { Fragment } from 'react';

export interface Term {
  readonly id: string;
  readonly title: string;
  readonly value: number;
  readonly tone?: 'danger' | 'warn' | undefined;
}

interface IdentitySumProps {
  readonly whole: { readonly title: string; readonly value: number };
  readonly terms: readonly Term[];
  /** The term by which the list below is filtered; without `onChoose` the terms are plain text. */
  readonly chosen?: string | null;
  readonly onChoose?: (id: string | null) => void;
}

/** A sum written as the identity that it is; each term filters the list that it counts. */
export function IdentitySum({ whole, terms, chosen = null, onChoose }: IdentitySumProps) {
  return (
    <div className="sum">
      <span>
        {whole.title} <b>{whole.value}</b>
      </span>
      {terms.map((term, at) => (
        <Fragment key={term.id}>
          <span>{at === 0 ? '＝' : '＋'}</span>
          <TermOf term={term} chosen={chosen} onChoose={onChoose} />
        </Fragment>
      ))}
    </div>
  );
}

function TermOf({
  term,
  chosen,
  onChoose,
}: {
  readonly term: Term;
  readonly chosen: string | null;
  readonly onChoose: ((id: string | null) => void) | undefined;
}) {
  const { id, title, value, tone } = term;
  const style = value > 0 && tone ? { color: `var(--${tone})` } : undefined;
  const content = (
    <>
      {title} <b style={style}>{value}</b>
    </>
  );
  if (!onChoose) return <span>{content}</span>;
  return (
    <button type="button" aria-pressed={chosen === id} onClick={() => onChoose(chosen === id ? null : id)}>
      {content}
    </button>
  );
}
