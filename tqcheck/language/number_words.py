"""Words that stand for numbers: the data, one table a language, and the look-up of a single word."""

from __future__ import annotations

from fractions import Fraction
from functools import cache, lru_cache
from typing import NamedTuple

from tqcheck.language.tags import primary

# value: words. `stem*` takes the language's ENDINGS; from 1000 on a word is a scale (two million).
TABLES = {
    "en": """
0: zero
1: one first
2: two
3: three third thirds
4: four fourth fourths
5: five fifth fifths
6: six sixth sixths
7: seven seventh sevenths
8: eight eighth eighths
9: nine ninth ninths
10: ten tenth tenths
11: eleven eleventh
12: twelve twelfth
13: thirteen thirteenth
14: fourteen fourteenth
15: fifteen fifteenth
16: sixteen sixteenth
17: seventeen seventeenth
18: eighteen eighteenth
19: nineteen nineteenth
20: twenty twentieth twenties
30: thirty thirtieth thirties
40: forty fortieth forties
50: fifty fiftieth fifties
60: sixty sixtieth sixties
70: seventy seventieth seventies
80: eighty eightieth eighties
90: ninety ninetieth nineties
100: hundred hundredth
1000: thousand thousands thousandth thou
100000: lakh lakhs
1000000: million millions millionth mn mln mio
10000000: crore crores
1000000000: billion billions bn bln
1000000000000: trillion trillions tn trn
""",
    "de": """
0: null
1: ein eine einen einem einer eines eins erst*
2: zwei zweit* zweien zwo
3: drei dritt* dreien
4: vier viert* vieren
5: fünf fünft*
6: sechs sechst*
7: sieben siebt* siebent*
9: neun neunt*
10: zehn zehnt*
11: elft*
12: zwölf zwölft*
100: hundert hundertst*
1000: tausend tausende tausenden tausendst* tsd
1000000: million millionen mio millionst*
1000000000: milliarde milliarden mrd
1000000000000: billion billionen bio
1000000000000000: billiarde billiarden
""",
    "fr": """
0: zéro
1: un une premier première premiers premières
2: deux deuxième*
3: trois troisième*
4: quatre quatrième*
5: cinq cinquième*
6: six sixième*
7: sept septième*
8: huit huitième*
9: neuvième*
10: dix dixième*
11: onze onzième*
12: douze douzième*
13: treize treizième*
14: quatorze quatorzième*
15: quinze quinzième*
16: seize seizième*
20: vingt vingts vingtième*
30: trente trentième*
40: quarante quarantième*
50: cinquante cinquantième*
60: soixante soixantième*
70: septante
80: huitante octante
90: nonante
100: cent cents centième*
1000: mille millier milliers millième*
1000000: million millions
1000000000: milliard milliards md mds mrd mrds
1000000000000: billion billions
""",
    "es": """
0: cero
1: uno una un primer*
2: dos segund*
3: tres tercer tercer*
4: cuatro cuart*
5: cinco quint*
6: seis sext*
7: siete séptim*
8: ocho octav*
9: nueve noven*
10: diez décim*
11: undécim*
12: doce duodécim*
13: trece
14: catorce
15: quince
16: dieciséis
17: diecisiete
18: dieciocho
19: diecinueve
20: veinte vigésim*
21: veintiuno veintiuna veintiún
22: veintidós
23: veintitrés
24: veinticuatro
25: veinticinco
26: veintiséis
27: veintisiete
28: veintiocho
29: veintinueve
30: treinta trigésim*
40: cuarenta
50: cincuenta
60: sesenta
70: setenta
80: ochenta
90: noventa
100: cien ciento centésim*
200: doscient*
300: trescient*
400: cuatrocient*
500: quinient*
600: seiscient*
700: setecient*
800: ochocient*
900: novecient*
1000: mil miles millar millares
1000000: millón millones mill
1000000000: millardo millardos
1000000000000: billón billones
""",
    "pt": """
0: zero
1: um uma primeir*
2: dois duas segund*
3: três terceir*
4: quatro
5: cinco quint*
6: seis
7: sete sétim*
8: oito oitav*
9: nove
10: dez décim*
11: onze
12: doze
13: treze
14: catorze quatorze
15: quinze
16: dezesseis dezasseis
17: dezessete dezassete
18: dezoito
19: dezenove dezanove
20: vinte vigésim*
30: trinta trigésim*
40: quarenta
50: cinquenta
60: sessenta
70: setenta
80: oitenta
90: noventa
100: cem cento
200: duzent*
300: trezent*
400: quatrocent*
500: quinhent*
600: seiscent*
700: setecent*
800: oitocent*
900: novecent*
1000: mil milhar milhares
1000000: milhão milhões mi
1000000000: bilhão bilhões bi
1000000000000: trilhão trilhões bilião biliões tri
""",
    "it": """
0: zero
1: uno una un prim*
2: due
3: tre terz*
4: quattro quart*
5: cinque quint*
6: sest*
7: sette settim*
8: otto ottav*
9: nove non*
10: dieci decim*
11: undici undicesim*
12: dodici dodicesim*
13: tredici tredicesim*
14: quattordici quattordicesim*
15: quindici quindicesim*
16: sedici sedicesim*
17: diciassette diciassettesim*
18: diciotto diciottesim*
19: diciannove diciannovesim*
100: cento centesim*
1000: mille mila migliaio migliaia
1000000: milione milioni mln mio
1000000000: miliardo miliardi mld mrd
1000000000000: bilione bilioni
""",
    "nl": """
0: nul
1: één eerste
2: twee tweede
3: drie derde
4: vier vierde
5: vijf vijfde
6: zes zesde
7: zeven zevende
8: achtste
9: negen negende
10: tien tiende
11: elf elfde
12: twaalf twaalfde
100: honderd honderdste
1000: duizend duizenden duizendste
1000000: miljoen miljoenen mln
1000000000: miljard miljarden mld mrd
1000000000000: biljoen biljoenen
""",
    "ru": """
0: ноль ноля нуль нуля
1: один одна одно одну одного одной одному одним одном одни перв*
2: два две двух двум двумя двое двоих двоим втор*
3: три трех трем тремя трое троих трет*
4: четыре четырех четырем четырьмя четверо четверых четверт*
5: пять пятью пятеро пятерых пят*
6: шесть шестью шестеро шестерых шест*
7: семь семи семеро семерых седьм*
8: восемь восемью восьмеро восьм*
9: девять девятью девят*
10: десять десятью десят*
11: одиннадцат*
12: двенадцат*
13: тринадцат*
14: четырнадцат*
15: пятнадцат*
16: шестнадцат*
17: семнадцат*
18: восемнадцат*
19: девятнадцат*
20: двадцат*
30: тридцат*
40: сорок сорока сороков*
50: пятьдесят пятьюдесятью пятидесят*
60: шестьдесят шестьюдесятью шестидесят*
70: семьдесят семьюдесятью семидесят*
80: восемьдесят восьмидесят*
90: девяносто девяноста девяност*
100: сто ста сотый сотая сотой сотого
200: двести двухсот двумстам двумястами двухстах двухсот*
300: триста трехсот тремстам тремястами трехсот*
400: четыреста четырехсот четыремстам четырехсот*
500: пятьсот пятисот пятистам пятьюстами пятисот*
600: шестьсот шестисот шестисот*
700: семьсот семисот семисот*
800: восемьсот восьмисот восьмисот*
900: девятьсот девятисот девятисот*
1000: тысяч тысячн* тысяч* тыс
1000000: миллион миллионн* миллион* млн
1000000000: миллиард миллиард* млрд
1000000000000: триллион триллион* трлн
""",
    "uk": """
0: нуль нуля
1: один одна одне одну одного однієї одній одному одним одні перш*
2: два дві двох двом двома двоє друг*
3: три трьох трьом трьома троє трет*
4: чотири чотирьох чотирьом чотирма четверо четверт*
5: п'ять п'ятьох п'ятеро п'ят*
6: шість шести шістьох шестеро шост*
7: сім семи сімох семеро сьом*
8: вісім восьми вісьмох восьм*
9: дев'ять дев'ят*
10: десять десят*
11: одинадцят*
12: дванадцят*
13: тринадцят*
14: чотирнадцят*
15: п'ятнадцят*
16: шістнадцят*
17: сімнадцят*
18: вісімнадцят*
19: дев'ятнадцят*
20: двадцят*
30: тридцят*
40: сорок сорока сороков*
50: п'ятдесят п'ятдесяти п'ятдесят*
60: шістдесят шістдесят*
70: сімдесят сімдесят*
80: вісімдесят вісімдесят*
90: дев'яносто дев'яноста дев'яност*
100: сто ста сотий сота сотої
200: двісті двохсот
300: триста трьохсот
400: чотириста чотирьохсот
500: п'ятсот п'ятисот
600: шістсот шестисот
700: сімсот семисот
800: вісімсот восьмисот
900: дев'ятсот дев'ятисот
1000: тисяч тисяч* тис
1000000: мільйон мільйон* млн
1000000000: мільярд мільярд* млрд
1000000000000: трильйон трильйон* трлн
""",
    "pl": """
0: zero zera
1: jeden jedna jedno jedną jednego jednej jednemu jednym pierwsz*
2: dwa dwie dwóch dwu dwóm dwoma dwiema dwaj dwoje drug*
3: trzy trzech trzem trzema trzej troje trzeci* trzeci
4: cztery czterech czterem czterema czterej czwart*
5: pięć pięciu pięcioma pięcioro piąt*
6: sześć sześciu sześcioma szóst*
7: siedem siedmiu siedmioma siódm*
8: osiem ośmiu ośmioma ósm*
9: dziewięć dziewięciu dziewiąt*
10: dziesięć dziesięciu dziesiąt*
11: jedenaście jedenastu jedenast*
12: dwanaście dwunastu dwunast*
13: trzynaście trzynastu trzynast*
14: czternaście czternastu czternast*
15: piętnaście piętnastu piętnast*
16: szesnaście szesnastu szesnast*
17: siedemnaście siedemnastu siedemnast*
18: osiemnaście osiemnastu osiemnast*
19: dziewiętnaście dziewiętnastu dziewiętnast*
20: dwadzieścia dwudziestu dwudziest*
30: trzydzieści trzydziestu trzydziest*
40: czterdzieści czterdziestu czterdziest*
50: pięćdziesiąt pięćdziesięciu pięćdziesiąt*
60: sześćdziesiąt sześćdziesięciu sześćdziesiąt*
70: siedemdziesiąt siedemdziesięciu siedemdziesiąt*
80: osiemdziesiąt osiemdziesięciu osiemdziesiąt*
90: dziewięćdziesiąt dziewięćdziesięciu dziewięćdziesiąt*
100: sto stu setn*
200: dwieście dwustu
300: trzysta trzystu
400: czterysta czterystu
500: pięćset pięciuset
600: sześćset sześciuset
700: siedemset siedmiuset
800: osiemset ośmiuset
900: dziewięćset dziewięciuset
1000: tysiąc tysiące tysięcy tysiąca tysiącem tysiącach tys
1000000: milion miliony milionów miliona milionach mln
1000000000: miliard miliardy miliardów miliarda miliardach mld
1000000000000: bilion biliony bilionów biliona bln
""",
    "cs": """
0: nula nuly
1: jeden jedna jedno jednu jednoho jedné jednom jedním první prvního prvním prvnímu prvních
2: dva dvě dvou dvěma druh*
3: tři tří třem třemi třech třetí třetího třetím třetích
4: čtyři čtyř čtyřem čtyřmi čtyřech čtvrt*
5: pět pěti pát*
6: šest šesti šest*
7: sedm sedmi sedm*
8: osm osmi osm*
9: devět devíti devát*
10: deset deseti desát*
11: jedenáct jedenácti jedenáct*
12: dvanáct dvanácti dvanáct*
13: třináct třinácti třináct*
14: čtrnáct čtrnácti čtrnáct*
15: patnáct patnácti patnáct*
16: šestnáct šestnácti šestnáct*
17: sedmnáct sedmnácti sedmnáct*
18: osmnáct osmnácti osmnáct*
19: devatenáct devatenácti devatenáct*
20: dvacet dvaceti dvacát*
30: třicet třiceti třicát*
40: čtyřicet čtyřiceti čtyřicát*
50: padesát padesáti padesát*
60: šedesát šedesáti šedesát*
70: sedmdesát sedmdesáti sedmdesát*
80: osmdesát osmdesáti osmdesát*
90: devadesát devadesáti devadesát*
100: sto sta set stý stého
200: dvěstě
1000: tisíc tisíce tisíců tisíci tisících tis
1000000: milion miliony milionů milionu milionech milión milióny miliónů miliónu mio
1000000000: miliarda miliardy miliard miliardu miliardách mld
1000000000000: bilion biliony bilionů bilionu
""",
    "zh": "",
    "ja": "",
    # From here on the scale words only.
    "hi": """
1000: हज़ार हजार
100000: लाख
10000000: करोड़
1000000000: अरब
""",
    "tr": """
1000: bin
1000000: milyon
1000000000: milyar
1000000000000: trilyon
""",
    "ar": """
1000: ألف آلاف
1000000: مليون ملايين
1000000000: مليار مليارات
""",
    "sv": """
1000: tusen
1000000: miljon miljoner
1000000000: miljard miljarder
""",
    "da": """
1000: tusind
1000000: million millioner mio
1000000000: milliard milliarder mia
""",
    "ro": """
1000: mie mii
1000000: milion milioane
1000000000: miliard miliarde
""",
}
SCALES_ONLY = frozenset({"hi", "tr", "ar", "sv", "da", "ro"})

