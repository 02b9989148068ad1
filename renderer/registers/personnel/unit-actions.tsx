import { useState } from 'react';
import { unitsText } from '../../text/units-page.ts';
import type { Unit } from './personnel-queries.ts';
import { EditUnitForm } from './unit-form.tsx';
import {
  CloseUnitForm,
  MergeUnitForm,
  MoveUnitForm,
  RemoveUnitForm,
  ReopenUnitForm,
} from './unit-step-forms.tsx';

type Step = keyof typeof unitsText.steps;

const OPEN: readonly Step[] = ['edit', 'move', 'merge', 'close', 'remove'];
const CLOSED: readonly Step[] = ['edit', 'reopen', 'remove'];

interface UnitActionsProps {
  readonly unit: Unit;
  readonly units: readonly Unit[];
  /** The unit is no longer there to be chosen. */
  readonly onGone: () => void;
}

/** What can be done with the unit that is chosen in the tree. */
export function UnitActions({ unit, units, onGone }: UnitActionsProps) {
  const [step, setStep] = useState<Step | null>(null);
  const close = () => setStep(null);
  const props = { unit, units, onClose: close };
  return (
    <div className="unit-actions" role="toolbar" aria-label={unitsText.stepsOf(unit.name)}>
      {(unit.closedOn === null ? OPEN : CLOSED).map((one) => (
        <button key={one} type="button" className="link-button" onClick={() => setStep(one)}>
          {unitsText.steps[one]}
        </button>
      ))}
      {step === 'edit' && <EditUnitForm unit={unit} onClose={close} />}
      {step === 'move' && <MoveUnitForm {...props} />}
      {step === 'merge' && <MergeUnitForm {...props} />}
      {step === 'close' && <CloseUnitForm {...props} />}
      {step === 'reopen' && <ReopenUnitForm {...props} />}
      {step === 'remove' && <RemoveUnitForm {...props} onDone={onGone} />}
    </div>
  );
}
