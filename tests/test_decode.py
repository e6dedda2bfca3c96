"""Bytes to text; every text is invented."""

from __future__ import annotations

import codecs
import gzip
import unicodedata
import zlib
from pathlib import Path

import pytest

from dossier.model import Location
from dossier.readers.decode import decode
from dossier.readers.detect import CANDIDATES, SAMPLE, detect, sample
from dossier.readers.labels import codec_of

HERE = Location("a.txt")
TEXTS = {
    "de": "Der Hafen wurde für drei Tage geschlossen, sagte die Bürgermeisterin. Die Fähre blieb über Nacht draußen und lief erst später ein.",
    "fr": "Le port a été fermé pendant trois jours, a déclaré la préfète. L’été fut très court à Orléans, où les élèves attendaient « la rentrée ».",
    "es": "El puerto permaneció cerrado tres días, según informó la alcaldía. ¿Volverá mañana el transbordador? «Sí», dijo el capitán Núñez.",
    "it": "Il porto è rimasto chiuso per tre giorni, perché la città non può più aspettare: così ha detto ieri la sindaca, già in difficoltà.",
    "pl": "Port był zamknięty przez trzy dni, powiedziała burmistrzyni. Prom został na noc na zewnątrz, a później wpłynął do portu w Łebie, gdzie żeglarze śpiewali.",
    "cs": "Přístav byl tři dny uzavřen, řekla starostka města. Trajekt zůstal přes noc na moři a připlul až později, protože měl poruchu žebříku.",
    "hu": "A kikötőt három napra lezárták, mondta a polgármesternő. A komp éjszakára kint maradt, és csak később futott be, mert erős szél fújt a tó felől.",
    "ru": "Порт был закрыт на три дня, сообщила мэр города. Паром остался на ночь в море и пришёл только утром, потому что дул сильный ветер.",
    "uk": "Порт був закритий на три дні, повідомила мерка міста. Пором залишився на ніч у морі й прийшов лише вранці, бо віяв сильний вітер із півночі.",
    "bg": "Пристанището беше затворено за три дни, съобщи кметицата на града. Фериботът остана през нощта в морето и пристигна сутринта, защото духаше силен вятър.",
    "el": "Το λιμάνι έμεινε κλειστό για τρεις ημέρες, δήλωσε η δήμαρχος. Το πλοίο έμεινε τη νύχτα έξω και έφτασε το πρωί, γιατί φυσούσε δυνατός άνεμος.",
    "tr": "Liman üç gün boyunca kapatıldı, dedi belediye başkanı. Feribot geceyi açıkta geçirdi ve ancak sabah geldi, çünkü güçlü bir rüzgâr esiyordu; iğneyle kuyu kazıldı.",
    "he": "הנמל נסגר לשלושה ימים, אמרה ראש העיר. המעבורת נשארה בלילה בחוץ והגיעה רק בבוקר, כי נשבה רוח חזקה מן הים.",
    "ar": "أغلق الميناء لمدة ثلاثة أيام، قالت رئيسة البلدية. بقيت العبارة في الخارج خلال الليل ووصلت في الصباح، لأن الرياح كانت قوية.",
    "th": "ท่าเรือปิดเป็นเวลาสามวัน นายกเทศมนตรีกล่าวว่าเรือเฟอร์รี่จอดอยู่ข้างนอกในตอนกลางคืนและมาถึงในตอนเช้าเพราะลมแรง",
    "vi": "Cảng đã đóng cửa trong ba ngày, thị trưởng nói. Chiếc phà ở lại ngoài khơi suốt đêm và chỉ đến vào buổi sáng vì gió mạnh.",
    "lt": "Uostas buvo uždarytas tris dienas, sakė merė. Keltas naktį liko jūroje ir atplaukė tik ryte, nes pūtė stiprus vėjas iš šiaurės.",
    "ja": "港は三日間にわたって閉鎖されたと市長が発表した。フェリーは夜の間、沖に停泊し、朝になってから入港した。風が強かったためだという。",
    "zh": "市长说，港口关闭了三天。渡轮在外面过夜，直到早上才进港，因为当时海上的风很大。人们在码头等待消息。",
    "zh-Hant": "市長說，港口關閉了三天。渡輪在外面過夜，直到早上才進港，因為當時海上的風很大。人們在碼頭等待消息。",
    "ko": "시장은 항구가 사흘 동안 폐쇄되었다고 말했다. 여객선은 밤새 바다에 머물렀고 바람이 강했기 때문에 아침에야 들어왔다.",
}
WRITTEN = {
    **dict.fromkeys(("de", "es", "it"), ("cp1252", "mac-roman")),
    "fr": ("cp1252", "mac-roman"),
    **dict.fromkeys(("pl", "cs", "hu"), ("cp1250", "iso8859-2", "cp852")),
    "ru": ("cp1251", "koi8-r", "iso8859-5", "cp866", "mac-cyrillic"),
    "uk": ("cp1251", "koi8-u", "iso8859-5"),
    "bg": ("cp1251", "koi8-r", "iso8859-5", "cp866"),
    "el": ("cp1253", "iso8859-7"),
    "tr": ("cp1254", "iso8859-9"),
    "he": ("cp1255", "iso8859-8"),
    "ar": ("cp1256", "iso8859-6"),
    "th": ("tis-620", "cp874"),
    "lt": ("cp1257", "iso8859-13"),
    "ja": ("shift_jis", "euc_jp", "iso2022_jp"),
    "zh": ("gb2312", "gbk", "gb18030"),
    "zh-Hant": ("big5", "cp950"),
    "ko": ("euc_kr", "cp949", "iso2022_kr"),
}
CASES = [(language, encoding) for language, encodings in WRITTEN.items() for encoding in encodings]


