import { z } from 'zod';
import { ACCOUNT_ROLES, INSTALLATION_ROLES } from '../vocabulary/words.ts';
import { calendarDate, id, procedure, rev, shortText } from './base.ts';
import { preferences } from './preferences.ts';
import { restoring } from './restoring.ts';

/** Division code of the office, with an optional suffix: it stands in bundle file names. */
const officeCode = z.string().regex(/^[0-9A-Za-z][0-9A-Za-z-]{1,23}$/);
const password = z.string().min(1).max(200);
const roles = z.array(z.enum(ACCOUNT_ROLES)).min(1).max(ACCOUNT_ROLES.length);

const account = z.object({ id, name: z.string(), roles, single: z.boolean(), disabled: z.boolean() });

/** A day of the host's calendar, by which both sides count. */
const today = z.string();

const identity = z.object({
  id,
  today,
  code: z.string(),
  name: z.string(),
  role: z.enum(INSTALLATION_ROLES),
  demo: z.boolean(),
  /** One account holds every role: shown as such for ever. */
  singleAccount: z.boolean(),
  recoveryConfirmed: z.boolean(),
  fingerprint: z.string(),
  rev: z.int(),
  epoch: z.int(),
  /** The error code that keeps the ledger read-only, or null. */
  readOnlyBecause: z.string().nullable(),
  account: account.nullable(),
});

const backup = z.object({ fileName: z.string(), at: z.string(), bytes: z.int() });

/** How many rows of each kind were written. */
export const demoCounts = z.object({
  units: z.int(),
  people: z.int(),
  sessions: z.int(),
  attendances: z.int(),
  makeups: z.int(),
  filings: z.int(),
  items: z.int(),
});

