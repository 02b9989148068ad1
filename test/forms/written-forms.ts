import ExcelJS from 'exceljs';
import mammoth from 'mammoth';
import { fromBuffer } from 'yauzl';

/** A worksheet as another library reads it: what stands in each cell, merged ones once. */
export interface ReadSheet {
  readonly sheet: ExcelJS.Worksheet;
  readonly rows: readonly (readonly (string | number | null)[])[];
}

export async function readWorkbook(content: string): Promise<ReadSheet[]> {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(Uint8Array.from(Buffer.from(content, 'base64')).buffer);
  return workbook.worksheets.map((sheet) => ({ sheet, rows: rowsOf(sheet) }));
}

function rowsOf(sheet: ExcelJS.Worksheet): (string | number | null)[][] {
  return Array.from({ length: sheet.rowCount }, (_, row) =>
    Array.from({ length: sheet.columnCount }, (_, column) => {
      const cell = sheet.getCell(row + 1, column + 1);
      if (cell.isMerged && cell.master !== cell) return null;
      if (cell.value === null || typeof cell.value === 'number' || typeof cell.value === 'string')
        return cell.value;
      throw new Error(`${cell.address} is neither text nor a number: ${JSON.stringify(cell.value)}`);
    }),
  );
}

/** The values of a row without the empty cells, so that rows compare whatever the grid below them is. */
export const filled = (row: readonly (string | number | null)[]) => row.filter((value) => value !== null);

/** The tables of a .docx as another library reads them, each a list of rows of texts. */
export async function readTables(content: string): Promise<string[][][]> {
  const { value } = await mammoth.convertToHtml({ buffer: Buffer.from(content, 'base64') });
  return [...value.matchAll(/<table>(.*?)<\/table>/gs)].map(([, table = '']) =>
    [...table.matchAll(/<tr>(.*?)<\/tr>/gs)].map(([, row = '']) =>
      [...row.matchAll(/<t[dh][^>]*>(.*?)<\/t[dh]>/gs)].map(([, cell = '']) => textOf(cell)),
    ),
  );
}

function textOf(html: string): string {
  const text = html.replace(/<br \/>/g, '\n').replace(/<[^>]+>/g, '');
  return text
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&amp;/g, '&');
}

/** One file inside an .xlsx or .docx. */
export async function partOf(content: string, path: string): Promise<string> {
  const { promise, resolve, reject } = Promise.withResolvers<string>();
  fromBuffer(Buffer.from(content, 'base64'), { lazyEntries: true }, (error, zip) => {
    if (error) return reject(error);
    zip.on('error', reject);
    zip.on('end', () => reject(new Error(`no ${path}`)));
    zip.on('entry', (entry: { fileName: string }) => {
      if (entry.fileName !== path) return zip.readEntry();
      zip.openReadStream(entry as Parameters<typeof zip.openReadStream>[0], async (failed, stream) => {
        if (failed) return reject(failed);
        const chunks: Buffer[] = [];
        for await (const chunk of stream) chunks.push(chunk as Buffer);
        resolve(Buffer.concat(chunks).toString());
      });
    });
    zip.readEntry();
  });
  return await promise;
}
