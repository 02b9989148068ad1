import { useState } from 'react';
import type { RowOutcome } from '../../../shared/vocabulary/import-outcomes.ts';
import type { Refusal } from '../../../shared/vocabulary/refusal.ts';
import { type Core, core } from '../../state/core.ts';
import { type LongWork, useLongWork } from '../../state/long-work.ts';
import { refusalOf } from '../../state/refusals.ts';
import { importText } from '../../text/personnel-page.ts';
import { contentOf } from '../../ui/sheet-content.ts';

export type RosterReport = Awaited<ReturnType<Core['personnel']['importRoster']>>;
type RosterInput = Parameters<Core['personnel']['importRoster']>[0];

export interface RosterFile {
  readonly name: string;
  readonly bytes: number;
  readonly content: string;
}

export interface RosterChoices {
  readonly createUnits: boolean;
  readonly secondment: 'in' | 'out' | null;
  /** Null: additions from the campaign's first day, changes from today. */
  readonly from: string | null;
}

export interface RosterImport {
  readonly file: RosterFile | null;
  readonly choices: RosterChoices;
  /** The last rehearsal of this file; null before the first one has ended. */
  readonly report: RosterReport | null;
  /** The report tells of the file and the choices as they stand. */
  readonly isCurrent: boolean;
  /** Why the file could not even be read by the page. */
  readonly unreadable: Refusal | null;
  readonly work: LongWork<RosterInput, RosterReport>;
  readonly chooseFile: (file: File) => Promise<void>;
  readonly decide: (change: Partial<RosterChoices>) => void;
  readonly write: () => void;
}

interface Rehearsed {
  readonly report: RosterReport;
  readonly input: RosterInput;
}

const FIRST_CHOICES: RosterChoices = { createUnits: false, secondment: null, from: null };

/** Choosing a file rehearses it, each choice rehearses it again; writing sends the same once more. */
export function useRosterImport(onWritten: () => void): RosterImport {
  const [file, setFile] = useState<RosterFile | null>(null);
  const [choices, setChoices] = useState(FIRST_CHOICES);
  const [rehearsed, setRehearsed] = useState<Rehearsed | null>(null);
  const [unreadable, setUnreadable] = useState<Refusal | null>(null);
  const work = useLongWork<RosterInput, RosterReport>(
    (input, signal) => core.personnel.importRoster(input, { signal }),
    {
      writes: ({ apply = false }) => apply,
      done: (answer, { fileName }) => (answer.applied ? importText.done(fileName, answer) : null),
      onDone: (report, input) => (report.applied ? onWritten() : setRehearsed({ report, input })),
    },
  );
  const report = rehearsed?.report ?? null;
  const isCurrent = rehearsed !== null && file !== null && isSame(rehearsed.input, inputOf(file, choices));
  return { file, choices, report, isCurrent, unreadable, work, chooseFile, decide, write };

  async function chooseFile(chosen: File): Promise<void> {
    setRehearsed(null);
    setUnreadable(null);
    work.reset();
    try {
      const next = { name: chosen.name, bytes: chosen.size, content: await contentOf(chosen) };
      setFile(next);
      work.run(inputOf(next, choices));
    } catch (error) {
      setFile(null);
      setUnreadable(refusalOf(error));
    }
  }

  function decide(change: Partial<RosterChoices>): void {
    const next = { ...choices, ...change };
    setChoices(next);
    if (file) work.run(inputOf(file, next));
  }

  function write(): void {
    if (rehearsed && isCurrent && rowsToWrite(rehearsed.report) > 0)
      work.run({ ...rehearsed.input, apply: true });
  }
}

export function rowsToWrite({ added, changed }: Pick<RosterReport, 'added' | 'changed'>): number {
  return added + changed;
}

/** How many rows wait for the answer to a question about the whole file. */
export function rowsHeldFor(report: Pick<RosterReport, 'rows'>, reason: string): number {
  return report.rows.filter((row) => row.reason === reason).length;
}

/** The rows of an outcome, or all. */
export function rowsOf(report: Pick<RosterReport, 'rows'>, outcome: RowOutcome | null) {
  return outcome === null ? report.rows : report.rows.filter((row) => row.outcome === outcome);
}

function inputOf(file: RosterFile, { createUnits, secondment, from }: RosterChoices): RosterInput {
  return {
    fileName: file.name,
    content: file.content,
    createUnits,
    ...(secondment === null ? {} : { secondment }),
    ...(from === null ? {} : { from }),
  };
}

/** Whether what was rehearsed is what is chosen now: a cancelled rehearsal leaves the one before it standing. */
function isSame(one: RosterInput, other: RosterInput): boolean {
  return (
    one.content === other.content &&
    one.createUnits === other.createUnits &&
    one.secondment === other.secondment &&
    one.from === other.from
  );
}
