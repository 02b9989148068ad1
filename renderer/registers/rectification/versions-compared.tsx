import { useQuery } from '@tanstack/react-query';
import { Fragment } from 'react';
import { itemFormText } from '../../text/rectification-page.ts';
import { itemSourceWords } from '../../text/words.ts';
import { differences, type ItemField, type ItemFields } from './item-fields.ts';
import { rectificationQueries } from './rectification-queries.ts';
import { useCategoryName } from './use-category-name.ts';

interface VersionsComparedProps {
  readonly theirs: ItemFields;
  readonly mine: ItemFields;
}

/** Field by field where two versions of one item differ, so that the choice between them is an informed one. */
export function VersionsCompared({ theirs, mine }: VersionsComparedProps) {
  const categoryName = useCategoryName();
  const units = useQuery(rectificationQueries.units(undefined)).data ?? [];
  return (
    <dl className="pairs rectification-versions">
      {differences(theirs, mine).map((field) => (
        <Fragment key={field}>
          <dt>{itemFormText.fields[field]}</dt>
          <dd>
            {itemFormText.theirs}
            {said(field, theirs)}
            <br />
            {itemFormText.mine}
            {said(field, mine)}
          </dd>
        </Fragment>
      ))}
    </dl>
  );

  function said(field: ItemField, fields: ItemFields): string {
    const value = fields[field];
    if (!value) return itemFormText.blank;
    if (field === 'source') return itemSourceWords[fields.source];
    if (field === 'category') return categoryName(value);
    if (field === 'unit') return units.find(({ id }) => id === value)?.name ?? value;
    return value;
  }
}
