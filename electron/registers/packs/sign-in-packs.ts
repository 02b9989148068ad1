import { ensure } from '../../../shared/vocabulary/refusal.ts';
import { peopleToSign } from '../study/pack-sign-in.ts';
import { mark } from '../study/study-attendance.ts';
import type { GivenMark } from './given-rows.ts';
import type { PackRegister } from './pack-kind.ts';
import { identify } from './pack-lines.ts';
import { planSignInPack } from './pack-sign-in-plan.ts';
import { givenOf } from './packs-sql.ts';

/** 签到表: those whom one session expects. */
export const signInPacks: PackRegister = {
  gather(write, occasion) {
    ensure(occasion, 'missing_field', { field: 'occasion' });
    const { session, day, people } = peopleToSign(write, write.office, occasion);
    return { occasion: session, day, rows: people, categories: [], givesEmpty: false };
  },
  plan(write, pack, came, { decisions, meanings, actor }) {
    const lines = came.lines.signIn();
    const identified = identify(lines, JSON.parse(givenOf(write, pack.pk)) as GivenMark[]);
    if (identified === 'altered') return identified;
    const session = pack.occasion ?? '';
    const input = { session, lines, identified, decisions, meanings };
    const plan = planSignInPack(write, write.office, actor, input);
    return {
      rows: plan.rows,
      unmapped: plan.unmapped,
      unusedDecisions: plan.unusedDecisions,
      apply(applying) {
        const { sessionRev: rev, marks } = plan;
        if (marks.length > 0) mark(applying, actor, { session, rev, marks: [...marks] });
      },
    };
  },
};
