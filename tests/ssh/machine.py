"""A machine that hosts résumés, made with tools/host under names that nobody else has, and taken away.

Everything is on loopback. What a test is about is a function with @case: main() runs them in order on
one Machine, prints TAP, and reports each as skipped, with the reason, where this cannot be done.
"""

import contextlib
import fcntl
import os
import pathlib
import pty
import pwd
import random
import re
import select
import shutil
import signal
import socket
import struct
import subprocess
import sys
import termios
import time
import traceback

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
sys.path.insert(0, str(ROOT / 'tests' / 'support'))

from tap import Tap

DEADLINE = 60  # seconds for anything, only to end what hangs
SETUP_DEADLINE = 900  # which may have to compile the program
ETC = pathlib.Path('/etc/vitae')
PRIVATE = 'Xylophon-7-private'  # in a field that visitors must not see
SSHD = '/usr/sbin/sshd'

RESUME = f'''
basics:
  name: Ada Byron
  label: Analyst
  email: ada@example.org
  phone: {PRIVATE}
  location: {{address: "{PRIVATE} street", city: Ockham}}
work:
  - {{name: Engine, position: Analyst, startDate: 1842, summary: "{PRIVATE} salary", highlights: [Note G]}}
''' + ''.join(f'matter{number}: [Entry {number}]\n' for number in range(30)) + '''
meta: {private: [basics.phone, basics.location.address, work.summary]}
'''


def wait_for(condition, what, deadline=DEADLINE):
    """What condition() gives as soon as that is true."""
    end = time.monotonic() + deadline
    while not (result := condition()):
        if time.monotonic() > end:
            raise AssertionError(f'not within {deadline} seconds: {what}')
        time.sleep(0.05)
    return result


def free_port():
    """One that nobody listens at, and that the system gives to no client meanwhile."""
    for _ in range(100):
        port = random.randrange(10_000, 32_000)
        with socket.socket() as listener, contextlib.suppress(OSError):
            listener.bind(('0.0.0.0', port))
            return port
    raise AssertionError('no port is free')


def is_listening(port):
    with socket.socket() as client:
        return client.connect_ex(('127.0.0.1', port)) == 0


def expect(truth, *shown):
    if not truth:
        raise AssertionError(' '.join(map(repr, shown)))


class Skip(Exception):
    """This case cannot be tried here, for the reason given."""


class Result:
    def __init__(self, done):
        self.status = done.returncode
        self.output = done.stdout
        self.messages = done.stderr

    def __repr__(self):
        return f'status {self.status}, output {self.output!r}, messages {self.messages!r}'


class Terminal:
    """A program on a terminal, whose output is only looked at as bytes."""

    def __init__(self, arguments, rows=24, columns=80, term='xterm-256color', environment=None):
        self.output = b''
        self.descriptor, slave = pty.openpty()
        self.resize(rows, columns)
        self.process = subprocess.Popen(
            arguments, stdin=slave, stdout=slave, stderr=slave, start_new_session=True,
            preexec_fn=lambda: fcntl.ioctl(0, termios.TIOCSCTTY, 0),
            env=os.environ | {'TERM': term} | (environment or {}))
        os.close(slave)

    def resize(self, rows, columns):
        fcntl.ioctl(self.descriptor, termios.TIOCSWINSZ, struct.pack('HHHH', rows, columns, 0, 0))

    def read(self, seconds):
        """What comes within that time; False at the end of the output."""
        if not select.select([self.descriptor], [], [], seconds)[0]:
            return True
        try:
            more = os.read(self.descriptor, 65536)
        except OSError:  # the other side is closed
            more = b''
        self.output += more
        return more != b''

    def expect(self, text, deadline=DEADLINE):
        """Reads until that text has been written; bytes behind it may be there, too."""
        end = time.monotonic() + deadline
        text = text.encode()
        while text not in self.output:
            if time.monotonic() > end or not self.read(0.2):
                raise AssertionError(f'no {text!r} in {self.output[-3000:]!r}')

    def send(self, keys):
        os.write(self.descriptor, keys.encode())

    def end(self, deadline=DEADLINE):
        """Reads to the end; the status of the program."""
        end = time.monotonic() + deadline
        while self.read(0.2):
            if time.monotonic() > end:
                raise AssertionError(f'no end after {self.output[-3000:]!r}')
        return self.process.wait(deadline)

    def close(self):
        self.process.kill()
        self.process.wait()
        os.close(self.descriptor)


