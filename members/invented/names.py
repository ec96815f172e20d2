"""Names that are plainly invented, put together from parts: varied, dignified, and nobody's."""

from __future__ import annotations

import random
from dataclasses import dataclass

from members.invented.chance import Weighed, maybe

WOMEN, MEN, EITHER = "female", "male", "nonbinary"


@dataclass(frozen=True)
class Tradition:
    """Given names of women and men, and the two halves of which family names are made."""

    women: tuple[str, ...]
    men: tuple[str, ...]
    heads: tuple[str, ...]
    tails: tuple[str, ...]

    def given(self, rng: random.Random, gender: str) -> str:
        pool = {WOMEN: self.women, MEN: self.men}.get(gender, self.women + self.men)
        return rng.choice(pool)

    def family(self, rng: random.Random) -> str:
        return rng.choice(self.heads) + rng.choice(self.tails)


def _words(text: str) -> tuple[str, ...]:
    return tuple(text.split())


ENGLISH = Tradition(
    _words("""Aurelia Isolde Ottoline Philippa Rosamund Clementine Hermione Perpetua Seraphina Theodora Winifred
        Cordelia Henrietta Imogen Leocadia Marigold Octavia Persephone Rowena Sidonie Tabitha Ursula
        Verity Xanthe Araminta Beatrix Calliope Dorothea Eudora Fenella Georgiana Honoria Ianthe Juniper
        Lavinia Melisande Ophelia Primrose Saffron Temperance Venetia Wilhelmina Zenobia Constance
        Emmeline Florentina Gwendolen"""),
    _words("""Bartholomew Peregrine Lysander Octavius Algernon Barnaby Cornelius Diggory Ephraim Ferdinand
        Gideon Horatio Ignatius Jasper Leander Montague Nathaniel Oberon Percival Quentin Rupert Septimus
        Thaddeus Valentine Wilfred Ambrose Benedict Crispin Dunstan Evander Fitzwilliam Galahad Humphrey
        Inigo Jolyon Lazarus Mortimer Orlando Phineas Roderick Sylvester Tobias Ulysses Balthazar Caspian
        Erasmus Hannibal"""),
    _words("""Quill Thistle Ember Marsh Larch Hollow Bramble Sorrel Wren Alder Tansy Merri Copper Pepper Candle
        Starling Hazel Juniper Clover Fern Linnet Mallow Nettle Plover Rowan Saffron Tarragon Teasel Umber
        Vesper Willow Yarrow Bracken Cinder Dapple Fallow Gossamer Harvest Ivory Kestrel Lantern Meadow
        Nightjar Oriole Pebble Rushlight Siskin Tumble Velvet Whistle"""),
    _words("""feather wood wick down mere combe brook thorpe hurst worthy gate well bourne stead lock vane shaw
        fold ridge haven wright thwaite garth holme croft leigh marsh more sedge spire"""),
)
SPANISH = Tradition(
    _words("""Leocadia Ximena Amaranta Celestina Dorotea Eulalia Florinda Graciana Hortensia Jacinta Lucinda
        Melisenda Nieves Paloma Remedios Soledad Trinidad Violante Yolanda Zoraida Azucena Belisa
        Candelaria Estrella"""),
    _words("""Evaristo Baltasar Celestino Desiderio Eleuterio Fulgencio Gaudencio Hilario Isidoro Jacinto
        Leandro Macario Nicanor Olegario Plácido Rómulo Saturnino Teófilo Urbano Valeriano Wenceslao
        Zacarías Amadís Cipriano"""),
    _words("Valde Monte Fuente Piedra Sierra Campo Luna Torre Lago Bosque Prado Estrella Brisa Alma Cumbre Ribera"),
    _words("lirios cielo alba niebla plata sereno claro trigal nogales ruiseñor olmedo jazmín zarzal vergel espino"),
)
FRENCH = Tradition(
    _words("""Apolline Bérénice Clothilde Domitille Éléonore Faustine Ghislaine Hermine Isaure Joséphine
        Léopoldine Mélisse Noémie Ombeline Philomène Quitterie Rosalie Séverine Théodora Ursuline Viviane
        Zélie"""),
    _words("""Anatole Barnabé Célestin Désiré Édouard Fulbert Gédéon Hippolyte Isidore Jérôme Léonidas
        Maximilien Népomucène Onésime Placide Romuald Sébastien Théophile Ulysse Valérien Zéphyrin"""),
    _words("Beau Clair Val Haute Mont Belle Fon Roche Mar Chante Grand Aube Brume Neige"),
    _words("""lavande marais cendré pervenche tournesol sapinière verglas colombelle merisier
        feuillade tremblaie"""),
)
SLAVIC = Tradition(
    _words("""Bogumiła Dobrosława Jadwiga Ludmiła Mirosława Radosława Wisława Zdzisława Božena Květoslava Milada
        Yaroslava Zlatka Stanislava Svitlana Vesela"""),
    _words("""Bogumił Dobrosław Jaromir Kazimierz Lubomir Mściwój Radomir Świętosław Zbigniew Bořivoj Květoslav
        Ostromir Vlastimil Yaropolk Zdeněk Stanimir"""),
    _words("Jodło Śnieży Wierzbo Mgło Brzozo Zorzo Kłoso Jastrzębo Řeko Modro Hviezdo Světlo"),
    _words("wiański górski polski dolski borski mirski jeziorski hradecký lesník"),
)
NORDIC = Tradition(
    _words("Åsfrid Gunvor Ingeborg Ragnhild Solveig Torunn Sigrún Ásdís Þórunn Frøydis Vendela Ylva"),
    _words("Asbjørn Eyvind Gunnar Hallvard Ingvar Ragnvald Sigurd Torbjörn Åsmund Þorsteinn Ulfgar Yngve"),
    _words("Björk Sjö Fjäll Grøn Øster Snø Hav Ljung Tall Måne Äng Älv"),
    _words("vinge strandh klöver mosson dalgård lundhagen fjordvik stjernø bergåsen nattsund"),
)
SOUTH_ASIAN = Tradition(
    _words("""Amritavalli Chandralekha Devayani Hemalatha Indumati Jyotsna Kadambari Lalitambika Madhulika
        Nilanjana Padmalochana Ratnamala Saudamini Tilottama Urmimala Vasundhara"""),
    _words("""Ardhendu Bhuvanesh Chandrashekhar Dharmaraj Gyanendra Hrishikesh Indrajit Jagadish Kamalakar
        Lokanath Meghnad Narendranath Purushottam Raghunandan Suryakant Vachaspati"""),
    _words("Chandra Megha Surya Nila Vana Ratna Pushpa Himaa Tara Sagara Malaya Kiran"),
    _words("palliwar vardhan kutira nagari talpade giriwal deepam valli shekharan mandira"),
)
EAST_ASIAN = Tradition(
    _words("""Mei-Xing Yun-Zhu Xue-Lian Hua-Yin Ai-Ling Seo-Haneul Bora-Mi Areum-Byeol Sakurako Fumitsuki
        Hotaruko Yukimine Lan-Huong Bach-Tuyet Thuy-Nguyet"""),
    _words("""Jian-Yun Hai-Long Shan-He Wen-Xing Ruo-Feng Haneul-San Garam-Ho Nuri-Byeol Takenobu Harumichi
        Kumotaro Sorajiro Minh-Son Quang-Hai Bao-Long"""),
    _words("Tsuki Hoshi Kumo Sora Yuki Asagi Baiyun Qinghe Yuelin Haneul Garam Byeol"),
    _words("hashi mine nagi zaka gaoka hara-Morino sato-Umino gawa-Soramine"),
)
PERSIAN_ARABIC = Tradition(
    _words("""Anahid Banafsheh Delaram Farangis Golnoush Jamileh Mahtab Narges Parvaneh Roshanak Sepideh Yasaman
        Zarrin Lubanah Nuwayr Thurayya"""),
    _words("""Ardavan Behrouz Dariush Faramarz Giv Houshang Jamshid Kambiz Manouchehr Nariman Rostam Siavash
        Tahmures Ghassan Luqman Yaqzan"""),
    _words("Golbahar Mahtab Sepid Zarafshan Neystan Aftab Roshan Shabnam Banafsh Daryacheh"),
    _words("zadegan pourian nejadi khani manesh sarayi dousti parvar"),
)
AFRICAN = Tradition(
    _words(
        """Adetokunboh Chimamaka Ebelechi Folasadeh Ifeyinwa Nkiruka Omolara Temitayo Wanjikuru Yewande Zanele
        Thandeka"""
    ),
    _words(
        """Adegboyegan Chukwuemerie Ekundayo Gbolahan Ikechukwuma Kofiase Mandlenkosi Oluwaseyi Sipho Tafadzwa
        Yawbonsu"""
    ),
    _words("Okon Ade Nwa Olu Mba Amara Ife Kwa Thembe Zulwa"),
    _words("durunwa wunmirade melikese badunmo kasieri lekanwe somuyiri banduka"),
)
TRADITIONS = Weighed(
    [(ENGLISH, 56), (SPANISH, 12), (SOUTH_ASIAN, 9), (EAST_ASIAN, 7), (PERSIAN_ARABIC, 5), (SLAVIC, 4), (FRENCH, 3),
     (NORDIC, 2), (AFRICAN, 3)]
)  # fmt: skip
HOME = {
    "PR": SPANISH, "QC": FRENCH, "Mexico City": SPANISH, "Madrid": SPANISH, "Bogotá": SPANISH, "Paris": FRENCH,
    "Seoul": EAST_ASIAN, "Tokyo": EAST_ASIAN, "Dubai": PERSIAN_ARABIC,
}  # fmt: skip
SUFFIXES = Weighed([("", 94), ("Jr.", 3), ("III", 2), ("II", 0.7), ("IV", 0.3)])


