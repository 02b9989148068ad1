/**
 * The arrows of the layer map as data: which place may import which. A file may always import its own place.
 * A place is a folder (with all below it); `electron/*.ts` stands for the entries directly in `electron/`.
 */
export interface Place {
  /** Folder, or `electron/*.ts`. Also the place's name in messages. */
  readonly path: string;
  /** Places, or single files, that may be imported. */
  readonly mayImport: readonly string[];
  /** Of `mayImport`, those of which only types may be imported. */
  readonly typesOnly?: readonly string[];
}

const SHARED = ['shared/vocabulary', 'shared/rules', 'shared/contract'] as const;

export const PLACES: readonly Place[] = [
  { path: 'shared/vocabulary', mayImport: [] },
  { path: 'shared/rules', mayImport: ['shared/vocabulary'] },
  {
    path: 'shared/contract',
    mayImport: ['shared/vocabulary', 'shared/rules'],
    typesOnly: ['shared/rules'],
  },
  { path: 'electron/store', mayImport: SHARED },
  { path: 'electron/registers', mayImport: ['electron/store', ...SHARED] },
  { path: 'electron/bundle', mayImport: SHARED },
  {
    path: 'electron/exchange',
    mayImport: ['electron/registers', 'electron/bundle', 'electron/store', ...SHARED],
  },
  { path: 'electron/sheets', mayImport: ['electron/registers', ...SHARED] },
  { path: 'electron/forms', mayImport: ['electron/registers', ...SHARED] },
  { path: 'electron/demo', mayImport: ['electron/registers', 'electron/store', ...SHARED] },
  {
    path: 'electron/api',
    // The store too: signing in opens it, and the host of every procedure holds it open.
    mayImport: [
      'electron/store',
      'electron/registers',
      'electron/exchange',
      'electron/sheets',
      'electron/forms',
      'electron/demo',
      ...SHARED,
    ],
  },
  { path: 'electron/transport', mayImport: ['electron/api', ...SHARED] },
  { path: 'electron/shell', mayImport: ['electron/transport', ...SHARED] },
  {
    path: 'electron/commands',
    // Files leave and arrive here: they are written to sticks with the exchange's proof.
    mayImport: [
      'electron/transport',
      'electron/api',
      'electron/exchange/stick.ts',
      'electron/store/ports.ts',
      'renderer/text',
      ...SHARED,
    ],
  },
  {
    path: 'electron/*.ts',
    mayImport: [
      'electron/store',
      'electron/registers',
      'electron/bundle',
      'electron/exchange',
      'electron/sheets',
      'electron/forms',
      'electron/api',
      'electron/transport',
      'electron/shell',
      'electron/commands',
      'renderer/text',
      ...SHARED,
    ],
  },
  { path: 'renderer/text', mayImport: SHARED },
  { path: 'renderer/state', mayImport: ['renderer/text', ...SHARED] },
  { path: 'renderer/ui', mayImport: ['renderer/text', 'renderer/state', ...SHARED] },
  {
    path: 'renderer/registers',
    mayImport: ['renderer/ui', 'renderer/text', 'renderer/state', ...SHARED],
  },
  {
    path: 'renderer/app',
    mayImport: ['renderer/registers', 'renderer/ui', 'renderer/text', 'renderer/state', ...SHARED],
  },
];

/** The five programs: wiring only, and nobody imports them. */
export const ENTRIES = ['main', 'preload', 'core', 'loopback', 'ledger'] as const;

/** Of the entries, those that speak to a person: at a terminal, or in the window's own dialogs. */
export const ENTRIES_WITH_SENTENCES = ['electron/ledger.ts', 'electron/loopback.ts', 'electron/main.ts'];

/** One folder each under `electron/registers/` and `renderer/registers/`. */
export const NOUNS = [
  'administration',
  'personnel',
  'study',
  'self-inspection',
  'rectification',
  'campaign',
  'actions',
  'evaluation',
  'supporting',
  'work-list',
  'exchange',
  'offices',
  'figures',
  'weekly-reports',
  'forms',
  'packs',
  'periods',
] as const;

export interface PackageBan {
  readonly in: string;
  /** Subfolders of `in` for which the ban does not hold. */
  readonly except?: readonly string[];
  /** Package names; `node:` is every module of Node. */
  readonly packages: readonly string[];
}

export const PACKAGE_BANS: readonly PackageBan[] = [
  { in: 'shared', packages: ['node:', 'electron', 'better-sqlite3'] },
  { in: 'electron', except: ['electron/shell'], packages: ['electron'] },
  { in: 'electron/bundle', packages: ['node:fs', 'node:fs/promises', 'better-sqlite3'] },
  { in: 'renderer', packages: ['node:', 'electron', 'better-sqlite3'] },
];
