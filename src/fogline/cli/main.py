"""``fogline``: the commands, loaded only when called, and the one border where errors become exit codes."""

from __future__ import annotations

import sys
import traceback
from importlib import import_module
from keyword import iskeyword
from typing import TextIO

import click

from fogline.errors import FoglineError

DONE, USAGE, REFUSED, BUG = 0, 1, 2, 3
COMMANDS = {
    "demo": "the shipped sample reports, end to end: a screen and a page",
    "read": "read what reports say: claims with their evidence",
    "add": "read reports and keep what they say in a ledger",
    "situation": "what the ledger adds up to, as known on a day",
    "brief": "the situation as a sitrep: Markdown, DOCX or PDF, every number and name in it traced",
    "search": "full text over documents and claims",
    "show": "everything about one claim, incident or document",
    "review": "the claims to look at first: in doubt, with much resting on them",
    "judge": "say whether claims or incidents are about one happening",
    "decide": "accept, reject or correct a claim, enter one that was missed, take a decision back",
    "serve": "the living page over a ledger, on this machine",
    "import": "reference history of UCDP or ACLED, a yardstick for rank and tempo",
    "ledger": "check, upgrade, back up a ledger, read it again, forget a document",
    "eval": "score the reading against gold claims",
    "gazetteer": "build, extend and search the list of places",
}


class Commands(click.Group):
    """A group whose commands are imported when they are called: ``--help`` stays instant."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's signature
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002 - click's signature
        if cmd_name not in COMMANDS:
            return None
        module = import_module(f"fogline.cli.{cmd_name}{'_' if iskeyword(cmd_name) else ''}")
        command: click.Command = getattr(module, cmd_name, None) or module.command  # a group bears its own name
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002 - click's signature
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="fogline")
def fogline() -> None:
    """Reads reports of conflict and keeps what each of them says.

    Exit codes: 0 done; 1 bad usage or configuration; 2 some input was refused (named, the rest was done); 3 a bug.
    """


def run() -> None:
    """The entry point: UTF-8 whatever the console says, and exit codes as documented."""
    for stream in (sys.stdout, sys.stderr):
        _speak_utf8(stream)
    sys.exit(_exit_code())


def _exit_code() -> int:
    try:
        code = fogline.main(standalone_mode=False)
    except click.exceptions.Exit as exit_:
        return exit_.exit_code
    except (click.ClickException, FoglineError) as error:
        message = error.format_message() if isinstance(error, click.ClickException) else str(error)
        click.echo(f"fogline: {message}", err=True)
        return USAGE
    except (click.Abort, KeyboardInterrupt):
        click.echo("fogline: stopped; what was done so far is kept.", err=True)
        return USAGE
    except BrokenPipeError:
        sys.stderr.close()
        return DONE
    except Exception:  # noqa: BLE001 - the command line is one of the three borders where a bug is recorded and reported
        traceback.print_exc()
        click.echo("fogline: this is a bug of ours, please report it with the lines above.", err=True)
        return BUG
    return code if isinstance(code, int) else DONE


def _speak_utf8(stream: TextIO) -> None:
    reconfigure = getattr(stream, "reconfigure", None)
    if reconfigure is not None:
        reconfigure(encoding="utf-8", errors="replace")
