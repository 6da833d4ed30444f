"""A09, A10, A25, A26, A27: sizes, compression, attachments, and HTTP that two readers could understand differently."""
import base64
import gzip
import zlib
from functools import lru_cache

import soap
from case import BAD_REQUEST, CUT, OK, Case, Expect, fault
from messages import chunked, envelope, head, post
from stand import MEGABYTE
from wire import converse

TOO_LARGE = fault("0001", 413, closed=True)
MEDIA = fault("0001", 415)
# What a smuggler would like to have run: were it read as a request, there would be a second answer.
HIDDEN = b"GET /ws/algemeen/v1?wsdl HTTP/1.1\r\nHost: localhost\r\n\r\n"


def fields(*lines, body=None, tail=b"", **options):
    """A maker of a request with these framing fields, and the smuggler's request behind it."""
    return lambda stand: head(stand, lines, body=body, **options) + tail


def sound_length(stand):
    return len(envelope(stand).encode())


def _sizes():
    found = [Case(f"A09-announced-{name}", fields(f"Content-Length: {length}", body=b"x" * 4096), TOO_LARGE)
             for name, length in (("one-too-many", MEGABYTE + 1), ("50-megabytes", 50 * MEGABYTE),
                                  ("4-gigabytes", 1 << 32),
                                  ("eighteen-digits", 10 ** 18 - 1))]
    for count in (MEGABYTE + 1, 2 * MEGABYTE, 8 * MEGABYTE):
        found.append(Case(f"A09-sent-{count}", lambda stand, n=count: soap.request("algemeen", b" " * n), TOO_LARGE,
                          cpu_ms=150))
    for name, size in (("one-too-many", MEGABYTE + 1), ("4-gigabytes", 0xFFFFFFFF)):
        found.append(Case(f"A09-chunk-{name}", fields("Transfer-Encoding: chunked",
                                                      body=b"%x\r\n" % size + b"x" * 4096), TOO_LARGE))
    endless = chunked(*[b"x" * 65_536] * 17, last=b"")
    found.append(Case("A09-chunks-without-end", fields("Transfer-Encoding: chunked", body=endless), TOO_LARGE,
                      cpu_ms=150))
    found.append(Case("A09-chunks-of-one-byte", lambda stand: head(stand, ["Transfer-Encoding: chunked"],
                                                                   body=chunked(
        *[bytes([byte]) for byte in envelope(stand).encode()])), OK))
    spaced = chunked(*[b" "] * 100_000)
    found.append(Case("A09-hundred-thousand-chunks", fields("Transfer-Encoding: chunked", body=spaced), fault("0001"),
                      cpu_ms=250))
    for length in (300, 5_000, 500_000):
        found.append(Case(f"A09-chunk-extension-of-{length}", fields("Transfer-Encoding: chunked",
                                                                     body=b"5;" + b"e" * length + b"\r\nabcde\r\n0\r\n\r\n"), BAD_REQUEST))
    many = b"".join(b"1;" + b"e" * 100 + b"\r\nx\r\n" for _ in range(60)) + b"0\r\n\r\n"
    found.append(Case("A09-chunk-extensions-together", fields("Transfer-Encoding: chunked", body=many), BAD_REQUEST))
    for count in (101, 1_000, 50_000):
        found.append(Case(f"A09-header-fields-{count}", lambda stand,
                          n=count: post(stand, headers={f"X{i}": "1" for i in range(n)}),
                          BAD_REQUEST))
    for length in (16_400, 100_000, 1_000_000):
        found.append(Case(f"A09-header-value-of-{length}", fields("X: " + "v" * length, "Content-Length: 0"),
                          BAD_REQUEST))
        found.append(Case(f"A09-path-of-{length}", fields("Content-Length: 0", line=f"POST /{'p' * length} HTTP/1.1"),
                          BAD_REQUEST))
    found.append(Case("A09-header-name-of-257", fields("X" * 257 + ": 1", "Content-Length: 0"), BAD_REQUEST))
    found.append(Case("A09-head-without-end",
                      lambda stand: b"POST /ws/algemeen/v1 HTTP/1.1\r\n" + b"X: 1\r\n" * 5_000, BAD_REQUEST))
    found.append(Case("A09-empty-body", fields("Content-Length: 0", body=b""), fault("0001")))
    return found


def deflate(content):
    return zlib.compress(content, 9)


BOMBS = ("gzip", "deflate", "nested", "members")


