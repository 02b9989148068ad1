import { useQuery } from '@tanstack/react-query';
import { Button, Checkbox } from 'antd';
import { useMemo, useState } from 'react';
import { refusalOf } from '../../state/refusals.ts';
import { useIdentity, useMay } from '../../state/session.ts';
import { unitsText } from '../../text/units-page.ts';
import { ErrorNotice } from '../../ui/notices.tsx';
import { Panel } from '../../ui/page.tsx';
import { personnelQueries } from './personnel-queries.ts';
import { isShownOn } from './tree-rows.ts';
import { UnitActions } from './unit-actions.tsx';
import { AddUnitForm } from './unit-form.tsx';
import { UnitTree } from './unit-tree.tsx';

interface UnitsPanelProps {
  readonly chosen: string | null;
  readonly asOf: string;
  readonly onChoose: (unit: string | null) => void;
}

/** The units as a tree, each with its people of the day; the chosen one filters the list beside it. */
export function UnitsPanel({ chosen, asOf, onChoose }: UnitsPanelProps) {
  const units = useQuery(personnelQueries.units(asOf));
  const [isAdding, setAdding] = useState(false);
  const [showsClosed, setShowsClosed] = useState(false);
  const { readOnlyBecause, role } = useIdentity();
  const mayKeep = useMay('clerk', 'reviewer') && role === 'office' && readOnlyBecause === null;
  const all = units.data ?? [];
  const shown = useMemo(
    () => (units.data ?? []).filter((unit) => showsClosed || unit.id === chosen || isShownOn(unit, asOf)),
    [units.data, showsClosed, chosen, asOf],
  );
  const closed = all.filter((unit) => !isShownOn(unit, asOf)).length;
  const unit = all.find(({ id }) => id === chosen);
  return (
    <Panel
      title={unitsText.title}
      className="personnel-units"
      foot={
        <>
          {mayKeep && unit && (
            <UnitActions key={unit.id} unit={unit} units={all} onGone={() => onChoose(null)} />
          )}
          {closed > 0 && (
            <Checkbox checked={showsClosed} onChange={(event) => setShowsClosed(event.target.checked)}>
              {unitsText.showClosed(closed)}
            </Checkbox>
          )}
          <p>{unitsText.note}</p>
        </>
      }
      extra={
        mayKeep && (
          <Button size="small" onClick={() => setAdding(true)}>
            {unitsText.add}
          </Button>
        )
      }
    >
      {units.error && <ErrorNotice refusal={refusalOf(units.error)} />}
      {units.data && <UnitTree units={shown} chosen={chosen} onChoose={onChoose} />}
      {isAdding && <AddUnitForm units={all} parent={openParent()} onClose={() => setAdding(false)} />}
    </Panel>
  );

  function openParent(): string | null {
    return unit?.closedOn === null ? unit.id : null;
  }
}
