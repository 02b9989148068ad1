import { useState } from 'react';
import type { Refusal } from '../../../shared/vocabulary/refusal.ts';
import { type Core, core } from '../../state/core.ts';
import { type LongWork, useLongWork } from '../../state/long-work.ts';
import { refusalOf } from '../../state/refusals.ts';
import { filingImportText } from '../../text/self-inspection-import.ts';
import { contentOf } from '../../ui/sheet-content.ts';
import { type Decision, decisionsWith } from './import-decisions.ts';

type Input = Parameters<Core['selfInspection']['importFilings']>[0];
export type FilingReport = Awaited<ReturnType<Core['selfInspection']['importFilings']>>;
export type ImportedRow = FilingReport['rows'][number];

interface Content {
  readonly fileName: string;
  readonly content: string;
}

interface Answers {
  readonly sheet: string | undefined;
  readonly decisions: readonly Decision[];
}

const NO_ANSWERS: Answers = { sheet: undefined, decisions: [] };

export interface FilingImport {
  readonly fileName: string | null;
  /** Of the last rehearsal. */
  readonly report: FilingReport | null;
  readonly unreadable: Refusal | null;
  readonly work: LongWork<Input, FilingReport>;
  readonly chooseFile: (file: File) => Promise<void>;
  readonly chooseSheet: (sheet: string) => void;
  readonly decide: (decision: Decision) => void;
  readonly write: () => void;
}

/** A list is rehearsed as soon as it is chosen, and again with each answer; writing sends the same once more. */
export function useFilingImport(round: string, onWritten: () => void): FilingImport {
  const [file, setFile] = useState<Content | null>(null);
  const [answers, setAnswers] = useState(NO_ANSWERS);
  const [report, setReport] = useState<FilingReport | null>(null);
  const [unreadable, setUnreadable] = useState<Refusal | null>(null);
  const work = useLongWork<Input, FilingReport>(
    (input, signal) => core.selfInspection.importFilings(input, { signal }),
    {
      writes: ({ apply = false }) => apply,
      done: ({ applied, filings }) => (applied ? filingImportText.done(filings) : null),
      onDone: (answer) => (answer.applied ? onWritten() : setReport(answer)),
    },
  );
  return {
    fileName: file?.fileName ?? null,
    ...{ report, unreadable, work, chooseFile, write },
    chooseSheet: (sheet) => rehearse({ ...NO_ANSWERS, sheet }),
    decide: (decision) => rehearse({ ...answers, decisions: decisionsWith(answers.decisions, decision) }),
  };

  async function chooseFile(chosen: File): Promise<void> {
    setReport(null);
    setUnreadable(null);
    setAnswers(NO_ANSWERS);
    work.reset();
    try {
      const next = { fileName: chosen.name, content: await contentOf(chosen) };
      setFile(next);
      work.run(inputOf(next, NO_ANSWERS));
    } catch (error) {
      setFile(null);
      setUnreadable(refusalOf(error));
    }
  }

  function rehearse(next: Answers): void {
    if (!file || work.isRunning) return;
    setAnswers(next);
    work.run(inputOf(file, next));
  }

  function write(): void {
    if (file && report && report.filings > 0 && !work.isRunning)
      work.run({ ...inputOf(file, answers), apply: true });
  }

  function inputOf(content: Content, { sheet, decisions }: Answers): Input {
    return { round, ...content, ...(sheet !== undefined && { sheet }), decisions: [...decisions] };
  }
}
