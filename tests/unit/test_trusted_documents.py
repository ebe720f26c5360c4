"""A document that does not fit the contract keeps the service from starting, with a sentence for each."""

from pathlib import Path

import pytest

from service.graph.documents import Untrusted, trusted


def test_reads_every_document_by_its_name(tmp_path: Path) -> None:
    (tmp_path / "Mine.graphql").write_text("query Mine { viewer { name } }")

    assert list(trusted(tmp_path)) == ["Mine"]


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("query Mine { viewer { shoeSize } }", "Mine: Cannot query field 'shoeSize'"),
        ("query Mine($id: ID!) { viewer { name } }", "Mine: Variable"),
        ("query Other { viewer { name } }", "Mine: holds an operation of another name"),
    ],
)
def test_names_the_document_that_does_not_fit(text: str, sentence: str, tmp_path: Path) -> None:
    (tmp_path / "Mine.graphql").write_text(text)

    with pytest.raises(Untrusted, match=sentence):
        trusted(tmp_path)
