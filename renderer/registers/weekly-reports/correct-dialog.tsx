import { Button } from 'antd';
import type { z } from 'zod';
import { weeklyReports } from '../../../shared/contract/weekly-reports.ts';
import { inputOf, useContractForm } from '../../state/contract-form.ts';
import { formText } from '../../text/form.ts';
import { weeklyText as text } from '../../text/weekly-page.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { TextField } from '../../ui/fields.tsx';
import { Key } from '../../ui/page.tsx';

interface CorrectDialogProps {
  readonly week: string;
  readonly pending: boolean;
  readonly onSave: (reason: string) => void;
  readonly onClose: () => void;
}

interface Values {
  readonly reason: string | null;
}

const schema = (inputOf(weeklyReports.freeze) as z.ZodObject).pick({ reason: true }).required();

/** A later version says why there is one. */
export function CorrectDialog({ week, pending, onSave, onClose }: CorrectDialogProps) {
  const form = useContractForm<Values>({ schema, defaults: { reason: null }, draft: null });
  const submit = form.handleSubmit(({ reason }) => onSave(reason ?? ''));
  return (
    <Dialog
      title={text.freezeTitle(week)}
      onClose={onClose}
      onSubmit={() => void submit()}
      foot={
        <>
          <Button onClick={onClose}>{formText.cancel}</Button>
          <Button type="primary" htmlType="submit" loading={pending}>
            {text.correct}
            <Key>Ctrl+Enter</Key>
          </Button>
        </>
      }
    >
      <p className="secondary">{text.freezeNote}</p>
      <TextField control={form.control} name="reason" label={text.reason} required autoFocus />
    </Dialog>
  );
}
