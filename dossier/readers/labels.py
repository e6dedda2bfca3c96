"""The names that pages and mails give encodings, and the codec that reads what is in fact written under each."""

from __future__ import annotations

import codecs
import re

_LABEL = re.compile(r"[\w.:+-]{1,40}", re.ASCII)
_ISO_8859 = re.compile(r"(?:cs)?iso[-_]?8859[-_]?(?P<part>\d{1,2})(?:[-_]?[ie]|:\d{4})?")
_SELDOM: dict[str, str] = {
    "cn-big5": "big5",
    "dos-874": "cp874",
    "eucpkdfmtjapanese": "euc_jp",
    "gb_2312": "gb2312",
    "gb_2312-80": "gb2312",
    "iso-10646-ucs-2": "utf-16-le",
    "iso-ir-149": "cp949",
    "isolatin9": "iso8859-15",
    "koi": "koi8-r",
    "koi8": "koi8-r",
    "koi8-ru": "koi8-u",
    "ksc56011987": "cp949",
    "ks_c_5601-1989": "cp949",
    "ksc_5601": "cp949",
    "logical": "iso8859-8",
    "mac": "mac-roman",
    "mac-ukrainian": "mac-cyrillic",
    "ms949": "cp949",
    "sun_eu_greek": "iso8859-7",
    "ucs-2": "utf-16-le",
    "unicode": "utf-16-le",
    "unicode-1-1-utf-8": "utf-8",
    "unicode11utf8": "utf-8",
    "unicode20utf8": "utf-8",
    "unicodefeff": "utf-16-le",
    "unicodefffe": "utf-16-be",
    "visual": "iso8859-8",
    "windows-31j": "cp932",
    "windows-874": "cp874",
    "windows-949": "cp949",
    "x-big5": "big5",
}
"""Labels that Python does not know, without the `x-` or `cs` that may stand before one."""
_READ_AS: dict[str, str] = {
    **{name: name for name in ("utf-8", "utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be")},
    "utf-8-sig": "utf-8",
    "utf-16": "utf-16-le",
    "utf-32": "utf-32-le",
    "ascii": "cp1252",
    "iso8859-1": "cp1252",
    "iso8859-9": "cp1254",
    "iso8859-11": "cp874",
    "tis-620": "cp874",
    **{
        f"cp{number}": f"cp{number}"
        for number in (437, 737, 775, 850, 852, 855, 857, 858, 860, 861, 862, 863, 865, 866)
    },
    **{f"cp{number}": f"cp{number}" for number in (874, *range(1250, 1259))},
    **{f"iso8859-{number}": f"iso8859-{number}" for number in (2, 3, 4, 5, 6, 7, 8, 10, 13, 14, 15, 16)},
    **{name: name for name in ("koi8-r", "koi8-u", "koi8-t", "ptcp154", "kz1048")},
    **{name: name for name in ("mac-roman", "mac-cyrillic", "mac-latin2", "mac-greek", "mac-turkish", "mac-iceland")},
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "gb18030": "gb18030",
    "hz": "hz",
    "big5": "big5hkscs",
    "cp950": "big5hkscs",
    "big5hkscs": "big5hkscs",
    "shift_jis": "cp932",
    "cp932": "cp932",
    "euc_jp": "euc_jp",
    "iso2022_jp": "iso2022_jp_ext",
    "euc_kr": "cp949",
    "cp949": "cp949",
    "iso2022_kr": "iso2022_kr",
    "johab": "johab",
}
"""A codec by Python's name, and the one to read by; no other of Python's codecs is one for a text of news."""


def codec_of(label: str) -> str | None:
    """The codec for what is declared under a label; `None` if there is no such encoding.

    A label means what the WHATWG Encoding Standard says it does: `iso-8859-1` and `ascii` are read as Windows-1252,
    `gb2312` as GB 18030, `euc-kr` as Windows-949, `utf-16` as the one with the low byte first.
    """
    plain = label.strip(" \t\r\n\f\"'").lower()
    if _LABEL.fullmatch(plain) is None:
        return None
    plain = _ISO_8859.sub(r"iso8859-\g<part>", plain)
    for name in (plain, plain.removeprefix("x-"), plain.removeprefix("cs")):
        try:
            return _READ_AS.get(codecs.lookup(_SELDOM.get(name, name)).name)
        except LookupError:
            continue
    return None
