import type { ErrorCode } from '../../../shared/vocabulary/error-codes.ts';

/** What spreadsheets and unit packs are refused with. */
export const sheetsErrors = {
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
  sheet_no_header:
    '没有找到表头（花名册要有“姓名”和“单位”等列，签到表要有“姓名”和“签到”等列），没有导入任何内容；请核对表头在第几行、各列是什么，再重新导入。',
  sheet_other_session:
    '这张签到表印着另一场学习的编码，没有导入任何内容；请核对文件，或打开它所属的场次再导入。',
  sheet_unknown: '工作簿里没有这个名字的工作表，没有导入任何内容；请重新选择工作表。',
  file_changed: '这个文件和刚才预演的文件不一样，没有导入任何内容；请用现在的文件重新预演，核对后再导入。',

  // packs
  pack_nobody: '所选单位现在没有在册人员，没有下发填报包；请核对单位、场次和花名册后重新下发。',
  pack_twice:
    '同一个填报包交回了几份内容不同的文件，都没有采用，台账没有改动；请与该单位核对，只留一份后重新读取。',
} satisfies Partial<Record<ErrorCode, string>>;
