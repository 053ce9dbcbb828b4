"""The overview as text: headings and lines that a screen reader can follow and that fit 80 columns.

It is drawn from the data of `overview.py` alone. Nothing that was typed can act on a terminal: control
characters and direction marks are left out.
"""

import datetime as dt
import textwrap
from collections.abc import Iterable, Iterator
from typing import Any

from conference_tui.conference.text import listed, one_line, say_date
from conference_tui.overview.values import Data

COLUMNS = 80

Lines = Iterator[str]


def as_text(found: Data) -> str:
    """The whole overview, ending in a line end."""
    sections = (
        _conference(found["conference"]),
        _children(found["children"]),
        _people(found["people"]),
        _checklists(found["checklists"]),
        _family_tree(found["family_tree"]),
        _attendance(
            found["attendance"], found["closed_slots"], is_closed=bool(found["conference"]["closed"])
        ),
        _split_sittings(found["split_sittings"], found["observers"]),
        *([_exclusions(found["exclusions"])] if found["exclusions"] else []),
        _quorum(found["quorum"]),
        _reports(found["reports"]),
        *([_review(found["review_of"])] if found["review_of"] else []),
        _map(found["map"], found["harm"]),
        _asked(found["asked"], found["conference"]["agenda"]),
        _heard(found["heard"]),
        _summing_up(found["summary"], found["children"], found["danger_statements"]),
        _scaling(found["scaling"]),
        _decisions(found["decisions"]),
        _plans(found["plans"]),
        _guidance(found["guidance"]),
        _core_group(found["core_group"], found["review"]),
        _deadlines(found["deadlines"]),
        *([_births(found["births"])] if found["births"]["born"] else []),
        _open(found["reminders"], found["reasons"]),
        _handing_out(found["handing_out"], found["children"]),
        _documents(found["documents"], found["children"], found["people"]),
        _amendments(found["addenda"], found["complaints"]),
        _kept(found["seals"], found["retention"], found["imported"]),
    )
    return "\n".join("\n".join(section) + "\n" for section in map(list, sections) if section)


def deadline_lines(due: Data) -> Lines:
    """One deadline: what is due and when, how that stands, and how it was reckoned."""
    yield from item(f"{due['what']}: {due['when']}.")
    if due.get("booked"):
        on_day = f", working day {due['working_day']}" if due["working_day"] is not None else ""
        yield from item(f"On {day(due['booked'])}{on_day}: {due['standing']['sentence']}.", 1)
    if due["sentence"] != due["when"]:
        yield from item(f"How it is counted: {due['sentence']}.", 1)


def heading(title: str, level: int = 2) -> Lines:
    """A heading that can be searched for: "## Quorum"."""
    yield from _wrapped(title, f"{'#' * level} ", "")


def item(words: str, level: int = 0) -> Lines:
    """An item of a list, over as many lines as it needs."""
    yield from _wrapped(words, "  " * level + "- ", "  " * (level + 1))


def paragraph(words: str) -> Lines:
    """A line of text, over as many lines as it needs."""
    yield from _wrapped(words, "", "")


def day(iso: str | None) -> str:
    """Tue 1 Dec 2026, from what the data has."""
    return say_date(dt.date.fromisoformat(iso)) if iso else "not known"


def _wrapped(words: str, first: str, rest: str) -> list[str]:
    return textwrap.wrap(
        one_line(words), COLUMNS, initial_indent=first, subsequent_indent=rest, break_on_hyphens=False
    )


def _said(words: str) -> str:
    return f"“{one_line(words)}”"


def _stopped(words: str) -> str:
    """What was typed, with the full stop that it may lack."""
    line = one_line(words)
    return line if line.endswith((".", "!", "?", "”")) else f"{line}."


def _aside(words: str) -> str:
    """What was typed, as it stands in brackets or before a full stop."""
    return one_line(words).rstrip(".")


def _name(who: Data | None) -> str:
    return str(who["name"]) if who else ""


def _names(those: Iterable[Data]) -> str:
    return listed([str(who["name"]) for who in those])


