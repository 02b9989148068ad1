import type { ErrorCode } from '../../shared/vocabulary/error-codes.ts';
import type { RefusalFields } from '../../shared/vocabulary/refusal.ts';
import { fill } from './fields.ts';

/**
 * One sentence for each error code: what happened, what is safe, what to do next. A field of the refusal
 * stands as `{name}` inside square brackets, which fall away when the field is missing (see fields.ts).
 */
const SENTENCES: Record<ErrorCode, string> = {
  // the page
  core_unreachable:
    '台账程序没有应答，这次操作没有生效，已保存的内容不受影响；请看程序是否还开着，然后重试。',

  // any procedure
  invalid_input: '填写的内容不符合要求[（{field}）]，没有保存；请检查后重新填写。',
  invalid_output: '程序给出的结果与约定不符，已停止显示，已存数据不受影响；请重试，仍出现时请联系维护人员。',
  not_signed_in: '尚未登录或登录已失效，已存数据不受影响；请登录后再操作。',
  not_allowed:
    '当前账号不能办理这项操作，数据没有改动[；原因：{reason}][；需由{needs}办理]；请换用相应的账号。',
  wrong_installation: '这项功能不适用于本机的单位类型，数据没有改动；请在[{installation}的]专用电脑上操作。',
  not_found: '没有找到所指的[{register}]记录，可能已被删除，数据没有改动；请刷新列表后再试。',
  conflict: '这条记录在您打开之后[由{by}][于{at}]改过，您的改动没有保存，先前的修改保持不变；请刷新后再改。',
  same_account: '同一账号不能既提交又审核同一条记录，数据没有改动；请换由另一账号审核。',
  move_not_allowed:
    '该记录当前[处于“{state}”状态，]不能办理这项操作[“{move}”]，数据没有改动；请刷新后按允许的操作办理。',
  missing_field: '还有必填内容没有填写[：{field}]，数据没有改动；请补填后再办理。',
  cancelled: '已经取消，一切保持原样；需要时请重新开始。',
  internal: '程序内部出错，这次操作没有生效，已存数据保持原样；请重试，仍出现时请联系维护人员。',

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
  unit_exists: '同级已有同名单位，没有新建，原单位不受影响；请直接使用原单位，或换一个名称。',
  posting_overlaps:
    '起始日期早于此人现有任职的起始日期[{earliest}]，没有保存，原记录不变；请填写该日或之后的日期。',

  // campaign
  preset_unknown: '没有这个活动预设，没有开始活动，已存数据不受影响；请改用随程序提供的预设。',
  campaign_missing: '还没有开始教育整顿活动，数据没有改动；请先选用一个预设开始活动。',
  preset_invalid:
    '活动预设文件内容有误[（{path}）]，没有采用，现有活动不受影响；请改正文件或改用随程序提供的预设。',

  // store
  not_initialized: '这个数据文件夹还没有建立台账，没有改动任何文件；请先完成首次设置，或改选正确的文件夹。',
  already_initialized: '这个数据文件夹里已有台账，没有覆盖；请直接登录，或另选一个空文件夹。',
  wrong_password:
    '用户名或口令不对，数据没有打开也没有改动；请重新输入[，还可以试 {left} 次][；该账号现已锁定 {minutes} 分钟]。',
  weak_password: '口令太弱，没有采用，原口令仍然有效；请改用[ {least} 个字符以上、]更长、不易猜到的口令。',
  account_locked:
    '口令连续输错，该账号已暂时锁定，数据安全；请[在程序运行 {minutes} 分钟后]稍后再试，其他账号不受影响。',
  account_disabled: '该账号已停用，数据没有打开；请使用其他账号，或请管理员处理。',
  roles_apart: '录入员与审核人、经办与组长不能是同一个账号，账号没有建立；请为两种角色分设账号。',
  account_exists: '已有同名账号，没有新建，原账号不受影响；请换一个用户名。',
  slots_missing: '找不到密钥文件，数据仍在但无法打开；请把密钥文件放回数据文件夹，或从备份恢复。',
  slots_damaged:
    '密钥文件已损坏，数据仍在但无法用它打开；请从备份取回密钥文件（恢复码也存在其中，单凭它打不开）。',
  slots_foreign:
    '密钥文件不属于这个数据文件，或数据文件的开头已损坏，两个文件都没有改动；请把配套的那一份放在一起，仍打不开时请从备份恢复。',
  database_missing: '找不到数据文件，程序没有新建空的来代替；请把数据文件放回文件夹，或从备份恢复。',
  database_damaged: '数据文件已损坏，程序已停止写入以免扩大；请保留原文件，并从最近的备份恢复。',
  history_lost:
    '数据文件比本机记录的进度旧[，缺少 {missing} 次写入]，现只能查看不能修改；请找回最新的数据文件，或由管理员说明原因后继续。',
  history_broken:
    '操作记录前后对不上，可能被人改动，没有再写入任何内容；请保留原文件，并由管理员核对或从备份恢复。',
  newer_schema: '数据文件由更新版本的程序写成，没有打开也没有改动；请升级本机程序后再打开。',
  network_folder: '数据文件夹在网络驱动器上，断网时容易损坏，因此没有打开；请把它放到本机硬盘。',
  in_use: '另一个窗口或程序正在使用这份数据，本次没有打开；请先关闭它再试。',
  lock_damaged:
    '数据文件夹里的锁文件内容不对，本次没有打开，台账数据不受影响；请关闭本程序的所有窗口，移走锁文件后再试。',
  disk_full: '磁盘空间已满，这次操作没有保存，此前的数据完好；请清理出空间后重做这一步。',
  file_unreadable: '文件无法读取，没有导入任何内容；请检查文件是否存在、是否被其他程序占用。',
  file_unwritable: '文件无法写入，没有生成完整的文件，台账数据不受影响；请检查磁盘是否只读、空间是否足够。',
  runtime_too_old: '本机的运行环境版本过低，程序没有启动，数据没有打开；请按说明更新后再试。',
  recovery_wrong: '恢复码不对，没有任何改动；请对照打印件逐字核对后重新输入。',

  // bundle
  bundle_too_large:
    '数据包文件过大[（{bytes} 字节，上限 {limit} 字节）]，没有处理，已存数据不受影响；请核对文件或联系报送单位。',
  bundle_not_a_bundle: '所选文件不是数据包，没有导入任何内容；请选择扩展名为 .jyzd 的文件。',
  bundle_newer_format:
    '数据包由更新版本的程序生成[（格式 {version}）]，没有导入任何内容；请升级本机程序后再导入，数据包请保留。',
  bundle_not_for_us:
    '本机的密钥打不开这个数据包，它不是发给本单位的，没有导入任何内容；请核对介质，并告知报送单位。',
  bundle_damaged: '数据包已损坏或不完整，没有导入任何内容；请重新复制，仍打不开时请报送单位重发。',
  bundle_bomb:
    '数据包展开后超出允许的大小[（上限 {limit} 字节）]，已停止处理，没有导入任何内容；请联系报送单位核实。',
  bundle_malformed: '数据包内容不符合格式，没有导入任何内容；请保留原文件并联系报送单位。',
  bundle_sender_unknown:
    '本机没有登记报送单位的公钥，没有导入任何内容；请先导入该单位的公钥文件，并按纸面核对指纹。',
  bundle_sender_revoked:
    '报送单位签发这个数据包的密钥[自第 {sequence} 号起]已停用，没有导入任何内容；请向该单位核实后由其重发。',
  bundle_signature_wrong:
    '数据包的签名与登记的公钥不符，没有导入任何内容；请保留原文件，并与报送单位核对公钥指纹。',
  bundle_payload_mismatch: '数据包正文与签名的清单不一致，没有导入任何内容；请保留原文件，并请报送单位重发。',
  bundle_recipient_wrong: '数据包写明的接收单位不是本单位，没有导入任何内容；请退回报送单位核实。',
  bundle_too_many_rows: '数据包的记录数超出上限[（{limit} 条）]，没有导入任何内容；请联系报送单位核实。',
  bundle_text_too_long: '数据包中有文字超出长度上限[（{limit} 字）]，没有导入任何内容；请联系报送单位核实。',
  keys_malformed: '这不是有效的公钥文件，没有登记任何公钥；请对方单位重新导出公钥文件。',
  keys_newer_format: '公钥文件由更新版本的程序生成，没有登记任何公钥；请升级本机程序后再试。',
  keys_signature_wrong:
    '公钥文件的签名不对，可能已被改动，没有登记任何公钥；请对方单位重新导出，并按纸面核对指纹。',

  // exchange
  keys_missing:
    '本机还没有数据包密钥，没有导出任何内容，已存数据不受影响；请由管理员登录一次以补全初始设置。',
  party_is_self: '这是本单位自己的公钥文件，没有登记；请选择对方单位交来的公钥文件。',
  party_unknown: '尚未登记对方单位的公钥，没有导出任何内容；请先导入对方的公钥文件并按纸面核对指纹。',
  party_missing: '还没有登记任何对方单位的公钥，没有导出任何内容；请先导入对方的公钥文件并按纸面核对指纹。',
  party_ambiguous: '已登记了多个对方单位，没有导出任何内容；请指明数据包发给哪一个单位。',
  party_keys_differ:
    '该单位[（{code}）]已登记过另一组公钥，原登记保持不变；请与对方按纸面核对指纹，确需更换时由管理员办理密钥更换。',
  party_code_taken:
    '已有另一单位使用这个单位代码[（{code}）]，没有登记任何公钥；请与对方核对代码，由其中一方改用不同的代码建账。',
  demo_mismatch: '演示数据与正式数据不能互通，没有导入或登记任何内容；请使用同一类安装的文件。',
  exchange_direction:
    '数据包的方向不对，数据没有改动；单位向指导组报送，指导组向单位反馈，请核对所选的单位或文件。',
  bundle_row_invalid:
    '数据包中有不合规定的行[（{register}{column}）]，整包没有导入，原有数据不变；请对方单位升级程序后重新导出。',
  bundle_newer_register:
    '数据包中的登记项[（{register}）]来自更新版本的程序，整包没有导入，原有数据不变；请先升级本机程序再导入。',
  bundle_base_mismatch:
    '数据包所依据的底数[（{register}）]与本机不一致，整包没有导入，原有数据不变；请对方单位重新导出一个完整包。',
  bundle_early:
    '这个数据包要等前面的包[（第{waitsFor}号）]先导入，没有导入任何内容；请先导入所缺的包，或请对方导出完整包。',
  bundle_fork:
    '这个数据包与已导入的包互相矛盾，已隔离保存，原有数据不变；请与对方单位核对两份包，再由管理员说明原因后处理。',
  sender_quarantined:
    '该单位有被隔离的数据包尚未处理，这个包没有导入，原有数据不变；请由管理员先处理隔离的包。',
  ack_mismatch:
    '对方确认的数据包[（第{sequence}号）]与本机记录不一致，整包没有导入，原有数据不变；本机或对方的数据可能丢失或被改动，请由管理员核对。',
  epoch_drops_items:
    '对方数据曾经恢复，[有 {count} 个]已编号的问题在新包中不见了，整包没有导入，原有数据不变；请与对方单位核对，确实补不回来的，由组长或管理员注明理由后再导入。',
  written_differs: '写入的文件与原内容不一致，介质可能已损坏，本机数据不受影响；请更换介质后重新导出。',

  // sheet
  sheet_empty: '表格文件是空的，没有导入任何内容；请核对所选的文件。',
  sheet_not_a_sheet: '这不是表格文件，没有导入任何内容；请选择 .xlsx、.xls 或 .csv 表格。',
  sheet_unsupported:
    '这种格式[（{format}）]的表格不能读取，没有导入任何内容；请用 WPS 或 Excel 另存为 .xlsx 再导入。',
  sheet_html:
    '这个文件其实是网页或 XML 文本，没有导入任何内容；请用 WPS 或 Excel 打开后另存为 .xlsx 再导入。',
  sheet_encrypted: '表格设有打开密码，没有导入任何内容；请用 WPS 或 Excel 打开，取消密码后另存再导入。',
  sheet_truncated: '表格文件不完整，像是没有复制完，没有导入任何内容；请重新复制，或请报送单位重新发送。',
  sheet_damaged: '表格文件已损坏，没有导入任何内容；请用 WPS 或 Excel 打开后另存，或请报送单位重新发送。',
  sheet_bomb: '表格文件展开后大得不正常，已拒绝读取，没有导入任何内容；请向报送单位核实文件来历。',
  sheet_too_large: '表格太大，没有导入任何内容；请删去无关的工作表和图片，或分成几个文件再导入。',
  sheet_timeout: '读取表格用时过长，已停止，没有导入任何内容；请另存为 .csv，或分成几个文件再导入。',
  sheet_memory: '读取表格占用内存过多，已停止，没有导入任何内容；请另存为 .csv，或分成几个文件再导入。',
  sheet_cancelled: '已取消读取表格，没有导入任何内容；需要时请重新选择文件。',
  sheet_two_blocks:
    '表格里并排有两份名单（“姓名”列出现两次），没有导入任何内容；请把右边的名单移到左边名单的下方，再重新导入。',
  sheet_no_header: '没有找到花名册的表头（“姓名”和“单位”等列），没有导入任何内容；请核对表头后再导入。',

  // transport
  token_wrong: '打开程序的一次性凭据不对或已过期，没有打开任何数据；请关闭这个网页，重新启动程序。',
  token_reused:
    '打开程序的一次性凭据被第二次使用，可能有人或其他程序取得了它；台账已锁定，数据没有泄露给后来者；请关闭网页重新启动程序，再次出现请报告管理员。',
  bearer_wrong:
    '这个网页与程序的连接已失效，刚才的操作没有执行，已存数据不受影响；请关闭网页，重新启动程序。',
  host_wrong: '请求不是发往本程序的地址，已拒绝，数据没有改动；请只用程序打开的网页办理。',
  origin_wrong: '请求来自其他网页，已拒绝，数据没有改动；请只用程序打开的网页办理，并关闭来历不明的网页。',
  method_wrong: '请求的方式不对，已拒绝，数据没有改动；请只用程序打开的网页办理。',
  content_type_wrong: '请求的内容类型不对，已拒绝，数据没有改动；请只用程序打开的网页办理。',
  length_missing: '请求没有写明内容长度，已拒绝，数据没有改动；请只用程序打开的网页办理。',
  body_too_large: '所传内容太大[（上限 {limit} 字节）]，已拒绝，数据没有改动；请把文件分成几次办理。',
  headers_too_large: '请求的头部太长，已拒绝，数据没有改动；请只用程序打开的网页办理。',
  request_malformed: '请求的格式不对，已拒绝，数据没有改动；请刷新网页后重试。',
  request_too_slow: '请求迟迟没有传完，已中断，数据没有改动；请重试。',
  upgrade_refused: '不支持这种连接方式，已拒绝，数据没有改动；请只用程序打开的网页办理。',
  port_unusable:
    '端口[ {port} ]已被占用或不允许使用，程序没有启动，数据没有改动；请关闭占用它的程序，或换一个端口。',

  // study
  summaries_differ:
    '考勤汇总与逐人记录有[ {count} 处]不一致，逐人记录没有改变；请停止导出，备份数据文件夹后联系维护人员。',
  not_expected: '所选人员中有[ {count} 名]不在本场应到名单内，全部没有保存；请核对名单后重新登记。',
  list_frozen: '本场已举行，日期和应到名单已经固定，没有保存；其他内容可以修改，名单有误时请新建场次。',
  nobody_expected: '按所选单位和日期，本场没有一名应到人员，场次没有登记为已举行；请核对日期、单位和花名册。',
  expected_not_counted:
    '应到名单中有[ {count} 名]人员在学习当日不在岗，场次没有登记为已举行；请从名单中去掉或更正花名册。',
  session_day_ahead:
    '学习日期[{day}]还没有到，不能登记为已举行，状态没有改变；请在当日或之后办理，或更正日期。',
  makeup_day_ahead: '补课日期[{on}]晚于今天[{today}]，没有保存；请核对日期。',

  // self-inspection
  round_dates_wrong:
    '轮次的起止日期不对，没有新建；截止不能早于开始[，并须晚于上一轮截止的 {earliest}]，请核对后再建。',
  filing_day_wrong:
    '填报日期[{filedOn}]不在[ {from} 至 {until} ]允许的范围内，没有保存；请对照纸质原件核对日期。',
  filing_not_expected:
    '该人员[在 {day} ]当日不是在岗或借入，不在应填报之列，没有保存；请核对人员、日期或任职记录。',
  filing_exists: '该人员本轮已有填报，没有重复登记，原填报不变；需要增加内容时请打开原填报办理补充。',
  filing_contradicts_items:
    '申报情况与事项对不上[（现有 {count} 项）]，没有保存；申报无问题不能带事项，申报有问题至少要有一项。',
  filing_not_approved: '该填报[处于“{state}”状态，]还没有审核通过，事项没有处置；请先审核再处置。',
  filing_item_disposed: '该事项已经处置过，没有改动；请刷新后查看处置结果。',

  // rectification
  category_unknown: '所选问题类别不在本单位启用的类别中，没有保存；请从列表中另选一个。',
  item_day_ahead: '生效日期[{on}]晚于今天[{today}]，没有办理；请填写今天或之前的日期。',
  item_exists: '这条反馈已经列入台账，没有重复登记；请在台账中查看原问题。',
  item_repeats_open: '所关联的原问题还没有销号，或就是本问题，没有保存；只能关联已销号的问题。',
  item_not_editable: '该问题当前[处于“{state}”状态，]不能修改内容，没有保存；请先撤回或退回后再改。',
  item_field_fixed:
    '问题下达后[，{field}]不能再改，没有保存，原内容不变；延长时限请办理延期，内容有误请作废后重新下达。',

  // undo
  undo_nothing: '没有可以撤销的操作，数据没有改动；只能撤销本账号最近办理的操作，请直接更正有误的内容。',
  undo_not_yours: '这一步是其他账号办理的，没有撤销，数据没有改动；请由办理的账号自己撤销。',
  undo_not_last: '这一步不是本账号最近的一步，没有撤销，数据没有改动；请刷新后从最近的一步起依次撤销。',
  undo_changed_since:
    '这一步涉及的内容之后[有 {count} 处]又被修改或引用，没有撤销，现有内容保持不变；请直接更正有误的内容。',
  undo_by_move:
    '这一步是流程中的办理动作，不能直接撤销，状态没有改变；请按流程办理相反的动作，例如撤回或退回。',
  undo_not_possible:
    '这一步办理后不能撤销，数据没有改动；导出和导入数据包、移交事项、账号和密钥设置等都属此类，请另行更正。',

  // demo
  demo_only: '本机不是演示安装，没有填入任何虚构数据，现有数据不变；请另建一个演示安装再填充。',
  demo_not_empty: '花名册里已有单位或人员，没有填入虚构数据，现有内容不变；请另建一个空的演示安装再填充。',
};

/** The sentence for an error, with its fields filled in; the page and the command line show the same. */
export function errorSentence(code: ErrorCode, fields: RefusalFields = {}): string {
  return fill(SENTENCES[code], fields);
}
