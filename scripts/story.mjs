// `npm run story`: the main job of the program once through, by the command line alone, in a
// scratch folder. A county office and a guidance group, each with its own PC and accounts, exchange one stick.
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { itemStateWords } from '../renderer/text/words.ts';
import { computer, Refused, root, scratchFolder, table } from './story-stage.mjs';

const TEXT = {
  opening: '以下用命令行把一件完整的工作走一遍：县教育整顿办建账、登记、上报，市指导组接收、核对、反馈。',
  scratch: (folder) => `数据放在临时文件夹，结束后自动删除：${folder}`,
  county: { code: '999901', name: '示例县教育整顿办' },
  group: { code: '999900', name: '示例市指导组' },
  accounts: { administrator: '管理员', clerk: '录入员', reviewer: '审核人', member: '经办', leader: '组长' },
  steps: {
    founded: '建账：县教育整顿办、市指导组各自建账，核验恢复码，管理员、录入员、审核人分设账号',
    trusted: '交换公钥文件，核对指纹',
    roster: '导入花名册：先预演，后写入',
    studied: '学习场次：安排、举行、登记考勤、提交、审核，一名请假人员补课并确认',
    filed: '自查自纠：填报与审核',
    rectified: '问题整改：下达、开始、申请销号、通过',
    exported: '县里导出数据包到 U 盘',
    imported: '市指导组导入：先预演，后写入',
    compared: '两边各自计算指标',
    answered: '市指导组起草一条反馈问题，组长放行，导出反馈包',
    returned: '县里导入反馈包，问题进入本县台账',
    verified: '两边核验审计链',
  },
  fingerprint: (name, print) => `${name} 指纹 ${print}`,
  rosterCounts: (r) =>
    `读取 ${r.read} 行：新增 ${r.added}，变更 ${r.changed}，未变 ${r.unchanged}，待定 ${r.held}，跳过 ${r.skipped}`,
  dropped: (columns) => `不保存的列：${columns.join('、')}`,
  sums: (s) => `应到 ${s.due}，实到 ${s.present}，请假 ${s.onLeave}，缺席 ${s.absent}，未登记 ${s.unmarked}`,
  filings: (count, due) => `应填报 ${due} 人，本次填报 ${count} 人，其中 1 人有问题`,
  item: (item) => `整改事项 ${item.number}：${itemStateWords[item.state]}`,
  bundle: (b) => `第 ${b.sequence} 号包，${b.bytes} 字节`,
  bundleCounts: (b) =>
    `包内 ${b.total} 行：新增 ${b.added}，变更 ${b.changed}，未变 ${b.unchanged}，拒收 ${b.refused}`,
  stands: (item) => `县台账：${item.number} ${itemStateWords[item.state]}，“${item.problem}”`,
  acknowledged: '县里上报的数据包已由市指导组确认收到',
  chain: (name, answer) => `${name}：审计链 ${answer.entries} 条，完整`,
  columns: ['指标', '县教育整顿办', '市指导组', ''],
  same: '一致',
  differs: '不一致',
  allSame: '两边指标全部一致。',
  wrong: '演示没有走通：',
  done: '演示结束，临时文件夹随即删除。',
  session: { title: '政治教育专题学习', venue: '机关会议室', chair: '示例书记' },
  leave: '公务外出',
  absence: '未请假',
  makeupDocument: '示教〔2021〕1号',
  paper: (number) => `自查-${number}`,
  category: '违规参股借贷',
  problem: '个别人员个人有关事项报告不及时',
  measures: '逐人核对，限期补报，建立台账',
  people: { leader: '示例领导', owner: '示例责任人' },
  evidence: '销号-1',
  feedbackProblem: '请假审批记录不完整，请补齐材料',
  figures: {
    attendanceRate: '出勤率（本场）',
    participationFirst: '参与率（首次）',
    participationWithMakeup: '参与率（含补课）',
    coverage: '普及率',
    makeupCompletion: '补课完成率',
    selfInspectionCoverage: '自查覆盖率',
    rectificationCompletion: '整改完成率',
    closureRate: '销号率',
    onTimeRate: '按期率',
    onTimeRateExtended: '按期率（含延期）',
    reworkRate: '返工率',
  },
};

// Another roster may be named: any file that the import reads.
const ROSTER = process.argv[2] ?? join(root, 'test', 'fixtures', 'rosters', 'county.xlsx');
const AS_OF = '2021-04-30';
const SESSION_DAY = '2021-03-05';
const FILERS = 5;
const EVERY_TYPE = ['political', 'partyHistory', 'redHeritage', 'integrity', 'roleModel', 'warning'];

const scratch = scratchFolder();
const stick = join(scratch, 'stick');
mkdirSync(stick);
const county = side('county', 'office', TEXT.county);
const group = side('group', 'group', TEXT.group);
let stepNumber = 0;

