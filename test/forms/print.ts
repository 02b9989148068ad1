/**
 * `npm run test:forms [-- FOLDER]`: every form of an invented county, and a letter, as .xlsx, .docx and .html, turned into PDF and
 * pictures of its pages by programs that did not write them, to be looked at. FOLDER is out/forms unless given.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { FORM_WRITERS } from '../../electron/forms/form-files.ts';
import { FORM_FILES } from '../../shared/vocabulary/words.ts';
import { demoForms } from './demo-forms.ts';
import { letter } from './sample-documents.ts';

const PROGRAMS = { soffice: 'libreoffice-calc and libreoffice-writer', pdftoppm: 'poppler-utils' };
/** Dots an inch of the pictures. */
const RESOLUTION = 70;

const folder = resolve(process.argv[2] ?? 'out/forms');
const missing = Object.entries(PROGRAMS).filter(([program]) => spawnSync(program, ['--version']).error);
for (const [program, debian] of missing)
  console.error(`✗ NOTHING WILL BE SEEN: ${program} is missing on this machine; install Debian's ${debian}.`);
rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });
await saveForms();
for (const as of FORM_FILES) writeFileSync(join(folder, `0-letter.${as}`), await FORM_WRITERS[as](letter));
if (missing.length === 0) picture();
else process.exitCode = 1;

async function saveForms(): Promise<void> {
  const { office, forms } = await demoForms(220, 24);
  try {
    for (const { name, asked } of forms)
      for (const as of FORM_FILES) {
        const { content, fileName } = await office.client.forms.save({ asked, as });
        writeFileSync(join(folder, `${name}.${as}`), Buffer.from(content, 'base64'));
        console.log(`${name}.${as}  (${fileName})`);
      }
  } finally {
    office.close();
  }
}

function picture(): void {
  const profile = mkdtempSync(join(tmpdir(), 'forms-profile-'));
  try {
    for (const ending of ['xlsx', 'docx']) convert(ending, profile);
  } finally {
    rmSync(profile, { recursive: true, force: true });
  }
  const pictures = readdirSync(folder).filter((name) => name.endsWith('.png'));
  console.log(`${pictures.length} pages in ${folder}`);
}

/** One call for all files of a kind: most of its time is starting. PDF of .xlsx and .docx must not overwrite another. */
function convert(ending: string, profile: string): void {
  const files = readdirSync(folder).filter((name) => name.endsWith(`.${ending}`));
  const out = join(folder, ending);
  run('soffice', [
    `-env:UserInstallation=${pathToFileURL(profile)}`,
    ...['--headless', '--convert-to', 'pdf', '--outdir', out],
    ...files.map((name) => join(folder, name)),
  ]);
  for (const name of readdirSync(out))
    run('pdftoppm', [
      ...['-r', String(RESOLUTION), '-png', join(out, name)],
      join(folder, `${name.replace(/\.pdf$/, '')}-${ending}`),
    ]);
  const pages = readdirSync(out).length;
  if (pages !== files.length)
    throw new Error(`${files.length - pages} of ${files.length} .${ending} gave no PDF`);
}

function run(program: string, args: string[]): void {
  const { status, stderr, error } = spawnSync(program, args, { encoding: 'utf8', timeout: 300_000 });
  if (error ?? status !== 0) throw new Error(`${program}: ${error?.message ?? stderr}`);
}
