"""Builds the files that the tests read, so that no binary lies in the repository."""

import io

import docx
import pytest
from pypdf import PdfWriter


def _pdf(*pages: str) -> bytes:
    """A PDF with the lines of each page set in Helvetica, as plain as a PDF can be."""
    kids = " ".join(f"{4 + 2 * number} 0 R" for number in range(len(pages)))
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ]
    for number, page in enumerate(pages):
        shown = " ".join(f"({line}) Tj T*" for line in page.split("\n"))
        stream = f"BT /F1 12 Tf 14 TL 72 720 Td {shown} ET"
        objects += [
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents {5 + 2 * number} 0 R "
            "/Resources << /Font << /F1 3 0 R >> >> >>",
            f"<< /Length {len(stream)} >>\nstream\n{stream}\nendstream",
        ]
    out = "%PDF-1.4\n"
    places = []
    for number, body in enumerate(objects, start=1):
        places.append(len(out))
        out += f"{number} 0 obj\n{body}\nendobj\n"
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    xref = len(out)
    out += f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}"
    out += f"trailer\n<< /Size {len(objects) + 1} /Root 1 0 R >>\nstartxref\n{xref}\n%%EOF\n"
    return out.encode("latin-1")


def _blank_pdf(password: str | None = None) -> bytes:
    writer = PdfWriter()
    writer.add_blank_page(200, 200)
    if password:
        writer.encrypt(password)
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def _word() -> bytes:
    document = docx.Document()
    document.core_properties.title = "Talks in Portville"
    document.add_paragraph("Talks in Portville", style="Title")
    document.add_paragraph("First day", style="Heading 1")
    document.add_paragraph("The ministers met on Monday.")
    document.add_paragraph("the river", style="List Bullet")
    document.add_paragraph("We agree.", style="Quote")
    table = document.add_table(rows=1, cols=2)
    table.cell(0, 0).text, table.cell(0, 1).text = "Arvenia", "for"
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def _page(body: str, head: str = "") -> bytes:
    return f"<!DOCTYPE html><html lang='en'><head>{head}</head><body>{body}</body></html>".encode()


@pytest.fixture
def make_pdf():
    return _pdf


@pytest.fixture
def make_blank_pdf():
    return _blank_pdf


@pytest.fixture
def word_file():
    return _word()


@pytest.fixture
def make_page():
    return _page
