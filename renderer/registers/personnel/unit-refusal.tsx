import { useQuery } from '@tanstack/react-query';
import type { Refusal } from '../../../shared/vocabulary/refusal.ts';
import { unitsText } from '../../text/units-page.ts';
import { organKindWords } from '../../text/words.ts';
import { ConflictNotice, ErrorNotice } from '../../ui/notices.tsx';
import { personnelQueries, type Unit } from './personnel-queries.ts';

interface UnitRefusalProps {
  readonly refusal: Refusal | null;
  readonly id: string;
  /** Called with the unit as somebody else saved it. */
  readonly onSaveMine: (theirs: Unit) => void;
  readonly onDiscardMine: (theirs: Unit) => void;
}

/** Why a unit stayed as it was; when somebody else was first, how it stands now and the choice between the two. */
export function UnitRefusal({ refusal, id, onSaveMine, onDiscardMine }: UnitRefusalProps) {
  const isConflict = refusal?.code === 'conflict';
  const units = useQuery({ ...personnelQueries.units(), enabled: isConflict, staleTime: 0 });
  if (!isConflict) return <ErrorNotice refusal={refusal} />;
  const theirs = units.isFetching ? undefined : units.data?.find((unit) => unit.id === id);
  if (!theirs) return null;
  const { name, kind, orderNumber, closedOn } = theirs;
  const parts = [
    name,
    kind && organKindWords[kind],
    `${unitsText.orderNumber} ${orderNumber}`,
    closedOn && unitsText.closedFrom(closedOn),
  ];
  return (
    <ConflictNotice
      refusal={refusal}
      changes={<p>{unitsText.theirs(parts.filter(Boolean).join(' · '))}</p>}
      onSaveMine={() => onSaveMine(theirs)}
      onDiscardMine={() => onDiscardMine(theirs)}
    />
  );
}
