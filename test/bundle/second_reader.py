"""Reads bundles and files about keys from SPEC.md alone: age, zstd, openssl and Python's standard library; no code
of the program. What breaks a rule is refused with an AssertionError or another exception, under no particular code.

usage: second_reader.py BUNDLE AGE_IDENTITY_FILE SENDER_VERIFYING_KEY_HEX
       prints {"manifest": ..., "tables": {name: {"rows": n, "columns": {name: [cells]}}}} or fails
       second_reader.py --vectors FOLDER
       prints {file: "refused" or what was read} for the vectors of FOLDER/index.json
"""
import hashlib
import hmac
import json
import re
import struct
import subprocess
import sys
import tempfile

sys.dont_write_bytecode = True
from second_reader_shapes import (  # noqa: E402
    MANIFEST,
    ORDER,
    RECORD_SIGNATURES,
    RECORDS,
    SAFE,
    fields,
    hexes,
    name,
    rotations,
    whole,
)

SPKI_HEAD = bytes.fromhex("302a300506032b6570032100")  # RFC 8410
MIB = 2**20
ROWS, CELLS, STRINGS, BRACKETS, TEXT = 2_000_000, 15_000_000, 1_000_000, 20_000, 10_000


def require(condition, rule):
    if not condition:
        raise AssertionError(rule)


def run(*command, content=None):
    return subprocess.run(command, input=content, check=True, capture_output=True).stdout


def whole_file(path):
    with open(path, "rb") as file:
        return file.read()


# --- container


def document_of(bundle, identity):
    content = whole_file(bundle)
    require(len(content) <= 16 * MIB, "B7")
    require(content.startswith(b"age-encryption.org/v1\n"), "B1")
    header = content.split(b"\n---", 1)[0]
    require(len(header) <= 16 * 1024, "B4")
    require([line.split(b" ")[1] for line in header.split(b"\n") if line.startswith(b"-> ")] == [b"X25519"], "B3")
    frame = run("age", "--decrypt", "-i", identity, bundle)
    size = measured(frame)
    require(size <= 32 * MIB and size <= 16 * MIB + 200 * len(frame), "B8")
    document = run("zstd", "-d", "-c", content=frame)
    require(len(document) == size, "B6")
    return document


def measured(frame):
    """The content size that a frame states; it has to end where the bytes end (RFC 8878, 3.1.1)."""
    magic, descriptor = struct.unpack_from("<IB", frame)
    require(magic == 0xFD2FB528 and descriptor & 0x0B == 0, "B6")
    single = descriptor >> 5 & 1
    length = (1 if single else 0, 2, 4, 8)[descriptor >> 6]
    at = 5 if single else 6
    require(length, "B6")
    size = int.from_bytes(frame[at : at + length], "little") + (256 if length == 2 else 0)
    at, last = at + length, False
    while not last:
        require(at + 3 <= len(frame), "B6")
        head = int.from_bytes(frame[at : at + 3], "little")
        last = head & 1
        at += 3 + (1 if head >> 1 & 3 == 1 else head >> 3)
    require(at + (4 if descriptor & 4 else 0) == len(frame), "B6")
    return size


# --- signatures


def signs(key, message, signature):
    with tempfile.TemporaryDirectory() as folder:
        for name, content in (("key", SPKI_HEAD + bytes.fromhex(key)), ("message", message), ("signature", signature)):
            with open(f"{folder}/{name}", "wb") as file:
                file.write(content)
        command = ["openssl", "pkeyutl", "-verify", "-rawin", "-pubin", "-keyform", "DER"]
        files = ["-inkey", f"{folder}/key", "-in", f"{folder}/message", "-sigfile", f"{folder}/signature"]
        return subprocess.run(command + files, capture_output=True).returncode == 0


def position(said):
    return (said["epoch"], said["sequence"])


def verify_sender(manifest, text, signature, reader):
    sender, place = manifest["sender"]["officeId"], (manifest["epoch"]["counter"], manifest["sequence"])
    keys = list(reader["trust"].get(sender, []))
    require(keys, "B11")
    for one in manifest.get("rotations", []):
        if follows(one, keys, sender, reader["self"]):
            keys.append({**one, "revokedFrom": None})
    holding = [key for key in keys if position(key["from"]) <= place]
    require(holding, "B12")
    revoked = holding[-1]["revokedFrom"]
    require(revoked is None or place < position(revoked), "B14")
    require(signs(holding[-1]["verifyingKey"], b"jyzd/1 manifest\n" + text, signature), "B13")


