"""What a row of the result is, and how both sides are run in turn."""

import dataclasses
import statistics
import sys
import typing


@dataclasses.dataclass
class Row:
    item: str
    what: str
    #: Our side and the other; without another side our own figure is compared with the goal.
    ours: str
    theirs: str = ""
    our_values: list = dataclasses.field(default_factory=list)
    their_values: list = dataclasses.field(default_factory=list)
    unit: str = "s"
    #: At most this, as a ratio (or our own figure); None: for information.
    goal: typing.Optional[float] = None
    note: str = ""
    #: The compared figure, where it is neither a ratio of times nor our own median.
    figure: typing.Optional[float] = None

    @property
    def ratio(self):
        """The median of the rounds' ratios."""
        if self.figure is not None:
            return self.figure
        if not self.our_values or not self.their_values:
            return None
        return statistics.median(a / b for a, b in zip(self.our_values, self.their_values))

    @property
    def compared(self):
        if self.ratio is not None:
            return self.ratio
        return statistics.median(self.our_values) if self.our_values and not self.theirs else None

    @property
    def reached(self):
        if self.goal is None or self.compared is None:
            return None
        return self.compared <= self.goal

    def as_json(self):
        middle = lambda values: statistics.median(values) if values else None
        return {
            **dataclasses.asdict(self), "our_median": middle(self.our_values),
            "their_median": middle(self.their_values), "ratio": self.ratio, "reached": self.reached,
        }


def say(text):
    print(text, file=sys.stderr, flush=True)


def in_turn(rounds, what, *sides):
    """Runs the sides one after another, round by round; each is a function that returns seconds.

    :returns: a list of values for each side. A round before the first warms both and does not count.
    """
    values = [[] for _ in sides]
    for number in range(rounds + 1):
        for index, side in enumerate(sides):
            seconds = side()
            if number > 0:
                values[index].append(seconds)
        times = " / ".join(f"{side[-1]:.3f}" for side in values if side) or "warm"
        if rounds <= 10 or number == rounds:
            say(f"  {what}, round {number} of {rounds}: {times}")
    return values