@lru_cache(maxsize=None)
def bomb(kind):
    """Hundreds of megabytes in as little as they get."""
    if kind == "nested":
        return gzip.compress(bomb("gzip"))
    if kind == "members":
        return gzip.compress(b" " * MEGABYTE) * 500
    return (deflate if kind == "deflate" else gzip.compress)(b" " * (100 * MEGABYTE))


def _compression():
    def packed(pack, coding, content=None):
        return lambda stand: soap.request("algemeen", pack(content or envelope(stand).encode()),
                                          headers={"Content-Encoding": coding})

    codings = {"gzip": "gzip", "gzip-upper": "GZIP", "x-gzip": "x-gzip", "compress": "compress", "br": "br",
               "zstd": "zstd",
               "gzip-twice": "gzip, gzip", "gzip-identity": "gzip, identity", "identity-gzip": "identity, gzip",
               "nonsense": "nonsense",
               "any": "*"}
    found = [Case(f"A10-{name}", packed(gzip.compress, coding), MEDIA) for name, coding in codings.items()]
    found += [Case("A10-deflate", packed(deflate, "deflate"), MEDIA),
              Case("A10-raw-deflate", packed(lambda c: deflate(c)[2:-4], "deflate"), MEDIA)]
    found += [Case(f"A10-bomb-{name}", lambda stand, n=name: soap.request(
        "algemeen", bomb(n), headers={"Content-Encoding": "deflate" if n == "deflate" else "gzip"}), MEDIA)
        for name in BOMBS]
    found.append(Case("A10-bomb-without-saying-so", lambda stand: soap.request("algemeen", bomb("gzip")),
                      fault("0009")))
    found.append(Case("A10-plain-said-to-be-gzip", packed(bytes, "gzip"), MEDIA))
    found.append(Case("A10-two-fields", lambda stand: head(stand,
                                                           ["Content-Encoding: identity", "Content-Encoding: gzip",
                                                                   f"Content-Length: {sound_length(stand)}"]), MEDIA))
    found.append(Case("A10-identity", packed(bytes, "identity"), OK))
    found += [Case(f"A10-transfer-{name}", fields(f"Transfer-Encoding: {value}", body=chunked(b"abc")), BAD_REQUEST)
              for name, value in (("gzip", "gzip"), ("gzip-chunked", "gzip, chunked"), ("deflate", "deflate"))]
    return found


TYPES = {"multipart-related": 'multipart/related; type="text/xml"; boundary=x',
         "xop": 'multipart/related; type="application/xop+xml"; boundary=x',
         "xop-alone": 'application/xop+xml; type="text/xml"', "form": "application/x-www-form-urlencoded",
         "form-data": "multipart/form-data; boundary=x",
         "mixed": "multipart/mixed; boundary=x", "dime": "application/dime", "soap-1-2": "application/soap+xml",
         "json": "application/json",
         "fastinfoset": "application/fastinfoset", "xml": "application/xml", "octets": "application/octet-stream",
         "any": "*/*", "nothing": "",
         "two-in-one": "text/xml, text/xml"}


def mime(parts, depth=0):
    inner = b"" if depth == 0 else b"Content-Type: multipart/related; boundary=x%d\r\n\r\n" % depth + mime(parts,
                                                                                                           depth - 1)
    return b"".join(b"--x\r\nContent-Type: text/xml\r\n\r\n<a/>\r\n" for _ in range(parts)) + inner + b"--x--\r\n"


def _attachments():
    found = [Case(f"A25-type-{name}", lambda stand, t=text: post(stand, headers={"Content-Type": t}), MEDIA)
             for name, text in TYPES.items()]
    found.append(Case("A25-no-type", lambda stand: post(stand, headers={"Content-Type": None}), MEDIA))
    found.append(Case("A25-two-types", lambda stand: head(stand,
                                                          ["Content-Type: text/xml",
                                                           f"Content-Length: {sound_length(stand)}"]), MEDIA))
    for parts, depth in ((1, 0), (15_000, 0), (1, 300)):
        found.append(Case(f"A25-mime-{parts}-parts-{depth}-deep", lambda stand, p=parts, d=depth: soap.request(
            "algemeen", mime(p, d), headers={"Content-Type": TYPES["multipart-related"]}), MEDIA))
    xop = "http://www.w3.org/2004/08/xop/include"
    for name in ("http", "file", "cid", "pipe", "self"):
        def make(stand, n=name):
            target = {"http": stand.canary.url, "file": stand.canary.file.as_uri(),
                      "pipe": stand.canary.pipe.as_uri(), "cid": "cid:x@y", "self": "cid:"}[n]
            include = f'<x:Include xmlns:x="{xop}" href="{target}"/>'
            return post(stand, content=f"<o:gebruikerkenmerk>{include}</o:gebruikerkenmerk>")
        found.append(Case(f"A25-include-{name}", make, fault("0004")))
    found.append(Case("A25-base64-of-a-bomb", lambda stand: post(stand,
                                                                 content=base64.b64encode(b"x" * 600_000).decode()),
                                                                 fault("0001")))
    return found


