import { bytesOf, download, readBase64 } from '../../ui/file-content.ts';

export interface PackFile {
  readonly fileName: string;
  readonly content: string;
}

/** Where files go: a folder that the user chose, or wherever the browser puts downloads. */
export type Place = FileSystemDirectoryHandle | 'downloads';

export interface Saved {
  /** The folder's name; null: as downloads. */
  readonly folder: string | null;
  /** Written and, in a folder, read back as written. */
  readonly count: number;
  /** Names of files that could not be written, or read back otherwise. */
  readonly failed: readonly string[];
}

interface FolderPicker {
  showDirectoryPicker(options: { mode: 'readwrite' }): Promise<FileSystemDirectoryHandle>;
}

/** Browsers drop downloads that come too fast one after another. */
const PAUSE_MS = 200;

export function canChooseFolder(): boolean {
  return 'showDirectoryPicker' in window;
}

/** @returns null when the user chose no folder */
export async function choosePlace(): Promise<Place | null> {
  if (!canChooseFolder()) return 'downloads';
  const picker = window as unknown as FolderPicker;
  return await picker.showDirectoryPicker({ mode: 'readwrite' }).catch(() => null);
}

/** @param onSaved how many have been written */
export async function savePacks(
  place: Place,
  files: readonly PackFile[],
  onSaved: (count: number) => void,
): Promise<Saved> {
  const failed: string[] = [];
  for (const [at, { fileName, content }] of files.entries()) {
    const isSaved =
      place === 'downloads' ? await handOut(fileName, content) : await put(place, fileName, content);
    if (!isSaved) failed.push(fileName);
    onSaved(at + 1);
  }
  const folder = place === 'downloads' ? null : place.name;
  return { folder, count: files.length - failed.length, failed };
}

async function handOut(fileName: string, content: string): Promise<true> {
  download(fileName, content);
  await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
  return true;
}

/** @returns whether what was read back is what was written, to the byte */
async function put(folder: FileSystemDirectoryHandle, fileName: string, content: string): Promise<boolean> {
  try {
    const handle = await folder.getFileHandle(await freeName(folder, fileName), { create: true });
    const writable = await handle.createWritable();
    await writable.write(bytesOf(content));
    await writable.close();
    return (await readBase64(await handle.getFile())) === content;
  } catch {
    return false;
  }
}

/** A file of the same name may be one that a unit has filled in: it stays. */
async function freeName(folder: FileSystemDirectoryHandle, fileName: string): Promise<string> {
  for (let number = 1; ; number++) {
    const name = numbered(fileName, number);
    const isTaken = await folder.getFileHandle(name).then(
      () => true,
      () => false,
    );
    if (!isTaken) return name;
  }
}

export function numbered(fileName: string, number: number): string {
  return number === 1 ? fileName : fileName.replace(/(\.[^.]*)?$/, ` (${number})$1`);
}
