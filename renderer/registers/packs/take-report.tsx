import { useEffect, useRef, useState } from 'react';
import { ROW_OUTCOMES } from '../../../shared/vocabulary/import-outcomes.ts';
import { PACK_OUTCOMES } from '../../../shared/vocabulary/pack-words.ts';
import { longWorkText } from '../../text/long-work.ts';
import { rowOutcomeWords } from '../../text/outcomes.ts';
import { packOutcomeWords } from '../../text/packs.ts';
import { takenText, takeText as text } from '../../text/packs-page.ts';
import { IdentitySum } from '../../ui/identity-sum.tsx';
import { Panel } from '../../ui/page.tsx';
import { TickSign } from '../../ui/signs.tsx';
import { PackRows } from './pack-rows.tsx';
import { FromDay, TakenAnswers } from './taken-answers.tsx';
import { isReady, keyOf, openRows, type TakenPack } from './taken-choices.ts';
import type { TakenPacks } from './taken-packs.ts';
import { TakenTable, whyOf } from './taken-table.tsx';

/** All packs with their sum, what one answer settles for all, and the rows of the one that is selected. */
export function TakeReport({ taken }: { readonly taken: TakenPacks }) {
  const { packs } = taken;
  const [outcome, setOutcome] = useState<string | null>(null);
  const [asked, setAsked] = useState(() => firstKey(packs));
  const listed = packs.filter((pack) => outcome === null || pack.outcome === outcome);
  const selected = listed.find((pack) => keyOf(pack) === asked) ?? firstToSee(listed);
  const table = useRef<HTMLDivElement>(null);
  // The files were chosen in a window of their own; reading goes on here.
  useEffect(() => table.current?.focus({ preventScroll: true }), []);
  return (
    <>
      <SumOfAll taken={taken} />
      <TakenAnswers taken={taken} />
      <div ref={table} tabIndex={-1} className="packs-taken-place">
        <Panel
          title={takenText.title}
          note={
            <IdentitySum
              whole={{ title: takenText.packs, value: packs.length }}
              terms={PACK_OUTCOMES.map((id) => ({
                id,
                title: packOutcomeWords[id],
                value: packs.filter((pack) => pack.outcome === id).length,
                tone: id === 'foreign' || id === 'refused' ? ('danger' as const) : undefined,
              }))}
              chosen={outcome}
              onChoose={setOutcome}
            />
          }
          foot={takenText.foot}
          className="packs-taken"
        >
          <TakenTable
            taken={taken}
            packs={listed}
            selected={selected ? keyOf(selected) : null}
            onSelect={setAsked}
          />
        </Panel>
      </div>
      {selected && <Selected taken={taken} pack={selected} />}
    </>
  );
}

function Selected({ taken, pack }: { readonly taken: TakenPacks; readonly pack: TakenPack }) {
  if (pack.outcome === 'returned') return <PackRows key={keyOf(pack)} taken={taken} pack={pack} />;
  return (
    <Panel title={takenText.titleOf(pack.unitName, pack.fileName)} padded className="packs-why">
      <p>{whyOf(pack)}</p>
    </Panel>
  );
}

/** The one that asks most urgently. */
function firstToSee(packs: readonly TakenPack[]): TakenPack | undefined {
  return packs.find((pack) => isReady(pack) && openRows(pack) > 0) ?? packs.find(isReady) ?? packs[0];
}

/** Chosen once: what is open must not change under the hand that answers it. */
function firstKey(packs: readonly TakenPack[]): string | null {
  const first = firstToSee(packs);
  return first ? keyOf(first) : null;
}

/** Over all that were compared. */
function SumOfAll({ taken }: { readonly taken: TakenPacks }) {
  const { work } = taken;
  const compared = taken.packs.filter(({ outcome }) => outcome === 'returned');
  const sum = (of: 'read' | 'cells' | (typeof ROW_OUTCOMES)[number]) =>
    compared.reduce((all, pack) => all + pack[of], 0);
  const { step = '', done = 0, total = 0 } = work.progress ?? {};
  return (
    <div className="panel packs-sum">
      <IdentitySum
        whole={{ title: text.whole(compared.length), value: sum('read') }}
        terms={ROW_OUTCOMES.map((id) => ({
          id,
          title: rowOutcomeWords[id],
          value: sum(id),
          tone: id === 'held' ? ('warn' as const) : undefined,
        }))}
      />
      <span>{text.cells(sum('cells'))}</span>
      <FromDay taken={taken} />
      <span className="secondary packs-proof" role="status">
        {work.isRunning ? (
          text.again(longWorkText.step(step, done, total))
        ) : (
          <>
            <TickSign /> {text.complete}
          </>
        )}
      </span>
    </div>
  );
}