ENDINGS = {
    "de": "e er en em es el eln",
    "fr": "s",
    "es": "o a os as er",
    "pt": "o a os as",
    "it": "o a i e",
    "ru": "ь и ью ый ого ому ым ом ая ой ую ое ые ых ыми ий его ему им ем ья ье ьего ьему ьей ью ьи ьих ьим "
    "ьими а у е ей "
    "ам ами ах ов ы ью",
    "uk": "ь и ью ий ого ому им ом а ої ій у ою е і их ими я ю ьою ьої ього ьому ьому ів ам ами ах еро ох",
    "pl": "y a e ego ej emu ą ym ych ymi i iego iej im ich ie ia",
    "cs": "ý á é ého ému ým ém ou ých ými í ého a u",
}

# entry: the numbers it can stand for; only ever an excuse for digits on the other side, never a demand.
# `start~` is the start of a longer word. Values: n, n/m.
LOOSE = {
    "en": """
half: 1/2 50 30 6
halves: 2 1/2
quarter: 1/4 25 15 3 4
quarters: 3/4 75 45 4
third: 1/3 33
thirds: 2/3 66 67
second: 2
secondly: 2
seconds: 2
secondary: 2
a: 1
an: 1
single: 1
sole: 1
once: 1
alone: 1
solo: 1
only: 1
firstly: 1
primary: 1
ones: 1
twice: 2 200
thrice: 3
both: 2
pair: 2
couple: 2
couples: 2
double: 2 200 100
doubled: 2 200 100
doubles: 2
doubling: 2 200 100
dual: 2
two-way: 2
bilateral: 2
twin: 2
twins: 2
duo: 2
either: 2
triple: 3 300
tripled: 3 300
treble: 3
trio: 3
trilateral: 3
triplets: 3
tripartite: 3
quadruple: 4 400
quadrupled: 4 400
quartet: 4
fortnight: 14 2 15
biweekly: 2
biannual: 2
biennial: 2
dozen: 12 10
dozens: 12 10 24
teens: 13 10
teenager: 13
decade: 10
decades: 10 20
centenary: 100
centennial: 100
bicentennial: 200
century: 100
centuries: 100 200
millennium: 1000
millennia: 1000
score: 20
week: 7
weekly: 7
weeks: 14
month: 1 30
year: 12 1 365
annual: 1
annually: 1
daily: 24 1
day: 24
hour: 60
hourly: 60 1
clock: 24
noon: 12
midday: 12
midnight: 12 0 24
nil: 0
none: 0
no: 0
fully: 100
entire: 100
entirely: 100
completely: 100
whole: 100
all: 100
percent: 100
hundreds: 100
tens: 10
semester: 6
twofold: 2
threefold: 3
fourfold: 4
fivefold: 5
tenfold: 10
""",
    "de": """
halb~: 1/2 50 30 6
hälfte: 1/2 50
viertel~: 1/4 25 15 3
drittel: 1/3 33 3
dreiviertel: 3/4 75 45
anderthalb~: 3/2 18 90
eineinhalb~: 3/2 18 90
zweieinhalb~: 5/2
dreieinhalb~: 7/2
beid~: 2
doppel~: 2 200 100
doppelt~: 2 200
verdoppel~: 2 100 200
verdreifach~: 3 200 300
paar: 2
zweimal: 2
dutzend~: 12
jahrzehnt~: 10 20
jahrhundert~: 100
jahrtausend~: 1000
hunderte~: 100
mittag~: 12
mitternacht~: 0 24 12
wöchentlich: 7
uhr: 24
monat: 30
monats: 30
woche: 7
wochen: 14
tag: 24
stunde: 60
jahr: 12 365
acht: 8
achte~: 8
elf: 11
zweite~: 2
""",
    "fr": """
demi~: 1/2 30 50 6
moitié: 1/2 50
quart: 1/4 25 15
quarts: 3/4 75 45
tiers: 1/3 33 2/3
neuf: 9
second~: 2
double~: 2 100 200
doubl~: 2 100 200
triple~: 3
tripl~: 3
deux-~: 2
couple: 2
paire: 2
dizaine~: 10
douzaine~: 12
quinzaine: 15 14 2
vingtaine~: 20
trentaine~: 30
quarantaine: 40
cinquantaine: 50
soixantaine: 60
centaine~: 100
décenni~: 10 20
siècle~: 100
millénaire~: 1000
midi: 12
minuit: 0 24 12
semaine: 7
an: 12 1
jour: 24
bilatéra~: 2
trimestre~: 3
semestre~: 6
""",
    "es": """
mitad: 1/2 50
medi~: 1/2 30 50 6
once: 11
doble~: 2 200
duplic~: 2 100 200
triplic~: 3
triple: 3
par: 2
ambos: 2
ambas: 2
tercio~: 1/3 33 2/3 3
cuarto~: 1/4 15 25 4
docena~: 12
decena~: 10
quincena: 15
veintena: 20
centenar~: 100
cientos: 100
década~: 10 20
siglo~: 100
milenio~: 1000
trimestre~: 3
semestre~: 6
mediodía: 12
medianoche: 0 24 12
semana: 7
""",
    "pt": """
metade: 1/2 50
mei~: 1/2 30 50 6
quart~: 4 1/4 25 15
sext~: 6
terç~: 3 1/3 33
dobr~: 2 100 200
duplic~: 2
triplo: 3
ambos: 2
ambas: 2
par: 2
dúzia~: 12
dezena~: 10
centena~: 100
centenas: 100
década~: 10 20
século~: 100
""",
    "it": """
metà: 1/2 50
mezz~: 1/2 30 50 6
sei: 6
secondo: 2
seconda: 2
second~: 2
quarto: 1/4 15 25 4
terz~: 3 1/3 33
doppi~: 2 200
raddoppi~: 2 100 200
tripl~: 3
entramb~: 2
coppia: 2
paio: 2
decin~: 10
dozzin~: 12
ventina: 20
trentina: 30
centinai~: 100
decenni~: 10 20
secol~: 100
mezzogiorno: 12
mezzanotte: 0 24 12
""",
    "nl": """
een: 1
half~: 1/2 30 50 6
halve~: 1/2 50 6
helft: 1/2 50
kwart~: 1/4 15 25 3
acht: 8
anderhalf: 3/2 18
anderhalve: 3/2 18
beide~: 2
dubbel~: 2
verdubbel~: 2
paar: 2
tientallen: 10
dozijn~: 12
honderden: 100
decenni~: 10
eeuw~: 100
tweemaal: 2
driemaal: 3
""",
    "ru": """
пол~: 1/2 30 50 6
полу~: 1/2
половин~: 1/2 50 30
полтор~: 3/2 18 90
полутор~: 3/2
пара: 2
пару: 2
пары: 2
оба: 2
обе: 2
обоих: 2
обеих: 2
обоими: 2
дважды: 2
трижды: 3
вдвое: 2 50 200
двойн~: 2
удво~: 2 100 200
двукратн~: 2
двоичн~: 2
тройн~: 3
трехкратн~: 3
втрое: 3
утро~: 3
вчетверо: 4
впятеро: 5
вдесятеро: 10
семью: 7
десятк~: 10
сотн~: 100
сот: 100
дюжин~: 12
четверть: 1/4 25 15
треть: 1/3 33
десятилет~: 10
столет~: 100
век~: 100
тысячелет~: 1000
недел~: 7 14
круглосуточн~: 24
месяц: 30
месяца: 30
сутк~: 24
суток: 24
полдень: 12
полночь: 0 24 12
час: 1 60
часа: 60
год: 1 12
годовщин~: 1
одно~: 1
единственн~: 1
перво~: 1
двух~: 2
двадцати~: 20
трех~: 3
тридцати~: 30
четырех~: 4
пяти~: 5
шести~: 6
семи~: 7
восьми~: 8
девяти~: 9
десяти~: 10
двенадцати~: 12
пятнадцати~: 15
сорока~: 40
пятидесяти~: 50
сто~: 100
""",
    "uk": """
пів~: 1/2 30 50 6
половин~: 1/2 50 30
півтор~: 3/2 18
пара: 2
пару: 2
пари: 2
обидв~: 2
обом: 2
двічі: 2
тричі: 3
вдвічі: 2 50
удвічі: 2
подвійн~: 2
подво~: 2
потрійн~: 3
втричі: 3
десятк~: 10
десяток: 10
сотн~: 100
сотень: 100
дюжин~: 12
чверть: 1/4 25 15
третин~: 1/3 33 2/3
десятилі~: 10
століт~: 100
тисячоліт~: 1000
тижд~: 7 14
цілодоб~: 24
доб~: 24
доба: 24
опівдні: 12
полудень: 12
опівночі: 0 24 12
рік: 1 12
одно~: 1
єдин~: 1
дво~: 2
двох~: 2
три~: 3
трьох~: 3
чотири~: 4
чотирьох~: 4
п'яти~: 5
шести~: 6
семи~: 7
восьми~: 8
дев'яти~: 9
десяти~: 10
п'ятнадцяти~: 15
двадцяти~: 20
тридцяти~: 30
сорока~: 40
п'ятдесяти~: 50
сто~: 100
""",
    "pl": """
pół~: 1/2 30 50 6
połow~: 1/2 50
półtor~: 3/2 18
par~: 2
oba: 2
obie: 2
obu: 2
dwukrotn~: 2
dwu~: 2
trój~: 3
trzy~: 3
cztero~: 4
pięcio~: 5
sześcio~: 6
siedmio~: 7
ośmio~: 8
dziewięcio~: 9
dziesięcio~: 10
podwoi~: 2
podwój~: 2
trzykrotn~: 3
dziesiąt~: 10
tuzin~: 12
setk~: 100
setek: 100
ćwierć: 1/4 25
kwadrans: 15
dekad~: 10
stulec~: 100
wiek~: 100
""",
    "cs": """
půl~: 1/2 30 50 6
polovin~: 1/2 50
polovič~: 1/2 50
pár~: 2
oba: 2
obě: 2
obou: 2
oběma: 2
dvakrát: 2
dvoj~: 2
dvou~: 2
dvanácti~: 12
zdvoj~: 2 100
troj~: 3
tří~: 3
třikrát: 3
čtyř~: 4
pěti~: 5
šesti~: 6
sedmi~: 7
osmi~: 8
devíti~: 9
deseti~: 10
dvaceti~: 20
třiceti~: 30
padesáti~: 50
desít~: 10
tuct~: 12
stovk~: 100
stovek: 100
čtvrtin~: 1/4 25
čtvrt~: 1/4 15 4
třetin~: 1/3 33
desetilet~: 10
dekád~: 10
stolet~: 100
staletí: 100
poledn~: 12
půlnoc~: 0 24 12
sta: 100
stě: 200
""",
}

