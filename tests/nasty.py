"""Texts that break programs: each must come back as typed, or with the announced substitute.

Every entry is harmless text to a person and something else to some program on the way: markup to
a label, a formula to a spreadsheet, an end of text to a database, a path to a page.
"""

from deskrisk.domain.texts import cleaned

_MARKUP = (
    "<b>bold</b> and <i>unclosed",
    "a<b",
    "if a<b then c>d",
    "R&D budget",
    "R&amp;D &lt;twice&gt; &#65; &nbsp;",
    "<img src=\"/etc/hostname\"><img src='file:///etc/passwd'>",
    "<script>alert(1)</script>",
    '<a href="javascript:alert(1)">press</a>',
    "<font color=\"[[[getattr(pow, '__globals__')]]]\">x</font>",
    "]]> <![CDATA[ <?xml version='1.0'?> <!-- remark -->",
    "<b>" * 200 + "deep" + "</b>" * 200,
    "# heading\n* point\n[link](file:///etc/passwd) ![](x.png)",
)

_FORMULAS = (
    "=1+1",
    '=HYPERLINK("http://example.invalid"; "press")',
    "@SUM(1+1)",
    "+1+1",
    "-1+1",
    "\t=1+1",
    "|cmd' /C calc'!A0",
    "007",
    "1E5",
)

_PATHS = (
    "../../etc/passwd",
    "C:\\Windows\\System32\\nul",
    "\\\\host\\share\\picture.png",
    "file:///dev/zero",
    "CON",
)

_LONG = (
    "wort" * 1_000,
    ("four thousand characters with spaces " * 109)[:4_000],
    "Donaudampfschifffahrtsgesellschaftskapitaen" * 6,
    "\n".join(f"line {number}" for number in range(60)),
)

_SCRIPTS = (
    "zażółć gęślą jaźń, Ünïcödé, ĳ ſ ß",
    "Ελληνικά и кириллица",
    "يجب أن نحمي بيانات الأعضاء قبل 30 يونيو",
    "עברית and 12 English words (in brackets)",
    "\u202egnp.exe\u202c and \u2066isolated\u2069",
    "這個專案可能會延遲 日本語のリスク 한국어",
    "e\u0301 a\u030a Z\u0351\u036b\u0343\u036a\u0302\u036b\u033d",
    "👩\u200d👩\u200d👧\u200d👦 👍🏽 🇩🇪 ❤\ufe0f",
    "zero\u200bwidth\u200c \ufeffmark\u2060 soft\u00adhyphen",
    "thin\u2009space no\u00a0break \u3000wide",
    "𝔊𝔬𝔱𝔥𝔦𝔠 and 𠜎 beyond the first plane",
)

_CONTROLS = (
    "before\x00after",
    "bell \x07, escape \x1b[31mred\x1b[0m, delete \x7f",
    "lone \ud800 surrogate",
    "not a character: \ufffe \uffff",
    "line\r\nbreaks\rof\nevery\u2028kind\u2029and\x85these",
    "tab\tbetween\tcells",
)

_PUNCTUATION = (
    "\"double\" 'single' `back` “curly” ‘quotes’ «guillemets»",
    "%s %d %(name)s {x} {0!r} {{}} $HOME ${x} \\n \\u0041",
    "'; DROP TABLE risks; --",
    "  leading and trailing blanks  ",
    ".",
)

NASTY: tuple[str, ...] = (
    *_MARKUP,
    *_FORMULAS,
    *_PATHS,
    *_LONG,
    *_SCRIPTS,
    *_CONTROLS,
    *_PUNCTUATION,
)
"""All of them; none is empty, none is longer than a text of a workshop may be."""


def expected(text: str) -> str:
    """What has to come back for such a text: itself, but for the announced substitute."""
    return cleaned(text)[0]
