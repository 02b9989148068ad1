import { useMutation, useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { z } from 'zod';
import type { Refusal } from '../../../shared/vocabulary/refusal.ts';
import { useContractForm } from '../../state/contract-form.ts';
import { core } from '../../state/core.ts';
import { refusalOf } from '../../state/refusals.ts';
import { useSession } from '../../state/session.ts';
import { systemText } from '../../text/administration-page.ts';
import { formText } from '../../text/form.ts';
import { restoreText as text } from '../../text/restore-page.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { ChoiceField, PasswordField, TextField } from '../../ui/fields.tsx';
import { ErrorNotice } from '../../ui/notices.tsx';
import { administrationQueries } from './administration-queries.ts';
import type { Restored } from './restored.ts';

/** What opens which backup, as it is sent. */
export type Chosen = Pick<Parameters<typeof core.office.restoreBackup>[0], 'from' | 'secret'>;

interface RestoreChoiceProps {
  /** A backup of the list; null: none is chosen yet. */
  readonly fileName: string | null;
  readonly onRehearsed: (chosen: Chosen, told: Restored) => void;
  readonly onClose: () => void;
}

/** Stands among the backups of the list for a path that is typed. */
const ELSEWHERE = 'elsewhere';

const fields = z
  .object({
    from: z.string().min(1),
    path: z.string().nullable(),
    way: z.enum(['password', 'recovery']),
    name: z.string().nullable(),
    password: z.string().nullable(),
    code: z.string().nullable(),
  })
  .superRefine((given, check) => {
    for (const field of neededOf(given))
      if (!given[field]?.trim())
        check.addIssue({ code: 'too_small', minimum: 1, origin: 'string', path: [field] });
  });
type Fields = z.infer<typeof fields>;

function neededOf({ from, way }: Pick<Fields, 'from' | 'way'>) {
  const toOpen = way === 'password' ? (['name', 'password'] as const) : (['code'] as const);
  return from === ELSEWHERE ? (['path', ...toOpen] as const) : toOpen;
}

/** Which backup, and what opens it; then it is tried on a copy. */
export function RestoreChoice({ fileName, onRehearsed, onClose }: RestoreChoiceProps) {
  const { data: backups = [] } = useQuery(administrationQueries.backups);
  const { identity, lastName } = useSession();
  const form = useContractForm<Fields>({
    schema: fields,
    defaults: {
      from: fileName ?? ELSEWHERE,
      path: null,
      way: 'password',
      name: identity?.account?.name ?? lastName,
      password: '',
      code: null,
    },
    draft: null,
  });
  const rehearsal = useMutation<Restored, Refusal, Chosen>({
    mutationFn: async (chosen) => {
      try {
        return await core.office.restoreBackup({ ...chosen });
      } catch (error) {
        throw refusalOf(error);
      }
    },
    onSuccess: (told, chosen) => onRehearsed(chosen, told),
  });
  const [from, way] = form.watch(['from', 'way']);
  const { control } = form;
  return (
    <Dialog
      title={text.title}
      onClose={onClose}
      onSubmit={form.handleSubmit((given) => rehearsal.mutate(chosenOf(given)))}
      foot={
        <>
          <Button onClick={onClose}>{formText.cancel}</Button>
          <Button type="primary" htmlType="submit" loading={rehearsal.isPending}>
            {text.rehearse}
          </Button>
        </>
      }
    >
      <ChoiceField
        control={control}
        name="from"
        label={text.from}
        closes
        choices={[
          ...backups.map((one) => ({
            value: one.fileName,
            label: text.backup(one.at, systemText.kilobytes(one.bytes)),
          })),
          { value: ELSEWHERE, label: text.elsewhere },
        ]}
      />
      {from === ELSEWHERE && (
        <TextField
          control={control}
          name="path"
          label={text.path}
          hint={text.pathHint}
          maxLength={1000}
          required
        />
      )}
      <ChoiceField
        control={control}
        name="way"
        label={text.by}
        closes
        choices={(['password', 'recovery'] as const).map((value) => ({ value, label: text.ways[value] }))}
      />
      {way === 'password' ? (
        <>
          <TextField control={control} name="name" label={text.name} required />
          <PasswordField
            control={control}
            name="password"
            label={text.password}
            hint={text.passwordHint}
            autoComplete="current-password"
            required
          />
        </>
      ) : (
        <TextField control={control} name="code" label={text.code} required />
      )}
      <p className="secondary">{text.rehearseSays}</p>
      <ErrorNotice refusal={rehearsal.error} />
    </Dialog>
  );
}

function chosenOf({ from, path, way, name, password, code }: Fields): Chosen {
  return {
    from: from === ELSEWHERE ? (path ?? '').trim() : from,
    secret:
      way === 'password' ? { user: name ?? '', password: password ?? '' } : { recoveryCode: code ?? '' },
  };
}
