import { useState } from 'react';
import type { RowOutcome } from '../../../shared/vocabulary/import-outcomes.ts';
import type { Refusal } from '../../../shared/vocabulary/refusal.ts';
import type { Mark } from '../../../shared/vocabulary/words.ts';
import { type Core, core } from '../../state/core.ts';
import { type LongWork, useLongWork } from '../../state/long-work.ts';
import { refusalOf } from '../../state/refusals.ts';
import { attendanceImportText } from '../../text/attendance-page.ts';
import { contentOf } from '../../ui/sheet-content.ts';
import { meaningSet } from './mark-meaning.tsx';
import type { SessionCard } from './study-queries.ts';

type Input = Parameters<Core['study']['importAttendance']>[0];
export type SheetReport = Awaited<ReturnType<Core['study']['importAttendance']>>;
export type SheetRow = SheetReport['rows'][number];
export type Decision = NonNullable<Input['decisions']>[number];

interface Choices {
  readonly map: Readonly<Record<string, Mark>>;
  readonly decisions: readonly Decision[];
}

const NO_CHOICES: Choices = { map: {}, decisions: [] };

export interface SheetImport {
  readonly fileName: string | null;
  /** Of the last rehearsal. */
  readonly report: SheetReport | null;
  readonly choices: Choices;
  readonly unreadable: Refusal | null;
  readonly work: LongWork<Input, SheetReport>;
  readonly chooseFile: (file: File) => Promise<void>;
  readonly explain: (text: string, mark: Mark | undefined) => void;
  readonly decide: (decision: Decision) => void;
  readonly write: () => void;
}

/** A sign-in sheet is rehearsed as soon as it is chosen, and again with each answer; writing sends the same once more. */
export function useAttendanceImport(session: SessionCard, onWritten: () => void): SheetImport {
  const [file, setFile] = useState<{ readonly fileName: string; readonly content: string } | null>(null);
  const [choices, setChoices] = useState(NO_CHOICES);
  const [report, setReport] = useState<SheetReport | null>(null);
  const [unreadable, setUnreadable] = useState<Refusal | null>(null);
  const work = useLongWork<Input, SheetReport>(
    (input, signal) => core.study.importAttendance(input, { signal }),
    {
      writes: ({ apply = false }) => apply,
      done: (answer) => (answer.applied ? attendanceImportText.done(toWrite(answer)) : null),
      onDone: (answer) => (answer.applied ? onWritten() : setReport(answer)),
    },
  );
  return {
    fileName: file?.fileName ?? null,
    report,
    choices,
    unreadable,
    work,
    chooseFile,
    explain: (text, mark) => rehearse({ ...choices, map: meaningSet(choices.map, text, mark) }),
    decide: (decision) =>
      rehearse({
        ...choices,
        decisions: [...choices.decisions.filter((one) => !isSamePlace(one, decision)), decision],
      }),
    write,
  };

  async function chooseFile(chosen: File): Promise<void> {
    setReport(null);
    setUnreadable(null);
    setChoices(NO_CHOICES);
    work.reset();
    try {
      const next = { fileName: chosen.name, content: await contentOf(chosen) };
      setFile(next);
      work.run(inputOf(next, NO_CHOICES));
    } catch (error) {
      setFile(null);
      setUnreadable(refusalOf(error));
    }
  }

  function rehearse(next: Choices): void {
    if (!file || work.isRunning) return;
    setChoices(next);
    work.run(inputOf(file, next));
  }

  function write(): void {
    if (file && report && toWrite(report) > 0)
      work.run({ ...inputOf(file, choices), rev: report.sessionRev, apply: true });
  }

  function inputOf(chosen: { fileName: string; content: string }, { map, decisions }: Choices): Input {
    return {
      session: session.id,
      ...chosen,
      map: map as NonNullable<Input['map']>,
      decisions: [...decisions],
    };
  }
}

export function toWrite({ added, changed }: Pick<SheetReport, 'added' | 'changed'>): number {
  return added + changed;
}

/** The rows of an outcome, or all. */
export function rowsOf({ rows }: SheetReport, outcome: RowOutcome | null): readonly SheetRow[] {
  return outcome === null ? rows : rows.filter((row) => row.outcome === outcome);
}

function isSamePlace(
  one: Pick<Decision, 'line' | 'block'>,
  other: Pick<Decision, 'line' | 'block'>,
): boolean {
  return one.line === other.line && (one.block ?? 1) === (other.block ?? 1);
}
