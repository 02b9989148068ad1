import { useState } from 'react';
import type { RowOutcome } from '../../../shared/vocabulary/import-outcomes.ts';
import type { Refusal } from '../../../shared/vocabulary/refusal.ts';
import { type LongWork, useLongWork } from '../../state/long-work.ts';
import { refusalOf } from '../../state/refusals.ts';
import { supportingImportText as text } from '../../text/supporting-import.ts';
import { contentOf } from '../../ui/sheet-content.ts';

interface Meaning<Doubt extends string> {
  readonly field: Doubt;
  readonly text: string;
  readonly means: string;
}

export interface RowDecision {
  readonly line: number;
  readonly skip?: true;
  readonly unit?: string;
}

interface MappedColumn<Field extends string> {
  readonly column: number;
  readonly field: Field | null;
}

/** What a person has said about the list so far. */
interface Answers<Field extends string, Doubt extends string> {
  readonly sheet?: string;
  readonly mapping?: MappedColumn<Field>[];
  readonly month?: string;
  readonly texts: Meaning<Doubt>[];
  readonly decisions: RowDecision[];
}

export interface ImportInput<Field extends string, Doubt extends string> extends Answers<Field, Doubt> {
  readonly fileName: string;
  readonly content: string;
  readonly apply?: boolean;
}

/** What the rehearsals of both registers have in common. */
export interface ImportReport<Field extends string, Doubt extends string>
  extends Readonly<Record<RowOutcome | 'read', number>> {
  readonly sheets: readonly { readonly name: string }[];
  readonly sheet: string;
  readonly needsMapping: boolean;
  readonly header: {
    readonly columns: readonly (MappedColumn<Field> & {
      readonly title: string;
      readonly samples: readonly string[];
    })[];
  };
  readonly unknown: readonly { readonly field: Doubt; readonly text: string; readonly rows: number }[];
  readonly applied: boolean;
}

export interface SheetImport<Field extends string, Doubt extends string, Report> {
  readonly fileName: string | null;
  /** Of the last rehearsal. */
  readonly report: Report | null;
  readonly unreadable: Refusal | null;
  readonly work: LongWork<ImportInput<Field, Doubt>, Report>;
  readonly chooseFile: (file: File) => Promise<void>;
  readonly chooseSheet: (sheet: string) => void;
  readonly mapColumn: (column: number, field: Field | null) => void;
  readonly setMonth: (month: string) => void;
  readonly explain: (meaning: Meaning<Doubt>) => void;
  readonly decide: (decision: RowDecision) => void;
  readonly write: () => void;
}

/** A list is rehearsed as soon as it is there, and again with each answer; writing sends the same once more. */
export function useSheetImport<
  Field extends string,
  Doubt extends string,
  Report extends ImportReport<Field, Doubt>,
>(
  call: (input: ImportInput<Field, Doubt>, signal: AbortSignal) => Promise<Report>,
  begin: Pick<Answers<Field, Doubt>, 'month'>,
  onWritten: () => void,
): SheetImport<Field, Doubt, Report> {
  const none: Answers<Field, Doubt> = { ...begin, texts: [], decisions: [] };
  const [file, setFile] = useState<{ readonly fileName: string; readonly content: string } | null>(null);
  const [answers, setAnswers] = useState(none);
  const [report, setReport] = useState<Report | null>(null);
  const [unreadable, setUnreadable] = useState<Refusal | null>(null);
  const work = useLongWork<ImportInput<Field, Doubt>, Report>(call, {
    writes: ({ apply = false }) => apply,
    done: ({ applied, added, changed }) => (applied ? text.done(added, changed) : null),
    onDone: (answer) => (answer.applied ? onWritten() : setReport(answer)),
  });

  return {
    ...{ report, unreadable, work, chooseFile, write },
    fileName: file?.fileName ?? null,
    chooseSheet: (sheet) => rehearse({ ...none, sheet }),
    mapColumn: (column, field) => rehearse({ ...answers, mapping: mappingWith(report, column, field) }),
    setMonth: (month) => rehearse({ ...answers, month }),
    explain: (meaning) => rehearse({ ...answers, texts: [...answers.texts, meaning] }),
    decide: (decision) => rehearse({ ...answers, decisions: decisionsWith(answers.decisions, decision) }),
  };

  async function chooseFile(chosen: File): Promise<void> {
    setReport(null);
    setUnreadable(null);
    setAnswers(none);
    work.reset();
    try {
      const next = { fileName: chosen.name, content: await contentOf(chosen) };
      setFile(next);
      work.run({ ...next, ...none });
    } catch (error) {
      setFile(null);
      setUnreadable(refusalOf(error));
    }
  }

  function rehearse(next: Answers<Field, Doubt>): void {
    if (!file || work.isRunning) return;
    setAnswers(next);
    work.run({ ...file, ...next });
  }

  function write(): void {
    if (file && report && toWrite(report) > 0 && !work.isRunning)
      work.run({ ...file, ...answers, apply: true });
  }
}

export function toWrite({ added, changed }: Readonly<Record<'added' | 'changed', number>>): number {
  return added + changed;
}

/** All columns as they are read now, but for one; a field that stood at another column moves. */
function mappingWith<Field extends string>(
  report: Pick<ImportReport<Field, string>, 'header'> | null,
  column: number,
  field: Field | null,
): MappedColumn<Field>[] {
  return (report?.header.columns ?? []).map((one) => {
    if (one.column === column) return { column, field };
    return { column: one.column, field: one.field === field ? null : one.field };
  });
}

/** The last word on a row stands; a word that says nothing takes it back. */
function decisionsWith(decisions: readonly RowDecision[], decision: RowDecision): RowDecision[] {
  const others = decisions.filter(({ line }) => line !== decision.line);
  return Object.keys(decision).length === 1 ? others : [...others, decision];
}
