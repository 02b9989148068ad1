import { useState } from 'react';
import { core } from '../../state/core.ts';
import { useNotices } from '../../state/notices.ts';
import { useWrite } from '../../state/writes.ts';
import { issueText } from '../../text/packs-page.ts';
import type { IssueAsked, IssuedFile } from './packs-queries.ts';
import { choosePlace, type Place, type Saved, savePacks } from './save-packs.ts';

export interface Issued {
  readonly files: readonly IssuedFile[];
  /** How many have been written so far. */
  readonly done: number;
  /** Null while they are being written. */
  readonly saved: Saved | null;
}

/** The place is asked for first: whoever chooses none has given nothing out. */
export function useIssue() {
  const [issued, setIssued] = useState<Issued | null>(null);
  const issuing = useWrite(({ asked }: { asked: IssueAsked; place: Place }) => core.packs.issue(asked), {
    shownInPlace: true,
    onDone: ({ files }, { place }) => void save(files, place),
  });
  const isBusy = issuing.isPending || (issued !== null && issued.saved === null);
  return { issued, isBusy, refusal: issuing.error, issue, saveAgain, dismiss: () => setIssued(null) };

  async function issue(asked: IssueAsked): Promise<void> {
    if (isBusy) return;
    const place = await choosePlace();
    if (place) issuing.mutate({ asked, place });
  }

  async function saveAgain(): Promise<void> {
    const place = issued && !isBusy ? await choosePlace() : null;
    if (issued && place) await save(issued.files, place);
  }

  async function save(files: readonly IssuedFile[], place: Place): Promise<void> {
    setIssued({ files, done: 0, saved: null });
    const saved = await savePacks(place, files, (done) => setIssued({ files, done, saved: null }));
    setIssued({ files, done: files.length, saved });
    useNotices.getState().tellDone(issueText.done(files.length, saved.count));
  }
}