def said(content: bytes, declared: str | None = None) -> list[str]:
    return [
        f"{each.location.line} {each.severity}: {each.message}" for each in decode(content, HERE, declared=declared)[1]
    ]


@pytest.mark.parametrize(("language", "encoding"), CASES)
def test_a_language_in_each_of_its_encodings(language: str, encoding: str) -> None:
    text = TEXTS[language]
    decoded, diagnostics = decode(f"\n{text}".encode(encoding), HERE)
    assert decoded == f"\n{text}"
    assert [each.severity for each in diagnostics] == ["warning"]
    assert "which was guessed" in diagnostics[0].message


def test_vietnamese_is_put_together_again() -> None:
    tones = {"\u0300", "\u0301", "\u0303", "\u0309", "\u0323"}
    apart = []
    for letter in TEXTS["vi"]:
        parts = unicodedata.normalize("NFD", letter)
        tone = "".join(part for part in parts if part in tones)
        apart.append(unicodedata.normalize("NFC", "".join(part for part in parts if part not in tones)) + tone)
    content = "".join(apart).encode("cp1258")
    assert decode(content, HERE)[0] == TEXTS["vi"]
    assert decode(content, HERE, declared="windows-1258") == (TEXTS["vi"], ())


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be"])
@pytest.mark.parametrize("language", ["de", "ru", "ja", "ar"])
def test_wide_encodings_with_and_without_a_mark(language: str, encoding: str) -> None:
    text = f"{TEXTS[language]}\n{TEXTS[language]}"
    assert decode(text.encode(encoding), HERE)[0] == text
    marked = decode(f"\ufeff{text}".encode(encoding), HERE)
    assert marked == (text, ())


def test_the_sign_of_the_euro_and_the_letters_of_latin_9() -> None:
    text = "Le cœur du marché a coûté 3 € hier, et les œufs 12 € à Orléans, où la préfète a dit non."
    assert decode(text.encode("iso8859-15"), HERE)[0] == text


def test_a_sign_is_no_letter() -> None:
    text = "The ferry didn’t leave – nobody knew why. “It won’t sail today,” said the mayor of the town, who paid £80."
    assert decode(text.encode("cp1252"), HERE)[0] == text
    assert decode(text.encode("mac-roman"), HERE)[0] == text


def test_one_broken_byte_changes_no_other_letter() -> None:
    content = TEXTS["fr"].encode("cp1252").replace(b"court", b"co\x81rt")
    text, diagnostics = decode(content, HERE)
    assert text == TEXTS["fr"].replace("court", "co\ufffdrt")
    assert [each.message for each in diagnostics][1] == "begins like cp1252, but not all of it is"


def test_utf_8_that_was_cut_stays_utf_8() -> None:
    content = f"{TEXTS['ru']}\n{TEXTS['de']}é".encode()[:-1]
    assert said(content) == ["2 warning: begins like utf-8, but not all of it is"]


def test_chinese_whose_pairs_look_like_utf_8() -> None:
    text = "港口关闭" * 20
    assert decode(text.encode("gbk"), HERE)[0] == text


