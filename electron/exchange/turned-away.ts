import { TURNED_AWAY_CODES, type TurnedAwayCode } from '../../shared/vocabulary/import-outcomes.ts';
import type { Refusal } from '../../shared/vocabulary/refusal.ts';
import { claimedManifest, type OpenOptions } from '../bundle/bundle.ts';
import { sha256 } from '../bundle/document.ts';
import type { OpenLedger } from '../store/ledger-store.ts';
import type { BundleFile } from './bundle-report.ts';
import { insertTurnedAway, isTurnedAway } from './turned-away-sql.ts';

/**
 * Notes a file that may well be a bundle but is sealed to others or signed by nobody whom we know: its digest and
 * what it claims, never what it holds. The same file again writes nothing.
 */
export async function noteTurnedAway(
  ledger: OpenLedger,
  { fileName, content }: BundleFile,
  refusal: Refusal,
  options: OpenOptions,
): Promise<void> {
  const code = TURNED_AWAY_CODES.find((one): one is TurnedAwayCode => one === refusal.code);
  const hash = sha256(content);
  if (!code || ledger.read((db) => isTurnedAway(db, hash))) return;
  const said = await claimedManifest(content, options);
  const claims = said && { code: said.sender.code, name: said.sender.name, sequence: said.sequence };
  ledger.write(ledger.account.pk, 'exchange.turnAway', (write) => {
    write.undo.leaveNoStep();
    insertTurnedAway(write, { hash, fileName, code, claims });
    write.record({ turnedAway: hash, fileName, code });
  });
}
