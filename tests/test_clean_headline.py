"""Which first line is a headline: what is taken, and what may as well be something else and stays."""

from __future__ import annotations

import pytest
from test_clean import clean_text

LANGUAGES = {
    "German": (
        "Fährstreik geht in den dritten Tag",
        "Die Fähre lag am Montag im Hafen von Nordhafen, und niemand wusste, wann sie wieder ablegen würde.",
    ),
    "French": (
        "Grève des ferries : le port bloqué pour le troisième jour",
        "Le port est resté fermé lundi, et personne ne savait quand les ferries repartiraient vers les îles.",
    ),
    "Spanish": (
        "La huelga del puerto entra en su tercer día",
        "El puerto seguía cerrado el lunes, y nadie sabía cuándo volverían a salir los barcos hacia las islas.",
    ),
    "Russian": (
        "Забастовка паромщиков продолжается третий день",
        "Паром стоял в гавани в понедельник, и никто не знал, когда он снова отправится к дальним островам.",
    ),
    "Japanese": (
        "フェリーのスト、三日目に突入",
        "フェリーは月曜日も港に停泊したままで、いつ出航できるのか誰にも分からなかった。",
    ),
    "Chinese": ("渡轮罢工进入第三天", "渡轮星期一仍停泊在港口，没有人知道它何时能够再次启航。"),
    "Korean": (
        "여객선 파업 사흘째 계속",
        "여객선은 월요일에도 항구에 머물렀고, 언제 다시 출항할지 그 섬에서는 아무도 알지 못했다고 한다.",
    ),
    "Arabic": (
        "إضراب العبارات يدخل يومه الثالث",
        "بقيت العبارة في الميناء يوم الاثنين، ولم يعرف أحد متى ستغادر من جديد نحو الجزر القريبة.",
    ),
    "Hindi": (
        "नौका हड़ताल तीसरे दिन भी जारी",
        "सोमवार को नौका बंदरगाह में खड़ी रही और किसी को नहीं पता था कि वह फिर कब रवाना होगी।",
    ),
    "Amharic": (
        "የመርከብ ሰራተኞች አድማ ሶስተኛ ቀኑን ያዘ",
        "መርከብ በወደቡ ላይ ሰኞ ዕለት ቆሞ ነበር እናም መቼ እንደገና እንደሚነሳ ማንም አያውቅም ነበር ሲሉ የከተማው ነዋሪዎች ተናግረዋል።",
    ),
}

TEXT = "The ferry lay in the harbour of North Harbour on Monday, and nobody knew when it would leave again."
GERMAN = "Niemand wusste am Montag, wann die Fähre wieder ablegen würde, und die Reederei schwieg dazu."
FRENCH = "Personne ne savait quand le port serait rouvert, et le maire gardait le silence depuis trois jours."

STAYS = {
    "a sentence without its full stop": ("The mayor of North Harbour promised an answer to the crew", TEXT),
    "one in the present": ("Ada Vance still remembers one passenger on that ferry", TEXT),
    "one without articles": ("Nobody in North Harbour knew when ferry crews might leave", TEXT),
    "one in the past": ("Ferry traffic fell sharply after reports from North Harbour", TEXT),
    "the sentence under a headline": (
        "North Harbour ferry crews blame years of cuts for walkout over pay as talks with company enter final phase",
        TEXT,
    ),
    "a question to the reader": ("Got time for ferry trips?", TEXT),
    "a caption": ("Ferry passengers wait at North Harbour on Saturday", TEXT),
    "a credit": ("Bo Lind for The Harbour Times", TEXT + " It was lost at times."),
    "two names": ("Ada Vance and Bo North Lind", TEXT),
    "another article": ("Bo Lind: Take North Harbour ferry away", TEXT),
    "a series of the paper": ("Series: North Harbour Ferry Affair And Its Causes", TEXT),
    "a label that the text does not take up": ("Things That Really Matter Most", TEXT),
    "a row": ("Ferry dividend 24 crowns vs 30", TEXT),
    "a row of figures": ("Ferry sales 3.1 mln previous 2.9", TEXT),
    "columns": ("Ferry Harbour North   CLOSE   APRIL 6", TEXT),
    "a line over no prose": ("Harbour Ferry Strike Enters Third Day", "Ferry sales up\n\nCrew costs up"),
    "rows with a blank line between": ("Ferry shr loss 1.02 crowns", f"Ferry loss 63 crowns\n\n{TEXT}"),
    "a German sentence": ("Die Fähre war am Montag wieder im Hafen", GERMAN),
    "a French sentence": ("Le maire a promis une réponse rapide aux marins", FRENCH),
    "a Japanese sentence": (
        "港は三日間も閉鎖された",
        "港がいつ開くのか誰にも分からなかった。乗組員は賃上げを求めている。",
    ),
    "highlights over a dateline": (
        "Ferry crews tend to agree\n\nHarbour crews tend to disagree strongly",
        f"LONDON, March 3 (Reuters) - {TEXT}",
    ),
}


@pytest.mark.parametrize("name", LANGUAGES)
def test_a_headline_in_any_language(name: str) -> None:
    headline, text = LANGUAGES[name]
    cleaned = clean_text(f"{headline}\n\n{text}")
    assert [(each.rule, each.text) for each in cleaned.removed] == [("headline", headline)]
    assert [paragraph.text for paragraph in cleaned.paragraphs] == [text]


@pytest.mark.parametrize("name", STAYS)
def test_a_doubtful_line_stays(name: str) -> None:
    line, text = STAYS[name]
    cleaned = clean_text(f"{line}\n\n{text}")
    assert not cleaned.taken("headline")
    assert cleaned.paragraphs[0].text == line.split("\n")[0]


@pytest.mark.parametrize(
    ("headline", "between"),
    [
        ("Ferry Strike at North Harbour Enters Its Third Day", ""),
        ("The Ferry Strike Is Over, Mayor Says", ""),
        ("Ferry strike enters third day", "Ada Vance\n\n"),
        ("Ferry strike enters third day", "Bo Lind/Harbour Wire Bo Lind/Harbour Wire\n\n"),
        ("The ferry strike is over", "By Ada Vance\n\n"),
        ("The ferry strike is over", "The crew of North Harbour will return.\n\nBy Ada Vance\n\n"),
        ("The ferry strike is over", "LONDON, March 3 (Reuters) - "),
    ],
)
def test_a_headline_over_what_may_stand_between(headline: str, between: str) -> None:
    assert [each.text for each in clean_text(f"{headline}\n\n{between}{TEXT}").taken("headline")] == [headline]
