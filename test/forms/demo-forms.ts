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
    { name: '3-makeups', asked: { form: 'makeupRegister', state: 'all' } },
    { name: '3-makeups-open', asked: { form: 'makeupRegister', state: 'open' } },
  ];
  if (held) named.push({ name: '1-sign-in-held', asked: { form: 'signInSheet', session: held.id } });
  if (ahead) named.push({ name: '1-sign-in-ahead', asked: { form: 'signInSheet', session: ahead.id } });
  return { office, forms: named };
}
