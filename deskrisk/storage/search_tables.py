"""The tables of the search: made from the workshops, and made anew whenever something is wrong.

They hold nothing that is not in the workshops too. ``search`` keeps the words without the texts,
one document for each workshop; ``search_doc`` says which document is whose, and as of which
``touched`` of the workshop; ``search_tag`` is what the list can be filtered by.
"""

COLUMNS: tuple[tuple[str, float], ...] = (
    ("title", 10.0),
    ("project", 6.0),
    ("people", 5.0),
    ("risks", 4.0),
    ("promises", 3.0),
    ("fears", 3.0),
    ("notes", 1.0),
)
"""The columns of ``search``, and how much a word in each of them weighs."""

SQL: tuple[str, ...] = (
    """CREATE TABLE search_doc (
  doc INTEGER PRIMARY KEY,
  workshop_id TEXT NOT NULL UNIQUE,
  touched INTEGER NOT NULL
)
 STRICT""",
    """CREATE TABLE search_tag (
  kind TEXT NOT NULL,
  value TEXT NOT NULL,
  doc INTEGER NOT NULL,
  PRIMARY KEY (kind, value, doc)
)
 WITHOUT ROWID,
 STRICT""",
    "CREATE INDEX search_tag_doc ON search_tag (doc)",
    f"""CREATE VIRTUAL TABLE search USING fts5(
  {", ".join(name for name, _weight in COLUMNS)},
  content='', contentless_delete=1, prefix='2 3', tokenize='unicode61 remove_diacritics 2'
)""",
)
"""What makes them, one statement each."""

TABLES = ("search_tag", "search_doc", "search")
"""Their names, to take them away."""