def _labelled(*pairs: tuple[str, Any]) -> Lines:
    """Lines of the form "Label: value", for each value that there is."""
    for label, value in pairs:
        if value not in (None, "", [], ()):
            yield from paragraph(f"{label}: {value}")


def _labelled_items(level: int, *pairs: tuple[str, Any]) -> Lines:
    for label, value in pairs:
        if value not in (None, "", [], ()):
            yield from item(f"{label}: {value}", level)


def _conference(found: Data) -> Lines:
    yield from heading(f"Conference {found['ref']}", 1)
    yield ""
    yield from _labelled(
        ("Kind", found["kind"]),
        ("Held", _moment(found["held"], found["begins"])),
        ("Note", found["day_warning"]),
        ("Where", found["venue"]),
        ("Why online", found["online_reason"]),
        ("Chair", found["chairs"]),
        ("Minute-taker", found["minute_taker"]),
        ("Procedure", f"{found['procedure']} ({found['authority']})"),
    )
    for given in found["key_dates"]:
        note = f" ({_aside(given['note'])})" if given["note"] else ""
        yield from paragraph(f"{given['what'].capitalize()}: {day(given['on'])}{note}")
    if referrer := found["referrer"]:
        named = "asked not to be named" if referrer["is_anonymous"] else referrer["name"]
        yield from paragraph(f"Referred by: {', '.join(part for part in (referrer['what'], named) if part)}")
    for sitting in found["adjournments"]:
        again = (
            f"went on {_moment(sitting['resumed_on'], sitting['resumed_at'])}"
            if sitting["resumed_on"]
            else "has not gone on"
        )
        yield from paragraph(
            f"Adjourned: {_moment(sitting['on'], sitting['at'])}; it {again}. Why: {_stopped(sitting['reason'])} "
            f"Until then: {sitting['safeguards']}"
        )
    now = next((each["title"] for each in found["agenda"] if each["stage"] == found["stage"]), "")
    if found["closed"]:
        yield from paragraph(f"Closed at {found['closed']}.")
    else:
        yield from paragraph(f"At: {now}." if now else "The meeting has not begun.")
    done = [each["title"] for each in found["agenda"] if each["progress"] == "done"]
    yield from _labelled(("Items done", "; ".join(done)))


def _moment(on: str | None, at: str | None) -> str:
    if on is None:
        return "date not given"
    return f"{day(on)}, {at}" if at else day(on)


