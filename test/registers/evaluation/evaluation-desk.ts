import type { ApiClient } from '../../../electron/transport/in-process.ts';
import type { EvaluationLevel } from '../../../shared/vocabulary/evaluation-words.ts';
import { contentDigest } from '../../exchange/books.ts';
import { openUndoDesk, refusalOf, type UndoDesk } from '../undo-desk.ts';

/** A county on the twentieth of April: six people, one of whom missed the only lecture; nothing evaluated yet. */
export interface EvaluationDesk extends UndoDesk {
  readonly people: readonly string[];
  readonly absent: string;
  readonly lecture: string;
}

/** Takes every evaluation out of the books, so that a file's tests can share one office. */
export function clear(desk: UndoDesk): void {
  desk.ledger().write(0, 'test.clear', (write) => {
    for (const table of ['evaluation_order', 'evaluation_line', 'evaluation'])
      write.run(`DELETE FROM ${table}`);
    write.run(`DELETE FROM move WHERE register = 'evaluation'`);
    write.undo.refuse('undo_not_possible');
  });
  desk.barrier();
}

export type Sheet = Awaited<ReturnType<ApiClient['evaluation']['sheet']>>;
export type Evaluation = Sheet['evaluations'][number];

export const EFFECT = 'look-effect';

export async function openEvaluationDesk(code: string): Promise<EvaluationDesk> {
  const desk = await openUndoDesk(code);
  desk.office.ports.setDate('2021-04-20');
  const clerk = () => desk.at('clerk');
  const unit = (await clerk().personnel.createUnit({ name: '县公安局' })).id;
  const people: string[] = [];
  for (const name of ['甲一', '甲二', '甲三', '甲四', '甲五', '甲六']) {
    people.push((await clerk().personnel.addPerson({ name, unit, from: '2021-01-01' })).id);
  }
  const absent = people[5]!;
  const lecture = await approvedLecture(desk, people, [absent], '2021-03-10');
  return { ...desk, people, absent, lecture };
}

/** A mandatory session of all six types, approved; the absent are to make it good. */
export async function approvedLecture(
  desk: UndoDesk,
  people: readonly string[],
  absent: readonly string[],
  day: string,
): Promise<string> {
  const { id, rev } = await desk.at('clerk').study.createSession({
    title: '忠诚警魂专题党课',
    phase: 'study',
    types: ['political', 'partyHistory', 'redHeritage', 'integrity', 'roleModel', 'warning'],
    form: 'partyLecture',
    day,
    venues: ['第一会议室'],
    mandatory: true,
    expected: { people: [...people] },
  });
  let at = rev;
  const move = async (who: 'clerk' | 'reviewer', moved: 'schedule' | 'hold' | 'submit' | 'approve') => {
    at = (await desk.at(who).study.moveSession({ id, rev: at, move: moved })).rev;
  };
  await move('clerk', 'schedule');
  await move('clerk', 'hold');
  const marks = people.map((person) =>
    absent.includes(person)
      ? ({ person, mark: 'absent', reason: '出警' } as const)
      : ({ person, mark: 'present' } as const),
  );
  at = (await desk.at('clerk').study.mark({ session: id, rev: at, marks })).rev;
  await move('clerk', 'submit');
  await move('reviewer', 'approve');
  return id;
}

export async function makeUp(desk: UndoDesk, session: string, people: string[]): Promise<void> {
  const { study } = desk.at('clerk');
  const { rev } = await study.session({ id: session });
  const made = { move: 'record', on: '2021-04-20', document: '补-1' } as const;
  const recorded = await study.moveMakeup({ session, people, rev, ...made });
  await desk.at('reviewer').study.moveMakeup({ session, people, rev: recorded.rev, move: 'confirm' });
}

