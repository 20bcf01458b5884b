"""The second opinion of joserfc."""

import joserfc
from answers import once, serve
from joserfc import jwt
from joserfc.jwk import ECKey, OKPKey, RSAKey

KINDS = {
    "rsa": (RSAKey, 2048),
    "P-256": (ECKey, "P-256"),
    "P-384": (ECKey, "P-384"),
    "P-521": (ECKey, "P-521"),
    "secp256k1": (ECKey, "secp256k1"),
    "Ed25519": (OKPKey, "Ed25519"),
}


def answer(request):
    if "make" in request:
        return {"keys": make(request["make"], request["passphrase"])}
    if "thumbprint" in request:
        jwk = request["thumbprint"]
        return {"thumbprint": kind_of(jwk["kty"]).import_key(jwk).thumbprint()}
    algorithm = request["algorithm"]
    key = key_of(request["key"], algorithm)
    if "sign" in request:
        return {"token": jwt.encode({"alg": algorithm}, request["sign"], key, [algorithm])}
    return {"claims": jwt.decode(request["token"], key, [algorithm]).claims}


def kind_of(kty):
    return {"RSA": RSAKey, "EC": ECKey, "OKP": OKPKey}[kty]


@once
def key_of(key, algorithm):
    kty = {"RS": "RSA", "PS": "RSA", "ES": "EC", "Ed": "OKP"}[algorithm[:2]]
    return kind_of(kty).import_key(key["value"], password=key.get("passphrase"))


def make(kind, passphrase):
    of, size = KINDS[kind]
    key = of.generate_key(size)
    encrypted = key.as_pem(private=True, password=passphrase).decode()
    return [
        {"form": "jwk", "value": key.as_dict(private=True)},
        {"form": "pkcs8", "value": key.as_pem(private=True).decode()},
        {"form": "encrypted", "value": encrypted, "passphrase": passphrase},
        {"form": "jwk public", "value": key.as_dict(private=False)},
        {"form": "spki", "value": key.as_pem(private=False).decode()},
    ]


serve(joserfc.__version__, answer)
