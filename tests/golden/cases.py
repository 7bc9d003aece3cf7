"""What the tests of the cases here share: running the program, and counting points."""
import os
import pathlib
import subprocess
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / 'support'))
from tap import Tap  # noqa: E402, F401 - for those that import this

HERE = pathlib.Path(__file__).resolve().parent
DEADLINE = 60  # seconds for one run, only to end what hangs
TODAY = '1767225600'  # 1 January 2026, so that what goes on has always lasted as long


def run(vitae, *arguments, directory=HERE, **environment):
    """The exit status, the output and the messages."""
    kept = {name: value for name, value in os.environ.items()
            if name in ('PATH', 'TMPDIR') or name.endswith('SAN_OPTIONS')}
    done = subprocess.run([vitae, *arguments], cwd=directory,
                          env=kept | {'SOURCE_DATE_EPOCH': TODAY} | environment,
                          stdin=subprocess.DEVNULL, capture_output=True, timeout=DEADLINE)
    return done.returncode, done.stdout, done.stderr