TRANSFER = {"identity": "identity", "identity-chunked": "identity, chunked", "chunked-identity": "chunked, identity",
            "upper": "Chunked",
            "shout": "CHUNKED", "quoted": '"chunked"', "parameter": "chunked;q=1", "comma": "chunked,",
            "comma-before": ",chunked", "twice": "chunked, chunked",
            "form-feed": "\x0cchunked", "letters-behind": "chunkedx", "letters-before": "xchunked",
            "encoded-word": "=?us-ascii?q?chunked?=", "empty": "",
            "tab-inside": "chun\tked", "nul": "chunked\x00", "high-byte": "chunked\xa0"}
LENGTHS = {"plus": "+5", "minus": "-5", "comma": "5, 5", "hex": "0x5", "space-inside": "5 5", "float": "5.0",
           "exponent": "5e0", "empty": "",
           "nineteen-digits": "9" * 19, "past-64-bits": "18446744073709551621", "letters": "five", "semicolon": "5;",
           "quoted": '"5"', "underscore": "1_0",
           "nul": "5\x00", "arabic-digits": "\u0665".encode("utf-8").decode("latin-1")}


def _smuggling():
    tail = HIDDEN
    found = [Case(f"A26-transfer-{name}", fields(f"Transfer-Encoding: {value}", body=chunked(b"abc"), tail=tail),
                  BAD_REQUEST)
             for name, value in TRANSFER.items()]
    found += [Case(f"A26-transfer-{name}-with-length",
                   fields(f"Transfer-Encoding: {value}", "Content-Length: 4", body=b"0\r\n\r\n", tail=tail),
                   BAD_REQUEST)
              for name, value in TRANSFER.items() if name not in ("empty",)]
    found += [Case(f"A26-length-{name}", fields(f"Content-Length: {value}", body=b"abcde", tail=tail), BAD_REQUEST)
              for name, value in LENGTHS.items()]
    pairs = {"cl-te": ("Content-Length: 5", "Transfer-Encoding: chunked"),
             "te-cl": ("Transfer-Encoding: chunked", "Content-Length: 5"),
             "cl-cl-equal": ("Content-Length: 5", "Content-Length: 5"),
             "cl-cl-other": ("Content-Length: 5", "Content-Length: 0"),
             "te-te": ("Transfer-Encoding: chunked", "Transfer-Encoding: chunked"),
             "te-identity": ("Transfer-Encoding: chunked", "Transfer-Encoding: identity"),
             "none": (), "cl-0-te": ("Content-Length: 0", "Transfer-Encoding: chunked")}
    found += [Case(f"A26-pair-{name}", fields(*lines, body=b"0\r\n\r\n", tail=tail), BAD_REQUEST)
              for name, lines in pairs.items()]
    lines = {"space-before-colon": "Content-Length : 5", "tab-before-colon": "Transfer-Encoding\t: chunked",
             "folded": "X: a\r\n b", "folded-tab": "X: a\r\n\tb",
             "folded-length": "Content-Length:\r\n 5", "nul-in-name": "X\x00: 1", "nul-in-value": "X: \x00",
             "no-colon": "X", "no-name": ": 1", "cr-in-value": "X: a\rb",
             "space-first": " X: 1", "escape": "X: \x1b[2J", "delete": "X: \x7f", "bracket-in-name": "X(1): 1",
             "second-host": "Host: elsewhere",
             "host-with-path": "Host: a/b", "expect-nonsense": "Expect: 200-ok"}
    found += [Case(f"A26-line-{name}", fields(line, "Content-Length: 5", body=b"abcde", tail=tail),
                   Expect(417, closed=True) if name.startswith("expect") else BAD_REQUEST)
                   for name, line in lines.items()]
    starts = {"version-2": "POST / HTTP/2.0", "version-09": "POST /", "version-lower": "POST / http/1.1",
              "version-1-10": "POST / HTTP/1.10", "two-spaces": "POST  / HTTP/1.1",
              "tab": "POST\t/\tHTTP/1.1", "absolute": "POST https://elsewhere/ws/algemeen/v1 HTTP/1.1",
              "authority": "CONNECT elsewhere:443 HTTP/1.1", "fragment": "POST /#x HTTP/1.1",
              "control-in-path": "POST /\x01 HTTP/1.1", "high-byte-in-path": "POST /\xff HTTP/1.1",
              "nul-in-path": "POST /\x00 HTTP/1.1", "method-with-colon": "PO:ST / HTTP/1.1", "empty": "",
              "preface-of-http2": "PRI * HTTP/2.0", "no-path": "POST HTTP/1.1", "backslash": "POST \\ws HTTP/1.1"}
    found += [Case(f"A26-start-{name}", fields("Content-Length: 0", line=line, body=b"", tail=tail), BAD_REQUEST)
              for name, line in starts.items()]
    found += [Case(f"A26-line-end-{name}", fields("Content-Length: 5", body=b"abcde", tail=tail, ending=ending),
                   BAD_REQUEST)
              for name, ending in (("bare-lf", "\n"), ("bare-cr", "\r"), ("lf-cr", "\n\r"), ("cr-cr-lf", "\r\r\n"))]
    found.append(Case("A26-http10-chunked", fields("Transfer-Encoding: chunked", line="POST /ws/algemeen/v1 HTTP/1.0",
                                                   body=chunked(b"abc"), tail=tail), BAD_REQUEST))
    found.append(Case("A26-no-host", lambda stand: head(stand, ["Content-Length: 0"], body=b"", common=False),
                      BAD_REQUEST))
    for name, last in {"trailer": b"0\r\nX: 1\r\n\r\n", "trailer-length": b"0\r\nContent-Length: 9\r\n\r\n",
                       "last-with-data": b"0\r\nabc\r\n\r\n"}.items():
        found.append(Case(f"A26-{name}", fields("Transfer-Encoding: chunked", body=chunked(b"abc", last=last),
                                                tail=tail), BAD_REQUEST))
    return found + _pipelined()


