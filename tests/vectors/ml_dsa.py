"""ML-DSA for algorithms.mjs: reads a JSON list of requests, writes a JSON list of answers.

A request without a signature asks for a key and a signature; one with a signature, whether it and
each form of the key hold. Bytes are in base64url.
"""

import base64
import json
import sys

from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import mldsa

PRIVATE = {
    "ML-DSA-44": mldsa.MLDSA44PrivateKey,
    "ML-DSA-65": mldsa.MLDSA65PrivateKey,
    "ML-DSA-87": mldsa.MLDSA87PrivateKey,
}


def encode(octets):
    return base64.urlsafe_b64encode(octets).rstrip(b"=").decode()


def decode(text):
    return base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))


def make(request):
    key = PRIVATE[request["alg"]].generate()
    public = key.public_key()
    private_pem = key.private_bytes(
        serialization.Encoding.PEM,
        serialization.PrivateFormat.PKCS8,
        serialization.NoEncryption(),
    )
    public_pem = public.public_bytes(
        serialization.Encoding.PEM, serialization.PublicFormat.SubjectPublicKeyInfo
    )
    return {
        "seed": encode(key.private_bytes_raw()),
        "pub": encode(public.public_bytes_raw()),
        "privatePem": private_pem.decode(),
        "publicPem": public_pem.decode(),
        "signature": encode(key.sign(request["input"].encode())),
    }


def check(request):
    kind = PRIVATE[request["alg"]]
    private = serialization.load_pem_private_key(request["privatePem"].encode(), None)
    public = serialization.load_pem_public_key(request["publicPem"].encode())
    assert isinstance(private, kind)
    octets = decode(request["pub"])
    for key in (kind.from_seed_bytes(decode(request["seed"])).public_key(), private.public_key()):
        assert key.public_bytes_raw() == octets
    assert public.public_bytes_raw() == octets
    # Raises if it does not hold.
    public.verify(decode(request["signature"]), request["input"].encode())
    return {}


requests = json.load(sys.stdin)
json.dump([check(one) if "signature" in one else make(one) for one in requests], sys.stdout)
