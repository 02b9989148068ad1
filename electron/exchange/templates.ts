import { ensure, Refusal } from '../../shared/vocabulary/refusal.ts';
import type { TemplateKind } from '../../shared/vocabulary/remark-fields.ts';
import type { Tables } from '../bundle/tables.ts';
import type { CampaignUses } from '../registers/campaign/campaign-changes.ts';
import {
  adoptHandedDown,
  adoptionTold,
  handedDownFrom,
  isHandedDown,
} from '../registers/campaign/handed-down.ts';
import { partsOf } from '../registers/text-parts.ts';
import type { Readable, Write } from '../store/handles.ts';
import { putReceivedRow } from '../store/received-rows.ts';
import { insertRow, updateRow } from '../store/rows.ts';
import { unpackRows } from './columns.ts';
import { type FeedbackRow, feedbackToUs, noteAnswer } from './feedback-sql.ts';
import { type TemplateRecord, templateColumns } from './feedback-tables.ts';
import { countHandings, type TemplateRow, templateById, templateEvenDeleted } from './template-sql.ts';

/** At the group: its campaign, or an action of it, as it stands now. @throws Refusal `missing_field`, `not_found`, `campaign_missing` */
export function draftTemplate(
  write: Write,
  choice: { readonly kind: TemplateKind; readonly action?: string | undefined } | undefined,
): { id: string; rev: number } {
  ensure(choice, 'missing_field', { field: 'template' });
  const { kind, name, content } = handedDownFrom(write, write.office, choice.kind, choice.action);
  const id = write.newId();
  insertRow(write, 'template', id, { kind, name, content });
  return { id, rev: write.rev };
}

/** Goes with the last draft that hands it down. */
export function discardTemplate(write: Write, id: string): void {
  const row = templateById(write, write.office, id);
  if (row && countHandings(write, write.office, id) === 0)
    updateRow(write, 'template', row.pk, { deleted: 1 });
}

/** What rows of feedback hand down, by id. */
export function templatesOf(db: Readable, group: number, rows: readonly FeedbackRow[]): TemplateRecord[] {
  const ids = rows.flatMap(({ kind, subject }) => (kind === 'template' && subject ? [subject] : []));
  return [...new Set(ids)].sort().flatMap((id) => {
    const row = templateById(db, group, id);
    if (!row) return [];
    const { kind, name } = row;
    return partsOf(row.content).map((content, part) => ({ id, kind, name, part, content }));
  });
}

/**
 * At the office: keeps what was handed down until somebody decides on it.
 * @returns how many of the table's rows were not there before. @throws Refusal `bundle_row_invalid`, `bundle_newer_register`
 */
export function putTemplates(write: Write, group: number, tables: Tables, rev: number) {
  let added = 0;
  for (const template of templatesIn(tables))
    if (putTemplate(write, group, template, rev) === 'added') added += template.parts;
  return { added, unchanged: (tables.get('template')?.rows ?? 0) - added };
}

/** A template as it arrived. */
export interface HandedDown {
  readonly id: string;
  readonly kind: TemplateKind;
  readonly name: string;
  readonly content: string;
  /** Rows that it came in. */
  readonly parts: number;
}

/** Of a group's bundle, put together. @throws Refusal `bundle_row_invalid`, `bundle_newer_register` */
export function templatesIn(tables: Tables): HandedDown[] {
  const table = tables.get('template');
  const records = table ? unpackRows(templateColumns, 'template', table) : [];
  return [...Map.groupBy(records, ({ id }) => id).values()].map(putTogether);
}

function putTogether(parts: readonly TemplateRecord[]): HandedDown {
  const [first] = parts;
  const whole = parts.every(
    ({ kind, name, part }, place) => part === place && kind === first?.kind && name === first.name,
  );
  ensure(first && whole, 'bundle_row_invalid', { register: 'template', column: 'part' });
  const { id, kind, name } = first;
  const content = parts.map((one) => one.content).join('');
  ensure(isHandedDown({ kind, content }), 'bundle_row_invalid', { register: 'template', column: 'content' });
  return { id, kind, name, content, parts: parts.length };
}

function putTemplate(write: Write, group: number, { id, kind, name, content }: HandedDown, rev: number) {
  if (templateById(write, group, id)) return 'unchanged';
  return putReceivedRow(write, 'template', group, { id, rev, deleted: 0, values: { kind, name, content } });
}

/**
 * At the group: what it handed down and has lost since is there again.
 * @returns false where it is not there and was not told
 */
export function takeBackTemplate(write: Write, id: string, said: HandedDown | undefined): boolean {
  const held = templateEvenDeleted(write, write.office, id);
  if (held?.deleted === 0) return true;
  if (!said) return false;
  const { kind, name, content } = said;
  if (held) updateRow(write, 'template', held.pk, { kind, name, content, deleted: 0 });
  else insertRow(write, 'template', id, { kind, name, content });
  return true;
}

/** What it would change here. @throws Refusal `not_found`, `campaign_missing` */
export function templateTold(db: Readable, own: number, id: string) {
  const { row, template } = handedTo(db, own, id);
  const { kind, name } = template;
  return { id, kind, name, state: row.state, ...adoptionTold(db, own, template) };
}

/**
 * @throws Refusal `not_found`, `move_not_allowed` for what was decided on before, and what the campaign refuses
 */
export function adoptTemplate(write: Write, id: string, rev: number, uses: CampaignUses) {
  const { row, template } = waiting(write, id, 'adopt');
  noteAnswer(write, row.pk, { state: 'applied', outcome: null, reply: null, readOn: null });
  const version = adoptHandedDown(write, rev, template, uses);
  write.record({ adopted: id });
  return version;
}

/** The group is told why with the next report. @throws Refusal `not_found`, `move_not_allowed` */
export function refuseTemplate(write: Write, id: string, reason: string): void {
  const { row } = waiting(write, id, 'refuse');
  write.undo.refuse('undo_not_possible');
  noteAnswer(write, row.pk, {
    state: 'notApplicable',
    outcome: 'template_refused',
    reply: reason,
    readOn: null,
  });
  write.record({ refused: id, reason });
}

/** The code that adopting it now would be refused with; to be tried where it is rolled back. */
export function whyNotAdopted(write: Write, id: string, rev: number, uses: CampaignUses): string | null {
  try {
    adoptTemplate(write, id, rev, uses);
    return null;
  } catch (error) {
    if (error instanceof Refusal) return error.code;
    throw error;
  }
}

function waiting(write: Write, id: string, move: 'adopt' | 'refuse') {
  const { row, template } = handedTo(write, write.office, id);
  ensure(row.state === 'released', 'move_not_allowed', { state: row.state, move });
  return { row, template };
}

function handedTo(db: Readable, own: number, id: string): { row: FeedbackRow; template: TemplateRow } {
  const row = feedbackToUs(db, own, id);
  const template = row?.kind === 'template' && row.subject ? templateById(db, row.office, row.subject) : null;
  ensure(row && template, 'not_found', { register: 'template' });
  return { row, template };
}