# Fractions in words: what counts and what is counted. Ordinals that are also denominators stand here only.
COUNTED = {
    "en": "a:1 an:1 one:1 two:2 three:3 four:4 five:5 six:6 seven:7 |"
    " third:3 thirds:3 quarter:4 quarters:4 fourths:4 fifth:5 "
    "fifths:5 sixth:6 sixths:6 seventh:7 sevenths:7 eighth:8 eighths:8 tenth:10 tenths:10",
    "de": "ein:1 einem:1 zwei:2 drei:3 vier:4 fünf:5 |"
    " drittel:3 dritteln:3 viertel:4 vierteln:4 fünftel:5 fünfteln:5 sechstel:6 "
    "siebtel:7 achtel:8 zehntel:10",
    "fr": "un:1 deux:2 trois:3 quatre:4 | tiers:3 quart:4 quarts:4 cinquième:5 cinquièmes:5 dixième:10 dixièmes:10",
    "es": "un:1 dos:2 tres:3 cuatro:4 | tercio:3 tercios:3 cuarto:4 cuartos:4 quinto:5 quintos:5 décimo:10 décimos:10",
    "pt": "um:1 dois:2 três:3 quatro:4 | terço:3 terços:3 quarto:4 quartos:4 quinto:5 quintos:5 décimo:10 décimos:10",
    "it": "un:1 due:2 tre:3 quattro:4 | terzo:3 terzi:3 quarto:4 quarti:4 quinto:5 quinti:5 decimo:10 decimi:10",
    "nl": "een:1 één:1 twee:2 drie:3 vier:4 | derde:3 kwart:4 vijfde:5 tiende:10",
    "ru": "одна:1 одной:1 одну:1 две:2 двух:2 двумя:2 три:3 трех:3 трёх:3 четыре:4 |"
    " треть:3 трети:3 третей:3 третьих:3 третью:3 "
    "четверть:4 четверти:4 четвертей:4 четвертых:4 пятая:5 пятой:5 пятую:5 пятых:5 десятая:10 десятых:10",
    "uk": "одна:1 одну:1 дві:2 двох:2 двома:2 три:3 трьох:3 чотири:4 |"
    " третина:3 третини:3 третин:3 третину:3 третіх:3 чверть:4 "
    "чверті:4 чвертей:4 п'ята:5 п'яту:5 п'ятих:5 десята:10 десятих:10",
    "pl": "jedna:1 jedną:1 dwie:2 trzy:3 |"
    " trzecia:3 trzecią:3 trzecie:3 trzecich:3 czwarta:4 czwarte:4 piąta:5 piątych:5",
    "cs": "jedna:1 jednu:1 dvě:2 dvou:2 tři:3 |"
    " třetina:3 třetiny:3 třetinu:3 třetin:3 čtvrtina:4 čtvrtinu:4 čtvrtiny:4 pětina:5 "
    "pětinu:5 pětiny:5",
}

