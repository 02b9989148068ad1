import { useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { filingsText } from '../../text/self-inspection-page.ts';
import { type ChangeSearch, NO_FILTER } from './room-search.ts';
import { type Round, selfInspectionQueries } from './self-inspection-queries.ts';

interface RoundSelectProps {
  /** The own one when absent. */
  readonly office?: string;
  readonly rounds: readonly Round[];
  readonly chosen: Round;
  readonly change: ChangeSearch;
}

/** Every round under the phase in which it began. */
export function RoundSelect({ office, rounds, chosen, change }: RoundSelectProps) {
  const phases = useQuery(selfInspectionQueries.campaign(office)).data?.phases ?? [];
  return (
    <Select
      className="self-inspection-round"
      aria-label={filingsText.round}
      value={chosen.id}
      onChange={(round) => change({ round, ...NO_FILTER, filing: undefined })}
      options={byPhase(rounds, phases).map(({ name, rounds: within }) => ({
        label: name,
        title: name,
        options: within.map(({ id, number, name: title }) => ({
          value: id,
          label: filingsText.roundNamed(number, title),
        })),
      }))}
      popupMatchSelectWidth={false}
    />
  );
}

/** In the order of the phases; what began in none comes last. */
function byPhase(
  rounds: readonly Round[],
  phases: readonly { readonly id: string; readonly name: string }[],
) {
  const known = new Set(phases.map(({ id }) => id));
  const groups = phases.map(({ id, name }) => ({ name, rounds: rounds.filter(({ phase }) => phase === id) }));
  const others = rounds.filter(({ phase }) => phase === null || !known.has(phase));
  return [...groups, { name: filingsText.noPhase, rounds: others }].filter(
    (group) => group.rounds.length > 0,
  );
}
