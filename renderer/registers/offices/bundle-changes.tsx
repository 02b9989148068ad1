import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { Select } from 'antd';
import { useId } from 'react';
import { refusalOf } from '../../state/refusals.ts';
import { changesText as text } from '../../text/oversight-page.ts';
import { ErrorNotice } from '../../ui/notices.tsx';
import { Empty } from '../../ui/page.tsx';
import { chosenPair, keyOf } from './bundle-pair.ts';
import { ChangedFigures, ChangedItems, ChangedRegisters, ChangedSessions } from './changes-panels.tsx';
import { type KeptBundle, officesQueries } from './offices-queries.ts';

/** What an office's books have gained and lost from one of its bundles to a later one. */
export function BundleChanges({ office }: { readonly office: string }) {
  const kept = useQuery(officesQueries.bundles(office));
  const search: Readonly<Record<string, string | undefined>> = useSearch({ strict: false });
  if (kept.error) return <ErrorNotice refusal={refusalOf(kept.error)} />;
  if (!kept.data) return null;
  const bundles = kept.data.bundles.filter(({ comparable }) => comparable);
  const pair = chosenPair(bundles, search);
  if (!pair) return <Empty>{text.tooFew}</Empty>;
  return (
    <div className="offices-changes">
      <PairChoice bundles={bundles} {...pair} />
      <PairChanges office={office} {...pair} />
    </div>
  );
}

interface Pair {
  readonly from: KeptBundle;
  readonly to: KeptBundle;
}

function PairChoice({ bundles, from, to }: Pair & { readonly bundles: readonly KeptBundle[] }) {
  const navigate = useNavigate();
  const id = useId();
  const isOneEpoch = new Set(bundles.map(({ epoch }) => epoch)).size === 1;
  const options = bundles.map((bundle) => {
    const said = text.bundle(bundle.sequence, bundle.asOf);
    return { value: keyOf(bundle), label: isOneEpoch ? said : text.ofEpoch(bundle.epoch, said) };
  });
  const choose = (more: { from?: string; to?: string }) => {
    const search = { tab: 'changes', from: keyOf(from), to: keyOf(to), ...more };
    void navigate({ to: '.', search, replace: true });
  };
  const at = options.findIndex(({ value }) => value === keyOf(to));
  return (
    <div className="offices-pair">
      <label htmlFor={`${id}-from`}>{text.from}</label>
      <Select
        id={`${id}-from`}
        aria-label={text.from}
        value={keyOf(from)}
        options={options.slice(at + 1)}
        onChange={(value) => choose({ from: value })}
        popupMatchSelectWidth={false}
      />
      <label htmlFor={`${id}-to`}>{text.to}</label>
      <Select
        id={`${id}-to`}
        aria-label={text.to}
        value={keyOf(to)}
        options={options.slice(0, -1)}
        onChange={(value) => choose({ to: value })}
        popupMatchSelectWidth={false}
      />
    </div>
  );
}

function PairChanges({ office, from, to }: Pair & { readonly office: string }) {
  const place = ({ epoch, sequence }: KeptBundle) => ({ epoch, sequence });
  const { data, error } = useQuery(officesQueries.changes(office, place(from), place(to)));
  if (error) return <ErrorNotice refusal={refusalOf(error)} />;
  if (!data) return <p role="status">{text.busy}</p>;
  return (
    <div className="offices-changed">
      <ChangedRegisters registers={data.registers} />
      <ChangedFigures figures={data.figures} />
      <ChangedItems {...data.items} />
      <ChangedSessions {...data.sessions} />
    </div>
  );
}
