import './account-form.css';
import { Button } from 'antd';
import { useEffect } from 'react';
import { z } from 'zod';
import { contract } from '../../../shared/contract/index.ts';
import { ACCOUNT_ROLES, type AccountRole, type InstallationRole } from '../../../shared/vocabulary/words.ts';
import { useContractForm } from '../../state/contract-form.ts';
import { core } from '../../state/core.ts';
import { useWrite } from '../../state/writes.ts';
import { setupText } from '../../text/administration-page.ts';
import { ChoiceField, PasswordField, TextField } from '../../ui/fields.tsx';
import { ErrorNotice } from '../../ui/notices.tsx';
import { ROLES } from './smallest-office.ts';

interface AddAccountFormProps {
  readonly role: InstallationRole;
  /** What its button says. */
  readonly action: string;
  /** The role that is missing most, offered first. */
  readonly wanted?: AccountRole | undefined;
  /** Another account is likely to follow the one that was added. */
  readonly goesOn?: boolean;
}

interface Fields {
  name: string;
  role: AccountRole;
  password: string;
}

const schema = contract.office.addAccount['~orpc'].inputSchema
  ?.pick({ name: true, password: true })
  .extend({ role: z.enum(ACCOUNT_ROLES) });

/** One account of one role; the same person may have two, under two names. */
export function AddAccountForm({ role, action, wanted, goesOn = true }: AddAccountFormProps) {
  if (!schema) throw new Error('the contract tells no input');
  const offered = wanted ?? ROLES[role][0] ?? 'administrator';
  const form = useContractForm<Fields>({
    schema,
    defaults: { name: '', role: offered, password: '' },
    draft: null,
  });
  const { setValue, setFocus } = form;
  useEffect(() => setValue('role', offered), [setValue, offered]);
  const add = useWrite(
    ({ name, role: one, password }: Fields) => core.office.addAccount({ name, roles: [one], password }),
    {
      shownInPlace: true,
      done: ({ name }) => setupText.accounts.added(name),
      onDone: () => form.reset({ name: '', role: offered, password: '' }),
    },
  );
  const added = add.data?.id;
  useEffect(() => {
    if (added && goesOn) setFocus('name');
  }, [setFocus, added, goesOn]);
  const text = setupText.accounts;
  return (
    <form className="account-form" noValidate onSubmit={form.handleSubmit((fields) => add.mutate(fields))}>
      <TextField control={form.control} name="name" label={text.name} required autoFocus />
      <ChoiceField
        control={form.control}
        name="role"
        label={text.role}
        required
        choices={ROLES[role].map((value) => ({ value, label: text.roles[value] }))}
      />
      <PasswordField
        control={form.control}
        name="password"
        label={text.password}
        hint={text.passwordHint}
        required
      />
      <Button htmlType="submit" loading={add.isPending}>
        {action}
      </Button>
      {add.error && (
        <div className="whole">
          <ErrorNotice refusal={add.error} />
        </div>
      )}
    </form>
  );
}
