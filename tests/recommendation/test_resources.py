"""Resources: fresh or refused, and only those that fit what the plan calls for."""

from datetime import date, datetime, timedelta

import pytest

from nocontact import (
    Recommendation,
    Resource,
    ResourceDirectory,
    ResourceError,
    Scenario,
    recommend,
)
from nocontact.recommendation import resources_from_yaml

TODAY = date(2026, 11, 22)
ENTRY = """\
resources:
  - region: Examplia
    name: Night line
    contact: "0555 0100"
    source: its own page
    checked_on: 2026-11-01
    for: [crisis]
"""


def _resource(name: str, *needs: str, checked_on: date = TODAY) -> Resource:
    return Resource("Examplia", name, "0555 0100", "its own page", checked_on, needs)


DIRECTORY = ResourceDirectory(
    (
        _resource("Night line", "crisis"),
        _resource("Advocates", "advocate"),
        _resource("Youth line", "youth"),
        _resource("Young and in crisis", "crisis", "youth"),
    ),
    as_of=TODAY,
)


def _shown(**answers: object) -> list[str]:
    return [each.name for each in _answer(**answers).resources]


def _answer(**answers: object) -> Recommendation:
    scenario = Scenario.model_validate(answers)
    return recommend(scenario, resources=DIRECTORY, engine="reference")


def test_an_entry_is_good_for_its_last_day_and_refused_on_the_next() -> None:
    last = TODAY - timedelta(days=180)
    assert len(ResourceDirectory((_resource("Night line", "crisis", checked_on=last),), TODAY)) == 1
    with pytest.raises(ResourceError, match="NC601: `Night line` was checked 181 days ago"):
        stale = _resource("Night line", "crisis", checked_on=last - timedelta(days=1))
        ResourceDirectory((stale,), TODAY)


def test_a_host_may_be_stricter() -> None:
    resource = _resource("Night line", "crisis", checked_on=TODAY - timedelta(days=8))
    with pytest.raises(ResourceError, match="7 is the most"):
        ResourceDirectory((resource,), TODAY, max_age_days=7)


def test_every_stale_entry_is_named() -> None:
    old = date(2020, 1, 1)
    with pytest.raises(ResourceError) as refused:
        ResourceDirectory(
            (_resource("A", "crisis", checked_on=old), _resource("B", "youth", checked_on=old)),
            TODAY,
        )
    assert [each.code for each in refused.value.diagnostics] == ["NC601", "NC601"]


def test_a_check_in_the_future_and_an_unknown_need_are_refused() -> None:
    with pytest.raises(ResourceError, match="NC602: `A` was checked on a day that is still to"):
        ResourceDirectory((_resource("A", "crisis", checked_on=date(2027, 1, 1)),), TODAY)
    with pytest.raises(ResourceError, match="did you mean `advocate`"):
        ResourceDirectory((_resource("A", "advocat"),), TODAY)
    with pytest.raises(ResourceError, match="does not say what it is `for`"):
        ResourceDirectory((_resource("A"),), TODAY)
    with pytest.raises(ResourceError, match="has no `contact`"):
        ResourceDirectory((Resource("X", "A", " ", "s", TODAY, ("crisis",)),), TODAY)


def test_a_moment_counts_as_its_day() -> None:
    moment = datetime(2026, 11, 22, 23, 59)
    directory = ResourceDirectory((_resource("A", "crisis", checked_on=moment),), moment)
    assert len(directory) == 1


def test_nothing_is_shown_without_need() -> None:
    assert _shown() == []
    assert recommend(Scenario(now_unsafe="yes"), engine="reference").resources == ()


def test_a_crisis_shows_crisis_help_only() -> None:
    crisis = ["Night line", "Young and in crisis"]
    assert _shown(self_harm_thoughts="yes") == crisis
    assert _shown(self_harm_thoughts="yes", age_group="under_18") == crisis


def test_danger_shows_advocates_and_a_young_person_sees_youth_services() -> None:
    assert _shown(danger_signs=["choked"]) == ["Advocates"]
    assert _shown(age_group="under_18") == ["Youth line", "Young and in crisis"]
    assert _shown(partner_self_harm_threat="yes") == ["Night line", "Young and in crisis"]


def test_resources_are_in_the_text_and_in_the_data() -> None:
    rec = _answer(danger_signs=["choked"])
    text = " ".join(rec.to_text(detail="record").split())
    assert "Advocates (Examplia): 0555 0100 [its own page, 2026-11-22]" in text
    assert '"checked_on": "2026-11-22"' in rec.to_json()
    assert "0555 0100" in rec.to_text()


def test_a_file_is_read_with_every_entry_as_written() -> None:
    (resource,) = resources_from_yaml(ENTRY, as_of=TODAY).resources
    assert resource.contact == "0555 0100"
    assert resource.checked_on == date(2026, 11, 1)
    assert resource.for_ == ("crisis",)


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("2026-11-01", "last week", "NC602: `last week` is not a day"),
        ('"0555 0100"', "05550100", "NC602: a number would lose its zeros"),
        ('"0555 0100"', "+4955500100", "NC602: a number would lose its zeros"),
        ("[crisis]", "[crisi]", "did you mean `crisis`"),
        ("region:", "country:", "`country`"),
        ("    name: Night line\n", "", "`name` is missing"),
        ("resources:", "helplines:", "`resources` is missing"),
        ("resources:\n", "resources: &a\n", "NC005"),
        ("2026-11-01", "2019-11-01", "NC601"),
    ],
)
def test_a_file_that_is_wrong_says_where_and_what(old: str, new: str, said: str) -> None:
    assert old in ENTRY
    with pytest.raises(ResourceError) as refused:
        resources_from_yaml(ENTRY.replace(old, new), as_of=TODAY, file="lines.yaml")
    assert said in str(refused.value)


@pytest.mark.parametrize("text", ["", "resources", "[]", "resources: 3", "a: b", "{", "\x00"])
def test_whatever_is_in_a_file_it_is_read_or_refused(text: str) -> None:
    with pytest.raises(ResourceError):
        resources_from_yaml(text, as_of=TODAY)
