import { Select } from 'antd';
import { filingsText } from '../../text/self-inspection-page.ts';
import { type ChangeSearch, NO_FILTER } from './room-search.ts';
import type { Round } from './self-inspection-queries.ts';

interface RoundSelectProps {
  readonly rounds: readonly Round[];
  readonly chosen: Round;
  readonly change: ChangeSearch;
}

export function RoundSelect({ rounds, chosen, change }: RoundSelectProps) {
  return (
    <Select
      className="self-inspection-round"
      aria-label={filingsText.round}
      value={chosen.id}
      onChange={(round) => change({ round, ...NO_FILTER, filing: undefined })}
      options={rounds.map(({ id, number, name }) => ({
        value: id,
        label: filingsText.roundNamed(number, name),
      }))}
      popupMatchSelectWidth={false}
    />
  );
}
