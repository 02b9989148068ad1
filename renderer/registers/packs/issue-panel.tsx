import { useQuery } from '@tanstack/react-query';
import { Button, Checkbox } from 'antd';
import { useMemo, useState } from 'react';
import { refusalOf } from '../../state/refusals.ts';
import { useIdentity } from '../../state/session.ts';
import { issueText as text } from '../../text/packs-page.ts';
import { useShortcuts } from '../../ui/keyboard.ts';
import { ErrorNotice } from '../../ui/notices.tsx';
import { Key, Panel } from '../../ui/page.tsx';
import { PACK_PAGES } from './pack-pages.tsx';
import { packsQueries } from './packs-queries.ts';
import { type ChangePacksSearch, filterOf, type PacksSearch } from './packs-search.ts';
import { canChooseFolder } from './save-packs.ts';
import { UnitChecks } from './unit-checks.tsx';
import { filesOf, type UnitChoice } from './unit-choice.ts';
import type { useIssue } from './use-issue.ts';

interface IssuePanelProps {
  readonly search: PacksSearch;
  readonly onChange: ChangePacksSearch;
  readonly issue: ReturnType<typeof useIssue>;
}

/** Which units get a file, of what; it goes out on a stick. */
export function IssuePanel({ search, onChange, issue }: IssuePanelProps) {
  const { kind, occasion } = search;
  const { Occasion } = PACK_PAGES[kind];
  const { today } = useIdentity();
  const [choice, setChoice] = useState<UnitChoice>({ units: null, below: false });
  const units = useQuery(packsQueries.units());
  const open = useMemo(
    () => (units.data ?? []).filter(({ closedOn }) => closedOn === null || closedOn > today),
    [units.data, today],
  );
  const lacksOccasion = Occasion !== null && occasion === undefined;
  const out = useQuery({
    ...packsQueries.count(filterOf(search), 'outstanding'),
    enabled: !lacksOccasion,
  });
  const files = filesOf(open, choice);
  const why = whyNot(lacksOccasion ? text.needsOccasion[kind] : null, files.length);
  const isReady = why === null && !issue.isBusy && units.data !== undefined;
  useShortcuts({ 'ctrl+enter': send }, isReady);

  return (
    <Panel
      title={text.title}
      className="packs-issue"
      foot={
        <div className="packs-issue-foot">
          <p>{canChooseFolder() ? text.intoFolder : text.asDownloads}</p>
          <p>{text.noUndo}</p>
          {text.notes[kind] !== '' && <p>{text.notes[kind]}</p>}
          {(out.data ?? 0) > 0 && <p className="warn-hint">{text.supersedes(out.data ?? 0)}</p>}
          <Button type="primary" block disabled={!isReady} onClick={send}>
            {why ?? (issue.isBusy ? text.issuing : labelOf(choice, files.length))}
            {why === null && <Key>Ctrl+Enter</Key>}
          </Button>
        </div>
      }
    >
      <ErrorNotice refusal={issue.refusal ?? (units.error ? refusalOf(units.error) : null)} />
      {Occasion && (
        <div className="packs-asked">
          <Occasion occasion={occasion} onChange={(id) => onChange({ occasion: id })} />
        </div>
      )}
      <div className="packs-units-head">
        <strong>{text.units}</strong>
        <button type="button" className="link-button" onClick={() => setChoice({ ...choice, units: null })}>
          {text.all}
        </button>
        <button
          type="button"
          className="link-button"
          onClick={() => setChoice({ ...choice, units: new Set() })}
        >
          {text.none}
        </button>
        <Checkbox
          checked={choice.below}
          disabled={issue.isBusy}
          onChange={({ target }) => setChoice({ units: null, below: target.checked })}
        >
          {text.below}
        </Checkbox>
      </div>
      <UnitChecks units={open} choice={choice} isDisabled={issue.isBusy} onChange={setChoice} />
    </Panel>
  );

  function send(): void {
    const named = choice.units === null ? [] : [...files];
    void issue.issue({
      kind,
      units: named,
      below: choice.below,
      ...(occasion !== undefined && { occasion }),
    });
  }
}

function whyNot(lacking: string | null, files: number): string | null {
  if (lacking !== null) return lacking;
  return files === 0 ? text.needsUnit : null;
}

/** Of all, who has nobody to ask is left out by the core. */
function labelOf({ units }: UnitChoice, files: number): string {
  return units === null ? text.issueAll : text.issue(files);
}
