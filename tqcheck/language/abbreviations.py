"""Abbreviations that general readers know, and how a long form relates to its abbreviation."""

from __future__ import annotations

from tqcheck.language.lazy import lazy
from tqcheck.language.titles import CONNECTORS
from tqcheck.language.words import words

# Known wherever Latin letters are read.
KNOWN = frozenset(
    """
    EU UN US USA UK UAE USSR GDR FRG DDR BRD PRC DPRK ROK NATO OSCE UNESCO UNICEF UNHCR WHO IMF WTO OECD OPEC OSZE
    CIS ASEAN BRICS ICC IAEA FAO ILO NGO NASA ESA CIA FBI KGB FSB GRU NSA MI DOJ FDA CDC IRS SEC EPA NHS MP PM MEP
    VIP CEO CFO CTO COO CV HR PR VAT GDP GNP IPO IT AI ML PC TV DVD CD USB PDF HTML XML CSS URL HTTP HTTPS SQL API
    SDK GPS GPT SMS SIM LED LCD OLED CPU GPU RAM ROM SSD HD UHD FAQ ID PIN QR OK DIY ASAP FYI RSVP PS NB AD BC BCE
    CE AM EST CET GMT UTC MSK HIV AIDS DNA RNA MRI CT ICU ER PCR COVID SARS ADHD PTSD IQ EQ UFO LGBT LGBTQ LGBTQI
    GMO UV BMW VW IBM HP LG KFC BBC CNN NBC ABC CBS HBO ITV AFP AP TASS DPA RIA ARD ZDF RTL ORF FIFA UEFA IOC FIA
    NBA NFL NHL MLB UFC WWE WTA ATP FC CSKA SKA PSG MVP NY LA DC SUV ATM BBQ DJ MC EP LP OST RPG FPS MMO CGI VR AR
    NFT BTC ETH USD EUR GBP RUB UAH CZK PLN CHF JPY CNY RMB KM KG CM MM MHZ GHZ KWH MW GW KW TB GB MB KB HQ JFK FDR
    USS HMS SOS TNT MA BA PHD MD STEM NBU ODS ANO CDU CSU SPD FDP AFD GOP UKIP SNP DUP IRA ETA PLO PKK ISIS ISIL IS
    RT VK PVC CO WWW WIFI LTE POW CCTV DNR LNR LPR KO TKO GM FA UAV MBA BSC MSC GCSE IKEA VISA TBA TBD RIP LOL OMG
    WTF IMO IMHO AKA EV HDMI HDR PCB PSU HIMARS ATACMS GMLRS FAA FCC MTV IC PBS NPR NYPD LAPD FTSE DAX
    """.split()
)

# Russian and Ukrainian abbreviations in Latin letters: nobody who does not read the source language knows them.
TRANSLITERATED = frozenset(
    """
    GIBDD GUVD ROVD UVD OVD SIZO MChS MCHS ZAGS FSIN FSKN TsIK TSIK TsVK TSVK VVP SMI ZhKKh ZHKH TETs RFSFSR SSSR
    SNG OON OBSE ODKB EAES MVF VOZ OVA ODA DSNS DBR NAZK VAKS RNBO ZSU VPO MFTs MFTS KIPiA GUP MUP OOO OAO ZAO PAO
    NDFL VTsIOM KPP TsRU
    """.split()
)
DIGRAPHS = lazy(r"(?=\w*[a-z])(?:Shch|Ts|Zh|Kh|Sh|Ch|Yu|Ya|[A-Z]){2,6}")
"""One Cyrillic capital became two letters: TsVK, ZhEK."""

