import { useQuery } from '@tanstack/react-query';
import { formsText } from '../../text/forms-page.ts';
import { Choice } from './form-fields.tsx';
import type { ChangeSearch } from './form-search.ts';
import { formsQueries } from './forms-queries.ts';

interface SessionChoiceProps {
  readonly session: string | undefined;
  readonly onChange: ChangeSearch;
}

export function SessionChoice({ session, onChange }: SessionChoiceProps) {
  const sessions = useQuery(formsQueries.sessions());
  const options = (sessions.data ?? []).map(({ id, day, title }) => ({
    value: id,
    label: formsText.session(day, title),
  }));
  return (
    <Choice
      label={formsText.sessionLabel}
      value={session ?? null}
      options={options}
      onChange={(id) => onChange({ session: id })}
    />
  );
}