TENS = frozenset(map(Fraction, range(20, 100, 10)))
FUSED = frozenset({"ru", "uk", "pl", "cs"})
"""Languages where a numeral in an oblique case begins adjectives: пятилетний, osmiletý."""

GLUE = {"de": "und", "nl": "en"}
"""Between unit and ten of a compound numeral: fünfundzwanzig, vijfentwintig."""

DE_UNITS = "ein zwei drei vier fünf sechs sieben acht neun"
DE_TEENS = "zehn elf zwölf dreizehn vierzehn fünfzehn sechzehn siebzehn achtzehn neunzehn"
DE_TENS = "zwanzig dreißig vierzig fünfzig sechzig siebzig achtzig neunzig"
NL_UNITS = "een twee drie vier vijf zes zeven acht negen"
NL_TEENS = "tien elf twaalf dertien veertien vijftien zestien zeventien achttien negentien"
NL_TENS = "twintig dertig veertig vijftig zestig zeventig tachtig negentig"
CS_UNITS = "jedn dva tři čtyři pět šest sedm osm devět"
CS_TENS = "dvacet třicet čtyřicet padesát šedesát sedmdesát osmdesát devadesát"
IT_UNITS = "uno due tre quattro cinque sei sette otto nove"
IT_TENS = "venti trenta quaranta cinquanta sessanta settanta ottanta novanta"


