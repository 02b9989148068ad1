import { ensure } from '../../../shared/vocabulary/refusal.ts';
import type { Readable } from '../../store/handles.ts';
import { currentCampaign, hasCampaign } from './campaign-register.ts';
import { offered, refuseRetired } from './category-lists.ts';

/**
 * The id of a category of the campaign's enabled lists, given by its id or, as sheets have it, by its name.
 * Filings of persons are not offered the lists that are said of units. Without a campaign there is nothing to
 * hold it against.
 * @throws Refusal `category_unknown`, `category_retired` (`name`)
 */
export function categoryId(db: Readable, office: number, given: string, about: 'unit' | 'person'): string {
  if (!hasCampaign(db, office)) return given;
  const { categoryLists } = currentCampaign(db, office).content;
  const found = offered(categoryLists)
    .filter(({ appliesTo }) => about === 'unit' || appliesTo === 'all')
    .find((category) => category.id === given || category.name === given);
  refuseRetired(categoryLists, found, given);
  ensure(found, 'category_unknown');
  return found.id;
}
