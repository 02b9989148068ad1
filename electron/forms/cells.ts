import type { FormCell, FormRow } from '../../shared/contract/forms.ts';

type Value = FormCell['value'];
type Rest = Omit<FormCell, 'value'>;

export function cell(value: Value, rest: Rest = {}): FormCell {
  return { value, ...rest };
}

/** A cell that names what stands beside or below it. */
export function label(value: string, rest: Rest = {}): FormCell {
  return { value, manner: 'label', ...rest };
}

export function blanks(count: number): FormCell[] {
  return Array.from({ length: count }, () => cell(null));
}

export function plain(cells: FormCell[], height?: number): FormRow {
  return { kind: 'plain', cells, ...(height !== undefined && { height }) };
}

/** A row that names what follows, over the whole width. */
export function groupRow(text: string, across: number): FormRow {
  return { kind: 'group', cells: [cell(text, { across, align: 'left' })] };
}

export function sumRow(cells: FormCell[]): FormRow {
  return { kind: 'sum', cells };
}

export function headRow(labels: readonly (string | FormCell)[]): FormRow {
  return plain(labels.map((one) => (typeof one === 'string' ? label(one) : one)));
}
