"""The search over everything: kept up to date after the commits, never inside of them.

The words of a workshop are one document, written anew as a whole: nothing tells in which order its
texts came. The texts themselves are not kept a second time; a hit is read where it stands.
"""

import json
from collections.abc import Iterable, Iterator
from datetime import date
from functools import cache

from deskrisk.domain.library import Shelf
from deskrisk.domain.listing import FilterKind, Wish
from deskrisk.domain.model.ids import WorkshopId
from deskrisk.domain.search import Found, Hit, HitKind, Passage, best_passages, marked, words_of
from deskrisk.storage.driver import Connection
from deskrisk.storage.search_tables import COLUMNS, SQL, TABLES

AT_ONCE = 10
"""How many workshops one transaction reads anew."""

MOST_WORKSHOPS = 50
MOST_EACH = 3
"""How many workshops a search shows, and how many texts of each."""

_FIELDS: tuple[tuple[HitKind, str, str, tuple[str, ...]], ...] = (
    (HitKind.TITLE, "brief", "''", ("title",)),
    (HitKind.PROJECT, "brief", "''", ("project", "organisation")),
    (HitKind.PERSON, "brief", "''", ("facilitator",)),
    (HitKind.PERSON, "participants", "id", ("name", "role")),
    (HitKind.RISK, "risks", "id", ("title", "cause", "event", "consequence")),
    (HitKind.NOTE, "risks", "id", ("red_line_reason", "note", "ideas ->> '$[0]'")),
    (
        HitKind.PROMISE,
        "mitigations",
        "id",
        ("title", "description", "status_note", "signal ->> '$.statement'"),
    ),
    (
        HitKind.RESPONSE,
        "responses",
        "risk",
        ('"reason"', '"trigger"', "fallback", "leverage_note"),
    ),
    (HitKind.FEAR, "fears", "id", ("text",)),
    (HitKind.NOTE, "fears", "id", ("note",)),
    (HitKind.PILE, "clusters", "id", ("name",)),
    (HitKind.AIM, "brief", "''", ("purpose",)),
    (HitKind.AIM, "objectives", "id", ("text",)),
    (HitKind.AGREEMENT, "working_agreements", "id", ("text",)),
    (HitKind.NOTE, "discussion_notes", "risk", ("text",)),
    (HitKind.NOTE, "progress", "''", ("order_note", "owner_reason")),
    (HitKind.NOTE, "order_moves", "risk", ("reason",)),
    (HitKind.NOTE, "stances", "participant", ("comment", "acceptable_if")),
    (HitKind.NOTE, "amendments", "id", ("change",)),
    (HitKind.NOTE, "review_entries", "risk", ("reading", "note")),
    (HitKind.NOTE, "stage_notes", "stage", ('"private"', "passed_because")),
)
"""Every text that can be found: what it is of, its table, what names its row, its columns."""

_COLUMN = {
    HitKind.TITLE: "title",
    HitKind.PROJECT: "project",
    HitKind.PERSON: "people",
    HitKind.RISK: "risks",
    HitKind.PROMISE: "promises",
    HitKind.RESPONSE: "promises",
    HitKind.FEAR: "fears",
}
_ORDER = tuple(HitKind)
_STALE = """SELECT w.id, w.touched FROM workshop w LEFT JOIN search_doc d ON d.workshop_id = w.id
    WHERE w.shelf <> 'trash' AND d.touched IS NOT w.touched ORDER BY w.touched DESC"""
_GONE = """SELECT d.doc FROM search_doc d LEFT JOIN workshop w ON w.id = d.workshop_id
    WHERE w.id IS NULL OR w.shelf = 'trash'"""
_TAGS = """SELECT 'project', project FROM workshop WHERE id = :of AND project <> ''
    UNION SELECT 'stage', stage FROM workshop WHERE id = :of
    UNION SELECT 'year', substr(held_on, 1, 4) FROM workshop WHERE id = :of
    UNION SELECT 'person', name FROM participants WHERE workshop_id = :of AND name <> ''
    UNION SELECT 'category', CASE c.name WHEN '' THEN c.id ELSE c.name END
        FROM risks r JOIN categories c ON c.workshop_id = r.workshop_id AND c.id = r.category
        WHERE r.workshop_id = :of"""


def unread(connection: Connection) -> int:
    """How many workshops are not in the search as they are now."""
    (found,) = connection.execute(f"SELECT count(*) FROM ({_STALE})").fetchone()  # noqa: S608
    return int(found)


def catch_up(connection: Connection) -> bool:
    """Read some workshops anew that have changed, in one transaction of their own.

    Args:
        connection: the plain one of the writer, outside of any transaction.

    Returns:
        whether there are more.
    """
    gone = [doc for (doc,) in connection.execute(_GONE)]
    stale = connection.execute(f"{_STALE} LIMIT {AT_ONCE + 1}").fetchall()
    if not gone and not stale:
        return False
    connection.execute("BEGIN IMMEDIATE")
    try:
        for doc in gone:
            _drop(connection, doc)
        for id_, touched in stale[:AT_ONCE]:
            _read_anew(connection, id_, touched)
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise
    return len(stale) > AT_ONCE


