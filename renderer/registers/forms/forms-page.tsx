import './forms.css';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { Button } from 'antd';
import { useEffect, useState } from 'react';
import type { FormAsked, FormDocument } from '../../../shared/contract/forms.ts';
import { FORM_IDS, type FormFile } from '../../../shared/vocabulary/words.ts';
import { core } from '../../state/core.ts';
import { refusalOf } from '../../state/refusals.ts';
import { useIdentity } from '../../state/session.ts';
import { useWrite } from '../../state/writes.ts';
import { formsText } from '../../text/forms-page.ts';
import { download } from '../../ui/file-content.ts';
import { useShortcuts } from '../../ui/keyboard.ts';
import { ErrorNotice } from '../../ui/notices.tsx';
import { Empty, Key, Page } from '../../ui/page.tsx';
import { FittedForm } from './fitted-form.tsx';
import { FormChooser } from './form-chooser.tsx';
import { FormQuestion } from './form-question.tsx';
import { type FormSearch, questionOf } from './form-search.ts';
import { formsQueries } from './forms-queries.ts';

/** Rows of a table that are looked at; what is printed and saved is whole. */
const ROWS_LOOKED_AT = 120;
const FILES: readonly FormFile[] = ['xlsx', 'docx'];

/** Every form, as it will be printed, before it is printed or saved. */
export function FormsPage() {
  const search: FormSearch = useSearch({ strict: false });
  const navigate = useNavigate();
  const { today } = useIdentity();
  const form = FORM_IDS.find((one) => one === search.form) ?? 'attendanceSummary';
  const asked = questionOf(form, search, today);
  const preview = useQuery({
    ...formsQueries.preview(asked, ROWS_LOOKED_AT),
    enabled: asked !== null,
    placeholderData: keepPreviousData,
  });
  const save = useWrite(
    ({ as }: { readonly as: FormFile }) => core.forms.save({ asked: asked ?? missing(), as }),
    {
      done: ({ fileName }) => formsText.saved(fileName),
      onDone: ({ fileName, content }) => download(fileName, content),
    },
  );
  const [toPrint, setToPrint] = useState<FormDocument | null>(null);
  const print = useWrite((one: FormAsked) => core.forms.preview({ asked: one }), { onDone: setToPrint });
  useShortcuts({ 'ctrl+p': () => asked && print.mutate(asked) }, asked !== null);
  useEffect(() => {
    if (!toPrint) return;
    // The browser prints what stands in the page, and waits for the user meanwhile.
    window.print();
    setToPrint(null);
  }, [toPrint]);

  return (
    <Page
      title={formsText.title}
      subtitle={formsText.subtitle}
      actions={
        asked && (
          <>
            {FILES.map((as) => (
              <Button key={as} onClick={() => save.mutate({ as })} disabled={save.isPending}>
                {formsText.saveAs[as]}
              </Button>
            ))}
            <Button type="primary" loading={print.isPending} onClick={() => print.mutate(asked)}>
              {formsText.print} <Key>Ctrl+P</Key>
            </Button>
          </>
        )
      }
      flush
    >
      <div className="forms-room">
        <aside className="forms-side">
          <FormChooser chosen={form} onChoose={(id) => change({ form: id })} />
          <FormQuestion form={form} search={search} today={today} onChange={change} />
        </aside>
        {/* A frame that scrolls must be reachable by keyboard. */}
        <section className="forms-paper" {...{ 'aria-label': formsText.preview, tabIndex: 0 }}>
          {preview.error ? <ErrorNotice refusal={refusalOf(preview.error)} /> : null}
          {asked === null && <Empty>{formsText.toChoose[form]}</Empty>}
          {asked && preview.data && <FittedForm form={toPrint ?? preview.data} />}
        </section>
      </div>
    </Page>
  );

  function change(more: FormSearch): void {
    void navigate({ to: '/forms', search: { ...search, ...more }, replace: true });
  }
}

function missing(): never {
  throw new Error('nothing is asked yet');
}
