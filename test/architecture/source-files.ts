import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { SourceFile } from './syntax.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** Names at the top level, without what git ignores. */
export function topLevelNames(): string[] {
  const ignored = ['.git', 'node_modules', 'out', 'release'];
  return readdirSync(root).filter((name) => !ignored.includes(name));
}

/** Paths from the root, with `/`, of every file and folder below the given folders. */
export function pathsIn(...folders: string[]): string[] {
  return folders.flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
      .map((path) => `${folder}/${path.replaceAll('\\', '/')}`)
      .sort(),
  );
}

/** The program text below the given folders. */
export function sourcesIn(...folders: string[]): SourceFile[] {
  return pathsIn(...folders)
    .filter((path) => /\.([mc]?ts|tsx|[mc]?js)$/.test(path))
    .map((path) => ({ path, source: readFileSync(join(root, path), 'utf8') }));
}