def _pipelined():
    """What is really a second request is one: both are answered, in order, each for itself."""
    found = []
    for count in (2, 5, 50):
        found.append(Case(f"A26-pipelined-{count}", lambda stand, n=count: post(stand) * n,
                          Expect(200, answers=count), records=count, cpu_ms=300))
    found.append(Case("A26-get-with-a-body",
                      lambda stand: b"GET /ws/algemeen/v1?wsdl=no HTTP/1.1\r\nHost: a\r\nContent-Length: %d\r\n\r\n%b" % (len(HIDDEN), HIDDEN),
                      Expect(404), records=0))
    return found


SIZE_LINES = {"nine-digits": b"000000005", "prefix": b"0x5", "plus": b"+5", "minus": b"-5", "space": b" 5",
              "space-behind": b"5 ", "empty": b"", "letters": b"zz", "comma": b"5,",
              "lf-in-extension": b"5;a\nb", "nul": b"5\x00", "semicolon-only": b";", "past-32-bits": b"100000005"}


def _cut_short():
    found = [Case(f"A27-size-{name}", fields("Transfer-Encoding: chunked", body=size + b"\r\nabcde\r\n0\r\n\r\n",
                                             tail=HIDDEN), BAD_REQUEST)
             for name, size in SIZE_LINES.items()]
    ends = {"too-short": b"4\r\nabcde\r\n0\r\n\r\n", "too-long": b"7\r\nabcde\r\n0\r\n\r\n",
            "bare-lf": b"5\nabcde\n0\n\n", "lf-behind-data": b"5\r\nabcde\n0\r\n\r\n",
            "no-line-end": b"5\r\nabcde0\r\n\r\n"}
    found += [Case(f"A27-chunk-{name}", fields("Transfer-Encoding: chunked", body=body, tail=b"X" * 20), BAD_REQUEST)
              for name, body in ends.items()]

    def cut(fraction, in_chunks):
        def make(stand):
            body = envelope(stand).encode()
            whole = head(stand, ["Transfer-Encoding: chunked"],
                         body=chunked(body[:200], body[200:])) if in_chunks else head(
                stand, [f"Content-Length: {len(body)}"], body=body)
            return converse(stand.gateway, whole[:int(len(whole) * fraction) - 1], end=True)
        return make
    for percent in (1, 5, 10, 20, 40, 60, 80, 90, 99, 100):
        found += [Case(f"A27-{kind}-cut-at-{percent}-percent", cut(percent / 100, kind == "chunks"), CUT, records=0)
                  for kind in ("sized", "chunks")]
    return found


def cases():
    return _sizes() + _compression() + _attachments() + _smuggling() + _cut_short()
