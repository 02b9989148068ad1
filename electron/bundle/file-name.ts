import type { CalendarDate } from '../../shared/vocabulary/dates.ts';

const BUNDLE_EXTENSION = '.jyzd';

/** `CODE-NNNNN-YYYYMMDD.jyzd` ([B32]): office code, sequence, cut-off day, and nothing about people. */
export function bundleFileName(code: string, sequence: number, asOf: CalendarDate): string {
  return `${code}-${String(sequence).padStart(5, '0')}-${asOf.replaceAll('-', '')}${BUNDLE_EXTENSION}`;
}
