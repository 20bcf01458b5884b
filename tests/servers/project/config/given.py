"""Given: what the environment says, under names that begin with ``BACKEND_``.

Nothing has to be given but a folder and a secret, which is made anew at every start and never
written into a file of the repository.
"""

import os
from datetime import timedelta


def text(name, default=None):
    """The value of ``BACKEND_<name>``; without a default it has to be there."""
    value = os.environ.get(f"BACKEND_{name}", default)
    if value is None:
        raise KeyError(f"BACKEND_{name} is not set")
    return value


def words(name, default=""):
    """A list, whose members are separated by commas."""
    return [word for word in text(name, default).split(",") if word]


def flag(name, default="0"):
    """``1`` or ``0``: a typing error must not pass for either."""
    return {"1": True, "0": False}[text(name, default)]


def seconds(name, default):
    """A duration."""
    return timedelta(seconds=float(text(name, default)))