export const office = {
  status: procedure.meta({ who: 'anyone' }).output(
    z.object({
      initialized: z.boolean(),
      unlocked: z.boolean(),
      /** The error code that keeps the ledger from being opened, as far as that shows without a key. */
      problem: z.string().nullable(),
      today,
      /** Known once the ledger was open since the program started: nothing on the disk tells it without a key. */
      office: z
        .object({
          code: z.string(),
          name: z.string(),
          role: z.enum(INSTALLATION_ROLES),
          demo: z.boolean(),
        })
        .nullable(),
      /** Who can sign in: what the key slots and the count of attempts tell without a key. */
      accounts: z.array(
        z.object({
          name: z.string(),
          locked: z.boolean(),
          /** Wrong passwords that are still allowed; 0 while locked. */
          attemptsLeft: z.int(),
          /** Seconds of running time until a locked account may try again; 0 when it is not locked. */
          retryAfterSeconds: z.int(),
        }),
      ),
      lastBackupAt: z.string().nullable(),
    }),
  ),

  initialize: procedure
    .meta({ who: 'anyone' })
    .input(
      z.object({
        role: z.enum(INSTALLATION_ROLES),
        code: officeCode,
        name: shortText,
        user: shortText,
        password,
        preset: z.string().max(64).default('2021'),
        demo: z.boolean().default(false),
        /** The first account gets every role of this kind of installation instead of administrator alone. */
        singleAccount: z.boolean().default(false),
      }),
    )
    .output(
      z.object({
        officeId: id,
        fingerprint: z.string(),
        /** Shown now or never. */
        recoveryCode: z.string(),
        /** 未验证 until the code was typed back. */
        recoveryConfirmed: z.literal(false),
      }),
    ),

  unlock: procedure
    .meta({ who: 'anyone' })
    .input(z.object({ user: shortText, password }))
    .output(identity),
  /** Opens as an administrator without an account, to give somebody a new password. */
  unlockByRecovery: procedure
    .meta({ who: 'anyone' })
    .input(z.object({ code: z.string().max(100) }))
    .output(identity),
  lock: procedure.meta({ who: 'anyone' }).output(z.object({})),
  identity: procedure.meta({ who: 'signedIn' }).output(identity),

  confirmRecovery: procedure
    .meta({ who: ['administrator'] })
    .input(z.object({ code: z.string().max(100) }))
    .output(z.object({ recoveryConfirmed: z.literal(true) })),

  /** A new recovery code; the old one opens nothing any more. */
  renewRecovery: procedure
    .meta({ who: ['administrator'] })
    .output(z.object({ recoveryCode: z.string(), recoveryConfirmed: z.literal(false) })),

  /** What the status bar tells. */
  condition: procedure.meta({ who: 'signedIn' }).output(
    z.object({
      today,
      lastBackupAt: z.string().nullable(),
      /** The error code of the daily backup that was tried last, when it failed. */
      backupProblem: z.string().nullable(),
      lastSent: z
        .object({ sequence: z.int(), createdAt: z.string(), acknowledgedAt: z.string().nullable() })
        .nullable(),
      lastReceived: z.object({ sequence: z.int(), at: z.string() }).nullable(),
      /** The last write in the history. */
      savedAt: z.string().nullable(),
      auditEntries: z.int(),
    }),
  ),
  /** Copies the ledger with its key slots into the folder of backups, opens the copy and compares it. */
  backup: procedure.meta({ who: ACCOUNT_ROLES }).output(backup),
  /** The newest first; what anybody sees who can look into the data folder. */
  backups: procedure.meta({ who: 'anyone' }).output(z.array(backup)),
  ...restoring,
  /** How far the long work under way is; null when there is none. A call is cancelled by being aborted. */
  progress: procedure.meta({ who: 'signedIn' }).output(
    z
      .object({
        kind: z.string(),
        step: z.string(),
        done: z.int(),
        /** 0 when nobody can know it. */
        total: z.int(),
        /** False once cancelling would come too late. */
        cancellable: z.boolean(),
      })
      .nullable(),
  ),

  /** How the signed-in account likes its page; kept on this PC, and no step of the history. */
  preferences: procedure.meta({ who: 'signedIn' }).output(preferences),
  savePreferences: procedure.meta({ who: 'signedIn' }).input(preferences).output(z.object({})),

  accounts: procedure.meta({ who: 'signedIn' }).output(z.array(account)),
  addAccount: procedure
    .meta({ who: ['administrator'] })
    .input(z.object({ name: shortText, roles, password }))
    .output(account),
  disableAccount: procedure
    .meta({ who: ['administrator'] })
    .input(z.object({ id }))
    .output(account),
  changePassword: procedure
    .meta({ who: 'signedIn' })
    .input(z.object({ password, newPassword: password }))
    .output(z.object({})),

  /** Who can read summaries of self-inspections, and whether the recovery code could give that back. */
  registerKey: procedure.meta({ who: 'signedIn', at: 'office' }).output(
    z.object({
      /** The signed-in account reads them. */
      held: z.boolean(),
      recovery: z.boolean(),
      accounts: z.array(
        z.object({
          account: id,
          name: z.string(),
          roles,
          holds: z.boolean(),
          /** False until it has signed in once since this program came: nothing can be granted to it before. */
          ready: z.boolean(),
        }),
      ),
    }),
  ),
  /**
   * Lets a clerk or a reviewer read summaries. By a reviewer who can; by a clerk who can, to a reviewer, as long as
   * no reviewer can; and after `unlockByRecovery`. No administrator's password is enough for it.
   */
  grantRegisterKey: procedure
    .meta({ who: ['clerk', 'reviewer', 'administrator'], at: 'office' })
    .input(z.object({ account: id }))
    .output(z.object({})),

  /** The day from which summaries of ended rounds are erased, null while none is set. */
  retention: procedure
    .meta({ who: 'signedIn', at: 'office' })
    .output(
      z.object({ purgeOn: z.string().nullable(), by: z.string().nullable(), at: z.string().nullable() }),
    ),
  setRetention: procedure
    .meta({ who: ['administrator'], at: 'office' })
    .input(z.object({ purgeOn: calendarDate.nullable() }))
    .output(z.object({})),

  /** A forgotten password is replaced, never read. */
  resetPassword: procedure
    .meta({ who: ['administrator'] })
    .input(z.object({ name: shortText, newPassword: password }))
    .output(z.object({})),

  /** Every page's seal, the chain of the history, and the kept sums against the rows: an answer means all is well. */
  verify: procedure.meta({ who: 'signedIn' }).output(z.object({ entries: z.int(), head: z.string() })),
  /** The signed-in account's last write, which `undo` would take back. */
  lastStep: procedure.meta({ who: 'signedIn' }).output(
    z.object({
      /** The revision it made, which its answer carried; null when nothing is left to undo. */
      step: rev.nullable(),
      /** The procedure, such as `study.mark`. */
      action: z.string().nullable(),
      undoable: z.boolean(),
      /** The error code that says why not. */
      reason: z.string().nullable(),
    }),
  ),
  /** Takes the account's last step back as a whole; the one before it is the last one then. */
  undo: procedure
    .meta({ who: 'signedIn' })
    .input(z.object({ step: rev }))
    .output(z.object({ undone: rev, action: z.string(), rev })),

  /** Invents a whole office: units, people and a campaign's work. Only in an empty demo installation. */
  fillDemo: procedure
    .meta({ who: ['administrator'], at: 'office' })
    .input(
      z.object({
        people: z.int().min(1).max(20_000),
        sessions: z.int().min(0).max(2000),
        /** The same seed invents the same office again. */
        seed: z.int(),
      }),
    )
    .output(demoCounts),

  acceptHistoryLoss: procedure
    .meta({ who: ['administrator'] })
    .input(z.object({ reason: shortText }))
    .output(z.object({ epoch: z.int() })),
};
