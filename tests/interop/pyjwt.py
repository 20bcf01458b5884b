"""The second opinion of PyJWT: reads a JSON list of requests, writes a JSON list of answers.

A request and its answer look as in ours.mjs.
"""

import datetime
import json
import sys
import warnings

import jwt
import jwt.api_jwt


class Clock(datetime.datetime):
    """PyJWT takes the time of a check from `datetime.now` and from nowhere else."""

    time = 0.0

    @classmethod
    def now(cls, tz=None):
        return datetime.datetime.fromtimestamp(cls.time, tz)


def answer(request):
    try:
        if "sign" in request:
            algorithm = request["algorithm"]
            return {"token": jwt.encode(request["sign"], request["secret"], algorithm)}
        options = request["options"]
        Clock.time = options["now"]
        arguments = options["arguments"]
        return {"claims": jwt.decode(request["token"], request["secret"], **arguments)}
    except Exception as error:  # Whatever it is, the token was not taken.
        return {"refused": f"{type(error).__name__}: {error}"}


def main():
    # The options ask for short secrets on purpose.
    warnings.simplefilter("ignore")
    jwt.api_jwt.datetime = Clock
    requests = json.load(sys.stdin)
    answers = [answer(request) for request in requests]
    json.dump({"version": jwt.__version__, "answers": answers}, sys.stdout)


main()
