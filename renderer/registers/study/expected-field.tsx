import { useQuery } from '@tanstack/react-query';
import { Button, Input, Radio, Select } from 'antd';
import { useId, useState } from 'react';
import { type UseFormReturn, useWatch } from 'react-hook-form';
import { expectedText } from '../../text/study-page.ts';
import { readNames } from './named-people.ts';
import type { SessionValues } from './session-fields.ts';
import { studyQueries } from './study-queries.ts';

interface ExpectedFieldProps {
  readonly form: UseFormReturn<SessionValues, unknown, SessionValues>;
  readonly units: readonly { readonly value: string; readonly label: string }[];
  readonly disabled: boolean;
}

/** Who is expected: whole units, or a list of people by name. */
export function ExpectedField({ form, units, disabled }: ExpectedFieldProps) {
  const people = useWatch({ control: form.control, name: 'people' });
  const chosenUnits = useWatch({ control: form.control, name: 'units' });
  const [isList, setList] = useState(people !== null);
  const unitsId = useId();
  return (
    <fieldset className="expected-field" disabled={disabled} aria-label={expectedText.label}>
      <Radio.Group
        value={isList}
        disabled={disabled}
        onChange={({ target }) => choose(Boolean(target.value))}
        options={[
          { value: false, label: expectedText.byUnits },
          { value: true, label: expectedText.byList },
        ]}
      />
      {isList ? (
        <PeopleList people={people ?? []} disabled={disabled} onChange={setPeople} />
      ) : (
        <Select<string[]>
          id={unitsId}
          mode="multiple"
          aria-label={expectedText.units}
          placeholder={expectedText.everyUnit}
          disabled={disabled}
          showSearch={{ optionFilterProp: 'label' }}
          value={chosenUnits}
          onChange={(next) => form.setValue('units', next, { shouldDirty: true })}
          options={[...units]}
        />
      )}
    </fieldset>
  );

  function choose(list: boolean): void {
    setList(list);
    if (list) form.setValue('units', [], { shouldDirty: true });
    else form.setValue('people', null, { shouldDirty: true });
  }

  function setPeople(next: readonly string[]): void {
    form.setValue('people', next.length > 0 ? [...next] : null, { shouldDirty: true });
  }
}

interface PeopleListProps {
  readonly people: readonly string[];
  readonly disabled: boolean;
  readonly onChange: (people: readonly string[]) => void;
}

/** Chosen one by one, or a whole list of names pasted. */
function PeopleList({ people, disabled, onChange }: PeopleListProps) {
  const roster = useQuery(studyQueries.roster());
  const known = roster.data ?? [];
  const [pasted, setPasted] = useState('');
  const read = pasted.trim() ? readNames(pasted, known) : null;
  return (
    <>
      <Select<string[]>
        mode="multiple"
        aria-label={expectedText.people}
        placeholder={expectedText.choosePeople}
        disabled={disabled}
        loading={roster.isPending}
        maxTagCount={12}
        showSearch={{ optionFilterProp: 'label' }}
        value={[...people]}
        onChange={onChange}
        options={known.map(({ id, name, unitName }) => ({
          value: id,
          label: expectedText.person(name, unitName),
        }))}
      />
      <div className="expected-paste">
        <Input.TextArea
          rows={2}
          aria-label={expectedText.paste}
          placeholder={expectedText.paste}
          disabled={disabled}
          value={pasted}
          onChange={({ target }) => setPasted(target.value)}
        />
        <Button disabled={!read || read.ids.length === 0} onClick={add}>
          {expectedText.add(read?.ids.length ?? 0)}
        </Button>
      </div>
      {read && (read.unknown.length > 0 || read.shared.length > 0) && (
        <p className="warn-hint" role="status">
          {expectedText.notFound(read.unknown, read.shared)}
        </p>
      )}
      {people.length > 0 && <p className="secondary">{expectedText.count(people.length)}</p>}
    </>
  );

  /** What could not be read stays in the box. */
  function add(): void {
    if (!read) return;
    onChange([...new Set([...people, ...read.ids])]);
    setPasted([...read.unknown, ...read.shared].join('\n'));
  }
}
