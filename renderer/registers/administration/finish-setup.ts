import { core } from '../../state/core.ts';
import { useNotices } from '../../state/notices.ts';
import { refusalOf } from '../../state/refusals.ts';
import { useSession } from '../../state/session.ts';
import { setupText } from '../../text/administration-page.ts';

/** The end of the set-up: the first backup is made, and the frame takes over. */
export async function finishSetup(): Promise<void> {
  const { tellDone, tellRefused } = useNotices.getState();
  try {
    await core.office.backup();
    tellDone(setupText.recovery.firstBackup);
  } catch (error) {
    // Set-up is done all the same; the frame tells what is wrong with the backup.
    tellRefused(refusalOf(error));
  }
  useSession.getState().signedIn(await core.office.identity());
}
