import { Select } from 'antd';
import { calendarDate } from '../../../shared/vocabulary/dates.ts';
import { frameText } from '../../text/frame.ts';

interface Phase {
  readonly id: string;
  readonly name: string;
  readonly beginsOn: string;
  readonly endsOn: string;
}

interface PhaseSelectProps {
  readonly phases: readonly Phase[];
  readonly chosen: string | undefined;
  readonly onChoose: (id: string | undefined) => void;
}

export function PhaseSelect({ phases, chosen, onChoose }: PhaseSelectProps) {
  return (
    <Select<string | null>
      className="supporting-unit"
      aria-label={frameText.phase}
      value={chosen ?? null}
      onChange={(id) => onChoose(id ?? undefined)}
      options={[
        { value: null, label: frameText.anyPhase },
        ...phases.map(({ id, name }) => ({ value: id, label: name })),
      ]}
      popupMatchSelectWidth={false}
    />
  );
}

/** What bears a day belongs to the phase whose days hold it. */
export function spanOf(phase: Phase | undefined) {
  return phase ? { from: calendarDate(phase.beginsOn), until: calendarDate(phase.endsOn) } : {};
}
