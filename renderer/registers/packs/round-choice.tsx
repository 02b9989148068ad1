import { useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { issueText as text } from '../../text/packs-page.ts';
import { filingsText } from '../../text/self-inspection-page.ts';
import type { OccasionChoiceProps } from './pack-pages.tsx';
import { packsQueries } from './packs-queries.ts';

/** The rounds there are, the latest first. */
export function RoundChoice({ occasion, onChange }: OccasionChoiceProps) {
  const { data = [] } = useQuery(packsQueries.rounds());
  return (
    <div className="field">
      <label htmlFor="packs-round">{text.round}</label>
      <Select
        id="packs-round"
        aria-label={text.round}
        placeholder={text.chooseRound}
        value={occasion ?? null}
        onChange={(id: string) => onChange(id)}
        options={data.toReversed().map(({ id, number, name, beginsOn, endsOn }) => ({
          value: id,
          label: text.roundOf(filingsText.roundNamed(number, name), filingsText.roundDates(beginsOn, endsOn)),
        }))}
        popupMatchSelectWidth={false}
        notFoundContent={text.noRound}
      />
    </div>
  );
}
