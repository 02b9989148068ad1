import type { InstitutionField, InstitutionTextDoubt } from '../../../shared/vocabulary/supporting-import.ts';
import { INSTITUTION_KINDS } from '../../../shared/vocabulary/words.ts';
import { type Core, core } from '../../state/core.ts';
import {
  institutionFieldWords,
  institutionRowReasonSentences,
  supportingImportText as text,
} from '../../text/supporting-import.ts';
import { institutionKindWords } from '../../text/words.ts';
import { useUnitChoices } from './counter-import-dialog.tsx';
import { useSheetImport } from './sheet-import.ts';
import { SheetImportDialog } from './sheet-import-dialog.tsx';

type Report = Awaited<ReturnType<Core['supporting']['importInstitutions']>>;
type Row = Report['rows'][number];

const kinds = INSTITUTION_KINDS.map((value) => ({
  value: value as string,
  label: institutionKindWords[value],
}));

/** A list of institutions out of a file. */
export function InstitutionImportDialog({ onClose }: { readonly onClose: () => void }) {
  const sheet = useSheetImport<InstitutionField, InstitutionTextDoubt, Report>(
    ({ month: _, ...input }, signal) => core.supporting.importInstitutions(input, { signal }),
    {},
    onClose,
  );
  const units = useUnitChoices();
  return (
    <SheetImportDialog
      register="institutions"
      sheet={sheet}
      rows={sheet.report?.rows ?? []}
      fields={institutionFieldWords}
      meanings={(field) => (field === 'kind' ? kinds : units)}
      units={units}
      whatOf={whatOf}
      whyOf={whyOf}
      onClose={onClose}
    />
  );
}

function whatOf({ cells }: Row): string {
  return [cells.kind, cells.title, cells.documentNumber, cells.on, cells.unit].filter(Boolean).join('，');
}

function whyOf({ reason, changes }: Row): string {
  if (reason) return institutionRowReasonSentences[reason];
  return changes
    .map(({ field, before, after }) =>
      text.change(institutionFieldWords[field], before ?? text.blank, after || text.blank),
    )
    .join('；');
}
