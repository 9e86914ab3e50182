"""Names that languages give in forms of their own: no rule of letters leads from one to the other."""

from __future__ import annotations

# One place (or body) in the forms that two national languages, an older and a newer usage, or English and the native
# language give it, a line each.
PLACES = """
Kyiv Kiev Kiew Kijew Kyjiw
Kharkiv Kharkov Charkiv Charkow Kharkow
Lviv Lvov Lwiw Lwów
Odesa Odessa
Chernihiv Chernigov Tschernihiw
Mykolaiv Nikolaev Nikolayev Mykolayiv
Luhansk Lugansk Luhans'k
Dnipro Dnepr
Dnipropetrovsk Dnepropetrovsk
Zaporizhzhia Zaporizhzhya Zaporozhye Zaporizhia Zaporizhye
Chornobyl Chernobyl Tschornobyl Tschernobyl
Vinnytsia Vinnitsa
Kryvyi Krivoy Krivoi
Kremenchuk Kremenchug
Ternopil Ternopol
Rivne Rovno
Chernivtsi Chernovtsy Czernowitz
Uzhhorod Uzhgorod
Izium Izyum
Bakhmut Bachmut
Horlivka Gorlovka
Makiivka Makeevka Makeyevka
Donbas Donbass
Minsk Miensk
Hrodna Grodno
Homel Gomel Homiel
Mahilyow Mogilev Mahiliou Mogilyov
Vitsebsk Vitebsk Viciebsk Vitsyebsk
Babruysk Bobruisk Bobruysk
Sukhum Sukhumi Sokhumi
Tskhinval Tskhinvali Zchinwali Zchinwal
Batum Batumi
Yerevan Erevan Jerewan Erivan
Nakhchivan Nakhichevan
Ganja Gyandzha Gence
Ashgabat Ashkhabad
Almaty Alma-Ata
Karaganda Karagandy Qaraghandy
Shymkent Chimkent
Aktobe Aqtobe Aktyubinsk
Kostanay Kustanai
Kyrgyzstan Kirghizia Kirgizia
Dushanbe Duschanbe
Tashkent Toshkent Taschkent
Samarkand Samarqand
Bukhara Buxoro Bokhara
Fergana Farghona
Transnistria Transdniestria Transdnistria Pridnestrovie
Kishinev Chisinau Chișinău
Belarus Byelorussia Belorussia
Tehran Teheran
Isfahan Esfahan Ispahan
Mashhad Meshed
Qom Ghom
Cairo Kairo
Mecca Makkah Mekka
Medina Madinah
Quran Koran
Hezbollah Hizballah Hizbullah Hizbollah
Taliban Taleban
Jeju Cheju
Busan Pusan
Daegu Taegu
Daejeon Taejon
Jeolla Cholla
Hong-Kong Hongkong
Macau Macao
Xi'an Sian
Yan'an Yenan
Mumbai Bombay
Kolkata Calcutta
Chennai Madras
Bengaluru Bangalore
Pune Poona
Varanasi Benares Banaras
Kochi Cochin
Puducherry Pondicherry
Yangon Rangoon
Myanmar Burma
Athens Athina
Thessaloniki Salonica Salonika
Piraeus Pireas Peiraias
Heraklion Iraklio Iraklion Irakleio
Chania Hania
Corfu Kerkyra
Crete Kriti
Jaffa Yafo
Haifa Hefa
Beersheba Be'er-Sheva
Krakow Cracow Kraków
"""

# One given name as two languages or two habits write it: always the same name, so it speaks for one bearer where
# nothing speaks against it.
SPELLED = """
Muhammad Mohammed Mohamed Mohammad Muhammed Mohamad Muhamad Mohamet
Hussein Husayn Hussain Husein Hossein Husain
Ahmad Ahmed Ahmet
Yusuf Yousef Youssef Yusif Yousuf
Ibrahim Ebrahim Ibraheem
Abdullah Abdallah Abdollah Abdulla
Osama Usama Oussama
Khadija Khadijah Khadidja
Fatima Fatimah Fatemeh Fatma
Aisha Aysha Ayesha Aicha
Moammar Muammar Mu'ammar Moamer
Gaddafi Qaddafi Kadhafi Gadhafi Qadhafi
Abdel Abdul Abd Abdal
"""

