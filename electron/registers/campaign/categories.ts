import { ensure } from '../../../shared/vocabulary/refusal.ts';
import type { Readable } from '../../store/handles.ts';
import { currentCampaign, hasCampaign } from './campaign-register.ts';

/**
 * The id of a category of the campaign's enabled lists, given by its id or, as sheets have it, by its name.
 * Filings of persons are not offered the lists that are said of units. Without a campaign there is nothing to
 * hold it against.
 * @throws Refusal `category_unknown`
 */
export function categoryId(db: Readable, office: number, given: string, about: 'unit' | 'person'): string {
  if (!hasCampaign(db, office)) return given;
  const found = currentCampaign(db, office)
    .content.categoryLists.filter((list) => list.enabled && (about === 'unit' || list.appliesTo === 'all'))
    .flatMap((list) => list.categories)
    .find((category) => category.id === given || category.name === given);
  ensure(found, 'category_unknown');
  return found.id;
}