Loose = dict[str, tuple[Fraction, ...]]


class WordNumber(NamedTuple):
    """What a word says about numbers."""

    value: int
    """As a plain numeral; -1 where the word is none."""
    loose: tuple[Fraction, ...] = ()
    """What else it may stand for."""


@lru_cache(maxsize=100_000)
def look_up(word: str, language: str) -> WordNumber | None:
    """The number a word stands for, alone; None for other words and for languages without a table."""
    code = primary(language)
    if code not in TABLES:
        return None
    folded = fold(word, code)
    exact, loose, starts = _lexicon(code)
    value = exact.get(folded, -1)
    excuses = loose.get(folded, ())
    for size in range(min(len(folded) - 1, 14), 1, -1):
        if excuses:
            break
        excuses = starts.get(folded[:size], ())
        if excuses and excuses[0] in TENS:
            # двадцатипятилетний: the unit follows inside the word.
            rest = folded[size:]
            units = next((starts[rest[:k]] for k in range(min(len(rest), 8), 1, -1) if rest[:k] in starts), ())
            excuses += tuple(excuses[0] + unit for unit in units if unit < 10)
    return WordNumber(value, excuses) if value >= 0 or excuses else None


def fold(word: str, code: str) -> str:
    """A word as the tables of a language have it."""
    folded = word.casefold().replace("’", "'").replace("ʼ", "'")
    return folded.replace("ё", "е") if code == "ru" else folded


