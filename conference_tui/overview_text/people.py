"""The children, everybody else, the family tree and the births in lines."""

from conference_tui.overview.values import Data
from conference_tui.overview_text.lines import (
    Lines,
    day,
    heading,
    item,
    labelled,
    labelled_items,
    name_of,
    names_of,
    paragraph,
    quoted,
    stopped,
)


def children_lines(children: list[Data]) -> Lines:
    """Each child, and how it takes part."""
    yield from heading("Children")
    if not children:
        yield from paragraph("No child has been entered.")
    for child in children:
        yield ""
        yield from heading(child["name"], 3)
        yield from labelled(
            ("Born", _birth(child)),
            ("Sex", child["sex"]),
            ("Ethnicity", child["ethnicity"]),
            ("Authority's number", child["authority_id"]),
            ("Lives", child["lives"]),
            ("Lives with", names_of(child["lives_with"])),
            ("School", child["school"]),
            ("Earlier child protection plans", "not known" if child["previous_plans"] is None else child["previous_plans"]),
        )  # fmt: skip
        yield from _takes_part(child["participation"])
        for views in child["words"]:
            by = views["by"]
            brought = f", brought by {by['name']}" if by and by["id"] != child["id"] else ""
            how = f" How: {stopped(views['how'])}" if views["how"] else ""
            yield from paragraph(f"The child's words{brought}: {quoted(views['words'])}{how}")
        yield from labelled(
            ("No words of the child, because", child["words_missing"]),
            ("What may happen", child["future_risk"]),
        )


def _birth(child: Data) -> str:
    if child["born"]:
        return day(child["born"]) + (f", aged {child['age']}" if child["age"] is not None else "")
    if child["expected"]:
        return f"not yet; expected {day(child['expected'])}"
    return "date of birth not known"


def _takes_part(decided: Data | None) -> Lines:
    if decided is None:
        yield from paragraph("Takes part: not decided.")
        return
    attends = {"all": "in all of the meeting", "part": "in part of it", "no": "does not attend"}
    yield from labelled(
        ("Takes part", attends[decided["attends"]]),
        ("Comes to", ", ".join(part.replace("_", " ") for part in decided["parts"])),
        ("Why", decided["reason"]),
        ("Advocate", decided["advocate"]),
        ("Participation code", decided["code"]),
    )


def _knows(person: Data) -> str:
    """Whom somebody knows; of a professional also that nobody said."""
    whom = {"all": "all of the children", "none": "none of the children"}.get(person["knows_whom"], "")
    not_said = "not said which of the children" if person["standing"] == "professional" else ""
    return whom or names_of(person["knows"]) or not_said


_SIDE = {"supporter": "Supports", "advocate": "Speaks for", "interpreter": "Interprets for"}


def people_lines(people: list[Data]) -> Lines:
    """Everybody else, with what is known of them."""
    yield from heading("People")
    if not people:
        yield from paragraph("Nobody has been entered.")
    for person in people:
        described = [part for part in (person["role"], person["agency"]) if part] or [person["standing"]]
        yield from item(f"{person['name']}, {', '.join(described)}.")
        yield from labelled_items(
            1,
            ("Parent of", names_of(person["parent_of"])),
            ("Parental responsibility for", names_of(person["responsibility_for"])),
            ("Not known whether parental responsibility for", names_of(person["responsibility_unknown"])),
            ("Knows", _knows(person)),
            (_SIDE.get(person["standing"], "Came with"), name_of(person["supports"])),
            ("Language", person["language"]),
            ("Born", person["born"] and day(person["born"])),
            ("Address", person["address"]),
            ("Telephone", person["phone"]),
        )
        if person["withheld_from"]:
            withheld = names_of(person["withheld_from"])
            yield from item(f"Address and telephone are withheld from {withheld}, and not shown here.", 1)
        for noted in person["needs"]:
            yield from item(f"Needs: {stopped(noted['need'])} {noted['met']}", 1)
        for met in person["met_before"]:
            at = f" at {met['at']}" if met["at"] else ""
            yield from item(f"Met the chair before the meeting{at}. {met['note']}", 1)


def family_tree_lines(tree: Data) -> Lines:
    """The family in sentences."""
    yield from heading("The family tree")
    for sentence in tree["sentences"]:
        yield from item(sentence)
    if not tree["sentences"]:
        yield from paragraph("Nobody of the family is entered.")


def births_lines(found: Data) -> Lines:
    """What a birth since the conference has changed."""
    yield from heading("Born since")
    for each in found["born"]:
        yield from item(f"{name_of(each['child'])}, on {day(each['born'])}.")
    for sentence in found["moved"]:
        yield from item(sentence)
    for each in found["to_reissue"]:
        yield from item(f"To be made again: {each['document']}, version {each['version']}.")
