import { useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { useState } from 'react';
import type { core } from '../../state/core.ts';
import { figuresPageText } from '../../text/figures-page.ts';
import { figuresQueries } from './figures-queries.ts';

type Session = Awaited<ReturnType<typeof core.study.sessions>>['sessions'][number];

/** The session named in the address, else the latest approved one up to the day. */
export function useChosenSession(
  asOf: string,
  id: string | undefined,
  isAsked: boolean,
): Session | undefined {
  const { data } = useQuery({ ...figuresQueries.sessions(asOf, undefined, ''), enabled: isAsked });
  const named = useQuery({ ...figuresQueries.session(id ?? ''), enabled: isAsked && id !== undefined });
  return id === undefined ? data?.[0] : named.data;
}

interface SessionChooserProps {
  readonly asOf: string;
  readonly chosen: Session | undefined;
  readonly onChoose: (id: string) => void;
}

export function SessionChooser({ asOf, chosen, onChoose }: SessionChooserProps) {
  const [search, setSearch] = useState('');
  const { data = [] } = useQuery(figuresQueries.sessions(asOf, undefined, search));
  const text = figuresPageText;
  return (
    <>
      <label htmlFor="figures-session">{text.session}</label>
      <Select
        id="figures-session"
        className="figures-session"
        aria-label={text.session}
        value={chosen?.id ?? null}
        onChange={(id) => id && onChoose(id)}
        placeholder={text.sessionNone}
        showSearch={{ filterOption: false, onSearch: setSearch }}
        options={data.map((session) => ({ value: session.id, label: labelOf(session, asOf) }))}
        labelRender={({ label }) => label ?? (chosen && labelOf(chosen, asOf))}
        popupMatchSelectWidth={false}
      />
    </>
  );
}

function labelOf({ day, title }: Session, asOf: string): string {
  return figuresPageText.sessionNumbered(day ?? asOf, title);
}
