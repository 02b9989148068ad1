import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { peopleText } from '../../text/personnel-page.ts';
import { Key } from '../../ui/page.tsx';
import { EditPersonForm } from './edit-person-form.tsx';
import { type Person, personnelQueries } from './personnel-queries.ts';
import { TransferForm } from './transfer-form.tsx';
import { useMayKeepRoster } from './who-may.ts';

interface PersonActionsProps {
  readonly person: Person;
  /** Says whom they are about, where the page does not. */
  readonly isNamed?: boolean;
  readonly onOpen?: () => void;
}

/** What can be done with one person: look, correct, transfer. */
export function PersonActions({ person: listed, isNamed = false, onOpen }: PersonActionsProps) {
  const mayKeep = useMayKeepRoster();
  // A list may show another day, and its row is older than what was saved since it was chosen.
  const { data: person = listed } = useQuery(personnelQueries.person(listed.id));
  const [open, setOpen] = useState<'edit' | 'transfer' | null>(null);
  const close = () => setOpen(null);
  return (
    <>
      {isNamed && <span className="secondary">{peopleText.chosen(person.name ?? peopleText.nameless)}</span>}
      {onOpen && (
        <Button size="small" onClick={onOpen}>
          {peopleText.open}
          <Key>Enter</Key>
        </Button>
      )}
      {mayKeep && (
        <>
          <Button size={onOpen ? 'small' : 'middle'} onClick={() => setOpen('edit')}>
            {peopleText.edit}
          </Button>
          <Button size={onOpen ? 'small' : 'middle'} onClick={() => setOpen('transfer')}>
            {peopleText.transfer}
          </Button>
        </>
      )}
      {open === 'edit' && <EditPersonForm person={person} onClose={close} />}
      {open === 'transfer' && <TransferForm person={person} onClose={close} />}
    </>
  );
}
