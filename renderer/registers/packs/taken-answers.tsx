import { DatePicker, Radio, Select } from 'antd';
import dayjs from 'dayjs';
import { MARKS } from '../../../shared/vocabulary/words.ts';
import { formText } from '../../text/form.ts';
import { questionText as text } from '../../text/packs-page.ts';
import { markWords } from '../../text/words.ts';
import { type GivenMark, marksToExplain } from './taken-choices.ts';
import type { TakenPacks } from './taken-packs.ts';

interface AnswersProps {
  readonly taken: TakenPacks;
}

/** The day from which what rosters change holds. */
export function FromDay({ taken: { answers, packs, answer, writing } }: AnswersProps) {
  if (!packs.some(({ kind }) => kind === 'roster')) return null;
  return (
    <span>
      <label htmlFor="packs-from">{text.from}</label>{' '}
      <DatePicker
        id="packs-from"
        size="small"
        className="packs-from"
        value={answers.from === null ? null : dayjs(answers.from)}
        onChange={(day) => answer({ from: day ? day.format('YYYY-MM-DD') : null })}
        format={['YYYY-MM-DD', 'YYYY-M-D', 'YYYYMMDD', 'YYYY.M.D']}
        placeholder={formText.datePlaceholder}
        disabled={writing.isRunning}
      />{' '}
      <span className="secondary wide-only">{text.fromHint}</span>
    </span>
  );
}

/** What a text means in all packs alike. */
export function TakenAnswers({ taken: { answers, packs, answer, writing } }: AnswersProps) {
  const marks = marksToExplain(packs, answers.map);
  const bare = packs.flatMap(({ rows }) => rows).filter(({ reason }) => reason === 'ambiguousStatus').length;
  const asksSecondment = bare > 0 || answers.secondment !== null;
  if (!asksSecondment && marks.length === 0) return null;
  return (
    <fieldset className="packs-questions" disabled={writing.isRunning} aria-label={text.title}>
      {asksSecondment && (
        <span>
          <span id="packs-secondment">{text.secondment(bare)}</span>{' '}
          <Radio.Group
            aria-labelledby="packs-secondment"
            value={answers.secondment}
            onChange={({ target }) => answer({ secondment: target.value })}
            options={[
              { value: 'in', label: text.secondedIn },
              { value: 'out', label: text.secondedOut },
            ]}
          />
        </span>
      )}
      {marks.map((mark) => (
        <span key={mark.text}>
          {text.mark(mark.text, mark.count)}{' '}
          <Select<GivenMark>
            aria-label={text.mark(mark.text, mark.count)}
            size="small"
            className="packs-mark"
            allowClear
            placeholder={text.chooseMark}
            value={answers.map[mark.text] ?? null}
            onChange={(meaning) => answer({ map: explained(answers.map, mark.text, meaning ?? null) })}
            options={MARK_CHOICES}
          />
        </span>
      ))}
    </fieldset>
  );
}

const MARK_CHOICES = MARKS.filter((mark): mark is GivenMark => mark !== 'leave' && mark !== 'exempt').map(
  (mark) => ({ value: mark, label: markWords[mark] }),
);

function explained(map: Readonly<Record<string, GivenMark>>, mark: string, meaning: GivenMark | null) {
  const { [mark]: _, ...others } = map;
  return meaning === null ? others : { ...others, [mark]: meaning };
}
