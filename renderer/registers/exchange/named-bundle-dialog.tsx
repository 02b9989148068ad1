import { Button } from 'antd';
import { useState } from 'react';
import { contract } from '../../../shared/contract/index.ts';
import { inputOf, useContractForm } from '../../state/contract-form.ts';
import { core } from '../../state/core.ts';
import { useWrite } from '../../state/writes.ts';
import { namedText as text } from '../../text/named-bundles.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { LongTextField } from '../../ui/fields.tsx';
import { ErrorNotice } from '../../ui/notices.tsx';
import type { ReceivedLine } from './exchange-queries.ts';
import { type NamedList, NamedListTable } from './named-list.tsx';

interface NamedBundleProps {
  readonly line: ReceivedLine;
  /** Of the sender. */
  readonly name: string;
  readonly onClose: () => void;
}

/** A list with names: a reason first, then the list; and its end. What is typed and shown is kept nowhere. */
export function NamedBundleDialog({ line, name, onClose }: NamedBundleProps) {
  const bundle = { sender: line.party, epoch: line.epoch, sequence: line.sequence };
  const [isErasing, setErasing] = useState(false);
  const [list, setList] = useState<NamedList | null>(null);
  const [one, setOne] = useState<NamedList | null>(null);
  const form = useContractForm<typeof bundle & { reason: string | null }>({
    schema: inputOf(contract.exchange.namedBundle),
    defaults: { ...bundle, reason: null },
    draft: null,
  });
  const open = useWrite(core.exchange.namedBundle, {
    shownInPlace: true,
    onDone: (answer, { person }) => (person === undefined ? setList(answer) : setOne(answer)),
  });
  const erase = useWrite(core.exchange.eraseNamedBundle, {
    shownInPlace: true,
    done: () => text.erasedDone(line.sequence),
    onDone: onClose,
  });
  const given = (reason: string | null) => ({ ...bundle, reason: reason ?? '' });
  const submit = form.handleSubmit(({ reason }) =>
    isErasing ? erase.mutate(given(reason)) : open.mutate(given(reason)),
  );
  const look = (person: string) => open.mutate({ ...given(form.getValues('reason')), person });
  const isAsking = list === null || isErasing;
  return (
    <Dialog
      wide
      title={text.title(name, line.sequence)}
      onClose={onClose}
      {...(isAsking ? { onSubmit: submit } : {})}
      foot={
        <>
          <Button onClick={() => setErasing(!isErasing)}>{isErasing ? text.eraseBack : text.erase}</Button>
          <Button onClick={onClose}>{text.close}</Button>
          {isAsking && (
            <Button
              type="primary"
              danger={isErasing}
              htmlType="submit"
              loading={open.isPending || erase.isPending}
            >
              {isErasing ? text.eraseYes : text.look}
            </Button>
          )}
        </>
      }
    >
      {line.names && <p>{text.theirs(line.names.reason)}</p>}
      <p className={isErasing ? 'notice danger' : 'secondary'}>
        {isErasing ? text.eraseExplain : text.apart}
      </p>
      {isAsking && (
        <LongTextField
          control={form.control}
          name="reason"
          label={isErasing ? text.eraseWhy : text.why}
          required
          autoFocus
          rows={2}
        />
      )}
      {list && !isErasing && <NamedListTable list={list} one={one} onPerson={look} />}
      <ErrorNotice refusal={isErasing ? erase.error : open.error} />
    </Dialog>
  );
}
