import { Button } from 'antd';
import { contract } from '../../../shared/contract/index.ts';
import { useContractForm } from '../../state/contract-form.ts';
import { setupText } from '../../text/administration-page.ts';
import { TextField } from '../../ui/fields.tsx';
import { Panel } from '../../ui/page.tsx';
import type { SetupAnswers } from './setup-answers.ts';
import { SetupFoot } from './setup-foot.tsx';

interface SetupOfficeProps {
  readonly answers: SetupAnswers;
  readonly onNext: (more: Partial<SetupAnswers>) => void;
  readonly onBack: (more: Partial<SetupAnswers>) => void;
}

const schema = contract.office.initialize['~orpc'].inputSchema?.pick({ name: true, code: true });

export function SetupOffice({ answers, onNext, onBack }: SetupOfficeProps) {
  if (!schema) throw new Error('the contract tells no input');
  const form = useContractForm<{ name: string; code: string }>({
    schema,
    defaults: { name: answers.name, code: answers.code },
    draft: null,
  });
  const text = setupText.office;
  return (
    <form className="setup-form" noValidate onSubmit={form.handleSubmit(onNext)}>
      <Panel title={text.title} note={text.explain} padded className="setup-panel">
        <div className="form-grid">
          <TextField
            control={form.control}
            name="name"
            label={text.name}
            hint={text.nameHint}
            required
            autoFocus
          />
          <TextField
            control={form.control}
            name="code"
            label={text.code}
            hint={text.codeHint}
            required
            maxLength={24}
          />
        </div>
      </Panel>
      <SetupFoot onBack={() => onBack(form.getValues())}>
        <Button type="primary" htmlType="submit">
          {setupText.next}
        </Button>
      </SetupFoot>
    </form>
  );
}
