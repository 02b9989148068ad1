import { Button } from 'antd';
import { evaluation as contract } from '../../../shared/contract/evaluation.ts';
import type { EvaluationLevel } from '../../../shared/vocabulary/evaluation-words.ts';
import { inputOf, useContractForm } from '../../state/contract-form.ts';
import { core } from '../../state/core.ts';
import { useWrite } from '../../state/writes.ts';
import { evaluationText } from '../../text/evaluation-page.ts';
import { formText } from '../../text/form.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { DraftNote } from '../../ui/draft-note.tsx';
import { ChoiceField, DateField, TextField } from '../../ui/fields.tsx';
import { ErrorNotice } from '../../ui/notices.tsx';
import { Key } from '../../ui/page.tsx';
import { useEvaluatedOffice } from './evaluated-office.ts';
import type { Sheet } from './evaluation-queries.ts';

const text = evaluationText.begin;
const words = evaluationText.panel;

type BeginInput = Parameters<typeof core.evaluation.begin>[0];
type Values = Required<Omit<BeginInput, 'phase' | 'office'>>;

interface BeginDialogProps {
  readonly sheet: Sheet;
  /** The only one that is offered; undefined: every one that can be begun now. */
  readonly level: EvaluationLevel | undefined;
  readonly onBegun: (evaluation: string) => void;
  readonly onClose: () => void;
}

/** A draft of a level's next round. */
export function BeginDialog({ sheet, level, onBegun, onClose }: BeginDialogProps) {
  const { phase, today } = sheet;
  const evaluated = useEvaluatedOffice();
  const { dataUntil = null } = evaluated ?? {};
  const offered = sheet.next.filter(
    (one) => one.why === null && (level === undefined || one.level === level),
  );
  const form = useContractForm<Values>({
    schema: inputOf(contract.begin),
    defaults: {
      ...{ phase, level: offered[0]?.level ?? 'own' },
      ...{ evaluatedOn: today, asOf: dataUntil !== null && dataUntil < today ? dataUntil : today },
      ...{ by: null, documentNumber: null },
    },
    draft: `evaluation.begin ${evaluated?.id ?? ''} ${phase}`,
  });
  const { control } = form;
  const begin = useWrite(
    (values: Values) => core.evaluation.begin({ ...values, phase, office: evaluated?.id }),
    {
      shownInPlace: true,
      done: () => text.done,
      onDone: ({ id }) => {
        close();
        onBegun(id);
      },
    },
  );
  const submit = form.handleSubmit((values) => begin.mutate(values));
  const chosen = form.watch('level');
  const isExternal = chosen === 'province' || (chosen === 'group' && !evaluated);
  return (
    <Dialog
      title={text.button}
      onClose={close}
      onSubmit={() => void submit()}
      foot={
        <>
          <Button onClick={close}>{formText.cancel}</Button>
          <Button type="primary" htmlType="submit" loading={begin.isPending}>
            {text.button}
            <Key>Ctrl+Enter</Key>
          </Button>
        </>
      }
    >
      <DraftNote isDraft={form.isDraft} onDrop={close} />
      <p>{isExternal ? text.externalHint : text.hint}</p>
      {dataUntil !== null && <p>{text.dataUntil(dataUntil)}</p>}
      <ErrorNotice refusal={begin.error} />
      <div className="form-grid">
        <ChoiceField
          {...{ control }}
          name="level"
          label={evaluationText.title}
          choices={offered.map((one) => ({
            value: one.level,
            label: evaluationText.matrix.column(one.round, one.level),
          }))}
          required
        />
        <TextField {...{ control }} name="by" label={words.by} hint={words.byHint} />
        <DateField {...{ control }} name="evaluatedOn" label={words.evaluatedOn} required />
        <DateField {...{ control }} name="asOf" label={words.asOf} required />
        <TextField {...{ control }} name="documentNumber" label={words.documentNumber} />
      </div>
    </Dialog>
  );

  function close(): void {
    form.dropDraft();
    onClose();
  }
}
