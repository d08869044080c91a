"""What is known of newspapers in general, as data. Nothing in here is written for one page or one paper.

All words are in folded form (simplified, half width), because the parser looks at folded text.
"""

from __future__ import annotations

ROLE_WORDS = tuple(
    """
    作者单位 特派记者 特派员 读者 特约评论员 本报评论员 特约撰稿人 特约通讯员 特约记者 首席记者 见习记者 实习记者 全媒体记者 融媒体记者 摄影记者
    文字记者 驻京记者 实习生 通讯员 评论员 撰稿人 摄影师 记者 作者 编译 整理 撰文 采写 摄影 供图 报道 报导 特派
    特约 见习 实习 本版 撰稿 供稿 审稿 特稿 制图 制表 绘图 受访者 提供 来源 图片来源 资料图片 资料照片 图/文 文/图 文 图 摄
    """.split()
)
"""Words around the names in a byline; the longest first, so that 特约通讯员 is not cut to 通讯员."""

AGENCIES = tuple(
    """
    新华社 中新社 中新网 新华网 人民网 中国网 央视 中央社 法新社 路透社 美联社 塔斯社
    """.split()
)

PHOTO_LIBRARIES = tuple(
    """
    视觉中国 东方IC 人民视觉 新华社发 影像中国 图虫 CFP 中新社发
    """.split()
)

DIGEST_LABELS = tuple(
    """
    阅读提示 核心阅读 上期回顾 上回提要 上文提要 前情提要 前情回顾 内容简介 编者按 编者的话 核心提示 内容提要 内容提示 导语 开栏的话 开栏语 提要 引子 编者
    """.split()
)

INDEX_LABELS = tuple(
    """
    导读 今日导读 要闻导读 本期导读 今日看点 版面导读 内容导读 导航
    """.split()
)

BANNER_LABELS = tuple(
    """
    下期预告 简讯 短讯 短波 综合新闻 要闻简报 新闻速递 国内简讯 国际简讯 一句话新闻 新闻集装箱 各地简讯 简明新闻 快讯
    新闻速览 广告 公告 遗失声明 声明 启事 本版导读 天气预报 今日天气
    """.split()
)

SECTION_NAMES = tuple(
    """
    要闻 综合 国内 国际 新闻 评论 副刊 经济 社会 文化 体育 教育 理论 专题 时政 本市 本省 民生 法治 健康 科技
    广告 公告 工会 视点 周刊 特刊 生活 娱乐 财经 读者 生态 农业 三农 军事 文艺 旅游 综合新闻 地方新闻 国内新闻
    国际新闻 本市新闻 时事 读书
    """.split()
)
"""What a page calls itself beside its number."""

COLUMN_WORDS = tuple(
    """
    进行时 走基层 巡礼 专栏 在行动 新征程 喜迎 奋斗 专项工作 主题教育 学习贯彻 贯彻落实 系列报道 系列评论 聚焦
    特别报道 特别策划 回眸 观察 时评 漫谈 纪事 纪实 掠影 风采 一线见闻 新春 献礼 庆祝 周年 连载 记者手记 现场
    深度 关注 追踪 人物 故事 讲述 专访 访谈 调查 来信 热点 视点 之声 论坛 杂谈 随笔 史话 钩沉 二十大 十九大
    十八大 两会 新时代 开新局 高质量发展 劳动者之歌 大国工匠 身边的
    """.split()
)
"""Words that make it likely that a short line names a standing column or a campaign."""

EDITOR_WORDS = tuple(
    """
    责任编辑 责编 本版编辑 本版责编 版面责编 值班编委 值班主任 值班总编 版面编辑 美术编辑 美编 版式 校对 编审 审校 检校
    值班编辑 执行主编 本版主编 见习编辑 文字编辑 照排 电脑组版 版面设计 美术设计 组版 图编 督印人 承印 出版人 发行人 社长 主编 总编辑 编辑 视觉设计 制图 统筹 策划 排版 一读 二读 终审
    """.split()
)

CONTACT_WORDS = tuple(
    """
    新闻热线 热线电话 发行热线 广告热线 投稿邮箱 电子信箱 电子邮箱 读者热线 服务热线 联系电话 报料热线 邮政编码 邮编
    社址 地址 E-mail email 邮箱 电话 传真 网址 微信公众号 官方微信 客户端 零售 定价 每份 印刷
    广告许可证 广告经营许可证 法律顾问 订阅 投递
    """.split()
)

