"""A28, A29, A45: what comes below HTTP, or slowly, or not at all. The thousand slow clients are in tests/integration/slow_clients.py."""
import socket
import ssl
import struct
import time

import soap
from case import CUT, OK, Case, Expect, Seen
from messages import post
from wire import TIMEOUT, converse, listen, plain, send

HELLO = None


def client_hello(server_name="localhost"):
    into, out = ssl.MemoryBIO(), ssl.MemoryBIO()
    client = ssl.create_default_context().wrap_bio(into, out, server_hostname=server_name)
    try:
        client.do_handshake()
    except ssl.SSLWantReadError:
        pass
    return out.read()


def record(kind, content, version=0x0301):
    return struct.pack("!BHH", kind, version, len(content)) + content


def _tls():
    """Nothing of this becomes HTTP; the connection ends."""
    hello = client_hello()
    texts = {"http": b"GET / HTTP/1.1\r\nHost: localhost\r\n\r\n",
             "post": b"POST /ws/algemeen/v1 HTTP/1.1\r\nContent-Length: 0\r\n\r\n", "zeros": bytes(5_000),
             "ones": b"\xff" * 5_000,
             "ssl-2": bytes.fromhex("802e0100020015000000100100800200800300800400800500800600400700c0") + bytes(16),
             "ssh": b"SSH-2.0-x\r\n", "smtp": b"EHLO x\r\n", "heartbeat": record(24, b"\x01\x40\x00"),
             "heartbeat-behind-hello": hello + record(24, b"\x01\x40\x00"), "alert": record(21, b"\x02\x28"),
             "change-cipher-first": record(20, b"\x01"), "data-first": record(23, b"x" * 100),
             "record-too-long": struct.pack("!BHH", 22, 0x0301, 0xFFFF) + b"x" * 0xFFFF,
             "hello-too-long": record(22, b"\x01\xff\xff\xff" + b"x" * 16_000) * 20,
             "hello-cut": hello[:50] + b"\x00" * 5_000, "hello-version-0": hello[:9] + b"\x00\x00" + hello[11:],
             "hello-twice": hello + hello, "random": bytes((i * 73 + 41) % 256 for i in range(20_000)),
             "empty-records": record(22, b"") * 2_000, "rdp": bytes.fromhex("030000130ee000000000000100080003000000")}
    return [Case(f"A29-{name}", lambda stand, t=text: plain(stand.gateway, t), CUT, records=None) for name, text in texts.items()]


def _hellos():
    """A handshake whose first message comes in pieces is a handshake all the same."""
    def shaking_hands(cut):
        """`cut` gives the pieces to send of what the client says, told whether it is the first."""
        def run(stand):
            into, out = ssl.MemoryBIO(), ssl.MemoryBIO()
            client = ssl.create_default_context(cafile=str(stand.gateway.ca)).wrap_bio(into, out, server_hostname="localhost")
            with socket.create_connection(("127.0.0.1", stand.gateway.port), timeout=TIMEOUT) as raw:
                raw.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
                first = True
                while True:
                    try:
                        client.do_handshake()
                        break
                    except ssl.SSLWantReadError:
                        for piece in cut(out.read(), first):
                            raw.sendall(piece)
                        first = False
                        into.write(raw.recv(65_536))
                client.write(post(stand))
                raw.sendall(out.read())
                return _read_bio(client, into, raw)
        return run

    def bytewise(text, _):
        return [bytes([byte]) for byte in text]

    def in_records(size):
        """The first message in records of so few bytes each: allowed, if tiresome."""
        def cut(text, first):
            body = text[5:]
            return [b"".join(record(22, body[at:at + size]) for at in range(0, len(body), size))] if first else [text]
        return cut
    return [Case("A29-hello-byte-by-byte", shaking_hands(bytewise), OK, cpu_ms=150),
            *(Case(f"A29-hello-in-records-of-{size}", shaking_hands(in_records(size)), OK) for size in (1, 7, 100))]


def _floods():
    """Records that carry nothing, without end."""
    hello = client_hello()
    floods = {"warnings": record(21, b"\x01\x5a") * 5_000, "fatal-alerts": record(21, b"\x02\x50") * 5_000,
              "change-cipher": record(20, b"\x01") * 5_000, "empty-data": record(23, b"") * 5_000,
              "hello-requests": record(22, b"\x00\x00\x00\x00") * 5_000}
    return [Case(f"A29-flood-of-{name}", lambda stand, t=hello + text: plain(stand.gateway, t), CUT, records=None)
            for name, text in floods.items()]


def _read_bio(client, into, raw):
    from wire import parse
    data = b""
    while True:
        try:
            data += client.read(65_536)
        except ssl.SSLWantReadError:
            into.write(raw.recv(65_536))
        if found := parse(data):
            return Seen([found[0]])


def _aborted():
    """Clients that go away in the middle cost nothing that stays."""
    def abort(count, after):
        def run(stand):
            message, hello = post(stand), client_hello()
            for _ in range(count):
                if after == "accept":
                    raw = socket.create_connection(("127.0.0.1", stand.gateway.port), timeout=TIMEOUT)
                elif after == "hello":
                    raw = socket.create_connection(("127.0.0.1", stand.gateway.port), timeout=TIMEOUT)
                    raw.sendall(hello)
                else:
                    raw = stand.connection()
                    raw.sendall({"head": message[:60], "body": message[:-30], "question": message}[after])
                # A reset, not a goodbye.
                raw.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
                socket.socket.close(raw)
            deadline = time.monotonic() + 10
            while open_connections(stand) > 1 and time.monotonic() < deadline:
                time.sleep(0.02)
            left = open_connections(stand)
            return Seen(closed=left <= 1, problems=[f"{left} connections are still open"] if left > 1 else [])
        return run
    return [Case(f"A45-{count}-aborted-after-{after}", abort(count, after), CUT, records=None, cpu_ms=5 * count)
            for count, after in
            ((200, "accept"), (100, "hello"), (60, "head"), (60, "body"), (60, "question"))]


