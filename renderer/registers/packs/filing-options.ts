import { DECLARATIONS } from '../../../shared/vocabulary/words.ts';
import { decideText } from '../../text/packs-page.ts';
import { declarationWords } from '../../text/words.ts';
import {
  COMES,
  choicesOf,
  listOf,
  type PackChoices,
  type PackOption,
  STAYS,
  taking,
  whoIsKnown,
} from './pack-option.ts';
import type { PackCell, PackRow } from './taken-choices.ts';

const { options: words } = decideText;
type Field = PackCell['field'];

/** What the register refuses is answered in the cell that it speaks of. */
const FIELD_OF_CODE: Readonly<Record<string, Field>> = {
  filing_day_wrong: 'filedOn',
  filing_not_expected: 'filedOn',
  paper_number_taken: 'paperNumber',
  filing_contradicts_items: 'declared',
  category_unknown: 'category',
  category_retired: 'category',
};

/** A filing is given its missing or unreadable part, or left as it stands; a summary goes with its category. */
export function waysOfFiling(
  row: PackRow,
  cell: PackCell | null,
  choices: PackChoices,
): readonly PackOption[] | null {
  if (cell?.field === 'summary') return null;
  const doubt = cell ?? row.cells.find(({ reason }) => reason !== null);
  const field = row.code === null ? (doubt?.field ?? null) : (FIELD_OF_CODE[row.code] ?? null);
  const isHere = field !== null && (cell === null || cell.field === field);
  const stays = cell ? [taking('register', fieldsOf(cell), words.register)] : [];
  if (row.code !== null) return isHere ? [...given(field, choices), ...stays] : stays;
  switch (doubt?.reason ?? row.reason) {
    case 'filingApproved':
      return cell ? [taking('pack', fieldsOf(cell), words.supplement), ...stays] : ofRow(row);
    case 'registerMoved':
      return cell ? [taking('pack', fieldsOf(cell), words.pack), ...stays] : [];
    case 'invalidDate':
    case 'unmappedMark':
    case 'missingField':
    case 'contradictoryCells':
      return isHere ? [...given(field, choices), ...stays] : stays;
    case 'ambiguousName':
    case 'notExpected':
    case 'outsidePack':
    case 'copiedRow':
      return cell ? [] : whoIsKnown(row);
    default:
      return stays;
  }
}

/** Of a row in which nothing had been filed: all that it says comes on top of what was approved, or stays out. */
function ofRow({ cells }: PackRow): readonly PackOption[] {
  const fields = cells.filter(({ field, reason }) => reason === 'filingApproved' && field !== 'summary');
  return [
    taking(
      'pack',
      fields.map(({ field }) => field),
      words.supplement,
    ),
  ];
}

function fieldsOf({ field }: PackCell): readonly Field[] {
  return [field];
}

function given(field: Field, { categories }: PackChoices): readonly PackOption[] {
  switch (field) {
    case 'filedOn':
      return [{ kind: 'day', digit: COMES, label: words.writeDay, field: 'filedOn' }];
    case 'declared':
      return [listOf('declared', words.chooseDeclared, choicesOf(DECLARATIONS, declarationWords))];
    case 'category':
      return [listOf('category', words.chooseCategory, categories)];
    case 'paperNumber':
      return [
        { kind: 'write', digit: COMES, label: words.writeNumber, field: 'paperNumber', start: '' },
        { kind: 'take', digit: STAYS, label: words.noNumber, decision: { paperNumber: null } },
      ];
    default:
      return [];
  }
}
