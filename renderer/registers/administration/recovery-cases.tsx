import { setupText } from '../../text/administration-page.ts';
import { Panel } from '../../ui/page.tsx';
import { LockSign, WarningSign } from '../../ui/signs.tsx';
import { SimpleTable } from '../../ui/simple-table.tsx';
import { NumberedTitle } from './numbered-title.tsx';

const text = setupText.recovery;
type Case = (typeof text.cases)[number];

const SIGNS = { plain: null, needed: <LockSign />, none: <WarningSign /> };

/** When the sheet is needed, and when it is not. */
export function RecoveryCases() {
  return (
    <Panel title={<NumberedTitle number={3}>{text.hand}</NumberedTitle>} foot={text.handFoot}>
      <SimpleTable<Case>
        label={text.when}
        rows={text.cases}
        rowKey={({ when }) => when}
        columns={[
          { id: 'when', title: text.when, cell: ({ when }) => when },
          { id: 'how', title: text.how, cell: ({ how }) => how },
          {
            id: 'needed',
            title: text.needed,
            width: 140,
            cell: ({ needed, tone }) => (
              <span className={`case ${tone}`}>
                {SIGNS[tone]} {needed}
              </span>
            ),
          },
        ]}
      />
    </Panel>
  );
}
