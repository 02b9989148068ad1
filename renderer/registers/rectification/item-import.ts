import { useEffect, useRef, useState } from 'react';
import type { ItemField } from '../../../shared/vocabulary/item-import.ts';
import type { Refusal } from '../../../shared/vocabulary/refusal.ts';
import type { ItemSource } from '../../../shared/vocabulary/words.ts';
import { type Core, core } from '../../state/core.ts';
import { type LongWork, useLongWork } from '../../state/long-work.ts';
import { refusalOf } from '../../state/refusals.ts';
import { itemImportText } from '../../text/rectification-import.ts';
import { contentOf } from '../../ui/sheet-content.ts';

type Input = Parameters<Core['rectification']['importItems']>[0];
export type ItemReport = Awaited<ReturnType<Core['rectification']['importItems']>>;
export type ImportRow = ItemReport['rows'][number];
export type Decision = NonNullable<Input['decisions']>[number];
type Meaning = NonNullable<Input['texts']>[number];

/** What a person has said about the list so far. */
interface Answers {
  readonly sheet: string | undefined;
  readonly mapping: NonNullable<Input['mapping']> | undefined;
  readonly source: ItemSource | undefined;
  readonly texts: readonly Meaning[];
  readonly decisions: readonly Decision[];
}

const NO_ANSWERS: Answers = {
  sheet: undefined,
  mapping: undefined,
  source: undefined,
  texts: [],
  decisions: [],
};

interface Content {
  readonly fileName: string;
  readonly content: string;
}

export interface ItemImport {
  readonly fileName: string | null;
  /** Of the last rehearsal. */
  readonly report: ItemReport | null;
  readonly answers: Answers;
  readonly unreadable: Refusal | null;
  readonly work: LongWork<Input, ItemReport>;
  readonly chooseFile: (file: Blob, fileName: string) => Promise<void>;
  readonly chooseSheet: (sheet: string) => void;
  readonly mapColumn: (column: number, field: ItemField | null) => void;
  readonly defaultSource: (source: ItemSource | undefined) => void;
  readonly explain: (meaning: Meaning) => void;
  readonly decide: (decision: Decision) => void;
  readonly write: () => void;
}

/**
 * A list is rehearsed as soon as it is there, and again with each answer; writing sends the same once more.
 * @param pasted a list off the clipboard, which is there at once
 */
export function useItemImport(pasted: string | null, onWritten: () => void): ItemImport {
  const [file, setFile] = useState<Content | null>(null);
  const [answers, setAnswers] = useState(NO_ANSWERS);
  const [report, setReport] = useState<ItemReport | null>(null);
  const [unreadable, setUnreadable] = useState<Refusal | null>(null);
  const work = useLongWork<Input, ItemReport>(
    (input, signal) => core.rectification.importItems(input, { signal }),
    {
      writes: ({ apply = false }) => apply,
      done: (answer) => (answer.applied ? itemImportText.done(answer.added, answer.changed) : null),
      onDone: (answer) => (answer.applied ? onWritten() : setReport(answer)),
    },
  );
  const choose = useRef(chooseFile);
  choose.current = chooseFile;
  useEffect(() => {
    if (pasted !== null) void choose.current(new Blob([pasted]), itemImportText.pastedFile);
  }, [pasted]);

  return {
    fileName: file?.fileName ?? null,
    ...{ report, answers, unreadable, work, chooseFile, write },
    chooseSheet: (sheet) => rehearse({ ...NO_ANSWERS, sheet }),
    mapColumn: (column, field) => rehearse({ ...answers, mapping: mappingWith(report, column, field) }),
    defaultSource: (source) => rehearse({ ...answers, source }),
    explain: (meaning) => rehearse({ ...answers, texts: [...answers.texts, meaning] }),
    decide: (decision) => rehearse({ ...answers, decisions: decisionsWith(answers.decisions, decision) }),
  };

  async function chooseFile(chosen: Blob, fileName: string): Promise<void> {
    setReport(null);
    setUnreadable(null);
    setAnswers(NO_ANSWERS);
    work.reset();
    try {
      const next = { fileName, content: await contentOf(chosen) };
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
    if (file && report && toWrite(report) > 0 && !work.isRunning)
      work.run({ ...inputOf(file, answers), apply: true });
  }
}

export function toWrite({ added, changed }: Pick<ItemReport, 'added' | 'changed'>): number {
  return added + changed;
}

/** All columns as they are read now, but for one; a field that stood at another column moves. */
export function mappingWith(
  report: Pick<ItemReport, 'header'> | null,
  column: number,
  field: ItemField | null,
): NonNullable<Input['mapping']> {
  return (report?.header.columns ?? []).map((one) => {
    if (one.column === column) return { column, field };
    return { column: one.column, field: one.field === field ? null : one.field };
  });
}

/** What is said about one row adds up; that it stays out, or what it is, stands alone. */
export function decisionsWith(decisions: readonly Decision[], decision: Decision): Decision[] {
  const before = decisions.find(({ line }) => line === decision.line);
  const others = decisions.filter(({ line }) => line !== decision.line);
  if (Object.keys(decision).length === 1) return others;
  return [...others, decision.skip || before?.skip ? decision : { ...before, ...decision }];
}

function inputOf(file: Content, { sheet, mapping, source, texts, decisions }: Answers): Input {
  return {
    ...file,
    ...(sheet !== undefined && { sheet }),
    ...(mapping && { mapping }),
    defaults: source ? { source } : {},
    texts: [...texts],
    decisions: [...decisions],
  };
}
