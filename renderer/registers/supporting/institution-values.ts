import type { Institution, InstitutionInput } from './supporting-queries.ts';

/** An institution as it is being written down. */
export interface InstitutionValues {
  readonly kind: string;
  readonly title: string | null;
  readonly documentNumber: string | null;
  readonly on: string | null;
  readonly unit: string | null;
}

export function valuesOf({ kind, title, documentNumber, on, unit }: Institution): InstitutionValues {
  return { kind, title, documentNumber, on, unit };
}

/** What the contract has checked. */
export function institutionInput(values: InstitutionValues): InstitutionInput {
  return values as unknown as InstitutionInput;
}
