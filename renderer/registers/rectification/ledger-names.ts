import { useQuery } from '@tanstack/react-query';
import type { ItemGrouping, ItemSource, ItemState, Whose } from '../../../shared/vocabulary/words.ts';
import { signText } from '../../text/frame.ts';
import { matterWords } from '../../text/matters.ts';
import { ledgerText } from '../../text/rectification-page.ts';
import { itemSourceWords, itemStateWords } from '../../text/words.ts';
import { dueSpanOf } from './due-span.ts';
import { ledgerSearchOf } from './ledger-search.ts';
import { type Place, rectificationQueries } from './rectification-queries.ts';
import { useCategoryName } from './use-category-name.ts';

/** What the words of the address are called. */
export function useLedgerNames({ office, today }: Place) {
  const categoryName = useCategoryName(office);
  const units = useQuery(rectificationQueries.units(office)).data ?? [];
  const phases = useQuery(rectificationQueries.campaign(office)).data?.phases ?? [];
  const phaseName = (id: string) => phases.find((phase) => phase.id === id)?.name ?? id;
  const unitName = (id: string) => units.find((unit) => unit.id === id)?.name ?? id;
  return { viewTitle, groupTitle, spanTitle };

  /** A view is called what it shows. */
  function viewTitle(words: Readonly<Record<string, string>>): string {
    const { view, group, state, source, fromGroup, category, unit, phase, due, supervised, matter, whose } =
      ledgerSearchOf(words);
    const parts = [
      view === 'open' ? null : ledgerText.views[view],
      unit && unitName(unit),
      fromGroup && ledgerText.fromGroupWord,
      source && itemSourceWords[source],
      category && categoryName(category),
      state && itemStateWords[state],
      phase && phaseName(phase),
      due && spanTitle(due),
      supervised && ledgerText.supervisedWord,
      whose && signText.whose[whose],
      matter && matterWords[matter],
      group && ledgerText.groupings[group],
    ];
    return parts.filter(Boolean).join(' · ') || ledgerText.ownView.plain;
  }

  function spanTitle(due: string): string {
    if (due === 'week' || due === 'month' || due === 'nextMonth') return ledgerText.spans[due];
    const span = dueSpanOf(due, today);
    return ledgerText.spanOf(span?.dueFrom, span?.dueUntil);
  }

  function groupTitle(by: ItemGrouping, key: string | null, name: string | null): string {
    if (key === null) return ledgerText.groupNone;
    if (by === 'source') return itemSourceWords[key as ItemSource];
    if (by === 'state') return itemStateWords[key as ItemState];
    if (by === 'whose') return signText.whose[key as Whose];
    if (by === 'category') return categoryName(key);
    return name ?? key;
  }
}
