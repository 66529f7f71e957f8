"""The places that name versions agree."""

import re
import tomllib

from conftest import ROOT


def pins():
    text = (ROOT / "requirements.txt").read_text()
    return dict(re.findall(r"^([a-z0-9._-]+)==([^ ;\\]+)", text, re.MULTILINE))


def conda():
    text = (ROOT / "environment.yml").read_text()
    return dict(re.findall(r"^  - ([a-z0-9_-]+)=([0-9.]+)$", text, re.MULTILINE))


def test_conda_and_pip_pin_the_same_versions():
    environment = conda()
    assert environment.pop("python") == "3.11"
    assert environment
    for name, version in environment.items():
        assert pins()[name] == version, name


def test_conda_names_what_the_project_depends_on():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
    needed = [*project["dependencies"], *project["optional-dependencies"]["lab"], "pytest"]
    assert {re.match(r"[\w-]+", name)[0] for name in needed} == set(conda()) - {"python"}


def test_lock_file_holds_hashes_and_no_address():
    text = (ROOT / "requirements.txt").read_text()
    assert "://" not in text
    assert "--index" not in text
    for entry in re.split(r"\n(?=\S)", text.strip()):
        assert "--hash=sha256:" in entry, entry.splitlines()[0]
