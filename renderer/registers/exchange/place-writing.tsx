import { useQuery } from '@tanstack/react-query';
import { Button, Checkbox, Input } from 'antd';
import { useId, useState } from 'react';
import { core } from '../../state/core.ts';
import { useLongWork } from '../../state/long-work.ts';
import { placeText } from '../../text/handing-over.ts';
import { LongWorkNotice } from '../../ui/long-work-notice.tsx';
import { exchangeQueries, type Place } from './exchange-queries.ts';
import { PlaceChoice } from './place-choice.tsx';
import { PlaceFiles } from './place-files.tsx';

/** A sealed bundle whose file the core still keeps. */
export interface SealedNumber {
  readonly recipient: string;
  readonly sequence: number;
  readonly epoch?: number | undefined;
  readonly bytes: number;
}

interface PlaceWritingProps {
  readonly bundles: readonly SealedNumber[];
  /** All of them stand on a medium, read back alike. */
  readonly onWritten?: () => void;
}

/** How sealed bundles get onto a medium: where to, which one it is, the writing with its proof. */
export function PlaceWriting({ bundles, onWritten }: PlaceWritingProps) {
  const [place, setPlace] = useState<Place | null>(null);
  const [medium, setMedium] = useState('');
  const [folderPerOffice, setFolderPerOffice] = useState(false);
  const mediumId = useId();
  const fresh = useQuery({ ...exchangeQueries.places(place?.path), enabled: place !== null });
  const work = useLongWork(
    (asked: { place: string }, signal) =>
      core.exchange.writeBundle(
        {
          ...asked,
          bundles: bundles.map(({ recipient, sequence, epoch }) => ({ recipient, sequence, epoch })),
          folderPerOffice,
          ...(medium.trim() !== '' && { medium: medium.trim() }),
        },
        { signal },
      ),
    onWritten ? { onDone: onWritten } : {},
  );
  const shown = fresh.data?.[0] ?? place;
  return (
    <div className="place-writing">
      <PlaceChoice
        chosen={place?.path ?? null}
        needs={bundles.reduce((sum, { bytes }) => sum + bytes, 0)}
        onChoose={(chosen) => {
          work.reset();
          setPlace(chosen);
        }}
      />
      <div className="place-writing-line">
        <div className="field">
          <label htmlFor={mediumId}>{placeText.medium}</label>
          <Input
            id={mediumId}
            value={medium}
            maxLength={100}
            title={placeText.mediumHint}
            onChange={({ target }) => setMedium(target.value)}
          />
        </div>
        {bundles.length > 1 && (
          <Checkbox checked={folderPerOffice} onChange={({ target }) => setFolderPerOffice(target.checked)}>
            {placeText.folderPerOffice}
          </Checkbox>
        )}
        <Button
          type="primary"
          disabled={place === null || work.isRunning}
          onClick={() => place && work.run({ place: place.path })}
        >
          {place === null ? placeText.choose : placeText.write(bundles.length)}
        </Button>
      </div>
      <p className="secondary">{placeText.mediumHint}</p>
      <LongWorkNotice work={work} />
      {work.answer && shown && (
        <div className="notice ok" role="status">
          <p>{placeText.written(shown.label, work.answer.files.length)}</p>
          {work.answer.files.slice(0, MOST_NAMED).map(({ path }) => (
            <p key={path} className="mono">
              {path}
            </p>
          ))}
        </div>
      )}
      {!work.answer && <p className="secondary">{placeText.half}</p>}
      {shown && <PlaceFiles place={shown} />}
    </div>
  );
}

/** Paths told after the writing; of more of them the count says enough. */
const MOST_NAMED = 5;
