import './supporting.css';
import { TalksPanel } from './talks-panel.tsx';

/** Talks of closed books: only read. */
export function TalksLedger({ office }: { readonly office: string }) {
  return (
    <div className="supporting-talks-read">
      <TalksPanel office={office} onEdit={null} />
    </div>
  );
}
