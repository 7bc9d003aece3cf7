"""The Test Anything Protocol: points as they come, and in the end how many there were."""


class Tap:
    def __init__(self):
        self.count = 0
        self.failed = 0

    def point(self, name, problem=''):
        self.count += 1
        self.failed += bool(problem)
        print(f"{'not ok' if problem else 'ok'} {self.count} - {name}")
        for line in problem.splitlines():
            print(f'# {line}')

    def skip(self, name, reason):
        self.count += 1
        print(f'ok {self.count} - {name} # SKIP {reason}')

    def finish(self):
        print(f'1..{self.count}')
        return self.failed > 0 or self.count == 0
