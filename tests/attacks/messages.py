"""Messages to attack with: a sound call with one thing put in, at a place that has a name."""
import soap

XSI = "http://www.w3.org/2001/XMLSchema-instance"
UTILITY = "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-utility-1.0.xsd"
# Attributes (…_tag) or content may be put there.
PLACES = ("envelope_tag", "header_tag", "block", "security_tag", "token", "body_tag", "operation_tag", "content")


def envelope(stand, *, service="algemeen", operation="Ping", prolog="", envelope_tag="", header_tag="", security=None,
             security_tag="", token="", block="", body_tag="", operation_tag="", content="", behind="", epilog=""):
    """A sound envelope of Ping, with what is given at each place."""
    if security is None:
        security = soap.security(stand.key)
    security = security.replace("<wsse:Security ", f"<wsse:Security{security_tag} ", 1)
    security = security.replace("</wsse:UsernameToken>", f"{token}</wsse:UsernameToken>", 1)
    return (f'{prolog}<s:Envelope xmlns:s="{soap.SOAP}"{envelope_tag}><s:Header{header_tag}>{security}{block}</s:Header>'
            f'<s:Body{body_tag}><o:{operation} xmlns:o="{soap.namespace(service)}"{operation_tag}>{content}'
            f"</o:{operation}>{behind}</s:Body></s:Envelope>{epilog}")


def post(stand, *, service="algemeen", headers=None, action="", encoding="utf-8", **parts):
    """The bytes of the whole request."""
    body = envelope(stand, service=service, **parts).encode(encoding, "surrogatepass")
    return soap.request(service, body, headers=headers, action=action)


def at(place, text):
    """A maker of a message that has `text` at a place."""
    return lambda stand: post(stand, **{place: text})


def raw(body, service="algemeen", **options):
    """A maker of a message with just these bytes."""
    return lambda stand: soap.request(service, body, **options)


def edited(old, new, count=1):
    """A maker of a sound message in whose body some bytes are replaced."""
    def make(stand):
        body = envelope(stand).encode()
        assert old in body, old
        return soap.request("algemeen", body.replace(old, new, count))
    return make


def head(stand, fields, *, line="POST /ws/algemeen/v1 HTTP/1.1", body=None, ending="\r\n", common=True):
    """A request with these header lines (texts without line end) instead of a length of its own."""
    if body is None:
        body = envelope(stand).encode()
    lines = [line, *(["Host: localhost", "Content-Type: text/xml; charset=utf-8"] if common else []), *fields, "", ""]
    return ending.join(lines).encode("latin-1") + body


def chunked(*chunks, last=b"0\r\n\r\n"):
    return b"".join(b"%x\r\n%b\r\n" % (len(chunk), chunk) for chunk in chunks) + last
