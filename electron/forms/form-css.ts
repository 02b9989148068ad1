/**
 * How a form looks as a page, by class: every length that a form gives itself stands in its model. Holds for the
 * file that `html.ts` writes and for whoever draws the model with the same classes.
 * A page's right margin gives a millimetre to the outer half of a table's frame.
 */
export const FORM_CSS = `
.form { box-sizing: border-box; background: #fff; color: #000; font: 10.5pt/1.35 "Times New Roman", 仿宋, 仿宋_GB2312, FangSong, STFangsong, "Noto Serif CJK SC", serif; }
.form-portrait.form-table-manner { width: 174mm; page: form-portrait; }
.form-landscape.form-table-manner { width: 267mm; page: form-landscape; }
.form-letter-manner { width: 156mm; page: form-letter; font-size: 16pt; line-height: 28pt; }
.form-line { display: flex; justify-content: space-between; gap: 4mm; margin: 0 0 1.5mm; font-size: 11pt; }
.form-line.form-origin { font-size: 9pt; }
.form-line > * { flex: 1 1 0; text-align: center; }
.form-line > :first-child { text-align: left; }
.form-line > :last-child { text-align: right; }
.form-line > :only-child { text-align: left; }
.form-foot { margin-top: 4mm; break-inside: avoid; break-before: avoid; }
.form-foot > * { text-align: left !important; }
.form-warning { font-family: 黑体, SimHei, "Noto Sans CJK SC", sans-serif; }
.form-title { margin: 2mm 0 3mm; text-align: center; font: normal 22pt/1.3 方正小标宋简体, 方正小标宋_GBK, 华文中宋, STZhongsong, 宋体, SimSun, "Noto Serif CJK SC", serif; }
.form-paragraph { margin: 0 0 1mm; font-size: 12pt; line-height: 20pt; white-space: pre-line; overflow-wrap: anywhere; }
.form-keeps { break-after: avoid; }
.form-letter-manner .form-paragraph { margin: 0; font-size: 16pt; line-height: 28pt; }
.form-body { text-indent: 2em; }
.form-heading, .form-caption { font-family: 黑体, SimHei, "Noto Sans CJK SC", sans-serif; }
.form-caption { margin: 4mm 0 1mm; break-after: avoid; }
.form-notes { margin: 1mm 0 0; font-size: 9pt; break-inside: avoid; break-before: avoid; }
.form-notes p { margin: 0; }
.form-table { border-collapse: collapse; table-layout: fixed; margin-top: 1mm; line-height: 1.25; }
.form-letter-manner .form-table { font-size: 12pt; line-height: 1.3; }
.form-table.form-together { break-inside: avoid; }
.form-table thead { display: table-header-group; }
.form-table tr { break-inside: avoid; }
.form-table th, .form-table td { border: 0.25mm solid #000; padding: 0.6mm 1mm; font-weight: normal; overflow-wrap: anywhere; white-space: pre-line; vertical-align: middle; }
.form-table .form-top { vertical-align: top; }
.form-table .form-bottom { vertical-align: bottom; }
.form-label { background: #edf0f3; text-align: center; font-family: 黑体, SimHei, "Noto Sans CJK SC", sans-serif; }
.form-strong, .form-group td, .form-sum td { font-family: 黑体, SimHei, "Noto Sans CJK SC", sans-serif; }
.form-group td, .form-sum td { background: #f6f7f9; }
.form-group { break-after: avoid; }
.form-sum { break-before: avoid; }
.form-small { font-size: 9pt; }
.form-left { text-align: left; }
.form-center { text-align: center; }
.form-right { text-align: right; }
.form-picture { display: block; margin: 0 auto; }
@page form-portrait { size: A4 portrait; margin: 18mm 17mm 18mm 18mm; @bottom-center { content: "第 " counter(page) " 页 / 共 " counter(pages) " 页"; font-size: 9pt; } }
@page form-landscape { size: A4 landscape; margin: 18mm 14mm 17mm 15mm; @bottom-center { content: "第 " counter(page) " 页 / 共 " counter(pages) " 页"; font-size: 9pt; } }
@page form-letter { size: A4 portrait; margin: 37mm 25mm 35mm 28mm; @bottom-center { content: "第 " counter(page) " 页 / 共 " counter(pages) " 页"; font-size: 9pt; } }
@media print { .form-label, .form-group td, .form-sum td { print-color-adjust: exact; } }
`;
