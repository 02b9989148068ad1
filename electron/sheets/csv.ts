import { Refusal } from '../../shared/vocabulary/refusal.ts';

const DELIMITERS = [',', ';', '\t'] as const;
const SAMPLE_CHARACTERS = 16_384;

/**
 * Records of a CSV text (RFC 4180, and what spreadsheet programs write): quotes doubled inside quotes,
 * line breaks inside quotes, CRLF, LF or CR. Blank lines are records too, so that the n-th record is line n
 * of the sheet.
 *
 * @throws Refusal sheet_truncated when the text ends inside quotes
 */
export function* csvRecords(text: string): Generator<string[]> {
  const delimiter = findDelimiter(text);
  const field = fieldPattern(delimiter);
  let record: string[] = [];
  while (field.lastIndex < text.length || record.length > 0) {
    const match = field.exec(text);
    if (!match) throw new Refusal('sheet_truncated');
    const [, quoted, rest, end] = match;
    record.push(quoted === undefined ? (rest ?? '') : quoted.replaceAll('""', '"') + (rest ?? ''));
    if (end === delimiter) continue;
    yield record;
    record = [];
    if (end === '') return;
  }
}

/** One field: quoted text if it opens with a quote, what follows up to the separator, the separator. */
function fieldPattern(delimiter: string): RegExp {
  return new RegExp(
    `(?:"([^"]*(?:""[^"]*)*)"|(?!"))([^${delimiter}\\r\\n]*)(${delimiter}|\\r\\n|\\n|\\r|$)`,
    'y',
  );
}

/** The separator that stands most often outside quotes in the first lines; a comma when none does. */
function findDelimiter(text: string): string {
  const sample = text.slice(0, SAMPLE_CHARACTERS).replace(/"[^"]*"/g, '');
  let best: string = ',';
  let most = 0;
  for (const delimiter of DELIMITERS) {
    const count = sample.split(delimiter).length - 1;
    if (count > most) [best, most] = [delimiter, count];
  }
  return best;
}