try {
  tell(TEXT.opening);
  tell(TEXT.scratch(scratch));
  await play();
  console.log(`\n${TEXT.done}`);
} catch (error) {
  console.error(`\n${TEXT.wrong}${error instanceof Refused ? error.message : error.stack}`);
  process.exitCode = 1;
}

async function play() {
  step('founded');
  await found(county, ['clerk', 'reviewer']);
  await found(group, ['member', 'leader']);
  step('trusted');
  await trustEachOther();
  step('roster');
  await importRoster();
  step('studied');
  const session = await holdSession();
  step('filed');
  await fileSelfInspections();
  step('rectified');
  await rectify();
  step('exported');
  const report = await exportTo(county.reviewer);
  step('imported');
  await importFrom(group.member, report);
  step('compared');
  const figures = await figuresOfBoth(session);
  step('answered');
  const feedback = await answer();
  step('returned');
  await importFrom(county.reviewer, feedback);
  await findFeedbackInLedger();
  step('verified');
  await verifyBoth();
  compare(figures);
}

/** One installation with its accounts as properties, by role. */
function side(folder, role, identity) {
  const { as, passwordOf } = computer(scratch, folder);
  const accounts = Object.entries(TEXT.accounts).map(([word, name]) => [word, as(name)]);
  return { ...identity, role, passwordOf, ...Object.fromEntries(accounts) };
}

async function found(place, roles) {
  const { code, name, role, administrator, passwordOf } = place;
  const init = ['init', '--role', role, '--code', code, '--name', name, '--preset', '2021'];
  const made = await administrator.run(init);
  place.officeId = made.officeId;
  place.fingerprint = made.fingerprint;
  await administrator.run(['recovery', 'confirm'], { LEDGER_RECOVERY_CODE: made.recoveryCode });
  for (const word of roles) {
    const account = TEXT.accounts[word];
    const secret = { LEDGER_NEW_PASSWORD: passwordOf(account) };
    await administrator.run(['account', 'add', account, '--role', word], secret);
  }
  tell(TEXT.fingerprint(name, made.fingerprint));
}

async function trustEachOther() {
  for (const [from, to] of [
    [county, group],
    [group, county],
  ]) {
    const file = join(stick, `${from.code}-keys.json`);
    await from.administrator.run(['keys', 'export', file]);
    const pinned = await to.administrator.run(['trust', file]);
    expectEqual(pinned.fingerprint, from.fingerprint, 'fingerprint');
  }
}

async function importRoster() {
  const words = ['roster', 'import', ROSTER, '--create-units', '--secondment', 'in'];
  const rehearsal = await county.clerk.run(words);
  tell(TEXT.rosterCounts(rehearsal));
  if (rehearsal.droppedColumns.length > 0) tell(TEXT.dropped(rehearsal.droppedColumns));
  const { applied, ...told } = await county.clerk.run([...words, '--apply']);
  expectEqual(applied, true, 'applied');
  expectEqual(told.added, rehearsal.added, 'added');
}

async function holdSession() {
  const { clerk, reviewer } = county;
  const { title, venue, chair } = TEXT.session;
  const fields = { title, phase: 'study', types: EVERY_TYPE, form: 'collectiveStudy', day: SESSION_DAY };
  const created = await clerk.call('study.createSession', { ...fields, venues: [venue], chair });
  const { id } = created;
  const move = (account, word, rev) => account.call('study.moveSession', { id, rev, move: word });
  let { rev } = await move(clerk, 'schedule', created.rev);
  ({ rev } = await move(clerk, 'hold', rev));
  const { rows } = await clerk.call('study.attendance', { session: id });
  const [onLeave, absent] = rows.map((row) => row.person);
  const marks = [
    { person: onLeave, mark: 'officialLeave', reason: TEXT.leave },
    { person: absent, mark: 'absent', reason: TEXT.absence },
  ];
  const marked = await clerk.call('study.mark', { session: id, rev, marks, rest: 'present' });
  tell(TEXT.sums(marked.sums));
  ({ rev } = await move(clerk, 'submit', marked.rev));
  ({ rev } = await move(reviewer, 'approve', rev));
  const makeup = (account, word, version, more) =>
    account.call('study.moveMakeup', { session: id, rev: version, people: [onLeave], move: word, ...more });
  const proof = { on: '2021-03-12', document: TEXT.makeupDocument };
  ({ rev } = await makeup(clerk, 'record', rev, proof));
  await makeup(reviewer, 'confirm', rev);
  return id;
}

