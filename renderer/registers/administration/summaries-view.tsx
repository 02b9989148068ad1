import { useMay } from '../../state/session.ts';
import { KeyRulesPanel } from './key-rules-panel.tsx';
import { PurgesPanel } from './purges-panel.tsx';
import { RegisterKeyPanel } from './register-key-panel.tsx';
import { RetentionPanel } from './retention-panel.tsx';

/** Summaries of self-inspections: who reads them, and how long they are kept. */
export function SummariesView() {
  const seesReports = useMay('administrator', 'reviewer');
  return (
    <div className="system-grid system-even">
      <div className="system-column system-main">
        <RegisterKeyPanel />
        <KeyRulesPanel />
      </div>
      <div className="system-column system-side">
        <RetentionPanel />
        {seesReports && <PurgesPanel />}
      </div>
    </div>
  );
}
