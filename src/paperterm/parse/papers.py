"""Newspapers that are not known by the ending of their name: as data, folded."""

from __future__ import annotations

NAMES = frozenset(
    """
    参考消息 经济参考 青年参考 第一财经 中国妇女 每日经济新闻 新华每日电讯 21世纪经济报道 21世纪经济报导 红色中华 新中华 每周评论 湘江评论
    满洲日日新闻 日日新闻 南方周末 南方人物周刊 三联生活周刊 精品购物指南 讽刺与幽默 作家文摘 报刊文摘
    大众电影 财经国家周刊 足球
    """.split()
)
"""Nameplates that end neither in 报 nor as `ENDINGS` do."""

NOT_AS_THE_HOUSE = frozenset(("参考消息",))
"""Papers without 报 in their name whose publisher has it: 参考消息报社."""

ENDINGS = tuple("报 周刊 周末 导刊 时讯 电讯 日日新闻 每日新闻 文摘".split())
"""How nameplates end; 新闻 and 论坛 alone end the names of sections too."""

NO_PAPER = frozenset(
    """
    日报 晚报 晨报 早报 周报 时报 商报 都市报 机关报 导报 画报 海报 喜报 捷报 简报 快报 电报 情报 预报 通报 公报 汇报 举报 报 周刊 周末 文摘 电讯
    本报 我报 贵报 天气预报 今日预报 数字报 电子报 手机报 黑板报
    """.split()
)
"""Words with such an ending that name no paper."""

DOMAINS = {
    "people.com.cn": "人民日报",
    "people.cn": "人民日报",
    "gmw.cn": "光明日报",
    "ce.cn": "经济日报",
    "workercn.cn": "工人日报",
    "grrb.com.cn": "工人日报",
    "farmer.com.cn": "农民日报",
    "cyol.net": "中国青年报",
    "cyol.com": "中国青年报",
    "stdaily.com": "科技日报",
    "rmzxb.com.cn": "人民政协报",
    "jyb.cn": "中国教育报",
    "cenews.com.cn": "中国环境报",
    "cnwomen.com.cn": "中国妇女报",
    "jcrb.com": "检察日报",
    "studytimes.cn": "学习时报",
    "huanqiu.com": "环球时报",
    "cankaoxiaoxi.com": "参考消息",
    "jjckb.cn": "经济参考报",
    "cs.com.cn": "中国证券报",
    "cnstock.com": "上海证券报",
    "stcn.com": "证券时报",
    "zqrb.cn": "证券日报",
    "financialnews.com.cn": "金融时报",
    "nbd.com.cn": "每日经济新闻",
    "21jingji.com": "21世纪经济报道",
    "yicai.com": "第一财经日报",
    "eeo.com.cn": "经济观察报",
    "bjd.com.cn": "北京日报",
    "bjnews.com.cn": "新京报",
    "thebeijingnews.com": "新京报",
    "ynet.com": "北京青年报",
    "jfdaily.com": "解放日报",
    "whb.cn": "文汇报",
    "xinmin.cn": "新民晚报",
    "cqrb.cn": "重庆日报",
    "hebnews.cn": "河北日报",
    "lnd.com.cn": "辽宁日报",
    "hljnews.cn": "黑龙江日报",
    "xhby.net": "新华日报",
    "yzwb.net": "扬子晚报",
    "njdaily.cn": "南京日报",
    "fjdaily.com": "福建日报",
    "dzwww.com": "大众日报",
    "qlwb.com.cn": "齐鲁晚报",
    "voc.com.cn": "湖南日报",
    "nfdaily.cn": "南方日报",
    "infzm.com": "南方周末",
    "nandu.com": "南方都市报",
    "oeeee.com": "南方都市报",
    "ycwb.com": "羊城晚报",
    "dayoo.com": "广州日报",
    "gxrb.com.cn": "广西日报",
    "scdaily.cn": "四川日报",
    "gansudaily.com.cn": "甘肃日报",
    "wenweipo.com": "文匯報",
    "takungpao.com": "大公報",
    "mingpao.com": "明報",
    "singtao.com": "星島日報",
    "macaodaily.com": "澳門日報",
    "udn.com": "聯合報",
    "chinatimes.com": "中國時報",
    "ltn.com.tw": "自由時報",
    "libertytimes.com.tw": "自由時報",
    "zaobao.com": "聯合早報",
}
"""Internet domains that papers print in their mastheads as their own, as they printed them between 2000 and 2025; one
that several papers of a house share (sznews.com) or that also belongs to a radio station names none."""

PINYIN_ENDINGS = tuple(
    """
    qingnianbao gongrenbao wanbao chenbao zaobao ribao dushibao shangbao kuaibao shibao zhoubao daobao xinbao jingjibao fazhibao jiaoyubao
    nongminbao xiaoxi zhoukan zhoumo bao
    """.split()
)
"""The endings of names in pinyin, the longest of those that end alike first."""
