import { Button } from 'antd';
import { z } from 'zod';
import { useContractForm } from '../../state/contract-form.ts';
import { core } from '../../state/core.ts';
import { useIdentity } from '../../state/session.ts';
import { useWrite } from '../../state/writes.ts';
import { systemText } from '../../text/administration-page.ts';
import { formText } from '../../text/form.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { PasswordField } from '../../ui/fields.tsx';
import { ErrorNotice } from '../../ui/notices.tsx';
import { AddAccountForm } from './add-account-form.tsx';
import type { Account } from './administration-queries.ts';

interface ForAccount {
  readonly account: Account;
  readonly onClose: () => void;
}

export function AddAccountDialog({ onClose }: { readonly onClose: () => void }) {
  const { role } = useIdentity();
  return (
    <Dialog
      title={systemText.add}
      onClose={onClose}
      wide
      foot={<Button onClick={onClose}>{formText.close}</Button>}
    >
      <AddAccountForm role={role} action={systemText.addThis} />
    </Dialog>
  );
}

const password = z.string().min(1).max(200);

export function ResetPasswordDialog({ account, onClose }: ForAccount) {
  const form = useContractForm<{ newPassword: string }>({
    schema: z.object({ newPassword: password }),
    defaults: { newPassword: '' },
    draft: null,
  });
  const reset = useWrite(core.office.resetPassword, {
    shownInPlace: true,
    done: () => systemText.resetDone(account.name),
    onDone: onClose,
  });
  return (
    <Dialog
      title={systemText.resetTitle(account.name)}
      onClose={onClose}
      onSubmit={form.handleSubmit(({ newPassword }) => reset.mutate({ name: account.name, newPassword }))}
      foot={<Buttons onClose={onClose} isPending={reset.isPending} />}
    >
      <PasswordField
        control={form.control}
        name="newPassword"
        label={systemText.newPassword}
        hint={systemText.passwordHint}
        required
        autoFocus
      />
      <p className="secondary">{systemText.resetSays}</p>
      <ErrorNotice refusal={reset.error} />
    </Dialog>
  );
}

export function ChangePasswordDialog({ onClose }: { readonly onClose: () => void }) {
  const form = useContractForm<{ password: string; newPassword: string }>({
    schema: z.object({ password, newPassword: password }),
    defaults: { password: '', newPassword: '' },
    draft: null,
  });
  const change = useWrite(core.office.changePassword, {
    shownInPlace: true,
    done: () => systemText.changed,
    onDone: onClose,
  });
  return (
    <Dialog
      title={systemText.change}
      onClose={onClose}
      onSubmit={form.handleSubmit((fields) => change.mutate(fields))}
      foot={<Buttons onClose={onClose} isPending={change.isPending} />}
    >
      <PasswordField
        control={form.control}
        name="password"
        label={systemText.oldPassword}
        autoComplete="current-password"
        required
        autoFocus
      />
      <PasswordField
        control={form.control}
        name="newPassword"
        label={systemText.newPassword}
        hint={systemText.passwordHint}
        required
      />
      <ErrorNotice refusal={change.error} />
    </Dialog>
  );
}

export function DisableDialog({ account, onClose }: ForAccount) {
  const disable = useWrite(core.office.disableAccount, {
    shownInPlace: true,
    done: () => systemText.disabledDone(account.name),
    onDone: onClose,
  });
  return (
    <Dialog
      title={systemText.disableTitle}
      onClose={onClose}
      onSubmit={() => disable.mutate({ id: account.id })}
      foot={
        <>
          <Button onClick={onClose}>{formText.cancel}</Button>
          <Button danger type="primary" htmlType="submit" loading={disable.isPending}>
            {systemText.disable}
          </Button>
        </>
      }
    >
      <p>{systemText.disableSays(account.name)}</p>
      <ErrorNotice refusal={disable.error} />
    </Dialog>
  );
}

function Buttons({ onClose, isPending }: { readonly onClose: () => void; readonly isPending: boolean }) {
  return (
    <>
      <Button onClick={onClose}>{formText.cancel}</Button>
      <Button type="primary" htmlType="submit" loading={isPending}>
        {formText.save}
      </Button>
    </>
  );
}