# Known to the readers of one language, besides.
KNOWN_IN = {
    "ru": """
    США СССР РФ РСФСР ООН НАТО ЕС СНГ ОБСЕ МВФ ВОЗ ЮНЕСКО ЮНИСЕФ МИД МВД ФСБ КГБ МЧС ГИБДД ДТП ЖКХ ВВП НДС СМИ ЧП
    ФИФА УЕФА МГУ ЦБ ЦРУ ФБР НАСА ВУЗ ЕГЭ РЖД ТАСС РИА ГЭС АЭС АЗС ВИЧ СПИД ДНК РНК КНР КНДР ФРГ ГДР ОАЭ ЮАР МКС СВО
    ПВО ВВС ВМФ ВДВ ВСУ ДНР ЛНР ЗАГС ГОСТ ТВ ПК ИИ ГУЛАГ ЦСКА СКА КПСС УССР БССР МОК НБА НХЛ РПЛ КХЛ НКВД ОК ИП ООО
    ОАО ЗАО ПАО АО НКО ТЦ ТРЦ ЦК УЗИ
    """,
    "uk": """
    США СРСР УРСР РРФСР ООН НАТО ЄС СНД ОБСЄ МВФ ВООЗ ЮНЕСКО ЮНІСЕФ МЗС МВС СБУ ДСНС ЗСУ ВПО ДТП ЖКГ ВВП ПДВ ЗМІ НБУ
    НАБУ САП ДБР ФБР ЦРУ НАСА ЗНО ЗВО АЕС ГЕС АЗС ВІЛ СНІД ДНК КНР КНДР ФРН НДР ОАЕ ПАР МКС ППО ВМС ОУН УПА ДНР ЛНР
    ТВ ШІ РФ ФІФА УЄФА МОЗ МОН ТОВ ФОП ОВА ОДА ТЦК ЦВК КМДА РНБО УЗД
    """,
    "de": """
    USA UNO EU BRD DDR GUS OSZE WHO IWF EZB BIP NGO NRW CDU CSU SPD FDP AfD KI IT EDV PKW LKW DB ARD ZDF SS SA HIV
    DNS AKW KZ GEZ TÜV ADAC AOK BKA BND LKA MDR NDR WDR SWR DGB DFB DIHK GMBH AG EV KG OHG ÖBB ÖVP FPÖ SPÖ ORF UKW
    UVP OP
    """,
    "fr": """
    ONU OTAN UE OSCE OMS FMI OMC ONG URSS RDA RFA PIB TVA SNCF RATP TGV PME PDG SIDA VIH ADN IA PS LR RN LFI CGT
    CFDT EDF CNRS INSEE SMIC RER BTP HLM CRS RSA OVNI DOM TOM BCE BD
    """,
    "es": """
    ONU OTAN UE OSCE OMS FMI OMC ONG URSS RDA RFA EEUU PIB IVA SIDA VIH ADN IA PP PSOE PYME OVNI CDMX UNAM RAE DNI
    BCE AVE PRI PAN ETA UCI RTVE IMSS
    """,
    "it": """
    ONU NATO UE OSCE OMS FMI ONG URSS RDT RFT PIL IVA AIDS DNA IA PD RAI FS BCE CGIL CISL UIL ASL INPS TAR PMI
    """,
    "pt": """
    ONU OTAN UE OSCE OMS FMI ONG URSS RDA RFA EUA PIB IVA SIDA AIDS DNA ADN IA PT PSD PS SUS CPF BCE OVNI STF
    """,
    "pl": """
    USA ONZ NATO UE OBWE WHO MFW WTO ZSRR NRD RFN PKB VAT AIDS HIV DNA AI PIS PO PSL PZPR PRL RP MSZ MSW MON NBP NFZ
    ZUS PKP TVP PAP GUS IPN NIK NSA SN TK UJ UW AGH
    """,
    "cs": """
    USA OSN NATO EU OBSE WHO MMF SSSR NDR SRN HDP DPH AIDS HIV DNA AI ČR ČSSR ČSR ČSFR ODS ANO ČSSD KDU KSČM TOP ČT
    ČTK ČNB MHD ČD ČEZ MS OH ME KSČ STAN SPD ROH ČVUT
    """,
    "nl": """
    VN NAVO EU OVSE WHO IMF WTO USSR DDR BBP BTW VS VK NGO AIDS HIV DNA AI VVD PVV CDA NS KLM NOS
    """,
    "tr": """
    ABD AB BM NATO AGİT DSÖ IMF SSCB GSYH KDV TBMM AKP CHP MHP HDP PKK TRT THY DNA HIV AIDS
    """,
}
KNOWN_SETS = {language: frozenset(text.split()) for language, text in KNOWN_IN.items()}

ROMAN = lazy(r"M{0,3}(?:CM|CD|D?C{0,3})(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})")


def is_known(abbreviation: str, language: str) -> bool:
    """Whether a general reader of the language needs no explanation."""
    return abbreviation in KNOWN or abbreviation in KNOWN_SETS.get(language, ()) or bool(ROMAN.fullmatch(abbreviation))


def initials(long_form: str) -> tuple[str, str]:
    """The first letters of a long form's words, without and with its small words."""
    parts = [word.text for word in words(long_form)]
    content = [part for part in parts if part.casefold() not in CONNECTORS]
    return "".join(part[0] for part in content).casefold(), "".join(part[0] for part in parts).casefold()


def stands_for(long_form: str, abbreviation: str) -> bool:
    """Whether words that follow one another in the long form begin with the abbreviation's letters."""
    return any(abbreviation.casefold() in letters for letters in initials(long_form))
