import { Button } from 'antd';
import { contract } from '../../../shared/contract/index.ts';
import { RHYTHMS, type Rhythm } from '../../../shared/vocabulary/period-words.ts';
import { inputOf, useContractForm } from '../../state/contract-form.ts';
import { core } from '../../state/core.ts';
import { useIdentity, useMay } from '../../state/session.ts';
import { useWrite } from '../../state/writes.ts';
import { periodsText as text } from '../../text/periods-page.ts';
import { ChoiceField, NumberField } from '../../ui/fields.tsx';
import { ErrorNotice } from '../../ui/notices.tsx';
import { Panel } from '../../ui/page.tsx';

interface Fields {
  kind: Rhythm;
  graceDays: number;
}

/** How an office reports, or at a group: what its grid of reports goes by. */
export function RhythmPanel({ rhythm }: { readonly rhythm: Fields }) {
  const { role } = useIdentity();
  const may = useMay('reviewer', 'leader', 'administrator');
  const form = useContractForm<Fields>({
    schema: inputOf(contract.periods.setRhythm),
    defaults: rhythm,
    draft: null,
  });
  const save = useWrite(core.periods.setRhythm, { shownInPlace: true, done: () => text.rhythmSaved });
  return (
    <Panel title={text.rhythm} note={text.rhythmNote(role === 'office')} padded className="rhythm-panel">
      <form
        className="rhythm-form"
        onSubmit={(event) => {
          event.preventDefault();
          void form.handleSubmit((fields) => save.mutate(fields))();
        }}
      >
        <ChoiceField
          control={form.control}
          name="kind"
          label={text.kind}
          required
          disabled={!may}
          choices={RHYTHMS.map((kind) => ({ value: kind, label: text.kinds[kind] }))}
        />
        <NumberField
          control={form.control}
          name="graceDays"
          label={text.grace}
          required
          hint={text.graceHint}
          disabled={!may}
        />
        {may && (
          <Button htmlType="submit" loading={save.isPending}>
            {text.saveRhythm}
          </Button>
        )}
      </form>
      <ErrorNotice refusal={save.error} />
    </Panel>
  );
}
