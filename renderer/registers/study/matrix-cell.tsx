import { matrixText } from '../../text/study-tables.ts';

type Code = keyof typeof matrixText.cells;

/** Present is a quiet tick, what is owed a letter on colour, what was made good a letter in a ring. */
const STYLES: Readonly<Record<Code, string>> = {
  p: 'present',
  u: 'open',
  e: 'exempt',
  l: 'owed',
  a: 'absent',
  m: 'done',
  b: 'done',
  n: 'good',
  c: 'good',
  o: 'waived',
  d: 'waived',
  '-': 'none',
};

/** One person in one session. */
export function MatrixCell({ code }: { readonly code: string }) {
  const known: Code = code in STYLES ? (code as Code) : '-';
  return (
    <span className={`matrix-cell ${STYLES[known]}`} role="img" aria-label={matrixText.cells[known]}>
      {matrixText.letters[known]}
    </span>
  );
}
