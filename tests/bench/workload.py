"""The messages that the benchmark sends, made from what the running gateway itself tells, and the check of its answers."""

import http.client
import re
import ssl
import time
from dataclasses import dataclass
from pathlib import Path
from xml.sax.saxutils import escape

import soap

_ENVELOPE = """<?xml version="1.0" encoding="UTF-8"?>
<soap:Envelope xmlns:soap="{soap}" xmlns:wsa="http://www.w3.org/2005/08/addressing"
               xmlns:wsse="{wsse}"
               xmlns:o="{namespace}">
  <soap:Header>
    <wsa:To>{url}</wsa:To>
    <wsa:Action>{namespace}/{operation}</wsa:Action>
    <wsa:MessageID>urn:uuid:6f0c2d1e-7b54-4d0a-9c11-{number:012d}</wsa:MessageID>
    <wsa:ReplyTo><wsa:Address>http://www.w3.org/2005/08/addressing/anonymous</wsa:Address></wsa:ReplyTo>
    <wsse:Security soap:mustUnderstand="1">
      <wsse:UsernameToken>
        <wsse:Username>{name}</wsse:Username>
        <wsse:Password Type="{text}">{password}</wsse:Password>
      </wsse:UsernameToken>
    </wsse:Security>
  </soap:Header>
  <soap:Body>
    <o:{operation}>{content}</o:{operation}>
  </soap:Body>
</soap:Envelope>
"""


class WrongAnswer(Exception):
    """The gateway did not answer what the benchmark is about."""


@dataclass(frozen=True)
class Message:
    body: str
    expected: str      # a pattern that the right answer matches
    times: int = 1     # so often


class Caller:
    """One keep-alive connection to a gateway with a key; `gateway` and `key` are those of tests/support."""

    def __init__(self, gateway, key):
        self._gateway, self._key = gateway, key
        self._connection = http.client.HTTPSConnection(
            "localhost", gateway.port, timeout=30, context=ssl.create_default_context(cafile=str(gateway.ca)))
        self._number = 0
        self._last = time.monotonic()

    def message(self, service: str, operation: str, content: str) -> str:
        self._number += 1
        return _ENVELOPE.format(soap=soap.SOAP, wsse=soap.WSSE, text=soap.TEXT, namespace=soap.namespace(service),
                                operation=operation, number=self._number, content=content,
                                url=f"{self._gateway.url}/ws/{service}/v1", name=escape(self._key.name),
                                password=escape(self._key.password))

    def send(self, service: str, operation: str, body: str) -> tuple[str, int]:
        """The answer, and how many bytes it took with its head."""
        action = f"{soap.namespace(service)}/{operation}"
        if time.monotonic() - self._last > 30:
            self._connection.close()  # the gateway ends what is idle for a minute; the next request opens it again
        self._last = time.monotonic()
        self._connection.request("POST", f"/ws/{service}/v1", body.encode(),
                                 {"Content-Type": "text/xml; charset=utf-8", "SOAPAction": f'"{action}"'})
        answer = self._connection.getresponse()
        text = answer.read()
        if answer.status != 200:
            told = _values(text.decode(errors="replace"), "tekst") or ["no fault that says why"]
            raise WrongAnswer(f"{operation}: {answer.status}: {told[0]}")
        head = sum(len(k) + len(v) + 4 for k, v in answer.getheaders()) + len("HTTP/1.1 200 OK\r\n\r\n")
        return text.decode(), len(text) + head

    def call(self, service: str, operation: str, content: str) -> str:
        return self.send(service, operation, self.message(service, operation, content))[0]


def _values(text: str, element: str) -> list[str]:
    return re.findall(rf"<(?:\w+:)?{element}>([^<]*)</", text)


@dataclass(frozen=True)
class Workload:
    """Messages of one operation, all different, and how large their right answers are."""

    operation: str
    messages: list[Message]
    answer_bytes: float  # with the HTTP head
    body_bytes: float

    def write(self, file: Path) -> Path:
        action = f"{soap.namespace('wi2021')}/{self.operation}"
        parts = ["/ws/wi2021/v1", action, *(m.body for m in self.messages)]
        file.write_text("".join(part + "\x1e" for part in parts), "utf-8")
        return file


def checked(caller: Caller, operation: str, messages: list[Message]) -> Workload:
    """The workload, after every message of it was answered as expected."""
    on_wire, in_body = 0, 0
    for message in messages:
        text, size = caller.send("wi2021", operation, message.body)
        if len(re.findall(message.expected, text)) != message.times:
            raise WrongAnswer(f"{operation} is not answered with {message.times} times {message.expected}: {text[:500]}")
        on_wire += size
        in_body += len(text.encode())
    return Workload(operation, messages, on_wire / len(messages), in_body / len(messages))


def persons(caller: Caller, gemeenten: list[str], each: int) -> Workload:
    """RaadpleegPersoon of up to `each` persons of every municipality."""
    messages = []
    for gemeente in gemeenten:
        found = caller.call("wi2021", "ZoekPersonen", f"<o:gemeentecode>{gemeente}</o:gemeentecode><o:criteria/>"
                            f"<o:paginering><o:paginagrootte>{each}</o:paginagrootte></o:paginering>")
        for bsn in _values(found, "bsn"):
            content = f"<o:gemeentecode>{gemeente}</o:gemeentecode><o:bsn>{bsn}</o:bsn>"
            messages.append(Message(caller.message("wi2021", "RaadpleegPersoon", content),
                                    rf"<(?:\w+:)?persoon>(?s:.*?)<(?:\w+:)?bsn>{bsn}</"))
    if not messages:
        raise WrongAnswer("no persons in the chosen municipalities")
    return checked(caller, "RaadpleegPersoon", messages)


def signals(caller: Caller, gemeenten: list[str], rows: int, pages: int) -> Workload:
    """ZoekSignalen of the first `pages` full pages of `rows` signals of every municipality that has so many."""
    messages = []
    for gemeente in gemeenten:
        def content(page: int, gemeente=gemeente) -> str:
            return (f"<o:gemeentecode>{gemeente}</o:gemeentecode><o:criteria/><o:paginering><o:pagina>{page}</o:pagina>"
                    f"<o:paginagrootte>{rows}</o:paginagrootte></o:paginering>")
        total = int(_values(caller.call("wi2021", "ZoekSignalen", content(1)), "totaal")[0])
        for page in range(1, min(total // rows, pages) + 1):
            messages.append(Message(caller.message("wi2021", "ZoekSignalen", content(page)), r"<(?:\w+:)?signaal>", rows))
    if not messages:
        raise WrongAnswer(f"no municipality has {rows} signals")
    return checked(caller, "ZoekSignalen", messages)


def municipalities(caller: Caller) -> list[str]:
    """The codes of all municipalities."""
    found = caller.call("algemeen", "LijstCodes", "<o:criteria><o:lijst>gemeente</o:lijst></o:criteria>")
    codes = re.findall(r"<(?:\w+:)?code>(\d{4})</", found)
    if len(codes) < 300:
        raise WrongAnswer(f"{len(codes)} municipalities in the list of codes")
    return codes
