import { posix } from 'node:path';
import { Refusal } from '../../shared/vocabulary/refusal.ts';
import { type XmlElement, xmlElements } from './xml-elements.ts';
import type { ZipEntries } from './zip-entries.ts';

export interface SheetPart {
  readonly name: string;
  readonly shown: boolean;
  /** Its entry in the zip. */
  readonly path: string;
}

/** Where the parts of a workbook are that are read. */
export interface XlsxParts {
  /** In the order of the workbook. */
  readonly sheets: readonly SheetPart[];
  readonly texts: string | undefined;
  readonly styles: string | undefined;
  /** Days count from 1904 on. */
  readonly from1904: boolean;
}

const MOST_BYTES = 4 * 1024 * 1024;

/** @throws Refusal sheet_damaged, sheet_bomb, sheet_too_large */
export async function findXlsxParts(entries: ZipEntries): Promise<XlsxParts> {
  const path = entries.names.find((name) => /(^|\/)workbook\.xml$/i.test(name)) ?? '';
  const relationsPath = entries.names.find((name) => /(^|\/)workbook\.xml\.rels$/i.test(name));
  const workbook = await elementsOf(entries, path);
  const relations = relationsPath === undefined ? [] : await elementsOf(entries, relationsPath);
  const folder = path.slice(0, path.lastIndexOf('/') + 1);
  const sheets = targets(relations, folder, '/worksheet');
  const found = (type: string) => [...targets(relations, folder, type).values()].find(isThere);
  const isThere = (target: string) => entries.names.includes(target);
  return {
    sheets: workbook.flatMap((element) => sheetOf(element, sheets)),
    texts: found('/sharedStrings'),
    styles: found('/styles'),
    from1904: workbook.some(
      ({ name, attributes }) => name === 'workbookPr' && isOn(attributes.get('date1904')),
    ),
  };
}

async function elementsOf(entries: ZipEntries, path: string): Promise<readonly XmlElement[]> {
  const part = await entries.whole(path);
  if (part.length > MOST_BYTES) throw new Refusal('sheet_too_large', { limit: 'workbook' });
  return xmlElements(part);
}

/** Relation's id to its entry. */
function targets(
  relations: readonly XmlElement[],
  folder: string,
  type: string,
): ReadonlyMap<string, string> {
  const ofType = relations.filter(
    ({ name, attributes }) => name === 'Relationship' && attributes.get('Type')?.endsWith(type),
  );
  return new Map(
    ofType.map(({ attributes }) => [
      attributes.get('Id') ?? '',
      entryOf(folder, attributes.get('Target') ?? ''),
    ]),
  );
}

/** Charts and macros are listed as sheets too, with relations of other types. */
function sheetOf({ name, attributes }: XmlElement, sheets: ReadonlyMap<string, string>): SheetPart[] {
  const title = attributes.get('name');
  const [, relation = ''] = [...attributes].find(([key]) => key.endsWith(':id')) ?? [];
  const path = sheets.get(relation);
  if (name !== 'sheet' || !title || path === undefined) return [];
  return [{ name: title, shown: (attributes.get('state') ?? 'visible') === 'visible', path }];
}

/** A target is told from the workbook's folder, or from the root. */
function entryOf(folder: string, target: string): string {
  return target.startsWith('/') ? target.slice(1) : posix.join(folder, target);
}

function isOn(value: string | undefined): boolean {
  return value === '1' || value === 'true';
}
