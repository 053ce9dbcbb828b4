"""Every letter of a name is printed, or nothing is."""

from importlib.resources import files

import pytest

from conference_tui.documents import fonts
from conference_tui.documents.flowables import TaggedParagraph
from conference_tui.documents.fonts import BOLD, REGULAR, Run, UnprintableCharacter
from conference_tui.documents.page import Styles

NAMES = {
    "Welsh": "Siân Ŵyn Tŷ-gwyn ŵ ŷ",
    "Turkish": "İbrahim Işık Yıldız Ağaoğlu Şen",
    "Polish": "Łukasz Wiśniewski Zażółć gęślą jaźń",
    "Vietnamese": "Nguyễn Thị Hương Đặng Trờ",
    "Yoruba": "Ọlá Ṣẹ́gun Adébáyọ̀",
    "Romanian": "Brânză Ștefan Țară",
    "Irish, French, Czech, Lithuanian": "Seán Zoë Amélie Dvořák Žemaitė",
    "signs": "→ ≥ ≤ ☐ ✓ “quoted” – £ € ½",
}


@pytest.mark.parametrize("font", [REGULAR, BOLD])
@pytest.mark.parametrize("language", NAMES)
def test_names_are_kept_whole(language: str, font: str) -> None:
    assert "".join(run.text for run in fonts.runs(NAMES[language], font)) == NAMES[language]


def test_a_name_typed_as_letters_and_marks_is_composed() -> None:
    assert (
        fonts.runs("Zoe\u0308 Nguye\u0302\u0303n")[0].text + fonts.runs("Nguye\u0302\u0303n")[0].text
        == "Zoë Nguyễn"
    )


def test_a_word_is_not_set_in_two_fonts() -> None:
    assert [run.text for run in fonts.runs("Mrs Nguyễn rang")] == ["Mrs ", "Nguyễn ", "rang"]


@pytest.mark.parametrize(
    ("text", "character", "number", "name"),
    [
        ("Zoë שרה", "ש", "U+05E9", "hebrew letter shin"),
        ("Anna 👧 Pike", "👧", "U+1F467", "girl"),
        ("王 Wei", "王", "U+738B", "cjk unified ideograph-738b"),
        ("हिन्दी", "ह", "U+0939", "devanagari letter ha"),
    ],
)
def test_a_letter_that_no_font_has_is_named_with_its_word(
    text: str, character: str, number: str, name: str
) -> None:
    with pytest.raises(UnprintableCharacter) as refused:
        fonts.for_paragraph(text)
    assert refused.value.character == character
    assert refused.value.text == text
    for told in (f"“{character}”", number, name, f"“{text}”", "Nothing is lost"):
        assert told in str(refused.value)


def test_a_control_character_is_refused_without_being_shown() -> None:
    with pytest.raises(UnprintableCharacter) as refused:
        fonts.for_paragraph("red \x1b[31m")
    assert "\x1b" not in str(refused.value).split(" in “")[0]
    assert "U+001B" in str(refused.value)


def test_marks_without_a_picture_are_not_missed() -> None:
    assert fonts.for_paragraph("Tam\u00adsin\u200e\ufeff") == [Run(REGULAR, "Tamsin")]


def test_what_is_typed_is_never_markup() -> None:
    typed = '<img src="file:///etc/passwd"/> &amp; <b>co</b>'
    assert TaggedParagraph(typed, Styles.of().text).getPlainText() == typed


def test_line_ends_stay_line_ends() -> None:
    lines = [run.text for run in fonts.for_paragraph("one\r\ntwo\u2028three\vfour")]
    assert lines == ["one", "\n", "two", "\n", "three", "\n", "four"]


def test_every_font_has_its_licence_beside_it_and_all_are_small() -> None:
    names = {entry.name for entry in (files("data") / "fonts").iterdir()}
    faces = {name for name in names if name.endswith(".ttf")}
    for face in faces:
        assert f"LICENSE-{face.removesuffix('.ttf').split('-')[0]}.txt" in names
    assert sum(len((files("data") / "fonts" / face).read_bytes()) for face in faces) < 1_600_000
