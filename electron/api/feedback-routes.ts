import { implement } from '@orpc/server';
import { contract } from '../../shared/contract/index.ts';
import { ensure } from '../../shared/vocabulary/refusal.ts';
import { exportAll, outbox } from '../exchange/export-all.ts';
import { deleteFeedback, draftFeedback, editFeedback, releaseFeedback } from '../exchange/feedback-desk.ts';
import { asFeedback, listFeedback } from '../exchange/feedback-shown.ts';
import { feedbackToUs } from '../exchange/feedback-sql.ts';
import { readRemark } from '../exchange/remarks.ts';
import { adoptTemplate, refuseTemplate, templateTold, whyNotAdopted } from '../exchange/templates.ts';
import { campaignUses } from './campaign-uses.ts';
import { officeAsked } from './office-asked.ts';
import { type ApiContext, actorOf, checkAccount, mapErrors, openLedgerOf } from './procedures.ts';
import { working } from './work.ts';

const routes = implement(contract.exchange).$context<ApiContext>().use(mapErrors).use(checkAccount);

export const feedbackRoutes = {
  draftFeedback: routes.draftFeedback.handler(({ input, context }) => {
    const ledger = openLedgerOf(context.host);
    const { office, offices, ...draft } = input;
    const named = offices ?? (office === undefined ? [] : [office]);
    return ledger.write(ledger.account.pk, 'exchange.draftFeedback', (write) =>
      draftFeedback(write, {
        ...draft,
        targets: [...new Set(named.map((one) => officeAsked(write, ledger.office, one)))],
      }),
    );
  }),
  editFeedback: routes.editFeedback.handler(({ input, context }) => {
    const ledger = openLedgerOf(context.host);
    return ledger.write(ledger.account.pk, 'exchange.editFeedback', (write) => editFeedback(write, input));
  }),
  deleteFeedback: routes.deleteFeedback.handler(({ input, context }) => {
    const ledger = openLedgerOf(context.host);
    return ledger.write(ledger.account.pk, 'exchange.deleteFeedback', (write) => ({
      deleted: deleteFeedback(write, input.ids),
    }));
  }),
  releaseFeedback: routes.releaseFeedback.handler(({ input, context }) => {
    const ledger = openLedgerOf(context.host);
    return ledger.write(ledger.account.pk, 'exchange.releaseFeedback', (write) => ({
      released: releaseFeedback(write, actorOf(ledger), input.ids),
    }));
  }),
  feedback: routes.feedback.handler(({ input, context }) => {
    const ledger = openLedgerOf(context.host);
    const { office, state, kind, subject, matter } = input;
    return ledger.read((db) => {
      const target = office ? officeAsked(db, ledger.office, office) : null;
      const filter = { target, state: state ?? null, kind, subject, matter, own: ledger.office };
      return listFeedback(db, filter, input);
    });
  }),

  readRemark: routes.readRemark.handler(({ input, context }) => {
    const ledger = openLedgerOf(context.host);
    return ledger.write(ledger.account.pk, 'exchange.readRemark', (write) => readRemark(write, input));
  }),
  template: routes.template.handler(({ input, context }) => {
    const ledger = openLedgerOf(context.host);
    const told = ledger.read((db) => templateTold(db, ledger.office, input.id));
    const why = ledger.rehearse(ledger.account.pk, (write) =>
      whyNotAdopted(write, input.id, told.rev, campaignUses(write, write.office)),
    );
    return { ...told, why };
  }),
  adoptTemplate: routes.adoptTemplate.handler(({ input, context }) => {
    const ledger = openLedgerOf(context.host);
    return ledger.write(ledger.account.pk, 'exchange.adoptTemplate', (write) =>
      adoptTemplate(write, input.id, input.rev, campaignUses(write, write.office)),
    );
  }),
  refuseTemplate: routes.refuseTemplate.handler(({ input, context }) => {
    const ledger = openLedgerOf(context.host);
    return ledger.write(ledger.account.pk, 'exchange.refuseTemplate', (write) => {
      refuseTemplate(write, input.id, input.reason);
      const row = feedbackToUs(write, write.office, input.id);
      ensure(row, 'internal');
      return asFeedback(row);
    });
  }),

  outbox: routes.outbox.handler(({ context }) => {
    const ledger = openLedgerOf(context.host);
    return ledger
      .read((db) => outbox(db, ledger.office))
      .map(({ party: { keys }, ...waiting }) => ({
        office: keys.officeId,
        code: keys.code,
        name: keys.name,
        ...waiting,
      }));
  }),
  exportAll: routes.exportAll.handler(async ({ input, context: { host }, signal }) => {
    const ledger = openLedgerOf(host);
    const asOf = input.asOf ?? host.ports.clock.today();
    const offices =
      input.offices && ledger.read((db) => input.offices?.map((one) => officeAsked(db, ledger.office, one)));
    const { bundles, skipped, failed } = await working(host, 'exportAll', signal, (advance) =>
      exportAll(ledger, host.ports, { offices, asOf }, advance),
    );
    return {
      bundles: bundles.map(({ party: { keys }, sealed: { manifest, bytes, hash, fileName } }) => ({
        ...{ recipient: keys.officeId, code: keys.code, name: keys.name, fileName, hash },
        content: Buffer.from(bytes).toString('base64'),
        ...{ sequence: manifest.sequence, full: manifest.full, bytes: bytes.length },
        rows: Object.values(manifest.counts).reduce((sum, count) => sum + count, 0),
      })),
      skipped,
      failed: failed.map(({ party: { keys }, problem }) => ({
        recipient: keys.officeId,
        name: keys.name,
        problem: problem.code,
      })),
    };
  }),
};
