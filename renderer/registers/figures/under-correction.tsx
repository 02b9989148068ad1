import { underCorrection } from '../../text/figures.ts';
import { WarningSign } from '../../ui/signs.tsx';

/** Sessions that are out of the sums while they are put right. */
export function UnderCorrection({ sessions }: { readonly sessions: number }) {
  if (sessions === 0) return null;
  return (
    <span className="figures-correction">
      <WarningSign /> {underCorrection(sessions)}
    </span>
  );
}
