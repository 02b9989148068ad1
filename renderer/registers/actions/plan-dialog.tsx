import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { core } from '../../state/core.ts';
import { refusalOf } from '../../state/refusals.ts';
import { useWrite } from '../../state/writes.ts';
import { actionsText, actionText, planText as text } from '../../text/actions-page.ts';
import { formText } from '../../text/form.ts';
import { frameText } from '../../text/frame.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { ErrorNotice } from '../../ui/notices.tsx';
import { Key } from '../../ui/page.tsx';
import { SimpleTable } from '../../ui/simple-table.tsx';
import { type ActionPlan, actionsQueries } from './actions-queries.ts';

const PARTS = ['added', 'changed', 'removed', 'kept'] as const;
type Line = ActionPlan['added'][number];

/** What planning would do now, part by part, before it is done. */
export function PlanDialog({ onClose }: { readonly onClose: () => void }) {
  const preview = useQuery({ ...actionsQueries.preview(), staleTime: 0 });
  const apply = useWrite((campaign: number) => core.actions.plan({ campaign }), {
    shownInPlace: true,
    done: ({ added, changed, removed }) => text.applied(added.length, changed.length, removed.length),
    onDone: onClose,
  });
  const plan = preview.data;
  const isAsPlanned = plan && plan.added.length + plan.changed.length + plan.removed.length === 0;
  const canApply = plan !== undefined && !isAsPlanned;
  return (
    <Dialog
      title={text.title}
      wide
      onClose={onClose}
      // a form from the beginning: it would lose the focus when it became one
      onSubmit={() => canApply && apply.mutate(plan.campaign)}
      foot={
        <>
          <Button onClick={onClose}>{canApply ? formText.cancel : formText.close}</Button>
          {canApply && (
            <Button type="primary" htmlType="submit" loading={apply.isPending}>
              {text.apply}
              <Key>Ctrl+Enter</Key>
            </Button>
          )}
        </>
      }
    >
      <p className="secondary">{text.note}</p>
      {preview.error && <ErrorNotice refusal={refusalOf(preview.error)} />}
      <ErrorNotice refusal={apply.error} />
      {!plan && !preview.error && <p>{frameText.loading}</p>}
      {isAsPlanned && <p>{text.asPlanned}</p>}
      {plan && (
        <div className="actions-plan">
          {PARTS.map((part) => plan[part].length > 0 && <Part key={part} part={part} lines={plan[part]} />)}
          {plan.unchanged > 0 && <p className="secondary">{text.unchanged(plan.unchanged)}</p>}
        </div>
      )}
    </Dialog>
  );
}

function Part({ part, lines }: { readonly part: (typeof PARTS)[number]; readonly lines: readonly Line[] }) {
  const campaign = useQuery(actionsQueries.campaign(undefined)).data;
  const titles = text.columns;
  return (
    <section>
      <h3>{text[part](lines.length)}</h3>
      <SimpleTable
        label={text[part](lines.length)}
        rows={lines}
        rowKey={({ definition, ordinal, month }) => `${definition} ${month ?? ordinal}`}
        columns={[
          {
            id: 'phase',
            title: titles.phase,
            width: 96,
            cell: ({ phase }) => campaign?.phases.find(({ id }) => id === phase)?.name ?? phase,
          },
          { id: 'name', title: titles.name, cell: ({ name, month }) => actionsText.name(name, month) },
          { id: 'span', title: titles.span, width: 152, cell: (line) => spanCell(part, line) },
          ...(part === 'changed' || part === 'kept'
            ? [{ id: 'was', title: titles.was, width: 152, cell: wasCell }]
            : []),
        ]}
      />
    </section>
  );
}

function spanCell(part: (typeof PARTS)[number], { fromOn, dueOn }: Line) {
  return part === 'removed' ? text.gone : actionText.spanOf(fromOn, dueOn);
}

function wasCell({ was }: Line) {
  return was && actionText.spanOf(was.fromOn, was.dueOn);
}
