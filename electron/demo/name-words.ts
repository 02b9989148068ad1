/** What names are made of, common surnames first. Nobody in particular is meant. */
export const SURNAMES = [
  ...'王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许韩冯邓曹彭曾萧田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈',
  ...'姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤',
  ...'仇单解查甯区盖乐翟缪',
] as const;

export const COMPOUND_SURNAMES = ['欧阳', '司马', '上官', '诸葛', '皇甫', '尉迟', '夏侯', '东方'] as const;

export const GIVEN = [
  ...'伟芳娜敏静丽强磊军洋勇艳杰娟涛明超霞平刚桂英华玉兰红梅建国志文海波宁斌宇浩凯健俊帆雪琳晨晓东春燕秀',
  ...'云飞鹏辉旭龙慧莹倩婷璐瑶佳欣怡思雨嘉诚德康泽永安立新庆林峰岩松柏青山川河清正廉毅恒远博学仁义礼智信',
] as const;

/** Characters that many fonts, and files in GBK, do not have; the first lies beyond the basic plane. */
export const RARE = ['𠮷', '㛃', '䶮', '𬱖', '昇', '喆', '堃', '𫖮', '犇', '翀'] as const;

/** Given name and father's name of names with a middle dot. */
export const ETHNIC = {
  given: ['阿依古丽', '古丽娜尔', '艾力', '买买提', '扎西', '卓玛', '巴特尔', '其其格', '吐尔逊', '热依汗'],
  family: ['买买提', '艾山', '吐尔洪', '玉素甫', '多吉', '次仁', '苏和', '那仁', '阿不都拉', '依明'],
} as const;
