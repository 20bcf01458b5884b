"""URLs: simplejwt's views, one protected call, and the page."""

from django.conf import settings
from django.urls import path
from django.views.static import serve
from rest_framework.decorators import api_view
from rest_framework.response import Response
from rest_framework_simplejwt import views as simplejwt


@api_view(["GET"])
def me(request):
    """Who asks: ``{"username": text}``."""
    return Response({"username": request.user.username})


urlpatterns = [
    path("api/token/", simplejwt.TokenObtainPairView.as_view()),
    path("api/token/refresh/", simplejwt.TokenRefreshView.as_view()),
    path("api/token/blacklist/", simplejwt.TokenBlacklistView.as_view()),
    path("api/me/", me),
    # In production the web server in front does this.
    path("wasm-jwt/<path:path>", serve, {"document_root": settings.PACKAGE}),
    path("", serve, {"document_root": settings.PAGE, "path": "index.html"}),
    path("<path:path>", serve, {"document_root": settings.PAGE}),
]
