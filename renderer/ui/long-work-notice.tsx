import type { ReactNode } from 'react';
import type { LongWork } from '../state/long-work.ts';
import { errorSentence } from '../text/errors.ts';
import { longWorkText } from '../text/long-work.ts';
import { ErrorNotice, ProgressNotice } from './notices.tsx';
import { WarningSign } from './signs.tsx';

interface LongWorkNoticeProps {
  readonly work: Omit<LongWork<never, unknown>, 'run'>;
  /** What is under way, where the host's own word for it is too general. */
  readonly title?: string;
  /** Buttons beside what is told when it ended without an answer, such as choosing another file. */
  readonly children?: ReactNode;
}

/** Long work in the place where it was begun: how far it is and a cancel, then how it ended. */
export function LongWorkNotice({ work, title, children }: LongWorkNoticeProps) {
  if (work.isRunning) return <Running work={work} title={title} />;
  if (work.cameTooLate)
    return (
      <Ended title={longWorkText.tooLate} sentence={longWorkText.tooLateSentence}>
        {children}
      </Ended>
    );
  if (work.refusal?.code === 'cancelled')
    return (
      <Ended title={longWorkText.cancelled} sentence={errorSentence('cancelled')}>
        {children}
      </Ended>
    );
  return <ErrorNotice refusal={work.refusal}>{children}</ErrorNotice>;
}

interface RunningProps {
  readonly work: LongWorkNoticeProps['work'];
  readonly title: string | undefined;
}

function Running({ work, title }: RunningProps) {
  const { progress, isCancelling, cancel } = work;
  const { step = '', done = 0, total = 0, cancellable = true } = progress ?? {};
  const said = isCancelling ? longWorkText.cancelling : longWorkText.step(step, done, total);
  return (
    <ProgressNotice
      title={title ?? longWorkText.title(progress?.kind ?? null)}
      done={done}
      total={total}
      detail={cancellable ? said : longWorkText.carriedThrough(said)}
      {...(!isCancelling && cancellable && { onCancel: cancel })}
    />
  );
}

function Ended(props: { readonly title: string; readonly sentence: string; readonly children: ReactNode }) {
  return (
    <div className="notice warn" role="status">
      <h3>
        <WarningSign /> {props.title}
      </h3>
      <p>{props.sentence}</p>
      {props.children && <div className="choices">{props.children}</div>}
    </div>
  );
}
