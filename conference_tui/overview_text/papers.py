"""Who gets what, and which documents were made, in lines."""

from conference_tui.overview.values import Data
from conference_tui.overview_text.lines import Lines, heading, item, paragraph, quoted


def handing_out_lines(found: Data, children: list[Data]) -> Lines:
    """Who gets what; of what they do not get only what the chair decided."""
    names = {each["id"]: each["name"] for each in children}

    def paper(cell: Data) -> str:
        about = f" on {names.get(cell['child'], cell['child'])}" if cell["child"] else ""
        return f"{cell['paper'].replace('_', ' ')}{about}"

    readers = {row["reader"]: row["name"] for row in found["readers"]}
    if not any(cell["child"] for row in found["readers"] for cell in row["papers"]):
        return
    yield from heading("Who gets what")
    for row in found["readers"]:
        gets = [paper(cell) for cell in row["papers"] if cell["gets"]]
        yield from item(f"{row['name']}: {', '.join(gets) or 'nothing'}.")
        for cell in row["papers"]:
            if cell["by_chair"]:
                gets_it = "gets" if cell["gets"] else "does not get"
                yield from item(f"The chair: {gets_it} the {paper(cell)}. Reason: {quoted(cell['why'])}", 1)
    for name in found["waiting"]:
        yield from item(f"{name}: nothing until somebody knows whether they have parental responsibility.")
    for old in found["out_of_date"]:
        words = f"version {old['version']} of the {paper(old)}, which is out of date"
        yield from item(f"{readers.get(old['reader'], old['reader'])} holds {words}.")


def documents_lines(documents: list[Data], children: list[Data], people: list[Data]) -> Lines:
    """The documents that were made."""
    yield from heading("Documents")
    names = {each["id"]: each["name"] for each in (*children, *people)}
    if not documents:
        yield from paragraph("None has been made.")
    for made in documents:
        about = names.get(made["child"], made["child"])
        to = names.get(made["recipient"], made["recipient"])
        version = f", version {made['version']}" if made["version"] > 1 else ""
        what = made["document"].replace("_", " ")
        yield from item(f"{what}{f' on {about}' if about else ''}{version}, for {to}: {made['file']}")