PUBLISHER_WORDS = tuple(
    """
    主管主办 主管 主办 报社出版 社出版 出版 编辑部 刊号 统一连续出版物 统一刊号 邮发代号 代号 国内统一 内部资料 准印证 免费交流 免费赠阅
    """.split()
)

BANNER_ENDINGS = tuple("短讯 简讯 快讯 短波 新闻 消息 要闻 动态 简报 集锦 速递 广告 启事 公告".split())
"""How a banner over several items ends; it is four to six characters long."""

NOTICE_WORDS = tuple(
    """
    声明作废 特此声明 遗失 注销公告 清算公告 拍卖公告 转让 招租 出租 出售 诚聘 招聘 求购 订座 票价 公演 今日三场 开业
    零售价 批发 敬请光临 惠顾 行址 院址 店址 广告 启事 刊登热线 声明 作废
    """.split()
)
"""Words of advertisements and notices; two of them in a short line hardly stand in an article."""

NOTICE_PHRASES = tuple(
    """
    声明作废 特此声明 特此公告 特此通知 本院受理 公告送达 公示催告 依法向你 联系电话 报名电话 咨询电话 联系人 来稿请寄 来信请寄 请寄 欢迎订阅 敬请光临
    """.split()
)
"""What stands in notices of any length, and hardly in an article."""

SLOGANS = tuple(
    """
    节约用水 节约用电 节约粮食 光盘行动 绿水青山就是金山银山 文明出行 讲文明 树新风 保护环境 爱护环境 保护野生动物 珍爱生命
    众志成城 共建美好家园 公益广告 人人有责 从我做起 从点滴做起 遵德守礼 厉行节约 反对浪费 关爱未成年人 无偿献血
    """.split()
)
"""Public-service slogans that fill the foot of a page."""

COLUMN_ENDINGS = tuple(
    """
    调研行 万里行 直通车 视点 视窗 之窗 窗口 来风 在线 时空 纵横 广角 聚焦 观察 论坛 茶座 沙龙 博览 集萃 撷英 拾零 风采 园地
    天地 广场 走廊 一线 县域 基层 课堂 讲堂 讲坛 夜话 笔谈 札记 手记 信箱 热线 榜样 先锋 群英 记忆 印象 风物 地理 人文 书香
    说法 释法 点评 解读 门诊 问答 短笺 短评 快评 锐评 评说 速览 小事 故事 书架 采风 之声 特稿 专刊 贴士 漫笔 漫谈 杂谈 随笔 透视
    扫描 目击 追踪 传真 档案 史话 漫步 掠影 剪影 侧记 直击 关注 调查 分析 解析 看台 前沿 百科 常识 顾问 咨询 指南 点睛 品读 书评
    """.split()
)
"""How a standing column's name often ends."""

COLUMN_NAMES = frozenset(
    """
    社论 社评 短评 时评 评论 星期评论 今日谈 今日快评 快评 本报评论员文章 来论 来信 读者来信 群众来信 通讯 战地通讯
    特写 随笔 杂文 小小说 散文 诗歌 诗词 连载 小说连载 漫画 书评 影评 访谈 专访 人物 故事 编读往来 知识窗 小资料
    新闻链接 链接 相关链接 名词解释 背景资料 回音壁 视点 观点 民声 百姓话题 茶座 论坛 副刊 讲坛 史海钩沉
    深度 特稿 特写 专题 关注 聚焦 调查 观察 解读 释疑 问答 说法 寻访 探访 对话 声音 热评 微评 锐评 档案 书评 书架 新书架 书讯
    图片新闻 图片故事 新闻图片 新闻特写 新闻人物 新闻背景 本报特稿 编者手记 编后 采访手记 健康贴士 生活贴士 温馨提示 话你知 知多点
    来函 读者来函 读者投书 小启 花絮 赛场花絮 场外音 画外音 延伸阅读 新闻延伸 大家谈 有话说 微言 絮语
    """.split()
)
"""Names that many papers give a standing column, alone on a line."""

