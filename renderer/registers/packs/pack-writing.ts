import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { core } from '../../state/core.ts';
import { useNotices } from '../../state/notices.ts';
import { refusalOf } from '../../state/refusals.ts';
import { takeText } from '../../text/packs-page.ts';
import { keyOf, type TakeInput, type TakenPack } from './taken-choices.ts';

export interface PackToWrite {
  readonly pack: TakenPack;
  readonly input: TakeInput;
}

export interface WritingProgress {
  readonly done: number;
  readonly total: number;
  readonly unitName: string | null;
  readonly isStopping: boolean;
}

/** After these the next pack would fare no better. */
const ENDING = ['core_unreachable', 'not_signed_in', 'disk_full', 'file_unwritable'];

/**
 * Each pack goes in by a call and a step of its own: stopping leaves what is in, and begins nothing more. What one
 * cannot do hinders no other.
 */
export function usePackWriting({ onPack }: { readonly onPack: (pack: TakenPack) => void }) {
  const client = useQueryClient();
  const [progress, setProgress] = useState<WritingProgress | null>(null);
  const isStopping = useRef(false);
  return { isRunning: progress !== null, progress, run, stop };

  async function run(packs: readonly PackToWrite[]): Promise<void> {
    const { begin, end, tellDone } = useNotices.getState();
    isStopping.current = false;
    begin();
    const written: TakenPack[] = [];
    for (const [done, { pack, input }] of packs.entries()) {
      if (isStopping.current) break;
      setProgress({ done, total: packs.length, unitName: pack.unitName, isStopping: false });
      const answer = await writeOne(pack, input);
      onPack(answer);
      if (answer.applied) written.push(answer);
      if (answer.code !== null && ENDING.includes(answer.code)) break;
    }
    end();
    tellDone(takeText.done(written.length, packs.length, written));
    await client.invalidateQueries();
    setProgress(null);
  }

  function stop(): void {
    isStopping.current = true;
    setProgress((now) => now && { ...now, isStopping: true });
  }
}

async function writeOne(pack: TakenPack, input: TakeInput): Promise<TakenPack> {
  try {
    const { packs } = await core.packs.take(input);
    return packs.find((one) => keyOf(one) === keyOf(pack)) ?? { ...pack, code: 'internal' };
  } catch (error) {
    return { ...pack, code: refusalOf(error).code };
  }
}
