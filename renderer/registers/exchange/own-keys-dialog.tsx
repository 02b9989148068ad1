import { useQuery } from '@tanstack/react-query';
import { Button, Input, Radio } from 'antd';
import { useId, useState } from 'react';
import { core } from '../../state/core.ts';
import { useWrite } from '../../state/writes.ts';
import { keyText } from '../../text/exchange-keys.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { download } from '../../ui/file-content.ts';
import { ErrorNotice } from '../../ui/notices.tsx';
import { StateSign } from '../../ui/signs.tsx';
import { SimpleTable } from '../../ui/simple-table.tsx';
import { exchangeQueries, type KeyRecord } from './exchange-queries.ts';

type Change = keyof typeof keyText.choices;

const CHANGES = {
  rotate: core.exchange.rotateKeys,
  revoke: core.exchange.revokeKeys,
  replace: core.exchange.replaceKeys,
};

/** New keys for this office, and what has to be handed to whom. */
export function OwnKeysDialog({ onClose }: { readonly onClose: () => void }) {
  const [change, setChange] = useState<Change>('rotate');
  const [reason, setReason] = useState('');
  const [isUnsaved, setUnsaved] = useState(false);
  const records = useQuery(exchangeQueries.keyRecords());
  const reasonId = useId();
  const renew = useWrite((said: { reason: string }) => CHANGES[change](said), {
    shownInPlace: true,
    done: ({ number, backup }) => (backup ? keyText.changed(number) : null),
    onDone: ({ backup }) => {
      setReason('');
      setUnsaved(backup === null);
    },
  });
  const submit = () => reason.trim() !== '' && renew.mutate({ reason: reason.trim() });
  return (
    <Dialog
      wide
      title={keyText.ownTitle}
      onClose={onClose}
      onSubmit={submit}
      foot={
        <>
          <Button onClick={onClose}>{keyText.finish}</Button>
          <Button
            type="primary"
            danger={change !== 'rotate'}
            htmlType="submit"
            disabled={reason.trim() === ''}
            loading={renew.isPending}
          >
            {keyText.confirm[change]}
          </Button>
        </>
      }
    >
      <Radio.Group
        aria-label={keyText.ownTitle}
        value={change}
        onChange={({ target }) => setChange(target.value as Change)}
        options={Object.entries(keyText.choices).map(([value, label]) => ({ value, label }))}
      />
      <p>{keyText.explain[change]}</p>
      <div className="field">
        <label htmlFor={reasonId}>
          {change === 'revoke' ? keyText.ownReason : keyText.ownReasonKept}
          <span className="required"> *</span>
        </label>
        <Input
          id={reasonId}
          value={reason}
          maxLength={100}
          onChange={({ target }) => setReason(target.value)}
        />
      </div>
      <p className="secondary">{keyText.noUndo}</p>
      {isUnsaved && (
        <p className="notice danger" role="alert">
          {keyText.notBackedUp}
        </p>
      )}
      <ErrorNotice refusal={renew.error} />
      <h3>{keyText.records}</h3>
      {records.data?.length === 0 ? <p className="secondary">{keyText.noRecords}</p> : null}
      {records.data && records.data.length > 0 && (
        <SimpleTable<KeyRecord>
          label={keyText.records}
          rows={records.data}
          rowKey={({ fileName }) => fileName}
          columns={COLUMNS}
        />
      )}
    </Dialog>
  );
}

const titles = keyText.recordColumns;

const COLUMNS = [
  { id: 'party', title: titles.party, cell: ({ name }: KeyRecord) => name },
  { id: 'kind', title: titles.kind, width: 90, cell: ({ kind }: KeyRecord) => keyText.record(kind) },
  {
    id: 'from',
    title: titles.from,
    width: 64,
    align: 'number' as const,
    cell: ({ from }: KeyRecord) => from.sequence,
  },
  { id: 'heard', title: titles.heard, width: 120, cell: heardSign },
  {
    id: 'save',
    title: titles.save,
    width: 96,
    cell: ({ fileName, content }: KeyRecord) => (
      <Button size="small" onClick={() => download(fileName, content)}>
        {keyText.save}
      </Button>
    ),
  },
];

function heardSign({ heard }: KeyRecord) {
  return (
    <StateSign shape={heard ? 'full' : 'half'} tone={heard ? 'ok' : 'group'}>
      {heard ? keyText.heard : keyText.unheard}
    </StateSign>
  );
}
