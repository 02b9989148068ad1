import type { ErrorCode } from '../../../shared/vocabulary/error-codes.ts';

/** What the registers refuse. */
export const registersErrors = {
  // rules of the registers
  session_unmarked:
    '还有[ {count} 名]人员未登记考勤，场次没有提交或通过，已登记的不受影响；请全部登记后再办理。',
  reasons_missing:
    '还有[ {count} 名]人员未到场而没有填写事由，场次没有提交，已登记的不受影响；请补填事由后再提交。',
  filing_items_open:
    '还有[ {count} 个]事项没有处置，填报没有归档，内容保持不变；请先逐项转整改、移交或注明无需处置。',
  makeup_before_session: '补课日期[{makeupOn}]早于所补学习的日期[{day}]，没有保存；请核对补课日期。',
  needs_group_review:
    '该问题[来源于{source}，]须经市级复核，不能在县级直接销号，状态没有改变；请改为“报市复核”。',
  no_group_review: '该问题[来源于{source}，]由县级审核销号，不需要报市复核，状态没有改变；请改为“通过”。',
  deadline_before_day: '时限[{due}]早于办理日期[{on}]，没有保存；请填写办理当日或之后的时限。',
  extension_not_later:
    '延期后的时限[{newDue}]不晚于现行时限[{due}]，没有保存，现行时限不变；请填写更晚的日期。',
  date_before_last_move:
    '生效日期[{on}]早于上一步办理的日期[{last}]，没有保存；请填写上一步当日或之后的日期。',
  merge_target_invalid:
    '要并入的问题就是它本身、还没有下达，或者已经合并、作废，没有合并；请另选一个仍有效的问题。',

  // personnel
  unit_exists: '同级已有同名单位，没有保存，原单位不受影响；请直接使用原单位，或换一个名称。',
  unit_below_itself: '不能把单位移到或并入它自己或它的下级，没有保存，单位关系不变；请另选一个单位。',
  unit_closed:
    '所选单位[自 {on} 起]已停用，没有保存，原记录不变；请改选其他单位或更早的日期，或先恢复该单位。',
  unit_not_closed: '该单位并没有停用，不需要恢复，数据没有改动；请刷新后再看。',
  unit_has_people:
    '到[ {on} ]那天，该单位还有[ {count} 名]人员没有离开，没有停用，数据没有改动；请先把他们调出，或改为合并单位。',
  unit_has_units:
    '该单位下面还有[ {count} 个]没有停用的下级单位，没有停用，数据没有改动；请先停用或移出下级单位。',
  unit_has_history:
    '该单位已有任职、考勤等记录[（{count} 处）]，没有删除，记录保持不变；不再使用时请改为停用单位。',
  posting_overlaps:
    '任职时段与前一段重叠[，起始日期最早为 {earliest}]，没有保存，原记录不变；请核对各段的起止日期。',
  posting_dates_wrong: '任职时段的截止日期没有晚于起始日期[（{from}）]，没有保存，原记录不变；请核对日期。',
  person_has_history:
    '此人已有考勤、填报等记录[（{count} 处）]，没有删除，记录保持不变；离开单位时请改为办理调离或退休。',

  // campaign
  preset_unknown: '没有这个活动预设，没有开始活动，已存数据不受影响；请改用随程序提供的预设。',
  weekly_not_monday: '周报从星期一起算，这一天不是星期一，没有冻结任何周报；请从周次列表中选择。',
  weekly_not_begun: '这一周还没有开始，没有冻结任何周报；请等到这一周开始后再冻结。',
  weekly_reason_missing: '这一周已经冻结过，原来的版本原样保留；再次冻结请写明更正原因。',
  weekly_not_frozen: '这一周的周报还没有冻结，没有生成表格；请先在周报页冻结这一周。',
  weekly_unchanged: '与已冻结的[第 {version} 版]没有任何差别，没有新增版本；数据变动后再冻结即可。',
  campaign_missing: '还没有开始教育整顿活动，数据没有改动；请先选用一个预设开始活动。',
  preset_invalid:
    '活动方案内容有误[（{path}）][：{how}]，没有采用，现有方案不受影响；请改正后再试，或改用随程序提供的预设。',
  phases_overlap:
    '环节[“{first}”]与[“{second}”]的日期重叠或先后颠倒，没有保存，现有方案不变；请让前一环节在后一环节开始之前结束。',
  phase_ends_before_it_begins:
    '环节[“{name}”]的结束日期早于开始日期，没有保存，现有方案不变；请改正日期后再保存。',
  phase_in_use:
    '环节[“{name}”]已有[ {count} 项]场次、动作或评估，没有删除，现有方案不变；请先把它们改到其他环节，或保留该环节只改日期。',
  phase_unknown: '所选环节不在现行方案中[（{phase}）]，没有保存；请从列表中另选一个环节。',
  action_in_use:
    '动作[“{name}”]已有[ {count} 条]场次或安排，没有删除，现有方案不变；请保留该动作，不再开展的在动作清单中注明。',
  action_unknown: '所选动作不在现行方案中[（{action}）]，没有保存；请从列表中另选一个动作。',
  list_in_use:
    '[“{type}”][“{name}”]已用在[ {count} 条]记录中，没有删除或改名，现有方案不变；不再使用时请改为停用，原有记录仍能查到名称。',
  version_day_wrong:
    '变更的生效日期[{on}]须在上次变更[（{last}）]当日或之后、今天[{today}]当日或之前，没有保存；请改正日期。',
  action_due_outside_phase:
    '时限[{due}]不在所属环节[（{beginsOn}至{endsOn}）]之内，没有保存；请填写环节之内的日期，或先请审核人调整环节日期。',
  action_evidence_missing:
    '[有 {count} 项动作]既没有佐证材料编号，也没有关联已举行的学习场次，没有保存；请填写编号，或关联场次后再办。',
  action_day_ahead: '办理日期[{on}]晚于今天[{today}]，没有保存；请填写今天或之前的日期。',
  action_before_begin:
    '[{names}：]完成日期[{on}]早于这项动作的开始日期[{from}]，没有保存；请核对日期，或核对是不是另一期的动作。',
  action_not_removable:
    '只有没有办理过的自选动作可以删除，这项动作保持原样；不再开展的请由审核人办理“不开展”。',

  // study
  summaries_differ:
    '考勤汇总与逐人记录有[ {count} 处]不一致，逐人记录没有改变；请停止导出，备份数据文件夹后联系维护人员。',
  not_expected: '所选人员中有[ {count} 名]不在本场应到名单内，全部没有保存；请核对名单后重新登记。',
  list_frozen: '本场已举行，日期和应到名单已经固定，没有保存；其他内容可以修改，名单有误时请新建场次。',
  no_difference: '所选人员中有[ {count} 名]现在没有待处理差异，名单没有改动；请刷新差异清单后重新采纳。',
  nobody_expected: '按所选单位和日期，本场没有一名应到人员，场次没有登记为已举行；请核对日期、单位和花名册。',
  expected_not_counted:
    '应到名单中有[ {count} 名]人员在学习当日不在岗，场次没有登记为已举行；请从名单中去掉或更正花名册。',
  session_day_ahead:
    '学习日期[{day}]还没有到，不能登记为已举行，状态没有改变；请在当日或之后办理，或更正日期。',
  makeup_day_ahead: '补课日期[{on}]晚于今天[{today}]，没有保存；请核对日期。',

  // self-inspection
  round_dates_wrong:
    '轮次的起止日期不对，没有保存，已有轮次不变；截止不能早于开始[，开始须晚于上一轮截止的 {earliest}][，截止须早于下一轮开始的 {latest}]，请核对后再办。',
  filing_day_wrong:
    '填报日期[{filedOn}]不在[ {from} 至 {until} ]允许的范围内，没有保存；请对照纸质原件核对日期。',
  filing_not_expected:
    '该人员[在 {day} ]当日不是在岗或借入，不在应填报之列，没有保存；请核对人员、日期或任职记录。',
  filing_exists: '该人员本轮已有填报，没有重复登记，原填报不变；需要增加内容时请打开原填报办理补充。',
  filing_contradicts_items:
    '申报情况与事项对不上[（现有 {count} 项）]，没有保存；申报无问题不能带事项，申报有问题至少要有一项。',
  filing_not_approved: '该填报[处于“{state}”状态，]还没有审核通过，事项没有处置；请先审核再处置。',
  filing_item_disposed: '该事项已经处置过，没有改动；请刷新后查看处置结果。',
  register_key_foreign:
    '自查摘要的密钥与台账里登记的不一致，台账没有打开，数据没有改动；请不要继续录入，先核对是否有人换过密钥文件，再用备份恢复。',
  register_key_not_held:
    '当前账户没有自查摘要的密钥，没有授予，数据没有改动；请由已经能看到摘要的审核人办理，或用恢复码登录后办理。',
  register_key_role: '自查摘要只对录入员和审核人开放，没有授予，数据没有改动；请另选账户。',
  register_key_by_reviewer: '自查摘要的密钥由审核人授予，没有办理，数据没有改动；请换审核人账户办理。',
  purge_not_due:
    '还没有到清除自查摘要的日期[（{purgeOn}）]，或没有设定日期，摘要都没有清除；请先由管理员设定日期，到期后再办理。',
  round_has_filings:
    '本轮已有填报日期为[ {filedOn} ]的填报会落在新的起止日期之外，轮次没有修改，填报不变；请另定日期。',
  paper_number_taken:
    '原件编号[“{paperNumber}”]在本轮已经用过，没有保存，原填报不变；请核对纸质原件上的编号。',
  category_retired: '问题类别[“{name}”]已经停用，没有保存，原有记录不变；请从列表中另选一个。',
  category_exists: '已有同名的问题类别[“{name}”]，没有增加，原有类别不变；请直接使用，或换一个名称。',
  register_key_not_ready: '该账户升级后还没有登录过，没有授予，数据没有改动；请让本人先登录一次再办理。',

  // rectification
  category_unknown: '所选问题类别不在本单位启用的类别中，没有保存；请从列表中另选一个。',
  item_day_ahead: '生效日期[{on}]晚于今天[{today}]，没有办理；请填写今天或之前的日期。',
  item_exists: '这条反馈已经列入台账，没有重复登记；请在台账中查看原问题。',
  item_repeats_open: '所关联的原问题还没有销号，或就是本问题，没有保存；只能关联已销号的问题。',
  item_not_editable: '该问题当前[处于“{state}”状态，]不能修改内容，没有保存；请先撤回或退回后再改。',
  item_field_fixed:
    '问题下达后[，{field}]不能再改，没有保存，原内容不变；延长时限请办理延期，内容有误请作废后重新下达。',
  person_left:
    '[{name}]在花名册中已调离或退休，不能再作[{field}]，没有保存，原内容不变；请改填在岗人员，或核对花名册。',
  supervision_unchanged: '该问题的督办情况[（{state}）]没有变化，没有重复登记；请刷新后查看。',
  not_supervised:
    '该问题没有列入督办，督办跟进没有登记，数据没有改动；请先由审核人列入督办，或登记为整改进展。',
  follow_up_day_wrong: '下次跟进日期[{nextOn}]不晚于本次日期[{on}]，没有保存；请填写之后的日期，或者不填。',
  holidays_wrong:
    '节假日安排有误[：{day}]，没有保存，原安排不变；日期须在所选年度内、不重复，补班日须是周六或周日。',

  // supporting
  talk_day_ahead: '谈话日期[{on}]晚于今天[{today}]，没有保存；请填写今天或之前的日期。',
  talk_exists: '同一人员当日的这条谈话记录已经登记，没有重复保存，原记录不变；请核对记录簿编号。',
  institution_day_ahead: '制度的日期[{on}]晚于今天[{today}]，没有保存；请填写今天或之前的日期。',
  institution_exists:
    '同一事项、同一文号的这项制度已经登记，没有重复保存，原登记不变；请核对制度名称和文号。',
  counter_month_ahead: '[{month} ]还没有到这个月份，没有保存；请选本月或之前的月份。',

  // periods
  period_closed:
    '截至[ {until} ]的报告周期已经关账，没有保存，原内容不变；确需改动的，由审核人写明理由重开周期，或请市指导组重开。',
  period_day_wrong:
    '只能关到已经过完的周期的最后一天，或者关到今天[（{today}）]，没有关账；请从列出的日期中选择。',
  period_not_closed: '这个周期没有关账，不需要重开，数据没有改动；请刷新后再看。',
  period_not_nil:
    '上一个包以来有[ {rows} 行]内容改动，不能作零报告，没有出包，已存数据不变；请出一个普通的包。',

  // evaluation
  evaluation_day_ahead: '日期[{on}]晚于今天[{today}]，没有保存，原内容不变；请填写今天或之前的日期。',
  evaluation_before_phase:
    '评估日期[{on}]早于该环节开始的日期[{from}]，没有保存，原内容不变；请核对日期，或在“方案”里调整环节起止。',
  evaluation_as_of_late:
    '数据截止日[{asOf}]晚于评估日期[{on}]，没有保存，原内容不变；请填写评估当日或之前的日期。',
  evaluation_draft_exists: '这一轮还有没冻结的评估草稿，没有另起一份，原草稿不变；请先冻结或删除那份草稿。',
  evaluation_level_missing:
    '本轮自评还没有冻结为“通过”，没有开始复评，已有内容不变；请先由录入员填自评、审核人冻结，再复评。',
  evaluation_not_draft:
    '这次评估[是“{state}”，]已不是草稿，不能再改，没有保存，冻结的内容不变；有误的请撤回，或在下一轮另行评估。',
  evaluation_empty: '该环节的评估指标还没有起名，没有冻结，草稿不变；请先在“方案”里填写指标名称。',
  evaluation_lines_missing:
    '还有[ {count} 项]指标[（“{name}”等）]缺评估意见或佐证号，没有冻结，草稿不变；请补填后再冻结。',
  evaluation_orders_missing:
    '结论为补课或返工，却没有列出要补、要改的事项，没有冻结，草稿不变；请至少列出一项，再冻结。',
  evaluation_orders_open:
    '还有[ {count} 项]补课、返工事项没有完成，结论不能是“通过”，没有冻结，草稿不变；请办完销账，或改结论。',
  evaluation_built_upon:
    '上一级已据此评估，或已进入下一轮，没有撤回，冻结的内容不变；有误的请在下一轮评估中更正，并写明情况。',
  evaluation_exists:
    '这个环节这一轮这一级已经有一次评估，没有重复计入，原有的评估不变；请收到县里的新数据包后，在下一轮评估。',
  evaluation_data_missing:
    '县里的数据[只到 {dataUntil}，]还不到数据截止日[{asOf}]，没有保存，原内容不变；请先导入新的数据包，或改早截止日。',
  indicator_unknown: '所选指标不在该环节现行的评估指标中，没有保存，原内容不变；请刷新后再填。',
  indicator_unnamed: '[“{list}”中的]这项指标还没有起名，没有保存，原内容不变；请先在“方案”里填写指标名称。',
  order_exists:
    '同一场次、动作、问题或补课已经列在本次评估的事项中，没有重复列入，原有事项不变；请直接修改原有的那一项。',
  order_nothing_open:
    '所选范围内没有待补的人次，没有列入补课事项，数据没有改动；请另选场次，或改用其他事项。',
  order_not_open: '这项事项[已是“{state}”，]不能再销账，数据没有改动；请刷新后查看。',
  order_done_early: '完成日期[{on}]早于评估日期[{from}]，没有保存，原内容不变；请核对完成日期。',
} satisfies Partial<Record<ErrorCode, string>>;
