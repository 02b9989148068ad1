import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { peopleText, type TransferKind, transferText } from '../../text/personnel-page.ts';
import { Key } from '../../ui/page.tsx';
import { EditPersonForm } from './edit-person-form.tsx';
import { type Person, personnelQueries } from './personnel-queries.ts';
import { TransferForm } from './transfer-form.tsx';
import { useMayKeepRoster } from './who-may.ts';

/** In the order in which they happen most. */
const TRANSFERS: readonly TransferKind[] = [
  'transfer',
  'secondedIn',
  'secondedOut',
  'retired',
  'transferredOut',
];

interface PersonActionsProps {
  readonly person: Person;
  readonly size?: 'small' | 'middle';
  readonly onOpen?: () => void;
}

/** What can be done with one person: look, correct, and all that happens to a posting, each on its day. */
export function PersonActions({ person: listed, size = 'middle', onOpen }: PersonActionsProps) {
  const mayKeep = useMayKeepRoster();
  // A list may show another day, and its row is older than what was saved since it was chosen.
  const { data: person = listed } = useQuery(personnelQueries.person(listed.id));
  const [open, setOpen] = useState<'edit' | TransferKind | null>(null);
  const close = () => setOpen(null);
  return (
    <>
      {onOpen && (
        <Button size={size} onClick={onOpen}>
          {peopleText.open}
          <Key>Enter</Key>
        </Button>
      )}
      {mayKeep && (
        <Button size={size} onClick={() => setOpen('edit')}>
          {peopleText.edit}
        </Button>
      )}
      {mayKeep &&
        TRANSFERS.map((kind) => (
          <Button key={kind} size={size} onClick={() => setOpen(kind)}>
            {transferText[kind].button}
          </Button>
        ))}
      {open === 'edit' && <EditPersonForm person={person} onClose={close} />}
      {open !== null && open !== 'edit' && <TransferForm kind={open} person={person} onClose={close} />}
    </>
  );
}
