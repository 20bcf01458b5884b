"""Settings: an ordinary project with djangorestframework-simplejwt, set by the environment."""

from pathlib import Path

from . import given

FOLDER = Path(given.text("FOLDER"))
SECRET_KEY = given.text("SECRET")

# Off, as in production: APPEND_SLASH answers a POST with 301 then, and errors are plain.
DEBUG = False
ALLOWED_HOSTS = ["127.0.0.1", "localhost"]
ROOT_URLCONF = "config.urls"
WSGI_APPLICATION = "config.wsgi.application"
ASGI_APPLICATION = "config.asgi.application"

INSTALLED_APPS = [
    "corsheaders",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "rest_framework",
    "rest_framework_simplejwt",
    "rest_framework_simplejwt.token_blacklist",
]

MIDDLEWARE = [
    # Before whatever may answer by itself, or those answers would lack the headers.
    "corsheaders.middleware.CorsMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
]

DATABASES = {
    "default": {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": FOLDER / "db.sqlite3",
        # simplejwt looks whether a token is on the blacklist and puts it there in two steps. One
        # transaction a request, which holds the lock from its beginning, leaves no gap between
        # them: of several refreshes with one token exactly one succeeds, on every server.
        "ATOMIC_REQUESTS": True,
        "OPTIONS": {
            "transaction_mode": "IMMEDIATE",
            # Seconds. Others wait for the lock; nobody is answered "database is locked".
            "timeout": 30,
            "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=OFF",
        },
    }
}

REST_FRAMEWORK = {
    "DEFAULT_AUTHENTICATION_CLASSES": ["rest_framework_simplejwt.authentication.JWTAuthentication"],
    "DEFAULT_PERMISSION_CLASSES": ["rest_framework.permissions.IsAuthenticated"],
    "DEFAULT_RENDERER_CLASSES": ["rest_framework.renderers.JSONRenderer"],
}

SLIDING = given.flag("SLIDING")

SIMPLE_JWT = {
    "ACCESS_TOKEN_LIFETIME": given.seconds("ACCESS_SECONDS", "300"),
    "REFRESH_TOKEN_LIFETIME": given.seconds("REFRESH_SECONDS", "86400"),
    "SLIDING_TOKEN_LIFETIME": given.seconds("ACCESS_SECONDS", "300"),
    "SLIDING_TOKEN_REFRESH_LIFETIME": given.seconds("REFRESH_SECONDS", "86400"),
    # How long after its exp a token still opens.
    "LEEWAY": given.seconds("LEEWAY_SECONDS", "0"),
    "ROTATE_REFRESH_TOKENS": given.flag("ROTATE", "1"),
    "BLACKLIST_AFTER_ROTATION": given.flag("BLACKLIST", "1"),
    "CHECK_REVOKE_TOKEN": given.flag("CHECK_REVOKE"),
    "AUTH_HEADER_TYPES": tuple(given.words("SCHEMES", "Bearer")),
    "AUTH_HEADER_NAME": given.text("HEADER", "HTTP_AUTHORIZATION"),
    "AUTH_TOKEN_CLASSES": (
        f"rest_framework_simplejwt.tokens.{'SlidingToken' if SLIDING else 'AccessToken'}",
    ),
    "ALGORITHM": given.text("ALGORITHM", "HS256"),
    "SIGNING_KEY": given.text("SIGNING_KEY", SECRET_KEY),
    "VERIFYING_KEY": given.text("VERIFYING_KEY", ""),
}

# Cross-origin pages: who may ask, and whether they may read when that was.
CORS_ALLOWED_ORIGINS = given.words("CORS_ORIGINS")
CORS_EXPOSE_HEADERS = ["Date"] if given.flag("CORS_EXPOSES_DATE") else []
CORS_ALLOW_HEADERS = ["accept", "authorization", "content-type", "x-access-token"]

LANGUAGE_CODE = "en"
USE_I18N = True
USE_TZ = True
TIME_ZONE = "UTC"

# Throw-away passwords: the ordinary hasher takes half a second of work for each, on purpose.
if given.flag("FAST_PASSWORDS"):
    PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]

# Present only for tests: see api/control.py.
CONTROL_KEY = given.text("CONTROL_KEY", "")
# Where /api/redirect/ leads to.
REDIRECT = given.text("REDIRECT", "")
# Whether the refresh token is in a cookie, by the views that the tests take from a README.
COOKIE = given.flag("COOKIE")
# What a gateway in front signs with. Its audience is the origin that it knows this server by.
GATEWAY_SECRET = given.text("GATEWAY_SECRET", "")
GATEWAY_AUDIENCE = f"http://127.0.0.1:{given.text('PORT', '')}"
# A folder whose files are served below /pages/, so that a page has the origin of the API.
PAGES = given.text("PAGES", "")

# Without this, what goes wrong is mailed to nobody.
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "handlers": {"stderr": {"class": "logging.StreamHandler"}},
    "loggers": {
        "django": {"handlers": ["stderr"], "level": "ERROR", "propagate": False},
        # `runserver` writes a line for each request here.
        "django.server": {"handlers": ["stderr"], "level": "ERROR", "propagate": False},
    },
}
