import { useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { useState } from 'react';
import type { core } from '../../state/core.ts';
import { figuresPageText } from '../../text/figures-page.ts';
import { figuresQueries } from './figures-queries.ts';

type Session = Awaited<ReturnType<typeof core.study.sessions>>['sessions'][number];

/**
 * The session named in the address, else the latest approved one up to the day. Until it is known nothing is to be
 * asked of it, so that everything is asked once.
 */
export function useChosenSession(
  asOf: string,
  office: string | undefined,
  id: string | undefined,
  isAsked: boolean,
): { readonly chosen: Session | undefined; readonly isKnown: boolean } {
  const latest = useQuery({ ...figuresQueries.sessions(asOf, office, ''), enabled: isAsked });
  const named = useQuery({ ...figuresQueries.session(id ?? ''), enabled: isAsked && id !== undefined });
  const chosen = id === undefined ? latest.data?.[0] : named.data;
  return { chosen, isKnown: !isAsked || (id === undefined ? latest : named).isFetched };
}

interface SessionChooserProps {
  readonly asOf: string;
  readonly office: string | undefined;
  readonly chosen: Session | undefined;
  readonly onChoose: (id: string) => void;
}

export function SessionChooser({ asOf, office, chosen, onChoose }: SessionChooserProps) {
  const [search, setSearch] = useState('');
  const { data = [] } = useQuery(figuresQueries.sessions(asOf, office, search));
  const text = figuresPageText;
  return (
    <span className="figures-compare">
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
    </span>
  );
}

function labelOf({ day, title }: Session, asOf: string): string {
  return figuresPageText.sessionNumbered(day ?? asOf, title);
}