def telling(code: str) -> tuple[frozenset[str], frozenset[str]]:
    """All folded words that any look-up here knows, and the first two or three letters of those known by their start."""
    if code not in TABLES:
        return frozenset({"hundred"}), frozenset()
    exact, loose, starts = _lexicon(code)
    return frozenset({"hundred", *exact, *loose, *_fractions(code)[1]}), frozenset(start[:3] for start in starts)


def fraction(count: str, unit: str, language: str) -> Fraction | None:
    """Two thirds; None where the two words are no fraction."""
    tables = _fractions(primary(language))
    high, low = tables[0].get(count.casefold()), tables[1].get(unit.casefold())
    return Fraction(high, low) if high and low and high < low else None


def denominator(word: str, language: str) -> bool:
    """Whether a word can be the lower part of a fraction."""
    return word.casefold() in _fractions(primary(language))[1]


@cache
def _fractions(code: str) -> tuple[dict[str, int], dict[str, int]]:
    above, _, below = COUNTED.get(code, "").partition(" | ")
    counts, units = (
        {word: int(value) for item in side.split() for word, _, value in [item.rpartition(":")]}
        for side in (above, below)
    )
    return counts, units


def served(language: str) -> bool:
    """Whether the number words of this language are known."""
    return primary(language) in TABLES and primary(language) not in SCALES_ONLY


