import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { refusalOf } from '../../state/refusals.ts';
import { useIdentity } from '../../state/session.ts';
import { formText } from '../../text/form.ts';
import { remindersText as text } from '../../text/self-inspection-batches.ts';
import { filingsText } from '../../text/self-inspection-page.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { ErrorNotice } from '../../ui/notices.tsx';
import { type Reminders, type Round, selfInspectionQueries } from './self-inspection-queries.ts';

interface RemindersDialogProps {
  readonly round: Round;
  /** The unit that the room shows; all of them without one. */
  readonly unit: string | undefined;
  readonly onClose: () => void;
}

/** Who still owes a form, by unit: on paper stands this sheet alone. */
export function RemindersDialog({ round, unit, onClose }: RemindersDialogProps) {
  const { data, error } = useQuery(selfInspectionQueries.reminders(round.id, unit));
  return (
    <Dialog
      wide
      title={text.title}
      onClose={onClose}
      foot={
        <>
          <Button onClick={onClose}>{formText.close}</Button>
          <Button type="primary" disabled={!data || data.total === 0} onClick={() => window.print()}>
            {text.print}
          </Button>
        </>
      }
    >
      <ErrorNotice refusal={error && refusalOf(error)} />
      {data ? <Sheet round={round} reminders={data} /> : <p>{filingsText.loading}</p>}
    </Dialog>
  );
}

function Sheet({ round, reminders }: { readonly round: Round; readonly reminders: Reminders }) {
  const { today } = useIdentity();
  const { total, units, people } = reminders;
  const sum = (of: 'due' | 'returned') => units.reduce((all, one) => all + one[of], 0);
  return (
    <section className="self-inspection-reminders" aria-label={text.title}>
      <h3>{text.heading(filingsText.roundNamed(round.number, round.name))}</h3>
      <p>{text.asOf(today, round.endsOn)}</p>
      {total === 0 && <p>{text.none}</p>}
      {total > 0 && (
        <>
          <p>{text.counts(total, sum('due'), sum('returned'))}</p>
          <table>
            <thead>
              <tr>
                <th scope="col">{text.unit}</th>
                <th scope="col">{text.people}</th>
                <th scope="col">{text.names}</th>
              </tr>
            </thead>
            <tbody>
              {units.map(({ unit, unitName, due, returned }) => (
                <tr key={unit}>
                  <th scope="row">{unitName}</th>
                  <td className="number">{text.ofUnit(due, returned)}</td>
                  <td>
                    {people
                      .filter((one) => one.unit === unit)
                      .map(({ person, name, state }) => (
                        <span key={person}>
                          {name}
                          {state === 'returned' && text.returned}
                        </span>
                      ))}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </>
      )}
      <p className="secondary">{text.definition}</p>
    </section>
  );
}
