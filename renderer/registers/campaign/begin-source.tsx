import { useQuery } from '@tanstack/react-query';
import { Button, Radio, Select } from 'antd';
import { useState } from 'react';
import { z } from 'zod';
import { presetPhase } from '../../../shared/contract/preset.ts';
import type { Refusal } from '../../../shared/vocabulary/refusal.ts';
import { useContractForm } from '../../state/contract-form.ts';
import { campaignText, beginText as text } from '../../text/campaign-page.ts';
import { formText } from '../../text/form.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { DateField, TextField } from '../../ui/fields.tsx';
import { FileButton } from '../../ui/file-button.tsx';
import { ErrorNotice } from '../../ui/notices.tsx';
import { type Beginning, campaignQueries } from './campaign-queries.ts';

interface BeginSourceProps {
  readonly pending: boolean;
  readonly refusal: Refusal | null;
  readonly onLook: (beginning: Beginning) => void;
  readonly onClose: () => void;
}

type From = Beginning['from'];

interface EmptyValues {
  id: string | null;
  name: string | null;
  phase: string | null;
  beginsOn: string | null;
  endsOn: string | null;
}

const { id, name, beginsOn, endsOn } = presetPhase.shape;
const schema = z.object({ id, name: name.max(100), phase: name, beginsOn, endsOn });
const NOTHING: EmptyValues = { id: null, name: null, phase: null, beginsOn: null, endsOn: null };

/** A shipped preset, the file of another office, or nothing but a first phase. */
export function BeginSource({ pending, refusal, onLook, onClose }: BeginSourceProps) {
  const [from, setFrom] = useState<From>('preset');
  const presets = useQuery(campaignQueries.presets).data ?? [];
  const [preset, setPreset] = useState<string | null>(null);
  const [file, setFile] = useState<{ readonly name: string; readonly content: string } | null>(null);
  const form = useContractForm<EmptyValues>({ schema, defaults: NOTHING, draft: 'campaign.begin' });
  const { control } = form;
  const isReady = from === 'preset' ? preset !== null : from === 'empty' || file !== null;
  return (
    <Dialog
      title={text.title}
      onClose={onClose}
      onSubmit={submit}
      foot={
        <>
          <Button onClick={onClose}>{formText.cancel}</Button>
          <Button type="primary" htmlType="submit" loading={pending} disabled={!isReady}>
            {text.next}
          </Button>
        </>
      }
    >
      <Radio.Group
        aria-label={text.source}
        value={from}
        onChange={({ target }) => setFrom(target.value)}
        options={(['preset', 'file', 'empty'] as const).map((value) => ({ value, label: text.from[value] }))}
      />
      {from === 'preset' && (
        <Select
          aria-label={text.preset}
          placeholder={text.preset}
          value={preset}
          onChange={setPreset}
          options={presets.map((one) => ({ value: one.id, label: one.name }))}
        />
      )}
      {from === 'file' && (
        <p>
          <FileButton label={text.file} accept=".json" onChoose={([chosen]) => void read(chosen)} />{' '}
          {file && text.fileChosen(file.name)}
        </p>
      )}
      {from === 'empty' && (
        <div className="form-grid">
          <TextField control={control} name="name" label={text.name} required />
          <TextField
            control={control}
            name="id"
            label={text.code}
            hint={text.codeHint}
            maxLength={64}
            required
          />
          <TextField control={control} name="phase" label={text.phaseName} hint={text.emptyHint} required />
          <div className="campaign-span">
            <DateField control={control} name="beginsOn" label={campaignText.from} required />
            <DateField control={control} name="endsOn" label={campaignText.until} required />
          </div>
        </div>
      )}
      <ErrorNotice refusal={refusal} />
    </Dialog>
  );

  async function read(chosen: File | undefined): Promise<void> {
    if (chosen) setFile({ name: chosen.name, content: await chosen.text() });
  }

  function submit(): void {
    if (from === 'preset' && preset !== null) onLook({ from, preset });
    if (from === 'file' && file) onLook({ from, content: file.content });
    if (from === 'empty') void form.handleSubmit((values) => onLook(emptyFrom(values)))();
  }
}

/** The form has checked that all is there. */
function emptyFrom(values: EmptyValues): Beginning {
  const { id: code = '', name: called = '', phase = '', beginsOn: begins = '', endsOn: ends = '' } = values;
  const first = { id: 'phase-1', name: phase ?? '', beginsOn: begins ?? '', endsOn: ends ?? '' };
  return { from: 'empty', id: code ?? '', name: called ?? '', phases: [first] };
}
