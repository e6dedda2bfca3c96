"""The agencies that datelines and credits name, each once, as parts of regular expressions."""

from __future__ import annotations

_BOTH = (
    r"AFP|AP|UPI|EPA-EFE|EPA|EFE|ANSA|DPA|dpa|TASS|Xinhua|Yonhap|Kyodo|Reuters|REUTERS|Bloomberg|(?:The"
    r" )?Associated Press"
    r"|Anadolu|Sputnik"
)
_WORDS = r"Tass|Itar-Tass|Interfax|RIA Novosti|PTI|ANI|IANS|KCNA|Agence France-Presse|CNN|BBC|CBS|NBC|ABC|NPR"
_PICTURES = r"Getty Images|Getty|Shutterstock|iStock|Alamy|Zuma|Corbis|Polaris|Redux|NurPhoto|SIPA|The New York Times"

DATELINE_AGENCIES = rf"(?:{_BOTH}|{_WORDS})"
"""Who stands in brackets after the place of a dateline."""
PICTURE_AGENCIES = rf"(?:{_BOTH}|{_PICTURES})"
"""Who stands at the end of a caption. Not those whose name in brackets more often ends a sentence: `… said (KCNA).`"""
