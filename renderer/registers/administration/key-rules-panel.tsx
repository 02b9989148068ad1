import { useQuery } from '@tanstack/react-query';
import { useIdentity, useMay } from '../../state/session.ts';
import { registerKeyText as text } from '../../text/summaries-page.ts';
import { Panel } from '../../ui/page.tsx';
import { administrationQueries, type RegisterKey } from './administration-queries.ts';
import { openedByRecovery } from './opened-by-recovery.ts';

/** Who reads summaries, who lets others in, and how that is lost. */
export function KeyRulesPanel() {
  const { data } = useQuery(administrationQueries.registerKey);
  return (
    <Panel title={text.rules} padded>
      {data && <Rules registerKey={data} />}
    </Panel>
  );
}

function Rules({ registerKey }: { readonly registerKey: RegisterKey }) {
  const { recovery, accounts } = registerKey;
  const nobody = !recovery && !accounts.some(({ holds }) => holds);
  const cannot = useWhyNot(registerKey);
  return (
    <div className="system-stack">
      {nobody && <p className="notice warn">{text.nobody}</p>}
      <dl className="pairs">
        <dt>{text.who}</dt>
        <dd>{text.whoSays}</dd>
        <dt>{text.byWhom}</dt>
        <dd>
          {text.byWhomSays}
          {cannot && <b> {cannot}</b>}
        </dd>
        <dt>{text.loss}</dt>
        <dd>{text.lossSays}</dd>
        <dt>{text.recovery}</dt>
        <dd>{recovery ? text.recoverySays : text.recoveryMissing}</dd>
      </dl>
    </div>
  );
}

/** Why nothing is offered although somebody waits. */
function useWhyNot({ held, accounts }: RegisterKey): string | null {
  const { account } = useIdentity();
  const isAdministratorOnly = !useMay('clerk', 'reviewer');
  const isReviewer = useMay('reviewer');
  const waits = accounts.some(({ holds, ready }) => ready && !holds);
  if (!waits || openedByRecovery(account)) return null;
  if (isAdministratorOnly) return text.cannot.administrator;
  if (!held) return text.cannot.notHeld;
  return isReviewer ? null : text.cannot.clerk;
}
