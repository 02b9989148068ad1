import { readdirSync, readFileSync, statSync } from 'node:fs';
import { isAbsolute, join } from 'node:path';
import { ensure, Refusal } from '../../shared/vocabulary/refusal.ts';
import { DEFAULT_CAPS } from '../bundle/caps.ts';
import { naming } from '../store/file-errors.ts';
import type { BundleSource } from './bundle-report.ts';

const ENDING = '.jyzd';
/** More than a province has offices for a week; the others wait for a second folder. */
const MOST = 500;

export interface FolderOfBundles {
  readonly sources: readonly BundleSource[];
  /** Files that do not call themselves bundles. */
  readonly others: number;
  /** Bundles beyond those that are read at a time. */
  readonly beyond: number;
}

/**
 * The bundle files that lie in a folder, not below it, by their names.
 * @param names only these of them
 * @throws Refusal `folder_unreadable`
 */
export function bundlesIn(path: string, names?: readonly string[]): FolderOfBundles {
  const files = filesOf(path);
  const bundles = files.filter((name) => name.toLowerCase().endsWith(ENDING));
  const chosen = names ? bundles.filter((name) => names.includes(name)) : bundles;
  return {
    sources: chosen.slice(0, MOST).map((fileName) => sourceAt(path, fileName)),
    others: files.length - bundles.length,
    beyond: Math.max(0, chosen.length - MOST),
  };
}

function filesOf(path: string): string[] {
  ensure(isAbsolute(path), 'folder_unreadable', { place: path });
  try {
    const entries = readdirSync(path, { withFileTypes: true });
    // what systems and office programs leave beside the files is nobody's
    return entries
      .filter((entry) => entry.isFile() && !/^[.~]/.test(entry.name))
      .map(({ name }) => name)
      .sort();
  } catch {
    throw new Refusal('folder_unreadable', { place: path });
  }
}

/** A file larger than any bundle is not read. */
function sourceAt(folder: string, fileName: string): BundleSource {
  const path = join(folder, fileName);
  return {
    fileName,
    read: () =>
      naming('reading', () => {
        const { size } = statSync(path);
        ensure(size <= DEFAULT_CAPS.fileBytes, 'bundle_too_large', {
          bytes: size,
          limit: DEFAULT_CAPS.fileBytes,
        });
        return readFileSync(path);
      }),
  };
}
