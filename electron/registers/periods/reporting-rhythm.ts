import { DEFAULT_RHYTHM, type ReportingRhythm } from '../../../shared/rules/periods.ts';
import type { Readable, Write } from '../../store/handles.ts';
import { heldRhythm, putRhythm } from './periods-sql.ts';

/** How this installation reports, or at a group: how its offices are to report. */
export function reportingRhythm(db: Readable): ReportingRhythm {
  return heldRhythm(db) ?? DEFAULT_RHYTHM;
}

export function setReportingRhythm(write: Write, { kind, graceDays }: ReportingRhythm): ReportingRhythm {
  putRhythm(write, kind, graceDays);
  write.record({ rhythm: kind, graceDays });
  return { kind, graceDays };
}
