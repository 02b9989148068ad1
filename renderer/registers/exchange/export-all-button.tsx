import { useNavigate, useSearch } from '@tanstack/react-router';
import { Button } from 'antd';
import { useIdentity } from '../../state/session.ts';
import { exportAllText as text } from '../../text/export-all.ts';
import { ExportAllDialog } from './export-all-dialog.tsx';

/** At a group; whether it stands open is part of the address, so that the desk of feedback leads here. */
export function ExportAllButton() {
  const { role } = useIdentity();
  const params: Readonly<Record<string, unknown>> = useSearch({ strict: false });
  const navigate = useNavigate();
  const show = (open: boolean) =>
    void navigate({ to: '.', search: open ? { export: 'all' } : {}, replace: true });
  if (role !== 'group') return null;
  return (
    <>
      <Button onClick={() => show(true)}>{text.open}</Button>
      {params.export === 'all' && <ExportAllDialog onClose={() => show(false)} />}
    </>
  );
}