def open_connections(stand):
    """Of the gateway's service port, on its side; the neighbour has one. Those on their way out do not count."""
    port, states = f":{stand.gateway.port:04X}", ("01", "08")  # established, and closed by the client only
    with open("/proc/net/tcp", encoding="ascii") as table:
        rows = [line.split() for line in table.readlines()[1:]]
    return sum(1 for row in rows if row[1].endswith(port) and row[3] in states)


def _slow():
    def wait(first, drip=b"", tls=True):
        """Sends, then drips a byte every 0.2 s; the gateway has to end it within its deadline."""
        def run(stand):
            begin = time.monotonic()
            connection = stand.connection() if tls else socket.create_connection(("127.0.0.1", stand.gateway.port),
                                                                                 timeout=TIMEOUT)
            with connection:
                text = first(stand)
                send(connection, text)
                connection.settimeout(0.2)
                data = b""
                for number in range(60):
                    try:
                        piece = connection.recv(65_536)
                        if not piece:
                            return Seen(closed=True)
                        data += piece
                    except TimeoutError:
                        send(connection, drip[number:number + 1])
                    except (ConnectionError, ssl.SSLError):
                        return Seen(closed=True)
                return Seen(problems=[f"still open after {time.monotonic() - begin:.0f} s"])
        return run
    message = lambda stand: post(stand)[:200]  # noqa: E731
    slow = {"nothing-at-all": (lambda stand: b"", b"", False),
            "handshake": (lambda stand: client_hello()[:5], client_hello()[5:], False),
            "head": (lambda stand: b"POST /ws/algemeen/v1 HTTP/1.1\r\nX", b"x" * 60, True),
            "head-line-by-line": (lambda stand: b"POST /ws/algemeen/v1 HTTP/1.1\r\n", b"X: 1\r\n" * 10, True),
            "body": (message, b" " * 60, True), "body-that-stops": (message, b"", True),
            "chunks": (lambda stand: b"POST /ws/algemeen/v1 HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n", b"1\r\nx\r\n" * 10, True), "half-a-chunk-size": (lambda stand: b"POST /ws/algemeen/v1 HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n1", b"", True),
            "expecting-to-continue": (lambda stand: b"POST /ws/algemeen/v1 HTTP/1.1\r\nHost: a\r\nExpect: 100-continue\r\nContent-Length: 5\r\n\r\n", b"", True)}
    found = [Case(f"A28-slow-{name}", wait(*how), CUT, records=None, slow=True) for name, how in slow.items()]

    def deaf(stand):
        """Asks a great deal and reads nothing of it."""
        with stand.connection() as connection:
            connection.settimeout(1)
            question = b"GET /ws/wi2021/v1?wsdl HTTP/1.1\r\nHost: a\r\nX: " + b"x" * 7_000 + b"\r\n\r\n"
            try:
                for _ in range(100):
                    connection.sendall(question * 20)
            except TimeoutError:
                pass  # nobody takes them any more
            except (OSError, ssl.SSLError):
                return Seen(closed=True)
            # It does not see its end before it has read what is on its way; the system's table does.
            deadline = time.monotonic() + 8
            while open_connections(stand) > 1 and time.monotonic() < deadline:
                time.sleep(0.05)
            return Seen(closed=open_connections(stand) <= 1)
    found.append(Case("A28-asks-and-does-not-read", deaf, CUT, records=None, slow=True, cpu_ms=600, rss_kb=40_000))

    def idle(stand):
        with stand.connection() as connection:
            send(connection, post(stand))
            first = listen(connection)
            time.sleep(1)
            send(connection, post(stand))
            return Seen(first.answers + listen(connection).answers)
    found.append(Case("A28-a-pause-between-two-calls-is-no-attack", idle, Expect(200, answers=2), records=2,
                      slow=True))
    return found


def _held():
    """Many connections that hold what they may hold; the neighbour is answered meanwhile."""
    def hold(count, text):
        def run(stand):
            connections = [stand.connection() for _ in range(count)]
            try:
                for connection in connections:
                    send(connection, text)
                seen = converse(stand.gateway, soap.message(stand.gateway, stand.key, "algemeen", "Ping"))
                if not stand.neighbour.answered():
                    seen.problems.append("another client was not answered")
                return seen
            finally:
                for connection in connections:
                    connection.close()
        return run
    return [Case(f"A28-{count}-held-{name}", hold(count, text), OK, records=None, cpu_ms=8 * count, rss_kb=60_000)
            for count, name, text in
            ((50, "idle", b""), (50, "in-the-head", b"POST /ws/algemeen/v1 HTTP/1.1\r\n" + b"X: 1\r\n" * 90),
             (30, "in-the-body",
              b"POST /ws/algemeen/v1 HTTP/1.1\r\nHost: a\r\nContent-Type: text/xml\r\nContent-Length: 1000000\r\n\r\n" + b" " * 500_000))]


def cases():
    return _tls() + _hellos() + _floods() + _aborted() + _slow() + _held()
