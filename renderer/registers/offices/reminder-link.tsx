import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { Button } from 'antd';
import { isOwed } from '../../../shared/rules/reporting.ts';
import { gridText } from '../../text/oversight-page.ts';
import { officesQueries } from './offices-queries.ts';
import { useOverviewAddress } from './use-address.ts';

/** One letter to all that owe something of the periods shown; a cell has the letter to its office alone. */
export function ReminderLink() {
  const { until } = useOverviewAddress();
  const navigate = useNavigate();
  const { data } = useQuery(officesQueries.grid(until));
  const owing = data?.offices.filter(({ cells }) => cells.some(isOwed)).length ?? 0;
  return (
    <Button
      disabled={owing === 0}
      onClick={() => void navigate({ to: '/forms', search: { form: 'reminderLetter', until } })}
    >
      {gridText.remind(owing)}
    </Button>
  );
}
