"""The tables of the search: made from the workshops, and made anew whenever something is wrong.

They hold nothing that is not in the workshops too. ``search`` keeps the words without the texts,
one document for each workshop; ``search_doc`` says which document is whose, and as of which
``touched`` of the workshop; ``search_tag`` is what the list can be filtered by.
"""

COLUMNS = ("title", "project", "people", "risks", "promises", "fears", "notes")
"""The columns of ``search``."""

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
    """CREATE VIRTUAL TABLE search USING fts5(
  title, project, people, risks, promises, fears, notes,
  content='', contentless_delete=1, prefix='2 3', tokenize='unicode61 remove_diacritics 2'
)""",
)
"""What makes them, one statement each."""

GONE = (
    "DROP TABLE IF EXISTS search_tag",
    "DROP TABLE IF EXISTS search_doc",
    "DROP TABLE IF EXISTS search",
)
"""What takes them away."""
