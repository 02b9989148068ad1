import { defineConfig } from 'electron-vite';
import { mergeConfig, type Plugin } from 'vite';
import page from './vite.config.ts';

const FOLDER = 'out/electron';
/** electron-vite wants to be told what vite knows by itself. */
const PAGE_ENTRY = { build: { minify: true, rolldownOptions: { input: 'renderer/index.html' } } };
/** Node of Electron 45. */
const TARGET = 'node24.18';

/**
 * The programs of the desktop build, all in one folder: they find each other by name. Mode `entries` leaves out the
 * page, which the start script has built already.
 */
export default defineConfig(({ mode }) => ({
  main: {
    plugins: [builtNames()],
    build: {
      outDir: FOLDER,
      emptyOutDir: true,
      target: TARGET,
      minify: true,
      externalizeDeps: true,
      rolldownOptions: {
        input: {
          main: 'electron/main.ts',
          core: 'electron/core.ts',
          'parser-process': 'electron/sheets/parser-process.ts',
          'parser-worker': 'electron/sheets/parser-worker.ts',
        },
        output: { entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' },
      },
    },
  },
  preload: {
    build: {
      outDir: FOLDER,
      emptyOutDir: false,
      target: TARGET,
      minify: true,
      // In the sandbox nothing but Electron itself can be required: one file, no modules.
      externalizeDeps: false,
      rolldownOptions: {
        input: { preload: 'electron/preload.ts' },
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  ...(mode === 'entries' ? {} : { renderer: mergeConfig(page, PAGE_ENTRY) }),
}));

/** What is started by its address has another ending once it is built. */
function builtNames(): Plugin {
  const address = /(new URL\('\.\/parser-\w+)\.ts(', import\.meta\.url\))/g;
  return { name: 'built-names', enforce: 'pre', transform: (code) => code.replaceAll(address, '$1.js$2') };
}
