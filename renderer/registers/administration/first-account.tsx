import { Button } from 'antd';
import { z } from 'zod';
import { useContractForm } from '../../state/contract-form.ts';
import { core } from '../../state/core.ts';
import { useSession } from '../../state/session.ts';
import { useWrite } from '../../state/writes.ts';
import { setupText } from '../../text/administration-page.ts';
import { PasswordField, TextField } from '../../ui/fields.tsx';
import { ErrorNotice } from '../../ui/notices.tsx';
import { Panel } from '../../ui/page.tsx';
import { SetupFoot } from './setup-foot.tsx';
import type { SetupAnswers } from './setup-page.tsx';

interface FirstAccountProps {
  readonly answers: SetupAnswers;
  readonly onMade: (recoveryCode: string) => void;
  readonly onBack: (() => void) | undefined;
}

interface Fields {
  user: string;
  password: string;
  repeated: string;
}

const schema = z
  .object({
    user: z.string().trim().min(1).max(100),
    password: z.string().min(1).max(200),
    repeated: z.string(),
  })
  .refine(({ password, repeated }) => password === repeated, {
    path: ['repeated'],
    params: { is: 'different' },
  });

export function FirstAccount({ answers, onMade, onBack }: FirstAccountProps) {
  const form = useContractForm<Fields>({
    schema,
    defaults: { user: '', password: '', repeated: '' },
    draft: null,
  });
  const make = useWrite(
    async ({ user, password }: Fields) => {
      const made = await core.office.initialize({ ...chosenOf(answers), user, password });
      return { ...made, identity: await core.office.identity() };
    },
    {
      shownInPlace: true,
      onDone: ({ recoveryCode, identity }) => {
        onMade(recoveryCode);
        useSession.getState().signedIn(identity);
      },
    },
  );
  const text = setupText.accounts;
  return (
    <form className="setup-form" noValidate onSubmit={form.handleSubmit((fields) => make.mutate(fields))}>
      <Panel title={text.first} note={text.firstExplain} padded className="setup-panel">
        <div className="form-grid">
          <TextField control={form.control} name="user" label={text.name} required autoFocus whole />
          <PasswordField control={form.control} name="password" label={text.password} required />
          <PasswordField control={form.control} name="repeated" label={text.repeat} required />
        </div>
        <ErrorNotice refusal={make.error} />
      </Panel>
      <SetupFoot onBack={onBack}>
        <Button type="primary" htmlType="submit" loading={make.isPending}>
          {make.isPending ? text.creating : text.create}
        </Button>
      </SetupFoot>
    </form>
  );
}

function chosenOf({ role, demo, singleAccount, name, code, preset }: SetupAnswers) {
  return { role, demo, singleAccount, name, code, preset };
}
