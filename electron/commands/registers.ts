import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { missingOffice, underCorrection } from '../../renderer/text/figures.ts';
import { type CalendarDate, isCalendarDate } from '../../shared/vocabulary/dates.ts';
import { Refusal } from '../../shared/vocabulary/refusal.ts';
import { UsageError } from './arguments.ts';
import { command } from './command.ts';

export const registerCommands = [
  command({
    words: ['roster', 'import'],
    positionals: ['FILE'],
    options: { 'create-units': 'switch', secondment: 'text', from: 'text', apply: 'switch' },
    async run({ client, given }) {
      return await client.personnel.importRoster({
        ...readFileArgument(given.positionals[0] ?? ''),
        createUnits: given.has('create-units'),
        secondment: secondmentOf(given.text('secondment')),
        from: given.text('from'),
        apply: given.has('apply'),
      });
    },
  }),
  command({
    words: ['figures'],
    positionals: [],
    options: { 'as-of': 'required', office: 'text', session: 'text', round: 'text' },
    async run({ client, given, note }) {
      const answer = await client.figures.asOf({
        asOf: dateOf(given.the('as-of')),
        office: given.text('office'),
        session: given.text('session'),
        round: given.text('round'),
      });
      for (const { code, name, dataUntil } of answer.missingOffices)
        note(missingOffice(code, name, dataUntil));
      if (answer.sessionsUnderCorrection > 0) note(underCorrection(answer.sessionsUnderCorrection));
      return answer.figures;
    },
  }),
];

/** @throws Refusal `file_unreadable` */
export function readFileArgument(path: string): { fileName: string; content: string } {
  try {
    return { fileName: basename(path), content: readFileSync(path).toString('base64') };
  } catch (error) {
    const system = error instanceof Error && 'code' in error ? String(error.code) : '';
    throw new Refusal('file_unreadable', { system });
  }
}

function dateOf(text: string): CalendarDate {
  if (!isCalendarDate(text)) throw new UsageError(`${text} is no date; write YYYY-MM-DD`);
  return text;
}

function secondmentOf(text: string | undefined): 'in' | 'out' | undefined {
  if (text === undefined || text === 'in' || text === 'out') return text;
  throw new UsageError('--secondment is in or out');
}
