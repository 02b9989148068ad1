import './institutions.css';
import { InstitutionsPanel } from './institutions-panel.tsx';

/** Institutions of another office, or of closed books: only read. */
export function InstitutionsLedger({ office }: { readonly office: string }) {
  return (
    <div className="institutions">
      <InstitutionsPanel office={office} onEdit={null} />
    </div>
  );
}