def _children(children: list[Data]) -> Lines:
    yield from heading("Children")
    if not children:
        yield from paragraph("No child has been entered.")
    for child in children:
        yield ""
        yield from heading(child["name"], 3)
        yield from _labelled(
            ("Born", _birth(child)),
            ("Sex", child["sex"]),
            ("Ethnicity", child["ethnicity"]),
            ("Authority's number", child["authority_id"]),
            ("Lives", child["lives"]),
            ("Lives with", _names(child["lives_with"])),
            ("School", child["school"]),
            ("Earlier child protection plans", "not known" if child["previous_plans"] is None else child["previous_plans"]),
        )  # fmt: skip
        yield from _takes_part(child["participation"])
        for views in child["words"]:
            by = views["by"]
            brought = f", brought by {by['name']}" if by and by["id"] != child["id"] else ""
            how = f" How: {_stopped(views['how'])}" if views["how"] else ""
            yield from paragraph(f"The child's words{brought}: {_said(views['words'])}{how}")
        yield from _labelled(
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
    yield from _labelled(
        ("Takes part", attends[decided["attends"]]),
        ("Comes to", ", ".join(part.replace("_", " ") for part in decided["parts"])),
        ("Why", decided["reason"]),
        ("Advocate", decided["advocate"]),
        ("Participation code", decided["code"]),
    )


_SIDE = {"supporter": "Supports", "advocate": "Speaks for", "interpreter": "Interprets for"}


def _people(people: list[Data]) -> Lines:
    yield from heading("People")
    if not people:
        yield from paragraph("Nobody has been entered.")
    for person in people:
        described = [part for part in (person["role"], person["agency"]) if part] or [person["standing"]]
        yield from item(f"{person['name']}, {', '.join(described)}.")
        yield from _labelled_items(
            1,
            ("Parent of", _names(person["parent_of"])),
            ("Parental responsibility for", _names(person["responsibility_for"])),
            ("Not known whether parental responsibility for", _names(person["responsibility_unknown"])),
            ("Knows", _names(person["knows"])),
            (_SIDE.get(person["standing"], "Came with"), _name(person["supports"])),
            ("Language", person["language"]),
            ("Born", person["born"] and day(person["born"])),
            ("Address", person["address"]),
            ("Telephone", person["phone"]),
        )
        if person["withheld_from"]:
            withheld = _names(person["withheld_from"])
            yield from item(f"Address and telephone are withheld from {withheld}, and not shown here.", 1)
        for noted in person["needs"]:
            yield from item(f"Needs: {_stopped(noted['need'])} {noted['met']}", 1)
        for met in person["met_before"]:
            at = f" at {met['at']}" if met["at"] else ""
            yield from item(f"Met the chair before the meeting{at}. {met['note']}", 1)


def _checklists(items: list[Data]) -> Lines:
    """What was seen to before the start and what came with a transfer, and what was not (BA-9, HF-1)."""
    for checklist, title in (("before", "Before the start"), ("transfer pack", "From the other authority")):
        own = [each for each in items if each["checklist"] == checklist]
        if not own:
            continue
        yield from heading(title)
        for each in own:
            done = (f"Done at {each['at']}." if each["at"] else "Done.") if each["done"] else "Not done."
            yield from item(f"{each['words']} {done} {each['note']}".strip())


def _family_tree(tree: Data) -> Lines:
    yield from heading("The family tree")
    for sentence in tree["sentences"]:
        yield from item(sentence)
    if not tree["sentences"]:
        yield from paragraph("Nobody of the family is entered.")


def _attendance(everyone: list[Data], slots: list[Data], *, is_closed: bool) -> Lines:
    yield from heading("Attendance")
    if not everyone:
        yield from paragraph("Nobody has been invited.")
    for someone in everyone:
        agency = f" ({someone['agency']})" if someone["agency"] else ""
        yield from item(f"{someone['name']}{agency}: {_stay(someone)}.")
        yield from _labelled_items(1, ("Involvement", someone["involvement"]), ("Tried", someone["tried"]))
    if is_closed and not slots:
        yield from paragraph("No closed session was held.")
    for slot in slots:
        until = slot["ended"] or "now, it is still open"
        yield from paragraph(
            f"Closed slot from {slot['began']} to {until}. Left the room: {_names(slot['left']) or 'nobody'}. "
            f"Stayed: {_names(slot['stayed']) or 'nobody'}. {slot['reason']}"
        )


def _stay(someone: Data) -> str:
    if someone["status"] == "apology":
        return f"sent an apology: {_aside(someone['apology'])}" if someone["apology"] else "sent an apology"
    if not someone["arrived"]:
        return "absent" if someone["status"] == "absent" else "has not come"
    stays = [f"{each['arrived']} to {each['left']}" for each in someone["earlier"]]
    last = f"{someone['arrived']} to {someone['left']}" if someone["left"] else f"from {someone['arrived']}"
    reason = f" ({_aside(someone['reason'])})" if someone["reason"] else ""
    return f"{someone['mode']}, {listed([*stays, last])}{reason}"


def _quorum(found: Data) -> Lines:
    yield from heading("Quorum")
    yield from paragraph(f"Now: {found['now']['sentence']}")
    for warning in found["now"]["warnings"]:
        yield from paragraph(warning)
    for ground in found["now"]["grounds"]:
        yield from item(f"The chair may go ahead on this ground: {ground}", 1)
    if found["changed"]:
        yield from paragraph(f"When the apologies were gone through: {found['at_the_apologies']['sentence']}")
    verdicts: dict[str, list[Data]] = {}
    for at_decision in found["at_decisions"]:
        verdicts.setdefault(at_decision["sentence"], []).append(at_decision["child"])
    for sentence, children in verdicts.items():
        yield from paragraph(f"At the decision on {_names(children)}: {sentence}")
    if went_on := found["proceeded"]:
        yield from paragraph(f"The chair went on because: {went_on['reason']}")
        yield from paragraph(f"What keeps the children safe meanwhile: {went_on['safeguards']}")
    yield from paragraph(f"The rule: {found['rule']} (Source: {found['source']}.)")


def _reports(found: Data) -> Lines:
    yield from heading("Reports")
    if due := found["due"]:
        yield from deadline_lines(due)
    for report in found["agencies"]:
        mark = "To be said: " if report["flagged"] else ""
        yield from item(f"{report['agency']}: {mark}{report['sentence']}.")


def _map(found: Data, harms: list[Data]) -> Lines:
    yield from heading("Map")
    for column in found["columns"]:
        yield ""
        yield from heading(column["title"], 3)
        if not column["entries"]:
            yield from paragraph("Nothing yet.")
        for entry in column["entries"]:
            yield from _contribution(entry)
    if found["other"]:
        yield ""
        yield from heading("Also said", 3)
        for entry in found["other"]:
            yield from _contribution(entry)
    if harms:
        yield ""
        yield from heading("Harm matrix", 3)
        for harm in harms:
            yield from item(f"{_name(harm['child'])}, {harm['harm_title']}, {harm['incident']}.")
            cells = ("when", "behaviour", "severity", "impact")
            yield from _labelled_items(1, *((cell.capitalize(), harm[cell]) for cell in cells))


def _contribution(entry: Data) -> Lines:
    about = "all the children" if entry["is_about_all"] else _names(entry["children"])
    kind = f", {entry['kind']}" if entry["kind"] else ""
    writing = ", in writing" if entry["in_writing"] else ""
    yield from item(f"{_name(entry['speaker'])}{writing}{kind}, about {about}: {_said(entry['words'])}")
    yield from _labelled_items(
        1,
        ("To the question", entry["answers"]),
        ("Example", entry["example"]),
        ("Impact", entry["impact"]),
        ("Who will find out", _name(entry["owner"])),
        ("By", entry["by"] and day(entry["by"])),
    )
    if entry["new_today"]:
        yield from item("The family heard this for the first time today.", 1)
    if entry["heard"]:
        yield from item(entry["heard"], 1)
    if entry.get("unanswered"):
        yield from item("No action of a plan answers this yet.", 1)


def _asked(asked: list[Data], agenda: list[Data]) -> Lines:
    """The family's word, item by item of the agenda."""
    yield from heading("The family's word")
    if not asked:
        yield from paragraph("Nobody of the family has been asked.")
    for stage in agenda:
        here = [each for each in asked if each["stage"] == stage["stage"]]
        if not here:
            continue
        yield from item(f"{stage['title']}:")
        for each in here:
            if each["words"]:
                by = f", told by {_name(each['by'])}" if each["by"] else ""
                yield from item(f"{_name(each['person'])}{by}: {_said(each['words'])}", 1)
        if silent := [each["person"] for each in here if not each["words"]]:
            yield from item(f"Nothing to add: {_names(silent)}.", 1)


def _summing_up(summary: str, children: list[Data], statements: list[Data]) -> Lines:
    yield from heading("Summary, dangers and goals")
    yield from paragraph(summary or "No summary has been typed.")
    for number, made in enumerate(statements, start=1):
        about = _names(made["children"]) or "all the children"
        yield from item(f"Danger statement {number}, about {about}: {_said(made['words'])}")
        for goal in made["goals"]:
            yield from item(f"Safety goal: {_said(goal['words'])}", 1)
    if children and not statements:
        yield from paragraph("No danger statement has been made.")


def _scaling(found: Data) -> Lines:
    scale = found["scale"]
    yield from heading("Scale")
    yield from paragraph(
        f"{scale['question']} {scale['minimum']}: {scale['zero_means']}. "
        f"{scale['maximum']}: {scale['ten_means']}."
    )
    for asked in found["questions"]:
        yield from item(f"{_said(asked['title'])}")
        if asked["hidden"]:
            yield from item(f"{asked['hidden']} answered; the scores are hidden until they are shown.", 1)
        elif not asked["scores"]:
            yield from item("Nobody has answered.", 1)
        yield from _labelled_items(1, ("Spread", asked["sentence"]))
        for given in asked["scores"]:
            who = f"{_name(given['person'])}{', asked by the chair' if given['asked_by_the_chair'] else ''}"
            yield from item(f"{who}: {given['score']}. {_said(given['rationale'])}", 1)
        if asked["low_prompt"]:
            answer = _said(asked["low_answer"]) if asked["low_answer"] else "not answered yet"
            yield from item(f"{asked['low_prompt']} {answer}", 1)


def _decisions(decisions: list[Data]) -> Lines:
    yield from heading("Threshold and decision")
    for found in decisions:
        yield ""
        yield from heading(_name(found["child"]), 3)
        for view in found["views"]:
            yield from _view(view)
        if found["not_given"]:
            yield from paragraph(f"No view yet from {listed(found['not_given'])}.")
        yield from _labelled(("The chair's own view", found["chair_view"]))
        if made := found["decision"]:
            yield from paragraph(f"Decision: {made['words']}.")
            yield from paragraph(made["sentence"])
            yield from _labelled(("The chair's reason", made["reason"]))
        for dissent in found["dissents"]:
            at = f" at {dissent['at']}" if dissent["at"] else ""
            how = (
                "formal dissent"
                if dissent["dissent"] == "formal"
                else "disagrees, and asks for it to be noted"
            )
            yield from item(f"{dissent['agency']}: {how}{at}. {_said(dissent['reason'])}")
        for point in found["open"]:
            yield from paragraph(f"Open: {point['words']}")


def _view(view: Data) -> Lines:
    if view["outcome"] is None:
        yield from item(f"{view['agency']}: no view, because: {view['reason']}")
        return
    category = f", {view['category_title']}" if view["category_title"] else ""
    dissent = {"": "", "noted": " Disagrees, and asks for it to be noted.", "formal": " Formal dissent."}
    reason = f" {_said(view['reason'])}" if view["reason"] else ""
    yield from item(
        f"{view['agency']} ({_name(view['by'])}): {view['outcome_title'].lower()}{category}."
        f"{reason}{dissent[view['dissent']]}"
    )


def _plans(plans: list[Data]) -> Lines:
    yield from heading("Plans")
    for found in plans:
        yield ""
        yield from heading(f"For {_name(found['child'])}", 3)
        for number, action in enumerate(found["actions"], start=1):
            yield from _action(number, action)
        if not found["actions"]:
            yield from paragraph("No action has been agreed.")
        for settled in found["birth_plan"]:
            yield from paragraph(f"{settled['matter']}: {settled['words']}")
        yield from _labelled(*(("Bottom line", words) for words in found["bottom_lines"]))
        yield from _labelled(*(("If the plan does not hold", words) for words in found["contingency"]))
        for offered in found["network"]:
            yield from paragraph(f"{_name(offered['person'])} will: {offered['words']}")
        for made in found["recommendations"]:
            parts = [f"by {day(made['by'])}" if made["by"] else "", _name(made["owner"])]
            extra = ", ".join(part for part in parts if part)
            yield from paragraph(f"Recommendation: {made['words']}{f' ({extra})' if extra else ''}")
        if worker := found["key_worker"]:
            qualified = "qualified" if worker["qualified"] else "whether qualified is not recorded"
            yield from paragraph(f"Lead social worker: {worker['name']} ({qualified})")
        if visits := found["visits"]:
            yield from paragraph(f"Visits: every {_stopped(visits['every'])} {visits['how']}")
        if booked := found["in_need_meeting"]:
            yield from paragraph(f"First child in need meeting: {_moment(booked['on'], booked['at'])}")


def _action(number: int, action: Data) -> Lines:
    who = listed([str(each["name"]) for each in action["who"]] + ([action["also"]] if action["also"] else []))
    yield from item(
        f"Action {number}: {_stopped(action['what'])} Who: {who}. When: {_stopped(action['when'])}"
    )
    yield from _labelled_items(
        1,
        ("Need", action["need"]),
        ("Worry", action["worry"]),
        ("Goal", action["goal"]),
        ("How we will know", action["how_known"]),
    )


def _exclusions(found: list[Data]) -> Lines:
    """Who was kept out, why, and what was owed to them for it."""
    yield from heading("Kept out")
    for each in found:
        parts = ", ".join(part.replace("_", " ") for part in each["parts"]) or "the whole conference"
        ended = f" until {each['ended']}" if each["ended"] else ""
        yield from item(f"{_name(each['person'])}, of {parts}{ended}: {each['ground']}")
        yield from _labelled_items(
            1,
            ("Reason", each["reason"]),
            ("Evidence", each["evidence"]),
            ("Asked for", _asked_for(each)),
            ("Views told by", _name(each["views_by"])),
            ("Told to them", _told(each)),
            ("How they can challenge it", each["challenge"] or "not told yet"),
            ("In their place", _name(each["represented_by"])),
            ("Without the minutes", each["without_minutes"]),
        )


def _asked_for(exclusion: Data) -> str:
    by = f"by {_name(exclusion['requested_by'])}" if exclusion["requested_by"] else ""
    on = f"on {day(exclusion['requested'])}" if exclusion["requested"] else ""
    return " ".join(part for part in (by, on) if part)


def _told(exclusion: Data) -> str:
    if not exclusion["told"]:
        return "not yet"
    return f"{day(exclusion['told_on'])}, {exclusion['told']}" if exclusion["told_on"] else exclusion["told"]


def _split_sittings(sittings: list[Data], observers: list[Data]) -> Lines:
    """Who sits in which sitting, and what the family said of each observer; nothing where there are none."""
    for sitting in sittings:
        began = f"; began {listed(sitting['began'])}" if sitting["began"] else "; has not begun"
        yield from paragraph(f"Sitting “{sitting['title']}”: {_names(sitting['people'])}{began}.")
    for observer in observers:
        answer = {"yes": "agrees", "no": "does not agree"}[observer["agrees"]]
        words = f" {_said(observer['words'])}" if observer["words"] else ""
        yield from paragraph(f"The family {answer} that {_name(observer['person'])} observes.{words}")


def _births(found: Data) -> Lines:
    """What a birth since the conference has changed."""
    yield from heading("Born since")
    for each in found["born"]:
        yield from item(f"{_name(each['child'])}, on {day(each['born'])}.")
    for sentence in found["moved"]:
        yield from item(sentence)
    for each in found["to_reissue"]:
        yield from item(f"To be made again: {each['document']}, version {each['version']}.")


def _review(found: Data) -> Lines:
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
        note = f" ({_aside(member['note'])})" if member["note"] else ""
        yield from item(f"Was of the core group: {member['name']}, for {_names(member['children'])}{note}")
    for each in found["birth_plans"]:
        yield from item(
            f"Was settled about the birth of {_name(each['child'])}, {each['matter']}: {each['words']}"
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
        yield from item(f"Led until now: {_name(child['key_worker'])}.", 1)
    if child["visits"]:
        how = f", {child['visits_how']}" if child["visits_how"] else ""
        yield from item(f"Seen until now: every {child['visits']}{how}.", 1)
    for asked in child["asked"]:
        answer = " ".join(part for part in (asked["answer"].capitalize(), asked["words"]) if part)
        yield from item(f"{asked['says']} {answer or '(not answered)'}", 1)


def _core_group(found: Data, review: Data | None) -> Lines:
    yield from heading("Core group and review")
    if first := found["first"]:
        where = f", {first['venue']}" if first["venue"] else ""
        yield from paragraph(f"First core group: {_moment(first['on'], first['at'])}{where}")
        yield from _labelled(
            ("Chaired by", _name(first["chaired_by"])), ("Later ones by", _name(first["later_chaired_by"]))
        )
    else:
        yield from paragraph("First core group: not booked.")
    for member in found["members"]:
        note = f" ({_aside(member['note'])})" if member["note"] else ""
        yield from item(f"{member['name']}, for {_names(member['children'])}{note}")
    if review:
        reason = f". {review['reason']}" if review["reason"] else ""
        yield from paragraph(f"Review: {_moment(review['on'], review['at'])}{reason}")
    else:
        yield from paragraph("Review: not booked.")


def _deadlines(deadlines: list[Data]) -> Lines:
    yield from heading("Dates")
    if not deadlines:
        yield from paragraph("No date can be told before the day of the meeting is given.")
    for due in deadlines:
        yield from deadline_lines(due)


def _open(reminders: list[Data], reasons: list[Data]) -> Lines:
    yield from heading("Still open")
    wanting = [each for each in reminders if each["is_open"]]
    if not wanting:
        yield from paragraph("Nothing.")
    for each in wanting:
        holds_up = " (the close waits for it, or for a reason)" if each["holds_up_close"] else ""
        yield from item(f"{each['words']}{holds_up}")
    if reasons:
        yield ""
        yield from heading("The chair's reasons", 3)
        words = {each["key"]: each["words"] for each in reminders}
        for given in reasons:
            matter = words.get(given["matter"], given["matter"])
            yield from item(f"{matter} Reason: {_said(given['reason'])}")


def _heard(found: Data) -> Lines:
    """Who was heard at which item, and what was said of each child."""
    yield from heading("Who has been heard")
    for voice in found["voices"]:
        parts = [
            f"{words} {listed(voice[told])}"
            for told, words in (("heard", "heard at"), ("not_heard", "not heard at"))
            if voice[told]
        ]
        yield from item(f"{voice['name']}: {'; '.join(parts) or 'not in the meeting so far'}.")
    for child in found["children"]:
        yield from item(f"{child['child']['name']}, {_stopped(child['own_words'])}")
        if child["empty"]:
            yield from item(f"Nothing yet: {'; '.join(child['empty'])}.", 1)


def _guidance(found: Data) -> Lines:
    """What could be clearer, and of whom the plan asks nothing yet."""
    yield from heading("What could be clearer in the plan")
    now = [each for each in found["advice"] if not each["is_left"]]
    if not now:
        yield from paragraph("Nothing was found.")
    for each in now:
        yield from item(f"{each['says']} ({each['source']})")
    if left := len(found["advice"]) - len(now):
        yield from paragraph(f"Left as it is by the chair: {left}.")
    if found["without_a_part"]:
        yield from paragraph(f"Nothing to do in the plan yet: {_names(found['without_a_part'])}.")


def _handing_out(found: Data, children: list[Data]) -> Lines:
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
                yield from item(f"The chair: {gets_it} the {paper(cell)}. Reason: {_said(cell['why'])}", 1)
    for name in found["waiting"]:
        yield from item(f"{name}: nothing until somebody knows whether they have parental responsibility.")
    for old in found["out_of_date"]:
        words = f"version {old['version']} of the {paper(old)}, which is out of date"
        yield from item(f"{readers.get(old['reader'], old['reader'])} holds {words}.")


def _documents(documents: list[Data], children: list[Data], people: list[Data]) -> Lines:
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


def _amendments(addenda: list[Data], complaints: list[Data]) -> Lines:
    """What was added after the close; nothing where nothing was."""
    if not (addenda or complaints):
        return
    yield from heading("Added after the close")
    for added in addenda:
        yield from item(f"Addendum of {_name(added['by'])}, {day(added['on'])}: {_said(added['words'])}")
    for made in complaints:
        yield from item(f"Complaint of {_name(made['person'])}, {day(made['on'])}: {_said(made['words'])}")
        if came := made["decided"]:
            words = f" {_said(came['words'])}" if came["words"] else ""
            yield from item(f"What came of it, {day(came['on'])}: {_said(came['outcome'])}{words}", 1)


def _kept(seals: list[Data], retention: Data | None, imported: Data | None) -> Lines:
    """What the record says of itself: how much came from elsewhere, its seals, until when it is kept."""
    yield from heading("The record")
    if imported:
        yield from paragraph(f"The first {imported['count']} entries came out of an archive.")
    if not seals:
        yield from paragraph("It has no seal yet: the first follows the first decision.")
    for sealed in seals:
        of = f"decision on {_name(sealed['child'])}" if sealed["child"] else "close"
        signed = ", signed" if sealed["signed"] else ""
        yield from item(f"Seal of the {of}: record {sealed['count']}, seal {sealed['seal']}{signed}.")
    if retention:
        yield from paragraph(f"Kept until {day(retention['until'])}: {_stopped(retention['why'])}")
    else:
        yield from paragraph("Until when it is kept has not been said.")
