"""Made-up names of people, places and papers, put together from parts."""

from __future__ import annotations

from random import Random

SURNAMES = (
    "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段"
    "钱汤尹黎易常武乔贺赖龚文庞樊兰殷施陶洪翟安颜倪严牛温芦季俞章鲁葛伍韦申尤毕聂丛焦向柳邢路岳齐梅莫庄辛管祝左涂谷祁时舒耿牟卜路詹关苗凌费纪靳盛童欧甄项曲成游阳裴席卫查屈鲍位覃霍翁隋植甘景薄单包司柏宁柯阮桂闵解"
)
COMPOUND = "欧阳 司马 上官 诸葛 慕容 司徒 夏侯 皇甫 尉迟 公孙 令狐 宇文 端木 东方 南宫 申屠".split()
GIVEN = (
    "伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英华玉兰红梅建国志文海燕晓东春雷雪松子涵雨欣浩然嘉怡思远梓轩佳慧永胜立新景行若彤一鸣承泽卓宏启航正阳"
    "振兴德厚书瑶云帆天佑安琪博望清源凯旋俊熙诗韵哲瀚亦凡彦霖锦程沛泽乐山知秋慕白鹤年柏青望舒星河长风牧之砚秋疏影竹君怀瑾栋梁培根广田守业耀祖冬生水根兴旺满仓喜凤巧珍翠萍淑贞凤英金花银铃宝山铁柱连生来福"
)
ETHNIC_FIRST = "买买提 阿依古丽 古丽娜尔 扎西 卓玛 次仁 巴特尔 乌兰 热合曼 吐尔逊 麦麦提 努尔 阿卜杜拉 格桑 德吉 木合塔尔 艾力 帕提曼".split()
ETHNIC_LAST = (
    "吐尔逊 艾山 买买提 阿布都 顿珠 央金 多吉 旺姆 热西提 依明 卡德尔 斯迪克 朝鲁 其其格 玉素甫 赛麦提".split()
)
FOREIGN_NAME = "史密斯 穆勒 费尔南德斯 伊万诺夫 田中 佐藤 杜邦 罗西 科瓦奇 安德森 奥卡福 阿卜杜勒 哈桑 席尔瓦 彼得森 金泰焕 阮文雄 塔帕 姆贝基 洛佩斯 勒克莱尔 施耐德 古普塔 萨利赫".split()
PROVINCES = "河北 山西 辽宁 吉林 黑龙江 江苏 浙江 安徽 福建 江西 山东 河南 湖北 湖南 广东 海南 四川 贵州 云南 陕西 甘肃 青海 广西 宁夏 新疆 内蒙古 西藏".split()
PLACE_A = "临清江永安长宁东西南北新丰云青龙凤石白金玉平海湖泉沙黄乌松桐梅竹兰沧洛淮湘赣汾渭漳沅澄滨怀广德武崇和乐宜信义嘉定庆武兴昌隆桃枫柳榆槐荷盐铜银双三五九天高大古"
PLACE_B = "江州阳安平宁城川河山岭口湾浦溪泉源水陵丘原关门桥塘港洲坪沟峡峰台冈岗亭湖海林昌德化武乐康坝浜埠集"
REAL_CITIES = "苏州 青岛 洛阳 泉州 绵阳 柳州 大庆 唐山 徐州 赣州 遵义 曲靖 宝鸡 酒泉 包头 石嘴山 喀什 襄阳 岳阳 温州 芜湖 漳州 佛山 惠州 南阳 邯郸 大同 鞍山 四平 潍坊".split()
FOREIGN_PLACE = "东京 巴黎 柏林 伦敦 开罗 内罗毕 雅加达 曼谷 堪培拉 利马 圣保罗 墨西哥城 莫斯科 华沙 布鲁塞尔 日内瓦 维也纳 雅典 安卡拉 德黑兰 新德里 达卡 河内 首尔 渥太华 惠灵顿".split()
WATER = "河 江 湖 溪 渠 水库".split()
STREET_A = "中山 解放 人民 建设 和平 胜利 文化 光明 幸福 朝阳 滨河 环城 迎宾 育才 工农 友谊 学府 望江 临湖 翠竹 梧桐 银杏 丁香".split()


def person(rng: Random) -> str:
    """A Chinese name of two to four characters, now and then an ethnic name with a middle dot."""
    roll = rng.random()
    if roll < 0.02:
        return rng.choice(ETHNIC_FIRST) + "·" + rng.choice(ETHNIC_LAST)
    surname = rng.choice(COMPOUND) if roll < 0.05 else rng.choice(SURNAMES)
    if rng.random() < 0.22:
        return surname + rng.choice(GIVEN)
    start = rng.choice(GIVEN)
    return surname + start + rng.choice(GIVEN.replace(start, ""))


def people(rng: Random, count: int) -> list[str]:
    """`count` different names."""
    out: list[str] = []
    while len(out) < count:
        name = person(rng)
        if name not in out:
            out.append(name)
    return out


def place(rng: Random) -> str:
    """The bare name of a town or city, two characters (a real city's now and then)."""
    if rng.random() < 0.2:
        return rng.choice(REAL_CITIES)
    first = rng.choice(PLACE_A)
    return first + rng.choice(PLACE_B.replace(first, ""))


NATIONAL = "人民日报 光明日报 经济日报 工人日报 农民日报 科技日报 中国青年报 法治日报 中国妇女报 中国教育报 中国文化报 解放军报 健康报 中国交通报 中国能源报 中国环境报 中国水利报 检察日报".split()
LOCAL_KIND = "日报 日报 日报 日报 日报 日报 日报 报 晚报 早报 都市报 晨报 商报".split()
HONG_KONG = "明報 大公報 文匯報 星島日報 東方日報 香港商報 信報 南華日報 成報 聯合報 中國時報 自由時報".split()
REPUBLIC = "申報 大公報 新聞報 中央日報 時事新報 益世報 晨報 民國日報 新蜀報 掃蕩報 華北日報 東南日報".split()


def paper(rng: Random, manner: str) -> str:
    """A paper's name in the manner of the page."""
    if manner == "hongkong":
        return rng.choice(HONG_KONG)
    if manner == "republic":
        return rng.choice(REPUBLIC)
    if manner == "national":
        return rng.choice(NATIONAL)
    kind = rng.choice(["晚报", "都市报", "早报", "晨报", "商报"]) if manner == "evening" else rng.choice(LOCAL_KIND)
    return place(rng) + kind


PINYIN = {
    "日报": "RI BAO",
    "晚报": "WAN BAO",
    "早报": "ZAO BAO",
    "晨报": "CHEN BAO",
    "商报": "SHANG BAO",
    "都市报": "DU SHI BAO",
}
