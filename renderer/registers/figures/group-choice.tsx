import { figuresPageText as text } from '../../text/figures-page.ts';
import { FIGURE_GROUPS, type FigureGroup } from './figure-groups.ts';

/** A frame that scrolls must be reachable by keyboard, where nothing in it is. */
export const scrolling = (label: string) => ({ role: 'group', tabIndex: 0, 'aria-label': label });

interface GroupChoiceProps {
  readonly chosen: FigureGroup;
  readonly onChoose: (group: FigureGroup) => void;
}

export function GroupChoice({ chosen, onChoose }: GroupChoiceProps) {
  return (
    <fieldset className="figures-choice" aria-label={text.officesLabel}>
      {FIGURE_GROUPS.map((group) => (
        <button key={group} type="button" aria-pressed={group === chosen} onClick={() => onChoose(group)}>
          {text.groups[group]}
        </button>
      ))}
    </fieldset>
  );
}
