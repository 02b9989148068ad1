import type { ReactNode } from 'react';

/** The strip of pages before anybody is signed in: the program, then where one is. */
export function OfficeStrip({
  name,
  role,
  place,
}: {
  readonly name: string;
  readonly role?: string;
  readonly place: ReactNode;
}) {
  return (
    <header className="strip">
      <strong className="strip-office">{name}</strong>
      {role && <span className="strip-role">{role}</span>}
      <span>{place}</span>
    </header>
  );
}
