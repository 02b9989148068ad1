import { readdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { extname, join, relative, sep } from 'node:path';
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

/** Stands in the page's document where the nonce of each answer goes. */
const STYLE_NONCE = '__STYLE_NONCE__';

/** Paths as they stand in a request, each with its file. */
export type PageFiles = ReadonlyMap<string, string>;

/** One file of the page as a host sends it. */
export interface PageAnswer {
  readonly body: Buffer | string;
  readonly headers: Readonly<Record<'Content-Type' | 'Content-Security-Policy', string>>;
}

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

/**
 * What either host answers for a path of the page.
 * @param styleNonce 128 random bits in base64url, fresh for every answer
 * @throws Refusal `not_found`
 */
export async function pageAnswer(files: PageFiles, path: string, styleNonce: string): Promise<PageAnswer> {
  const file = files.get(path);
  ensure(file !== undefined, 'not_found');
  const isDocument = extname(file) === '.html';
  const bytes = await readFile(file);
  return {
    body: isDocument ? indexDocument(bytes.toString(), styleNonce) : bytes,
    headers: {
      'Content-Type': TYPES[extname(file)] ?? 'application/octet-stream',
      'Content-Security-Policy': contentSecurityPolicy(isDocument ? styleNonce : undefined),
    },
  };
}

/** Tells the page's own scripts the nonce under which this one document may write styles. */
function indexDocument(template: string, styleNonce: string): string {
  return template.replaceAll(STYLE_NONCE, styleNonce);
}

/**
 * The page gets nothing but its own files. Some components write a style element while they run: it counts
 * with the nonce that only this document was told.
 */
export function contentSecurityPolicy(styleNonce?: string): string {
  const styles = styleNonce === undefined ? "'self'" : `'self' 'nonce-${styleNonce}'`;
  return [
    "default-src 'none'",
    ...['connect', 'font', 'img', 'script'].map((kind) => `${kind}-src 'self'`),
    `style-src ${styles}`,
    ...['base-uri', 'form-action', 'frame-ancestors'].map((name) => `${name} 'none'`),
  ].join('; ');
}
