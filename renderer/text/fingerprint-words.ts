/**
 * A fingerprint in characters, for reading aloud ([B41] of electron/bundle/SPEC.md): easy ones, none a numeral, no
 * two with one reading even where tones are not heard. 320 × 320 is just above the 100 000 of a group of digits.
 * The list never changes: it is printed on sheets that lie in safes.
 */
const CHARACTERS = [
  '安八白班帮包北本笔边表别宾冰波布擦菜餐仓草册层茶柴产唱潮车晨城尺虫绸初船窗吹春词',
  '葱醋翠村带蛋刀德灯笛电钓碟丁东豆读短队吨多鹅耳法饭方飞粉风福盖甘钢高歌根耕工狗谷',
  '瓜怪管光桂滚国海汉航好河黑横红猴湖花怀环黄灰婚火鸡家剑江交街金京菊捐决军开看康考',
  '课肯孔口库快宽矿葵昆阔辣来蓝浪老雷冷李莲亮辽列林龙楼路轮罗绿略马麦满忙毛梅门梦米',
  '面苗民明墨谋木拿奶南脑泥年娘鸟宁牛农努暖诺藕牌盘跑陪盆朋皮篇票品平坡谱恰枪桥琴青',
  '秋渠泉群然让绕热人日绒肉如软瑞润桑扫森沙山上勺蛇神生石手书刷帅双水顺松苏蒜岁笋锁',
  '塔台炭糖桃特藤梯田条铁亭铜头土团驼瓦外碗王围文西虾仙香小鞋心星熊秀许选雪寻鸭盐羊',
  '药叶银鹰用油鱼元月云杂再赞早增闸宅站张照浙针正纸钟舟竹抓砖庄准桌紫宗走足钻嘴尊左',
].flatMap((row) => [...row]);

/** @param fingerprint eight groups of five digits. @returns two characters for each group */
export function fingerprintWords(fingerprint: string): string[] {
  return fingerprint.split(' ').map((group) => {
    const number = Number(group);
    const { length } = CHARACTERS;
    return `${CHARACTERS[Math.floor(number / length)] ?? ''}${CHARACTERS[number % length] ?? ''}`;
  });
}

/** What was typed for a group, digits in any width or its two characters, as digits; null where it is neither. */
export function groupTyped(typed: string): string | null {
  const text = typed.normalize('NFKC').replaceAll(/\s/g, '');
  if (/^\d{5}$/.test(text)) return text;
  const [first = -1, second = -1, more] = [...text].map((one) => CHARACTERS.indexOf(one));
  if (first < 0 || second < 0 || more !== undefined) return null;
  const number = first * CHARACTERS.length + second;
  return number < 100_000 ? String(number).padStart(5, '0') : null;
}
