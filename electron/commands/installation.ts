import { ACCOUNT_ROLES, type AccountRole, INSTALLATION_ROLES } from '../../shared/vocabulary/words.ts';
import { type Arguments, UsageError } from './arguments.ts';
import { command } from './command.ts';

export const installationCommands = [
  command({
    words: ['init'],
    positionals: [],
    options: {
      role: 'required',
      code: 'required',
      name: 'required',
      user: 'required',
      preset: 'text',
      demo: 'switch',
      'single-account': 'switch',
    },
    unsigned: true,
    async run({ client, given, secrets }) {
      return await client.office.initialize({
        role: oneOf(INSTALLATION_ROLES, given.the('role')),
        code: given.the('code'),
        name: given.the('name'),
        user: given.the('user'),
        password: await secrets.ask('LEDGER_PASSWORD', 'Password: '),
        preset: given.text('preset'),
        demo: given.has('demo'),
        singleAccount: given.has('single-account'),
      });
    },
  }),
  command({
    words: ['identity'],
    positionals: [],
    options: {},
    run: async ({ client }) => await client.office.identity(),
  }),
  command({
    words: ['recovery', 'confirm'],
    positionals: [],
    options: {},
    async run({ client, secrets }) {
      return await client.office.confirmRecovery({
        code: await secrets.ask('LEDGER_RECOVERY_CODE', 'Recovery code: '),
      });
    },
  }),
  command({
    words: ['recovery', 'reset'],
    positionals: ['NAME'],
    options: {},
    unsigned: true,
    async run({ client, given, secrets }) {
      const code = await secrets.ask('LEDGER_RECOVERY_CODE', 'Recovery code: ');
      const newPassword = await secrets.ask('LEDGER_NEW_PASSWORD', 'New password: ');
      await client.office.unlockByRecovery({ code });
      const name = given.positionals[0] ?? '';
      await client.office.resetPassword({ name, newPassword });
      return { reset: name };
    },
  }),
  command({
    words: ['account', 'add'],
    positionals: ['[NAME]'],
    options: { role: 'required', name: 'text' },
    async run({ client, given, secrets }) {
      return await client.office.addAccount({
        name: accountName(given),
        roles: given
          .the('role')
          .split(',')
          .map((role): AccountRole => oneOf(ACCOUNT_ROLES, role)),
        password: await secrets.ask('LEDGER_NEW_PASSWORD', 'Password of the new account: '),
      });
    },
  }),
  command({
    words: ['account', 'list'],
    positionals: [],
    options: {},
    run: async ({ client }) => await client.office.accounts(),
  }),
  command({
    words: ['account', 'password'],
    positionals: [],
    options: {},
    async run({ client, secrets }) {
      return await client.office.changePassword({
        password: await secrets.ask('LEDGER_PASSWORD', 'Password: '),
        newPassword: await secrets.ask('LEDGER_NEW_PASSWORD', 'New password: '),
      });
    },
  }),
  command({
    words: ['verify'],
    positionals: [],
    options: {},
    run: async ({ client }) => await client.office.verify(),
  }),
];

/** `account add NAME` or `account add --name NAME`. */
function accountName(given: Arguments): string {
  const name = given.positionals[0] ?? given.text('name');
  if (!name) throw new UsageError('the name of the account is missing');
  return name;
}

function oneOf<Value extends string>(values: readonly Value[], given: string): Value {
  const found = values.find((value) => value === given);
  if (!found) throw new UsageError(`${given} is none of ${values.join(', ')}`);
  return found;
}
