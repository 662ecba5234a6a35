"""Workbooks whose zip file is hostile, each with a part of what must be said about it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from tests.faults.workbooks import zips
from tests.faults.workbooks.making import (
    DAMAGED,
    OLE,
)

if TYPE_CHECKING:
    from collections.abc import Callable


ZIPS: dict[str, tuple[Callable[[], bytes], str]] = {
    "a bomb": (zips.bomb, "unpacks to more than 200 times its size, the limit"),
    "a bomb that says it is small": (zips.bomb_with_small_size, "200 times its size"),
    "a part of 55 MB": (partial(zips.swollen_sheet, 55_000_000), "more than 50 MB, the limit"),
    "three parts of 40 MB": (
        lambda: zips.with_parts({f"xl/x{n}.xml": zips.dense(40_000_000) for n in range(3)}),
        "unpacks to more than 100 MB, the limit for a workbook",
    ),
    "300 parts": (
        lambda: zips.with_parts({f"xl/x{n}.xml": b"<a/>" for n in range(300)}),
        "more parts than a workbook does (limit 200)",
    ),
    "6,000 parts": (
        lambda: zips.with_parts({f"xl/x{n}.xml": b"" for n in range(6_000)}),
        "more parts than a workbook does (limit 200)",
    ),
    "a size of 4 GB": (partial(zips.central, 3, zips.CENTRAL_SIZE, "<L", 2**32 - 2), DAMAGED),
    "a size that is too small": (partial(zips.central, 3, zips.CENTRAL_SIZE, "<L", 5), DAMAGED),
    "packed bytes that reach the directory": (
        partial(zips.central, 5, zips.CENTRAL_PACKED, "<L", 50_000),
        "overlaps with another",
    ),
    "packed bytes that reach the next part": (
        partial(zips.central, 0, zips.CENTRAL_PACKED, "<L", 400),
        "overlaps with another",
    ),
    "a part within another": (zips.overlapping, "overlaps with another"),
    "a wrong checksum": (partial(zips.central, 3, zips.CENTRAL_CRC, "<L", 7), "checksum"),
    "half a file": (lambda: zips.whole()[: len(zips.whole()) // 2], "it is not whole"),
    "a file without its last byte": (lambda: zips.whole()[:-1], DAMAGED),
    "a file without its end": (lambda: zips.whole()[:-22], "it is not whole"),
    "a head and nothing else": (lambda: zips.LOCAL, "it is not whole"),
    "two parts of one name": (zips.same_names, "two parts of the same name"),
    "one part listed twice": (zips.twice_in_the_directory, "two parts of the same name"),
    "a password in the directory": (
        partial(zips.central, 3, zips.CENTRAL_FLAGS, "<H", 1),
        "protected with a password",
    ),
    "a password in the part": (
        partial(zips.local, 3, zips.LOCAL_FLAGS, "<H", 1),
        "protected with a password",
    ),
    "a strong password": (
        partial(zips.central, 3, zips.CENTRAL_FLAGS, "<H", 0x41),
        "protected with a password",
    ),
    "a password of Excel": (
        lambda: OLE + "EncryptedPackage".encode("utf-16-le"),
        "protected with a password",
    ),
    "a part that is a zip file": (
        lambda: zips.with_parts({"xl/x.bin": zips.whole()}),
        "holds another zip file",
    ),
    "parts packed by bzip2": (partial(zips.packed_as, 12), "packed as no workbook is"),
    "parts packed by lzma": (partial(zips.packed_as, 14), "packed as no workbook is"),
    "a way of packing that nobody knows": (
        partial(zips.central, 3, zips.CENTRAL_METHOD, "<H", 99),
        "packed as no workbook is",
    ),
    "two ways of packing": (
        partial(zips.local, 3, zips.LOCAL_METHOD, "<H", 0),
        "packed as no workbook is",
    ),
    "a part with two names": (zips.renamed_part, "has two names"),
    "a part beyond the end": (
        partial(zips.central, 3, zips.CENTRAL_OFFSET, "<L", 10**9),
        "is not where it should be",
    ),
    "a part that begins in another": (
        partial(zips.central, 3, zips.CENTRAL_OFFSET, "<L", 7),
        "is not where it should be",
    ),
    "noise for packed bytes": (zips.spoilt_deflate, "does not unpack to what it says"),
    "a directory of 4 GB": (partial(zips.end_record, 12, "<L", 2**32 - 2), "it is not whole"),
    "a directory beyond the end": (partial(zips.end_record, 16, "<L", 2**31), DAMAGED),
    "a file on several disks": (partial(zips.end_record, 16, "<L", 2**32 - 1), DAMAGED),
    "a name that goes on after its end": (zips.name_with_a_zero, "has two names"),
    "a zip file after a program": (lambda: b"MZ" + bytes(64) + zips.whole(), "is a program"),
    "a zip file after a PDF": (lambda: b"%PDF-1.4\n" + zips.whole(), "is a PDF document"),
    "an empty zip file": (lambda: zips.whole()[-22:], "another kind of file"),
}
