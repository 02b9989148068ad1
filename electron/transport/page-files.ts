import { createReadStream, readdirSync } from 'node:fs';
import type { ServerResponse } from 'node:http';
import { extname, join, relative, sep } from 'node:path';
import { pipeline } from 'node:stream';
import { ensure } from '../../shared/vocabulary/refusal.ts';

const TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
};

/** Paths as they stand in a request, each with its file. */
export type PageFiles = ReadonlyMap<string, string>;

/**
 * Lists the files of the built page once. A request names one of them to the letter or gets nothing: no path
 * from outside ever reaches the file system.
 */
export function listPageFiles(folder: string | undefined): PageFiles {
  const files = new Map<string, string>();
  if (folder === undefined) return files;
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile() || !TYPES[extname(entry.name)]) continue;
    const file = join(entry.parentPath, entry.name);
    files.set(`/${relative(folder, file).split(sep).join('/')}`, file);
  }
  const index = files.get('/index.html');
  if (index !== undefined) files.set('/', index);
  return files;
}

/** @throws Refusal `not_found` */
export function sendPageFile(
  response: ServerResponse,
  files: PageFiles,
  path: string,
  isHead: boolean,
): void {
  const file = files.get(path);
  ensure(file !== undefined, 'not_found');
  response.setHeader('Content-Type', TYPES[extname(file)] ?? 'application/octet-stream');
  if (isHead) return void response.end();
  pipeline(createReadStream(file), response, (error) => {
    if (error) response.destroy();
  });
}
