import io
import json

import pytest

from onrecord.errors import SettingsError
from onrecord.ingest import ColumnMap, SourceOptions, pages, to_document
from onrecord.ingest.sources import MAX_PAGE
from onrecord.ingest.unkept import escaped
from onrecord.model import Given, Page, Rejected

TEXT = "The ministers met in Portville."


def read(source, **options):
    return list(pages(str(source), SourceOptions(**options)))


def uris(found):
    return [page.uri for page in found if isinstance(page, Page)]


def test_folder_glob_and_file(tmp_path):
    for name in ("b.txt", "a.html", "sub/c.md", ".hidden.txt", "sub/picture.png", "style.css", "script.js"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(TEXT)
    every = [str(tmp_path / name) for name in ("a.html", "b.txt", "sub/c.md")]
    assert uris(read(tmp_path)) == every
    assert uris(read(tmp_path / "*.txt")) == every[1:2]
    assert uris(read(tmp_path / "**" / "*.md")) == every[2:]
    assert uris(read(tmp_path / "s*")) == [str(tmp_path / "script.js"), str(tmp_path / "style.css"), every[2]]
    assert uris(read(tmp_path / "style.css")) == [str(tmp_path / "style.css")]


def test_files_that_are_left_out_are_in_no_folder_or_glob(tmp_path):
    for name in ("a.txt", "store.db"):
        (tmp_path / name).write_text(TEXT)
    (tmp_path / "linked.db").symlink_to(tmp_path / "store.db")
    left_out = frozenset([(tmp_path / "store.db").resolve()])
    assert uris(read(tmp_path, left_out=left_out)) == [str(tmp_path / "a.txt")]
    assert uris(read(tmp_path / "*", left_out=left_out)) == [str(tmp_path / "a.txt")]
    assert uris(read(tmp_path / "store.db", left_out=left_out)) == [str(tmp_path / "store.db")]
    assert len(uris(read(tmp_path))) == 3


def test_a_file_may_be_named_like_a_pattern(tmp_path):
    (tmp_path / "talks [1].txt").write_text(TEXT)
    assert uris(read(tmp_path / "talks [1].txt")) == [str(tmp_path / "talks [1].txt")]


def test_standard_input():
    [page] = read("-", stdin=io.BytesIO(TEXT.encode()))
    assert (page.uri, page.content) == ("-", TEXT.encode())


def test_published_is_used_where_the_page_has_no_day(tmp_path):
    (tmp_path / "a.txt").write_text(TEXT)
    (tmp_path / "b.txt").write_text(f"---\ndate: 2031-05-01\n---\n{TEXT}")
    first, second = (to_document(page)[0] for page in read(tmp_path, published="12 May 2031"))
    assert (first.published, first.provenance["published"]) == ("2031-05-12", "--published")
    assert (second.published, second.provenance["published"]) == ("2031-05-01", "front matter:date")


def test_a_published_that_is_no_day_is_refused():
    with pytest.raises(SettingsError, match="2023-06-19"):
        SourceOptions(published="Monday")


def test_json_lines_rows_with_what_the_table_says(tmp_path):
    table = tmp_path / "texts.jsonl"
    rows = [
        {"body": TEXT, "headline": "Talks", "when": "2031-05-12T08:00", "link": "https://a.example/1"},
        {"body": TEXT},
    ]
    table.write_text("\n".join(map(json.dumps, rows)))
    columns = ColumnMap(text="body", title="headline", published="when", url="link")
    found = read(table, columns=columns)
    assert uris(found) == ["https://a.example/1", f"{table}#2"]
    document, _ = to_document(found[0])
    assert (document.text, document.title, document.published) == (TEXT, "Talks", "2031-05-12")
    assert document.provenance == {"title": "column:headline", "published": "column:when"}


@pytest.mark.parametrize("url", ["https://a.example/report.pdf", "http://[broken", "no address"])
def test_the_address_of_a_row_is_a_name_and_no_more(tmp_path, url):
    (tmp_path / "texts.jsonl").write_text(json.dumps({"text": TEXT, "url": url}))
    [page] = read(tmp_path)
    assert to_document(page)[0].uri == url


def test_a_bad_line_is_named_and_the_others_are_read(tmp_path):
    table = tmp_path / "texts.jsonl"
    good = json.dumps({"text": TEXT})
    bad = ["{broken", "[1]", '{"text": 5}', '{"text": ""}', "{}", '{"text": ' + "[" * 100_000]
    table.write_text("\n".join([good, *bad, good]))
    found = read(table)
    assert uris(found) == [f"{table}#1", f"{table}#8"]
    reasons = [page.reason for page in found if isinstance(page, Rejected)]
    assert [reason.startswith(f"{table}:{number}: ") for number, reason in enumerate(reasons, start=2)] == [True] * 6


@pytest.mark.parametrize("name", ["texts.csv", "texts", "texts.txt"])
@pytest.mark.parametrize("mark", [",", ";", "\t"])
def test_csv(tmp_path, name, mark):
    table = tmp_path / name
    table.write_text(f'title{mark}text\nTalks{mark}"{TEXT}\n\nThey left."\nMore{mark}\n', encoding="utf-8-sig")
    page, rejected = read(table)
    assert page.content.decode() == f"{TEXT}\n\nThey left."
    assert page.given.title == "Talks"
    assert rejected.reason.startswith(f"{table}:5: ")


def test_csv_as_office_programs_write_it(tmp_path):
    table = tmp_path / "texts.csv"
    table.write_text(f"title\ttext\nTalks\t{TEXT}\n", encoding="utf-16")
    [page] = read(table)
    assert page.content.decode() == TEXT


def test_a_long_table_is_read_row_by_row():
    class Endless(io.RawIOBase):
        """Rows without end: who reads more than they need never comes back."""

        def readable(self):
            return True

        def readinto(self, buffer):
            row = json.dumps({"text": TEXT}).encode() + b"\n"
            piece = (row * (len(buffer) // len(row) + 1))[: len(buffer) // len(row) * len(row)]
            buffer[: len(piece)] = piece
            return len(piece)

    stream = pages("-", SourceOptions(stdin=io.BufferedReader(Endless(), 1 << 16)))
    assert [next(stream).uri for _ in range(5000)][-1] == "-#5000"


def test_rows_with_quotation_marks_gone_wrong_are_named_and_no_mark_is_lost(tmp_path):
    table = tmp_path / "texts.csv"
    table.write_text(
        'title,text\n"One","They met.\nThey said ""no""."\n"Two","They said "yes" at once."\n"Three","They left."\n'
        '"Four","They came back.\n"Five,"They stayed."\n'
    )
    first, second, third, last = read(table)
    assert (first.uri, first.content) == (f"{table}#2", b'They met.\nThey said "no".')
    assert second.reason.startswith(f"{table}:4: is no row of CSV: ")
    assert (third.uri, third.content) == (f"{table}#5", b"They left.")
    assert last.reason.startswith(f"{table}:6: is no row of CSV: ")


def test_lone_carriage_returns_end_lines_too(tmp_path):
    table = tmp_path / "texts.csv"
    table.write_bytes(b'title,text\rOne,"They met.\rThey left."\rTwo,They came.\r')
    assert [page.content for page in read(table)] == [b"They met.\nThey left.", b"They came."]


def test_a_text_with_a_lone_carriage_return_is_a_text(tmp_path):
    (tmp_path / "talks.txt").write_bytes(b'They met,\rand said: "text".\r\nThey left.')
    [page] = read(tmp_path / "talks.txt")
    assert page.content.startswith(b"They met,\r")


def test_a_speech_longer_than_the_csv_modules_limit_is_read(tmp_path):
    table = tmp_path / "texts.csv"
    table.write_text(f'title,text\nTalks,"{TEXT * 10_000}"\n')
    [page] = read(table)
    assert len(page.content) == 10_000 * len(TEXT)


def sparse(path, size):
    with path.open("wb") as file:
        file.write(b"words ")
        file.truncate(size)


@pytest.mark.parametrize(
    ("name", "content", "problem"),
    [
        ("missing.txt", None, "does not exist"),
        ("nothing*.txt", None, "matches no file"),
        ("no\0name.txt", None, "cannot be read"),
        ("n" * 5000, None, "cannot be read"),
        ("empty.txt", b"", "is empty"),
        ("blank.txt", b" \n ", "is empty"),
        ("texts.csv", b"a,b\n1,2\n", "is a table without a column 'text'; its columns: a, b"),
        ("texts.json", b'{\n"text": "They met."\n}', "not one object a line"),
        ("texts.jsonl", b'{"a": 1}\n{"b": 2}\n', "without a column 'text'; its columns: a, b"),
    ],
)
def test_what_cannot_be_read_is_a_plain_line(tmp_path, name, content, problem):
    if content is not None:
        (tmp_path / name).write_bytes(content)
    [rejected] = read(f"{tmp_path}/{name}")
    assert isinstance(rejected, Rejected)
    assert rejected.reason.startswith(f"{tmp_path}/{escaped(name)}: ")
    assert problem in rejected.reason
    assert "\n" not in rejected.reason
    assert rejected.reason.endswith(")")  # the remedy


def test_a_page_of_60_megabytes_is_refused(tmp_path):
    sparse(tmp_path / "big.txt", 60 * 2**20)
    sparse(tmp_path / "fits.txt", MAX_PAGE)
    rejected, page = read(tmp_path)
    assert "larger than 50 MB" in rejected.reason
    assert len(page.content) == MAX_PAGE


@pytest.mark.parametrize("source", ["", " "])
def test_no_name_at_all_is_not_the_folder_we_are_in(source):
    [rejected] = pages(source, SourceOptions())
    assert rejected.reason.startswith(f"{source!r}: names no source (")


def test_closed_standard_input(monkeypatch):
    monkeypatch.setattr("sys.stdin", None)
    [rejected] = pages("-", SourceOptions())
    assert rejected.reason == "-: standard input is closed (pipe a text into it)"


def test_folder_with_nothing_to_read(tmp_path):
    (tmp_path / "picture.png").write_bytes(b"\x89PNG")
    [rejected] = read(tmp_path)
    assert "nothing that can be read" in rejected.reason


def test_an_unreadable_file_does_not_stop_the_others(tmp_path):
    (tmp_path / "a.txt").symlink_to(tmp_path / "b.txt")
    (tmp_path / "b.txt").write_bytes(b"")
    (tmp_path / "c.txt").write_text(TEXT)
    assert [type(page).__name__ for page in read(tmp_path)] == ["Rejected", "Rejected", "Page"]


def test_only_web_addresses_are_addresses():
    [rejected] = read("ftp://files.example/talks.txt")
    assert "only http and https" in rejected.reason


CATALOGUES = {
    "index.jsonl": '{"file": "a.txt", "title": "Talks", "date": "2031-05-12", "publisher": "Post", "url": "https://a.example"}\n'
    '{"file": "sub/b.txt", "title": "", "date": "soon"}\n{"file": "../c.txt", "title": "No"}\n{"file": "gone.txt"}\n',
    "index.csv": "file;title;date;publisher\na.txt;Talks;12 May 2031;Post\nsub/b.txt;;soon;\n",
    "index.tsv": "title\tfile\tpublished\tdate\tpublisher\nTalks\ta.txt\t2031-05-12\t1999-01-01\tPost\n"
    "\tsub/b.txt\t\t\t\n",
}


@pytest.mark.parametrize("name", CATALOGUES)
def test_a_catalogue_says_of_the_files_beside_it(tmp_path, name):
    (tmp_path / "sub").mkdir()
    for file in ("a.txt", "sub/b.txt", "c.txt"):
        (tmp_path / file).write_text(TEXT)
    (tmp_path / name).write_text(CATALOGUES[name])
    first, other, second = read(tmp_path)
    assert uris([first, other, second]) == [str(tmp_path / file) for file in ("a.txt", "c.txt", "sub/b.txt")]
    document, _ = to_document(first)
    assert (document.title, document.published, document.publisher) == ("Talks", "2031-05-12", "Post")
    assert document.uri == str(tmp_path / "a.txt")
    assert document.provenance["published"] == f"catalogue:{'published' if name == 'index.tsv' else 'date'}"
    assert (second.given.title, second.given.published, other.given) == (None, None, Given())


@pytest.mark.parametrize(
    "content",
    [
        '{"file": "gone.txt"}\n',  # names nothing that is here
        '{"file": "a.txt"}\n{broken\n',
        '{"file": "a.txt"}\n[1]\n',
        '{"file": 5}\n',
        '{"name": "a.txt"}\n',
    ],
)
def test_what_is_no_catalogue_is_a_table_without_texts(tmp_path, content):
    (tmp_path / "a.txt").write_text(TEXT)
    (tmp_path / "index.jsonl").write_text(content)
    page, *rejected = read(tmp_path)
    assert page.given == Given()
    assert any("is a table without a column 'text'" in one.reason for one in rejected)


def test_a_table_of_texts_that_names_files_too_is_no_catalogue(tmp_path):
    (tmp_path / "a.txt").write_text(TEXT)
    (tmp_path / "texts.jsonl").write_text(json.dumps({"file": "a.txt", "title": "No", "text": TEXT}))
    assert [page.given.title for page in read(tmp_path)] == [None, "No"]


def test_a_catalogue_that_is_named_itself_is_a_table_without_texts(tmp_path):
    (tmp_path / "a.txt").write_text(TEXT)
    (tmp_path / "index.jsonl").write_text(CATALOGUES["index.jsonl"])
    [rejected] = read(tmp_path / "index.jsonl")
    assert "is a table without a column 'text'" in rejected.reason
