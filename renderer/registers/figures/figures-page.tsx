import './figures.css';
import { useIdentity } from '../../state/session.ts';
import { useFiguresAddress } from './figure-question.ts';
import { GroupFigures } from './group-figures.tsx';
import { OfficeFigures } from './office-figures.tsx';

/** Every figure as of one day, under today's knowledge: of the own office, of a group's one, or of all of them. */
export function FiguresPage() {
  const { role } = useIdentity();
  const address = useFiguresAddress();
  const isWhole = role === 'group' && address.question.office === undefined;
  return isWhole ? <GroupFigures {...address} /> : <OfficeFigures {...address} />;
}