@pytest.mark.parametrize(
    ("declared", "codec"),
    [
        ("ISO-8859-1", "cp1252"),
        (" us-ascii\n", "cp1252"),
        ("latin1", "cp1252"),
        ("iso_8859-9:1989", "cp1254"),
        ("iso-8859-8-I", "iso8859-8"),
        ("gb2312", "gb18030"),
        ("x-gbk", "gb18030"),
        ("x-sjis", "cp932"),
        ("Shift_JIS", "cp932"),
        ("ks_c_5601-1987", "cp949"),
        ("EUC-KR", "cp949"),
        ("Big5-HKSCS", "big5hkscs"),
        ("csBig5", "big5hkscs"),
        ("tis-620", "cp874"),
        ("macintosh", "mac-roman"),
        ("windows-1251", "cp1251"),
        ("utf-16", "utf-16-le"),
        ("utf8", "utf-8"),
        ("rot13", None),
        ("unicode_escape", None),
        ("utf-7", None),
        ("idna", None),
        ("", None),
        ("a\0b", None),
        ("../x", None),
        ("x" * 500, None),
    ],
)
def test_what_a_label_means(declared: str, codec: str | None) -> None:
    assert codec_of(declared) == codec


def test_a_declared_encoding_wins_over_detection() -> None:
    content = TEXTS["ru"].encode("cp1251")
    assert decode(content, HERE, declared="windows-1251") == (TEXTS["ru"], ())
    assert decode(content, HERE, declared="koi8-r") == (content.decode("koi8-r"), ())
    assert decode("“Never”".encode("cp1252"), HERE, declared="iso-8859-1") == ("“Never”", ())
    assert decode(TEXTS["ja"].encode("iso2022_jp"), HERE, declared="iso-2022-jp") == (TEXTS["ja"], ())
    assert decode("联通".encode("gbk"), HERE, declared="gb2312") == ("联通", ())


def test_a_declared_encoding_that_is_none_or_does_not_fit() -> None:
    content = f"One.\n{TEXTS['ru']}".encode("cp1251")
    for declared in ("utf-8", "klingon", "utf-16", "big5"):
        text, diagnostics = decode(content, HERE, declared=declared)
        assert text == f"One.\n{TEXTS['ru']}"
        assert len(diagnostics) == 2
    assert said(content, "utf-8")[0] == "2 warning: declared as utf-8, but not all of it is"
    assert said(content, "klingon")[0] == "0 warning: the encoding it declares, 'klingon', is none that is known"


def test_utf_8_that_is_declared_as_something_else() -> None:
    for language, declared in (("fr", "iso-8859-1"), ("ru", "koi8-r"), ("zh", "gb2312"), ("ja", "big5")):
        text, diagnostics = decode(TEXTS[language].encode(), HERE, declared=declared)
        assert text == TEXTS[language]
        assert len(diagnostics) == 1


def test_a_mark_wins_over_what_is_declared() -> None:
    assert decode("\ufeffÇa va.".encode(), HERE, declared="iso-8859-1") == ("Ça va.", ())


PDF = b"%PDF-1.4\n%\xe2\xe3\xcf\xd3\n1 0 obj\n<</Filter/FlateDecode>>\nstream\n" + zlib.compress(bytes(range(256)) * 20)
BINARIES = {
    "program": Path("/bin/ls").read_bytes(),
    "gzip": gzip.compress(TEXTS["de"].encode(), mtime=0),
    "zlib": zlib.compress(TEXTS["ru"].encode()),
    "pdf": PDF,
    "zip": b"PK\x03\x04\x14\x00\x06\x00\x08\x00" + zlib.compress(TEXTS["fr"].encode()),
    "png": b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x10" + zlib.compress(bytes(999)),
    "jpeg": b"\xff\xd8\xff\xe0\x00\x10JFIF\x00\x01" + bytes(range(1, 256)),
    "numbers": bytes(range(256)) * 8,
}


@pytest.mark.parametrize("name", BINARIES)
@pytest.mark.parametrize("declared", [None, "utf-8", "utf-16", "koi8-r"])
def test_what_is_no_text(name: str, declared: str | None) -> None:
    assert decode(BINARIES[name], HERE, declared=declared)[0] is None


def test_a_large_file_is_judged_by_the_part_that_tells() -> None:
    content = b"The ferry lay in the harbour. " * 100_000 + TEXTS["pl"].encode("iso8859-2") + b"\nAnd so on. " * 100_000
    part = sample(content)
    assert len(part) <= SAMPLE
    assert TEXTS["pl"].encode("iso8859-2")[10:] in part
    assert detect(content) == "iso8859-2"


def test_every_candidate_is_named_as_python_names_it() -> None:
    assert [codecs.lookup(name).name for name in CANDIDATES] == list(CANDIDATES)