# One given name in two national forms, or one Chinese or Korean surname in two romanizations: the same person only
# where the rest of the name is the same.
GIVEN = """
Volodymyr Vladimir Wladimir Wolodymyr Uladzimir
Oleksandr Aleksandr Alexander Alexandr Aliaksandr Aleksander Aleksandar
Mykola Nikolai Nikolay Nikolaj Mikalai Mikalay Nikola
Serhii Serhiy Sergei Sergey Sergiy Sergii Siarhei Syarhey
Oleksii Oleksiy Aleksei Aleksey Alexei Alexey Aliaksei
Andrii Andriy Andrei Andrey Andrej
Dmytro Dmitry Dmitri Dmitriy Dmitrii Zmitser Dzmitry
Yevhen Evgeny Yevgeny Evgeniy Yevgeniy Evgenii Eugene
Hryhorii Hryhoriy Grigory Grigori Grigoriy Ryhor
Petro Pyotr Petr Piotr
Pavlo Pavel Paval
Mykhailo Mikhail Michail Mikheil Mikhailo Mihail
Vasyl Vasily Vasiliy Vasili Vasil
Kostiantyn Kostyantyn Konstantin Kanstantsin
Bohdan Bogdan
Oleh Oleg Aleh
Ihor Igor Ihar
Hlib Gleb
Yosyp Iosif Ioseb Josef Joseph
Yurii Yuriy Yuri Yury Jurij Juri
Olha Olga Volha
Olena Elena Yelena Alena
Hanna Anna Ganna
Kateryna Ekaterina Yekaterina Katsiaryna
Iryna Irina Iryna
Nataliia Natalia Natalya Nataliya
Svitlana Svetlana Sviatlana
Liudmyla Lyudmila Ludmila Liudmila
Yuliia Yulia Julia Yuliya
Viktor Victor Wiktor Viktar
Davit David
Giorgi Georgi Georgy Georgiy Georgii
Wojciech Voitsekh
Krzysztof Kshishtof
Andrzej Andzhei Andzhey
Jerzy Yezhi Ezhi
Yannis Yanis Giannis Ioannis Gianis Yiannis
Giorgos Yorgos Georgios Yiorgos
Aleksis Alexis
Yitzhak Itzhak Isaac Yitzchak
Moshe Moishe
Ya'akov Yaakov Yakov
Binyamin Benjamin Benyamin
Qasim Kassym Qasym Kasym Kassim
Qassem Ghasem Qasem Kasem Qasim Kassem
Zhou Chou
Zhang Chang
Zhao Chao
Zheng Cheng
Jiang Chiang
Deng Teng
Cai Tsai
Xie Hsieh
Xu Hsu
Cao Tsao
Park Pak Bak Paek
Kim Gim
Lee Yi Rhee Ri Li
Roh No Noh
Choi Choe Ch'oe
Jeong Jung Chung Chong
Yoon Yun
Kang Gang
Cho Jo
Moon Mun
Shin Sin
Lim Im Rim
Yoo Yu Ryu
Kwon Gwon
Oh O
Woo U Wu
Ahn An
Paik Baek Paek
"""

TITLES = frozenset(
    """
    mr mrs ms miss dr sir lord lady dame king queen prince princess count duke saint st pope father brother sister
    president vice minister prime deputy chancellor senator governor mayor ambassador secretary general colonel major
    captain lieutenant sergeant professor judge justice chief director chairman chairwoman spokesman spokeswoman
    commander academician comrade former late young old new north south east west central northern southern eastern
    western
    the and later then now today yesterday tomorrow however while when if as after before although though because since
    for in on at by with from to of but or so yet that this these those his her their its our my a an according
    herr frau präsident präsidentin minister kanzler general doktor monsieur madame président ministre señor señora
    presidente presidenta ministro ministra signor signora senhor senhora
    президент министр премьер господин госпожа генерал глава міністр пан пані pan pani prezydent minister prezident
    """.split()
)
"""Words before a name that say nothing about whose name it is: titles, and what begins sentences."""


def table(text: str) -> dict[str, frozenset[int]]:
    """The numbers of the lines that each form stands in."""
    made: dict[str, set[int]] = {}
    for at, line in enumerate(text.split("\n")):
        for form in line.split():
            made.setdefault(form.casefold(), set()).add(at)
    return {form: frozenset(lines) for form, lines in made.items()}


PLACE_OF, SPELLED_OF, GIVEN_OF = table(PLACES), table(SPELLED), table(GIVEN)
