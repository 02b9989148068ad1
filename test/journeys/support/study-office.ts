import type { ApiClient } from '../../../electron/transport/in-process.ts';
import { calendarDate } from '../../../shared/vocabulary/dates.ts';
import type { Mark } from '../../../shared/vocabulary/words.ts';
import type { TestOffice } from '../../support/office.ts';

/** A session with its list frozen, as a clerk has it before the sign-in sheet. @returns its id */
export async function heldSession(client: ApiClient, title: string, day: string): Promise<string> {
  const { phases } = await client.campaign.current();
  const { id, rev } = await client.study.createSession({
    title,
    phase: phases[0]?.id ?? null,
    types: ['political'],
    form: 'rotationTraining',
    day: calendarDate(day),
    venues: ['机关会议室'],
  });
  const scheduled = await client.study.moveSession({ id, rev, move: 'schedule' });
  await client.study.moveSession({ id, rev: scheduled.rev, move: 'hold' });
  return id;
}

/** Marks the first people of the list as given, all others present, and has it approved. */
export async function approveWith(office: TestOffice, id: string, marks: readonly Mark[]): Promise<void> {
  const clerk = await office.as('clerk');
  const { rows } = await clerk.study.attendance({ session: id, limit: 5000 });
  const { rev } = await clerk.study.session({ id });
  const away = marks.map((mark, at) => ({ person: rows[at]?.person ?? '', mark, reason: '未请假' }));
  const marked = await clerk.study.mark({ session: id, rev, marks: away, rest: 'present' });
  const submitted = await clerk.study.moveSession({ id, rev: marked.rev, move: 'submit' });
  const reviewer = await office.as('reviewer');
  await reviewer.study.moveSession({ id, rev: submitted.rev, move: 'approve' });
}
