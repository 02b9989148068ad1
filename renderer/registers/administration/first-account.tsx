import { Button } from 'antd';
import { contract } from '../../../shared/contract/index.ts';
import { useContractForm } from '../../state/contract-form.ts';
import { core } from '../../state/core.ts';
import { useSession } from '../../state/session.ts';
import { useWrite } from '../../state/writes.ts';
import { setupText } from '../../text/administration-page.ts';
import { PasswordField, TextField } from '../../ui/fields.tsx';
import { ErrorNotice } from '../../ui/notices.tsx';
import { Panel } from '../../ui/page.tsx';
import type { SetupAnswers } from './setup-answers.ts';
import { SetupFoot } from './setup-foot.tsx';

interface FirstAccountProps {
  readonly answers: SetupAnswers;
  readonly onMade: (recoveryCode: string) => void;
  readonly onBack: (more: Partial<SetupAnswers>) => void;
}

interface Fields {
  user: string;
  password: string;
  repeated: string;
}

const input = contract.office.initialize['~orpc'].inputSchema;
const schema = input?.pick({ user: true, password: true }).extend({ repeated: input.shape.password });

/** The ledger is made together with the administrator; a refusal keeps what was typed. */
export function FirstAccount({ answers, onMade, onBack }: FirstAccountProps) {
  if (!schema) throw new Error('the contract tells no input');
  const form = useContractForm<Fields>({
    schema,
    defaults: { user: answers.user, password: '', repeated: '' },
    draft: null,
  });
  const make = useWrite(
    async ({ user, password }: Fields) => {
      const { recoveryCode } = await core.office.initialize({ ...answers, user, password });
      return { recoveryCode, identity: await core.office.identity() };
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
    <form className="setup-form" noValidate onSubmit={form.handleSubmit(submit)}>
      <Panel
        title={text.first}
        note={answers.singleAccount ? text.firstSingleExplain : text.firstExplain}
        padded
        className="setup-panel"
      >
        <div className="form-grid">
          <TextField control={form.control} name="user" label={text.name} required autoFocus whole />
          <PasswordField
            control={form.control}
            name="password"
            label={text.password}
            hint={text.passwordHint}
            required
          />
          <PasswordField control={form.control} name="repeated" label={text.repeat} required />
        </div>
        <ErrorNotice refusal={make.error} />
      </Panel>
      <SetupFoot onBack={() => onBack({ user: form.getValues('user') })} note={text.createSays}>
        <Button type="primary" htmlType="submit" loading={make.isPending}>
          {make.isPending ? text.creating : text.create}
        </Button>
      </SetupFoot>
    </form>
  );

  function submit(fields: Fields): void {
    if (make.isPending) return;
    if (fields.password === fields.repeated) make.mutate(fields);
    else form.setError('repeated', { type: 'different' }, { shouldFocus: true });
  }
}
