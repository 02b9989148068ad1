import { useQuery } from '@tanstack/react-query';
import type { FormId } from '../../../shared/vocabulary/words.ts';
import { formsText } from '../../text/forms-page.ts';
import { formsQueries } from './forms-queries.ts';

interface FormChooserProps {
  readonly chosen: FormId;
  readonly onChoose: (form: FormId) => void;
}

/** The forms by their numbers. */
export function FormChooser({ chosen, onChoose }: FormChooserProps) {
  const list = useQuery(formsQueries.list());
  return (
    <ul className="forms-list" aria-label={formsText.list}>
      {list.data?.map(({ form, number, title }) => (
        <li key={form}>
          <button type="button" aria-pressed={form === chosen} onClick={() => onChoose(form)}>
            <span className="forms-number">{formsText.number(number)}</span>
            {title}
          </button>
        </li>
      ))}
    </ul>
  );
}