def follows(rotation, keys, sender, reader):
    last = keys[-1]
    return (
        rotation["verifyingKey"] not in [key["verifyingKey"] for key in keys]
        and rotation["officeId"] == sender
        and rotation["towards"] == reader
        and rotation["previousKey"] == last["verifyingKey"]
        and position(last["from"]) <= position(rotation["from"])
        and last["revokedFrom"] is None
        and is_signed(rotation)
    )


# --- manifest and records


def check_manifest(m):
    carried = {"rotations": rotations} if type(m) is dict and "rotations" in m else {}
    require(fields(**MANIFEST, **carried)(m), "B18")
    require(m["baseRev"] <= m["headRev"] and (not m["full"] or m["baseRev"] == 0), "B19")
    require(m["sequence"] > 1 or m["previousHash"] is None, "B19")
    require(m["previousHash"] is not None or m["full"], "B19")
    require(m["pseudonymous"] == (m["namesReason"] is None), "B19")
    require(m["period"]["from"] is None or m["period"]["from"] <= m["period"]["asOf"], "B19")
    require(m["kind"] != "receipt" or m["acknowledges"] is not None, "B19")


def is_signed(record):
    """A record about keys, by its own signatures: over its format, a line end and the compact JSON of its body."""
    body = {field: record[field] for field in ORDER[record["format"]].split(" ")}
    if "from" in body:
        body["from"] = {"epoch": body["from"]["epoch"], "sequence": body["from"]["sequence"]}
    message = f"{record['format']}\n{compact(body)}".encode()
    if "signatures" not in record:
        return signs(record["verifyingKey"], message, bytes.fromhex(record["signature"]))
    old, new = (bytes.fromhex(record["signatures"][which]) for which in ("old", "new"))
    return signs(record["previousKey"], message, old) and signs(record["verifyingKey"], message, new)


# --- payload


def check_grammar(payload):
    outside = re.sub(rb'"(?:[^"\\]|\\.)*"', b'"', payload, flags=re.DOTALL)
    require(re.fullmatch(rb'(?:[{}\[\]:,0-9"nul]|-(?=[1-9]))*', outside), "B25")
    depth = deepest = 0
    for byte in outside:
        depth += (byte in b"{[") - (byte in b"}]")
        deepest = max(deepest, depth)
    require(deepest <= 6, "B25")
    few = outside.count(b'"') <= STRINGS and outside.count(b"{") + outside.count(b"[") <= BRACKETS
    require(few and outside.count(b",") <= CELLS + STRINGS, "B26")


def cell(value):
    if type(value) is str:
        return len(value.encode("utf-16-le")) <= 2 * TEXT  # fails for half a character
    return value is None or whole(-SAFE)(value)


def column(rows, encoding, values, *arguments):
    arguments = list(arguments)
    steps = encoding.split("+")
    require(steps == ["plain"] or steps == [step for step in ("runs", "delta", "words") if step in steps], "B24")
    require(type(values) is list and all(map(cell, values)), "B23")
    if "runs" in steps:
        lengths = arguments.pop(0)
        require(type(lengths) is list and all(map(whole(1), lengths)), "B24")
        require(len(lengths) == len(values) and sum(lengths) == rows, "B24")
        values = [value for value, length in zip(values, lengths) for _ in range(length)]
    if "delta" in steps:
        values = list(summed(values))
    if "words" in steps:
        listed = arguments.pop(0)
        require(type(listed) is list and all(map(cell, listed)), "B23")
        require(all(index is None or whole(0)(index) for index in values), "B24")
        values = [None if index is None else listed[index] for index in values]
    require(not arguments and len(values) == rows, "B24")
    return values


def summed(differences):
    total = 0
    for difference in differences:
        if difference is not None:
            total += difference
            require(whole(-SAFE)(total), "B23")
        yield None if difference is None else total


def tables_of(payload):
    check_grammar(payload)
    root = parsed(payload)
    require(type(root) is dict and root.keys() == {"tables"} and type(root["tables"]) is dict, "B24")
    tables = root["tables"]
    for table in tables.values():
        require(fields(rows=whole(0), columns=lambda value: type(value) is dict)(table), "B24")
        require(all(map(name, table["columns"])), "B24")
    require(all(map(name, tables)), "B24")
    require(sum(table["rows"] for table in tables.values()) <= ROWS, "B26")
    require(sum(table["rows"] * len(table["columns"]) for table in tables.values()) <= CELLS, "B26")
    for table in tables.values():
        table["columns"] = {c: column(table["rows"], *encoded) for c, encoded in table["columns"].items()}
    return tables


