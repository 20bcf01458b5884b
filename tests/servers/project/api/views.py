"""Views: calls that need an access token, which is the settings' default."""

from hashlib import sha256

from django.conf import settings
from django.http import HttpResponseRedirect, JsonResponse
from rest_framework.decorators import api_view
from rest_framework.response import Response


@api_view(["GET"])
def me(request):
    """Who asks: ``{"id": number, "username": text}``."""
    return Response({"id": request.user.id, "username": request.user.username})


@api_view(["POST"])
def echo(request):
    """What arrived: ``{"sha256": hex, "length": bytes}`` of the body, of any type."""
    body = request.body
    return Response({"sha256": sha256(body).hexdigest(), "length": len(body)})


def claims(request):
    """What the gateway in front says that the token holds."""
    return JsonResponse(request.claims)


@api_view(["GET"])
def redirect(request):
    """302 to the address that the environment gives, which may be another origin."""
    return HttpResponseRedirect(settings.REDIRECT)
