import { useQuery } from '@tanstack/react-query';
import { Button, Input, Radio } from 'antd';
import { useId, useState } from 'react';
import { refusalOf } from '../../state/refusals.ts';
import { placeText } from '../../text/handing-over.ts';
import { isComposing } from '../../ui/keyboard.ts';
import { ErrorNotice } from '../../ui/notices.tsx';
import { exchangeQueries, type Place } from './exchange-queries.ts';

interface PlaceChoiceProps {
  /** Path of the chosen one. */
  readonly chosen: string | null;
  readonly onChoose: (place: Place) => void;
  /** Bytes that have to find room. */
  readonly needs: number;
}

/** Drives that are plugged in, and a folder by its path. */
export function PlaceChoice({ chosen, onChoose, needs }: PlaceChoiceProps) {
  const [typed, setTyped] = useState('');
  const [folder, setFolder] = useState<string>();
  const typedId = useId();
  const drives = useQuery(exchangeQueries.places());
  const named = useQuery({ ...exchangeQueries.places(folder), enabled: folder !== undefined });
  const places = [...(folder === undefined ? [] : (named.data ?? [])), ...(drives.data ?? [])];
  const look = () => setFolder(typed.trim() === '' ? undefined : typed.trim());
  return (
    <fieldset className="places">
      <legend>{placeText.where}</legend>
      {drives.isPending && <p className="secondary">{placeText.looking}</p>}
      {drives.isSuccess && places.length === 0 && <p className="secondary">{placeText.none}</p>}
      <Radio.Group
        className="places-list"
        aria-label={placeText.where}
        value={chosen}
        onChange={({ target }) => {
          const place = places.find(({ path }) => path === target.value);
          if (place) onChoose(place);
        }}
      >
        {places.map((place) => {
          const obstacle = obstacleOf(place, needs);
          return (
            <Radio key={place.path} value={place.path} disabled={obstacle !== null}>
              <b>{place.label}</b> <span className="mono">{place.path}</span>
              <span className="secondary places-told">{told(place)}</span>
              {obstacle && <span className="places-obstacle">{obstacle}</span>}
            </Radio>
          );
        })}
      </Radio.Group>
      <div className="places-typed">
        <label htmlFor={typedId}>{placeText.typed}</label>
        <Input
          id={typedId}
          className="mono"
          value={typed}
          placeholder={placeText.typedHint}
          onChange={({ target }) => setTyped(target.value)}
          onKeyDown={(event) => {
            if (event.key !== 'Enter' || isComposing(event.nativeEvent)) return;
            event.preventDefault();
            event.stopPropagation();
            look();
          }}
        />
        <Button onClick={look}>{placeText.show}</Button>
        <Button onClick={() => void drives.refetch()}>{placeText.again}</Button>
      </div>
      <ErrorNotice refusal={named.error ? refusalOf(named.error) : null} />
      <ErrorNotice refusal={drives.error ? refusalOf(drives.error) : null} />
    </fieldset>
  );
}

function obstacleOf({ writable, freeBytes }: Place, needs: number): string | null {
  if (!writable) return placeText.readOnly;
  return freeBytes < needs ? placeText.noRoom : null;
}

function told({ removable, fileSystem, freeBytes, totalBytes }: Place): string {
  const kind = removable === null ? null : removable ? placeText.removable : placeText.fixed;
  const format = fileSystem === null || fileSystem === 'other' ? null : placeText.fileSystem(fileSystem);
  return [kind, format, placeText.room(freeBytes, totalBytes)].filter(Boolean).join(' · ');
}
