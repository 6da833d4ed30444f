"""A43, A44: the pages of the contract and of the management port are a fixed list, and no field of a proxy is believed."""
import http.client

import soap
from case import BAD_REQUEST, OK, Case, Expect, Seen, fault
from messages import post
from wire import Answer

NOT_FOUND = Expect(404)
PATHS = {"index": "/index.html", "up": "/ws/../etc/passwd", "up-encoded": "/ws/%2e%2e/%2e%2e/etc/passwd",
         "up-twice-encoded": "/ws/%252e%252e/etc/passwd", "up-slash-encoded": "/ws/..%2f..%2fetc%2fpasswd",
         "backslash": "/ws/..\\..\\etc\\passwd",
         "semicolon": "/ws/algemeen/v1;x=1", "double-slash": "//ws/algemeen/v1", "slash-behind": "/ws/algemeen/v1/",
         "case": "/WS/Algemeen/V1", "nul-encoded": "/ws/algemeen/v1%00",
         "overlong-dot": "/ws/%c0%ae%c0%ae/etc/passwd",
         "next-version": "/ws/algemeen/v2", "folder": "/ws/", "readyz": "/readyz", "livez": "/livez",
         "metrics": "/metrics", "server-status": "/server-status", "git": "/.git/config", "env": "/.env",
         "key": "/server.key",
         "database": "/data/sleutels.sqlite", "debug": "/debug/pprof", "robots": "/robots.txt",
         "actuator": "/actuator/env", "ws-dump": "/ws/algemeen/v1/?wsdl"}
QUERIES = {"xsd-path": "xsd=../../../etc/passwd", "xsd-encoded": "xsd=%2e%2e%2fpasswd", "xsd-unknown": "xsd=elders",
           "xsd-empty": "xsd=", "wsdl-path": "wsdl=/etc/passwd", "wsdl-url": "wsdl=http://127.0.0.1:9/",
           "example-path": "voorbeeld=../x",
           "example-nul": "voorbeeld=Ping%00", "unknown": "x=1", "long": "xsd=" + "x" * 4_000,
           "many": "&".join(f"x{i}=1" for i in range(500)), "markup": "%3Cscript%3E", "stats": "stats",
           "disco": "disco"}
METHODS = ("PUT", "DELETE", "PATCH", "TRACE", "OPTIONS", "PROPFIND", "LINK", "MKCOL", "SUBSCRIBE", "FOO")


def get(path, method="GET", more=b""):
    return lambda stand: f"{method} {path} HTTP/1.1\r\nHost: localhost\r\n".encode() + more + b"\r\n"


def _pages():
    found = [Case(f"A43-path-{name}", get(path), NOT_FOUND, records=0) for name, path in PATHS.items()]
    found += [Case(f"A43-query-{name}", get(f"/ws/algemeen/v1?{query}"), NOT_FOUND, records=0)
              for name, query in QUERIES.items()]
    found += [Case(f"A43-method-{method.lower()}", get("/ws/algemeen/v1", method), fault("0001", 405))
              for method in METHODS]
    found.append(Case("A43-upgrade-is-not-followed", get("/ws/algemeen/v1?wsdl",
                                                         more=b"Connection: Upgrade\r\nUpgrade: h2c\r\n"), OK,
                                                         records=0))
    found.append(Case("A43-range-is-not-followed", get("/ws/algemeen/v1?wsdl",
                                                       more=b"Range: bytes=0-1,1-2,2-3,3-4\r\n"), OK, records=0))
    return found


# What the management port says of itself, and nothing more; it speaks plain HTTP and listens on loopback.
def managed(path, method="GET", body=None, headers=None):
    def run(stand):
        connection = http.client.HTTPConnection("127.0.0.1", stand.gateway.management_port, timeout=10)
        try:
            connection.request(method, path, body, headers or {})
            answer = connection.getresponse()
            return Seen([Answer(answer.status, {k.lower(): v for k, v in answer.getheaders()}, answer.read(), True)])
        except (http.client.HTTPException, OSError) as error:
            return Seen(closed=True, problems=[f"{type(error).__name__}: {error}"])
        finally:
            connection.close()
    return run


def _management():
    paths = {"root": "/", "up": "/../../etc/passwd", "up-encoded": "/%2e%2e/etc/passwd", "metrics": "/metrics",
             "keys": "/keys", "config": "/config", "service": "/ws/algemeen/v1", "ready-and-more": "/readyz/x",
             "query": "/livez?x", "debug": "/debug"}
    found = [Case(f"A43-management-{name}", managed(path), NOT_FOUND, records=0) for name, path in paths.items()]
    found += [Case(f"A43-management-{method.lower()}", managed("/livez", method), Expect(405), records=0)
              for method in ("POST", "PUT", "DELETE", "TRACE", "OPTIONS")]
    found.append(Case("A43-management-tells-no-secret", managed("/readyz"), OK, records=0))
    found.append(Case("A43-management-large-body", managed("/livez", "POST", b"x" * 500_000), Expect(405), records=0))
    return found


FORWARDED = {"X-Client-Cert": "MIIB", "X-SSL-Client-Cert": "MIIB",
             "X-SSL-Client-S-DN": "serialNumber=00000001003214345000", "X-Client-Verify": "SUCCESS",
             "SSL_CLIENT_VERIFY": "SUCCESS", "X-OIN": "00000001003214345000",
             "X-Forwarded-Client-Cert": "By=x;Hash=y", "Forwarded": "for=127.0.0.1;proto=https",
             "X-Forwarded-For": "127.0.0.1", "X-Real-IP": "127.0.0.1", "X-Remote-User": "beheer",
             "Remote-User": "beheer", "Authorization": "Basic YmVoZWVyOmJlaGVlcg==",
             "Proxy-Authorization": "Basic eDp5", "Cookie": "sessie=beheer", "X-Original-URL": "/ws/wi2021/v1",
             "X-Rewrite-URL": "/readyz", "X-HTTP-Method-Override": "DELETE", "X-Api-Key": "beheer"}


def _forwarded():
    bare = soap.operation("algemeen", "RaadpleegAutorisatie")
    found = [Case(f"A44-{name.lower().replace('_', '-')}-is-no-caller", lambda stand, n=name,
                  v=value: soap.request("algemeen", soap.envelope(bare), headers={n: v}), fault("0002"))
                  for name, value in FORWARDED.items()]
    found += [Case(f"A44-{name.lower().replace('_', '-')}-changes-nothing", lambda stand, n=name,
                   v=value: post(stand, headers={n: v}), OK) for name, value in FORWARDED.items()]
    found.append(Case("A44-proxy-protocol", lambda stand: b"PROXY TCP4 127.0.0.1 127.0.0.1 1 2\r\n" + post(stand),
                      BAD_REQUEST))
    return found


def cases():
    return _pages() + _management() + _forwarded()
