import { useQuery } from '@tanstack/react-query';
import type { Control, FieldPath, FieldValues } from 'react-hook-form';
import { hasFrozenList } from '../../../shared/rules/session-moves.ts';
import { actionFormText as text } from '../../text/actions-page.ts';
import { ChoiceField } from '../../ui/fields.tsx';
import { type Action, actionsQueries } from './actions-queries.ts';

interface SessionsFieldProps<Values extends FieldValues> {
  readonly control: Control<Values, unknown, Values>;
  readonly name: FieldPath<Values>;
  readonly action: Action;
}

/** The sessions that fulfil it: those made for it first, then the others that were held. */
export function SessionsField<Values extends FieldValues>({
  control,
  name,
  action,
}: SessionsFieldProps<Values>) {
  const held = (useQuery(actionsQueries.sessions()).data ?? []).filter(
    ({ state }) => hasFrozenList(state) && state !== 'cancelled',
  );
  const known = new Set(action.besides.map(({ id }) => id));
  const offered = [...action.besides, ...held.filter(({ id }) => !known.has(id))];
  return (
    <ChoiceField
      {...{ control, name }}
      label={text.sessions}
      hint={text.sessionsHint}
      multiple
      whole
      choices={offered.map(({ id, day, title }) => ({ value: id, label: text.sessionOf(day, title) }))}
    />
  );
}