async function fileSelfInspections() {
  const [round] = await county.clerk.call('selfInspection.rounds');
  const { total, filings } = await county.clerk.call('selfInspection.filings', { round: round.id });
  const filers = filings.slice(0, FILERS);
  for (const [index, { person }] of filers.entries()) {
    const declared = index === 0 ? 'hasProblem' : 'noProblem';
    const items = index === 0 ? [{ category: TEXT.category, summary: TEXT.problem }] : [];
    const input = { round: round.id, person, filedOn: '2021-04-06', declared, items };
    const filed = await county.clerk.call('selfInspection.file', {
      ...input,
      paperNumber: TEXT.paper(index + 1),
    });
    const approval = { id: filed.id, rev: filed.rev, move: 'approve' };
    await county.reviewer.call('selfInspection.moveFiling', approval);
  }
  tell(TEXT.filings(filers.length, total));
}

async function rectify() {
  const { clerk, reviewer } = county;
  const [unit] = await clerk.call('personnel.units');
  const { category, problem, measures, people } = TEXT;
  const fields = { source: 'officeInspection', category, problem, measures, ...people, dueOn: '2021-04-28' };
  const drafted = await clerk.call('rectification.draftItem', { ...fields, unit: unit.id });
  const { id } = drafted;
  let { rev } = drafted;
  const moves = [
    [reviewer, { move: 'issue', on: '2021-04-08' }],
    [clerk, { move: 'start', on: '2021-04-09' }],
    [clerk, { move: 'apply', on: '2021-04-25', evidenceNumber: TEXT.evidence }],
    [reviewer, { move: 'approve', on: '2021-04-26' }],
  ];
  for (const [account, input] of moves) {
    const moved = await account.call('rectification.moveItem', { id, rev, ...input });
    rev = moved.rev;
    tell(TEXT.item(moved));
  }
}

async function exportTo(account) {
  const { bundles } = await account.run(['export', '--out', stick]);
  expectEqual(bundles.length, 1, 'bundles');
  tell(TEXT.bundle(bundles[0]));
  return bundles[0].file;
}

async function importFrom(account, file) {
  const rehearsal = await account.run(['import', file]);
  expectEqual(rehearsal.bundles[0].outcome, 'applicable', 'outcome');
  tell(TEXT.bundleCounts(rehearsal.bundles[0]));
  const { applied, bundles } = await account.run(['import', file, '--apply']);
  expectEqual(applied, true, 'applied');
  expectEqual(bundles[0].outcome, 'applied', 'outcome');
}

async function figuresOfBoth(session) {
  const words = ['figures', '--as-of', AS_OF, '--session', session];
  const own = await county.reviewer.run(words);
  const received = await group.member.run([...words, '--office', county.code]);
  return { own, received };
}

async function answer() {
  const fields = {
    kind: 'item',
    category: TEXT.category,
    problem: TEXT.feedbackProblem,
    dueOn: '2021-05-31',
  };
  const office = county.officeId;
  const draft = await group.member.call('exchange.draftFeedback', { office, ...fields });
  await group.leader.call('exchange.releaseFeedback', { ids: [draft.id] });
  return await exportTo(group.leader);
}

async function findFeedbackInLedger() {
  const { items } = await county.clerk.call('rectification.items', { source: 'groupFeedback' });
  expectEqual(items.length, 1, 'feedback items');
  expectEqual(items[0].problem, TEXT.feedbackProblem, 'problem');
  expectEqual(items[0].state, 'issued', 'state');
  tell(TEXT.stands(items[0]));
  const { bundles } = await county.reviewer.call('exchange.sent');
  const [sent] = bundles;
  expectEqual(sent.acknowledgedAt === null, false, 'not acknowledged');
  tell(TEXT.acknowledged);
}

async function verifyBoth() {
  for (const place of [county, group])
    tell(TEXT.chain(place.name, await place.administrator.run(['verify'])));
}

function compare({ own, received }) {
  const rows = Object.entries(TEXT.figures).map(([id, name]) => {
    const [here, there] = [fraction(own[id]), fraction(received[id])];
    return [name, here, there, here === there && own[id] ? TEXT.same : TEXT.differs];
  });
  console.log(`\n${table([TEXT.columns, ...rows])}\n`);
  if (rows.some(([, , , verdict]) => verdict !== TEXT.same)) throw new Refused(TEXT.differs);
  tell(TEXT.allSame);
}

function fraction(figure) {
  return figure ? `${figure.numerator} / ${figure.denominator} = ${figure.text}` : '—';
}

function expectEqual(got, wanted, what) {
  if (got !== wanted) throw new Refused(`${what}: ${got} ≠ ${wanted}`);
}

function step(name) {
  stepNumber += 1;
  console.log(`\n${stepNumber}. ${TEXT.steps[name]}`);
}

function tell(sentence) {
  console.log(`   ${sentence}`);
}
