import { useQueryClient } from '@tanstack/react-query';
import type { Refusal } from '../../../shared/vocabulary/refusal.ts';
import { ConflictNotice, ErrorNotice } from '../../ui/notices.tsx';
import { type Filing, selfInspectionQueries } from './self-inspection-queries.ts';

/** Reads the filing as it is now, for a decision that somebody else was faster than. */
export function useReadAgain(id: string | null): () => Promise<Filing> {
  const client = useQueryClient();
  return () => client.fetchQuery({ ...selfInspectionQueries.filing(id ?? ''), staleTime: 0 });
}

interface RefusedProps {
  readonly refusal: Refusal | null;
  readonly onSaveMine: () => void;
  readonly onDiscardMine: () => void;
}

/** In a dialog: somebody else was first, or why it was not done. */
export function Refused({ refusal, onSaveMine, onDiscardMine }: RefusedProps) {
  if (refusal?.code !== 'conflict') return <ErrorNotice refusal={refusal} />;
  return <ConflictNotice {...{ refusal, onSaveMine, onDiscardMine }} />;
}
