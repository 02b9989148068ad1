import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { MainConfigFactory, PreloadConfigFactory, type UserConfig } from 'electron-vite';
import { build } from 'vite';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** The program's folder as it is packaged: `out/electron`, `out/page` (an empty one) and `resources`. */
export interface BuiltProgram {
  readonly main: string;
  readonly preload: string;
  remove(): void;
}

/** Builds the desktop's programs with the configuration that is shipped. */
export async function builtProgram(): Promise<BuiltProgram> {
  mkdirSync(join(root, 'out'), { recursive: true });
  const folder = mkdtempSync(join(root, 'out', 'built-'));
  const remove = () => rmSync(folder, { recursive: true, force: true });
  const outDir = join(folder, 'out', 'electron');
  mkdirSync(join(folder, 'out', 'page'), { recursive: true });
  writeFileSync(join(folder, 'out', 'page', 'index.html'), '<!doctype html>');
  symlinkSync(join(root, 'resources'), join(folder, 'resources'), 'junction');
  await buildInto(outDir).catch((error: unknown) => {
    remove();
    throw error;
  });
  return {
    main: join(outDir, 'main.js'),
    preload: join(outDir, 'preload.cjs'),
    remove,
  };
}

async function buildInto(outDir: string): Promise<void> {
  const { main = {}, preload = {} } = await configured();
  const target = { configFile: false, mode: 'entries', root, logLevel: 'error', build: { outDir } } as const;
  await build(await new MainConfigFactory(main, target, {}).build());
  await build(await new PreloadConfigFactory(preload, target, {}).build());
}

/** electron-vite's own loader would write beside the configuration, where other tests look. */
async function configured(): Promise<UserConfig> {
  const file = pathToFileURL(join(root, 'electron.vite.config.ts')).href;
  const { default: config } = await import(file);
  return config({ mode: 'entries', command: 'build' });
}
