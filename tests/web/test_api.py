"""The JSON interface: what schemathesis makes of its description, and that it answers as the pages do."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import schemathesis
from fastapi.testclient import TestClient
from hypothesis import HealthCheck, given, settings
from schemathesis.core.result import Ok
from tests.situations import seen
from tests.web.serving import application, at_war, client

from fogline.model.record import to_record
from fogline.situation.record import to_record as situation_record

EXAMPLES = 25  # of each operation
HOST = {"host": "127.0.0.1"}
ALL = list(HealthCheck)  # building examples from a description is slow by nature


@pytest.fixture(scope="module")
def ledger(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return at_war(tmp_path_factory.mktemp("api") / "l.db")


@pytest.fixture(scope="module")
def browser(ledger: Path) -> Iterator[TestClient]:
    with client(application(ledger)) as opened:
        yield opened


def test_no_question_breaks_the_interface_or_its_description(ledger: Path) -> None:
    """No 5xx, and every answer has the status, type and shape that the description names."""
    described = schemathesis.openapi.from_asgi("/api/openapi.json", application(ledger), headers=HOST)
    operations = [found.ok() for found in described.get_all_operations() if isinstance(found, Ok)]
    assert len(operations) == 10
    for operation in operations:

        @settings(max_examples=EXAMPLES, derandomize=True, deadline=None, database=None, suppress_health_check=ALL)
        @given(case=operation.as_strategy())
        def asked(case: schemathesis.Case[Any]) -> None:
            case.call_and_validate(headers=HOST)

        asked()


def test_the_situation_is_that_of_the_command_line(browser: TestClient, ledger: Path) -> None:
    answer = browser.get("/api/situation?place=Aleppo&as-known=2024-12-02").json()
    expected = situation_record(seen(ledger, "2024-12-02", "Aleppo"))
    assert answer == expected


def test_a_claim_is_that_of_the_contract(browser: TestClient, ledger: Path) -> None:
    claims = {h.stated.claim.id: h.stated.claim for h in seen(ledger).claims}
    answers = browser.get("/api/claims").json()["items"]
    assert {a["claim"]["id"]: a["claim"] for a in answers} == {name: to_record(c) for name, c in claims.items()}


def test_an_incident_names_its_claims_and_why(browser: TestClient) -> None:
    brief = max(browser.get("/api/incidents").json()["items"], key=lambda i: len(i["claims"]))
    full = browser.get(f"/api/incident/{brief['id']}").json()
    assert [c["claim"] for c in full["claims"]] == brief["claims"]
    assert full["why"][0]["findings"]


def test_lists_come_in_parts(browser: TestClient) -> None:
    whole = browser.get("/api/claims").json()
    part = browser.get("/api/claims?offset=1&limit=2").json()
    assert part["items"] == whole["items"][1:3]
    assert (part["total"], part["offset"]) == (len(whole["items"]), 1)


@pytest.mark.parametrize("address", ["/api/claim/none", "/api/document/none", "/api/incident/none", "/api/none"])
def test_what_is_not_there_says_so(browser: TestClient, address: str) -> None:
    answer = browser.get(address)
    assert answer.status_code == 404
    assert set(answer.json()) == {"error"}


def test_nothing_can_be_written(browser: TestClient) -> None:
    described = browser.get("/api/openapi.json").json()
    assert {method for path in described["paths"].values() for method in path} == {"get"}


def test_the_description_stands_on_a_page_of_our_own(browser: TestClient) -> None:
    page = browser.get("/api").text
    assert "GET /api/incident/{name}" in page
    assert "as-known" in page
