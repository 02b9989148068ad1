import { Button } from 'antd';
import { useState } from 'react';
import { core } from '../../state/core.ts';
import { useWrite } from '../../state/writes.ts';
import { placeText } from '../../text/handing-over.ts';
import { ErrorNotice } from '../../ui/notices.tsx';
import { SimpleTable } from '../../ui/simple-table.tsx';
import type { Place } from './exchange-queries.ts';

type PlacedFile = Place['bundles'][number];

/** What lies on the medium already; of it, what a later bundle of ours replaces can be deleted. */
export function PlaceFiles({ place }: { readonly place: Place }) {
  const [isAsking, setAsking] = useState(false);
  const needless = place.bundles.filter(({ known }) => known === 'older' || known === 'unfinished');
  const clear = useWrite(
    () => core.exchange.clearPlace({ place: place.path, files: needless.map(({ fileName }) => fileName) }),
    {
      shownInPlace: true,
      done: ({ cleared }) => placeText.cleared(cleared),
      onDone: () => setAsking(false),
    },
  );
  if (place.bundles.length === 0) return null;
  return (
    <div className="place-files">
      <h3>
        {placeText.files(place.bundles.length)}
        {needless.length > 0 && !isAsking && (
          <Button size="small" onClick={() => setAsking(true)}>
            {placeText.clear(needless.length)}
          </Button>
        )}
      </h3>
      {isAsking && (
        <div className="notice warn" role="alert">
          <p>{placeText.clearAsk(needless.length)}</p>
          <div className="choices">
            <Button danger onClick={() => clear.mutate(undefined)} loading={clear.isPending}>
              {placeText.clearYes}
            </Button>
            <Button autoFocus onClick={() => setAsking(false)}>
              {placeText.clearNo}
            </Button>
          </div>
        </div>
      )}
      <ErrorNotice refusal={clear.error} />
      <SimpleTable<PlacedFile>
        label={placeText.files(place.bundles.length)}
        rows={place.bundles}
        rowKey={({ fileName }) => fileName}
        columns={COLUMNS}
      />
    </div>
  );
}

const titles = placeText.fileColumns;
const COLUMNS = [
  {
    id: 'name',
    title: titles.name,
    cell: ({ fileName }: PlacedFile) => <span className="mono">{fileName}</span>,
  },
  {
    id: 'size',
    title: titles.size,
    width: 88,
    align: 'number' as const,
    cell: ({ bytes }: PlacedFile) => placeText.size(bytes),
  },
  { id: 'known', title: titles.known, width: 150, cell: ({ known }: PlacedFile) => placeText.known(known) },
];
