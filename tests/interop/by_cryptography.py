"""The second opinion of cryptography, which knows no JWT: this script puts them together."""

import base64
import datetime
import json

import cryptography
from answers import once, serve
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec, ed25519, mldsa, padding, rsa, utils
from cryptography.x509.oid import NameOID

HASHES = {"256": hashes.SHA256(), "384": hashes.SHA384(), "512": hashes.SHA512()}

CURVES = {
    "P-256": ec.SECP256R1(),
    "P-384": ec.SECP384R1(),
    "P-521": ec.SECP521R1(),
    "secp256k1": ec.SECP256K1(),
}
CURVE_NAMES = {curve.name: name for name, curve in CURVES.items()}

ML_DSA = {
    "ML-DSA-44": (mldsa.MLDSA44PrivateKey, mldsa.MLDSA44PublicKey),
    "ML-DSA-65": (mldsa.MLDSA65PrivateKey, mldsa.MLDSA65PublicKey),
    "ML-DSA-87": (mldsa.MLDSA87PrivateKey, mldsa.MLDSA87PublicKey),
}


def answer(request):
    if "make" in request:
        return {"keys": make(request["make"], request["passphrase"])}
    algorithm = request["algorithm"]
    key = read(request["key"])
    if "sign" in request:
        header = {"alg": request.get("says", algorithm), "typ": "JWT"}
        parts = (json.dumps(part, separators=(",", ":")) for part in (header, request["sign"]))
        signed = ".".join(encode(part.encode()) for part in parts)
        return {"token": f"{signed}.{encode(sign(request, key, signed.encode()))}"}
    signed, signature = request["token"].rsplit(".", 1)
    header, payload = (json.loads(decode(part)) for part in signed.split("."))
    if header["alg"] != algorithm:
        raise ValueError("another algorithm")
    if hasattr(key, "public_key"):
        key = key.public_key()
    # Raises if it does not hold.
    verify(algorithm, key, decode(signature), signed.encode())
    return {"claims": payload}


def sign(request, key, octets):
    algorithm = request["algorithm"]
    if algorithm.startswith("RS"):
        return key.sign(octets, padding.PKCS1v15(), HASHES[algorithm[2:]])
    if algorithm.startswith("PS"):
        salt = request.get("salt")
        return key.sign(octets, pss(algorithm, salt), HASHES[algorithm[2:]])
    if algorithm.startswith("ES"):
        r, s = utils.decode_dss_signature(key.sign(octets, ec.ECDSA(HASHES[algorithm[2:5]])))
        length = (key.curve.key_size + 7) // 8
        return r.to_bytes(length, "big") + s.to_bytes(length, "big")
    return key.sign(octets)


def verify(algorithm, key, signature, octets):
    if algorithm.startswith("RS"):
        key.verify(signature, octets, padding.PKCS1v15(), HASHES[algorithm[2:]])
    elif algorithm.startswith("PS"):
        key.verify(signature, octets, pss(algorithm), HASHES[algorithm[2:]])
    elif algorithm.startswith("ES"):
        length = (key.curve.key_size + 7) // 8
        if len(signature) != 2 * length:
            raise ValueError("a signature of another length")
        r, s = (int.from_bytes(part, "big") for part in (signature[:length], signature[length:]))
        der = utils.encode_dss_signature(r, s)
        key.verify(der, octets, ec.ECDSA(HASHES[algorithm[2:5]]))
    else:
        key.verify(signature, octets)


def pss(algorithm, salt=None):
    sha = HASHES[algorithm[2:]]
    return padding.PSS(padding.MGF1(sha), sha.digest_size if salt is None else salt)


def make(kind, passphrase):
    key = generate(kind)
    public = key.public_key()
    encryption = serialization.BestAvailableEncryption(passphrase.encode())
    keys = [
        {"form": "jwk", "value": private_jwk(key)},
        {"form": "pkcs8", "value": private_pem(key, serialization.PrivateFormat.PKCS8)},
        {
            "form": "encrypted",
            "value": private_pem(key, serialization.PrivateFormat.PKCS8, encryption),
            "passphrase": passphrase,
        },
        {"form": "jwk public", "value": public_jwk(public)},
        {
            "form": "spki",
            "value": public_pem(public, serialization.PublicFormat.SubjectPublicKeyInfo),
        },
        {"form": "x509", "value": certificate(key)},
    ]
    traditional = serialization.PrivateFormat.TraditionalOpenSSL
    if kind == "rsa":
        keys.append({"form": "pkcs1", "value": private_pem(key, traditional)})
        value = public_pem(public, serialization.PublicFormat.PKCS1)
        keys.append({"form": "pkcs1 public", "value": value})
    if kind in CURVES:
        keys.append({"form": "sec1", "value": private_pem(key, traditional)})
    return keys


