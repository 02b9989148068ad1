import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { missingOffice, underCorrection } from '../../renderer/text/figures.ts';
import { rosterFieldWords } from '../../renderer/text/outcomes.ts';
import { type CalendarDate, isCalendarDate } from '../../shared/vocabulary/dates.ts';
import { ROSTER_FIELDS, type RosterField } from '../../shared/vocabulary/import-outcomes.ts';
import { Refusal } from '../../shared/vocabulary/refusal.ts';
import { UsageError } from './arguments.ts';
import { command } from './command.ts';

export const registerCommands = [
  command({
    words: ['roster', 'import'],
    positionals: ['FILE'],
    options: {
      sheet: 'text',
      header: 'text',
      map: 'text',
      'create-units': 'switch',
      secondment: 'text',
      from: 'text',
      apply: 'switch',
    },
    async run({ client, given, refuse }) {
      const mapping = given.text('map');
      const report = await client.personnel.importRoster({
        ...readFileArgument(given.positionals[0] ?? ''),
        sheet: given.text('sheet'),
        headerLine: lineOf(given.text('header')),
        ...(mapping !== undefined && { mapping: mappingOf(mapping) }),
        createUnits: given.has('create-units'),
        secondment: secondmentOf(given.text('secondment')),
        from: given.text('from'),
        apply: given.has('apply'),
      });
      if (report.needsMapping) refuse(new Refusal('sheet_no_header'));
      return report;
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
      for (const missing of answer.missingOffices) note(missingOffice(missing));
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

function lineOf(text: string | undefined): number | undefined {
  if (text === undefined || /^\d{1,7}$/.test(text)) return text === undefined ? undefined : Number(text);
  throw new UsageError('--header is the number of a line; 0: the sheet has none');
}

/** `A=name,B=单位,C=`: nothing behind the sign means that the column is not stored. */
function mappingOf(text: string): { column: number; field: RosterField | null }[] {
  return text.split(',').map((part) => {
    const [, letters = '', word = ''] = /^\s*([A-Za-z]{1,2})\s*=\s*(\S*)\s*$/.exec(part) ?? [];
    const field = ROSTER_FIELDS.find((one) => one === word || rosterFieldWords[one] === word);
    if (letters === '' || (word !== '' && !field))
      throw new UsageError(`--map is like A=name,B=unit; fields: ${ROSTER_FIELDS.join(', ')}`);
    const number = [...letters.toUpperCase()].reduce(
      (sum, letter) => sum * 26 + letter.charCodeAt(0) - 64,
      0,
    );
    return { column: number - 1, field: field ?? null };
  });
}

function secondmentOf(text: string | undefined): 'in' | 'out' | undefined {
  if (text === undefined || text === 'in' || text === 'out') return text;
  throw new UsageError('--secondment is in or out');
}