SURNAMES = frozenset(
    "阳赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜戚谢邹喻柏水窦章云苏潘葛奚范彭郎鲁韦昌马苗凤花方俞任袁柳酆鲍史唐"
    "费廉岑薛雷贺倪汤滕殷罗毕郝邬安常乐于时傅皮卞齐康伍余元卜顾孟平黄和穆萧尹姚邵湛汪祁毛禹狄米贝明臧计伏成戴谈宋茅庞熊纪舒屈项祝董梁"
    "杜阮蓝闵席季麻强贾路娄危江童颜郭梅盛林刁钟徐邱骆高夏蔡田樊胡凌霍虞万支柯昝管卢莫经房裘缪干解应宗丁宣贲邓郁单杭洪包诸左石崔吉钮龚"
    "程嵇邢滑裴陆荣翁荀羊惠甄曲家封芮羿储靳汲邴糜松井段富巫乌焦巴弓牧隗山谷车侯宓蓬全郗班仰秋仲伊宫宁仇栾暴甘钭厉戎祖武符刘景詹束龙"
    "叶幸司韶郜黎蓟薄印宿白怀蒲邰从鄂索咸籍赖卓蔺屠蒙池乔阴胥能苍双闻莘党翟谭贡劳逄姬申扶堵冉宰郦雍却璩桑桂濮牛寿通边扈燕冀郏浦尚农"
    "温别庄晏柴瞿阎充慕连茹习宦艾鱼容向古易慎戈廖庾终暨居衡步都耿满弘匡国文寇广禄阙东欧殳沃利蔚越夔隆师巩厍聂晁勾敖融冷訾辛阚那简饶空"
    "曾毋沙养鞠须丰巢关蒯相查后荆红游竺权逯盖益桓公岳付肖闫代佟仝覃岩揭邸鹿冼晋敬侍谌商苟展亓官海展火"
)

TRADITIONAL_SURNAMES = (
    "劉勞喬吳單嚴國壽婁孫宮寧師廣張強東楊榮樂樑權歐湯溫滿烏畢盧祿竇範簡紀紅羅習聞聶莊華萬葉蔣蕭藍藺蘇衛計許談諸謝譚豐貝費賀賈賴趙車農連遊鄒鄔"
    "鄧鄭錢鍾鐘閔關闕陰陳陸陽雙雲鞏韋韓項顏顔饒馬馮駱魚魯鮑鳳黃黨齊龍龐龔"
)
"""Surnames as traditional papers print them, where they differ."""

COMPOUND_SURNAMES = frozenset(
    """
    上官 东方 令狐 公孙 南宫 司徒 司马 呼延 夏侯 宇文 尉迟 慕容 欧阳 澹台 独孤 申屠 皇甫 端木 诸葛 轩辕 长孙 闻人 左丘
    钟离 东郭 南门 淳于 单于 太叔 公冶 宗政 濮阳 公羊 赫连 万俟 鲜于 闾丘 司空 司寇 子车 颛孙 巫马 公西 漆雕 乐正 壤驷 公良
    拓跋 夹谷 宰父 谷梁 段干 百里 东门 西门 羊舌 微生 梁丘 第五
    """.split()
)

CLAUSE_OPENERS = tuple(
    """
    在 据 当 但 而 同时 此外 目前 日前 近年来 近日 记者 为此 随着 其中 因此 对此 如何在 他 她 我 如今
    """.split()
)
"""Words that open a clause of running text far more often than a headline."""

STRONG_COLUMN_WORDS = tuple(
    """
    进行时 走基层 巡礼 专栏 系列报道 系列评论 连载 特别策划 特别报道 喜迎 记者手记 专项工作 在行动 主题教育
    """.split()
)
"""Words that hardly stand in a headline."""

UNFINISHED = frozenset("的与和及为在对把被将从向等成了、,:")
"""Characters that end a headline's first line oftener than a headline."""

BODIES = tuple(
    """
    省 市 县 区 镇 乡 村 州 旗 工会 集团 公司 局 厅 院 校 大学 社区 街道 银行 协会 厂 矿
    """.split()
)
"""How the name of a place or a body ends."""

PROVINCES = frozenset(
    """
    北京 天津 上海 重庆 河北 山西 辽宁 吉林 黑龙江 江苏 浙江 安徽 福建 江西 山东 河南 湖北 湖南 广东 海南 四川 贵州 云南 陕西
    甘肃 青海 台湾 内蒙古 广西 西藏 宁夏 新疆 香港 澳门 绥远 察哈尔 热河 辽东 辽西 松江 平原 苏北 苏南 皖北 皖南 川东 川西 西康
    """.split()
)

OCCUPATIONS = tuple(
    """
    社员 教师 老师 医师 医生 护士 学生 工人 职工 村民 市民 农民 干部 战士 研究员 研究生 教授 讲师 律师 法官 工程师 技术员 会计
    车工 钳工 锻工 电工 焊工 瓦工 木工 药师 技师 司机 矿工 队长 班长 主任 书记 校长 院长 厂长 经理 局长 处长 馆员 编辑 作家 诗人 评论员 同志 家长 家属 居民 负责人
    """.split()
)
"""How the word for what somebody does ends, beside a name."""
