import type { ReactNode } from 'react';

/** A panel that is one of several to be done in order. */
export function NumberedTitle({
  number,
  children,
}: {
  readonly number: number;
  readonly children: ReactNode;
}) {
  return (
    <>
      <span className="number-badge">{number}</span>
      {children}
    </>
  );
}
