import { attendanceImportLines, marksOfPairs } from '../../renderer/text/attendance-import.ts';
import { UsageError } from './arguments.ts';
import { command } from './command.ts';
import { readFileArgument } from './registers.ts';

export const attendanceCommands = [
  command({
    words: ['attendance', 'import'],
    positionals: ['FILE'],
    options: { session: 'required', map: 'text', sheet: 'text', apply: 'switch' },
    async run({ client, given }) {
      const map = mapOf(given.text('map'));
      const report = await client.study.importAttendance({
        ...readFileArgument(given.positionals[0] ?? ''),
        session: given.the('session'),
        map,
        sheet: given.text('sheet'),
        apply: given.has('apply'),
      });
      return given.has('json') ? report : attendanceImportLines(report);
    },
  }),
];

function mapOf(text: string | undefined) {
  const pairs = marksOfPairs(text ?? '');
  if ('wrong' in pairs) throw new UsageError(`--map: ${pairs.wrong} is no pair of a text and a mark`);
  return pairs.map;
}
