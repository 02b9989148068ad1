import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { refusalOf } from '../../state/refusals.ts';
import { useIdentity, useMay } from '../../state/session.ts';
import { unitsText } from '../../text/personnel-page.ts';
import { ErrorNotice } from '../../ui/notices.tsx';
import { Panel } from '../../ui/page.tsx';
import { personnelQueries } from './personnel-queries.ts';
import { UnitForm } from './unit-form.tsx';
import { UnitTree } from './unit-tree.tsx';

interface UnitsPanelProps {
  readonly chosen: string | null;
  readonly onChoose: (unit: string | null) => void;
}

/** The units as a tree, each with its people of today; the chosen one filters the list beside it. */
export function UnitsPanel({ chosen, onChoose }: UnitsPanelProps) {
  const units = useQuery(personnelQueries.units());
  const [isAdding, setAdding] = useState(false);
  const { readOnlyBecause } = useIdentity();
  const mayCreate = useMay('clerk', 'reviewer') && readOnlyBecause === null;
  return (
    <Panel
      title={unitsText.title}
      className="personnel-units"
      foot={unitsText.note}
      extra={
        mayCreate && (
          <Button size="small" onClick={() => setAdding(true)}>
            {unitsText.add}
          </Button>
        )
      }
    >
      {units.error && <ErrorNotice refusal={refusalOf(units.error)} />}
      {units.data && <UnitTree units={units.data} chosen={chosen} onChoose={onChoose} />}
      {isAdding && <UnitForm units={units.data ?? []} parent={chosen} onClose={() => setAdding(false)} />}
    </Panel>
  );
}