def parsed(content):
    return json.loads(content.decode("utf-8"), parse_constant=lambda word: require(False, f"B25 {word}"))


def compact(value):
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


# --- whole files


def read_bundle(bundle, identity, reader):
    document = document_of(bundle, identity)
    line, rest = document.split(b"\n", 1)
    require(line == b"jyzd/1 ed25519-sha256", "B10")
    (length,) = struct.unpack(">I", rest[:4])
    require(1 <= length <= 65_536 and len(rest) >= length + 68, "B9")
    text, signature, payload = rest[4 : 4 + length], rest[4 + length : 68 + length], rest[68 + length :]
    manifest = parsed(text)
    check_manifest(manifest)
    verify_sender(manifest, text, signature, reader)
    require(len(payload) == manifest["payload"]["bytes"], "B15")
    require(hashlib.sha256(payload).hexdigest() == manifest["payload"]["sha256"], "B15")
    require(manifest["recipient"]["officeId"] == reader["self"], "B16")
    require(sum(manifest["counts"].values()) <= ROWS, "B26")
    tables = tables_of(payload)
    require({name: table["rows"] for name, table in tables.items()} == manifest["counts"], "B27")
    return manifest, tables


def read_keys(path):
    content = whole_file(path)
    require(len(content) <= 8 * 1024, "B34")
    record = parsed(content)
    says = record["format"].removeprefix("jyzd-").removesuffix("/1")
    signed = {"signatures": RECORD_SIGNATURES} if says == "rotation" else {"signature": hexes(64)}
    require(fields(**RECORDS[record["format"]], **signed)(record), "B34")
    require(is_signed(record), "B34")
    if says != "keys":
        return {"says": says}
    lines = ["jyzd-fingerprint/1", record["officeId"], record["verifyingKey"], record["recipient"]]
    groups = struct.unpack(">8I", hashlib.sha256("".join(f"{line}\n" for line in lines).encode()).digest())
    return {"says": says, "fingerprint": " ".join(f"{group % 100_000:05}" for group in groups)}


def known_by(path, manifest, tables):
    """Digest of the tables, the bundle's hash and the code of its paper receipt."""
    told = [[name, table["rows"], [list(one) for one in table["columns"].items()]] for name, table in tables.items()]
    hash = hashlib.sha256(whole_file(path)).hexdigest()
    mac = hmac.digest(bytes.fromhex(manifest["receiptKey"]), f"jyzd-receipt/1\n{hash}".encode(), "sha256")
    bits = f"{int.from_bytes(mac[:5], 'big'):040b}"
    digits = "".join("0123456789ABCDEFGHJKMNPQRSTVWXYZ"[int(bits[at : at + 5], 2)] for at in range(0, 40, 5))
    tables = hashlib.sha256(compact(told).encode()).hexdigest()
    return {"tables": tables, "hash": hash, "receipt": f"{digits[:4]}-{digits[4:]}"}


def read_vectors(folder):
    with open(f"{folder}/index.json", encoding="utf-8") as file:
        index = json.load(file)
    found = {}
    with tempfile.TemporaryDirectory() as scratch:
        for name, reader in index["readers"].items():
            with open(f"{scratch}/{name}", "w") as file:
                file.write("".join(f"{identity}\n" for identity in reader["identities"]))
        for vector in index["vectors"]:
            path = f"{folder}/{vector['file']}"
            try:
                if "reader" not in vector:
                    found[vector["file"]] = read_keys(path)
                    continue
                reader = index["readers"][vector["reader"]]
                manifest, tables = read_bundle(path, f"{scratch}/{vector['reader']}", reader)
                found[vector["file"]] = known_by(path, manifest, tables)
            except Exception:
                found[vector["file"]] = "refused"
    json.dump(found, sys.stdout)


def main(bundle, identity, key):
    document = document_of(bundle, identity)
    length = int.from_bytes(document[22:26], "big")
    manifest = parsed(document[26 : 26 + length])
    trust = [{"verifyingKey": key, "from": {"epoch": 1, "sequence": 1}, "revokedFrom": None}]
    reader = {"self": manifest["recipient"]["officeId"], "trust": {manifest["sender"]["officeId"]: trust}}
    manifest, tables = read_bundle(bundle, identity, reader)
    json.dump({"manifest": manifest, "tables": tables}, sys.stdout)


if sys.argv[1] == "--vectors":
    read_vectors(sys.argv[2])
else:
    main(*sys.argv[1:])
