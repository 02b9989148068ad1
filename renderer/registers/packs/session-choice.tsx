import { useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { useState } from 'react';
import { issueText as text } from '../../text/packs-page.ts';
import type { OccasionChoiceProps } from './pack-pages.tsx';
import { packsQueries, type Session } from './packs-queries.ts';

/** Sessions whose list is still worked on, found by a part of the title. */
export function SessionChoice({ occasion: session, onChange }: OccasionChoiceProps) {
  const [search, setSearch] = useState('');
  const { data = [] } = useQuery(packsQueries.openSessions(search));
  const named = useQuery({ ...packsQueries.session(session ?? ''), enabled: session !== undefined });
  return (
    <div className="field">
      <label htmlFor="packs-session">{text.session}</label>
      <Select
        id="packs-session"
        aria-label={text.session}
        placeholder={text.chooseSession}
        allowClear
        value={session ?? null}
        onChange={(id: string | null) => onChange(id ?? undefined)}
        showSearch={{ filterOption: false, onSearch: setSearch }}
        options={data.map((one) => ({ value: one.id, label: labelOf(one) }))}
        labelRender={({ label }) => label ?? (named.data ? labelOf(named.data) : '')}
        popupMatchSelectWidth={false}
        notFoundContent={text.noSession}
      />
    </div>
  );
}

function labelOf({ day, title }: Pick<Session, 'day' | 'title'>): string {
  return text.sessionOf(day, title);
}
