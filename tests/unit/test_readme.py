"""The README says what the commands do."""

from service.demo.walking import curl_lines
from service.settings import HOME

BEGIN, END = "<!-- walk -->\n", "<!-- /walk -->"


def block() -> str:
    """Return the block of the README that holds the walk."""
    return "```sh\n" + "\n".join(curl_lines()) + "\n```\n"


def test_readme_holds_the_walk_as_the_command_prints_it() -> None:
    text = (HOME / "README.md").read_text()

    assert text.partition(BEGIN)[2].partition(END)[0] == block()