def begin_anew(connection: Connection) -> None:
    """Throw the search away and make an empty one: its tables are damaged, or hold what was erased.

    Args:
        connection: the plain one of the writer, outside of any transaction.
    """
    connection.execute("BEGIN IMMEDIATE")
    try:
        for name in TABLES:
            connection.execute(f"DROP TABLE IF EXISTS {name}")
        for statement in SQL:
            connection.execute(statement)
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise


def tighten(connection: Connection) -> None:
    """Let no word stay in the search that is in no workshop any more."""
    connection.execute("INSERT INTO search (search) VALUES ('optimize')")


def find(connection: Connection, text: str, wish: Wish) -> Found:
    """Look for words.

    Args:
        connection: of a reader; its ``interrupt`` ends a search that nobody waits for any more.
        text: as it was typed.
        wish: the filters count, the shelf does not: only the trash is left out.

    Returns:
        nothing for a text without a word, or with a single letter.
    """
    words = words_of(text)
    if len("".join(words)) < 2:
        return Found()
    statement, values = _statement(words, wish)
    found = connection.execute(statement, values).fetchall()
    shown = found[:MOST_WORKSHOPS]
    passages = _passages(connection, [each[0] for each in shown])
    hits = [
        Hit(
            workshop=WorkshopId(id_),
            workshop_title=title,
            held_on=date.fromisoformat(held_on),
            shelf=Shelf(shelf),
            passage=passage,
            marks=marked(passage.text, words),
        )
        for id_, title, held_on, shelf in shown
        for passage in best_passages(passages.get(id_, ()), words, _ORDER, MOST_EACH)
    ]
    return Found(
        hits=tuple(hits),
        workshops=len(shown),
        more=len(found) > MOST_WORKSHOPS,
        unread=unread(connection),
    )


def _statement(words: tuple[str, ...], wish: Wish) -> tuple[str, list[str | int]]:
    values: list[str | int] = [" ".join(f'"{word}"*' for word in words)]
    narrow = ""
    for kind, value in wish.filters:
        narrow += " AND search.rowid IN (SELECT doc FROM search_tag WHERE kind = ? AND value = ?)"
        values += [kind.value, value]
    weights = ", ".join(str(weight) for _name, weight in COLUMNS)
    ranked = f"""SELECT search.rowid AS doc, bm25(search, {weights}) AS worth
        FROM search WHERE search MATCH ?{narrow} ORDER BY worth LIMIT ?"""  # noqa: S608  our texts
    statement = f"""SELECT w.id, w.title, w.held_on, w.shelf FROM ({ranked}) found
        JOIN search_doc d ON d.doc = found.doc JOIN workshop w ON w.id = d.workshop_id
        WHERE w.shelf <> 'trash' ORDER BY found.worth, w.touched DESC"""  # noqa: S608  our texts
    return statement, [*values, MOST_WORKSHOPS + 1]


def _read_anew(connection: Connection, id_: str, touched: int) -> None:
    known = connection.execute("SELECT doc FROM search_doc WHERE workshop_id = ?", (id_,))
    for (doc,) in known.fetchall():
        _drop(connection, doc)
    made = connection.execute(
        "INSERT INTO search_doc (workshop_id, touched) VALUES (?, ?)", (id_, touched)
    )
    doc = made.lastrowid
    texts: dict[str, list[str]] = {name: [] for name, _weight in COLUMNS}
    for passage in _passages(connection, [id_]).get(id_, ()):
        texts[_COLUMN.get(passage.kind, "notes")].append(passage.text)
    words = [" ".join(sorted(each)) for each in texts.values()]
    marks = ", ".join("?" * (len(words) + 1))
    names = ", ".join(texts)
    connection.execute(f"INSERT INTO search (rowid, {names}) VALUES ({marks})", (doc, *words))  # noqa: S608
    tags = connection.execute(_TAGS, {"of": id_}).fetchall()
    connection.executemany(
        "INSERT INTO search_tag (kind, value, doc) VALUES (?, ?, ?)",
        [(kind, value, doc) for kind, value in tags],
    )


def _drop(connection: Connection, doc: int) -> None:
    connection.execute("DELETE FROM search WHERE rowid = ?", (doc,))
    connection.execute("DELETE FROM search_tag WHERE doc = ?", (doc,))
    connection.execute("DELETE FROM search_doc WHERE doc = ?", (doc,))


def _passages(connection: Connection, ids: Iterable[str]) -> dict[str, list[Passage]]:
    found: dict[str, list[Passage]] = {}
    for workshop, kind, part, id_, text in connection.execute(
        _every_text(), {"of": json.dumps(list(ids))}
    ):
        passage = Passage(kind=HitKind(kind), part=part, id=id_, text=text)
        found.setdefault(workshop, []).append(passage)
    return found


@cache
def _every_text() -> str:
    return " UNION ALL ".join(_selects())


def _selects() -> Iterator[str]:
    for kind, table, key, fields in _FIELDS:
        for field in fields:
            text = f"'{kind.value}', '{table}', {key}, {field}"
            yield (
                f"SELECT workshop_id, {text} FROM {table}"  # noqa: S608  our own names
                f" WHERE workshop_id IN (SELECT value FROM json_each(:of)) AND {field} <> ''"
            )


KINDS = tuple(FilterKind)
