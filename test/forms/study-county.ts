import type { ApiClient } from '../../electron/transport/in-process.ts';
import { calendarDate } from '../../shared/vocabulary/dates.ts';
import type { Mark } from '../../shared/vocabulary/words.ts';
import { demoOffice } from '../demo/demo-office.ts';

/** Names that a spreadsheet would take for a formula, or a careless writer would lose. */
export const NAMES = [
  '=1+1',
  '+王',
  '-2',
  '@sum',
  '𠮷野家',
  'A&B<i>',
  '阿依古丽·麦麦提',
  '丁',
  '戊',
] as const;

export interface StudyCounty {
  readonly client: ApiClient;
  /** Two approved and mandatory, one held, one that is only arranged. */
  readonly sessions: {
    readonly lecture: string;
    readonly film: string;
    readonly held: string;
    readonly ahead: string;
  };
  close(): void;
}

/** Six people of the court, three of the procuratorate, one account at the desk; today is 2021-03-15. */
export async function studyCounty(demo: boolean): Promise<StudyCounty> {
  const { client, close } = await demoOffice({ today: '2021-03-15', demo });
  const people = await staff(client);
  const marksOf = (marks: Readonly<Record<number, Mark>>) =>
    Object.entries(marks).map(([at, mark]) => ({ person: people[Number(at)] ?? '', mark, reason: '=事由' }));
  const sessions = {
    lecture: await approved(
      client,
      ['党课', '2021-03-05'],
      marksOf({ 1: 'late', 2: 'sickLeave', 7: 'absent', 8: 'exempt' }),
    ),
    film: await approved(client, ['观影“清风”', '2021-03-10'], marksOf({ 0: 'duty', 3: 'video' })),
    held: await held(client, ['轮训', '2021-03-12']),
    ahead: await arranged(client, ['参观', '2021-03-20']),
  };
  await makeUp(client, sessions.lecture, people[2] ?? '', '2021-03-08');
  await makeUp(client, sessions.lecture, people[7] ?? '', '2021-03-14');
  return { client, sessions, close };
}

type Titled = readonly [title: string, day: string];
type Marks = readonly { person: string; mark: Mark; reason: string }[];

async function staff(client: ApiClient): Promise<string[]> {
  const from = calendarDate('2021-03-01');
  const court = await client.personnel.createUnit({ name: '=县法院', orderNumber: 1 });
  const procuratorate = await client.personnel.createUnit({ name: '县检察院', orderNumber: 2 });
  const ids: string[] = [];
  for (const [orderNumber, name] of NAMES.entries()) {
    const unit = orderNumber < 6 ? court.id : procuratorate.id;
    const post = orderNumber === 0 ? '院长' : undefined;
    ids.push((await client.personnel.addPerson({ name, unit, from, orderNumber, post })).id);
  }
  return ids;
}

async function arranged(client: ApiClient, [title, day]: Titled): Promise<string> {
  const draft = await client.study.createSession({
    ...{ title, phase: 'study', types: ['political'], form: 'partyLecture', venues: ['礼堂', '分会场'] },
    ...{ day: calendarDate(day), startsAt: '09:00', chair: '=主持', materialNumber: '学〔2021〕1号' },
  });
  await client.study.moveSession({ ...draft, move: 'schedule' });
  return draft.id;
}

async function held(client: ApiClient, titled: Titled): Promise<string> {
  const id = await arranged(client, titled);
  await move(client, id, 'hold');
  return id;
}

/** Held, everybody else present, submitted and approved. */
async function approved(client: ApiClient, titled: Titled, marks: Marks): Promise<string> {
  const id = await held(client, titled);
  const { rev } = await client.study.session({ id });
  await client.study.mark({ session: id, rev, marks: [...marks], rest: 'present' });
  await move(client, id, 'submit');
  await move(client, id, 'approve');
  return id;
}

async function move(client: ApiClient, id: string, step: 'hold' | 'submit' | 'approve'): Promise<void> {
  const { rev } = await client.study.session({ id });
  await client.study.moveSession({ id, rev, move: step });
}

async function makeUp(client: ApiClient, session: string, person: string, on: string): Promise<void> {
  const told = { session, people: [person] };
  const { rev } = await client.study.session({ id: session });
  const document = '-补1';
  const done = await client.study.moveMakeup({
    ...told,
    rev,
    move: 'record',
    on: calendarDate(on),
    document,
  });
  await client.study.moveMakeup({ ...told, rev: done.rev, move: 'confirm' });
}