@cache
def _lexicon(code: str) -> tuple[dict[str, int], Loose, Loose]:
    """Plain numerals, loose words, loose beginnings."""
    exact: dict[str, int] = {}
    for line in TABLES[code].strip().splitlines():
        value, _, forms = line.partition(": ")
        for form in forms.split():
            if form.endswith("*"):
                for ending in ["", *ENDINGS[code].split()] if code == "fr" else ENDINGS[code].split():
                    exact.setdefault(form[:-1] + ending, int(value))
            else:
                exact[form.casefold()] = int(value)
    for form, number in _compounds(code):
        exact.setdefault(form.casefold(), number)
    loose: Loose = {}
    starts: Loose = {}
    for line in LOOSE.get(code, "").strip().splitlines():
        entry, _, values = line.partition(": ")
        found = tuple(Fraction(value) for value in values.split())
        if entry.endswith("~"):
            starts[entry[:-1].casefold()] = found
        else:
            loose[entry.casefold()] = found
    for form, number in list(exact.items()):
        # dreitägig, zweifach, driejarig: a numeral begins a longer word.
        if ((code in GLUE and len(form) >= 3) or (code in FUSED and len(form) >= 4)) and 2 <= number < 10000:
            starts.setdefault(form, (Fraction(number),))
    if code in GLUE:
        for word, number in (("acht", 8), ("elf", 11)):
            starts.setdefault(word, (Fraction(number),))
    return exact, loose, starts