class Machine:
    """One sshd, put up by tools/host for one account, or more."""

    def __init__(self, number=None):
        self.number = number or os.getpid()
        self.name = f'vitae-test-{self.number}'
        self.account = self.name
        self.prefix = pathlib.Path(f'/opt/{self.name}')  # not /tmp, of which services have their own
        self.folder = pathlib.Path(f'/opt/{self.name}-files')  # the tests' own
        self.program = self.prefix / 'usr/local/bin/vitae'
        self.kiosk = self.prefix / 'usr/local/libexec/vitae/kiosk'
        self.state = ETC / f'test-{self.number}'
        self.config = self.state / 'sshd_config'
        self.log = pathlib.Path(f'/var/log/{self.name}.log')
        self.port = None
        self.stack = contextlib.ExitStack()  # what each case has to close

    # The owner

    def host(self, *arguments, check=True):
        """Runs tools/host; one at a time, since it compiles. It keeps the lock if this is killed."""
        program = ROOT / 'tools' / 'host'
        names = {'VITAE_HOST_NAME': self.name, 'DESTDIR': str(self.prefix)}
        with program.open('rb') as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            done = Result(subprocess.run(
                [program, *map(str, arguments)], stdin=subprocess.DEVNULL, capture_output=True,
                text=True, timeout=SETUP_DEADLINE, check=False, env=os.environ | names,
                pass_fds=[lock.fileno()]))
        expect(not check or done.status == 0, done)
        return done

    def up(self, settings=''):
        """Hosts RESUME; the settings come before those of deploy/sshd_config."""
        self.folder.mkdir(mode=0o755)
        self.known_hosts = self.folder / 'known_hosts'
        self.resume = self.folder / 'resume.yaml'
        self.resume.write_text(RESUME, 'utf-8')
        ETC.mkdir(mode=0o755, exist_ok=True)
        self.state.mkdir(mode=0o700)
        (self.state / 'local.conf').write_text('LogLevel VERBOSE\n' + settings, 'utf-8')
        self.port = free_port()
        self.host('up', '--port', self.port, '--account', self.account, self.resume)
        key = (self.state / 'ssh_host_ed25519_key.pub').read_text('ascii')
        self.known_hosts.write_text(f'vitae {key}', 'ascii')

    def remove(self):
        """All of it, however far it came."""
        self.state.mkdir(mode=0o700, parents=True, exist_ok=True)  # else it would have nothing to do
        (self.state / 'local.conf').unlink(missing_ok=True)
        self.host('remove', '--keys', check=False)
        for path in (self.state, self.prefix, self.folder):
            shutil.rmtree(path, ignore_errors=True)
        for path in ETC.glob(f'{self.name}*'):
            path.unlink(missing_ok=True)
        self.log.unlink(missing_ok=True)
        with contextlib.suppress(OSError):
            ETC.rmdir()

    def add(self, suffix):
        """Another account, with the same résumé."""
        account = f'{self.account}-{suffix}'
        self.host('add', account, self.resume)
        return account

    # Visitors

    def command(self, *arguments, account=None, port=None, program='ssh', options=()):
        """The command line of a client that may ask nothing, and knows the host key."""
        settings = ['BatchMode=yes', 'StrictHostKeyChecking=yes', 'HostKeyAlias=vitae',
                    f'UserKnownHostsFile={self.known_hosts}', 'GlobalKnownHostsFile=/dev/null',
                    'UpdateHostKeys=no', 'ConnectTimeout=30',
                    f'Port={port or self.port}', f'User={account or self.account}']
        flags = [word for setting in settings for word in ('-o', setting)]
        return [program, '-F', 'none', *flags, *options, *map(os.fspath, arguments)]

    def ssh(self, *words, options=(), account=None, port=None, environment=None):
        """A visitor without a terminal."""
        words = ('--', *words) if words else ()  # so that none is taken for an option
        command = self.command('127.0.0.1', *words, options=('-T', *options), account=account,
                               port=port)
        return self.run(command, environment)

    def run(self, command, environment=None):
        return Result(subprocess.run(command, stdin=subprocess.DEVNULL, capture_output=True,
                                     timeout=DEADLINE, check=False,
                                     env=os.environ | (environment or {})))

    def start(self, command, **settings):
        """A client in the background, which ends with the case."""
        process = subprocess.Popen(command, **settings)
        self.stack.callback(process.wait)
        self.stack.callback(process.kill)
        return process

    def visit(self, *words, options=(), account=None, port=None, **settings):
        """A visitor on a terminal, who sees the viewer unless there are words."""
        terminal = Terminal(self.command('127.0.0.1', *words, options=('-t', *options),
                                         account=account, port=port), **settings)
        self.stack.callback(terminal.close)
        return terminal

    # The processes

    def processes(self, name, account=None):
        """The ids of the account's processes whose name begins like that: kiosk, or sshd."""
        try:
            uid = pwd.getpwnam(account or self.account).pw_uid
        except KeyError:
            return []
        found = []
        for path in pathlib.Path('/proc').glob('[0-9]*/status'):
            with contextlib.suppress(OSError):
                status = dict(re.findall(r'^(\w+):\s+(\S*)', path.read_text('utf-8'), re.M))
                if (status['Uid'] == str(uid) and status['Name'].startswith(name)
                        and status['State'] != 'Z'):
                    found.append(int(path.parent.name))
        return found

    def one_kiosk(self, account=None):
        return wait_for(lambda: self.processes('kiosk', account), 'a viewer')[0]

    def wait_until_empty(self, account=None):
        wait_for(lambda: not self.processes('', account), 'all visitors gone')


