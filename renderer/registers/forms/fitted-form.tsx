import { useEffect, useRef, useState } from 'react';
import type { FormDocument } from '../../../shared/contract/forms.ts';
import { FormView } from './form-view.tsx';

/** What is printed between the margins, mm, as the forms' own style sheet has it. */
const WIDTHS = { letter: 156, portrait: 174, landscape: 267 } as const;
/** The margin that the screen shows on either side, mm; see forms.css. */
const MARGIN = 12;
const PIXELS_PER_MM = 96 / 25.4;

/** As wide as the frame at most; paper keeps its own measure. */
export function FittedForm({ form }: { readonly form: FormDocument }) {
  const frame = useRef<HTMLDivElement>(null);
  const [room, setRoom] = useState<number | null>(null);
  useEffect(() => {
    const element = frame.current;
    if (!element) return;
    const observer = new ResizeObserver(([entry]) => setRoom(entry?.contentRect.width ?? null));
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  const width = WIDTHS[form.manner === 'letter' ? 'letter' : form.orientation] + 2 * MARGIN;
  const zoom = room === null ? 1 : Math.min(1, room / (width * PIXELS_PER_MM + 2));
  return (
    <div ref={frame}>
      <div className="forms-scaled" style={{ zoom }}>
        <FormView form={form} />
      </div>
    </div>
  );
}
