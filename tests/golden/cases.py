"""What the tests of the cases here share: running the program, and counting points."""
import os
import pathlib
import subprocess

HERE = pathlib.Path(__file__).resolve().parent
DEADLINE = 60  # seconds for one run, only to end what hangs


class Tap:
    """Points as they come, and in the end how many there were."""

    def __init__(self):
        self.count = 0
        self.failed = 0

    def point(self, name, problem=''):
        self.count += 1
        self.failed += bool(problem)
        print(f"{'not ok' if problem else 'ok'} {self.count} - {name}")
        for line in problem.splitlines():
            print(f'# {line}')

    def finish(self):
        print(f'1..{self.count}')
        return self.failed > 0 or self.count == 0


def run(vitae, *arguments, directory=HERE, **environment):
    """The exit status, the output and the messages."""
    kept = {name: value for name, value in os.environ.items()
            if name in ('PATH', 'TMPDIR') or name.endswith('SAN_OPTIONS')}
    done = subprocess.run([vitae, *arguments], cwd=directory, env=kept | environment,
                          stdin=subprocess.DEVNULL, capture_output=True, timeout=DEADLINE)
    return done.returncode, done.stdout, done.stderr
