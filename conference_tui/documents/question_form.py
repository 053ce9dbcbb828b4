"""The blank form of questions that parents and carers fill in and bring (KC-9). Its questions are the procedure's."""

import io

from conference_tui.conference.papers import Layout
from conference_tui.conference.procedure import Procedure
from conference_tui.documents.setting import set_pdf
from conference_tui.documents.writing import Heading, Title, Writing, Written

_LINES = 5
"""Lines to write on below each question."""


def file_name(layout: Layout = Layout.STANDARD) -> str:
    """What a file of the form is called: nobody's name stands in it."""
    return f"questions-for-parents{'-large-print' if layout is Layout.LARGE_PRINT else ''}.pdf"


def draw_question_form(procedure: Procedure, layout: Layout = Layout.STANDARD) -> bytes:
    """The form as a tagged PDF; the same procedure gives the same bytes."""
    out = io.BytesIO()
    set_pdf(write_question_form(procedure), out, layout)
    return out.getvalue()


def write_question_form(procedure: Procedure) -> Written:
    """The form, part by part."""
    form, writing = procedure.parents_form, Writing("question_form")
    writing.parts.append(Title(words=form.title))
    writing.text(form.says)
    writing.text(writing.say("opening", "own_words"))
    writing.text(writing.say("opening", "name"))
    writing.lines(1)
    for number, question in enumerate(form.questions, 1):
        asked = writing.say("questions", "question", number=number, question=question)
        writing.parts.append(Heading(words=asked))
        writing.lines(_LINES)
    return Written(
        title=form.title,
        author=procedure.authority,
        subject=form.title,
        footer=writing.say("footer", "words"),
        parts=tuple(writing.parts),
    )
