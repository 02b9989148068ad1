import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { contract } from '../../../shared/contract/index.ts';
import { inputOf, useContractForm } from '../../state/contract-form.ts';
import { core } from '../../state/core.ts';
import { refusalOf } from '../../state/refusals.ts';
import { useWrite } from '../../state/writes.ts';
import { formText } from '../../text/form.ts';
import { dayOf } from '../../text/frame.ts';
import { periodsText as text } from '../../text/periods-page.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { ChoiceField } from '../../ui/fields.tsx';
import { ErrorNotice } from '../../ui/notices.tsx';
import { Key } from '../../ui/page.tsx';
import { exchangeQueries } from './exchange-queries.ts';

interface ClosePeriodProps {
  /** Days that may be closed, the earliest first; the last one is today. */
  readonly closable: readonly string[];
  readonly onClose: () => void;
}

export function ClosePeriodDialog({ closable, onClose }: ClosePeriodProps) {
  const form = useContractForm<{ until: string }>({
    schema: inputOf(contract.periods.close),
    defaults: { until: closable.at(-2) ?? closable.at(-1) ?? '' },
    draft: null,
  });
  const until = form.watch('until');
  const told = useQuery(exchangeQueries.closing(until));
  const close = useWrite(core.periods.close, {
    shownInPlace: true,
    done: (_, input) => text.closed(dayOf(input.until)),
    onDone: onClose,
  });
  return (
    <Dialog
      title={text.closeTitle}
      onClose={onClose}
      onSubmit={form.handleSubmit((fields) => close.mutate(fields))}
      foot={
        <>
          <Button onClick={onClose}>{formText.cancel}</Button>
          <Button type="primary" htmlType="submit" loading={close.isPending}>
            {text.confirmClose}
            <Key>Enter</Key>
          </Button>
        </>
      }
    >
      <ChoiceField
        control={form.control}
        name="until"
        label={text.until}
        required
        choices={closable.toReversed().map((day) => ({ value: day, label: dayOf(day) }))}
      />
      {told.data && (
        <>
          <p>{text.closing(told.data.from && dayOf(told.data.from), dayOf(told.data.until))}</p>
          <Unfinished {...told.data} />
        </>
      )}
      <p className="secondary">{text.effect}</p>
      <ErrorNotice refusal={close.error ?? (told.error ? refusalOf(told.error) : null)} />
    </Dialog>
  );
}

function Unfinished({ sessions, filings }: { readonly sessions: number; readonly filings: number }) {
  if (sessions + filings === 0) return <p className="notice ok">{text.allDone}</p>;
  return <p className="notice warn">{text.unfinished(sessions, filings)}</p>;
}
