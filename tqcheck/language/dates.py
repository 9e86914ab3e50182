"""Names of months and how dates are put together."""

from __future__ import annotations

import re
from functools import cache

from tqcheck.language.tags import primary

# Twelve groups, January to December; "/" joins the forms of one month, the first is the one that stands after a day.
MONTHS = {
    "en": "January/Jan February/Feb March/Mar April/Apr May June/Jun July/Jul August/Aug September/Sept/Sep "
    "October/Oct "
    "November/Nov December/Dec",
    "de": "Januar/Januars/Jänner/Jan Februar/Feber/Feb/Febr März/Mär April/Apr Mai Juni/Jun Juli/Jul August/Aug "
    "September/Sept/Sep Oktober/Okt November/Nov Dezember/Dez",
    "fr": "janvier/janv février/févr/fév mars avril/avr mai juin juillet/juil août/aout septembre/sept octobre/oct "
    "novembre/nov décembre/déc",
    "es": "enero/ene febrero/feb marzo/mar abril/abr mayo/may junio/jun julio/jul agosto/ago "
    "septiembre/setiembre/sept/sep octubre/oct noviembre/nov diciembre/dic",
    "pt": "janeiro/jan fevereiro/fev março/mar abril/abr maio/mai junho/jun julho/jul agosto/ago "
    "setembro/set outubro/out "
    "novembro/nov dezembro/dez",
    "it": "gennaio/gen febbraio/feb marzo/mar aprile/apr maggio/mag giugno/giu luglio/lug agosto/ago "
    "settembre/sett/set "
    "ottobre/ott novembre/nov dicembre/dic",
    "nl": "januari/jan februari/feb maart/mrt april/apr mei juni/jun juli/jul augustus/aug "
    "september/sept/sep oktober/okt "
    "november/nov december/dec",
    "ru": "января/январь/январе/январю/январём/янв февраля/февраль/феврале/февралю/фев/февр "
    "марта/март/марте/марту/мар "
    "апреля/апрель/апреле/апрелю/апр мая/май/мае/маю июня/июнь/июне/июню/июн июля/июль/июле/июлю/июл "
    "августа/август/августе/августу/авг сентября/сентябрь/сентябре/сентябрю/сент/сен "
    "октября/октябрь/октябре/октябрю/окт "
    "ноября/ноябрь/ноябре/ноябрю/ноя/нояб декабря/декабрь/декабре/декабрю/дек",
    "uk": "січня/січень/січні/січню лютого/лютий/лютому березня/березень/березні/березню "
    "квітня/квітень/квітні/квітню "
    "травня/травень/травні/травню червня/червень/червні/червню липня/липень/липні/липню серпня/серпень/серпні/серпню "
    "вересня/вересень/вересні/вересню жовтня/жовтень/жовтні/жовтню листопада/листопад/листопаді/листопаду "
    "грудня/грудень/грудні/грудню",
    "pl": "stycznia/styczeń/styczniu/sty lutego/luty/lutym/lut marca/marzec/marcu "
    "kwietnia/kwiecień/kwietniu/kwi maja/maj/maju "
    "czerwca/czerwiec/czerwcu/cze lipca/lipiec/lipcu/lip sierpnia/sierpień/sierpniu/sie "
    "września/wrzesień/wrześniu/wrz "
    "października/październik/październiku/paź listopada/listopad/listopadzie/lis grudnia/grudzień/grudniu/gru",
    "cs": "ledna/leden/lednu února/únor/únoru března/březen/březnu dubna/duben/dubnu května/květen/květnu "
    "června/červen/červnu července/červenec/červenci srpna/srpen/srpnu září října/říjen/říjnu "
    "listopadu/listopad prosince/prosinec/prosinci",
    "tr": "Ocak/Ocak'ta Şubat/Şubat'ta Mart/Mart'ta Nisan/Nisan'da Mayıs/Mayıs'ta Haziran/Haziran'da "
    "Temmuz/Temmuz'da "
    "Ağustos/Ağustos'ta Eylül/Eylül'de Ekim/Ekim'de Kasım/Kasım'da Aralık/Aralık'ta",
    "ar": "يناير فبراير مارس أبريل/إبريل مايو يونيو يوليو أغسطس سبتمبر أكتوبر نوفمبر ديسمبر",
    "hi": "जनवरी फरवरी/फ़रवरी मार्च अप्रैल मई जून जुलाई अगस्त सितंबर/सितम्बर अक्टूबर/अक्तूबर नवंबर/नवम्बर दिसंबर/दिसम्बर",
}

CAPITALISED = frozenset({"en", "de", "tr"})
"""Languages that write months with a capital; a small letter means another word there (may, march)."""

DAYS_IN = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


@cache
def month_names(language: str) -> dict[str, int]:
    """Name or abbreviation to number, 1 to 12; case-folded unless the language capitalises months."""
    code = primary(language)
    groups = MONTHS.get(code, "").split()
    fold = code not in CAPITALISED
    return {
        (form.casefold() if fold else form): number
        for number, group in enumerate(groups, 1)
        for form in group.split("/")
    }


def month(word: str, language: str) -> int:
    """The month a word names; 0 for any other word."""
    names = month_names(language)
    return names.get(word) or (0 if primary(language) in CAPITALISED else names.get(word.casefold(), 0))


@cache
def month_pattern(language: str, form: int | None = None) -> str:
    """An alternation of month names, longest first; of the form at one place only (0: after a day) where asked."""
    groups = [group.split("/") for group in MONTHS.get(primary(language), "").split()]
    forms = {name for group in groups for name in (group if form is None else group[form : form + 1])}
    return "|".join(re.escape(name) for name in sorted(forms, key=lambda name: (-len(name), name)))


def exists(day: int, month_number: int, year: int = 0) -> bool:
    """Whether there is such a day; without a year, 29 February counts."""
    if not 1 <= month_number <= 12 or not 1 <= day <= DAYS_IN[month_number - 1]:
        return False
    leap = year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
    return not (month_number == 2 and day == 29 and year and not leap)
