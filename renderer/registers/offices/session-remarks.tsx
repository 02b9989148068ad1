import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useMay } from '../../state/session.ts';
import { noticeText } from '../../text/frame.ts';
import { officeText } from '../../text/offices-page.ts';
import { remarkText } from '../../text/remarks.ts';
import type { Column } from '../../ui/data-table.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { RecordRemarks, useRemarks } from '../../ui/remarks.tsx';
import { officesQueries, type Session } from './offices-queries.ts';

/** How many remarks stand on each session of an office. */
export function useSessionRemarks(office: string): ReadonlyMap<string, number> {
  const reads = useMay('clerk', 'reviewer', 'member', 'leader');
  const { data } = useQuery({ ...officesQueries.sessionRemarks(office), enabled: reads });
  return data ?? NONE;
}

const NONE: ReadonlyMap<string, number> = new Map();

/** What was remarked on a session stands behind its number. */
export function remarksColumn(
  counts: ReadonlyMap<string, number>,
  onOpen: (session: Session) => void,
): Column<Session> {
  return {
    id: 'remarks',
    title: officeText.columns.remarks,
    width: 88,
    cell: (session) => {
      const count = counts.get(session.id);
      if (count === undefined) return null;
      return (
        <button
          type="button"
          className="link-button"
          aria-label={officeText.remarksOf(session.title, count)}
          onClick={() => onOpen(session)}
        >
          {remarkText.sign(count, 0)}
        </button>
      );
    },
  };
}

interface SessionRemarksProps {
  readonly session: Session;
  readonly onClose: () => void;
}

/** What was remarked on one session, field by field, and what the office answered. */
export function SessionRemarksDialog({ session, onClose }: SessionRemarksProps) {
  const remarks = useRemarks(session.id);
  return (
    <Dialog
      title={session.title}
      onClose={onClose}
      foot={<Button onClick={onClose}>{noticeText.close}</Button>}
    >
      <RecordRemarks remarks={remarks} />
    </Dialog>
  );
}
