"""Control: what a test does behind the clients' backs. Absent unless ``BACKEND_CONTROL_KEY`` is set.

``POST /control/`` with that key in the header ``X-Control-Key`` and a JSON object: its member
``do`` names one of the functions below, the others are that function's arguments.
"""

import json
from functools import wraps
from secrets import compare_digest

from django.conf import settings
from django.contrib.auth import get_user_model
from django.http import HttpResponse, HttpResponseNotFound, JsonResponse
from django.views.decorators.http import require_POST


@require_POST
def control(request):
    """Carries one request out; answers 200 with ``{}``, or with the user's number if it makes one."""
    given = request.headers.get("X-Control-Key", "")
    if not compare_digest(given.encode(), settings.CONTROL_KEY.encode()):
        return HttpResponseNotFound()
    arguments = json.loads(request.body)
    return JsonResponse(ACTIONS[arguments.pop("do")](**arguments) or {})


def next_answer(view):
    """``view``, but the answer that ``answer_next`` ordered comes first, and once."""
    if not settings.CONTROL_KEY:
        return view

    @wraps(view)
    def answering(request, *args, **kwargs):
        taken = ORDER.with_suffix(".taken")
        try:
            # A name moves once, however many workers try.
            ORDER.rename(taken)
        except FileNotFoundError:
            return view(request, *args, **kwargs)
        order = json.loads(taken.read_text())
        return HttpResponse("ordered by a test", status=order["status"], headers=order["headers"])

    return answering


def create_user(username, password):
    user = get_user_model().objects.create_user(username, password=password)
    return {"id": user.id}


def delete_user(username):
    find(username).delete()


def deactivate_user(username):
    user = find(username)
    user.is_active = False
    user.save()


def change_password(username, password):
    user = find(username)
    user.set_password(password)
    user.save()


def answer_next(status, headers):
    """The next refresh is answered with this, such as 429 and ``{"Retry-After": "1"}``."""
    ORDER.write_text(json.dumps({"status": status, "headers": headers}))


def ready():
    """Nothing: whoever is asked this is the server that was started."""


def find(username):
    return get_user_model().objects.get(username=username)


ORDER = settings.FOLDER / "next-answer.json"

ACTIONS = {
    action.__name__: action
    for action in (
        create_user,
        delete_user,
        deactivate_user,
        change_password,
        answer_next,
        ready,
    )
}