/** A closed item of the ledger. */
export async function closedItem(desk: UndoDesk): Promise<string> {
  const units = await desk.at('clerk').personnel.units({});
  const { id, rev } = await desk.at('clerk').rectification.draftItem({
    source: 'officeInspection',
    category: 'cases-not-handled',
    problem: '有案不立',
    measures: '逐案复核',
    unit: units[0]!.id,
    leader: '甲一',
    owner: '甲二',
    dueOn: '2021-06-01',
  });
  let at = rev;
  const steps = [
    ['reviewer', 'issue'],
    ['clerk', 'start'],
    ['clerk', 'apply'],
    ['reviewer', 'approve'],
  ] as const;
  for (const [who, move] of steps) {
    const evidenceNumber = move === 'apply' ? { evidenceNumber: '证-9' } : {};
    at = (await desk.at(who).rectification.moveItem({ id, rev: at, move, ...evidenceNumber })).rev;
  }
  return id;
}

export async function sheetOf(desk: UndoDesk, phase = 'study'): Promise<Sheet> {
  return await desk.at('clerk').evaluation.sheet({ phase });
}

export async function found(desk: UndoDesk, id: string, phase = 'study'): Promise<Evaluation> {
  return (await sheetOf(desk, phase)).evaluations.find((one) => one.id === id)!;
}

const WRITERS = { own: 'clerk', office: 'reviewer', group: 'clerk', province: 'clerk' } as const;

/** A draft of a level with everything that is to be written in it, but for its verdict. */
export async function writtenDraft(desk: UndoDesk, level: EvaluationLevel): Promise<Evaluation> {
  const { id, rev } = await begun(desk, level);
  const text = { indicator: EFFECT, text: '转化任务 12 项，落实 11 项' };
  await desk.at(WRITERS[level]).evaluation.setLine({ id, rev, ...text });
  return await found(desk, id);
}

export async function begun(desk: UndoDesk, level: EvaluationLevel) {
  const document = level === 'own' || level === 'office' ? {} : { documentNumber: '市指〔2021〕3号' };
  return await desk.at(WRITERS[level]).evaluation.begin({ phase: 'study', level, ...document });
}

type Head = Partial<Pick<Evaluation, 'verdict' | 'deadline' | 'remark' | 'by' | 'documentNumber'>>;

export async function decide(desk: UndoDesk, draft: Evaluation, head: Head): Promise<Evaluation> {
  const { id, rev, evaluatedOn, asOf, by, documentNumber, verdict, deadline, remark, level } = {
    ...draft,
    ...head,
  };
  const given = { id, rev, evaluatedOn, asOf, by, documentNumber, verdict, deadline, remark };
  await desk.at(WRITERS[level]).evaluation.update(given);
  return await found(desk, id, draft.phase);
}

export async function freeze(desk: UndoDesk, draft: Evaluation): Promise<Evaluation> {
  const { id, rev, phase } = await found(desk, draft.id, draft.phase);
  await desk.at('reviewer').evaluation.freeze({ id, rev });
  return await found(desk, id, phase);
}

/** A frozen evaluation that passed. */
export async function passed(desk: UndoDesk, level: EvaluationLevel): Promise<Evaluation> {
  return await freeze(desk, await decide(desk, await writtenDraft(desk, level), { verdict: 'passed' }));
}

/** The refusal that a call must end in, and that nothing in the books is other than before. */
export async function refusedWithoutTrace(desk: UndoDesk, call: () => Promise<unknown>) {
  const before = contentDigest(desk.ledger());
  const refusal = await refusalOf(call());
  if (contentDigest(desk.ledger()) !== before) throw new Error('a refused call left a trace');
  return refusal;
}

/** An action of the study phase that is done. */
export async function finishedAction(desk: UndoDesk): Promise<string> {
  const { campaign } = await desk.at('reviewer').actions.planPreview();
  await desk.at('reviewer').actions.plan({ campaign });
  const { actions } = await desk.at('clerk').actions.list({ limit: 500 });
  const { id, rev } = actions.find(({ definition }) => definition === 'loyalty-education')!;
  const finishing = { id, rev, move: 'finish', on: '2021-03-20', evidenceNumber: '证-1' } as const;
  await desk.at('clerk').actions.move(finishing);
  return id;
}
