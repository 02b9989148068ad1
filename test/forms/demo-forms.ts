import type { FormAsked } from '../../shared/contract/forms.ts';
import { calendarDate } from '../../shared/vocabulary/dates.ts';
import { type DemoOffice, demoOffice } from '../demo/demo-office.ts';

export interface NamedForm {
  /** Names the files. */
  readonly name: string;
  readonly asked: FormAsked;
}

export interface DemoForms {
  readonly office: DemoOffice;
  readonly forms: readonly NamedForm[];
}

const TODAY = '2021-05-20';

/** A practice county in the middle of its campaign, and every form that it can print. */
export async function demoForms(people: number, sessions: number): Promise<DemoForms> {
  const office = await demoOffice({ today: TODAY });
  await office.client.office.fillDemo({ people, sessions, seed: 7 });
  const listed = await office.client.study.sessions({ limit: 500 });
  const held = listed.sessions.find(({ state }) => state === 'approved');
  const ahead = listed.sessions.findLast(({ day, state }) => state === 'scheduled' && day !== null);
  const span = { from: calendarDate('2021-03-01'), until: calendarDate('2021-03-31') };
  const named: NamedForm[] = [
    { name: '2-summary', asked: { form: 'attendanceSummary' } },
    { name: '2-summary-march', asked: { form: 'attendanceSummary', ...span } },
    { name: '8-actions', asked: { form: 'actionList' } },
    { name: '3-makeups', asked: { form: 'makeupRegister', state: 'all' } },
    { name: '3-makeups-open', asked: { form: 'makeupRegister', state: 'open' } },
  ];
  if (held) named.push({ name: '1-sign-in-held', asked: { form: 'signInSheet', session: held.id } });
  if (ahead) named.push({ name: '1-sign-in-ahead', asked: { form: 'signInSheet', session: ahead.id } });
  const [owed] = (await office.client.study.makeups({ state: 'pending' })).rows;
  if (owed) named.push({ name: '7-make-up', asked: { form: 'reworkNotice', session: owed.session } });
  const later = [...(await formsOfFilings(office)), ...(await formsOfItems(office))];
  return { office, forms: [...named, ...later, ...(await formsOfWeeks(office))] };
}

async function formsOfFilings({ client }: DemoOffice): Promise<NamedForm[]> {
  const [round] = await client.selfInspection.rounds({});
  return [
    { name: '4-filings', asked: { form: 'selfInspectionSummary', named: false } },
    { name: '4-filings-named', asked: { form: 'selfInspectionSummary', round: round?.id, named: true } },
  ];
}

async function formsOfItems({ client }: DemoOffice): Promise<NamedForm[]> {
  const { items } = await client.rectification.items({ limit: 500 });
  const overdue = items.find(({ daysLeft, extendedDueOn }) => (daysLeft ?? 0) < 0 && extendedDueOn === null);
  const named: NamedForm[] = [
    { name: '5-ledger', asked: { form: 'rectificationLedger', state: 'all', grouped: false } },
    { name: '5-ledger-open-by-unit', asked: { form: 'rectificationLedger', state: 'open', grouped: true } },
  ];
  const closed = items.find(({ state }) => state === 'closed');
  const atGroup = items.find(({ state }) => state === 'groupReview');
  const returned = items.find((one) => one.returned);
  if (closed) named.push({ name: '6-closed', asked: { form: 'closureApplication', item: closed.id } });
  if (atGroup) named.push({ name: '6-at-group', asked: { form: 'closureApplication', item: atGroup.id } });
  if (overdue) {
    const { id, rev } = overdue;
    await client.rectification.supervise({ id, rev, on: true, reason: '逾期未办结，请县公安局抓紧' });
    const told = { number: '云教整督〔2021〕3号', dueOn: calendarDate('2021-05-28') };
    named.push({ name: '7-supervision', asked: { form: 'supervisionNotice', item: id, ...told } });
  }
  if (returned) named.push({ name: '7-rework', asked: { form: 'reworkNotice', item: returned.id } });
  return named;
}

/** A week that was corrected once, next to the week before. */
async function formsOfWeeks({ client }: DemoOffice): Promise<NamedForm[]> {
  const [before, week] = [calendarDate('2021-05-03'), calendarDate('2021-05-10')];
  for (const weekBeginsOn of [before, week]) await client.weeklyReports.freeze({ weekBeginsOn, after: 0 });
  const [person] = (await client.personnel.people({ limit: 1 })).people;
  const talk = { on: calendarDate('2021-05-13'), by: '李书记', recordNumber: '谈-2021-099' };
  if (person) await client.supporting.addTalk({ person: person.id, ...talk });
  await client.weeklyReports.freeze({ weekBeginsOn: week, after: 1, reason: '补录谈话记录' });
  return [
    { name: '10-week', asked: { form: 'weeklyReport', week, version: 1 } },
    { name: '10-week-corrected', asked: { form: 'weeklyReport', week } },
  ];
}
