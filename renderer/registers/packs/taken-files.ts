import { contentOf } from '../../ui/sheet-content.ts';
import { type TakenFile, withOwnNames } from './taken-choices.ts';

/** The most that one call takes. */
export const MOST_FILES = 500;
const SHEET = /\.(xlsx|xls|csv)$/i;
/** What a spreadsheet program leaves beside a file that it has open. */
const LOCK = /^(~\$|\.~)/;

export interface ReadFiles {
  readonly files: readonly TakenFile[];
  /** How many were no sheets and were not opened. */
  readonly others: number;
  /** Names of sheets that could not be read. */
  readonly unreadable: readonly string[];
}

/** Whatever is no sheet is left alone. */
export async function readFiles(chosen: readonly File[], taken: ReadonlySet<string>): Promise<ReadFiles> {
  const sheets = chosen.filter(({ name }) => SHEET.test(name) && !LOCK.test(name));
  const named = withOwnNames(
    sheets.map((file) => ({ file, name: file.name, folder: folderOf(file) })),
    taken,
  );
  const files: TakenFile[] = [];
  const unreadable: string[] = [];
  for (const { file, name } of named) {
    const content = await contentOf(file).catch(() => null);
    if (content === null) unreadable.push(name);
    else files.push({ name, content });
  }
  return { files, others: chosen.length - sheets.length, unreadable };
}

function folderOf({ webkitRelativePath }: File): string {
  return webkitRelativePath.split('/').at(-2) ?? '';
}

/** What was dropped: files, and those in folders; must be called before the event is over. */
export async function droppedFiles({ items }: DataTransfer): Promise<File[]> {
  const entries = [...items].map((item) => item.webkitGetAsEntry()).filter((entry) => entry !== null);
  return (await Promise.all(entries.map(filesOf))).flat();
}

async function filesOf(entry: FileSystemEntry): Promise<File[]> {
  if (isFile(entry)) return [await new Promise<File>((resolve, reject) => entry.file(resolve, reject))];
  const reader = (entry as FileSystemDirectoryEntry).createReader();
  const all: File[] = [];
  // A reader gives a hundred entries at a time, and none at the end.
  for (;;) {
    const some = await new Promise<FileSystemEntry[]>((resolve, reject) =>
      reader.readEntries(resolve, reject),
    );
    if (some.length === 0) return all;
    all.push(...(await Promise.all(some.map(filesOf))).flat());
  }
}

function isFile(entry: FileSystemEntry): entry is FileSystemFileEntry {
  return entry.isFile;
}