@dataclass(frozen=True, kw_only=True)
class Name:
    given: str
    family: str
    suffix: str
    other: str


def name(rng: random.Random, gender: str, home: str = "") -> Name:
    """A name; `home` is a region or city whose own tradition is likelier there."""
    tradition = HOME[home] if home in HOME and maybe(rng, 0.75) else TRADITIONS.draw(rng)
    given, family = tradition.given(rng, gender), tradition.family(rng)
    if tradition is SPANISH and maybe(rng, 0.7):
        family = f"{family} {tradition.family(rng)}"
    elif maybe(rng, 0.08):
        family = f"{family.split('-')[0]}-{ENGLISH.family(rng)}"
    if maybe(rng, 0.012):  # as long as names come, for the layout's sake
        given = f"{given} {tradition.given(rng, gender)}"
        family = f"{family} of {ENGLISH.family(rng)}-under-{ENGLISH.family(rng)}" if len(family) < 30 else family
    elif maybe(rng, 0.12):
        given = f"{given} {rng.choice('ABCDEFGHJKLMNPRSTVW')}."
    suffix = SUFFIXES.draw(rng) if gender == MEN else ""
    other = f"{given.split(' ')[0]} {ENGLISH.family(rng)}" if gender == WOMEN and maybe(rng, 0.08) else ""
    return Name(given=given, family=family, suffix=suffix, other=other)
