"""What a review found out, in lines."""

from conference_tui.overview.values import Data
from conference_tui.overview_text.lines import Lines, aside, day, heading, item, name_of, names_of, paragraph


def review_lines(found: Data) -> Lines:
    """What became of the plan since the conference before, and what was said to what a review asks."""
    yield from heading("The plan since the last conference")
    if last := found["last"]:
        ref = f" {last['ref']}" if last["ref"] else ""
        yield from paragraph(
            f"Review {last['review']}, after the {last['kind']} conference{ref} of {day(last['held'])}."
        )
    else:
        yield from paragraph("The conference before is not entered.")
    for action in found["actions"]:
        became = action["outcome"] or "not gone through"
        yield from item(f"{action['what']} ({became})")
        if who := ", ".join(part for part in (action["who"], action["when"]) if part):
            yield from item(f"Agreed: {who}.", 1)
        if action["evidence"]:
            yield from item(f"What shows it: {action['evidence']}", 1)
    for child in found["children"]:
        yield from _reviewed_child(child)
    for member in found["core_group"]:
        note = f" ({aside(member['note'])})" if member["note"] else ""
        yield from item(f"Was of the core group: {member['name']}, for {names_of(member['children'])}{note}")
    for each in found["birth_plans"]:
        yield from item(
            f"Was settled about the birth of {name_of(each['child'])}, {each['matter']}: {each['words']}"
        )
    for trend in found["trends"]:
        changes = [f"{each['person']['name']} {each['was']}, now {each['now']}" for each in trend["changes"]]
        yield from item(
            f"On the scale, last time and now: {trend['refused'] or '; '.join(changes) or 'nobody twice.'}"
        )
    if found["withdrawn"]:
        yield from item(found["withdrawn"]["sentence"])


def _reviewed_child(child: Data) -> Lines:
    begun = (
        f"plan since {day(child['begun'])}" if child["begun"] else "since when there is a plan is not entered"
    )
    category = f", {child['category_title']}" if child["category_title"] else ""
    ends = {True: "; it ends", False: "; it goes on"}.get(child["ends"], "")
    yield from item(f"{child['child']['name']}: {begun}{category}{ends}.")
    if child["key_worker"]:
        yield from item(f"Led until now: {name_of(child['key_worker'])}.", 1)
    if child["visits"]:
        how = f", {child['visits_how'].rstrip('.')}" if child["visits_how"] else ""
        yield from item(f"Seen until now: every {child['visits']}{how}.", 1)
    for asked in child["asked"]:
        answer = ": ".join(part for part in (asked["answer_in_words"].capitalize(), asked["words"]) if part)
        yield from item(f"{asked['says']} {answer or '(not answered)'}", 1)
