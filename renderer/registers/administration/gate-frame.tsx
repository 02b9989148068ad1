import './gate.css';
import type { ReactNode } from 'react';
import type { InstallationRole } from '../../../shared/vocabulary/words.ts';
import { gateText } from '../../text/administration-page.ts';
import { frameText } from '../../text/frame.ts';

interface GateFrameProps {
  /** The office's name, or the program's where nobody knows it yet. */
  readonly name: string;
  readonly role: InstallationRole | null;
  readonly demo: boolean;
  readonly place: string;
  readonly today: string | undefined;
  /** What the bottom line tells beside the date. */
  readonly told: ReactNode;
  readonly children: ReactNode;
}

/** The strip and the bottom line of pages on which nobody works in the registers. */
export function GateFrame({ name, role, demo, place, today, told, children }: GateFrameProps) {
  return (
    <div className="gate" data-role={role ?? undefined}>
      <header className="strip">
        <strong className="strip-office" title={name}>
          {name}
        </strong>
        {role && <span className="strip-role">{frameText.installation(role)}</span>}
        {demo && <span className="strip-role">{frameText.demo}</span>}
        <span className="gate-place">{place}</span>
        <span className="strip-account">{today && gateText.machineDay(today)}</span>
      </header>
      {children}
      <footer className="status-bar">
        {told}
        <span className="status-item secrets">{gateText.noSecrets}</span>
      </footer>
    </div>
  );
}
