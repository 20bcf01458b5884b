"""Settings: a small project with djangorestframework-simplejwt; start.mjs gives the environment."""

import os
from datetime import timedelta
from pathlib import Path

# Made anew at every start: whoever signed in before has to do it again.
SECRET_KEY = os.environ["EXAMPLE_SECRET"]
FOLDER = Path(os.environ["EXAMPLE_FOLDER"])
PAGE = Path(__file__).resolve().parent.parent / "page"
# The browser's modules of wasm-jwt.
PACKAGE = os.environ["EXAMPLE_PACKAGE"]

DEBUG = False
ALLOWED_HOSTS = ["127.0.0.1", "localhost"]
ROOT_URLCONF = "backend.urls"
WSGI_APPLICATION = "backend.wsgi.application"

INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "rest_framework",
    "rest_framework_simplejwt",
    "rest_framework_simplejwt.token_blacklist",
]
MIDDLEWARE = ["django.middleware.common.CommonMiddleware"]

DATABASES = {
    "default": {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": FOLDER / "db.sqlite3",
        # One transaction a request, which holds the lock from its beginning: of two refreshes with
        # one token one succeeds.
        "ATOMIC_REQUESTS": True,
        "OPTIONS": {
            "transaction_mode": "IMMEDIATE",
            # Several workers write into one file: they wait for each other, in seconds.
            "timeout": 30,
            "init_command": "PRAGMA journal_mode=WAL",
        },
    }
}

REST_FRAMEWORK = {
    "DEFAULT_AUTHENTICATION_CLASSES": ["rest_framework_simplejwt.authentication.JWTAuthentication"],
    "DEFAULT_PERMISSION_CLASSES": ["rest_framework.permissions.IsAuthenticated"],
    "DEFAULT_RENDERER_CLASSES": ["rest_framework.renderers.JSONRenderer"],
}

SIMPLE_JWT = {
    # Short, so that there is something to see. The usual five minutes are a good choice.
    "ACCESS_TOKEN_LIFETIME": timedelta(seconds=30),
    "REFRESH_TOKEN_LIFETIME": timedelta(hours=1),
    # A refresh token works once: the strictest setting, and the one that clients stumble over.
    "ROTATE_REFRESH_TOKENS": True,
    "BLACKLIST_AFTER_ROTATION": True,
}

USE_TZ = True