# Runs the rest with $1 for a directory of its own in the place of $2.
PRIVATE_DIRECTORY = 'mount --bind "$1" "$2" && shift 2 && exec "$@"'


class Node:
    """Another sshd with the settings, the accounts and the keys of the machine's, until the case ends."""

    def __init__(self, machine, name, etc=None):
        """With etc, that is what it finds in /etc/vitae, which nobody else sees."""
        self.port = free_port()
        self.log = machine.folder / f'{name}.log'
        settings = machine.folder / f'{name}.conf'
        settings.write_text(re.sub(r'(?m)^Port .*', f'Port {self.port}', re.sub(
            r'(?m)^PidFile .*', 'PidFile none', machine.config.read_text('utf-8'))), 'utf-8')
        command = [SSHD, '-D', '-e', '-f', settings]
        if etc:
            command = [*in_private('--mount', PRIVATE_DIRECTORY), etc, ETC, *command]
        self.process = machine.start(command, stderr=self.log.open('wb'))
        wait_for(lambda: is_listening(self.port) or self.process.poll() is not None, f'node {name}')
        expect(self.process.poll() is None, self.log.read_text('utf-8', 'replace'))

    def count(self):
        """How many have logged in."""
        return self.log.read_text('utf-8').count('Accepted none')

    def stop_listening(self):
        self.process.send_signal(signal.SIGTERM)
        self.process.wait()


def in_private(kind, script):
    """The beginning of a command that runs a script in a namespace; its arguments are to follow."""
    command = ['unshare', kind, 'sh', '-c', script, 'sh']
    if run_quietly(['unshare', kind, 'true']) != 0:
        raise Skip(f'unshare {kind} is not to be had here')
    return command


def run_quietly(command):
    return subprocess.run(command, stdin=subprocess.DEVNULL, capture_output=True, timeout=DEADLINE,
                          check=False).returncode


CASES = []


def case(*needs):
    """A test of a Machine; the needs are programs and modules without which it is skipped."""
    def register(function):
        CASES.append((function, needs))
        return function
    return register


def has(need):
    if shutil.which(need, path=f'{os.environ.get("PATH", "")}:/usr/sbin:/sbin'):
        return True
    with contextlib.suppress(ImportError):
        __import__(need)
        return True
    return False


def obstacle():
    """Why nothing of this can be done here, or ''."""
    if os.geteuid() != 0:
        return 'making accounts needs root'
    if missing := [need for need in (SSHD, 'ssh', 'ssh-keygen', 'useradd', 'getent') if not has(need)]:
        return f'there is no {", ".join(missing)}'
    return ''


def clean_up_after_the_dead():
    """What a test has left that was killed; its number is that of its process."""
    names = [entry.pw_name for entry in pwd.getpwall()]
    names += [path.name for folder in (ETC, pathlib.Path('/opt')) for path in folder.glob('*test-*')]
    numbers = {int(found[1]) for name in names if (found := re.match(r'(?:vitae-)?test-(\d+)', name))}
    for number in numbers:
        if not pathlib.Path(f'/proc/{number}').exists():
            Machine(number).remove()


def run_case(tap, machine, function, needs):
    name = function.__name__.replace('_', ' ')
    missing = [need for need in needs if not has(need)]
    if missing:
        tap.skip(name, f'there is no {", ".join(missing)}')
        return
    problem = ''
    try:
        with machine.stack:
            function(machine)
    except Skip as reason:
        tap.skip(name, str(reason))
        return
    except Exception:
        problem = traceback.format_exc()
        with contextlib.suppress(OSError):
            problem += '\n'.join(machine.log.read_text('utf-8', 'replace').splitlines()[-20:])
    tap.point(name, problem)
    sys.stdout.flush()


def main(settings=''):
    tap = Tap()
    if reason := obstacle():
        for function, _ in CASES:
            tap.skip(function.__name__.replace('_', ' '), reason)
        sys.exit(tap.finish())
    for number in (signal.SIGTERM, signal.SIGINT, signal.SIGHUP):
        signal.signal(number, lambda *_: sys.exit(1))
    clean_up_after_the_dead()
    machine = Machine()
    try:
        machine.up(settings)
        for function, needs in CASES:
            run_case(tap, machine, function, needs)
    finally:
        machine.remove()
    sys.exit(tap.finish())
