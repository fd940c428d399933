"""What the file says about itself, for people and for programs: the metadata of the document."""

from datetime import UTC, datetime
from typing import Any
from xml.sax.saxutils import escape

from reportlab.pdfbase.pdfdoc import PDFObject

PROGRAM = "DeskRisk"

_PACKET = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about=""
 xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:xmp="http://ns.adobe.com/xap/1.0/"
 xmlns:pdf="http://ns.adobe.com/pdf/1.3/"
 xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
<dc:format>application/pdf</dc:format>
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
<dc:creator><rdf:Seq><rdf:li>{author}</rdf:li></rdf:Seq></dc:creator>
<dc:description><rdf:Alt><rdf:li xml:lang="x-default">{subject}</rdf:li></rdf:Alt></dc:description>
<dc:language><rdf:Bag><rdf:li>{language}</rdf:li></rdf:Bag></dc:language>
<pdf:Producer>{program}</pdf:Producer>
<xmp:CreatorTool>{program}</xmp:CreatorTool>
<xmp:CreateDate>{created}</xmp:CreateDate>
<xmp:ModifyDate>{created}</xmp:ModifyDate>
<pdfuaid:part>1</pdfuaid:part>
</rdf:Description>
</rdf:RDF>
</x:xmpmeta>
<?xpacket end="w"?>"""


def describe(
    document: Any, *, title: str, author: str, subject: str, language: str, created: datetime
) -> None:
    """Put title, author, language and moment into the file, and that anybody can read it.

    Args:
        document: reportlab's document.
        title: in one line.
        author: in one line.
        subject: what kind of document it is.
        language: such as ``en-GB``.
        created: when it was made.
    """
    packet = _PACKET.format(
        title=escape(title),
        author=escape(author),
        subject=escape(subject),
        language=escape(language),
        program=PROGRAM,
        created=as_utc(created).strftime("%Y-%m-%dT%H:%M:%SZ"),
    )
    document.Catalog.Metadata = _Packet(packet.encode("utf-8"))
    document._pdfVersion = (1, 7)  # noqa: SLF001  there is no public way to set it


def as_utc(moment: datetime) -> datetime:
    """The moment in universal time; one without a zone is taken to be in it."""
    return moment.astimezone(UTC) if moment.tzinfo else moment.replace(tzinfo=UTC)


class _Packet(PDFObject):  # type: ignore[misc]  # reportlab has no types
    """The metadata as they are: programs look for them without opening the file as a PDF."""

    __RefOnly__ = 1

    def __init__(self, packet: bytes) -> None:
        self._packet = packet

    def format(self, document: Any) -> bytes:  # noqa: ARG002  reportlab's signature
        """The bytes of the stream."""
        head = f"<< /Type /Metadata /Subtype /XML /Length {len(self._packet)} >>"
        return head.encode("ascii") + b"\nstream\n" + self._packet + b"\nendstream\n"
