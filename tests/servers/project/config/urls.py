"""URLs: those of simplejwt's documentation, a few calls to protect, and what only tests have."""

from django.conf import settings
from django.urls import path, re_path
from django.views.static import serve
from rest_framework_simplejwt import views as simplejwt

from api.control import control, next_answer
from api.views import claims, echo, me, redirect

urlpatterns = [
    path("api/token/", simplejwt.TokenObtainPairView.as_view()),
    path("api/token/refresh/", next_answer(simplejwt.TokenRefreshView.as_view())),
    path("api/token/verify/", simplejwt.TokenVerifyView.as_view()),
    path("api/token/blacklist/", simplejwt.TokenBlacklistView.as_view()),
    path("api/sliding/", simplejwt.TokenObtainSlidingView.as_view()),
    path("api/sliding/refresh/", next_answer(simplejwt.TokenRefreshSlidingView.as_view())),
    path("api/me/", me),
    path("api/echo/", echo),
]

if settings.GATEWAY_SECRET:
    from api.gateway import gateway_claims

    # A middleware, round one view: whoever starts this server asks it directly for others.
    urlpatterns += [path("api/claims/", gateway_claims(claims))]

if settings.COOKIE:
    from api.cookie import ObtainView, RefreshView, SignOutView

    # Whoever comes first is asked.
    urlpatterns = [
        path("api/token/", ObtainView.as_view()),
        path("api/token/refresh/", RefreshView.as_view()),
        path("api/token/blacklist/", SignOutView.as_view()),
        *urlpatterns,
    ]
if settings.REDIRECT:
    urlpatterns.append(path("api/redirect/", redirect))
if settings.CONTROL_KEY:
    urlpatterns.append(path("control/", control))
if settings.PAGES:
    urlpatterns.append(re_path("^pages/(?P<path>.+)$", serve, {"document_root": settings.PAGES}))
