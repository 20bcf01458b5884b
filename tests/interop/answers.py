"""What the Python libraries share: a JSON list of requests in, a JSON list of answers out.

Requests and answers look as in ours.mjs and key-kinds.mjs.
"""

import json
import sys


def serve(version, answer):
    answers = [guarded(answer, request) for request in json.load(sys.stdin)]
    json.dump({"version": version, "answers": answers}, sys.stdout)


def once(read):
    """Reads each key once: checking the primes of an RSA key takes long."""
    known = {}

    def reader(key, *more):
        name = json.dumps([key, *more], sort_keys=True)
        if name not in known:
            known[name] = read(key, *more)
        return known[name]

    return reader


def guarded(answer, request):
    try:
        return answer(request)
    except Exception as error:  # Whatever it is, the token was not taken.
        return {"refused": f"{type(error).__name__}: {error}"}
