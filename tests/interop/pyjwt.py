"""The second opinion of PyJWT."""

import datetime
import warnings

import jwt
import jwt.api_jwt
from answers import serve
from cryptography.hazmat.primitives.asymmetric import ec, ed25519, rsa
from jwt.algorithms import get_default_algorithms

MAKES = {
    "rsa": ("RS256", lambda: rsa.generate_private_key(65537, 2048)),
    "P-256": ("ES256", lambda: ec.generate_private_key(ec.SECP256R1())),
    "P-384": ("ES384", lambda: ec.generate_private_key(ec.SECP384R1())),
    "P-521": ("ES512", lambda: ec.generate_private_key(ec.SECP521R1())),
    "secp256k1": ("ES256K", lambda: ec.generate_private_key(ec.SECP256K1())),
    "Ed25519": ("EdDSA", ed25519.Ed25519PrivateKey.generate),
}


class Clock(datetime.datetime):
    """PyJWT takes the time of a check from `datetime.now` and from nowhere else."""

    time = 0.0

    @classmethod
    def now(cls, tz=None):
        return datetime.datetime.fromtimestamp(cls.time, tz)


def answer(request):
    if "make" in request:
        return {"keys": make(request["make"])}
    if "sign" in request:
        algorithm = request["algorithm"]
        return {"token": jwt.encode(request["sign"], key_of(request), algorithm)}
    options = request.get("options", {})
    Clock.time = options.get("now", 0)
    arguments = options.get("arguments", {"algorithms": [request.get("algorithm")]})
    return {"claims": jwt.decode(request["token"], key_of(request), **arguments)}


def key_of(request):
    if "key" not in request:
        return request["secret"]
    key = request["key"]
    if key["form"].startswith("jwk"):
        # A JWK of PyJWT is bound to an algorithm.
        return jwt.PyJWK(key["value"], request["algorithm"])
    return key["value"]


def make(kind):
    """PyJWT makes no keys, but writes them."""
    algorithm, generate = MAKES[kind]
    private = generate()
    to_jwk = get_default_algorithms()[algorithm].to_jwk
    return [
        {"form": "jwk", "value": to_jwk(private, as_dict=True)},
        {"form": "jwk public", "value": to_jwk(private.public_key(), as_dict=True)},
    ]


# The options ask for short secrets on purpose.
warnings.simplefilter("ignore")
jwt.api_jwt.datetime = Clock
serve(jwt.__version__, answer)