def _compounds(code: str) -> list[tuple[str, int]]:
    """Numerals of two digits and more that are written as one word."""
    if code == "de":
        return _germanic((DE_UNITS, DE_TEENS, DE_TENS), "und", "hundert", "tausend", "ste ster sten stes stem er")
    if code == "nl":
        return _germanic((NL_UNITS, NL_TEENS, NL_TENS), "en", "honderd", "duizend", "ste de")
    if code == "it":
        return _italian()
    if code == "cs":
        # Units before tens: sedmadvacet, dvaačtyřicet.
        return [
            (unit + "a" + ten + ending, 20 + 10 * high + low)
            for low, unit in enumerate(CS_UNITS.split(), 1)
            for high, ten in enumerate(CS_TENS.split())
            for ending in ("", "i")
        ] + [(unit + "tisíc", 1000 * low) for low, unit in enumerate(CS_UNITS.split(), 1)]
    return []


def _germanic(
    rows: tuple[str, str, str], glue: str, hundred: str, thousand: str, endings: str
) -> list[tuple[str, int]]:
    units, teens, tens = (row.split() for row in rows)
    ordinals = endings.split()
    small = [(units[at], at + 1) for at in range(9)]
    below = [(form, 10 + at) for at, form in enumerate(teens)]
    for at, ten in enumerate(tens):
        below.append((ten, 20 + 10 * at))
        for unit, value in small:
            # Dutch parts vowels with a diaeresis: tweeëntwintig.
            bond = "ën" if glue == "en" and unit.endswith("e") else glue
            below.append((unit + bond + ten, 20 + 10 * at + value))
    hundreds = [(unit + hundred, 100 * value) for unit, value in small]
    sums = [(head + tail, high + low) for head, high in hundreds for tail, low in [*small, *below]]
    thousands = [(unit + thousand, 1000 * value) for unit, value in [*small, *below, *hundreds]]
    cardinals = [item for item in [*below, *hundreds, *sums, *thousands] if item[0] != "elf"]
    if glue == "und":
        cardinals += [(form.replace("ß", "ss"), value) for form, value in cardinals if "ß" in form]
    ordered = [(form + ending, value) for form, value in cardinals if value < 100 for ending in ordinals]
    short = [ending[1:] for ending in ordinals if ending.startswith("st")]  # zehnte
    teen_ordinals = [(form + ending, value) for form, value in below if value < 20 for ending in short]
    return [*cardinals, *ordered, *teen_ordinals]


def _italian() -> list[tuple[str, int]]:
    units = IT_UNITS.split()
    found: list[tuple[str, int]] = []
    for at, ten in enumerate(IT_TENS.split()):
        base = 20 + 10 * at
        found.append((ten, base))
        found += [(ten[:-1] + "esim" + ending, base) for ending in "oaie"]
        for unit in range(1, 10):
            word = units[unit - 1]
            stem = ten[:-1] if word[0] in "uo" else ten  # ventuno, ventotto
            form = stem + (word if unit != 3 else "tré")
            found.append((form, base + unit))
            if unit == 3:
                found.append((stem + "tre", base + unit))
    for unit in range(2, 10):
        word = units[unit - 1]
        found += [(word + "cento", 100 * unit), (word + "mila", 1000 * unit)]
    found += [(tens + "mila", 1000 * value) for tens, value in list(found) if value < 100]
    found += [("diecimila", 10000), ("centomila", 100000)]
    return found
