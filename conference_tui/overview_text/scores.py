"""The scale in lines."""

from conference_tui.overview.values import Data
from conference_tui.overview_text.lines import (
    Lines,
    heading,
    item,
    labelled_items,
    name_of,
    paragraph,
    quoted,
)


def scaling_lines(found: Data) -> Lines:
    """The scale: what was said, or how many have answered."""
    scale = found["scale"]
    yield from heading("Scale")
    yield from paragraph(
        f"{scale['question']} {scale['minimum']}: {scale['zero_means']}. "
        f"{scale['maximum']}: {scale['ten_means']}."
    )
    for asked in found["questions"]:
        yield from item(f"{quoted(asked['title'])}")
        if asked["hidden"]:
            yield from item(f"{asked['hidden']} answered; the scores are hidden until they are shown.", 1)
        elif not asked["scores"]:
            yield from item("Nobody has answered.", 1)
        yield from labelled_items(1, ("Spread", asked["sentence"]))
        for given in asked["scores"]:
            who = f"{name_of(given['person'])}{', asked by the chair' if given['asked_by_the_chair'] else ''}"
            yield from item(f"{who}: {given['score']}. {quoted(given['rationale'])}", 1)
        if asked["low_prompt"]:
            answer = quoted(asked["low_answer"]) if asked["low_answer"] else "not answered yet"
            yield from item(f"{asked['low_prompt']} {answer}", 1)
