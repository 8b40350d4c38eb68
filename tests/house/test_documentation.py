"""The documents say what the code does: commands, dependencies, folders, and no more than 15 pages."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

from fogline.cli.main import COMMANDS
from fogline.cli.reference import reference

ROOT = Path(__file__).parents[2]
LINES_A_PAGE = 60


def test_every_command_and_option_is_documented() -> None:
    assert (ROOT / "docs" / "cli.md").read_text(encoding="utf-8") == reference(), (
        "run: python -m fogline.cli.reference > docs/cli.md"
    )


def test_every_file_of_commands_is_listed() -> None:
    files = {p.stem.removesuffix("_"): p.read_text(encoding="utf-8") for p in (ROOT / "src/fogline/cli").glob("*.py")}
    made = {stem for stem, text in files.items() if re.search(rf"^def (command|{stem})\(", text, re.MULTILINE)}
    made &= {stem for stem, text in files.items() if re.search(r"^@click\.(command|group)\(", text, re.MULTILINE)}
    made -= {"main"}
    assert made == set(COMMANDS)


def test_every_dependency_is_justified() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    wanted = [*project["dependencies"], *(d for extra in project["optional-dependencies"].values() for d in extra)]
    names = {re.split(r"[\[<>=]", d)[0] for d in wanted} - {"fogline"}
    told = set(
        re.findall(r"^\| `([\w.-]+)`", (ROOT / "docs/dependencies.md").read_text(encoding="utf-8"), re.MULTILINE)
    )
    assert names == told


def test_every_folder_of_the_house_is_on_the_map() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    folders = {p.name for p in (ROOT / "src/fogline").iterdir() if (p / "__init__.py").is_file()}
    assert [f for f in sorted(folders) if f"{f}/" not in readme] == []


def test_links_between_documents_lead_somewhere() -> None:
    pages = [*ROOT.glob("*.md"), *(ROOT / "docs").glob("*.md")]
    broken = [
        f"{page.name}: {target}"
        for page in pages
        for target in re.findall(r"\]\(([^)#:]+)\)", page.read_text(encoding="utf-8"))
        if not (page.parent / target).exists()
    ]
    assert broken == []


def test_the_documents_stay_short() -> None:
    lines = sum(p.read_text(encoding="utf-8").count("\n") for p in (ROOT / "docs").glob("*.md"))
    assert lines <= 15 * LINES_A_PAGE
