import type { CalendarDate } from '../../shared/vocabulary/dates.ts';

export const BUNDLE_EXTENSION = '.jyzd';

/** `CODE-NNNNN-YYYYMMDD.jyzd` ([B32]): office code, sequence, cut-off day, and nothing about people. */
export function bundleFileName(code: string, sequence: number, asOf: CalendarDate): string {
  return `${code}-${String(sequence).padStart(5, '0')}-${asOf.replaceAll('-', '')}${BUNDLE_EXTENSION}`;
}

/** What a name says that `bundleFileName` gave; `unfinished`: with the ending of a file that is being written. */
export function readBundleFileName(
  name: string,
): { readonly code: string; readonly sequence: number; readonly unfinished: boolean } | undefined {
  const [, code, sequence, unfinished] = /^(.+)-(\d{5,9})-\d{8}\.jyzd(\.new)?$/.exec(name) ?? [];
  return code && sequence
    ? { code, sequence: Number(sequence), unfinished: unfinished !== undefined }
    : undefined;
}
