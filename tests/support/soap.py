"""Messages and answers at the lowest level, for tests that must send what no toolkit would."""
import ssl
import xml.etree.ElementTree as ElementTree
from xml.sax.saxutils import escape

SOAP = "http://schemas.xmlsoap.org/soap/envelope/"
WSSE = "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-secext-1.0.xsd"
TEXT = "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-username-token-profile-1.0#PasswordText"
WSA = "http://www.w3.org/2005/08/addressing"
COMMON = "{urn:inburgering:cvs-isi:gemeenschappelijk:v1}"


def namespace(service):
    return f"urn:inburgering:cvs-isi:{service}:v1"


def security(key, password=None):
    return (f'<wsse:Security xmlns:wsse="{WSSE}"><wsse:UsernameToken><wsse:Username>{escape(key.name)}</wsse:Username>'
            f'<wsse:Password Type="{TEXT}">{escape(password or key.password)}</wsse:Password>'
            "</wsse:UsernameToken></wsse:Security>")


def addressing(gateway, service, name, message_id):
    """The WS-Addressing header blocks of a call with a message id."""
    return (f'<wsa:To xmlns:wsa="{WSA}">{gateway.url}/ws/{service}/v1</wsa:To>'
            f'<wsa:Action xmlns:wsa="{WSA}">{namespace(service)}/{name}</wsa:Action>'
            f'<wsa:MessageID xmlns:wsa="{WSA}">{message_id}</wsa:MessageID>')


def envelope(body, header="", soap=SOAP):
    return f'<s:Envelope xmlns:s="{soap}"><s:Header>{header}</s:Header><s:Body>{body}</s:Body></s:Envelope>'.encode()


def operation(service, name, content=""):
    return f'<o:{name} xmlns:o="{namespace(service)}">{content}</o:{name}>'


def request(service, body, *, action="", headers=None, length=None):
    """The bytes of an HTTP request; a header with value None is left out."""
    fields = {"Host": "localhost", "Content-Type": "text/xml; charset=utf-8", "SOAPAction": f'"{action}"',
              "Content-Length": str(len(body) if length is None else length), **(headers or {})}
    lines = "".join(f"{name}: {value}\r\n" for name, value in fields.items() if value is not None)
    return f"POST /ws/{service}/v1 HTTP/1.1\r\n{lines}\r\n".encode() + body


class Answer:
    """One HTTP answer: status, header fields by lower-case name, body, and whether the connection ended behind it."""

    def __init__(self, status, headers, body, closed):
        self.status = status
        self.headers = headers
        self.body = body
        self.closed = closed

    def xml(self):
        return ElementTree.fromstring(self.body)

    def find(self, path):
        return self.xml().find(path)

    def fault(self):
        """The fault as a dict; None when the answer is not a fault."""
        found = self.find(f".//{{{SOAP}}}Fault")
        if found is None:
            return None
        detail = found.find(f"detail/{COMMON}technischeFout")
        return {
            "faultcode": found.findtext("faultcode"),
            "faultstring": found.findtext("faultstring"),
            **{name: detail.findtext(COMMON + name) for name in ("code", "tekst", "kant", "referentie")},
            "paths": [element.text for element in detail.iter(COMMON + "pad")],
        }

    def messages(self):
        """Codes of the answer's messages."""
        return [code.text for code in self.xml().iter(COMMON + "code") if code.text[:2] in ("FS", "AS")]


def read_answer(connection):
    """Reads one answer from a TLS connection; None when it closed without one."""
    data = b""
    while b"\r\n\r\n" not in data:
        piece = _receive(connection)
        if not piece:
            return None
        data += piece
    head, body = data.split(b"\r\n\r\n", 1)
    first, *lines = head.decode("latin-1").split("\r\n")
    headers = {name.lower(): value.strip() for name, value in (line.split(":", 1) for line in lines)}
    length = int(headers["content-length"])
    while len(body) < length:
        piece = _receive(connection)
        if not piece:
            break
        body += piece
    return Answer(int(first.split()[1]), headers, body, headers.get("connection", "").lower() == "close")


def _receive(connection):
    try:
        return connection.recv(65536)
    except (ConnectionError, ssl.SSLEOFError, ssl.SSLZeroReturnError):
        return b""


def exchange(gateway, data, timeout=30):
    """Sends bytes over a connection of their own and gives the answer."""
    with gateway.connect(timeout) as connection:
        try:
            connection.sendall(data)
        except (ConnectionError, ssl.SSLError):
            pass  # a gateway that has heard enough may answer and close while we still send
        return read_answer(connection)


def message(gateway, key, service, name, content="", message_id=None):
    """The bytes of a well-formed HTTP request with a key, and with a message id when there is one."""
    header = security(key) + (addressing(gateway, service, name, message_id) if message_id else "")
    return request(service, envelope(operation(service, name, content), header), action=f"{namespace(service)}/{name}")


def call(gateway, key, service, name, content="", **options):
    """A well-formed call with a key."""
    message_id = options.pop("message_id", None)
    header = security(key) + (addressing(gateway, service, name, message_id) if message_id else "")
    body = envelope(operation(service, name, content), header)
    action = options.pop("action", f"{namespace(service)}/{name}")
    return exchange(gateway, request(service, body, action=action, **options))