def generate(kind):
    if kind == "rsa":
        return rsa.generate_private_key(65537, 2048)
    if kind == "Ed25519":
        return ed25519.Ed25519PrivateKey.generate()
    if kind in CURVES:
        return ec.generate_private_key(CURVES[kind])
    return ML_DSA[kind][0].generate()


@once
def read(key):
    form, value = key["form"], key["value"]
    if form.startswith("jwk"):
        return read_jwk(value)
    if form == "x509":
        return x509.load_pem_x509_certificate(value.encode()).public_key()
    if "PRIVATE KEY" in value:
        passphrase = key.get("passphrase")
        return serialization.load_pem_private_key(
            value.encode(), passphrase.encode() if passphrase else None
        )
    return serialization.load_pem_public_key(value.encode())


def read_jwk(jwk):
    kty = jwk["kty"]
    if kty == "RSA":
        public = rsa.RSAPublicNumbers(integer(jwk["e"]), integer(jwk["n"]))
        if "d" not in jwk:
            return public.public_key()
        parts = (integer(jwk[name]) for name in ("p", "q", "d", "dp", "dq", "qi"))
        return rsa.RSAPrivateNumbers(*parts, public).private_key()
    if kty == "EC":
        x, y = integer(jwk["x"]), integer(jwk["y"])
        public = ec.EllipticCurvePublicNumbers(x, y, CURVES[jwk["crv"]])
        if "d" not in jwk:
            return public.public_key()
        return ec.EllipticCurvePrivateNumbers(integer(jwk["d"]), public).private_key()
    if kty == "OKP":
        if "d" not in jwk:
            return ed25519.Ed25519PublicKey.from_public_bytes(decode(jwk["x"]))
        return ed25519.Ed25519PrivateKey.from_private_bytes(decode(jwk["d"]))
    private, public = ML_DSA[jwk["alg"]]
    if "priv" not in jwk:
        return public.from_public_bytes(decode(jwk["pub"]))
    return private.from_seed_bytes(decode(jwk["priv"]))


def private_jwk(key):
    jwk = public_jwk(key.public_key())
    if jwk["kty"] == "RSA":
        numbers = key.private_numbers()
        names = {"d": "d", "p": "p", "q": "q", "dp": "dmp1", "dq": "dmq1", "qi": "iqmp"}
        return jwk | {name: octets(getattr(numbers, of)) for name, of in names.items()}
    if jwk["kty"] == "EC":
        length = (key.curve.key_size + 7) // 8
        return jwk | {"d": octets(key.private_numbers().private_value, length)}
    return jwk | {"d" if jwk["kty"] == "OKP" else "priv": encode(key.private_bytes_raw())}


def public_jwk(key):
    if isinstance(key, rsa.RSAPublicKey):
        numbers = key.public_numbers()
        return {"kty": "RSA", "n": octets(numbers.n), "e": octets(numbers.e)}
    if isinstance(key, ec.EllipticCurvePublicKey):
        numbers, length = key.public_numbers(), (key.curve.key_size + 7) // 8
        crv = CURVE_NAMES[key.curve.name]
        return {
            "kty": "EC",
            "crv": crv,
            "x": octets(numbers.x, length),
            "y": octets(numbers.y, length),
        }
    raw = encode(key.public_bytes_raw())
    if isinstance(key, ed25519.Ed25519PublicKey):
        return {"kty": "OKP", "crv": "Ed25519", "x": raw}
    alg = next(alg for alg, (_, public) in ML_DSA.items() if isinstance(key, public))
    return {"kty": "AKP", "alg": alg, "pub": raw}


def certificate(key):
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "interop")])
    builder = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(datetime.datetime(2025, 1, 1))
        .not_valid_after(datetime.datetime(2055, 1, 1))
    )
    has_hash = isinstance(key, (rsa.RSAPrivateKey, ec.EllipticCurvePrivateKey))
    signed = builder.sign(key, hashes.SHA256() if has_hash else None)
    return signed.public_bytes(serialization.Encoding.PEM).decode()


def private_pem(key, form, encryption=None):
    encryption = encryption or serialization.NoEncryption()
    return key.private_bytes(serialization.Encoding.PEM, form, encryption).decode()


def public_pem(key, form):
    return key.public_bytes(serialization.Encoding.PEM, form).decode()


def integer(text):
    return int.from_bytes(decode(text), "big")


def octets(number, length=None):
    return encode(number.to_bytes(length or (number.bit_length() + 7) // 8, "big"))


def encode(octets):
    return base64.urlsafe_b64encode(octets).rstrip(b"=").decode()


def decode(text):
    return base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))


serve(cryptography.__version__, answer)
