"""Shapes of the manifest and of the records about keys, from SPEC.md: functions from a value to whether it is one."""
import re
import unicodedata
from datetime import date

SUITE = "ed25519-sha256"
SAFE = 2**53 - 1


def whole(least):
    return lambda value: type(value) is int and least <= value <= SAFE


def matching(pattern):
    return lambda value: type(value) is str and re.fullmatch(pattern, value) is not None


def hexes(count):
    return matching(f"[0-9a-f]{{{2 * count}}}")


def words(most):
    hidden = {"Cc", "Cf", "Cs", "Zl", "Zp"}
    return lambda value: (
        type(value) is str and 1 <= len(value) <= most and not hidden & {unicodedata.category(c) for c in value}
    )


def one_of(*values):
    return lambda value: type(value) is str and value in values


def maybe(shape):
    return lambda value: value is None or shape(value)


def fields(**shapes):
    return lambda value: (
        type(value) is dict and value.keys() == shapes.keys() and all(shapes[name](value[name]) for name in shapes)
    )


def day(value):
    if not matching(r"\d{4}-\d{2}-\d{2}")(value):
        return False
    try:
        return date.fromisoformat(value) is not None
    except ValueError:
        return False


def counts(value):
    return type(value) is dict and len(value) <= 64 and all(name(one) and whole(0)(value[one]) for one in value)


flag = lambda value: type(value) is bool  # noqa: E731
name = matching("[a-z][A-Za-z0-9_]{0,63}")
uuid = matching("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
code = matching("[A-Za-z0-9][A-Za-z0-9_-]{0,31}")
recipient = matching("age1[02-9ac-hj-np-z]{58}")
place = fields(epoch=whole(1), sequence=whole(1))
epoch = fields(id=uuid, counter=whole(1))
audit_head = fields(seq=whole(0), hash=hexes(32))

RECORDS = {
    "jyzd-keys/1": dict(
        format=one_of("jyzd-keys/1"), suite=one_of(SUITE), kind=one_of("office", "group"), officeId=uuid, code=code,
        name=words(100), demo=flag, verifyingKey=hexes(32), recipient=recipient,
    ),
    "jyzd-rotation/1": dict(
        format=one_of("jyzd-rotation/1"), suite=one_of(SUITE), officeId=uuid, towards=uuid,
        previousKey=hexes(32), verifyingKey=hexes(32), recipient=recipient, **{"from": place},
    ),
    "jyzd-revocation/1": dict(
        format=one_of("jyzd-revocation/1"), suite=one_of(SUITE), officeId=uuid, towards=uuid,
        verifyingKey=hexes(32), reason=words(200), **{"from": place},
    ),
}
ORDER = {
    "jyzd-keys/1": "format suite kind officeId code name demo verifyingKey recipient",
    "jyzd-rotation/1": "format suite officeId towards from previousKey verifyingKey recipient",
    "jyzd-revocation/1": "format suite officeId towards from verifyingKey reason",
}
RECORD_SIGNATURES = fields(old=hexes(64), new=hexes(64))
rotation = fields(**RECORDS["jyzd-rotation/1"], signatures=RECORD_SIGNATURES)

MANIFEST = dict(
    formatVersion=lambda value: type(value) is int and value == 1,
    suite=one_of(SUITE),
    kind=one_of("report", "feedback", "receipt", "template"),
    sender=fields(officeId=uuid, code=code, name=words(100), demo=flag),
    recipient=fields(officeId=uuid),
    epoch=epoch,
    sequence=whole(1),
    previousHash=maybe(hexes(32)),
    baseRev=whole(0),
    headRev=whole(0),
    full=flag,
    pseudonymous=flag,
    namesReason=maybe(words(200)),
    period=fields(asOf=day, **{"from": maybe(day)}),
    createdAt=matching(r"\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z"),
    counts=counts,
    auditHead=audit_head,
    acknowledges=maybe(
        fields(officeId=uuid, epoch=epoch, sequence=whole(1), bundleHash=hexes(32), auditHead=audit_head)
    ),
    receiptKey=hexes(16),
    payload=fields(sha256=hexes(32), bytes=whole(0), encoding=one_of("columns-json/1")),
)


def rotations(value):
    return type(value) is list and 1 <= len(value) <= 8 and all(rotation(one) for one in value)
