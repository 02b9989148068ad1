import { useQuery } from '@tanstack/react-query';
import { core } from '../state/core.ts';
import { useIdentity } from '../state/session.ts';
import { dayOf, frameText } from '../text/frame.ts';
import { Key } from '../ui/page.tsx';
import { LockSign } from '../ui/signs.tsx';

/** Office and role in words, the campaign's phases, the account, the lock; also the window's title bar. */
export function TopStrip({ onLock }: { readonly onLock: () => void }) {
  const { name, role, demo, account } = useIdentity();
  const roles = account?.roles.map((one) => frameText.roles[one]).join('、') ?? frameText.recoveryCode;
  return (
    <header className="strip">
      <strong className="strip-office" title={name}>
        {name}
      </strong>
      <span className="strip-role">{frameText.installation(role)}</span>
      {demo && <span className="strip-role">{frameText.demo}</span>}
      {account?.single && <span className="strip-role">{frameText.single}</span>}
      <Phases />
      <span className="strip-account">
        {account && `${account.name} · `}
        {roles}
      </span>
      <button type="button" className="strip-lock in-strip" onClick={onLock}>
        <LockSign /> {frameText.lock}
        <Key>Ctrl+L</Key>
      </button>
    </header>
  );
}

function Phases() {
  const { today } = useIdentity();
  const campaign = useQuery({ queryKey: ['campaign'], queryFn: () => core.campaign.current() });
  return (
    <ol className="strip-phases">
      {campaign.data?.phases.map(({ id, name, beginsOn, endsOn }) => {
        const isNow = beginsOn <= today && today <= endsOn;
        return (
          <li key={id} className={isNow ? 'now' : undefined} aria-current={isNow ? 'step' : undefined}>
            <span>{titleOf(name, beginsOn, endsOn, today)}</span>
            <span>
              {dayOf(beginsOn)}—{dayOf(endsOn)}
            </span>
            <progress
              className="strip-progress"
              max={100}
              value={percentOf(beginsOn, endsOn, today)}
              aria-hidden="true"
            />
          </li>
        );
      })}
    </ol>
  );
}

function titleOf(name: string, beginsOn: string, endsOn: string, today: string): string {
  if (today < beginsOn) return name;
  return today > endsOn ? frameText.phaseOver(name) : frameText.phaseDay(name, days(beginsOn, today) + 1);
}

function percentOf(beginsOn: string, endsOn: string, today: string): number {
  const share = (days(beginsOn, today) + 1) / (days(beginsOn, endsOn) + 1);
  return Math.max(0, Math.min(100, Math.round(share * 100)));
}

function days(from: string, to: string): number {
  return (Date.parse(to) - Date.parse(from)) / 86_400_000;
}
