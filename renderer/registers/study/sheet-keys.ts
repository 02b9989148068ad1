import { MARKS, type Mark } from '../../../shared/vocabulary/words.ts';
import { nextOpen, placeBelow, type SheetLayout } from './sheet-layout.ts';
import type { Run } from './sheet-run.ts';

/** A key as it was pressed. */
export interface Pressed {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly shiftKey: boolean;
  readonly altKey: boolean;
}

/** What the sheet shows while the key is pressed. */
export interface SheetView {
  readonly layout: SheetLayout;
  readonly run: Run;
  /** Rows of names that fit on the screen. */
  readonly page: number;
  readonly isUnmarked: (at: number) => boolean;
}

export type SheetAction =
  | { readonly kind: 'select'; readonly run: Run }
  | { readonly kind: 'mark'; readonly mark: Mark }
  /** Everybody still unmarked in the unit where the focus is. */
  | { readonly kind: 'restOfUnit' }
  /** Everybody else of the run gets what its first has, as in a spreadsheet. */
  | { readonly kind: 'fill' }
  | { readonly kind: 'takeBack' }
  | { readonly kind: 'doAgain' };

/** What a key means on the sheet; undefined: it is not the sheet's. */
export function actionOf(pressed: Pressed, view: SheetView): SheetAction | undefined {
  if (pressed.altKey) return undefined;
  if (pressed.ctrlKey || pressed.metaKey) return actionWithCtrl(pressed, view);
  if (pressed.key === 'Enter') return pressed.shiftKey ? { kind: 'restOfUnit' } : undefined;
  const mark = markOfKey(pressed.key);
  if (mark) return { kind: 'mark', mark };
  return selected(placeOfKey(pressed.key, view), view, pressed.shiftKey);
}

/** The mark that a key types: a digit, also of the number pad, or Del. Letters belong to input methods. */
function markOfKey(key: string): Mark | undefined {
  if (key === 'Delete') return 'unmarked';
  return /^[0-9]$/.test(key) ? MARKS[Number(key)] : undefined;
}

/** After one mark the next name is up, as a pen goes down the sheet; a run stays, and so does a cleared one. */
export function runAfterMark(run: Run, mark: Mark, count: number): Run {
  if (run.anchor !== run.focus || mark === 'unmarked') return run;
  const next = Math.min(count - 1, run.focus + 1);
  return { anchor: next, focus: next };
}

function actionWithCtrl({ key, shiftKey }: Pressed, view: SheetView): SheetAction | undefined {
  const last = view.layout.places.length - 1;
  switch (key.toLowerCase()) {
    case 'end':
      return selected(nextOpen(last + 1, view.run.focus, view.isUnmarked), view, false);
    case 'home':
      return selected(0, view, false);
    case 'a':
      return { kind: 'select', run: { anchor: 0, focus: last } };
    case 'd':
      return { kind: 'fill' };
    case 'y':
      return { kind: 'doAgain' };
    case 'z':
      return { kind: shiftKey ? 'doAgain' : 'takeBack' };
    default:
      return undefined;
  }
}

function placeOfKey(key: string, { layout, run, page }: SheetView): number | undefined {
  const last = layout.places.length - 1;
  const at = run.focus;
  switch (key) {
    case 'ArrowRight':
      return Math.min(last, at + 1);
    case 'ArrowLeft':
      return Math.max(0, at - 1);
    case 'ArrowDown':
      return placeBelow(layout, at, 1);
    case 'ArrowUp':
      return placeBelow(layout, at, -1);
    case 'PageDown':
      return placeBelow(layout, at, page);
    case 'PageUp':
      return placeBelow(layout, at, -page);
    case 'Home':
      return at - (layout.places[at]?.column ?? 0);
    case 'End':
      return endOfLine(layout, at);
    default:
      return undefined;
  }
}

function endOfLine({ lines, places }: SheetLayout, at: number): number {
  const names = lines[places[at]?.line ?? -1];
  return names?.kind === 'names' ? names.first + names.count - 1 : at;
}

function selected(at: number | undefined, { run }: SheetView, isRange: boolean): SheetAction | undefined {
  if (at === undefined) return undefined;
  return { kind: 'select', run: { anchor: isRange ? run.anchor : at, focus: at } };
}
