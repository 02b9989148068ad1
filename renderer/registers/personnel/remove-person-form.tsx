import { Button } from 'antd';
import { core } from '../../state/core.ts';
import { useWrite } from '../../state/writes.ts';
import { formText } from '../../text/form.ts';
import { peopleText, personText } from '../../text/personnel-page.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { PersonRefusal } from './person-refusal.tsx';
import type { PersonCard } from './personnel-queries.ts';

interface RemovePersonFormProps {
  readonly person: PersonCard;
  readonly onClose: () => void;
  readonly onGone: () => void;
}

/** Somebody who was never there; whoever left has a posting that says so. */
export function RemovePersonForm({ person, onClose, onGone }: RemovePersonFormProps) {
  const { id, rev } = person;
  const name = person.name ?? peopleText.nameless;
  const remove = useWrite((version: number) => core.personnel.removePerson({ id, rev: version }), {
    shownInPlace: true,
    done: () => personText.removed(name),
    onDone: onGone,
  });
  return (
    <Dialog
      title={personText.removeTitle(name)}
      onClose={onClose}
      onSubmit={() => remove.mutate(rev)}
      foot={
        <>
          <Button onClick={onClose}>{formText.cancel}</Button>
          <Button type="primary" htmlType="submit" disabled={remove.isPending}>
            {personText.remove}
          </Button>
        </>
      }
    >
      <PersonRefusal
        refusal={remove.error}
        id={id}
        onSaveMine={(theirs) => remove.mutate(theirs.rev)}
        onDiscardMine={onClose}
      />
      <p>{personText.removeNote}</p>
    </Dialog>
  );
}
