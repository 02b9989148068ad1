import { Button } from 'antd';
import { z } from 'zod';
import { ACCOUNT_ROLES, type AccountRole, type InstallationRole } from '../../../shared/vocabulary/words.ts';
import { useContractForm } from '../../state/contract-form.ts';
import { core } from '../../state/core.ts';
import { useWrite } from '../../state/writes.ts';
import { setupText } from '../../text/administration-page.ts';
import { ChoiceField, PasswordField, TextField } from '../../ui/fields.tsx';
import { ErrorNotice } from '../../ui/notices.tsx';

const ROLES: Readonly<Record<InstallationRole, readonly AccountRole[]>> = {
  office: ['clerk', 'reviewer', 'administrator'],
  group: ['member', 'leader', 'administrator'],
};

interface Fields {
  name: string | null;
  role: AccountRole | null;
  password: string;
}

const schema = z.object({
  name: z.string().trim().min(1).max(100),
  role: z.enum(ACCOUNT_ROLES),
  password: z.string().min(1).max(200),
});

/** One account of one role; the same person may have two, under two names. */
export function AddAccountForm({ role }: { readonly role: InstallationRole }) {
  const defaults = { name: null, role: ROLES[role][0] ?? null, password: '' };
  const form = useContractForm<Fields>({ schema, defaults, draft: null });
  const add = useWrite(
    (fields: Fields) =>
      core.office.addAccount({
        name: fields.name ?? '',
        roles: fields.role ? [fields.role] : [],
        password: fields.password,
      }),
    {
      shownInPlace: true,
      done: ({ name }) => setupText.accounts.added(name),
      onDone: () => {
        form.reset(defaults);
        form.setFocus('name');
      },
    },
  );
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
      <PasswordField control={form.control} name="password" label={text.password} required />
      <Button htmlType="submit" loading={add.isPending}>
        {text.add}
      </Button>
      <div className="whole">
        <ErrorNotice refusal={add.error} />
      </div>
    </form>
  );
}
