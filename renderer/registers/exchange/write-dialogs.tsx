import { Button } from 'antd';
import { useState } from 'react';
import { core } from '../../state/core.ts';
import { useWrite } from '../../state/writes.ts';
import { placeText } from '../../text/handing-over.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { ErrorNotice } from '../../ui/notices.tsx';
import type { Place } from './exchange-queries.ts';
import { PlaceChoice } from './place-choice.tsx';
import { PlaceWriting, type SealedNumber } from './place-writing.tsx';

/** Bundles that were sealed before, to a medium. */
export function WriteBundlesDialog({
  bundles,
  onClose,
}: {
  readonly bundles: readonly SealedNumber[];
  readonly onClose: () => void;
}) {
  const [isWritten, setWritten] = useState(false);
  const [only] = bundles;
  const title =
    only && bundles.length === 1 ? placeText.writeTitle(only.sequence) : placeText.writeMany(bundles.length);
  return (
    <Dialog
      wide
      title={title}
      onClose={onClose}
      foot={<Button onClick={onClose}>{isWritten ? placeText.close : placeText.later}</Button>}
    >
      <PlaceWriting bundles={bundles} onWritten={() => setWritten(true)} />
    </Dialog>
  );
}

/** The own public keys, and what was signed about them, to a medium. */
export function WriteKeysDialog({ onClose }: { readonly onClose: () => void }) {
  const [place, setPlace] = useState<Place | null>(null);
  const write = useWrite((path: string) => core.exchange.writeKeys({ place: path }), { shownInPlace: true });
  return (
    <Dialog
      wide
      title={placeText.keysTitle}
      onClose={onClose}
      foot={
        <>
          <Button onClick={onClose}>{write.isSuccess ? placeText.close : placeText.later}</Button>
          <Button
            type="primary"
            disabled={place === null}
            loading={write.isPending}
            onClick={() => place && write.mutate(place.path)}
          >
            {place === null ? placeText.choose : placeText.keysWrite}
          </Button>
        </>
      }
    >
      <PlaceChoice chosen={place?.path ?? null} needs={0} onChoose={setPlace} />
      <ErrorNotice refusal={write.error} />
      {write.isSuccess && place && (
        <div className="notice ok" role="status">
          <p>{placeText.written(place.label, write.data.files.length)}</p>
          {write.data.files.map((name) => (
            <p key={name} className="mono">
              {name}
            </p>
          ))}
        </div>
      )}
    </Dialog>
  );
}
