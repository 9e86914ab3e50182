"""Words too general to begin or end a term: pronouns, quantities, adverbs, auxiliaries, the words of time and order."""

from __future__ import annotations

from functools import cache

from tqcheck.language.dates import MONTHS
from tqcheck.language.function_words import function_words
from tqcheck.language.titles import CONNECTORS

# Function words, small words of titles and the names of months come on top.
GENERAL = {
    "en": "a an it its he him his she her hers i me my mine we us our you your yours them theirs one ones two three first "
    "second last next new old own same other others another such each every all any some no none both either neither more "
    "most much many few less least several various certain enough only just even still yet already also too very quite "
    "rather almost here there now today tomorrow yesterday never ever always often again soon later ago then once twice "
    "well really simply perhaps maybe indeed however therefore thus instead otherwise meanwhile moreover besides especially "
    "as at on or if so but nor do does did doing done can may might must shall let lets yes oh okay please how why whose whom "
    "whether though although unless until since before during under over above below against across along around among "
    "without within toward towards upon per via due up down out off away back else way ways thing things lot lots kind sort "
    "part time times year years day days week weeks month months hour hours minute minutes moment people person man men woman "
    "women something anything nothing everything someone anyone everyone nobody good great big small little long short high "
    "low able likely possible different whole able alone behind beside beyond like unlike according including monday tuesday wednesday thursday friday saturday sunday mr mrs ms dr",
    "de": "man mich mir dich dir er es uns euch ihnen ihm ihn mein meine meiner dein sein seine seiner seinem seinen ihr ihre "
    "ihrer ihrem ihren unser unsere euer alle alles allen aller andere anderen anderer beide beiden viel viele vielen mehr "
    "meist wenig wenige einige einigen mehrere etwas nichts jemand niemand jeder jede jedes jedem jeden solche was wer wen wem "
    "wo wann warum hier da dort dann jetzt heute gestern morgen immer wieder nie oft so zwar doch mal ja nein bitte ganz neu "
    "neue neuen neuer neues alt alte alten groß große großen klein kleine erste ersten erster zweite zweiten letzte letzten "
    "nächste nächsten zwei drei bis bereits etwa fast sogar erst ab an in seit vor während wegen hinter neben damit dabei dazu "
    "davon daher deshalb jedoch allerdings jahr jahre jahren jahres tag tage tagen woche wochen monat monate monaten stunde "
    "stunden minuten mal zeit mensch menschen leute seite teil ende art weise prozent montag dienstag mittwoch donnerstag "
    "freitag samstag sonntag herr herrn frau",
    "fr": "je tu me te se moi toi lui mon ma mes ton ta tes notre nos votre vos cet celui celle ceux celles quel quelle quels "
    "quelles tout toute tous toutes autre autres même mêmes plusieurs quelques certain certains certaines chaque aucun aucune "
    "rien personne peu beaucoup trop assez moins encore déjà toujours jamais souvent ici là alors donc ainsi puis ensuite "
    "enfin aujourd'hui hier demain si oui non quand pourquoi comment combien y en à de d l qu c s n j m t vers jusque jusqu'à "
    "pendant dès selon malgré hors parmi premier première premiers dernier dernière derniers nouveau nouvelle nouveaux "
    "nouvelles grand grande grands grandes petit petite petits bon bonne deux trois an ans année années jour jours semaine "
    "semaines mois heure heures fois temps chose choses gens homme hommes femme femmes partie façon manière lundi mardi "
    "mercredi jeudi vendredi samedi dimanche ailleurs ci",
    "es": "yo tú me te mi mis tu tus él ella ello ellos ellas nosotros usted ustedes nuestro nuestra nuestros nuestras suyo "
    "aquel aquella algo alguien nada nadie alguno alguna algunos algunas ninguno ninguna otro otra otros otras mismo misma "
    "mismos mismas cada mucho mucha muchos muchas poco poca pocos tanto tan demás varios varias cual cuales cuyo quien quienes "
    "cómo cuándo dónde así aquí allí ahora hoy ayer mañana siempre nunca jamás aún todavía entonces luego después antes además "
    "incluso sólo solo casi tal sí ni si e o u a ante bajo hacia mediante según tras primer primera primero primeros último "
    "última últimos nuevo nueva nuevos nuevas gran grande grandes pequeño bueno buena dos tres año años día días semana mes "
    "meses hora horas vez veces tiempo cosa cosas gente persona personas hombre mujer parte forma manera lunes martes "
    "miércoles jueves viernes sábado domingo",
    "it": "io tu lui lei noi voi me te mio mia miei mie tuo nostro nostra vostro ogni tutto tutta tutti tutte altro altra altri "
    "altre stesso stessa qualche alcuni alcune nessuno nulla niente molti molte poco tanto troppo così qui qua là ora oggi ieri "
    "domani sempre mai ancora poi allora quindi però solo soltanto quasi se sì o ed ad primo prima ultimo ultima nuovo nuova "
    "nuovi grande grandi due tre anno anni giorno giorni settimana mese mesi ora ore volta volte tempo cosa cose parte modo",
    "pt": "eu tu me te mim meu minha nosso nossa vosso cada todo toda todos todas outro outra outros outras mesmo mesma algum "
    "alguma alguns nenhum nada ninguém muito muita muitos pouco tanto assim aqui ali lá agora hoje ontem amanhã sempre nunca "
    "ainda então depois antes só quase se sim ou primeiro primeira último nova novo novos grande dois três ano anos dia dias "
    "semana mês meses hora horas vez vezes tempo coisa coisas parte forma",
    "nl": "ik jij u mij jou hem haar ons onze jullie hun mijn jouw iets niets iemand niemand alle alles ander andere elke ieder "
    "veel meer meest weinig hier daar nu vandaag gisteren altijd nooit weer toen dan dus echter wat wie waar waarom nieuw "
    "nieuwe groot grote klein eerste laatste twee drie jaar jaren dag dagen week maand uur keer tijd mensen deel",
    "pl": "ja ty my wy on ona ono oni mnie mi mój moja nasz nasza wasz swój wszystko wszyscy każdy inny inne innych sam sama ten "
    "ta te ci co kto gdzie dlaczego tu tam teraz dziś dzisiaj wczoraj zawsze nigdy jeszcze więc więcej bardziej wiele kilka "
    "mało pierwszy pierwsza ostatni nowy nowa nowe duży wielki dwa trzy rok lata roku lat dzień dni tydzień miesiąc godzin raz "
    "razy czas ludzie część",
    "cs": "já ty my vy on ona ono oni mě mi můj náš váš svůj vše všichni každý jiný sám ten ta ty co kdo kde proč tady tam teď "
    "dnes včera vždy nikdy ještě tak více mnoho několik málo první poslední nový nová nové velký dva tři rok roku let den dny "
    "týden měsíc hodin krát čas lidé část",
    "ru": "я ты мне меня мной тебя тебе нам нас вам вас вы ему ей ею им ими них ним нём ней мой моя моё мои моего наш наша наше "
    "наши нашего нашей ваш ваша ваше ваши свой своя своё свои своего своей своих своим сам сама сами самый самая самое самые "
    "самого весь вся всё всего всей всех всем каждый каждая другой другая другие других такой такая такое такие таких никто "
    "ничего никого кто кого чего чему чем там тут здесь где куда откуда почему зачем сейчас сегодня вчера завтра теперь тогда "
    "потом всегда никогда опять снова очень более менее больше меньше много мало несколько можно нужно надо нельзя пока лишь "
    "даже ли же бы ведь вот да нет ну нас ни без под над через про ради среди первый первая первое первые первого первой "
    "последний последние последних новый новая новое новые новых большой большая большие один одна одно одни одного одной два "
    "две три раз раза года год лет году годы годов день дня дней неделя недели месяц месяца месяцев час часа часов минут "
    "время времени вещь люди людей человек человека часть сторона образ понедельник вторник среда четверг пятница суббота "
    "воскресенье оба обе тот та те то том тем той тех теми тому того ту этом этим этому этими эту должен должна должно должны "
    "может могут мочь быть есть нужный маленький малый хороший плохой вместо около кроме вокруг возле против вдоль мимо",
    "uk": "я ти мені мене тебе тобі нам нас вам вас ви йому їй ним ними них мій моя моє мої наш наша наше наші ваш ваша свій своя "
    "своє свої свого своєї своїх своїм сам сама самі весь вся все всього всіх всім кожний кожен кожна інший інша інші інших "
    "такий така таке такі таких ніхто нічого хто кого чого чим там тут де куди звідки чому зараз сьогодні вчора завтра тепер "
    "тоді потім завжди ніколи знову дуже більш більше менше багато мало кілька можна треба поки лише навіть чи ж адже так ні "
    "ну без над через перший перша перше перші першого останній останні новий нова нове нові великий велика один одна одне два "
    "дві три раз рази року рік років році день дня днів тиждень місяць місяця година години хвилин час часу люди людей людина "
    "частина понеділок вівторок середа четвер п'ятниця субота неділя той те ті того тій тих тим тому тієї цьому цим цими повинен повинна повинні може можуть бути "
    "малий маленький добрий поганий замість біля крім навколо проти вздовж",
    "zh": "的 了 是 在 和 与 及 或 有 我 你 您 他 她 它 们 这 那 个 不 也 都 就 而 被 把 从 到 对 为 以 于 中 上 下 年 月 日 说 很 着 过 会 要 "
    "能 可 但 并 其 之 所 将 还 又 更 最 没 只 等 向 让 给 使 由 因 如 时 后 前 里 内 外 间 地 得 啊 吗 呢 吧 一 二 三 四 五 六 七 八 九 十 百 千 万 亿 多 "
    "几 每 各 该 此 某 名 位 次 种 来 去 再 已 曾 已 至 据 自 同 比 岁 元 人",
}  # fmt: skip


@cache
def general_words(language: str) -> frozenset[str]:
    """Case-folded, by primary language; empty for a language without lists."""
    if language not in GENERAL:
        return function_words(language)
    listed = f"{GENERAL[language]} {MONTHS.get(language, '').replace('/', ' ')}"
    return function_words(language) | frozenset(listed.casefold().split()) | CONNECTORS
