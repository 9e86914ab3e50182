"""Well-known cities and countries whose English names are no other words."""

from __future__ import annotations

CITIES = """
Amman|Amsterdam|Ankara|Astana|Athens|Baghdad|Baku|Bangkok|Barcelona|Batumi|Beijing|Beirut|Belgrade|Berlin|Bishkek|Bratislava
Brussels|Bucharest|Budapest|Cairo|Chisinau|Copenhagen|Damascus|Delhi|Donetsk|Dublin|Dushanbe|Frankfurt|Geneva|Hamburg|Hanoi
Helsinki|Istanbul|Jakarta|Jerusalem|Kabul|Kazan|Kharkiv|Kherson|Kiev|Kyiv|Lausanne|Lisbon|Ljubljana|London|Los Angeles|Luhansk
Lviv|Madrid|Manila|Mariupol|Milan|Minsk|Moscow|Munich|Nairobi|New Delhi|New York|Odesa|Odessa|Oslo|Ottawa|Paris|Podgorica|Prague
Pristina|Pyongyang|Reykjavik|Riga|Rome|Rotterdam|Samarkand|Sarajevo|Seoul|Shanghai|Skopje|Sochi|Sofia|St Petersburg
St. Petersburg|Saint Petersburg|Stockholm|Strasbourg|Sukhum|Sukhumi|Tallinn|Tashkent|Tbilisi|Tehran|Tel Aviv|The Hague|Tirana
Tokyo|Toronto|Tripoli|Tskhinval|Tskhinvali|Tunis|Venice|Vienna|Vilnius|Vladivostok|Volgograd|Warsaw|Yerevan|Zagreb|Zurich
"""
COUNTRIES = """
Albania|Algeria|Argentina|Armenia|Australia|Austria|Azerbaijan|Belarus|Belgium|Brazil|Bulgaria|Canada|Croatia|Cyprus|Denmark
Egypt|Estonia|Finland|France|Germany|Greece|Hungary|Iceland|India|Indonesia|Iran|Iraq|Ireland|Israel|Italy|Japan|Kazakhstan
Kosovo|Kyrgyzstan|Latvia|Lithuania|Malaysia|Mexico|Moldova|Mongolia|Montenegro|Morocco|Norway|Pakistan|Poland|Portugal|Romania
Russia|Serbia|Slovakia|Slovenia|Spain|Sweden|Switzerland|Syria|Tajikistan|Thailand|Tunisia|Ukraine|Uzbekistan|Vietnam|Abkhazia
South Ossetia|Transnistria|Crimea
"""
PLACES = tuple(
    sorted(
        "|".join((CITIES + COUNTRIES).split("\n")).strip("|").replace("||", "|").split("|"), key=lambda n: (-len(n), n)
    )
)
