"""The search over everything: kept up to date after the commits, never inside of them.

The words of a workshop are one document, written anew as a whole: nothing tells in which order its
texts came. The texts themselves are not kept a second time; a hit is read where it stands.
"""

import json
from collections.abc import Iterator, Sequence
from datetime import date
from functools import cache

from sqlcipher3 import dbapi2

from deskrisk.domain.library import Shelf
from deskrisk.domain.listing import Wish
from deskrisk.domain.model.ids import WorkshopId
from deskrisk.domain.search import (
    Found,
    Hit,
    HitKind,
    Passage,
    best_passages,
    counted,
    marked,
    spelled,
    words_of,
)
from deskrisk.storage.driver import Connection
from deskrisk.storage.search_tables import COLUMNS, GONE, SQL

AT_ONCE = 10
"""How many workshops one transaction reads anew."""

MOST_WORKSHOPS = 17
MOST_EACH = 3
"""How many workshops a search shows at once, and how many texts of each."""

_FIELDS: tuple[tuple[HitKind, str, str, tuple[str, ...]], ...] = (
    (HitKind.TITLE, "brief", "''", ("title",)),
    (HitKind.PROJECT, "brief", "''", ("project", "organisation")),
    (HitKind.PERSON, "brief", "''", ("facilitator",)),
    (HitKind.PERSON, "participants", "id", ("name", "role")),
    (HitKind.RISK, "risks", "id", ("title", "cause", "event", "consequence")),
    (HitKind.NOTE, "risks", "id", ("red_line_reason", "note")),
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

_Text = tuple[str, ...]
_DAMAGED = (1, 11)
"""SQLite's codes for a table that is not what it was."""

FEWEST_LETTERS = 2
"""A single letter begins nearly every word."""

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
_ORPHANS = """SELECT d.doc FROM search_doc d LEFT JOIN workshop w ON w.id = d.workshop_id
    WHERE w.id IS NULL OR w.shelf = 'trash'"""
_RANKED = """SELECT search.rowid AS doc,
    bm25(search, 10.0, 6.0, 5.0, 4.0, 3.0, 3.0, 1.0) AS worth FROM search WHERE search MATCH ?"""
"""Weights as many as columns: a title is worth most, a note least."""

_TAGGED = " AND search.rowid IN (SELECT doc FROM search_tag WHERE kind = ? AND value = ?)"
_WORDS = """INSERT INTO search (rowid, title, project, people, risks, promises, fears, notes)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?)"""
_CARDS = (
    "SELECT w.id, w.title, w.held_on, w.shelf FROM (",
    """) found JOIN search_doc d ON d.doc = found.doc JOIN workshop w ON w.id = d.workshop_id
    WHERE w.shelf <> 'trash' ORDER BY found.worth, w.touched DESC""",
)
_TAGS = """SELECT 'project', project FROM workshop WHERE id = :of AND project <> ''
    UNION SELECT 'stage', stage FROM workshop WHERE id = :of
    UNION SELECT 'year', substr(held_on, 1, 4) FROM workshop WHERE id = :of
    UNION SELECT 'person', name FROM participants WHERE workshop_id = :of AND name <> ''
    UNION SELECT 'category', CASE c.name WHEN '' THEN c.id ELSE c.name END
        FROM risks r JOIN categories c ON c.workshop_id = r.workshop_id AND c.id = r.category
        WHERE r.workshop_id = :of"""


def unread(connection: Connection) -> int:
    """How many workshops are not in the search as they are now."""
    return len(connection.execute(_STALE).fetchall())


def catch_up(connection: Connection) -> bool:
    """Read some workshops anew that have changed, in one transaction of their own.

    Args:
        connection: the plain one of the writer, outside of any transaction.

    Returns:
        whether there are more.
    """
    gone = [doc for (doc,) in connection.execute(_ORPHANS)]
    stale = connection.execute(_STALE).fetchmany(AT_ONCE + 1)
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


def keep_up(connection: Connection) -> bool:
    """``catch_up``, which begins anew where the tables of the search are damaged.

    Returns:
        whether there is more to do.
    """
    try:
        return catch_up(connection)
    except dbapi2.DatabaseError as error:
        code = getattr(error, "sqlite_errorcode", 0) & 0xFF
        if code not in _DAMAGED:
            raise
        begin_anew(connection)
        return True


def begin_anew(connection: Connection) -> None:
    """Throw the search away and make an empty one: its tables are damaged, or hold what was erased.

    Args:
        connection: the plain one of the writer, outside of any transaction.
    """
    connection.execute("BEGIN IMMEDIATE")
    try:
        for statement in (*GONE, *SQL):
            connection.execute(statement)
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise


def tighten(connection: Connection) -> None:
    """Let no word stay in the search that is in no workshop any more."""
    connection.execute("INSERT INTO search (search) VALUES ('optimize')")


def find(connection: Connection, text: str, wish: Wish, *, skip: int = 0) -> Found:
    """Look for words.

    Args:
        connection: of a reader; its ``interrupt`` ends a search that nobody waits for any more.
        text: as it was typed.
        wish: the filters count, the shelf does not: only the trash is left out.
        skip: how many of the best workshops are known already.

    Returns:
        nothing for a text without a word, or with a single letter.
    """
    words = words_of(text)
    if not words or ("".join(words).isascii() and len("".join(words)) < FEWEST_LETTERS):
        return Found()
    statement, values = _statement(words, wish)
    found = connection.execute(statement, (*values, skip)).fetchall()
    shown = found[:MOST_WORKSHOPS]
    texts = _texts(connection, [each[0] for each in shown])
    hits = tuple(hit for each in shown for hit in _hits(each, texts[each[0]], words))
    return Found(hits=hits, workshops=len(shown), more=len(found) > MOST_WORKSHOPS)


def _hits(card: Sequence[str], texts: Sequence[_Text], words: tuple[str, ...]) -> Iterator[Hit]:
    id_, title, held_on, shelf = card
    holding = (
        Passage(kind=HitKind(kind), part=part, id=key, text=text)
        for kind, part, key, text in texts
        if counted(text, words)
    )
    for passage in best_passages(holding, words, _ORDER, MOST_EACH):
        yield Hit(
            workshop=WorkshopId(id_),
            workshop_title=title,
            held_on=date.fromisoformat(held_on),
            shelf=Shelf(shelf),
            passage=passage,
            marks=marked(passage.text, words),
        )


def _statement(words: tuple[str, ...], wish: Wish) -> tuple[str, list[str | int]]:
    values: list[str | int] = [" ".join(f'"{word}"*' for word in words)]
    for kind, value in wish.filters:
        values += [kind.value, value]
    ranked = " ".join((_RANKED, _TAGGED * len(wish.filters), "ORDER BY worth LIMIT ? OFFSET ?"))
    statement = " ".join((_CARDS[0], ranked, _CARDS[1]))
    return statement, [*values, MOST_WORKSHOPS + 1]


def _read_anew(connection: Connection, id_: str, touched: int) -> None:
    known = connection.execute("SELECT doc FROM search_doc WHERE workshop_id = ?", (id_,))
    for (doc,) in known.fetchall():
        _drop(connection, doc)
    made = connection.execute(
        "INSERT INTO search_doc (workshop_id, touched) VALUES (?, ?)", (id_, touched)
    )
    doc = made.lastrowid
    texts: dict[str, list[str]] = {name: [] for name in COLUMNS}
    for kind, _part, _key, text in _texts(connection, [id_])[id_]:
        texts[_COLUMN.get(HitKind(kind), "notes")].append(text)
    words = [spelled("\n".join(sorted(each))) for each in texts.values()]
    connection.execute(_WORDS, (doc, *words))
    tags = connection.execute(_TAGS, {"of": id_}).fetchall()
    connection.executemany(
        "INSERT INTO search_tag (kind, value, doc) VALUES (?, ?, ?)",
        [(kind, value, doc) for kind, value in tags],
    )


def _drop(connection: Connection, doc: int) -> None:
    connection.execute("DELETE FROM search WHERE rowid = ?", (doc,))
    connection.execute("DELETE FROM search_tag WHERE doc = ?", (doc,))
    connection.execute("DELETE FROM search_doc WHERE doc = ?", (doc,))


def _texts(connection: Connection, ids: Sequence[str]) -> dict[str, list[_Text]]:
    """Every text of some workshops: what it is of, its part, the id of its value, the words."""
    found: dict[str, list[_Text]] = {each: [] for each in ids}
    rows = connection.execute(_every_text(), {"of": json.dumps(list(ids))})
    for workshop, *text in rows:
        found[workshop].append(tuple(text))
    return found


@cache
def _every_text() -> str:
    return " UNION ALL ".join(_selects())


def _selects() -> Iterator[str]:
    wanted = "WHERE workshop_id IN (SELECT value FROM json_each(:of))"
    for kind, table, key, fields in _FIELDS:
        names = f"'{kind.value}', '{table}', {key},"
        for field in fields:
            parts = ("SELECT workshop_id,", names, field, "FROM", table, wanted, "AND", field)
            yield " ".join((*parts, "<> ''"))
    listed = "SELECT workshop_id, 'note', 'risks', risks.id, listed.value FROM risks,"
    for field in ("ideas", "tags"):
        yield " ".join((listed, f"json_each({field}) listed", wanted))
