"""Reads a bundle from SPEC.md alone: age, zstd, openssl and Python's standard library; no code of the program.

usage: second_reader.py BUNDLE AGE_IDENTITY_FILE SENDER_VERIFYING_KEY_HEX
Prints {"manifest": ..., "tables": {name: {"rows": n, "columns": {name: [cells]}}}} or fails.
"""
import hashlib
import json
import struct
import subprocess
import sys
import tempfile

SPKI_HEAD = bytes.fromhex("302a300506032b6570032100")  # RFC 8410


def document_of(bundle, identity):
    frame = subprocess.run(["age", "--decrypt", "-i", identity, bundle], check=True, capture_output=True).stdout
    return subprocess.run(["zstd", "-d", "-c"], input=frame, check=True, capture_output=True).stdout


def verify(key, message, signature):
    with tempfile.TemporaryDirectory() as folder:
        for name, content in (("key", SPKI_HEAD + key), ("message", message), ("signature", signature)):
            with open(f"{folder}/{name}", "wb") as file:
                file.write(content)
        command = ["openssl", "pkeyutl", "-verify", "-rawin", "-pubin", "-keyform", "DER"]
        files = ["-inkey", f"{folder}/key", "-in", f"{folder}/message", "-sigfile", f"{folder}/signature"]
        subprocess.run(command + files, check=True, capture_output=True)


def column(encoding, values, *arguments):
    arguments = list(arguments)
    for step in encoding.split("+"):
        if step == "runs":
            lengths = arguments.pop(0)
            values = [value for value, length in zip(values, lengths) for _ in range(length)]
        elif step == "delta":
            total, summed = 0, []
            for value in values:
                total += value or 0
                summed.append(None if value is None else total)
            values = summed
        elif step == "words":
            words = arguments.pop(0)
            values = [None if index is None else words[index] for index in values]
        else:
            assert encoding == "plain", encoding
    assert not arguments
    return values


def main(bundle, identity, key):
    document = document_of(bundle, identity)
    line, rest = document.split(b"\n", 1)
    assert line == b"jyzd/1 ed25519-sha256", line
    (length,) = struct.unpack(">I", rest[:4])
    text, signature, payload = rest[4 : 4 + length], rest[4 + length : 68 + length], rest[68 + length :]
    verify(bytes.fromhex(key), b"jyzd/1 manifest\n" + text, signature)
    manifest = json.loads(text)
    assert hashlib.sha256(payload).hexdigest() == manifest["payload"]["sha256"]
    assert len(payload) == manifest["payload"]["bytes"]
    tables = json.loads(payload)["tables"]
    for name, table in tables.items():
        table["columns"] = {c: column(*encoded) for c, encoded in table["columns"].items()}
        assert all(len(cells) == table["rows"] for cells in table["columns"].values()), name
    assert {name: table["rows"] for name, table in tables.items()} == manifest["counts"]
    json.dump({"manifest": manifest, "tables": tables}, sys.stdout)


main(*sys.argv[1:])
