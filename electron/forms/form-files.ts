import type { FormDocument } from '../../shared/contract/forms.ts';
import type { FormFile } from '../../shared/vocabulary/words.ts';
import { docxOf } from './docx.ts';
import { htmlOf } from './html.ts';
import { xlsxOf } from './xlsx.ts';

/** What turns a form into a file of each kind. */
export const FORM_WRITERS: Readonly<Record<FormFile, (document: FormDocument) => Promise<Uint8Array>>> = {
  xlsx: xlsxOf,
  docx: docxOf,
  html: async (document) => Buffer.from(htmlOf(document)),
};
