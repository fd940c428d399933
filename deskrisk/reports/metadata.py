"""What the file says about itself, for people and for programs: the metadata of the document.

Source:
    ISO 19005-2 (PDF/A-2, level A): colours, metadata and streams of a file that is to last;
    ISO 14289-1 (PDF/UA-1): what marks a file that everybody can read.
"""

import zlib
from datetime import UTC, datetime
from typing import Any
from xml.sax.saxutils import escape

from reportlab.pdfbase.pdfdoc import PDFArray, PDFDictionary, PDFName, PDFObject, PDFString

from deskrisk import assets

PROGRAM = "DeskRisk"

_PACKET = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about=""
 xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:xmp="http://ns.adobe.com/xap/1.0/"
 xmlns:pdf="http://ns.adobe.com/pdf/1.3/"
 xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/"
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
<pdfaid:part>2</pdfaid:part>
<pdfaid:conformance>A</pdfaid:conformance>
<pdfuaid:part>1</pdfuaid:part>
</rdf:Description>
<rdf:Description rdf:about=""
 xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
 xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#"
 xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>part</pdfaProperty:name>
<pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>PDF/UA version identifier</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas>
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
    catalog = document.Catalog
    catalog.Metadata = _Raw("/Type /Metadata /Subtype /XML", packet.encode("utf-8"))
    catalog.__NoDefault__ = [*catalog.__NoDefault__, "OutputIntents"]
    profile = document.Reference(_Raw("/N 3", assets.path("colour", "srgb.icc").read_bytes()))
    catalog.OutputIntents = PDFArray(
        [
            PDFDictionary(
                {
                    "Type": PDFName("OutputIntent"),
                    "S": PDFName("GTS_PDFA1"),
                    "OutputConditionIdentifier": PDFString("sRGB"),
                    "DestOutputProfile": profile,
                }
            )
        ]
    )
    document._pdfVersion = (1, 7)  # noqa: SLF001  there is no public way to set it


def as_utc(moment: datetime) -> datetime:
    """The moment in universal time; one without a zone is taken to be in it."""
    return moment.astimezone(UTC) if moment.tzinfo else moment.replace(tzinfo=UTC)


class _Raw(PDFObject):  # type: ignore[misc]  # reportlab has no types
    """Bytes as they are: programs look for metadata without opening the file as a PDF."""

    __RefOnly__ = 1

    def __init__(self, about: str, content: bytes) -> None:
        self._about = about
        self._content = content

    def format(self, document: Any) -> bytes:  # noqa: ARG002  reportlab's signature
        """The bytes of the stream."""
        return stream_of(self._about, self._content)


class Packed(PDFObject):  # type: ignore[misc]  # reportlab has no types
    """What is drawn on a page, compressed."""

    __RefOnly__ = 1

    def __init__(self, content: bytes) -> None:
        self._content = content

    def format(self, document: Any) -> bytes:  # noqa: ARG002  reportlab's signature
        """The bytes of the stream."""
        content = self._content
        packed = zlib.compress(content)
        while packed.endswith((b"\r", b"\n")):  # it would seem to be a part of the end of line
            content += b" "
            packed = zlib.compress(content)
        return stream_of("/Filter /FlateDecode", packed)


def stream_of(about: str, content: bytes) -> bytes:
    """A stream that ends as the standard wants it: with an end of line that is no part of it.

    Args:
        about: what its dictionary says beside the length.
        content: its bytes; the last one is no end of line.
    """
    head = f"<< {about} /Length {len(content)} >>".encode("ascii")
    return head + b"\nstream\n" + content + b"\nendstream\n"
