import { COUNTER_KINDS } from '../../../shared/vocabulary/words.ts';
import { type Block, blockAt, everything, type Place } from './counter-cells.ts';

/** A key as it was pressed. */
export interface Pressed {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly shiftKey: boolean;
  readonly altKey: boolean;
}

export interface GridView {
  readonly block: Block;
  readonly rows: number;
  /** Rows that fit on the screen. */
  readonly page: number;
  /** What is being typed into the cell; null: nothing. */
  readonly typing: string | null;
  /** What stands in the cell. */
  readonly standing: string;
}

export type GridAction =
  /** What is being typed is taken first. */
  | { readonly kind: 'select'; readonly block: Block }
  | { readonly kind: 'type'; readonly text: string }
  | { readonly kind: 'clear' }
  /** The first row of the block goes down through it; of one row alone the row above. */
  | { readonly kind: 'fill' }
  /** What is being typed goes into every cell of the block. */
  | { readonly kind: 'spread' }
  | { readonly kind: 'forget' }
  | { readonly kind: 'takeBack' }
  | { readonly kind: 'doAgain' };

const LAST_COLUMN = COUNTER_KINDS.length - 1;
/** Digits of a million, the most that a cell takes. */
const MOST_DIGITS = 7;

/** What a key means on the month's sheet, as in a spreadsheet; undefined: it is not the sheet's. */
export function actionOf(pressed: Pressed, view: GridView): GridAction | undefined {
  if (pressed.altKey || view.rows === 0) return undefined;
  if (pressed.ctrlKey || pressed.metaKey) return actionWithCtrl(pressed, view);
  const digit = digitOf(pressed.key);
  if (digit !== undefined) return typed((view.typing ?? '') + digit);
  if (view.typing !== null && pressed.key === 'Backspace') return typed(view.typing.slice(0, -1));
  if (view.typing !== null && pressed.key === 'Escape') return { kind: 'forget' };
  if (pressed.key === 'F2') return typed(view.typing ?? view.standing);
  if (pressed.key === 'Delete' || pressed.key === 'Backspace') return { kind: 'clear' };
  if (pressed.key === 'Tab') return beside(view, pressed.shiftKey ? -1 : 1);
  if (pressed.key === 'Enter') return below(view, pressed.shiftKey ? -1 : 1);
  return selected(placeOf(pressed.key, view), view, pressed.shiftKey);
}

/** Of the number pad and of a full-width keyboard too. */
function digitOf(key: string): string | undefined {
  const folded = key.length === 1 ? key.normalize('NFKC') : '';
  return /^\d$/.test(folded) ? folded : undefined;
}

function typed(text: string): GridAction {
  return { kind: 'type', text: text.slice(0, MOST_DIGITS) };
}

function actionWithCtrl({ key, shiftKey }: Pressed, view: GridView): GridAction | undefined {
  switch (key.toLowerCase()) {
    case 'home':
      return selected({ row: 0, column: 0 }, view, shiftKey);
    case 'end':
      return selected({ row: view.rows - 1, column: LAST_COLUMN }, view, shiftKey);
    case 'a':
      return { kind: 'select', block: everything(view.rows) };
    case 'd':
      return { kind: 'fill' };
    case 'enter':
      return { kind: 'spread' };
    case 'y':
      return { kind: 'doAgain' };
    case 'z':
      return { kind: shiftKey ? 'doAgain' : 'takeBack' };
    default:
      return undefined;
  }
}

/** Row by row; from the last cell the key goes on to what stands behind the sheet. */
function beside({ block: { focus }, rows }: GridView, step: 1 | -1): GridAction | undefined {
  const at = focus.row * (LAST_COLUMN + 1) + focus.column + step;
  if (at < 0 || at >= rows * (LAST_COLUMN + 1)) return undefined;
  const column = at % (LAST_COLUMN + 1);
  return { kind: 'select', block: blockAt({ row: (at - column) / (LAST_COLUMN + 1), column }) };
}

function below({ block: { focus }, rows }: GridView, step: 1 | -1): GridAction {
  const row = Math.min(rows - 1, Math.max(0, focus.row + step));
  return { kind: 'select', block: blockAt({ ...focus, row }) };
}

function placeOf(key: string, { block: { focus }, rows, page }: GridView): Place | undefined {
  const { row, column } = focus;
  switch (key) {
    case 'ArrowRight':
      return { row, column: Math.min(LAST_COLUMN, column + 1) };
    case 'ArrowLeft':
      return { row, column: Math.max(0, column - 1) };
    case 'ArrowDown':
      return { row: Math.min(rows - 1, row + 1), column };
    case 'ArrowUp':
      return { row: Math.max(0, row - 1), column };
    case 'PageDown':
      return { row: Math.min(rows - 1, row + page), column };
    case 'PageUp':
      return { row: Math.max(0, row - page), column };
    case 'Home':
      return { row, column: 0 };
    case 'End':
      return { row, column: LAST_COLUMN };
    default:
      return undefined;
  }
}

function selected(place: Place | undefined, { block }: GridView, isRange: boolean): GridAction | undefined {
  if (!place) return undefined;
  return { kind: 'select', block: { anchor: isRange ? block.anchor : place, focus: place } };
}
