import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { Whose } from '../../../shared/vocabulary/words.ts';
import { useMay } from '../../state/session.ts';
import { ledgerText } from '../../text/rectification-page.ts';
import { ledgerForm } from './ledger-form.ts';
import type { LedgerSearch } from './ledger-search.ts';
import { type Place, rectificationQueries } from './rectification-queries.ts';

/** The ledger on paper, narrowed as it is looked at; where paper cannot say the same, why. */
export function PrintLink({ place, search }: { readonly place: Place; readonly search: LedgerSearch }) {
  const phases = useQuery(rectificationQueries.campaign(place.office)).data?.phases;
  const form = ledgerForm(search, { ...place, phases }, useOwnMoves());
  const { print, printHint, notPrinted } = ledgerText.more;
  if (form === null)
    return (
      <button type="button" className="link-button" disabled title={notPrinted}>
        {print}
      </button>
    );
  return (
    <Link to="/forms" search={form} title={printHint}>
      {print}
    </Link>
  );
}

/** The moves that are the account's by its roles. */
function useOwnMoves(): readonly Whose[] {
  const held = { clerk: useMay('clerk'), reviewer: useMay('reviewer'), group: useMay('member') };
  return (['clerk', 'reviewer', 'group'] as const).filter((who) => held[who]);
}
