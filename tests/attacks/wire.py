"""Talking to the gateway below HTTP: bytes out, and everything that comes back."""
import socket
import ssl
import sys

import soap
from case import Seen

TIMEOUT = 20


class Answer(soap.Answer):
    """An HTTP answer that need not be SOAP."""

    def is_fault(self):
        return b":Fault>" in self.body or b"<Fault>" in self.body


def _receive(connection):
    try:
        return connection.recv(65536)
    except (ConnectionError, ssl.SSLError):
        return b""


def parse(data, *, without_body=False):
    """One answer from the front of `data`, and what is behind it; None when it is not whole yet. A 100 Continue is nothing
    to tell."""
    while True:
        end = data.find(b"\r\n\r\n")
        if end < 0:
            return None
        first, *lines = data[:end].decode("latin-1").split("\r\n")
        status = int(first.split()[1])
        if status != 100:
            break
        data = data[end + 4:]
    headers = {name.lower(): value.strip() for name, value in (line.split(":", 1) for line in lines)}
    length = 0 if without_body or status == 304 else int(headers.get("content-length", 0))
    body = data[end + 4:]
    if len(body) < length:
        return None
    return Answer(status, headers, body[:length], headers.get("connection", "").lower() == "close"), body[length:]


def listen(connection, *, answers=1, without_body=False):
    """Reads until there are `answers` answers on a connection that stays open, or until it ends."""
    seen, data = Seen(), b""
    while True:
        while found := parse(data, without_body=without_body):
            seen.answers.append(found[0])
            data = found[1]
        if len(seen.answers) >= answers and not seen.answers[-1].closed and not data:
            return seen
        try:
            piece = _receive(connection)
        except TimeoutError:
            seen.problems.append(f"nothing for {connection.gettimeout()} s")
            return seen
        if not piece:
            seen.closed = True
            if data:
                seen.problems.append(f"half an answer: {data[:80]!r}")
            return seen
        data += piece


def send(connection, data):
    try:
        connection.sendall(data)
    except (ConnectionError, ssl.SSLError):
        pass  # who has heard enough may answer and close while we still send


def options_without(options, name):
    return {key: value for key, value in options.items() if key != name}


def converse(gateway, data, *, end=False, while_open=lambda: None, **options):
    """Sends bytes over a TLS connection of their own. `end`: and then nothing more, as a client does that goes away;
    `while_open` runs before the connection is closed."""
    with gateway.connect(TIMEOUT) as connection:
        send(connection, data)
        if end:
            # Below TLS: the gateway sees that nothing more comes and can still say something.
            socket.socket.shutdown(connection, socket.SHUT_WR)
        seen = listen(connection, **options)
        while_open()
        if not seen.closed:
            # Whether there is one answer more shows when the gateway knows that nothing more comes.
            socket.socket.shutdown(connection, socket.SHUT_WR)
            seen.answers += listen(connection, answers=sys.maxsize, **options_without(options, "answers")).answers
        return seen


def plain(gateway, data, *, timeout=TIMEOUT):
    """The bytes themselves, without TLS; only whether something came back and whether the connection ended."""
    with socket.create_connection(("127.0.0.1", gateway.port), timeout=timeout) as connection:
        send(connection, data)
        seen = Seen()
        try:
            while piece := _receive(connection):
                if piece[:4] == b"HTTP":
                    seen.problems.append("HTTP was spoken without TLS")
            seen.closed = True
        except TimeoutError:
            seen.problems.append(f"the connection was still open after {timeout} s")
        return seen
