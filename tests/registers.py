"""Risk registers in the shapes of common public templates.

``python -m tests.registers`` writes them. Three programs, three habits: the workbook of a project
office with a title above its heads, formulas and a list of choices; the export of a ROAM board; the
export of an issue tracker with custom fields.
"""

import io
from datetime import date, datetime
from pathlib import Path

from xlsxwriter import Workbook

FOLDER = Path(__file__).resolve().parent / "files" / "registers"
PROJECT, ROAM, ISSUES = "project-register.xlsx", "roam-board.csv", "issue-tracker.csv"

PROJECT_HEADS = (
    "Risk ID",
    "Date Raised",
    "Risk Description",
    "Category",
    "Probability (1-5)",
    "Impact (1-5)",
    "Risk Score",
    "Risk Response",
    "Mitigation Plan",
    "Contingency Plan",
    "Trigger",
    "Risk Owner",
    "Due Date",
    "Status",
    "Last Updated By",
)
PROJECT_ROWS: tuple[tuple[str | int | date, ...], ...] = (
    (
        "R-001",
        date(2025, 1, 14),
        "The supplier of the control units may deliver six weeks late, so the line stands still",
        "Schedule",
        4,
        5,
        20,
        "Mitigate",
        "Order a second source for the first 200 units; weekly call with the supplier",
        "Rent units from the other plant",
        "Supplier misses the first milestone",
        "Hanna Weiss",
        date(2025, 4, 30),
        "In Progress",
        "PMO",
    ),
    (
        "R-002",
        date(2025, 1, 14),
        "Key engineer leaves",
        "Resources",
        2,
        4,
        8,
        "Accept",
        "",
        "",
        "",
        "Omar Haddad / Hanna Weiss",
        "",
        "Open",
        "PMO",
    ),
    (
        "R-003",
        date(2025, 2, 3),
        "Costs of steel rise",
        "Financial",
        "3",
        "TBD",
        "",
        "Transfer",
        "Fix the price until autumn",
        "",
        "",
        "",
        "Q3 2025",
        "Open",
        "",
    ),
    (
        "R-004",
        date(2025, 2, 20),
        "=cmd|' /C calc'!A0",
        "Safety",
        1,
        5,
        5,
        "Avoid",
        "",
        "",
        "",
        "Omar Haddad",
        date(2025, 5, 2),
        "Closed",
        "PMO",
    ),
)

ROAM_TEXT = (
    "\ufeffRisk;ROAM;Owner;Team;Impact;Date Raised;Notes\r\n"
    '"Feature flags of two teams collide";Owned;Lena Fox;Payments;"Release slips by a sprint";'
    '12/02/2025;"Lena talks to both teams.\nNext sync on Monday."\r\n'
    '"Load test environment is too small";Mitigated;Ravi Nair;Platform;"We learn it in production";'
    "13/02/2025;\r\n"
    '"Licence of the map library ends";Accepted;;Payments;;14/02/2025;"Legal knows; see mail"\r\n'
    '"Old API clients break";Resolved;Lena Fox & Ravi Nair;Platform;"Calls fail";15/02/2025;\r\n'
)

ISSUES_TEXT = (
    "Issue key,Issue id,Issue Type,Summary,Status,Priority,Assignee,Due date,Created,Labels,Labels,"
    "Description,Custom field (Likelihood),Custom field (Impact),Custom field (Mitigation)\n"
    "RISK-7,10412,Risk,Data is lost during the migration,In Progress,High,mara.lind,28/Mar/25,"
    '03/Feb/25 9:14 AM,migration,data,"If the script stops half way,\nrows may be doubled.",'
    "60%,Very High,Dry run on a copy every night\n"
    "RISK-8,10413,Risk,Sign-on fails for partners,To Do,Medium,,,04/Feb/25 2:40 PM,,,"
    ",20-50%,M,\n"
    "RISK-9,10500,Risk,'=SUM(A1:A9) in a title,Done,Low,jo.park,2025-04-01,05/Feb/25 8:00 AM,auth,,"
    "Checked by hand,5%,Low,\n"
)


def project_register() -> bytes:
    """The workbook of a project office, as a spreadsheet saves it: formulas with their results."""
    target = io.BytesIO()
    book = Workbook(target, {"in_memory": True, "strings_to_formulas": False})
    book.set_properties({"created": datetime(2025, 3, 1)})  # noqa: DTZ001  the format has no zone
    sheet = book.add_worksheet("Risk Register")
    bold, day = book.add_format({"bold": True}), book.add_format({"num_format": "dd/mm/yyyy"})
    sheet.merge_range("A1:O1", "PROJECT RISK REGISTER", bold)
    sheet.write_row("A2", ("Project name:", "Line 4", "", "Project manager:", "Hanna Weiss"))
    sheet.write_row("A4", PROJECT_HEADS, bold)
    for place, values in enumerate(PROJECT_ROWS, start=4):
        for column, value in enumerate(values):
            if PROJECT_HEADS[column] == "Risk Score" and value != "":
                sheet.write_formula(place, column, f"=E{place + 1}*F{place + 1}", None, value)
            elif isinstance(value, date):
                at = datetime(value.year, value.month, value.day)  # noqa: DTZ001  as above
                sheet.write_datetime(place, column, at, day)
            elif isinstance(value, str):
                sheet.write_string(place, column, value)
            else:
                sheet.write_number(place, column, value)
    sheet.data_validation("N5:N200", {"validate": "list", "source": "=Lists!$A$1:$A$3"})
    sheet.set_column("C:C", 60)
    lists = book.add_worksheet("Lists")
    lists.write_column("A1", ("Open", "In Progress", "Closed"))
    lists.hide()
    book.close()
    return target.getvalue()


def contents() -> dict[str, bytes]:
    """The three files, by name."""
    return {
        PROJECT: project_register(),
        ROAM: ROAM_TEXT.encode(),
        ISSUES: ISSUES_TEXT.encode(),
    }


def main() -> None:
    """Write the files."""
    for name, content in contents().items():
        (FOLDER / name).write_bytes(content)


if __name__ == "__main__":
    main()
